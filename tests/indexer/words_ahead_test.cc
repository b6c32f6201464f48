#include "indexer/archive/words_ahead.h"

#include <doctest/doctest.h>

#include "tests/common/random_values.h"

namespace backfile {
namespace {

TEST_CASE("words ahead: those of the tokenizer, however few") {
  RandomValues random(71);
  const std::string longest(Tokenizer::kMaxWordBytes, 'w');
  const std::string too_long(Tokenizer::kMaxWordBytes + 1, 'v');
  const std::string_view pieces[] = {"storm", " ", " ", ". ",    "Zürich", "U.S.",  "l'été",
                                     "東京",  "a", "-", longest, too_long, "1,000", "Harbour"};
  StringTable table;
  for (int i = 0; i < 2'000; ++i) {
    const std::string text = random.text(pieces, i % 40);
    CAPTURE(text);
    Tokenizer tokenizer(text);
    Token token;
    WordsAhead words(text, table);
    while (const WordsAhead::Word* word = words.next()) {
      REQUIRE(tokenizer.next(token));
      REQUIRE(word->form() == token.form);
      REQUIRE(word->key == StringTable::Key(token.form));
      REQUIRE(word->begin == token.begin);
      REQUIRE(word->end == token.end);
      table.add(word->key, word->form());  // it grows while words are on their way
    }
    CHECK_FALSE(tokenizer.next(token));
    CHECK(words.next() == nullptr);
  }
}

}  // namespace
}  // namespace backfile
