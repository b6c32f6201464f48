// JSON on its way out: one way for every line that a program reads.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace backfile {

// `value` on one line with its line feed. Text that is not UTF-8 (a file's name may be anything) is
// written with U+FFFD in place of what is wrong.
std::string dump_line(const nlohmann::ordered_json& value);

// Appends `text` in quotes, as dump_line() writes it, without making a value of it first: for what
// is written by the gigabyte.
void append_json(std::string& to, std::string_view text);
// The same, with everything escaped by number that a terminal might act on (C1 controls, DEL,
// overrides of direction: is_unwanted() of common/utf8.h): for text that nobody has cleaned.
void append_harmless_json(std::string& to, std::string_view text);

}  // namespace backfile
