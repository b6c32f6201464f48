#include "indexer/archive/word_batch.h"

namespace backfile {

std::span<WordBatch::Word> WordBatch::read(Tokenizer& text, const StringTable& table) {
  words_.clear();
  forms_.clear();
  for (Token token; words_.size() < kMaxWords && text.next(token);) {
    const StringTable::Key key(token.form);
    table.prefetch(key);
    words_.push_back({key, std::uint32_t(forms_.size()), 0, token.begin, token.end});
    forms_ += token.form;
  }
  return words_;
}

}  // namespace backfile
