// The table `docdata`: the data of each document that has some, as it was given.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/glass/table_writer.h"

namespace backfile::glass {

class DocumentTable {
 public:
  DocumentTable(const std::string& folder, unsigned block_size, std::uint32_t revision)
      : table_(table_file(folder, kDocumentData), block_size, revision) {}

  // Docids ascend.
  void add(std::uint32_t docid, std::string_view data);

  // A table without entries has no file.
  RootInfo finish(bool sync) { return table_.finish_optional(sync); }

 private:
  TableWriter table_;
};

}  // namespace backfile::glass
