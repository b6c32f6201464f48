// Any bytes as a body: every character but white space stays, in its order.
#include "common/utf8.h"
#include "indexer/cleaner/paragraphs.h"
#include "tests/fuzz/fuzz_input.h"

using namespace backfile;

namespace {

std::string without_blanks(std::string_view text) {
  std::string kept;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    if (!is_white_space(c.value)) append_utf8(kept, c.value);
    i += c.bytes;
  }
  return kept;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text = as_text(bytes, size);
  if (first_invalid_utf8(text)) return 0;  // readers give none
  std::deque<std::string> cleaned;
  const std::vector<BodyLine> lines = split_lines(text, cleaned);
  std::string all;
  for (const BodyLine& line : lines) {
    require(!line.text.empty() && clean_line(line.text) == line.text);
    require(line.end >= line.indent);
    all += without_blanks(line.text);
  }
  for (const LineUse use : {LineUse::kUnknown, LineUse::kParagraphs, LineUse::kWrapped}) {
    std::deque<std::string> again;
    const std::string body = join_paragraphs(lines, use);
    require(without_blanks(body) == all);
    require(body.find("\n\n\n") == std::string::npos);
    require(join_paragraphs(split_lines(body, again), use) == body);
  }
  return 0;
}
