// Any bytes as a dump: found out, read, cleaned, turned into a document.
#include "common/stored.h"
#include "common/utf8.h"
#include "indexer/cleaner/clean.h"
#include "indexer/document.h"
#include "indexer/readers/format.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/indexer/read_all.h"

using namespace backfile;

namespace {

void check_clean(const CleanArticle& item) {
  const Article& article = item.article;
  require(!article.id.empty());
  const std::string stored = to_stored(article);
  require(from_stored(stored) == article);
  for (const Field& field : fields())
    for (const std::string& value : field_values(article, field)) {
      require(!first_invalid_utf8(value));
      for (std::size_t i = 0; i < value.size();) {
        const CodePoint c = code_point_at(value, i);
        require(!is_unwanted(c.value) && (c.value != '\n' || field.name == "body"));
        i += c.bytes;
      }
    }
  DocumentBuilder().build(article, stored, "digest");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const Cleaner cleaner{CleanOptions{}};
  Input input = input_of(std::string(as_text(bytes, size)));
  const auto detected = detect_format(input);
  if (!std::holds_alternative<Detected>(detected)) return 0;
  const ReaderSettings settings;
  const auto reader = std::get<Detected>(detected).format->make(input, settings);
  for (const ParsedItem& item : read_all(*reader)) {
    const auto* raw = std::get_if<RawArticle>(&item);
    if (!raw) continue;
    const auto cleaned = cleaner.clean(*raw);
    if (const auto* article = std::get_if<CleanArticle>(&cleaned)) check_clean(*article);
  }
  return 0;
}
