#include "common/compression.h"

#include <doctest/doctest.h>

#include "common/error.h"
#include "common/stored.h"
#include "tests/common/random_values.h"
#include "tests/indexer/random_article.h"

namespace backfile {
namespace {

using Texts = std::vector<std::string>;

Texts stored_articles(std::uint32_t seed, std::size_t count) {
  RandomValues random(seed);
  Texts texts;
  for (std::size_t i = 0; i < count; ++i)
    texts.push_back(to_stored(random_article(random, "id" + std::to_string(i))));
  return texts;
}

std::string random_bytes(RandomValues& random, std::size_t count) {
  std::string bytes(count, '\0');
  for (char& byte : bytes) byte = char(random.number(-128, 127));
  return bytes;
}

std::string compressed(std::string_view text, const CompressionDictionary& dictionary) {
  return std::string(Compressor().compress(text, dictionary));
}

// What Decompressor says of damaged data; empty when it takes them.
std::string failure(Decompressor& decompressor, std::string_view data) {
  try {
    decompressor.decompress(data);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

constexpr const char* kNoText =
    "the archive holds a damaged article: no compressed text; index it again";
constexpr const char* kNoDictionary =
    "the archive holds a damaged article: its dictionary is missing; index it again";

TEST_CASE("compression: back again, with and without a dictionary") {
  RandomValues random(1);
  Texts texts = stored_articles(2, 50);
  texts.insert(texts.end(), {"", "a", std::string(1, '\0'), std::string(3'000'000, 'x'),
                             random_bytes(random, 1'000'000)});
  const std::string trained = train_dictionary(stored_articles(3, 600), 20'000);
  REQUIRE_FALSE(trained.empty());
  for (const std::string& dictionary_text : {std::string(), trained}) {
    const CompressionDictionary dictionary(dictionary_text);
    CHECK((dictionary.get() == nullptr) == dictionary_text.empty());
    Compressor compressor;
    Decompressor decompressor;
    decompressor.add_dictionary(dictionary_text);
    for (const std::string& text : texts) {
      CAPTURE(text.size());
      const std::string data(compressor.compress(text, dictionary));
      REQUIRE((decompressor.decompress(data) == text));
      REQUIRE(data == compressed(text, dictionary));  // whatever came before
      CHECK(data.size() < text.size() + text.size() / 100 + 30);
    }
  }
}

TEST_CASE("compression: a dictionary makes articles smaller") {
  const std::string trained = train_dictionary(stored_articles(3, 600), 20'000);
  const CompressionDictionary dictionary(trained);
  const CompressionDictionary none("");
  std::size_t with = 0;
  std::size_t without = 0;
  for (const std::string& text : stored_articles(4, 100)) {
    with += compressed(text, dictionary).size();
    without += compressed(text, none).size();
  }
  CHECK(with * 10 < without * 9);
}

TEST_CASE("compression: the dictionary of the same samples is the same, and not too large") {
  const Texts samples = stored_articles(5, 600);
  for (const std::size_t max_bytes : {2'000U, 20'000U, 100'000U}) {
    CAPTURE(max_bytes);
    const std::string dictionary = train_dictionary(samples, max_bytes);
    CHECK_FALSE(dictionary.empty());
    CHECK(dictionary.size() <= max_bytes);
    CHECK((train_dictionary(samples, max_bytes) == dictionary));
  }
}

TEST_CASE("compression: too little to learn from") {
  const Texts samples = stored_articles(6, 600);
  CHECK(train_dictionary({}, 20'000).empty());
  CHECK(train_dictionary({samples[0]}, 20'000).empty());
  CHECK(train_dictionary(Texts(600, ""), 20'000).empty());
  CHECK(train_dictionary(samples, 0).empty());
  CHECK(train_dictionary(samples, 100).empty());
}

TEST_CASE("compression: frames of several dictionaries") {
  const std::string first = train_dictionary(stored_articles(7, 600), 10'000);
  const std::string second = train_dictionary(stored_articles(8, 600), 10'000);
  REQUIRE(first != second);
  const std::string text = stored_articles(9, 1)[0];
  const std::string by_first = compressed(text, CompressionDictionary(first));
  const std::string by_second = compressed(text, CompressionDictionary(second));
  const std::string by_none = compressed(text, CompressionDictionary(""));

  Decompressor decompressor;
  CHECK(failure(decompressor, by_first) == kNoDictionary);
  CHECK(decompressor.decompress(by_none) == text);
  decompressor.add_dictionary("");
  decompressor.add_dictionary(second);
  CHECK(failure(decompressor, by_first) == kNoDictionary);
  CHECK(decompressor.decompress(by_second) == text);
  decompressor.add_dictionary(first);
  decompressor.add_dictionary(first);
  CHECK(decompressor.decompress(by_first) == text);
  CHECK(decompressor.decompress(by_second) == text);
  CHECK(decompressor.decompress(by_none) == text);
}

TEST_CASE("compression: damaged data") {
  RandomValues random(10);
  const std::string dictionary = train_dictionary(stored_articles(11, 600), 10'000);
  Decompressor decompressor;
  decompressor.add_dictionary(dictionary);
  const std::string text = stored_articles(12, 1)[0];
  for (const std::string& used : {std::string(), dictionary}) {
    const std::string data = compressed(text, CompressionDictionary(used));
    REQUIRE(failure(decompressor, data).empty());
    for (std::size_t bytes = 0; bytes < data.size(); ++bytes) {
      CAPTURE(bytes);
      REQUIRE_FALSE(failure(decompressor, data.substr(0, bytes)).empty());
    }
    CHECK_FALSE(failure(decompressor, data + "x").empty());
    // A bit flipped may give another text, but never anything else than a text or an Error.
    std::size_t refused = 0;
    for (int i = 0; i < 1'000; ++i) {
      std::string damaged = data;
      damaged[random.below(damaged.size())] ^= char(1 << random.below(8));
      refused += failure(decompressor, damaged).empty() ? 0U : 1U;
    }
    CHECK(refused > 0);
    CHECK(decompressor.decompress(data) == text);  // and goes on
  }
  CHECK(failure(decompressor, "") == kNoText);
  CHECK(failure(decompressor, "{\"id\":\"a\"}") == kNoText);
  CHECK(failure(decompressor, random_bytes(random, 1'000)) == kNoText);
}

// The head of a frame that says how long its text is, and one empty block.
std::string frame_of(std::uint64_t bytes) {
  std::string frame = "\x28\xb5\x2f\xfd\xe0";  // the size in 8 bytes, one segment
  for (int i = 0; i < 8; ++i) frame.push_back(char(bytes >> 8 * i & 0xff));
  return frame + std::string("\x01\0\0", 3);
}

TEST_CASE("compression: a frame that says it is huge") {
  Decompressor decompressor;
  CHECK(decompressor.decompress(frame_of(0)).empty());
  CHECK(failure(decompressor, frame_of((std::uint64_t{1} << 31) + 1)) == kNoText);
  CHECK(failure(decompressor, frame_of(~std::uint64_t{0} - 5)) == kNoText);
  CHECK_FALSE(failure(decompressor, frame_of(1'000'000)).empty());
}

// A frame without its text's length, as a stream of unknown end begins.
TEST_CASE("compression: a frame that does not say how long it is") {
  Decompressor decompressor;
  const std::string frame("\x28\xb5\x2f\xfd\x00\x58\x09\x00\x00x", 10);
  CHECK(failure(decompressor, frame) == kNoText);
}

}  // namespace
}  // namespace backfile
