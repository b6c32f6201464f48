// One JSON text as simdjson's tree, more forgiving than the standard where the
// meaning is clear: other encodings than UTF-8, lone surrogates, NaN.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <simdjson.h>

namespace backfile {

class JsonDocument {
 public:
  // The tree, which lives until the next call; empty when `json` is not to be read, and error()
  // says why.
  std::optional<simdjson::dom::element> parse(std::string_view json);

  const std::string& error() const { return error_; }
  // By which encoding the last text was read; empty when it was UTF-8.
  const std::string& encoding() const { return encoding_; }

 private:
  simdjson::dom::parser parser_;
  std::string error_;
  std::string encoding_;
};

// "a list", "text", ...
std::string_view type_name(simdjson::dom::element value);
// A number as text: 17 for 17 and 17.0.
std::string number_text(simdjson::dom::element number);

// The text by which an object stands for something: {"id": 1, "name": "The Tide"}. Empty when it
// has none.
std::string name_in(simdjson::dom::object object);

// The texts of a body that is a list or an object: paragraphs, blocks with a text, Fundus'
// {"summary": [..], "sections": [{"headline": [..], "paragraphs": [..]}]}. Joined by empty lines.
std::string joined_paragraphs(simdjson::dom::element value);

}  // namespace backfile
