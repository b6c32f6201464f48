#include "common/copy_groups.h"

#include "common/glass/packing.h"
#include "common/glass/unpacking.h"

namespace backfile {

std::string packed_copy_groups(const std::vector<CopyGroup>& groups) {
  std::string bytes;
  for (const CopyGroup& group : groups) {
    glass::append_uint(bytes, group.size());
    for (const std::uint32_t document : group) glass::append_uint(bytes, document);
  }
  return bytes;
}

std::vector<CopyGroup> unpacked_copy_groups(std::string_view bytes, const std::string& archive) {
  std::vector<CopyGroup> groups;
  glass::Unpacking from(bytes, archive);
  while (!from.done()) {
    const auto size = from.take_uint<std::size_t>();
    if (size < 2 || size > from.rest().size()) from.fail();  // a document takes a byte at least
    CopyGroup& group = groups.emplace_back();
    group.reserve(size);
    while (group.size() < size) group.push_back(from.take_uint<std::uint32_t>());
  }
  return groups;
}

}  // namespace backfile
