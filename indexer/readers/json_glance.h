// What the first bytes of JSON show: one object a line, or something that is not
// cut at lines.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace backfile {

enum class JsonForm : std::uint8_t {
  kNone,      // no JSON
  kLines,     // a whole object in the first line
  kDocument,  // a list, an object of several lines, or one that holds a list of articles
};

struct JsonGlance {
  JsonForm form = JsonForm::kNone;
  std::vector<std::string_view> keys;  // of the first object, as far as it is seen
};

// `head` begins behind a byte-order mark and white space. One pass, whatever it holds.
JsonGlance glance_at_json(std::string_view head);

}  // namespace backfile
