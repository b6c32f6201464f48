// Segments by Xapian's own writer, for a Xapian that writes another format than
// indexer/glass: some twenty times slower, through the public interface only. It is
// also what the other writer is measured by, in tests.
#pragma once

#include <string>
#include <vector>

#include "indexer/archive/segment_builder.h"
#include "indexer/archive/settings.h"

namespace backfile::by_xapian {

// Whether the linked Xapian writes what indexer/glass does. Makes a database in `folder`, which
// must not be there, and removes it.
bool writes_known_format(const std::string& folder);

// All make `folder` or `into`, which must not be there, durably, and throw Xapian::Error when they
// cannot. The databases have term lists.
void write_segment(const std::string& folder, const std::vector<SegmentPart>& parts);
void write_settings(const std::string& folder, const Settings& settings);
void merge_segments(const std::vector<std::string>& folders, const std::string& into);
void copy_without(const std::string& folder, const std::vector<std::uint32_t>& docids,
                  const std::string& into);

}  // namespace backfile::by_xapian
