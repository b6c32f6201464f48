// The rows of the table of field_names.h that are worse than nothing only when
// there is nothing else.
#pragma once

#include "indexer/readers/field_names.h"

namespace backfile {

// Names that another name of the table beats whatever the order: teasers, hosts.
std::span<const KnownName> last_resorts();

}  // namespace backfile
