// Which reader for which input: the table of formats.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "indexer/readers/reader.h"

namespace backfile {

struct Format {
  std::string_view name;
  std::span<const std::string_view> endings;  // of file names, for when the content does not say
  // Whether an input that begins so (a byte-order mark and white space cut off) is of this format.
  bool (*looks_like)(std::string_view head);
  MakeReader* make;
};

// In the order in which content is looked at: what is told most certainly comes first.
std::span<const Format> formats();
// nullptr when there is none of that name.
const Format* format_by_name(std::string_view name);
// "csv feed html ..."
std::string format_names();

// Bytes of an input by which its format is told.
inline constexpr std::size_t kLookBytes = std::size_t{16} << 10;

struct Detected {
  const Format* format;
  bool in_doubt;  // neither content nor name says it clearly
};

// By content, then by name. Otherwise the reason why it cannot be told.
std::variant<Detected, Rejection> detect_format(Input& input);

}  // namespace backfile
