// Articles -> one Xapian database; the only owner of a WritableDatabase.
//
// A run is one transaction: readers see the archive as it was until commit(),
// and a run that is killed, fails or is destroyed before leaves it so. Changed
// articles wait in memory until a batch is full, then go to the writer.
//
// An article is known by its id. Of several with one id in a run, the last
// stays.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "common/article.h"
#include "indexer/document.h"

namespace backfile {

struct ArchiveChanges {
  std::uint64_t added = 0;
  std::uint64_t updated = 0;    // the same id, something else changed
  std::uint64_t unchanged = 0;  // in the archive already, as it is
  std::uint64_t deleted = 0;
};

class ArchiveBuilder {
 public:
  // Opens or creates the archive in the folder `path`. Throws Error when the folder is something
  // else or of another schema version, Xapian::Error when the database cannot be opened.
  ArchiveBuilder(const std::string& path, std::size_t jobs);
  ArchiveBuilder(const ArchiveBuilder&) = delete;
  ArchiveBuilder& operator=(const ArchiveBuilder&) = delete;

  void add(Article article);
  // False when the archive has no article of that id.
  bool remove(const std::string& id);

  // Makes all changes durable and visible.
  ArchiveChanges commit();

 private:
  struct Pending {
    Article article;
    std::string stored;
    std::string digest;
    std::uint64_t versions = 1;  // articles of this id since the last flush
  };
  struct Found {
    Xapian::docid docid = 0;  // 0: none
    std::string digest;
  };

  static std::size_t bytes_of(const Pending& pending);
  Found find(const std::string& id);
  void drop_pending(std::size_t index);
  void flush();
  void write(const Pending& pending, const Xapian::Document& document);

  Xapian::WritableDatabase database_;
  std::vector<DocumentBuilder> builders_;  // one a job
  std::vector<Pending> pending_;
  std::unordered_map<std::string, std::size_t> pending_by_id_;
  std::size_t pending_bytes_ = 0;
  ArchiveChanges changes_;
};

}  // namespace backfile
