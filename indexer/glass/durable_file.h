// A file that is written front to back and can be made to outlast a loss of power.
// Every function throws Error with the path and the system's reason.
#pragma once

#include <string>
#include <string_view>

namespace backfile::glass {

class DurableFile {
 public:
  // Makes the file, or empties it when it is there.
  explicit DurableFile(const std::string& path);
  DurableFile(const DurableFile&) = delete;
  DurableFile& operator=(const DurableFile&) = delete;
  ~DurableFile();

  void write(std::string_view bytes);
  // The bytes reach the disk.
  void sync();
  void close();

 private:
  std::string path_;
  int descriptor_;
};

// Throws Error when there is something of this name already.
void make_folder(const std::string& path);

// What was made, renamed or unlinked in the folder reaches the disk.
void sync_folder(const std::string& path);

// Puts a file with `bytes` in the place of `folder`/`name` at once: a reader finds the old or the
// new file whole. `sync`: and so does who comes after a loss of power.
void replace_file(const std::string& folder, std::string_view name, std::string_view bytes,
                  bool sync);

// True when the file was there.
bool unlink_file(const std::string& path);

}  // namespace backfile::glass
