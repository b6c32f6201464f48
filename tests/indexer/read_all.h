// What a reader gives, as plain texts that tables can hold.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "indexer/readers/reader.h"

namespace backfile {

inline std::vector<ReadItem> read_all(Reader& reader) {
  std::vector<ReadItem> items;
  while (auto item = reader.next()) items.push_back(std::move(*item));
  return items;
}

// Of an article "title=A|tags=x,y", its fields in the table's order, absent ones left out; of a
// rejection "! reason: detail".
inline std::string described(const ReadItem& item) {
  if (const auto* rejection = std::get_if<Rejection>(&item))
    return "! " + rejection->reason + ": " + rejection->detail;
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

inline const Origin& origin_of(const ReadItem& item) {
  const auto* raw = std::get_if<RawArticle>(&item);
  return raw ? raw->origin : std::get<Rejection>(item).origin;
}

}  // namespace backfile
