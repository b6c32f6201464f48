// Any bytes in any encoding (its name stands before the first line feed): UTF-8
// comes out.
#include "common/utf8.h"
#include "indexer/input/encoding.h"
#include "tests/fuzz/fuzz_input.h"

using namespace backfile;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view all = as_text(bytes, size);
  const std::size_t end = all.find('\n');
  if (end == std::string_view::npos || all.find('\0') < end) return 0;
  const Decoded decoded = decode(all.substr(end + 1), all.substr(0, end));
  require(!first_invalid_utf8(decoded.text));
  require(decode(decoded.text).text == decoded.text || decoded.text.starts_with(kByteOrderMark));
  return 0;
}
