// JSON on its way out: one way for every line that a program reads.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace backfile {

// `value` on one line with its line feed. Text that is not UTF-8 (a file's name may be anything) is
// written with U+FFFD in place of what is wrong.
std::string dump_line(const nlohmann::ordered_json& value);

}  // namespace backfile
