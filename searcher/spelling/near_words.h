// The archive's own words that are nearly the same as a given one, and how the
// archive spells a word.
//
// There is no table of spellings: the terms of word forms are the vocabulary,
// and they are sorted. So a walk jumps from one word that may be near to the
// next (near_texts.h): an archive of millions of forms is asked for a few
// hundred of them for one edit, for two a few thousand and never more. Accents
// do not count: accented words are found by their folded terms.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace backfile {

struct NearWord {
  std::string folded;
  unsigned edits = 0;
  Xapian::doccount articles = 0;  // that have it; those with accents and without count twice
};

// Words of a field's prefix within `max_edits` of `folded` (itself included) that begin with a
// letter; for more than one edit only those with the same first letter, which few get wrong and
// without which most of the vocabulary would have to be walked. In no order.
std::vector<NearWord> near_words(const Xapian::Database& database, std::string_view prefix,
                                 std::string_view folded, unsigned max_edits);

// `folded` with the accents that it has in most articles.
std::string usual_spelling(const Xapian::Database& database, std::string_view prefix,
                           std::string_view folded);

std::u32string to_code_points(std::string_view text);
std::string to_utf8(std::u32string_view code_points);

}  // namespace backfile
