// Any bytes as a dump of the format `fuzzed_format`: read, pages parsed, cleaned,
// turned into a document. One program a format.
#include <string>

#include "common/stored.h"
#include "common/utf8.h"
#include "indexer/archive/inverter.h"
#include "indexer/cleaner/clean.h"
#include "indexer/readers/format.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/indexer/read_all.h"

using namespace backfile;

extern const char* const fuzzed_format;  // made by CMakeLists.txt

namespace {

void check_clean(const CleanArticle& item, const std::string& raw) {
  const Article& article = item.article;
  require(!article.id.empty());
  const std::string stored = to_stored(article);
  require(from_stored(stored) == article);
  const std::string with_raw = to_stored(article, raw);
  require(from_stored(with_raw) == article && raw_text_of(with_raw) == raw);
  for (const Field& field : fields())
    for (const std::string& value : field_values(article, field)) {
      require(!first_invalid_utf8(value));
      for (std::size_t i = 0; i < value.size();) {
        const CodePoint c = code_point_at(value, i);
        require(!is_unwanted(c.value) && (c.value != '\n' || field.name == "body"));
        i += c.bytes;
      }
    }
  Inverter().add(article);
}

void clean_all(Reader& reader) {
  static const Cleaner cleaner{CleanOptions{}};
  for (const ParsedItem& item : read_all(reader)) {
    const auto* raw = std::get_if<RawArticle>(&item);
    if (!raw) continue;
    for (const auto& values : raw->values)
      for (const std::string& value : values) require(!first_invalid_utf8(value));
    const std::string text(text_as_it_came(*raw));
    require(!first_invalid_utf8(text));
    const auto cleaned = cleaner.clean(*raw);
    if (const auto* article = std::get_if<CleanArticle>(&cleaned)) check_clean(*article, text);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  constexpr std::size_t kPieceBytes = 777;  // so that elements lie across the pieces
  ReaderSettings settings;
  settings.max_article_bytes = 4096;
  Input input({"a", "a", "section"},
              std::make_unique<StringSource>(std::string(as_text(bytes, size)), kPieceBytes));
  detect_format(input);  // looks at any bytes, whatever comes of it
  const Format* format = format_by_name(fuzzed_format);
  require(format != nullptr);
  clean_all(*format->make(input, settings));
  return 0;
}
