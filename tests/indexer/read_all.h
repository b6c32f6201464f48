// What a reader gives, as plain texts that tables can hold.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "indexer/markup/page.h"
#include "indexer/readers/reader.h"
#include "tests/string_source.h"

namespace backfile {

// With pages parsed, and all of their text.
inline std::vector<ParsedItem> read_all(Reader& reader) {
  std::vector<ParsedItem> items;
  while (auto item = reader.next()) {
    if (const auto* page = std::get_if<RawPage>(&*item))
      items.push_back(parse_page(*page, {.keeps_text = true}));
    else if (auto* raw = std::get_if<RawArticle>(&*item))
      items.emplace_back(std::move(*raw));
    else
      items.emplace_back(std::get<Rejection>(std::move(*item)));
  }
  return items;
}

inline std::vector<ParsedItem> read_all(MakeReader* make, std::string content,
                                        const ReaderSettings& settings = {}) {
  Input input = input_of(std::move(content));
  return read_all(*make(input, settings));
}

// Of an article "title=A|tags=x,y", its fields in the table's order, absent ones left out; of a
// rejection "! reason: detail".
inline std::string described(const ParsedItem& item) {
  if (const auto* rejection = std::get_if<Rejection>(&item))
    return (rejection->kind == Rejection::Kind::kNote ? "note " : "! ") + rejection->reason + ": " +
           rejection->detail;
  const auto& raw = std::get<RawArticle>(item);
  std::string text;
  for (const Field& field : fields()) {
    if (raw[field].empty()) continue;
    text.append(text.empty() ? "" : "|").append(field.name).append("=");
    for (std::size_t i = 0; i < raw[field].size(); ++i)
      text.append(i > 0 ? "," : "").append(raw[field][i]);
  }
  return text;
}

inline const Origin& origin_of(const ParsedItem& item) {
  const auto* raw = std::get_if<RawArticle>(&item);
  return raw ? raw->origin : std::get<Rejection>(item).origin;
}

}  // namespace backfile
