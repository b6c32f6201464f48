// Any bytes as a piece of HTML: text that is valid and no longer than it may be.
#include "common/utf8.h"
#include "indexer/input/encoding.h"
#include "indexer/markup/entities.h"
#include "indexer/markup/html_text.h"
#include "tests/fuzz/fuzz_input.h"

using namespace backfile;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string html = decode(as_text(bytes, size)).text;
  const std::string text = html_to_text(html);
  require(!first_invalid_utf8(text));
  require(text.size() <= 4 * html.size());
  require(!first_invalid_utf8(decode_entities(html)));
  looks_like_html(html);
  return 0;
}
