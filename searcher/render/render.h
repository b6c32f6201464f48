// Answers on their way out: one function a format and answer, all from plain
// values.
#pragma once

#include <iosfwd>
#include <string_view>

#include "common/article.h"
#include "searcher/render/style.h"
#include "searcher/result.h"

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

// The text of an article as it came: for people line by line, without what a terminal might act
// on; as an object of "id" and "raw", in which that is escaped.
void render_raw_text(std::string_view raw, std::ostream& out);
void render_raw_json(std::string_view id, std::string_view raw, std::ostream& out);

// One hit a line, as in the JSON answer.
void render_jsonl(const SearchResult& result, std::ostream& out);
void render_jsonl(const SearchResult& result, const MoreHits& more, std::ostream& out);

// One id a line.
void render_ids(const SearchResult& result, std::ostream& out);
void render_ids(const SearchResult& result, const MoreHits& more, std::ostream& out);

}  // namespace backfile
