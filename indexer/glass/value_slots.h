// The values of a segment's documents, slot by slot, already in the form in which
// the postings table keeps them: a document adds to the end of each of its slots.
//
// Key 00 D0 slot: how many documents have one, the least and the greatest value.
// Key 00 D8 slot docid: the values of some 2,000 bytes of documents from docid on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/byte_buffer.h"
#include "indexer/glass/table_writer.h"

namespace backfile::glass {

// The tag of how many documents have a value in a slot, and between what bounds.
std::string pack_bounds(std::uint32_t documents, std::string_view least, std::string_view greatest);

struct SlotValue {
  std::uint32_t slot;
  std::string_view value;  // an empty one is none
};

class ValueSlots {
 public:
  // Documents come in ascending order of docid. Throws Error when one has two values in a slot.
  void add(std::uint32_t docid, const SlotValue& value);

  // All keys of values, in their order.
  void write(TableWriter& table) const;

 private:
  struct Chunk {
    std::size_t begin;
    std::uint32_t first_docid;
  };
  struct Slot {
    ByteBuffer bytes;
    std::vector<Chunk> chunks;
    std::uint32_t last_docid = 0;
    std::uint32_t documents = 0;
    std::string least;
    std::string greatest;
  };

  template <class AppendNumber>
  std::map<std::string, const Slot*> by_key(std::string_view prefix, AppendNumber append) const;
  void write_bounds(TableWriter& table) const;
  void write_chunks(TableWriter& table) const;

  std::map<std::uint32_t, Slot> slots_;
};

}  // namespace backfile::glass
