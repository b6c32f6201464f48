// The features of a page's lines, by which page_judge tells the article from what stands around
// it: a line's shape, what its neighbours are like, and what came before on the page. Few, because
// the pages to learn from are few; each between 0 and 1 where nothing else is said.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/cleaner/page_line.h"

namespace backfile {

inline constexpr std::array<std::string_view, 24> kPageFeatures = {
    "one",             // always 1
    "length",          // logarithm of the words: 1 at 63
    "is-short",        // at most 4 words
    "ends-sentence",   //
    "has-bullet",      //
    "small-share",     // of the words, those with a small first letter
    "digit-share",     //
    "has-clauses",     //
    "is-repeated",     //
    "has-separator",   //
    "is-label",        // a cue of page_cues as the whole line
    "is-strict",       // a line rule matches
    "is-notice",       // a cue of page_cues anywhere
    "is-dated",        //
    "next",            // how much the next line looks like text
    "before",          // the same of the four lines before, on average
    "around",          // the same of the ten lines before and the ten behind
    "sentences",       // the same, whole sentences only, of the four lines before and behind
    "comments-began",  // 1 behind the first label of comments that follows text
    "related-began",   // labels of other articles that stand before and follow text; 1 at 4
    "end-began",       // the same of author, tags and legal notices; 1 at 3
    "text-indent",     // how much of the text has the line's indent; 0 on a page without indents
    "same-indent",     // the last line of text has it; 0 on a page without indents
    "no-indents",      // no line of the page has another indent
};

using PageFeatures = std::array<double, kPageFeatures.size()>;

std::vector<PageFeatures> page_features(std::span<const PageLine> lines);

}  // namespace backfile
