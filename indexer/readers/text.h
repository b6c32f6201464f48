// Plain text, one article a file, as scrapers write it: the first line is the
// headline, the rest the body; the folder's name is the section.
#pragma once

#include <memory>
#include <string>

#include "indexer/readers/input.h"
#include "indexer/readers/reader.h"

namespace backfile {

// `section` is empty for an input that was named itself. `input` outlives the reader.
std::unique_ptr<Reader> make_text_reader(Input& input, std::string section);

}  // namespace backfile
