// Archives by their names -> all of them as one database.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/compression.h"
#include "searcher/match/evaluator.h"
#include "searcher/open_options.h"
#include "searcher/result.h"

namespace backfile {

// tcp://host:port of a Xapian server.
bool is_server(std::string_view name);

// `@FILE` stands for the archives that the file names, one a line; folders there are seen from the
// file's. Empty lines and those that begin with `#` are none. Throws Error.
std::vector<std::string> with_lists_read(const std::vector<std::string>& names);

// An archive among all.
struct Part {
  std::string name;
  Xapian::Database settings;  // that its metadata are in
  std::size_t first;          // of its databases among all
  std::size_t databases;      // that it is made of; one when it is behind a server
  std::uint64_t documents;
  bool is_readable;   // by our own matcher
  std::string state;  // differs when a writer has committed; empty when only the server knows
};

// Among all `databases`, a document of a part: they are numbered in turns, as those of all are.
constexpr Xapian::docid document_among_all(Xapian::docid document, const Part& part,
                                           std::size_t databases) {
  return docid_among_all(std::uint32_t((document - 1) / part.databases + 1),
                         part.first + (document - 1) % part.databases, databases);
}

struct Opened {
  Xapian::Database database;  // all
  std::vector<Part> parts;
  std::vector<Shard> shards;  // what our own matcher reads
  std::size_t databases = 0;  // that `database` is made of
  Decompressor decompressor;  // of document data
  std::vector<MissingArchive> missing;
  std::chrono::steady_clock::time_point time;

  // By our own matcher, all of it.
  bool is_readable() const { return std::ranges::all_of(parts, &Part::is_readable); }
};

// Those in `left_out` are not tried: they do not answer, as when they cannot be reached. Throws
// Error for one that is missing, no archive, or of another schema version; Xapian::Error when one
// cannot be read.
Opened open_archives(const std::vector<std::string>& names, const OpenOptions& options,
                     const std::vector<MissingArchive>& left_out);

// Whether a writer has committed since, or a server was asked, or was missing, some seconds ago.
bool is_outdated(const Opened& opened);

}  // namespace backfile
