// Tables of several databases into one, entry by entry.
#pragma once

#include <deque>
#include <string>

#include "indexer/glass/table_writer.h"
#include "indexer/glass/version_file.h"
#include "indexer/merge/docid_shift.h"
#include "indexer/merge/group_cursor.h"
#include "indexer/merge/table_reader.h"

namespace backfile::glass {

// Metadata: what the first database has that has it. Chunks of postings and values are joined.
void merge_postings(std::deque<GroupCursor>& sources, TableWriter& into);

void merge_positions(std::deque<GroupCursor>& sources, TableWriter& into);

// Adds the data of one database's documents to those of the databases before.
void append_documents(TableReader& source, const DocidShift& shift, TableWriter& into);

}  // namespace backfile::glass
