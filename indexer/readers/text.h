// Plain text, one article a file, as scrapers write it: the first line is the
// headline, the rest the body; the folder's name is the section.
#pragma once

#include "indexer/readers/reader.h"

namespace backfile {

MakeReader make_text_reader;

bool looks_like_text(std::string_view head);

}  // namespace backfile
