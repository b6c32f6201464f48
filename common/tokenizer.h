// Text -> words. The rules know no language, because a query does not say its
// own, and the same word must come out of an article and a query:
//
//   letters, marks and digits make a word; case is folded     Zürich, 7th
//   `.` and `,` join digits                                   10,000  1.5
//   `&` joins letters                                         AT&T
//   dots after single letters are an acronym's                U.S. -> us
//   an apostrophe joins letters                               O'Brien
//     but a possessive 's is cut                              Biden’s -> biden
//     and an elided article or particle before it is cut      l'Ukraine -> ukraine
//   scripts written without spaces (Han, kana, Thai, Lao, Khmer, Burmese):
//     every character is a word; a run of them in a query is a phrase
//   all else parts words                                      COVID-19 -> covid 19
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

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
  bool skip_to_word();
  void scan_word(Token& token);
  bool scan_acronym(Token& token);
  void scan_single(Token& token);
  bool scan_apostrophe(std::size_t bytes, Token& token);

  std::string_view text_;
  std::size_t offset_ = 0;
  std::string form_;
  std::string folded_;
};

}  // namespace backfile
