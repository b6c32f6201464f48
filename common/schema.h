// The one field table. Readers, indexing, query fields, filters, facets, the
// stored form and --help are all driven by it: a new field is a member of
// Article and a row here.
//
// How a field is found in the database (term spelling: common/terms.h):
//   prefix  words of the field (kText, kName, kAddress) or its whole value (kKey)
//   slot    value slot that holds the field for counting; lists are joined
//           by kListSeparator
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/article.h"

namespace backfile {

// Raised by whatever changes terms, slots or the stored form.
inline constexpr std::string_view kSchemaVersion = "4";
// Metadata keys of an archive's settings: the version, and the dictionary of its document data
// (common/compression.h), absent from small archives.
inline constexpr std::string_view kSchemaKey = "backfile.schema";
inline constexpr std::string_view kDictionaryKey = "backfile.dictionary";
inline constexpr std::string_view kRepeatedKey = "backfile.repeated";
inline constexpr std::string_view kCopiesKey = "backfile.copies";

enum class Kind : std::uint8_t {
  kKey,      // one term for the whole value, nothing else: id, language
  kText,     // words, exact and stemmed, with positions: title, body
  kName,     // words unstemmed, with positions, and one term for the whole value: source, authors
  kAddress,  // words unstemmed, without positions: url
  kDate,     // slots, and for `published` terms of its day, month and year (common/terms.h)
};

// Slots that no field owns alone.
inline constexpr unsigned kNewestSlot = 0;      // order of newest first, then id
inline constexpr unsigned kOldestSlot = 1;      // order of oldest first, then id
inline constexpr unsigned kDaySlot = 2;         // YYYYMMDD of `published`, UTC
inline constexpr unsigned kDigestSlot = 3;      // hash of the stored form
inline constexpr unsigned kSignatureSlot = 11;  // tells near-copies
inline constexpr unsigned kNoSlot = ~0U;

inline constexpr char kListSeparator = '\x1f';

using FieldMember = std::variant<std::string Article::*, std::vector<std::string> Article::*,
                                 std::optional<Date> Article::*>;

struct Field {
  std::string_view name;        // in dumps, JSON and --map
  std::string_view query_name;  // before a colon in a query; empty: not searchable so
  std::string_view facet_name;  // for --facet and --filter; empty: no facet
  Kind kind;
  std::string_view prefix;  // of its terms
  unsigned slot;            // kNoSlot: not counted
  unsigned weight;          // of one word in the unprefixed (all text) terms; 0: not in them
  FieldMember member;
};

std::span<const Field> fields();
// Whether a field's words are terms, and whether its whole values are.
bool has_words(const Field& field);
bool has_value_terms(const Field& field);
// nullptr when no field has that name.
const Field* field_by_name(std::string_view name);
const Field* field_by_query_name(std::string_view name);

// `group:` in a query, which no article has as a field: it stands before the id of one, and means
// that one and its near-copies.
const Field& group_field();

// The values of a field that is no date, as the article has them; none when absent.
std::span<const std::string> field_texts(const Article& article, const Field& field);
// The values of any field, dates as ISO 8601; none when absent.
std::vector<std::string> field_values(const Article& article, const Field& field);

// Something that hits are counted and filtered by: a field, or a period of
// `published`, which is a cut of kDaySlot's value.
struct Facet {
  std::string_view name;
  unsigned slot;
  unsigned width;      // of the value's first bytes that count; 0: all, split as a list
  const Field* field;  // nullptr for a period
};

std::span<const Facet> facets();
// By facet name, field name or query name ("tag", "tags", "lang"); else nullptr.
const Facet* facet_by_name(std::string_view name);
// "source, section, ..." for messages and --help.
std::string facet_names();
std::string field_names();
std::string query_field_names();

}  // namespace backfile
