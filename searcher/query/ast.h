// A parsed query: a plain value, and its canonical text.
//
//   ceasefire +talks -sport      kSequence of three kWord; occur kShould, kMust, kMustNot
//   "red line" OR title:=Kyiv    kOr of kPhrase and kExact (field title)
//   (oil OR gas) NEAR/5 price*   kNear of kOr and kPrefix; distance 5
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/period.h"
#include "common/schema.h"

namespace backfile {

// Where something stands in the query's text, in characters from 1; no part of what it means.
struct Column {
  std::size_t number = 1;

  bool operator==(const Column&) const { return true; }
};

struct QueryNode {
  enum class Type : std::uint8_t {
    kAll,       // every article
    kWord,      // one word, stemmed
    kPhrase,    // words in a row, exact forms; also of a word that has several parts: COVID-19
    kExact,     // =form, accents count
    kPrefix,    // text*
    kValue,     // whole value of a kKey field: id:, lang:
    kDate,      // date:range
    kSequence,  // children ranked together: the more the better
    kAnd,       // all children
    kOr,        // any child
    kNot,       // the first child without the second
    // Where two children stand in the same text; each is a word, a phrase, an exact form, a prefix,
    // a kOr of such, or again one of these:
    kNear,           // within `distance` words, in any order
    kBefore,         // the first child before the second, within `distance` words
    kSameSentence,   // in one sentence
    kSameParagraph,  // in one paragraph
  };
  enum class Occur : std::uint8_t { kShould, kMust, kMustNot };  // in a sequence

  Type type = Type::kAll;
  std::string text;              // of a leaf, as written, without its marks
  const Field* field = nullptr;  // of a leaf; nullptr: all text
  DateRange range = {};          // of kDate; its text is in `text`
  Occur occur = Occur::kShould;
  std::vector<QueryNode> children = {};
  std::size_t distance = 0;  // of kNear and kBefore
  Column column = {};        // of a leaf, or of the operator

  bool is_leaf() const { return type < Type::kSequence; }
  bool is_proximity() const { return type >= Type::kNear; }
  bool operator==(const QueryNode&) const = default;
};

// Whether the query says only where to look: fields but the title, and what is joined of them.
bool is_filter(const QueryNode& query);

// What the query was understood as, in the query language: parsed again it gives the same tree.
std::string to_text(const QueryNode& query);

// The operator of a proximity node as it is written: "NEAR/5", "pre/5", "w/s", "w/p".
std::string proximity_text(const QueryNode& node);

// How deep the brackets in that text are nested.
std::size_t bracket_depth(const QueryNode& query);

}  // namespace backfile
