#include "searcher/saved/saved_searches.h"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <sys/stat.h>

#include "common/date.h"
#include "common/durable_file.h"
#include "common/error.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// $VARIABLE/backfile/searches, which must be an absolute path, or the same below the home folder.
std::string folder_of(const char* variable, const char* below_home) {
  const char* const base = std::getenv(variable);
  if (base && *base == '/') return std::string(base) + "/backfile/searches";
  const char* const home = std::getenv("HOME");
  if (!home || *home != '/')
    throw Error("no folder for saved searches", {}, std::string("set HOME or ") + variable);
  return std::string(home) + '/' + below_home + "/backfile/searches";
}

bool is_name(const std::string& name) {
  constexpr std::size_t kMaxBytes = 100;
  const auto is_plain = [](unsigned char each) {
    return std::isalnum(each) != 0 || each == '-' || each == '_' || each == '.';
  };
  return !name.empty() && name.size() <= kMaxBytes && name[0] != '.' && name[0] != '-' &&
         std::ranges::all_of(name, is_plain);
}

std::string path_in(const std::string& folder, const std::string& name) {
  if (!is_name(name))
    throw Error("not a name for a search", name, "use letters, digits, '-', '_' and '.'");
  return folder + '/' + name;
}

void make_folders(const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Error("cannot make the folder", folder, error.message());
}

}  // namespace

SavedSearches::SavedSearches()
    : searches_(folder_of("XDG_CONFIG_HOME", ".config")),
      positions_(folder_of("XDG_STATE_HOME", ".local/state")) {}

std::string SavedSearches::save(const std::string& name,
                                const std::vector<std::string>& words) const {
  std::string path = path_in(searches_, name);
  std::string text;
  for (std::string word : words) {
    std::ranges::replace(word, '\n', ' ');
    text.append(word).append("\n");
  }
  make_folders(searches_);
  unlink_file(position_file(name));
  replace_file(searches_, name, text);
  return path;
}

std::vector<std::string> SavedSearches::words(const std::string& name) const {
  std::ifstream file(path_in(searches_, name));
  if (!file) {
    std::string known;
    for (const std::string& other : names()) known.append(known.empty() ? "" : ", ").append(other);
    throw Error("no saved search of that name", name,
                known.empty() ? "keep one with --save NAME" : "there are: " + known);
  }
  std::vector<std::string> words;
  for (std::string line; std::getline(file, line);) words.push_back(line);
  return words;
}

std::vector<std::string> SavedSearches::names() const {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(searches_, error))
    if (is_name(entry.path().filename()) && entry.is_regular_file(error))
      names.push_back(entry.path().filename());
  std::ranges::sort(names);
  return names;
}

std::string SavedSearches::position_file(const std::string& name) const {
  std::string path = path_in(positions_, name);
  make_folders(positions_);
  return path;
}

std::optional<std::string> SavedSearches::last_run(const std::string& name) const {
  struct stat found = {};
  if (::stat(path_in(positions_, name).c_str(), &found) != 0) return std::nullopt;
  return to_iso(Date{std::chrono::sys_seconds(std::chrono::seconds(found.st_mtime)), true});
}

}  // namespace backfile
