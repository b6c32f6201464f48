// Files and folders that outlast a loss of power: what must be on the disk before
// something else may rely on it. Every function throws Error with the path and the
// system's reason.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace backfile {

// A file that is written front to back. What is written is on its way to the disk before the end,
// and of a large file no more than the end stays in the system's page cache: who builds an archive
// does not take the memory for it that other programs' files are in, nor wait for that memory.
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
  void hand_over();

  std::string path_;
  int descriptor_;
  std::int64_t written_ = 0;
  std::int64_t handed_over_ = 0;
};

// Throws Error when there is something of this name already.
void make_folder(const std::string& path);

// The content of a file, or what was made, renamed or unlinked in a folder, reaches the disk.
void sync_path(const std::string& path);
// All files right below `folder`, and the folder.
void sync_files(const std::string& folder);

// Puts a file with `bytes` in the place of `folder`/`name` at once: a reader finds the old or the
// new file whole. `sync`: and so does who comes after a loss of power. A run that breaks off in it
// may leave `name`.new.
void replace_file(const std::string& folder, std::string_view name, std::string_view bytes,
                  bool sync = true);

// True when the file was there.
bool unlink_file(const std::string& path);

}  // namespace backfile
