// Lists written as text: what a CSV dump holds where the program that wrote it had a list.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// The items of `['Jane Roe', "John O'Doe", None]` or `["Jane Roe"]`: quoted texts, without those
// that stand for nothing. Empty when `text` is anything else as a whole.
std::optional<std::vector<std::string>> list_items(std::string_view text);

// "None", "null", "nan", "N/A", "-" and their kin: what programs write for no value.
bool stands_for_nothing(std::string_view text);

}  // namespace backfile
