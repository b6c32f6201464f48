// What often stands around an article on a page, as data, in the rows of rules.h: labels (the line
// is one: "Related stories", "11 Comments", "About the author") and notices (the line has the words
// of one: "sign up for our newsletter").
//
// Unlike line rules these are evidence only. An article may well have such a line, so no line goes
// for a cue alone: page_judge weighs it with the line's shape and with what stands around it. Hence
// a row may be much wider than a line rule; its miss is a line of news that it must leave alone.
#pragma once

#include <span>

#include "indexer/cleaner/rules.h"

namespace backfile {

// Classes of labels: "related", "comments", "author", "tags", "share", "navigation", "ads",
// "dated".
std::span<const LineRule> english_page_labels();
std::span<const LineRule> page_labels();  // of other languages, and of any

// Classes of notices: "newsletter", "legal", "cookie", "author", "photo".
std::span<const LineRule> page_notices();

}  // namespace backfile
