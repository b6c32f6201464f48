// What readers give: an article as the dump has it, field by field; a page from
// which one is still to be taken; or the reason why a part of the dump is none.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/schema.h"

namespace backfile {

// Where something stood in the dump.
struct Origin {
  std::string input;     // "dump/a.jsonl", "dump/b.zip/c.html", "-"
  std::string position;  // "line 7", "record 3 at byte 7120"; empty: the whole input
};

// What the lines of a body are. Empty lines part paragraphs in any case.
enum class LineUse : std::uint8_t {
  kUnknown,     // to be judged by the text
  kParagraphs,  // every line is one
  kWrapped,     // lines were broken at a width; an indented one starts a paragraph
};

// A line or block of text that was left out of a body.
struct RemovedLine {
  std::string text;
  std::string_view rule;  // lives as long as the program
};

// Values as they stand in the dump (valid UTF-8, not cleaned), in the order of fields(). The body
// is plain text; names and dates are as the dump writes them ("By JOHN DOE", "26-FEB-1987 15:01").
struct RawArticle {
  Origin origin;
  std::vector<std::vector<std::string>> values{fields().size()};
  LineUse body_lines = LineUse::kUnknown;
  std::vector<RemovedLine> removed;  // from the page that the body was found on
  std::string page_text;             // all that the page shows, when that was asked for

  std::vector<std::string>& operator[](const Field& field) {
    return values[std::size_t(&field - fields().data())];
  }
  const std::vector<std::string>& operator[](const Field& field) const {
    return values[std::size_t(&field - fields().data())];
  }
  // Of the field of that name, which the table has.
  std::vector<std::string>& operator[](std::string_view name) {
    return (*this)[*field_by_name(name)];
  }
  // Adds a value unless it is blank.
  void add(std::string_view field_name, std::string value);
};

// The text as it came, before anything was taken out of it: of a page all of it, if that was asked
// for, else the body; empty when there is none.
std::string_view text_as_it_came(const RawArticle& raw);

// An HTML page as it came; parse_page() makes an article of it, on any thread.
struct RawPage {
  Origin origin;
  std::string html;     // bytes in any encoding
  std::string url;      // where it was fetched; empty when not known
  std::string charset;  // by the HTTP header; empty when it names none
};

// A part of the dump that was not indexed, or a remark about one.
struct Rejection {
  enum class Kind : std::uint8_t {
    kReject,  // not indexed, and that is a fault
    kNote,    // a value of an indexed article that could not be used, or what is no article anyway
    kRemark,  // a note that a person is shown too
  };

  Origin origin;
  std::string reason;  // a few fixed words: "invalid JSON"
  std::string detail;  // what in particular, and what to do
  Kind kind = Kind::kReject;
};

using ReadItem = std::variant<RawArticle, RawPage, Rejection>;
// About how much memory it takes.
std::size_t bytes_of(const ReadItem& item);

using ParsedItem = std::variant<RawArticle, Rejection>;

}  // namespace backfile
