#include "common/tokenizer.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "common/fold.h"
#include "common/utf8.h"

namespace backfile {
namespace {

// Articles and particles that French, Italian and Catalan write together with
// the next word. English has no such word before an apostrophe but "d'you".
constexpr std::array<std::string_view, 22> kElided = {
    "c",    "d",    "j",   "l",    "m",    "n",     "s",      "t",     "qu",     "un",   "dell",
    "dall", "nell", "all", "sull", "coll", "jusqu", "lorsqu", "quell", "puisqu", "dess", "quoiqu"};

bool is_ascii_word(char c) { return is_ascii_alpha(c) || is_ascii_digit(c); }

bool is_apostrophe(char32_t c) { return c == '\'' || c == U'’' || c == U'ʼ' || c == U'＇'; }

// Unicode takes one of the apostrophes for a letter, and the Chinese zero for none.
bool is_letter(char32_t c) {
  if (c < 0x80) return is_ascii_alpha(char(c));
  return (u_isalpha(UChar32(c)) != 0 && !is_apostrophe(c)) || c == U'〇';
}

bool is_digit(char32_t c) {
  return c < 0x80 ? is_ascii_digit(char(c)) : u_isdigit(UChar32(c)) != 0;
}

bool is_mark(char32_t c) {
  if (c < 0x300) return false;
  const auto type = u_charType(UChar32(c));
  return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || type == U_ENCLOSING_MARK;
}

// Joiners, soft hyphens and the like: part of the word, not of its form.
bool is_ignorable(char32_t c) { return c >= 0xAD && u_charType(UChar32(c)) == U_FORMAT_CHAR; }

// A letter of a script that puts no spaces between words.
bool is_unspaced(char32_t c) {
  if (c < 0x0E00 || !is_letter(c)) return false;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(UChar32(c), &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_KATAKANA_OR_HIRAGANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return c == U'ー';  // the long-vowel sign is common to both kana
  }
}

bool is_spaced_letter(char32_t c) { return is_letter(c) && !is_unspaced(c); }

// The bytes of a possessive 's at `offset`; 0 when there is none.
std::size_t possessive_bytes(std::string_view text, std::size_t offset) {
  const CodePoint apostrophe = code_point_at(text, offset);
  const std::size_t tail = offset + apostrophe.bytes;
  if (!is_apostrophe(apostrophe.value)) return 0;
  if (tail >= text.size() || ascii_lower(text[tail]) != 's') return 0;
  const char32_t after = code_point_at(text, tail + 1).value;
  const bool goes_on = is_spaced_letter(after) || is_digit(after) || is_mark(after);
  return goes_on ? 0 : apostrophe.bytes + 1;
}

void append_folded_case(std::string& form, char32_t c) {
  if (c < 0x80)
    form += ascii_lower(char(c));
  else
    append_utf8(form, fold_case(c));
}

}  // namespace

bool Tokenizer::next(Token& token) {
  while (skip_to_word()) {
    form_.clear();
    const CodePoint first = code_point_at(text_, offset_);
    if (is_unspaced(first.value))
      scan_single(token);
    else if (!scan_acronym(token))
      scan_word(token);
    if (form_.empty() || form_.size() > kMaxWordBytes) continue;
    token.form = form_;
    token.folded = form_;
    if (!is_ascii(form_)) {
      folded_ = fold_accents(form_);
      token.folded = folded_;
    }
    return true;
  }
  return false;
}

bool Tokenizer::skip_to_word() {
  while (offset_ < text_.size()) {
    if (is_ascii_word(text_[offset_])) return true;
    if (static_cast<unsigned char>(text_[offset_]) < 0x80) {
      ++offset_;
      continue;
    }
    const CodePoint c = code_point_at(text_, offset_);
    if (is_letter(c.value) || is_digit(c.value)) return true;
    offset_ += c.bytes;
  }
  return false;
}

void Tokenizer::scan_single(Token& token) {
  token.begin = offset_;
  CodePoint c = code_point_at(text_, offset_);
  do {
    append_folded_case(form_, c.value);
    offset_ += c.bytes;
    c = code_point_at(text_, offset_);
  } while (c.bytes > 0 && is_mark(c.value));
  token.end = offset_;
}

// Single letters with a dot between each two, such as `U.S.` or `e.g`.
bool Tokenizer::scan_acronym(Token& token) {
  std::size_t at = offset_;
  std::size_t letters = 0;
  while (true) {
    const CodePoint letter = code_point_at(text_, at);
    if (letter.bytes == 0 || !is_spaced_letter(letter.value)) break;
    const CodePoint after = code_point_at(text_, at + letter.bytes);
    const bool dotted = after.value == '.' && after.bytes > 0;
    if (!dotted && (is_spaced_letter(after.value) || is_digit(after.value) || is_mark(after.value)))
      return form_.clear(), false;
    append_folded_case(form_, letter.value);
    ++letters;
    at += letter.bytes + (dotted ? after.bytes : 0);
    if (!dotted) break;
  }
  if (letters < 2) return form_.clear(), false;
  token.begin = offset_;
  token.end = at;
  offset_ = at + possessive_bytes(text_, at);
  return true;
}

void Tokenizer::scan_word(Token& token) {
  token.begin = offset_;
  char32_t last = 0;
  while (offset_ < text_.size()) {
    const CodePoint c = code_point_at(text_, offset_);
    if (is_letter(c.value) || is_digit(c.value) || is_mark(c.value)) {
      if (is_unspaced(c.value)) break;
      append_folded_case(form_, c.value);
    } else if (!is_ignorable(c.value)) {
      const char32_t after = code_point_at(text_, offset_ + c.bytes).value;
      if (is_apostrophe(c.value) && is_letter(last) && is_spaced_letter(after)) {
        if (scan_apostrophe(c.bytes, token)) return;
        last = 0;
        continue;
      }
      const bool joins = (c.value == '&' && is_letter(last) && is_spaced_letter(after)) ||
                         ((c.value == '.' || c.value == ',') && is_digit(last) && is_digit(after));
      if (!joins) break;
      form_ += char(c.value);
    }
    if (!is_ignorable(c.value)) last = c.value;
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
  if (std::ranges::find(kElided, form_) != kElided.end()) {
    form_.clear();
    return true;
  }
  form_ += '\'';
  return false;
}

}  // namespace backfile
