// Which articles of an archive are near-copies of each other, as the archive
// keeps it: metadata kCopiesKey of its settings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// The documents of a group, two or more, in order of time: the first is the one that all others
// are copies of. Documents are those of the archive as one database (its stub), so that whoever
// reads it through a Xapian server knows them, too.
using CopyGroup = std::vector<std::uint32_t>;

// The number in the archive of a document of its segment `segment` of `segments`, from 0: the
// settings come before the segments, and the databases' documents are numbered in turns.
constexpr std::uint32_t document_number(std::uint32_t docid, std::size_t segment,
                                        std::size_t segments) {
  return std::uint32_t((docid - 1) * (segments + 1) + segment + 2);
}

struct ArchiveCopies {
  // Of the archive: what the numbers of the documents are good for.
  std::uint32_t databases = 0;
  std::uint32_t documents = 0;
  std::vector<CopyGroup> groups;

  bool operator==(const ArchiveCopies&) const = default;
};

// Empty when there are no groups.
std::string packed_copies(const ArchiveCopies& copies);
// Throws Error when they are damaged, naming `archive`.
ArchiveCopies unpacked_copies(std::string_view bytes, const std::string& archive);

}  // namespace backfile
