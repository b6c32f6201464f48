// The values of a slot, from several databases into one.
#pragma once

#include "indexer/glass/table_writer.h"
#include "indexer/merge/group_merge.h"

namespace backfile::glass {

// Where the merge is at how many documents have a value and between what bounds.
void merge_bounds(const GroupMerge& merge, TableWriter& into);

// Where the merge is at the values: small chunks are joined.
void merge_values(const GroupMerge& merge, TableWriter& into);

}  // namespace backfile::glass
