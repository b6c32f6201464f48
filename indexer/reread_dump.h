// A dump that is looked at before it is indexed, for what its articles have in
// common: read twice, or, where it is small or of pages, remembered.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>

#include "indexer/cleaner/clean.h"
#include "indexer/cleaner/repetition.h"
#include "indexer/dump.h"
#include "indexer/options.h"
#include "indexer/worker_pool.h"

namespace backfile {

class RereadDump {
 public:
  // `options` outlives this.
  explicit RereadDump(const IndexOptions& options);

  // The first pass: the paragraphs that are repeated. Of each source the first 100 articles are
  // looked at and every 20th of the others, which is enough for what a fifth of them have. All of
  // the dump is read; of pages, which take long to parse, so many as fit in 64 MB.
  // Nothing comes of inputs that can be read only once (standard input, pipes) or of a run that is
  // interrupted. What cannot be read is left for next() to tell. To be called before next(). The
  // same whatever the number of the pool's threads.
  RepeatedParagraphs learn_repeated(const Cleaner& cleaner, WorkerPool& pool,
                                    std::size_t max_remembered_bytes = std::size_t{64} << 20);

  // The next item, from the first on; empty at the end.
  std::optional<ReadItem> next();

  // What next() has read; see Dump.
  std::uint64_t opened() const { return dump_->opened(); }
  std::uint64_t bytes_read() const { return dump_->bytes_read(); }
  std::uint64_t total_bytes() const { return dump_->total_bytes(); }
  bool is_empty() const { return dump_->is_empty(); }

 private:
  std::unique_ptr<Dump> opened_dump() const;

  const IndexOptions& options_;
  std::unique_ptr<Dump> dump_;
  std::deque<ReadItem> remembered_;  // read, and still to come
};

}  // namespace backfile
