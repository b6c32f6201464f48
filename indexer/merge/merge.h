// Makes one database of several, in one pass over each and in little memory: entries
// are copied as they are but for their docids. Does what Xapian's compaction does,
// many times faster, for databases without term lists.
#pragma once

#include <string>
#include <vector>

#include "indexer/glass/segment_writer.h"

namespace backfile::glass {

// Makes the folder `into`. `folders`: databases written by SegmentWriter, by this, by Xapian's
// compaction, or any of these to which Xapian's writer added and from which it deleted; none may be
// written to meanwhile. Term lists are left behind.
//
// Documents keep their order: the first that a database still has follows the last of the database
// before; what is missing between its first and its last stays missing, as after Xapian's
// compaction. Of metadata of the same key the first database's stays.
//
// False when `options.stop` gave it up: what is in `into` then is no database.
//
// Throws Error when `into` is there already or cannot be written, when one of `folders` is no
// database of this format, is damaged or has spellings or synonyms, and when there are over
// 4,294,967,295 documents.
bool merge_segments(const std::vector<std::string>& folders, const std::string& into,
                    const SegmentOptions& options = {});

}  // namespace backfile::glass
