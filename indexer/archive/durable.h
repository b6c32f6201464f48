// What must be on the disk before something else may rely on it.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// Each throws Error when the system cannot.

// The content of a file, or the names in a folder.
void sync_path(const std::string& path);
// All files right below `folder`, and the folder.
void sync_files(const std::string& folder);
// Puts `content` in the place of the file `name` of `folder`, all at once and durably. A run that
// breaks off in it may leave `name`.new.
void replace_file(const std::string& folder, std::string_view name, std::string_view content);

}  // namespace backfile
