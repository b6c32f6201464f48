#include "indexer/readers/json.h"

#include "indexer/readers/json_article.h"
#include "indexer/readers/json_elements.h"
#include "indexer/readers/json_glance.h"

namespace backfile {
namespace {

class JsonReader : public Reader {
 public:
  JsonReader(Input& input, const ReaderSettings& settings)
      : elements_(input, settings.max_article_bytes), articles_(settings), path_(input.path()) {}

  std::optional<ReadItem> next() override {
    if (auto note = articles_.take_note()) return note;
    while (auto element = elements_.next()) {
      seen_ = true;
      if (element->damaged) {
        given_ = true;
        return *std::move(element->damaged);
      }
      if (auto item = item_of(*element)) {
        given_ = true;
        return item;
      }
    }
    if (!seen_ || given_) return std::nullopt;
    given_ = true;
    return Rejection{{path_, {}},
                     "no articles",
                     "no object with a title or a body; name the dump's own fields with --map"};
  }

 private:
  // Empty when it is gone into or passed over.
  std::optional<ReadItem> item_of(const JsonElement& element) {
    JsonReading reading = articles_.read(element.text, element.origin, "item");
    if (is_article(reading, element.role)) return std::move(reading.item);
    articles_.take_note();
    elements_.enter();
    return std::nullopt;
  }

  static bool is_article(const JsonReading& reading, JsonRole role) {
    if (!reading.is_object || reading.has_body) return true;
    if (std::holds_alternative<Rejection>(reading.item) && role != JsonRole::kOther) return true;
    switch (role) {
      case JsonRole::kTop:
        return reading.has_text && !reading.has_list;
      case JsonRole::kItem:
        return !reading.has_list;
      default:
        return false;
    }
  }

  JsonElements elements_;
  JsonArticles articles_;
  std::string path_;
  bool seen_ = false;   // an object
  bool given_ = false;  // an article, or why something was none
};

}  // namespace

std::unique_ptr<Reader> make_json_reader(Input& input, const ReaderSettings& settings) {
  return std::make_unique<JsonReader>(input, settings);
}

bool looks_like_json(std::string_view head) {
  return glance_at_json(head).form == JsonForm::kDocument;
}

}  // namespace backfile
