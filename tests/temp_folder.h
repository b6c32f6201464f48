// A folder for one test: new, empty, and gone with its contents at the end.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace backfile {

class TempFolder {
 public:
  // Throws std::system_error when it cannot be made.
  TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  ~TempFolder();

  const std::filesystem::path& path() const { return path_; }
  // The path of `name` in the folder, whether it is there or not.
  std::string operator/(std::string_view name) const { return (path_ / name).string(); }

  // Writes the file `name` ("a/b.txt": with the folders that it is in) and returns its path. Throws
  // std::runtime_error when it cannot be written.
  std::string write(std::string_view name, std::string_view content) const;

 private:
  std::filesystem::path path_;
};

}  // namespace backfile
