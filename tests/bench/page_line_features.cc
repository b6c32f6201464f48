// Features of the lines of page texts, for scripts/tune-page-text: page_line_features FILE...
//
// For every line that has words: FILE, number of the line, 1 if a line rule takes it, words, then
// the features in the order of kPageFeatures, and the line; by tabs. With --names, the features'
// names alone, one a line; with --flat, the texts' indents are not looked at.
#include <cstdio>
#include <deque>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "indexer/cleaner/line_matcher.h"
#include "indexer/cleaner/page_features.h"
#include "indexer/cleaner/page_line.h"
#include "indexer/cleaner/paragraphs.h"

namespace {

struct Matchers {
  backfile::LineMatcher strict;
  backfile::PageMatchers cues;
};

void print_features(const std::string& path, bool flat, const Matchers& matchers) {
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  std::deque<std::string> cleaned;
  std::vector<backfile::BodyLine> lines = backfile::split_lines(text, cleaned);
  if (flat)
    for (backfile::BodyLine& line : lines) line.indent = 0;
  const auto page = backfile::page_lines(lines, matchers.strict, matchers.cues);
  const auto features = backfile::page_features(page);
  for (std::size_t i = 0; i < page.size(); ++i) {
    fmt::print("{}\t{}\t{}\t{:g}", path, page[i].number, int(!page[i].strict.empty()),
               page[i].words);
    for (const double feature : features[i]) fmt::print("\t{:.4g}", feature);
    fmt::print("\t{}\n", lines[page[i].number].text);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const Matchers matchers;
  bool flat = false;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--names")
      for (const std::string_view name : backfile::kPageFeatures) fmt::print("{}\n", name);
    else if (word == "--flat")
      flat = true;
    else
      print_features(word, flat, matchers);
  }
}
