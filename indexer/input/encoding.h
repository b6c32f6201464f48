// Bytes in whatever encoding -> UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

struct Decoded {
  std::string text;      // valid UTF-8
  std::string encoding;  // what it was taken for, by IANA's name: "UTF-8", "windows-1252"
  bool lossy = false;    // something was no character and became U+FFFD
};

// `declared` is what the bytes, or a header before them, say of themselves ("iso-8859-1"; empty
// when nothing). A byte-order mark goes before it; text that is valid UTF-8 beyond ASCII is that,
// whatever Latin encoding is declared. "Latin-1" is read as windows-1252, as every browser does.
// Without a usable declaration: UTF-8 when valid, else what ICU detects, else windows-1252.
Decoded decode(std::string_view bytes, std::string_view declared = {});

}  // namespace backfile
