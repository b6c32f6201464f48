// Answers on their way out: one function a format and answer, all from plain
// values.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "searcher/render/style.h"
#include "searcher/result.h"
#include "searcher/saved/saved_searches.h"

namespace backfile {

// For people: hits with the matches in bold, what was counted as bars.
void render_text(const SearchResult& result, const Style& style, std::ostream& out);
void render_text(const SearchResult& result, const MoreHits& more, const Style& style,
                 std::ostream& out);
void render_text(const Article& article, const Style& style, std::ostream& out);

// One object for the whole answer.
void render_json(const SearchResult& result, std::ostream& out);
void render_json(const SearchResult& result, const MoreHits& more, std::ostream& out);
void render_json(const Article& article, std::ostream& out);
// The same as answers to requests: an error with where in the text it is, from 1; `id` is what the
// request is called, as JSON, empty for none.
std::string answer_json(const SearchResult& result, std::string_view id);
std::string answer_json(const Article& article, std::string_view id);
std::string error_json(std::string_view message, std::optional<std::size_t> at,
                       std::string_view id);

// The text of an article as it came: for people line by line, without what a terminal might act
// on; as an object of "id" and "raw", in which that is escaped.
void render_raw_text(std::string_view raw, std::ostream& out);
void render_raw_json(std::string_view id, std::string_view raw, std::ostream& out);

// Saved searches: for people a line each; as an array of objects of "name", "words" (those of the
// command line) and "last_run".
void render_text(const std::vector<SavedSearch>& searches, const Style& style, std::ostream& out);
void render_json(const std::vector<SavedSearch>& searches, std::ostream& out);

// One hit a line, as in the JSON answer.
void render_jsonl(const SearchResult& result, std::ostream& out);
void render_jsonl(const SearchResult& result, const MoreHits& more, std::ostream& out);

// One id a line.
void render_ids(const SearchResult& result, std::ostream& out);
void render_ids(const SearchResult& result, const MoreHits& more, std::ostream& out);

}  // namespace backfile
