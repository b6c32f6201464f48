#include "common/terms.h"

#include <fmt/format.h>
#include <xxhash.h>

#include "common/utf8.h"

namespace backfile {
namespace {

std::string concatenated(std::initializer_list<std::string_view> parts) {
  std::size_t bytes = 0;
  for (const std::string_view part : parts) bytes += part.size();
  std::string term;
  term.reserve(bytes);
  for (const std::string_view part : parts) term += part;
  return term;
}

}  // namespace

std::string form_term(std::string_view prefix, std::string_view form) {
  return concatenated({prefix, form});
}

std::string folded_term(std::string_view prefix, std::string_view folded) {
  return concatenated({"F", prefix, folded});
}

std::string stem_term(std::string_view prefix, std::string_view language, std::string_view stem) {
  if (language == "en") return concatenated({"Z", prefix, stem});
  return concatenated({"Z", prefix, language, ":", stem});
}

std::string value_term(const Field& field, std::string_view value) {
  std::string term = field.kind == Kind::kKey ? concatenated({field.prefix, value})
                                              : concatenated({"V", field.prefix, ":", value});
  if (term.size() <= kMaxTermBytes) return term;
  constexpr std::size_t kKeptBytes = 200;
  term.resize(boundary_before(term, kKeptBytes));
  return fmt::format("{}~{:016x}", term, XXH3_64bits(value.data(), value.size()));
}

std::string day_term(std::chrono::sys_days day) {
  return concatenated({kDayPrefix, to_digits(day)});
}

std::string month_term(std::chrono::sys_days day) {
  return concatenated({kMonthPrefix, to_digits(day).substr(0, 6)});
}

std::string year_term(std::chrono::sys_days day) {
  return concatenated({kYearPrefix, to_digits(day).substr(0, 4)});
}

std::string sketch_term(std::uint32_t part) {
  std::string term(kSketchPrefix);
  for (int shift = 24; shift >= 0; shift -= 6) term += kSketchDigits[part >> shift & 63];
  return term;
}

std::optional<std::uint32_t> sketch_part(std::string_view term) {
  constexpr std::size_t kDigitCount = 5;
  if (!term.starts_with(kSketchPrefix) || term.size() != kSketchPrefix.size() + kDigitCount)
    return std::nullopt;
  std::uint32_t part = 0;
  for (const char c : term.substr(kSketchPrefix.size())) {
    const std::size_t digit = kSketchDigits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    part = part << 6 | std::uint32_t(digit);
  }
  return part;
}

}  // namespace backfile
