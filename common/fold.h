// Letters made alike: case, and accents where readers take them for the same
// letter.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// Lower case by Unicode's simple case folding, one code point (at most U+10FFFF) in, one out; `İ`,
// which that leaves alone, becomes `i`, and `Ａ` and other shapes of one character become it.
char32_t fold_case(char32_t c);

// `word` (valid UTF-8) without the accents of Latin, Greek, Arabic and Hebrew letters, and with
// letters that are no letter with an accent spelled out: `zürich` -> `zurich`, `straße` ->
// `strasse`, `smørrebrød` -> `smorrebrod`. In other scripts marks are vowels or make another
// letter (Thai, Devanagari, Cyrillic й) and stay, but for Cyrillic ё -> е. Digits of every script
// become ASCII: `٢٠٢٤` -> `2024`. `word` is in lower case.
std::string fold_accents(std::string_view word);

}  // namespace backfile
