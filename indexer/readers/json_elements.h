// JSON of any size, cut into the objects that may be articles: by counting
// brackets outside of strings, in the memory of one object. It may be
//   [{...}, {...}]                          a list
//   {"status": "ok", "articles": [{...}]}   an object that holds one, however deep
//   {...} {...}                             objects one behind the other
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/input.h"
#include "indexer/raw_article.h"

namespace backfile {

enum class JsonRole : std::uint8_t {
  kTop,    // no list around it: an article, or an object that holds them
  kItem,   // of a list at the top, or of one under a name for lists of articles
  kOther,  // of some other list or object: seldom an article
};

struct JsonElement {
  std::string_view text;  // an object; lives until the next call of next()
  JsonRole role = JsonRole::kTop;
  Origin origin;                     // "item 3, line 120"
  std::optional<Rejection> damaged;  // then there is no text
};

class JsonElements {
 public:
  // Objects of more than `max_bytes` are gone into where they may hold articles, and told of where
  // they should be one. `input` outlives this.
  JsonElements(Input& input, std::size_t max_bytes) : input_(input), max_bytes_(max_bytes) {}

  // The next object; empty at the end. Throws Error when the input breaks off, after the last
  // object that is whole.
  std::optional<JsonElement> next();

  // The last object was no article: goes on inside of it, when it is not too deep for that.
  void enter();
  // The last object was no article: goes on behind it.
  void pass_over() { --items_; }

 private:
  // What the next byte is inside of.
  struct Level {
    bool is_list;
    bool of_items;  // a list of articles by its name or place
  };
  enum class Cut : std::uint8_t { kWhole, kTooLarge, kBadString, kMismatch, kEnds };

  std::optional<JsonElement> step(char c);
  std::optional<JsonElement> element(JsonRole role);
  JsonElement damage(Cut cut, std::size_t seen);
  std::optional<JsonElement> at_end();
  Rejection why(Cut cut) const;
  Cut cut_object(std::size_t& bytes);
  void open_list(bool of_items);
  bool take_member();
  void skip_scalar();
  void skip_lines();
  void skip_object();
  bool skip_space();
  JsonRole role() const;
  Origin origin() const;
  void take(std::size_t bytes);
  Rejection reject(std::string reason, std::string detail) const {
    return {origin(), std::move(reason), std::move(detail)};
  }

  Input& input_;
  std::size_t max_bytes_;
  std::vector<Level> levels_;
  std::size_t element_bytes_ = 0;  // of the last object, still in the input's buffer
  std::uint64_t items_ = 0;
  std::uint64_t line_ = 1;
  std::size_t column_ = 0;          // of the next byte in its line
  std::size_t element_column_ = 0;  // at which the last object began
  std::uint64_t bytes_again_ = 0;   // looked at a second time behind damage
  // Of an object that was gone into though it is damaged: told when nothing else is of it.
  std::optional<Rejection> owed_;
  std::size_t owed_level_ = 0;
  bool ends_in_item_ = false;
  bool starts_ = true;
  bool lost_ = false;  // behind damage: the next line that begins an object is to be found
};

}  // namespace backfile
