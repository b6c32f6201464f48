// The words of a text, each some words after the table that has to know it was
// told so: what it looks at is in far memory, and on its way by then.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "common/tokenizer.h"
#include "indexer/archive/string_table.h"

namespace backfile {

class WordsAhead {
 public:
  // Both outlive this; `text` is what a Tokenizer takes.
  WordsAhead(std::string_view text, const StringTable& table);

  struct Word {
    std::string_view form() const { return {bytes.data(), key.bytes}; }

    StringTable::Key key;  // of form()
    std::size_t begin = 0;
    std::size_t end = 0;
    std::array<char, Tokenizer::kMaxWordBytes> bytes{};
  };
  // Null at the end; valid until the next call.
  const Word* next();

 private:
  bool read();

  static constexpr std::size_t kWords = 8;

  const StringTable& table_;
  Tokenizer tokenizer_;
  std::array<Word, kWords + 1> words_;  // a ring: those that were read, and the one given last
  std::size_t read_ = 0;
  std::size_t given_ = 0;
};

}  // namespace backfile
