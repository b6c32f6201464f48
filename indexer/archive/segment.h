// One segment of the archive as its writer knows it: never changed, only
// replaced.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/article.h"
#include "common/compression.h"
#include "indexer/archive/id_filter.h"
#include "indexer/glass/version_file.h"

namespace backfile {

// An article's id as segments look for it.
struct IdTerm {
  explicit IdTerm(const std::string& id);

  std::string term;
  IdFilter::Hash hash;
};

class Segment {
 public:
  // Opens the database in the folder `name` of the archive. Throws Xapian::Error when it cannot,
  // Error when it is of another schema version.
  Segment(const std::string& archive, std::string name);

  const std::string& name() const { return name_; }
  std::uint32_t documents() const { return database_.get_doccount(); }
  std::uint64_t bytes() const { return bytes_; }
  // Whether nothing was deleted from it in place, which leaves free blocks.
  bool is_as_made() const { return database_.get_revision() == glass::kRevision; }

  struct Found {
    std::uint32_t docid = 0;
    std::string digest;
  };
  std::optional<Found> find(const IdTerm& id);

  // In ascending order.
  std::vector<std::uint32_t> docids() const;
  // The stored form of a document, and its digest.
  std::string stored(std::uint32_t docid, Decompressor& decompressor) const;
  std::string digest(std::uint32_t docid) const;
  std::uint32_t length(std::uint32_t docid) const { return database_.get_doclength(docid); }

 private:
  void load_filter();

  std::string name_;
  Xapian::Database database_;
  std::uint64_t bytes_ = 0;
  std::uint64_t searches_ = 0;
  std::optional<IdFilter> filter_;  // when many ids are looked for
};

}  // namespace backfile
