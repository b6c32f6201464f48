// Any bytes as packed in whatever way: every input inside has an end, and so has
// the file.
#include "common/error.h"
#include "indexer/input/unpack.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/string_source.h"

using namespace backfile;

namespace {

void read_through(Input& input) {
  for (;;) {
    for (std::string_view ahead = input.peek(1); !ahead.empty(); ahead = input.peek(1))
      input.take(ahead.size());
    try {
      input.require_whole();
      return;
    } catch (const Error&) {
      if (!input.resume()) return;
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  constexpr std::size_t kPieceBytes = 777;
  Unpacker file({"a", "a", {}},
                std::make_unique<StringSource>(std::string(as_text(bytes, size)), kPieceBytes));
  std::size_t failures = 0;
  for (;;) {
    try {
      Input* input = file.next();
      if (!input) return 0;
      read_through(*input);
    } catch (const Error&) {
      require(++failures <= size + 1);  // each costs at least a byte
    }
  }
}
