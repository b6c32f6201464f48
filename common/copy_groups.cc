#include "common/copy_groups.h"

#include "common/glass/packing.h"
#include "common/glass/unpacking.h"

namespace backfile {

std::string packed_copies(const ArchiveCopies& copies) {
  std::string bytes;
  if (copies.groups.empty()) return bytes;
  glass::append_uint(bytes, copies.databases);
  glass::append_uint(bytes, copies.documents);
  for (const CopyGroup& group : copies.groups) {
    glass::append_uint(bytes, group.size());
    for (const std::uint32_t document : group) glass::append_uint(bytes, document);
  }
  return bytes;
}

ArchiveCopies unpacked_copies(std::string_view bytes, const std::string& archive) {
  ArchiveCopies copies;
  if (bytes.empty()) return copies;
  glass::Unpacking from(bytes, archive);
  copies.databases = from.take_uint<std::uint32_t>();
  copies.documents = from.take_uint<std::uint32_t>();
  while (!from.done()) {
    const auto size = from.take_uint<std::size_t>();
    if (size < 2 || size > from.rest().size()) from.fail();  // a document takes a byte at least
    CopyGroup& group = copies.groups.emplace_back();
    group.reserve(size);
    while (group.size() < size) {
      group.push_back(from.take_uint<std::uint32_t>());
      if (group.back() == 0) from.fail();
    }
  }
  if (copies.databases == 0) from.fail();
  return copies;
}

}  // namespace backfile
