// The words of a text, some at a time: what the table that has to know them looks
// at is in far memory, and on its way for all of them at once.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/tokenizer.h"
#include "indexer/archive/string_table.h"

namespace backfile {

class WordBatch {
 public:
  static constexpr std::size_t kMaxWords = 32;

  struct Word {
    StringTable::Key key;      // of the form
    std::uint32_t form = 0;    // where it begins in all forms
    std::uint32_t number = 0;  // for who reads them
    std::size_t begin = 0;     // in the text
    std::size_t end = 0;
  };

  // The next words of the text, none at its end; valid until the next call. Begins to fetch their
  // places in `table`.
  std::span<Word> read(Tokenizer& text, const StringTable& table);
  std::string_view form(const Word& word) const {
    return std::string_view(forms_).substr(word.form, word.key.bytes);
  }

 private:
  std::vector<Word> words_;
  std::string forms_;
};

}  // namespace backfile
