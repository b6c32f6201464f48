#include "common/article.h"

#include <cstdint>

#include <unicode/uloc.h>

#include "common/utf8.h"

namespace backfile {

std::string language_code(std::string_view name) {
  const std::string_view code = name.substr(0, name.find_first_of("-_"));
  if (code.size() != 2 && code.size() != 3) return {};
  std::string lower;
  for (const char c : code) {
    if (!is_ascii_alpha(c)) return {};
    lower += ascii_lower(c);
  }
  if (lower == "iw") return "he";
  char code_of[ULOC_LANG_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  // ICU knows the longer codes: eng -> en; und, undetermined, has none.
  const std::int32_t length = uloc_getLanguage(lower.c_str(), code_of, sizeof code_of, &status);
  if (U_FAILURE(status)) return lower;
  return {code_of, std::size_t(length)};
}

}  // namespace backfile
