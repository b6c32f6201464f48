// One JSON object -> an article, by the table of field names: what jsonl, json
// and the Washington Post's lines have in common.
//
//   {"title": "...", "maintext": "...", "date_publish": "2024-11-17 08:00:00",
//    "authors": ["..."], "source_domain": "tide.example"}
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "indexer/readers/reader.h"

namespace backfile {

struct JsonReading {
  ReadItem item;  // an article, or why it is none
  bool is_object = false;
  bool has_text = false;  // a title or a body
  bool has_body = false;  // by a name that means the text itself, not a teaser
  bool has_list = false;  // objects under a name under which lists of articles stand ("articles")
};

// Whether lists of articles stand under this key.
bool is_list_name(std::string_view key);

class JsonArticles {
 public:
  explicit JsonArticles(const ReaderSettings& settings);
  ~JsonArticles();

  // Of one JSON text in any encoding; `what` is how a message calls it: "line", "item". Values of
  // types that a field does not take are passed over, but for titles and bodies.
  JsonReading read(std::string_view json, const Origin& origin, std::string_view what);

  // What is to be told of the last text besides; once.
  std::optional<Rejection> take_note();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace backfile
