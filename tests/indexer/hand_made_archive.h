// An archive put together segment by segment, also as no program of ours would, and
// what check_archive() says of it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/archive/check.h"
#include "indexer/archive/manifest.h"
#include "indexer/archive/segment_builder.h"
#include "indexer/archive/settings.h"
#include "tests/indexer/build_segment.h"
#include "tests/indexer/random_article.h"
#include "tests/temp_folder.h"

namespace backfile {

inline std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// An archive of settings-1 and the segments that the test gives it, as segment-2 and so on.
class HandMadeArchive {
 public:
  explicit HandMadeArchive(std::string_view dictionary = {}) : path_(folder_ / "archive") {
    std::filesystem::create_directory(path_);
    write_settings(path_ + "/settings-1", {std::string(dictionary), {}, {}});
    manifest_.settings = "settings-1";
    write_manifest(path_, manifest_);
  }

  std::string next_segment() {
    manifest_.segments.push_back("segment-" + std::to_string(manifest_.segments.size() + 2));
    write_manifest(path_, manifest_);
    return path_ + "/" + manifest_.segments.back();
  }
  void add(std::vector<NewArticle> articles, std::string_view dictionary = {}) {
    build_segment(next_segment(), std::move(articles), CompressionDictionary(dictionary));
  }
  void add(const Articles& articles) {
    std::vector<NewArticle> made;
    for (const Article& article : articles) made.push_back(prepared(article));
    add(std::move(made));
  }

  // The groups of near-copies, packed.
  void set_copies(const std::string& copies) {
    std::filesystem::remove_all(path_ + "/settings-1");
    write_settings(path_ + "/settings-1", {{}, {}, copies});
  }

  const std::string& path() const { return path_; }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  TempFolder folder_;
  std::string path_;
  Manifest manifest_;
};

// What is wrong with the archive, its own path left out.
inline std::vector<std::string> problems_of(const HandMadeArchive& archive) {
  std::vector<std::string> lines;
  for (const Error& problem : check_archive(archive.path()).problems) {
    std::string line = problem.reason() + ": " + problem.where();
    for (std::size_t at = 0; (at = line.find(archive.path() + "/", at)) != std::string::npos;)
      line.erase(at, archive.path().size() + 1);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace backfile
