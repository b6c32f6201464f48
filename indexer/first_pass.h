// The first of two passes over a dump: what its articles have in common.
#pragma once

#include "indexer/cleaner/clean.h"
#include "indexer/cleaner/repetition.h"
#include "indexer/options.h"

namespace backfile {

// The paragraphs that are repeated in the inputs. Of each source the first 200 articles are looked
// at and every 20th of the others, which is enough for what a fifth of them have. Empty where
// nothing is cleaned, where inputs can be read only once (standard input, pipes), and when the run
// is interrupted. What cannot be read is left for the second pass to tell.
RepeatedParagraphs learn_repeated(const IndexOptions& options, const Cleaner& cleaner);

}  // namespace backfile
