// Any bytes as groups of near-copies, as signatures and as a body's beginning.
#include "common/copy_groups.h"
#include "common/duplicates/signature.h"
#include "common/error.h"
#include "indexer/duplicates/signature_builder.h"
#include "tests/fuzz/fuzz_input.h"

using namespace backfile;

namespace {

bool is_share(double value) { return value >= 0 && value <= 1; }

void check_groups(std::string_view text) {
  ArchiveCopies copies;
  try {
    copies = unpacked_copies(text, "archive");
  } catch (const Error&) {
    return;
  }
  for (const CopyGroup& group : copies.groups) require(group.size() >= 2);
  require(copies.groups.empty() || unpacked_copies(packed_copies(copies), "archive") == copies);
}

void check_signatures(std::string_view one, std::string_view other) {
  const Likeness found = likeness(Signature(one), Signature(other));
  require(is_share(found.resemblance) && is_share(found.containment));
  require(is_share(found.numbers) && is_share(found.names));
  require(are_copies(Signature(one), Signature(other)) ==
          are_copies(Signature(other), Signature(one)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text = as_text(bytes, size);
  check_groups(text);
  check_signatures(text, text);
  check_signatures(text.substr(0, size / 2), text.substr(size / 2));
  require(dateline_bytes(text) <= size);
  return 0;
}
