#include "common/tokenizer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "common/fold.h"
#include "common/utf8.h"

namespace backfile {
namespace {

// Articles and particles that French, Italian and Catalan write together with
// the next word. English has no such word before an apostrophe but "d'you".
constexpr std::array<std::string_view, 22> kElided = {
    "c",    "d",    "j",   "l",    "m",    "n",     "s",      "t",     "qu",     "un",   "dell",
    "dall", "nell", "all", "sull", "coll", "jusqu", "lorsqu", "quell", "puisqu", "dess", "quoiqu"};

using Block = std::array<char, sizeof(std::uint64_t)>;

// The bytes of `text` from `offset`; zeros behind its end.
Block block_at(std::string_view text, std::size_t offset) {
  Block block{};
  if (text.size() - offset >= block.size())
    std::memcpy(block.data(), text.data() + offset, block.size());
  else
    std::memcpy(block.data(), text.data() + offset, text.size() - offset);
  return block;
}

// All bytes of a block at once: the first is the lowest.
std::uint64_t to_number(const Block& block) {
  auto number = std::bit_cast<std::uint64_t>(block);
  if constexpr (std::endian::native == std::endian::big) number = __builtin_bswap64(number);
  return number;
}

Block to_block(std::uint64_t number) {
  if constexpr (std::endian::native == std::endian::big) number = __builtin_bswap64(number);
  return std::bit_cast<Block>(number);
}

constexpr std::uint64_t kEach = 0x0101010101010101U;
constexpr std::uint64_t kTop = 0x80 * kEach;

// The top bit of every byte from `first` to `last`; all bytes are ASCII.
constexpr std::uint64_t between(std::uint64_t bytes, unsigned char first, unsigned char last) {
  return (bytes + (0x80U - first) * kEach) & ~(bytes + (0x7FU - last) * kEach) & kTop;
}

bool is_ascii_word(char c) { return is_ascii_alpha(c) || is_ascii_digit(c); }

bool is_apostrophe(char32_t c) {
  constexpr char32_t kGeresh = U'\u05F3';
  return c == '\'' || c == U'’' || c == U'ʼ' || c == U'＇' || c == kGeresh;
}

bool is_hebrew_letter(char32_t c) { return c >= U'\u05D0' && c <= U'\u05EA'; }

bool is_full_width(char32_t c) { return c >= U'！' && c <= U'～'; }

// Tens of years: 90, 1990, 2010.
bool is_decade(std::string_view number) {
  if (number.size() != 2 && number.size() != 4) return false;
  if (!std::ranges::all_of(number, is_ascii_digit) || number.back() != '0') return false;
  return number.size() == 2 ? number[0] >= '2' : number[0] == '1' || number[0] == '2';
}

bool is_spaced_letter(const Character& c) {
  return c.is(Character::kLetter) && !c.is(Character::kUnspaced);
}

// What the character at `offset` is; behind the text, no part of a word.
const Character& character_at(std::string_view text, std::size_t offset) {
  return character(code_point_at(text, offset).value);
}

// Whether the word whose plain part reaches up to `offset` is sure to end there.
bool surely_ends(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return true;
  const char c = text[offset];
  if (c != '.' && c != ',' && c != '\'' && c != '&') return is_ascii(c);
  if (offset + 1 >= text.size()) return true;
  const char after = text[offset + 1];
  return is_ascii(after) && !is_ascii_word(after);
}

// Whether a word that reaches up to `offset` has more there, joints aside.
bool goes_on(std::string_view text, std::size_t offset) {
  const Character& c = character_at(text, offset);
  return c.is(Character::kInWord) && !c.is(Character::kUnspaced);
}

// A mark may go with a letter that it did not with the letter's other shape, or a joiner away.
constexpr unsigned kComposing = Character::kCompatibility | Character::kIgnorable;

constexpr unsigned kOnLetter = Character::kMark | Character::kIgnorable;

// The end of the marks at `offset`.
std::size_t marks_end(std::string_view text, std::size_t offset) {
  while (true) {
    const CodePoint c = code_point_at(text, offset);
    if (!character(c.value).is(kOnLetter)) return offset;
    offset += c.bytes;
  }
}

// The bytes of a possessive 's at `offset`; 0 when there is none.
std::size_t possessive_bytes(std::string_view text, std::size_t offset) {
  const CodePoint apostrophe = code_point_at(text, offset);
  if (!is_apostrophe(apostrophe.value)) return 0;
  const CodePoint s = code_point_at(text, offset + apostrophe.bytes);
  const std::size_t bytes = apostrophe.bytes + s.bytes;
  if (character(s.value).lower.view() != "s") return 0;
  return goes_on(text, offset + bytes) ? 0 : bytes;
}

// Whether the sign at `offset`, behind a character of kinds `last`, is within a word. One of full
// width joins full-width characters only: `2019，2020` is Chinese for `2019, 2020`.
bool joins(std::string_view text, std::size_t offset, unsigned last) {
  const CodePoint sign = code_point_at(text, offset);
  const CodePoint next = code_point_at(text, offset + sign.bytes);
  if (is_full_width(sign.value) && !is_full_width(next.value)) return false;
  const Character& after = character(next.value);
  switch (sign.value) {
    case U'&':
    case U'＆':
      return (last & Character::kLetter) && is_spaced_letter(after);
    case U'.':
    case U',':
    case U'．':
    case U'，':
      return (last & Character::kDigit) && after.is(Character::kDigit);
    default:
      return false;
  }
}

// Whether the apostrophe at `offset`, behind a character of kinds `last`, is of the word before it.
bool joins_apostrophe(std::string_view text, std::size_t offset, unsigned last) {
  const std::size_t after = offset + code_point_at(text, offset).bytes;
  if (last & Character::kLetter) return is_spaced_letter(character_at(text, after));
  return (last & Character::kDigit) && possessive_bytes(text, offset) > 0;
}

}  // namespace

bool Tokenizer::next(Token& token) {
  while (skip_to_word()) {
    begin_form();
    scan(token);
    if (form_.size() == 0 || form_.size() > kMaxWordBytes) continue;
    token.form = form_.view();
    token.folded = form_.view();
    if (seen_ & (kComposing | Character::kAccented)) spell(token);
    return true;
  }
  return false;
}

void Tokenizer::spell(Token& token) {
  if (seen_ & kComposing) token.form = composed_ = to_nfc(token.form);
  token.folded = folded_ = fold_accents(token.form);
}

void Tokenizer::begin_form() {
  form_.clear();
  seen_ = 0;
}

bool Tokenizer::skip_to_word() {
  while (offset_ < text_.size()) {
    if (is_ascii(text_[offset_])) {
      if (is_ascii_word(text_[offset_])) return true;
      ++offset_;
      continue;
    }
    const CodePoint c = code_point_at(text_, offset_);
    if (character(c.value).is(Character::kLetter | Character::kDigit)) return true;
    offset_ += c.bytes;
  }
  return false;
}

void Tokenizer::scan(Token& token) {
  token.begin = offset_;
  const std::size_t plain_bytes = scan_plain();
  token.end = offset_;
  if (plain_bytes > 0 && surely_ends(text_, offset_)) return;
  if (plain_bytes < 2) {
    offset_ = token.begin;
    begin_form();
    if (character_at(text_, offset_).is(Character::kUnspaced)) return scan_single(token);
    if (scan_acronym(token)) return;
  }
  scan_word(token);
}

// What most words of most texts are made of: letters and digits of ASCII. Returns how many.
std::size_t Tokenizer::scan_plain() {
  const std::size_t begin = offset_;
  for (std::size_t count = kBlockBytes; count == kBlockBytes && offset_ < text_.size();) {
    const std::uint64_t block = to_number(block_at(text_, offset_));
    const std::uint64_t ascii = block & ~kTop;
    const std::uint64_t upper = between(ascii, 'A', 'Z');
    const std::uint64_t lower = ascii | (upper >> 2U);  // by the bit 0x20
    const std::uint64_t plain = (between(lower, 'a', 'z') | between(ascii, '0', '9')) & ~block;
    count = std::size_t(std::countr_zero(~plain & kTop)) / 8;
    form_.append(to_block(lower), count);
    offset_ += count;
  }
  return offset_ - begin;
}

void Tokenizer::append(const Character& c) {
  form_.append(c.lower.bytes, c.lower.size);
  seen_ |= c.kinds;
}

void Tokenizer::append_next() {
  const CodePoint c = code_point_at(text_, offset_);
  const Character& here = character(c.value);
  if (here.is(Character::kIgnorable))
    seen_ |= here.kinds;
  else
    append(here);
  offset_ += c.bytes;
}

void Tokenizer::scan_single(Token& token) {
  do append_next();
  while (character_at(text_, offset_).is(kOnLetter));
  token.end = offset_;
}

// Single letters, with their marks, and a dot between each two, such as `U.S.`, `e.g` or
// `बी.जे.पी.`; a name may follow the last.
bool Tokenizer::scan_acronym(Token& token) {
  const std::size_t begin = offset_;
  std::size_t letters = 0;
  for (bool dotted = true; dotted; ++letters) {
    const CodePoint letter = code_point_at(text_, offset_);
    if (!is_spaced_letter(character(letter.value))) break;
    const std::size_t after = marks_end(text_, offset_ + letter.bytes);
    const CodePoint next = code_point_at(text_, after);
    dotted = next.value == '.' || next.value == U'．';
    if (!dotted && (letters == 0 || goes_on(text_, after))) break;
    while (offset_ < after) append_next();
    if (dotted) offset_ += next.bytes;
  }
  if (letters < 2) {
    offset_ = begin;
    begin_form();
    return false;
  }
  token.end = offset_;
  offset_ += possessive_bytes(text_, offset_);
  return true;
}

// Goes on behind what scan_plain() has read.
void Tokenizer::scan_word(Token& token) {
  // The kinds of the last character that counts, marks aside.
  unsigned last = offset_ > token.begin ? character_at(text_, offset_ - 1).kinds : 0;
  while (offset_ < text_.size()) {
    const CodePoint c = code_point_at(text_, offset_);
    const Character& here = character(c.value);
    if (here.is(Character::kInWord)) {
      if (here.is(Character::kUnspaced)) break;
      append(here);
      if (!here.is(Character::kMark)) last = here.kinds;
    } else if (!here.is(Character::kIgnorable | Character::kJoint)) {
      break;
    } else if (is_apostrophe(c.value) && joins_apostrophe(text_, offset_, last)) {
      if (scan_apostrophe(c.bytes, token)) return;
      last = 0;
      continue;
    } else if (here.is(Character::kIgnorable)) {
      seen_ |= here.kinds;
    } else if (!is_gershayim(text_, offset_)) {
      if (!joins(text_, offset_, last)) break;
      append(here);
      last = 0;
    }
    offset_ += c.bytes;
  }
  token.end = offset_;
}

// At an apostrophe behind a letter or number: true when the word ends here. Before it may stand no
// word but an article; then the form is left empty.
bool Tokenizer::scan_apostrophe(std::size_t bytes, Token& token) {
  token.end = offset_;
  const std::size_t possessive = possessive_bytes(text_, offset_);
  offset_ += std::max(possessive, bytes);
  if (possessive > 0 && is_decade(form_.view())) {
    append(character('s'));
    token.end = offset_;
  }
  if (possessive > 0) return true;
  if (std::ranges::find(kElided, form_.view()) != kElided.end()) {
    begin_form();
    return true;
  }
  append(character('\''));
  return false;
}

bool is_gershayim(std::string_view text, std::size_t offset) {
  constexpr std::size_t kHebrewLetterBytes = 2;
  const CodePoint mark = code_point_at(text, offset);
  if (mark.value != '"' && mark.value != U'”' && mark.value != U'״') return false;
  if (offset < kHebrewLetterBytes ||
      !is_hebrew_letter(code_point_at(text, offset - kHebrewLetterBytes).value))
    return false;
  const std::size_t last = offset + mark.bytes;
  return is_hebrew_letter(code_point_at(text, last).value) &&
         !goes_on(text, last + kHebrewLetterBytes);
}

}  // namespace backfile
