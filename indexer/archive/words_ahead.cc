#include "indexer/archive/words_ahead.h"

#include "indexer/archive/copy_few.h"

namespace backfile {

WordsAhead::WordsAhead(std::string_view text, const StringTable& table)
    : table_(table), tokenizer_(text) {
  while (read_ < kWords && read()) continue;
}

const WordsAhead::Word* WordsAhead::next() {
  read();
  return given_ < read_ ? &words_[given_++ % words_.size()] : nullptr;
}

bool WordsAhead::read() {
  Token token;
  if (!tokenizer_.next(token)) return false;
  Word& word = words_[read_++ % words_.size()];
  word.key = StringTable::Key(token.form);
  table_.prefetch(word.key);
  word.begin = token.begin;
  word.end = token.end;
  copy_few(word.bytes.data(), token.form.data(), token.form.size());
  return true;
}

}  // namespace backfile
