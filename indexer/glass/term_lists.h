// Term lists for a while, for the documents that are to be deleted.
//
// Xapian deletes a document by its term list, and our databases have none: they
// would be a third of the archive and are needed for nothing else. So whoever
// deletes gives the lists of just these documents, lets Xapian delete them, and
// takes the lists away again:
//
//   graft_term_lists(folder, documents);
//   Xapian::WritableDatabase archive(folder, Xapian::DB_OPEN);
//   for (const DocumentTerms& document : documents) archive.delete_document(document.docid);
//   archive.commit(), archive.close();
//   drop_term_lists(folder);
//
// Between, xapian-check misses the lists of the other documents. When a run breaks
// off there, drop_term_lists() puts all right. No writer may have the database open
// when one of these is called; readers may.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "indexer/glass/segment_options.h"
#include "indexer/glass/version_file.h"

namespace backfile::glass {

struct TermCount {
  std::string term;
  std::uint32_t wdf;
};

struct DocumentTerms {
  std::uint32_t docid;
  std::uint32_t length;              // the sum of the wdf
  std::vector<TermCount> terms;      // in ascending byte order: all of the document
  std::vector<std::uint32_t> slots;  // in ascending order: all in which it has a value
};

// `documents` in ascending order of docid. Replaces term lists grafted before. Throws Error when
// the folder has no database or cannot be written, and when a document is out of order.
void graft_term_lists(const std::string& folder, std::span<const DocumentTerms> documents);

// Leaves an empty table. Throws Error like graft_term_lists().
void drop_term_lists(const std::string& folder);

// Writes the table without an entry into a new database. It is there for the sake of Xapian's
// remote server: to send a document, that asks for the document's slots, which fails without a
// table.
RootInfo write_empty_term_lists(const std::string& folder, const SegmentOptions& options);

}  // namespace backfile::glass
