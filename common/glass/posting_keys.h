// What the keys of the postings table begin with where they are not of a term. No
// term's does: a NUL byte of a term is 00 FF.
#pragma once

#include <string_view>

namespace backfile::glass {

inline constexpr std::string_view kMetadataKey("\0\xc0", 2);  // then the name
inline constexpr std::string_view kBoundsKey("\0\xd0", 2);    // then the slot
inline constexpr std::string_view kValuesKey("\0\xd8", 2);    // then the slot and a docid
inline constexpr std::string_view kLengthsKey("\0\xe0", 2);   // then a docid, but in the first

}  // namespace backfile::glass
