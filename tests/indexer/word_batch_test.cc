#include "indexer/archive/word_batch.h"

#include <doctest/doctest.h>

#include "tests/common/random_values.h"

namespace backfile {
namespace {

TEST_CASE("word batch: those of the tokenizer, however few or many") {
  RandomValues random(71);
  const std::string longest(Tokenizer::kMaxWordBytes, 'w');
  const std::string too_long(Tokenizer::kMaxWordBytes + 1, 'v');
  const std::string_view pieces[] = {"storm", " ", " ", ". ",    "Zürich", "U.S.",  "l'été",
                                     "東京",  "a", "-", longest, too_long, "1,000", "Harbour"};
  StringTable table;
  WordBatch batch;
  for (int i = 0; i < 2'000; ++i) {
    const std::string text = random.text(pieces, i % 150);
    CAPTURE(text);
    Tokenizer tokenizer(text);
    Tokenizer expected(text);
    Token token;
    for (auto words = batch.read(tokenizer, table); !words.empty();
         words = batch.read(tokenizer, table)) {
      REQUIRE(words.size() <= WordBatch::kMaxWords);
      for (const WordBatch::Word& word : words) {
        REQUIRE(expected.next(token));
        REQUIRE(batch.form(word) == token.form);
        REQUIRE(word.key == StringTable::Key(token.form));
        REQUIRE(word.begin == token.begin);
        REQUIRE(word.end == token.end);
        table.add(word.key, batch.form(word));  // it grows while words are on their way
      }
    }
    CHECK_FALSE(expected.next(token));
  }
}

}  // namespace
}  // namespace backfile
