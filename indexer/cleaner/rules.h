// The cleaner's line rules: the cues by which a whole line is known not to be
// the article, as data. A rule judges one line by itself; what needs the
// article (a repeated headline) is in clean.cc. Every row carries a line that
// it must match and a true line of news that no row may match; a test runs both.
//
// Rows are strict, because text lost is worse than junk left: a cue wants an
// arrow, a known label with a colon, or a known label as the whole line. None
// looks for words anywhere in a line, and none names a site.
#pragma once

#include <span>
#include <string_view>

namespace backfile {

// `pattern` is RE2 syntax over the whole line without outer blanks and list
// bullet (see LineMatcher). Letters match in either case unless a row says
// (?-i:...); apostrophes come straight and typographic; blanks are single.
struct LineRule {
  std::string_view rule;      // class, as --dry-run names it: "prev-next"
  std::string_view language;  // of the cue: "en", "de", "fr", "es", "*" for any
  std::string_view pattern;
  std::string_view hit;   // a line that it must match
  std::string_view miss;  // a line of true news that it must not match
};

// The tables, one per language. They live as long as the program.
std::span<const LineRule> common_line_rules();
std::span<const LineRule> english_line_rules();
std::span<const LineRule> german_line_rules();
std::span<const LineRule> french_line_rules();
std::span<const LineRule> spanish_line_rules();

}  // namespace backfile
