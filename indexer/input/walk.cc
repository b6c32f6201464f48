#include "indexer/input/walk.h"

#include <algorithm>
#include <filesystem>

#include "common/utf8.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

class Walker {
 public:
  void add_input(const std::string& input) {
    std::error_code error;
    const fs::file_status status = fs::status(input, error);
    if (input == "-")
      walk_.files.push_back({input, {}, 0});
    else if (fs::is_directory(status))
      add_folder(input);
    else if (fs::exists(status))
      add_file(input, {});
    else
      reject(input, "cannot read", "no such file or folder; check the path");
  }

  Walk take() { return std::move(walk_); }

 private:
  void add_file(const fs::path& path, const std::string& folder) {
    std::error_code error;
    const bool sized = fs::is_regular_file(path, error);
    const auto bytes = sized ? fs::file_size(path, error) : 0;
    walk_.files.push_back({path.string(), folder, error ? 0 : bytes});
  }

  // A link to a folder is not followed: it may lead back up.
  void add_folder(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
      if (!is_left_out(it->path().filename().string())) entries.push_back(*it);
    if (error) reject(folder.string(), "cannot read", error.message());
    std::ranges::sort(entries, {}, [](const auto& entry) { return entry.path().string(); });
    const std::string name = folder_name(folder);
    for (const fs::directory_entry& entry : entries) {
      std::error_code ignored;
      if (entry.is_directory(ignored)) {
        if (!entry.is_symlink(ignored)) add_folder(entry.path());
      } else if (entry.is_regular_file(ignored)) {
        add_file(entry.path(), name);
      } else if (entry.is_symlink(ignored)) {
        reject(entry.path().string(), "cannot read", "a link that leads nowhere");
      }
    }
  }

  // "bbc" for "bbc", "bbc/" and for "." in a folder of that name.
  static std::string folder_name(const fs::path& folder) {
    std::error_code error;
    const fs::path whole = fs::weakly_canonical(folder, error);
    std::string name = (error ? folder : whole).filename().string();
    return first_invalid_utf8(name) ? std::string() : name;
  }

  void reject(const std::string& path, std::string reason, std::string detail) {
    walk_.unreadable.push_back({{path, {}}, std::move(reason), std::move(detail)});
  }

  Walk walk_;
};

}  // namespace

bool is_left_out(std::string_view name) {
  return name.starts_with('.') || name.starts_with("README");
}

Walk walk(const std::vector<std::string>& inputs) {
  Walker walker;
  for (const std::string& input : inputs) walker.add_input(input);
  return walker.take();
}

}  // namespace backfile
