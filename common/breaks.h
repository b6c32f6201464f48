// Where sentences and paragraphs end: what `w/s` and `w/p` in a query go by.
//
// Paragraphs are parted by an empty line. A sentence ends at `.`, `!`, `?` or `…`, with quotes and
// brackets that close behind it, when white space follows and the next word does not begin with a
// small letter; at `。！？` always. A dot ends no sentence behind a title (`Mr.`, `vs.`) or, before
// a number, behind a month or `No.` (`Jan. 5`). Nor does it, unless the next word is one that
// begins sentences (`in the U.S. The`), behind an acronym (`U.S. President`), an initial
// (`J. Smith`), what may stand before a name (`St.`, `Inc.`) and, in languages that write ordinals
// so, a number (`am 17. November`).
//
// A rule of our own: ICU's knows no abbreviations, and every word of every article comes by here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace backfile {

enum class Break : std::uint8_t { kNone, kSentence, kParagraph };

// Between the word text[begin, end) and the next one, which begins at `next`. `language` is the
// text's.
Break break_between(std::string_view text, std::string_view language, std::size_t begin,
                    std::size_t end, std::size_t next);

// How a break behind the word at position `word` is kept, as a position of kBreaksTerm
// (common/terms.h).
constexpr std::uint32_t break_position(Break kind, std::uint32_t word) {
  return word * 2 + (kind == Break::kParagraph ? 1 : 0);
}
constexpr std::uint32_t word_of_break(std::uint32_t position) { return position / 2; }
constexpr bool ends_paragraph(std::uint32_t position) { return position % 2 == 1; }

}  // namespace backfile
