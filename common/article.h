// One news item after cleaning: a plain value that both programs share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"

namespace backfile {

// Text is valid UTF-8 in NFC without control characters other than the line
// feeds of `body`. An empty string or list is an absent field.
struct Article {
  std::string id;
  std::string url;
  std::string title;
  std::string body;  // paragraphs, separated by one empty line
  std::optional<Date> published;
  std::optional<Date> updated;
  std::string source;
  std::string section;
  std::vector<std::string> authors;
  std::vector<std::string> tags;
  std::vector<std::string> places;
  std::vector<std::string> people;
  std::string language;  // ISO 639-1, lower case

  bool operator==(const Article&) const = default;
};

// The language code in `name` ("en", "EN", "en-GB", "pt_BR", "zh-Hant", "eng"), in lower case
// without the region, ISO 639-1 where there is one; empty when `name` has no such shape.
std::string language_code(std::string_view name);

}  // namespace backfile
