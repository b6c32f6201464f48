// How fast articles are cleaned: backfile-clean-bench DUMP.jsonl [strict|aggressive|off]
//
// Prints the bytes of body text that one thread cleans in a second of its own
// time (not of the clock on the wall, so that others may use the machine), of five rounds the best.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "indexer/cleaner/clean.h"

namespace {

backfile::CleanMode mode_of(std::string_view name) {
  if (name == "off") return backfile::CleanMode::kOff;
  return name == "aggressive" ? backfile::CleanMode::kAggressive : backfile::CleanMode::kStrict;
}

std::vector<backfile::RawArticle> articles_of(const char* path) {
  std::vector<backfile::RawArticle> articles;
  std::ifstream dump(path);
  for (std::string line; std::getline(dump, line);) {
    const auto json = nlohmann::json::parse(line);
    backfile::RawArticle raw;
    for (const char* name : {"title", "body"}) raw.add(name, json.value(name, ""));
    raw.add("id", "1");
    raw.add("language", "en");
    articles.push_back(std::move(raw));
  }
  return articles;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: backfile-clean-bench DUMP.jsonl [strict|aggressive|off]\n");
    return 2;
  }
  backfile::CleanOptions options;
  options.mode = mode_of(argc > 2 ? argv[2] : "strict");
  const backfile::Cleaner cleaner{options};
  const auto articles = articles_of(argv[1]);
  double best = 0;
  for (int round = 0; round < 5; ++round) {
    std::size_t bytes = 0;
    std::size_t removed = 0;
    const std::clock_t start = std::clock();
    for (const backfile::RawArticle& raw : articles) {
      for (const std::string& body :
           raw.values[std::size_t(backfile::field_by_name("body") - backfile::fields().data())])
        bytes += body.size();
      const auto result = cleaner.clean(raw);
      if (const auto* article = std::get_if<backfile::CleanArticle>(&result))
        removed += article->removed.size();
    }
    const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC;
    best = std::max(best, double(bytes) / seconds / 1e6);
    if (round == 0)
      fmt::print("{} articles, {} bytes, {} lines removed\n", articles.size(), bytes, removed);
  }
  fmt::print("{:.1f} MB/s\n", best);
}
