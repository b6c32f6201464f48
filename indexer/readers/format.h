// Which reader for which input: the table of formats.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "indexer/readers/input.h"
#include "indexer/readers/jsonl.h"
#include "indexer/readers/reader.h"

namespace backfile {

struct ReaderSettings {
  Input& input;
  std::string section;  // for formats whose articles have none: the folder's name
  const FieldMap& map;
};

struct Format {
  std::string_view name;
  std::span<const std::string_view> endings;  // of file names, for when the content does not say
  bool (*is_it)(std::string_view first_bytes);
  std::unique_ptr<Reader> (*make)(const ReaderSettings&);
};

std::span<const Format> formats();
// nullptr when there is none of that name.
const Format* format_by_name(std::string_view name);
// "text jsonl"
std::string format_names();

// By content, then by name. Otherwise the reason why it cannot be told.
std::variant<const Format*, Rejection> detect_format(Input& input);

}  // namespace backfile
