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

bool is_apostrophe(char32_t c) { return c == '\'' || c == U'’' || c == U'ʼ' || c == U'＇'; }

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

// The bytes of a possessive 's at `offset`; 0 when there is none.
std::size_t possessive_bytes(std::string_view text, std::size_t offset) {
  const CodePoint apostrophe = code_point_at(text, offset);
  const std::size_t tail = offset + apostrophe.bytes;
  if (!is_apostrophe(apostrophe.value)) return 0;
  if (tail >= text.size() || ascii_lower(text[tail]) != 's') return 0;
  return goes_on(text, tail + 1) ? 0 : apostrophe.bytes + 1;
}

}  // namespace

bool Tokenizer::next(Token& token) {
  while (skip_to_word()) {
    form_.clear();
    is_accented_ = false;
    scan(token);
    if (form_.size() == 0 || form_.size() > kMaxWordBytes) continue;
    token.form = form_.view();
    token.folded = form_.view();
    if (is_accented_) token.folded = folded_ = fold_accents(form_.view());
    return true;
  }
  return false;
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
    form_.clear();
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
  is_accented_ |= c.is(Character::kAccented);
}

void Tokenizer::scan_single(Token& token) {
  do {
    const CodePoint c = code_point_at(text_, offset_);
    append(character(c.value));
    offset_ += c.bytes;
  } while (character_at(text_, offset_).is(Character::kMark));
  token.end = offset_;
}

// Single letters with a dot between each two, such as `U.S.` or `e.g`.
bool Tokenizer::scan_acronym(Token& token) {
  std::size_t at = offset_;
  std::size_t letters = 0;
  while (true) {
    const CodePoint c = code_point_at(text_, at);
    const Character& letter = character(c.value);
    if (!is_spaced_letter(letter)) break;
    const std::size_t after = at + c.bytes;
    const bool dotted = after < text_.size() && text_[after] == '.';
    if (!dotted && (letters == 0 || goes_on(text_, after))) return form_.clear(), false;
    append(letter);
    ++letters;
    at = after + (dotted ? 1 : 0);
    if (!dotted) break;
  }
  if (letters < 2) return form_.clear(), false;
  token.end = at;
  offset_ = at + possessive_bytes(text_, at);
  return true;
}

// Goes on behind what scan_plain() has read.
void Tokenizer::scan_word(Token& token) {
  // The kinds of the last character that counts.
  unsigned last = offset_ > token.begin ? character_at(text_, offset_ - 1).kinds : 0;
  while (offset_ < text_.size()) {
    const CodePoint c = code_point_at(text_, offset_);
    const Character& here = character(c.value);
    if (here.is(Character::kInWord)) {
      if (here.is(Character::kUnspaced)) break;
      append(here);
      last = here.kinds;
    } else if (!here.is(Character::kIgnorable)) {
      const Character& after = character_at(text_, offset_ + c.bytes);
      const bool between_letters = (last & Character::kLetter) && is_spaced_letter(after);
      const bool between_digits = (last & Character::kDigit) && after.is(Character::kDigit);
      last = 0;
      if (is_apostrophe(c.value) && between_letters) {
        if (scan_apostrophe(c.bytes, token)) return;
        continue;
      }
      const bool joins = (c.value == '&' && between_letters) ||
                         ((c.value == '.' || c.value == ',') && between_digits);
      if (!joins) break;
      append(here);
    }
    offset_ += c.bytes;
  }
  token.end = offset_;
}

// At an apostrophe between two letters: true when the word ends here. Before it may stand no word
// but an article; then the form is left empty.
bool Tokenizer::scan_apostrophe(std::size_t bytes, Token& token) {
  token.end = offset_;
  const std::size_t possessive = possessive_bytes(text_, offset_);
  offset_ += std::max(possessive, bytes);
  if (possessive > 0) return true;
  if (std::ranges::find(kElided, form_.view()) != kElided.end()) {
    form_.clear();
    return true;
  }
  append(character('\''));
  return false;
}

}  // namespace backfile
