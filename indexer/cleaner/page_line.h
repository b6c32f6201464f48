// The shape of one line of a page: what can be told of it by itself, in any script, before
// page_features looks at its neighbours.
//
// The features are those of jusText (Pomikálek 2011) and boilerpipe (Kohlschütter et al. 2010)
// that need no markup: length, running text, links' look. For stop words, which want a table per
// language, stands the share of words in small letters: function words are, names and titles of
// links are not; scripts without case have small letters only.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/cleaner/line_matcher.h"
#include "indexer/cleaner/paragraphs.h"

namespace backfile {

struct PageLine {
  std::size_t number = 0;      // of the line in the body
  std::string_view text;       // without bullet
  std::string_view strict;     // the line rule that matches; empty: none
  std::string_view label;      // the class of page_labels()
  std::string_view notice;     // the class of page_notices()
  std::size_t indent = 0;      // columns before the line, bullet and all
  double words = 0;            // two characters are a word in scripts without blanks
  double small_share = 0;      // of the words, those that begin with a small letter
  double digit_share = 0;      // of letters and digits
  bool has_bullet = false;     // of a list
  bool ends_sentence = false;  // but not in dots that cut a teaser short
  bool has_clauses = false;    // punctuation of running text inside
  bool has_separator = false;  // `|`, or a lone `/`, `»` or `·`, as between links
  bool is_dated = false;       // a short line with a year or a time of day
  bool is_repeated = false;    // another line of the page is the same
};

// The tables that lines of a page are held against, compiled.
class PageMatchers {
 public:
  PageMatchers();

  std::string_view label_of(std::string_view line) const;
  std::string_view notice_of(std::string_view line) const;

 private:
  LineMatcher labels_;
  LineMatcher notices_;
};

// One line. It views what `line` views; `number` and `is_repeated` are not set.
PageLine page_line(const BodyLine& line, const LineMatcher& strict, const PageMatchers& matchers);

// The lines that have words, in order. They view what `lines` views.
std::vector<PageLine> page_lines(std::span<const BodyLine> lines, const LineMatcher& strict,
                                 const PageMatchers& matchers);

}  // namespace backfile
