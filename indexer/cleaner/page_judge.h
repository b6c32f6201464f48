// Which lines of a whole page's text are the article: `--clean aggressive`.
//
// Every line has a score by a linear model of its features (page_features, page_model), as in
// Kohlschütter, Fankhauser, Nejdl, "Boilerplate Detection using Shallow Text Features" (2010).
// Then one path is chosen through before, in and aside of the article, the best of
// all by Viterbi's algorithm, so that lines are smoothed by their neighbours as in jusText
// (Pomikálek 2011): a short line between good ones is kept, a good line far from all others goes.
//
// A text without signs of a page (labels, notices, cues) is left alone.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "indexer/cleaner/line_matcher.h"
#include "indexer/cleaner/page_line.h"
#include "indexer/cleaner/paragraphs.h"

namespace backfile {

class PageJudge {
 public:
  // For every line the rule by which it goes, empty where it stays; no entries when the text shows
  // no sign of a page. `lines` are paragraphs, not broken at a width. Rules live as long as the
  // program: those of `strict` and of labels, "before-article", "after-article", "link-list",
  // "short-lines", "aside". Safe to call from many threads.
  std::vector<std::string_view> judge(std::span<const BodyLine> lines,
                                      const LineMatcher& strict) const;

  // Whether `title`, which a reader took from a text's first line, is rather the page's: a bullet,
  // a cue, a name of one or two words.
  bool is_of_page(std::string_view title, const LineMatcher& strict) const;

  // Of the lines right above the article the one that is its headline; empty: none looks like one.
  std::string_view headline_of(std::span<const std::string_view> above,
                               const LineMatcher& strict) const;

 private:
  PageMatchers matchers_;
};

}  // namespace backfile
