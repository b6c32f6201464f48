// UTF-16 and UTF-32 -> UTF-8: encodings in which no reader would find its ASCII.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/input/input.h"

namespace backfile {

// "UTF-16LE", "UTF-32BE" ... when the bytes begin with its byte-order mark, or with two ASCII
// letters or signs of markup in it; else empty.
std::string_view wide_encoding(std::string_view head);

// `wide` in UTF-8, without its byte-order mark; what is no character becomes U+FFFD.
std::unique_ptr<ByteSource> narrowed(std::unique_ptr<Input> wide, std::string_view encoding);

}  // namespace backfile
