#include "indexer/cleaner/page_model.h"

namespace backfile {

const std::array<double, kPageFeatures.size()> kPageWeights = {
    -2.75,  // one
    -1.10,  // length
    -1.42,  // is-short
    1.36,   // ends-sentence
    0.13,   // has-bullet
    0.87,   // small-share
    1.25,   // digit-share
    0.40,   // has-clauses
    -1.34,  // is-repeated
    -1.53,  // has-separator
    -1.04,  // is-label
    -2.56,  // is-strict
    -2.69,  // is-notice
    -1.75,  // is-dated
    1.21,   // next
    1.56,   // before
    1.24,   // around
    1.55,   // sentences
    -5.70,  // comments-began
    -1.87,  // related-began
    -5.72,  // end-began
    1.65,   // text-indent
    1.42,   // same-indent
    1.31,   // no-indents
};

}  // namespace backfile
