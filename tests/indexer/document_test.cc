#include <algorithm>
#include <functional>
#include <random>

#include <doctest/doctest.h>

#include "common/sort_key.h"
#include "common/stored.h"
#include "common/terms.h"
#include "indexer/archive/segment_builder.h"
#include "indexer/cleaner/identity.h"
#include "tests/indexer/archive_contents.h"
#include "tests/indexer/build_segment.h"
#include "tests/indexer/plain_document.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

using Lines = std::vector<std::string>;

Xapian::Document built(const Article& article) {
  const TempFolder folder;
  build_segment(folder / "segment", {prepared(article)}, CompressionDictionary({}));
  return documents_of(folder / "segment").at(1);
}

Article whole_article() {
  Article article;
  article.id = "gazette-1";
  article.url = "https://e.org/a";
  article.title = "Rivers rise in Zürich";
  article.body = "Rising rivers.\n\nZURICH";
  article.published = parse_date("2024-11-17T21:04:05Z");
  article.updated = parse_date("2024-11-18");
  article.source = "Harbour Gazette";
  article.section = "World";
  article.authors = {"Ann Lee", "Bo Lee"};
  article.tags = {"floods"};
  article.places = {"Zürich"};
  article.people = {"Ann Lee"};
  article.language = "en";
  return article;
}

TEST_CASE("document: terms, weights and positions of an article") {
  // Weight: 3 for a word of the title, 1 for one of the body, 0 for names and whole values.
  Lines lines = term_lines(built(whole_article()));
  // Seven words are three times five in a row (signature_test.cc).
  CHECK(std::erase_if(lines, [](const std::string& line) { return line.starts_with('N'); }) == 3);
  CHECK(lines == Lines{"Aann @1",
                       "Abo @1003",
                       "Alee @2,1004",
                       "D20241117",
                       "FSzurich x1 @4",
                       "FXPLCzurich",
                       "Fzurich x3 @1007",
                       "Kfloods",
                       "Len",
                       "M202411",
                       "Qgazette-1",
                       "Sin x1 @3",
                       "Srise x1 @2",
                       "Srivers x1 @1",
                       "Szürich x1 @4",
                       "Ua",
                       "Ue",
                       "Uhttps",
                       "Uorg",
                       "VA:Ann Lee",
                       "VA:Bo Lee",
                       "VK:floods",
                       "VXPER:Ann Lee",
                       "VXPLC:Zürich",
                       "VXSEC:World",
                       "VXSRC:Harbour Gazette",
                       "XBREAK @5,7",
                       "XPERann @1",
                       "XPERlee @2",
                       "XPLCzürich",
                       "XSECworld",
                       "XSRCgazette @2",
                       "XSRCharbour @1",
                       "Y2024",
                       "ZSin x1",
                       "ZSrise x1",
                       "ZSriver x1",
                       "ZSzurich x1",
                       "Zin x3",
                       "Zrise x4",
                       "Zriver x4",
                       "Zzurich x4",
                       "in x3 @1006",
                       "rise x3 @1005",
                       "rising x1 @1",
                       "rivers x4 @2,1004",
                       "zurich x1 @3",
                       "zürich x3 @1007"});
}

TEST_CASE("document: values of an article") {
  const Article article = whole_article();
  const std::string stored = to_stored(article);
  const Xapian::Document document = built(article);
  CHECK(document.get_data() == stored);
  CHECK(value_lines(document) ==
        Lines{"0=" + newest_first_key(article), "1=" + oldest_first_key(article), "2=20241117",
              "3=" + content_digest(stored), "4=Harbour Gazette", "5=World",
              "6=Ann Lee\x1f"
              "Bo Lee",
              "7=floods", "8=Zürich", "9=Ann Lee", "10=en",
              "11=" + inverted(1, article).signature});
}

TEST_CASE("document: an article with a title only") {
  Article article;
  article.id = "a";
  article.title = "Le fleuve";
  const Xapian::Document document = built(article);
  CHECK(term_lines(document) == Lines{"Qa", "Sfleuve x1 @2", "Sle x1 @1", "Z:fleuve x3", "Z:le x3",
                                      "ZS:fleuve x1", "ZS:le x1", "fleuve x3 @2", "le x3 @1"});
  CHECK(value_lines(document).size() == 3);  // two orders and the digest
  CHECK(document.get_value(kDaySlot).empty());
}

TEST_CASE("document: the day is that of UTC") {
  Article article = whole_article();
  article.published = parse_date("2024-11-17T23:30-02:00");
  CHECK(built(article).get_value(kDaySlot) == "20241118");
  article.published.reset();
  CHECK(built(article).get_value(kDaySlot).empty());
}

TEST_CASE("document: stems are those of the article's language") {
  struct Row {
    std::string language;
    Lines stems;
  };
  const Row rows[] = {
      {"en", {"Zriver x1"}},
      {"de", {"Zde:riv x1"}},
      {"zh", {"Z:rivers x1"}},
      {"", {"Z:rivers x1"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.language);
    Article article;
    article.id = "a";
    article.body = "rivers";
    article.language = row.language;
    Lines stems;
    for (const std::string& line : term_lines(built(article)))
      if (line.starts_with('Z')) stems.push_back(line);
    CHECK(stems == row.stems);
  }
}

// All positions of terms that begin with no prefix: those of all text.
std::vector<Xapian::termpos> text_positions(const Xapian::Document& document) {
  std::vector<Xapian::termpos> positions;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    if ((*term)[0] >= 'A' && (*term)[0] <= 'Z') continue;
    positions.insert(positions.end(), term.positionlist_begin(), term.positionlist_end());
  }
  std::ranges::sort(positions);
  return positions;
}

TEST_CASE("document: no phrase reaches from the title into the body, or over two names") {
  for (const std::size_t words :
       {std::size_t{1}, std::size_t{2}, std::size_t{50}, std::size_t{3000}}) {
    CAPTURE(words);
    Article article;
    article.id = "a";
    for (std::size_t i = 0; i < words; ++i) {
      article.title += "title" + std::to_string(i) + " ";
      article.body += "body" + std::to_string(i) + " ";
    }
    const auto positions = text_positions(built(article));
    REQUIRE(positions.size() == 2 * words);
    CHECK(positions.front() == 1);
    CHECK(positions[words - 1] == words);
    CHECK(positions[words] - positions[words - 1] >= 1000);
    CHECK(positions.back() - positions[words] == words - 1);
  }
  Article names;
  names.id = "a";
  names.authors = {"Ann Lee", "Bo Marsh"};
  const auto lines = term_lines(built(names));
  CHECK(std::ranges::find(lines, "Alee @2") != lines.end());
  CHECK(std::ranges::find(lines, "Abo @1003") != lines.end());
}

TEST_CASE("document: long words and values fit Xapian's terms") {
  Article article;
  article.id = std::string(1000, 'i');
  article.url = "https://e.org/" + std::string(2000, 'u');
  article.title = std::string(100, 'w') + " " + std::string(101, 'x');
  std::string umlauts;
  for (int i = 0; i < 50; ++i) umlauts += "ü";
  article.body = umlauts;
  article.authors = {umlauts + umlauts + umlauts};
  article.language = "de";
  const Xapian::Document document = built(article);
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    CHECK((*term).size() <= kMaxTermBytes);
  const auto lines = term_lines(document);
  CHECK(std::ranges::find(lines, std::string(100, 'w') + " x3 @1002") != lines.end());
}

TEST_CASE("document: articles of a segment do not touch each other") {
  const TempFolder folder;
  Article second;
  second.id = "b";
  second.title = "Other words";
  build_segment(folder / "segment",
                {prepared(whole_article()), prepared(second), prepared(whole_article())},
                CompressionDictionary({}));
  const auto documents = documents_of(folder / "segment");
  CHECK(term_lines(documents.at(1)) == term_lines(built(whole_article())));
  CHECK(term_lines(documents.at(2)) == term_lines(built(second)));
  CHECK(term_lines(documents.at(3)) == term_lines(documents.at(1)));
}

// Words that come again and again, in several languages, with and without accents.
Article random_article(std::mt19937& random) {
  static const std::vector<std::string> kWords = {
      "rivers", "rising", "Zürich", "ZURICH",  "straße", "l'Ukraine", "AT&T", "U.S.",  "COVID-19",
      "10,000", "мороз",  "洪水",   "O'Brien", "agacı",  "the",       "the",  "flood", "Biden's"};
  const auto text = [&](std::size_t most) {
    std::string words;
    for (std::size_t i = random() % most + 1; i > 0; --i)
      words += kWords[random() % kWords.size()] + (random() % 9 == 0 ? ".\n\n" : " ");
    return words;
  };
  static const std::vector<std::string> kLanguages = {"en", "de", "tr", "ru", "zh", ""};
  Article article;
  article.id = std::to_string(random());
  article.url = "https://e.org/" + std::to_string(random() % 5);
  article.title = text(8);
  article.body = text(200);
  article.source = text(2);
  article.authors = {text(2), text(3)};
  article.language = kLanguages[random() % kLanguages.size()];
  return article;
}

TEST_CASE("document: a segment holds what the plain way makes of each article") {
  std::mt19937 random(7);
  std::vector<NewArticle> articles;
  for (int i = 0; i < 300; ++i) articles.push_back(prepared(random_article(random)));
  const TempFolder folder;
  build_segment(folder / "segment", articles, CompressionDictionary({}));
  const auto documents = documents_of(folder / "segment");
  REQUIRE(documents.size() == articles.size());
  DocumentBuilder plain;
  for (const auto& [docid, document] : documents) {
    const NewArticle& article = articles[docid - 1];
    const Xapian::Document expected = plain.build(article.article, article.stored, article.digest);
    CHECK(document.get_data() == expected.get_data());
    CHECK((term_lines(document) == term_lines(expected)));
    CHECK(value_lines(document) == value_lines(expected));
  }
}

TEST_CASE("document: what deleting an article takes is what was written") {
  std::mt19937 random(8);
  for (int i = 0; i < 50; ++i) {
    const Article article = random_article(random);
    const Xapian::Document document = built(article);
    const glass::DocumentTerms terms = inverted(1, article).terms;
    auto term = document.termlist_begin();
    std::uint32_t length = 0;
    REQUIRE(terms.terms.size() == document.termlist_count());
    for (const glass::TermCount& each : terms.terms) {
      CHECK(each.term == *term);
      CHECK(each.wdf == term.get_wdf());
      length += each.wdf;
      ++term;
    }
    CHECK(terms.length == length);
    CHECK(terms.slots.size() == document.values_count());
    CHECK(std::ranges::adjacent_find(terms.slots, std::greater_equal<>()) == terms.slots.end());
  }
}

}  // namespace
}  // namespace backfile
