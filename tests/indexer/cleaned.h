// Raw articles by hand, and what the cleaner makes of them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/cleaner/clean.h"

namespace backfile {

using FieldValues = std::vector<std::pair<std::string_view, std::vector<std::string>>>;

inline RawArticle raw_article(const FieldValues& values) {
  RawArticle raw;
  raw.origin = {"a.jsonl", "line 7"};
  for (const auto& [name, texts] : values) {
    const Field* field = field_by_name(name);
    REQUIRE(field);
    raw[*field] = texts;
  }
  return raw;
}

// For a raw article that is not rejected.
inline CleanArticle cleaned(const FieldValues& values, const Cleaner& cleaner) {
  auto result = cleaner.clean(raw_article(values));
  REQUIRE(std::holds_alternative<CleanArticle>(result));
  return std::get<CleanArticle>(std::move(result));
}

// With the options that hold when nothing is said. Making a cleaner compiles all its rules, so one
// serves all tests.
inline CleanArticle cleaned(const FieldValues& values) {
  static const Cleaner cleaner{CleanOptions{}};
  return cleaned(values, cleaner);
}

// "rule: text" of every line that went.
inline std::vector<std::string> described(const std::vector<RemovedLine>& removed) {
  std::vector<std::string> all;
  for (const RemovedLine& line : removed) all.push_back(std::string(line.rule) + ": " + line.text);
  return all;
}

}  // namespace backfile
