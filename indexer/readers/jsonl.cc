#include "indexer/readers/jsonl.h"

#include <fmt/format.h>

#include "common/utf8.h"
#include "indexer/input/lines.h"
#include "indexer/readers/json_article.h"
#include "indexer/readers/json_glance.h"
#include "indexer/readers/look.h"

namespace backfile {
namespace {

class JsonlReader : public Reader {
 public:
  JsonlReader(Input& input, const ReaderSettings& settings)
      : lines_(input, settings.max_article_bytes),
        path_(input.path()),
        max_bytes_(settings.max_article_bytes),
        articles_(settings) {}

  std::optional<ReadItem> next() override {
    if (auto note = articles_.take_note()) return note;
    while (const auto line = lines_.next()) {
      const Origin origin{path_, fmt::format("line {}", line->number)};
      if (line->too_long) return too_large(origin, "a line", max_bytes_);
      if (!trimmed(line->text).empty()) return articles_.read(line->text, origin, "line").item;
    }
    return std::nullopt;
  }

 private:
  Lines lines_;
  std::string path_;
  std::size_t max_bytes_;
  JsonArticles articles_;
};

}  // namespace

std::unique_ptr<Reader> make_jsonl_reader(Input& input, const ReaderSettings& settings) {
  return std::make_unique<JsonlReader>(input, settings);
}

bool looks_like_jsonl(std::string_view head) {
  const JsonGlance glance = glance_at_json(head);
  return glance.form == JsonForm::kLines;
}

}  // namespace backfile
