// The folder of an archive before it is opened.
#pragma once

#include <string>

namespace backfile {

// Makes the folder, with those above it, when it is absent. Throws Error when it cannot, or when
// the folder holds something else: other files, an archive of an older schema version, another
// program's database.
void make_archive_folder(const std::string& path);

}  // namespace backfile
