#include "common/duplicates/signature.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <doctest/doctest.h>

#include "common/terms.h"
#include "indexer/archive/segment_builder.h"
#include "indexer/duplicates/signature_builder.h"
#include "tests/archive_fixture.h"
#include "tests/indexer/random_story.h"

namespace backfile {
namespace {

using Words = std::vector<std::uint64_t>;

Words random_words(RandomValues& random, std::size_t count) {
  Words words(count);
  for (std::uint64_t& word : words) word = std::uint64_t(random.number(0, INT64_MAX));
  return words;
}

SignatureBuilder::Made made_of(const Words& words) {
  SignatureBuilder builder;
  for (const std::uint64_t word : words) builder.add(word, Fact::kNone);
  return builder.take();
}

std::set<Words> shingles_of(const Words& words) {
  std::set<Words> shingles;
  for (auto first = words.begin(); words.end() - first >= 5; ++first)
    shingles.emplace(first, first + 5);
  return shingles;
}

std::size_t count_of_both(const std::set<Words>& one, const std::set<Words>& other) {
  return std::size_t(
      std::ranges::count_if(one, [&](const Words& shingle) { return other.contains(shingle); }));
}

// A part of the words, some of them others, and words more.
Words changed(RandomValues& random, Words words) {
  words.erase(words.begin(), words.begin() + std::ptrdiff_t(random.below(words.size() / 2)));
  const std::size_t one_in = 4 + random.below(200);
  for (std::uint64_t& word : words)
    if (random.below(one_in) == 0) word = random_words(random, 1).front();
  const Words more = random_words(random, random.below(words.size()));
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

TEST_CASE("signature: likeness is about that of the sets of shingles") {
  RandomValues random(1);
  constexpr int kPairs = 400;
  double sum = 0;  // of errors in sigmas
  for (int i = 0; i < kPairs; ++i) {
    const Words one = random_words(random, 60 + random.below(1000));
    const Words other = changed(random, one);
    const std::set<Words> shingles = shingles_of(one);
    const std::set<Words> other_shingles = shingles_of(other);
    const auto all = double(shingles.size() + other_shingles.size());
    const auto fewer = double(std::min(shingles.size(), other_shingles.size()));
    const auto both = double(count_of_both(shingles, other_shingles));
    const double resemblance = both / (all - both);

    const Likeness found =
        likeness(Signature(made_of(one).signature), Signature(made_of(other).signature));
    // That of as many throws as bins have a shingle: of others, one in 15 is the same by chance.
    const double bins = 128 * (1 - std::exp(-(all - both) / 128));
    const double same = resemblance + (1 - resemblance) / 15;
    const double sigma = std::sqrt(same * (1 - same) / bins) * 15 / 14 + 0.001;
    CAPTURE(resemblance);
    CAPTURE(sigma);
    CHECK(std::abs(found.resemblance - resemblance) < 4.5 * sigma);
    const double slope = all / fewer / (1 + resemblance) / (1 + resemblance);
    CHECK(std::abs(found.containment - both / fewer) < 5 * sigma * slope + 0.01);
    CHECK(found.numbers == 1);
    CHECK(found.names == 1);
    sum += (found.resemblance - resemblance) / sigma;
  }
  // The mean of as many has a sigma of 1 / 20, and more for resemblances of about nothing.
  CHECK(std::abs(sum / kPairs) < 0.3);
}

TEST_CASE("signature: the same words") {
  RandomValues random(2);
  for (const std::size_t count : {5U, 6U, 50U, 5000U, 100'000U}) {
    CAPTURE(count);
    const Words words = random_words(random, count);
    const auto made = made_of(words);
    CHECK(made.signature == made_of(words).signature);
    CHECK(made.sketch == made_of(words).sketch);
    CHECK(made.signature.size() == 2 + 64);
    const Signature signature(made.signature);
    CHECK(signature.shingles == std::min<std::size_t>(count - 4, 0xFFFF));
    CHECK(likeness(signature, signature).resemblance == 1);
    CHECK(likeness(signature, signature).containment == 1);
    CHECK(are_copies(signature, signature));
    const Signature other(made_of(random_words(random, count)).signature);
    CHECK_FALSE(are_copies(signature, other));
  }
}

TEST_CASE("signature: beside a long text, chance is not taken for all of a short one") {
  RandomValues random(9);
  for (const std::size_t count : {10U, 40U, 100U, 400U})
    for (const std::size_t times : {5U, 10U, 30U, 200U}) {
      CAPTURE(count);
      CAPTURE(times);
      int copies = 0;
      for (int i = 0; i < 100; ++i)
        copies += are_copies(Signature(made_of(random_words(random, count)).signature),
                             Signature(made_of(random_words(random, count * times)).signature));
      CHECK(copies <= 1);
    }
}

TEST_CASE("signature: a sketch is up to ten numbers of 30 bits, ascending") {
  RandomValues random(3);
  for (int i = 0; i < 200; ++i) {
    const std::size_t count = random.below(40);
    const auto made = made_of(random_words(random, count));
    CHECK(made.signature.empty() == (count < 5));
    CHECK(made.sketch.size() == std::min<std::size_t>(count < 5 ? 0 : count - 4, 10));
    CHECK(std::ranges::adjacent_find(made.sketch, std::greater_equal<>()) == made.sketch.end());
    CHECK(std::ranges::all_of(made.sketch, [](std::uint32_t part) { return part < 1U << 30; }));
  }
  // Words that come again make few shingles.
  CHECK(made_of(Words(100, 7)).sketch.size() == 1);
}

TEST_CASE("signature: articles have a part of their sketches in common as often as they should") {
  RandomValues random(4);
  int sharing = 0;
  constexpr int kPairs = 1000;
  double expected = 0;
  for (int i = 0; i < kPairs; ++i) {
    const Words one = random_words(random, 150);
    const Words other = changed(random, one);
    const auto both = double(count_of_both(shingles_of(one), shingles_of(other)));
    const double all = double(one.size() + other.size()) - 8 - both;
    expected += 1 - std::pow(1 - both / all, 10);
    const auto sketch = made_of(one).sketch;
    sharing += std::ranges::any_of(made_of(other).sketch, [&](std::uint32_t part) {
      return std::ranges::find(sketch, part) != sketch.end();
    });
  }
  CHECK(std::abs(sharing - expected) < 60);
}

TEST_CASE("signature: nothing is left of the article before") {
  RandomValues random(5);
  SignatureBuilder builder;
  CHECK(builder.take().signature.empty());
  for (int i = 0; i < 300; ++i) {
    SignatureBuilder fresh;
    const Words words = random_words(random, random.below(i % 2 == 0 ? 20 : 300));
    for (const std::uint64_t word : words) {
      const auto fact = Fact(random.below(3));
      builder.add(word, fact);
      fresh.add(word, fact);
    }
    CHECK(builder.is_short() == fresh.is_short());
    const auto made = builder.take();
    const auto expected = fresh.take();
    CHECK(made.signature == expected.signature);
    CHECK(made.sketch == expected.sketch);
    CHECK(builder.is_short());
  }
}

TEST_CASE("signature: facts are the first numbers, with the word before, and the first names") {
  const auto with = [](const std::vector<std::pair<std::uint64_t, Fact>>& words) {
    SignatureBuilder builder;
    for (const auto& [word, fact] : words) builder.add(word, fact);
    for (std::uint64_t i = 0; i < 50; ++i) builder.add(1000 + i, Fact::kNone);
    return Signature(builder.take().signature);
  };
  const Signature one = with({{1, Fact::kNone}, {2, Fact::kNumber}, {3, Fact::kName}});
  CHECK(likeness(one, one).numbers == 1);
  const Signature other_unit = with({{4, Fact::kNone}, {2, Fact::kNumber}, {3, Fact::kName}});
  CHECK(likeness(one, other_unit).numbers == 0);
  CHECK(likeness(one, other_unit).names == 1);
  const Signature other_name = with({{1, Fact::kNone}, {2, Fact::kNumber}, {4, Fact::kName}});
  CHECK(likeness(one, other_name).numbers == 1);
  CHECK(likeness(one, other_name).names == 0);
  CHECK_FALSE(are_copies(one, other_name));
  // Who has none of a kind says nothing about it.
  CHECK(likeness(one, with({})).numbers == 1);
  CHECK(likeness(one, with({})).names == 1);

  SignatureBuilder many;
  RandomValues random(6);
  for (const std::uint64_t word : random_words(random, 5000))
    many.add(word, random.coin() ? Fact::kName : Fact::kNumber);
  const std::string bytes = many.take().signature;
  CHECK(bytes.size() == 2 + 64 + 2 * 16);
}

TEST_CASE("signature: bytes that are none") {
  RandomValues random(7);
  const std::string sound = made_of(random_words(random, 100)).signature;
  const Signature article(sound);
  for (std::size_t size = 0; size < sound.size(); ++size)
    CHECK(Signature(sound.substr(0, size)).shingles == 0);
  for (int i = 0; i < 2000; ++i) {
    std::string bytes(random.below(200), '\0');
    if (i % 2 == 0)
      for (char& byte : bytes) byte = char(random.below(256));
    const Signature signature(bytes);
    for (const Likeness& found : {likeness(signature, article), likeness(article, signature)})
      for (const double share : {found.resemblance, found.containment, found.numbers, found.names})
        CHECK((share >= 0 && share <= 1));
    CHECK(are_copies(signature, article) == are_copies(article, signature));
  }
  // Shingles, and no bin has one.
  const Signature without_bins("\1" + std::string(65, '\0'));
  CHECK(likeness(without_bins, without_bins).resemblance == 0);
  CHECK_FALSE(are_copies(without_bins, without_bins));
  CHECK_FALSE(are_copies(Signature(""), Signature("")));
}

TEST_CASE("signature: where a dateline ends") {
  struct Row {
    std::string_view body;
    std::size_t bytes;
  };
  constexpr Row kRows[] = {
      {"LONDON, March 3 (Agency) - Rivers rise.", 27},
      {"LONDON - Rivers rise - again.", 9},
      {"NEW YORK -- Rivers rise.", 12},
      {"NEW YORK (AP) — Rivers rise.", 18},
      {"PARIS – Rivers rise.", 10},
      {"U.S. CITY, June 1 - Rivers.", 20},
      {"ZÜRICH, 3 Mai - Flüsse steigen.", 17},
      {"Rivers rise - again.", 0},
      {"London - Rivers rise.", 0},
      {"rivers - RISE", 0},
      {"LONDON, March 3\n\n(Agency) - Rivers rise.", 0},
      {"LONDON-Rivers rise.", 0},
      {"LONDON -", 0},
      {" - ", 0},
      {"A - ", 4},
      {"A", 0},
      {"", 0},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.body);
    CHECK(dateline_bytes(row.body) == row.bytes);
  }
  const std::string far = "LONDON" + std::string(70, ' ');
  CHECK(dateline_bytes(far + " - A") == 79);
  CHECK(dateline_bytes(far + "  - A") == 80);
  CHECK(dateline_bytes(far + "   - A") == 0);
  CHECK(dateline_bytes(far + "  — A") == 0);  // the dash is cut
}

// Whole articles.

Signature signature_of(std::string title, std::string body) {
  return Signature(inverted(1, make_article("a", std::move(title), std::move(body))).signature);
}

constexpr std::string_view kStory =
    "The ferry Morning Star ran aground off Kellan Point early on Tuesday with 214 passengers on "
    "board, the coast guard of Port Aster said. Nobody was hurt. Captain Ines Varga told Radio "
    "Aster that the steering had failed a mile short of the harbour, and that two anchors had not "
    "held her in a wind of 40 knots.\n\n"
    "Fishing boats from Dunmore took off the passengers within three hours, children first. The "
    "ship lies on sand, with a list of 12 degrees, and has lost no oil so far. Two tugs are on "
    "their way from Saint Brandan and will try to pull her free at high water on Wednesday "
    "evening.\n\n"
    "The Morning Star, built in 1987, was last inspected in April. Her owner, Aster Lines, runs "
    "four ferries between Port Aster and the Outer Islands and has called off all crossings until "
    "Friday. The Ministry of Transport has ordered an inquiry under Judge Paul Okoro.";

bool is_copy(std::string_view text) {
  return are_copies(signature_of("Ferry runs aground off Kellan Point", std::string(kStory)),
                    signature_of("Passengers taken off stranded ship", std::string(text)));
}

std::string replaced(std::string_view text, std::string_view what, std::string_view with) {
  std::string made(text);
  for (std::size_t at = 0; (at = made.find(what, at)) != std::string::npos; at += with.size())
    made.replace(at, what.size(), with);
  return made;
}

TEST_CASE(
    "signature: a story cut, edited, lengthened, under an agency's line or another headline") {
  CHECK(is_copy(kStory));
  CHECK(is_copy(kStory.substr(0, kStory.find("\n\n", 400))));
  CHECK(is_copy(kStory.substr(kStory.find("\n\n") + 2)));
  CHECK(is_copy("PORT ASTER, May 4 (Agency) - " + std::string(kStory)));
  CHECK(is_copy(std::string(kStory) +
                " The last stranding here was of the Grey Swan, 11 years ago, which lay on the "
                "same bank for nine days. Her crew of 30 was saved by the lifeboat of Dunmore, "
                "and the wreck was broken up in the summer that followed."));
  std::string edited = replaced(kStory, "early on Tuesday", "on Tuesday morning");
  edited = replaced(edited, "Nobody was hurt.", "There were no injuries.");
  edited = replaced(edited, "within three hours", "in less than three hours");
  edited = replaced(edited, "has called off all crossings", "has cancelled all trips");
  CHECK(is_copy(edited));
  CHECK(is_copy(replaced(kStory, "\n\n", " ")));
}

TEST_CASE("signature: case, accents and the places of line breaks tell nothing apart") {
  const std::string text = replaced(kStory, "Okoro", "Ökörö");
  CHECK(inverted(1, make_article("a", "", text)).signature ==
        inverted(1, make_article("b", "Else", std::string(kStory), "de")).signature);
}

TEST_CASE("signature: another story is no copy, nor one in the same words of other facts") {
  CHECK_FALSE(is_copy(
      "The council of Dunmore voted on Monday to close the old market hall for a year. Repairs to "
      "its roof will cost 3 million crowns, Mayor Edda Lind said, and the traders will move to "
      "tents on the quay until then. Some of them said that they would rather stay at home."));
  const auto report = [](const char* company, const char* figure, const char* city) {
    return std::string(company) +
           " Inc said that its board of directors has declared a regular "
           "quarterly dividend on the common stock of the company. It will pay " +
           figure + " cents a share to holders of record, as it did a year ago, and " + company +
           " expects the annual meeting to be held in " + city +
           " as usual, when the accounts of "
           "the financial year will be put before the holders of its shares.";
  };
  const Signature one = signature_of("", report("Northgate", "12", "Harlow"));
  CHECK(are_copies(one, signature_of("", report("Northgate", "12", "Harlow"))));
  CHECK_FALSE(are_copies(one, signature_of("", report("Tolland", "35", "Bexley"))));
  CHECK_FALSE(are_copies(one, signature_of("", report("Northgate", "35", "Harlow"))));
  CHECK_FALSE(are_copies(one, signature_of("", report("Tolland", "12", "Bexley"))));
}

TEST_CASE("signature: notices of few words are copies when their headlines are") {
  const std::string notice =
      "The annual meeting will be held on the first Monday of the month, as before. Members who "
      "cannot come may send their votes by letter.";
  const Signature one = signature_of("Rowing club of Dunmore meets in June", notice);
  CHECK(are_copies(one, signature_of("Rowing club of Dunmore meets in June", notice)));
  CHECK_FALSE(are_copies(one, signature_of("Bakers' guild sets date", notice)));
  // Of longer texts the headline says nothing.
  const std::string both = notice + " " + notice + " " + notice;
  CHECK(are_copies(signature_of("Rowing club of Dunmore meets in June", both),
                   signature_of("Bakers' guild sets date", both)));
}

TEST_CASE("signature: too few words to judge") {
  for (const char* const body : {"", "See page 5.", "东京"})
    CHECK(inverted(1, make_article("a", "", body)).signature.empty());
  const InvertedDocument made = inverted(1, make_article("a", "", "Five words are just enough."));
  CHECK(made.signature.size() >= 66);
  CHECK(std::ranges::count_if(made.terms.terms, [](const glass::TermCount& each) {
          return each.term.starts_with(kSketchPrefix) && each.wdf == 0 && each.term.size() == 6;
        }) == 1);
}

TEST_CASE("signature: made-up stories and their copies") {
  RandomValues random(8);
  std::vector<Signature> stories;
  int found = 0;
  for (int i = 0; i < 100; ++i) {
    const StoryWords story = random_story(random, 60 + random.below(200));
    const Signature signature = signature_of("", text_of(story));
    found += are_copies(signature, signature_of("", text_of(random_copy(random, story))));
    CHECK(std::ranges::none_of(
        stories, [&](const Signature& other) { return are_copies(signature, other); }));
    stories.push_back(signature);
  }
  CHECK(found >= 95);
}

}  // namespace
}  // namespace backfile
