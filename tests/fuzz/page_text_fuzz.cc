// Any bytes as the text of a page: every line stays or goes with a rule, and none is looked at
// twice.
#include <deque>
#include <string>

#include "common/utf8.h"
#include "indexer/cleaner/page_features.h"
#include "indexer/cleaner/page_judge.h"
#include "tests/fuzz/fuzz_input.h"

using namespace backfile;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const LineMatcher strict;
  static const PageMatchers matchers;
  static const PageJudge judge;
  const std::string_view text = as_text(bytes, size);
  if (first_invalid_utf8(text)) return 0;  // readers give none
  std::deque<std::string> cleaned;
  const std::vector<BodyLine> lines = split_lines(text, cleaned);
  const std::vector<PageLine> page = page_lines(lines, strict, matchers);
  for (const PageFeatures& features : page_features(page))
    for (const double feature : features) require(feature >= 0 && feature <= 1);
  const auto rules = judge.judge(lines, strict);
  require(rules.empty() || rules.size() == lines.size());
  // Never all of a text.
  bool keeps = rules.empty();
  for (const PageLine& line : page) keeps = keeps || rules[line.number].empty();
  require(keeps);
  return 0;
}
