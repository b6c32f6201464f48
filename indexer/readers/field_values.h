// What a dump has as text for a field -> values of a RawArticle: joined lists are
// split, HTML becomes text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/raw_article.h"

namespace backfile {

bool is_list(const Field& field);
bool is_url(std::string_view text);

// The items of a list that was written as text, by Python or as JSON: "['a', \"b\"]"; empty when
// `text` is no such list.
std::optional<std::vector<std::string>> listed_items(std::string_view text);

// Of text in a field of one line: tags and entities become characters.
std::string line_of(std::string_view text);
// Of a body: HTML becomes text, and in lines of other text entities become characters.
std::string body_of(std::string_view text);

// The whole value of a field, which may be a list that was joined: "a; b", "['a', 'b']". A single
// value keeps the first.
void add_text(RawArticle& raw, const Field& field, std::string_view text);
// One item of a list, or a value that is none.
void add_item(RawArticle& raw, const Field& field, std::string_view text);

// A date that is written as none ("None", "NaT"): kept as it is while the article has no other, for
// the cleaner to remark on. Anything else is left alone.
void keep_written_none(RawArticle& raw, const Field& field, std::string_view text);

}  // namespace backfile
