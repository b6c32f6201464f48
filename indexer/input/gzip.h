// gzip, member after member, as one row of bytes. Dumps of crawls pack every
// record as a member of its own, so that damage costs one record.
#pragma once

#include <memory>

#include "indexer/input/expansion.h"
#include "indexer/input/input.h"

namespace backfile {

// A member is handed out when its checksum is right (or it is longer than 4 MB). A damaged one that
// stands beside others is dropped whole; of one alone, or cut off, what could be read comes first.
// Then read() throws Error, and resume() goes on with the next member. `expansion` outlives it.
std::unique_ptr<ByteSource> gunzip(std::unique_ptr<Input> packed, Expansion& expansion);

}  // namespace backfile
