// Text -> words. The rules know no language, because a query does not say its
// own, and the same word must come out of an article and a query:
//
//   letters, marks and digits make a word; case is folded     Zürich, 7th
//   other shapes of letters and digits are these              ＡＢＣ１ -> abc1, ﬁ -> fi
//   `.` and `,` join digits                                   10,000  1.5
//   `&` joins letters                                         AT&T
//   dots after single letters are an acronym's                U.S. -> us
//     before a name too                                       J.F.Kennedy -> jf kennedy
//   an apostrophe joins letters                               O'Brien
//     but a possessive 's is cut                              Biden’s -> biden
//     unless a decade's                                       1990's -> 1990s
//     and an elided article or particle before it is cut      l'Ukraine -> ukraine
//   quotation marks before a Hebrew word's last letter        צה"ל -> צהל
//   scripts written without spaces (Han, kana, Thai, Lao, Khmer, Burmese):
//     every character is a word, with its marks; a run of them in a query is a phrase
//   all else parts words                                      COVID-19 -> covid 19
//
// A dictionary would part Thai or Chinese into longer words, but differently in an article and in
// a query, where it sees no context, and never the names that make news. Characters are parted
// the same everywhere, so a run of them is found wherever it stands.
//
// White space always parts words, for a query's words are asked for one by one: `J. F. Kennedy` is
// three, in an article too, whereas `J.F. Kennedy` and `JF Kennedy` find each other.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "common/character.h"

namespace backfile {

struct Token {
  std::string_view form;    // lower case, accents kept
  std::string_view folded;  // the same without accents
  std::size_t begin = 0;    // bytes of the text that it stands for, end exclusive
  std::size_t end = 0;
};

class Tokenizer {
 public:
  // Words of more bytes than this are no words and left out.
  static constexpr std::size_t kMaxWordBytes = 100;

  // `text` is valid UTF-8 in NFC and outlives the tokenizer.
  explicit Tokenizer(std::string_view text) : text_(text) {}

  // False at the end. The token's views live until the next call.
  bool next(Token& token);

 private:
  static constexpr std::size_t kBlockBytes = sizeof(std::uint64_t);

  // The word's form as far as it is read. Bytes behind the longest word's are counted, not kept.
  class Form {
   public:
    void clear() { size_ = 0; }
    std::size_t size() const { return size_; }
    std::string_view view() const { return {bytes_.data(), std::min(size_, kMaxWordBytes)}; }

    // The first `count` bytes of `block`.
    template <std::size_t kSize>
    void append(const std::array<char, kSize>& block, std::size_t count) {
      static_assert(kSize <= kBlockBytes);
      if (size_ <= kMaxWordBytes) std::memcpy(bytes_.data() + size_, block.data(), kSize);
      size_ += count;
    }

   private:
    std::size_t size_ = 0;
    std::array<char, kMaxWordBytes + kBlockBytes> bytes_{};
  };

  void begin_form();
  bool skip_to_word();
  void scan(Token& token);
  std::size_t scan_plain();
  void scan_word(Token& token);
  bool scan_acronym(Token& token);
  void scan_single(Token& token);
  bool scan_apostrophe(std::size_t bytes, Token& token);
  void spell(Token& token);
  void append(const Character& character);
  void append_next();

  std::string_view text_;
  std::size_t offset_ = 0;
  Form form_;
  unsigned seen_ = 0;  // the kinds of characters in form_, but for the plain
  std::string composed_;
  std::string folded_;
};

// Whether at `offset` of `text` (valid UTF-8) is a quotation mark within a Hebrew acronym, which is
// written before its last letter: צה"ל. Elsewhere a word in quotation marks may follow a prefix.
bool is_gershayim(std::string_view text, std::size_t offset);

}  // namespace backfile
