// Any text and any words wanted of it: snippets are valid, their highlights in
// order and on character boundaries.
#include "common/utf8.h"
#include "searcher/render/style.h"
#include "searcher/snippet.h"
#include "tests/fuzz/fuzz_input.h"

using namespace backfile;

namespace {

void check_ranges(std::string_view text, const std::vector<Range>& ranges) {
  std::size_t last = 0;
  for (const Range& range : ranges) {
    require(last <= range.begin && range.begin < range.end && range.end <= text.size());
    require(boundary_before(text, range.begin) == range.begin);
    require(boundary_before(text, range.end) == range.end);
    last = range.end;
  }
}

}  // namespace

// The first bytes say how long a snippet is wanted and, up to the first line feed, which words.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size < 2) return 0;
  const std::size_t max_characters = bytes[0];
  const std::string all = to_nfc(as_text(bytes + 1, size - 1));
  if (first_invalid_utf8(all)) return 0;
  const std::string_view words = std::string_view(all).substr(0, all.find('\n'));
  const std::string_view body = std::string_view(all).substr(words.size());
  Analyzer analyzer;
  Wanted wanted;
  std::vector<std::string> phrase;
  Tokenizer tokenizer(words);
  for (Token token; tokenizer.next(token);) {
    analyzer.append_stems(token, "en", {}, phrase);
    wanted.stems.insert(phrase.back());
    wanted.first_letters += token.folded.front();
    phrase.back() = token.folded;
  }
  if (!phrase.empty()) wanted.phrases.push_back(phrase);
  const auto matches = find_matches(body, "en", wanted, analyzer);
  check_ranges(body, matches);
  const Snippet snippet = make_snippet(body, matches, max_characters);
  require(!first_invalid_utf8(snippet.text));
  check_ranges(snippet.text, snippet.highlights);
  const std::string lines = wrapped(snippet.text, snippet.highlights, 4, {true, 60});
  require(!first_invalid_utf8(lines));
  return 0;
}
