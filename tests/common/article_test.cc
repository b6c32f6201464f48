#include "common/article.h"

#include <doctest/doctest.h>

namespace backfile {
namespace {

TEST_CASE("article: language code") {
  struct Row {
    std::string_view name;
    std::string_view code;
  };
  constexpr Row kRows[] = {
      {"en", "en"},      {"EN", "en"},      {"en-GB", "en"},
      {"pt_BR", "pt"},   {"zh-Hant", "zh"}, {"zh-Hant-TW", "zh"},
      {"haw", "haw"},    {"iw", "he"},      {"iw-IL", "he"},
      {"", ""},          {"e", ""},         {"english", ""},
      {"English", ""},   {"e1", ""},        {"12", ""},
      {"é", ""},         {"-en", ""},       {" en", ""},
      {"en ", ""},       {"en.UTF-8", ""},  {"en/de", ""},
      {"x-klingon", ""},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.name);
    CHECK(language_code(row.name) == row.code);
  }
}

}  // namespace
}  // namespace backfile
