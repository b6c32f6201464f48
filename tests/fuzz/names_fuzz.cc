// Any bytes as bylines, one a line: clean names, which cleaning leaves as they are.
#include "common/utf8.h"
#include "indexer/cleaner/authors.h"
#include "indexer/cleaner/list_text.h"
#include "tests/fuzz/fuzz_input.h"

using namespace backfile;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::string_view text = as_text(bytes, size);
  if (first_invalid_utf8(text)) return 0;  // readers give none
  std::vector<std::string> bylines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\f'), text.size());
    bylines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  for (const std::string& byline : bylines)
    if (const auto items = list_items(byline))
      for (const std::string& item : *items) require(item.size() <= byline.size());
  const std::vector<std::string> names = clean_authors(bylines);
  require(names.size() <= 100);
  for (const std::string& name : names) {
    require(!name.empty() && name.size() <= 100);
    require(clean_line(name) == name);
  }
  require(clean_authors(names) == names);
  return 0;
}
