#include "searcher/saved/seen_articles.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <utility>

#include "common/durable_file.h"
#include "common/error.h"

namespace backfile {
namespace {

constexpr std::string_view kHead = "# articles that were shown, by id";
constexpr std::size_t kMaxArticles = 5'000'000;

}  // namespace

SeenArticles::SeenArticles(std::string path) : path_(std::move(path)) {
  std::error_code error;
  if (!std::filesystem::exists(path_, error)) return;
  is_first_ = false;
  std::ifstream file(path_);
  std::string line;
  if (!file || !std::getline(file, line) || line != kHead)
    throw Error("not a file of articles that were shown", path_, "name a new file, or remove it");
  while (std::getline(file, line)) {
    if (ids_.size() == kMaxArticles)
      throw Error("too many articles were shown", path_, "narrow the search, and remove the file");
    ids_.push_back(line);
  }
}

void SeenArticles::add(const std::vector<std::string>& ids) {
  ids_.insert(ids_.end(), ids.begin(), ids.end());
  std::ranges::sort(ids_);
  ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
  std::string text(kHead);
  text += '\n';
  for (const std::string& id : ids_) text.append(id).append("\n");
  const std::filesystem::path path(path_);
  replace_file(path.has_parent_path() ? path.parent_path().string() : ".", path.filename().string(),
               text);
  is_first_ = false;
}

}  // namespace backfile
