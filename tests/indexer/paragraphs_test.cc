#include "indexer/cleaner/paragraphs.h"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "tests/common/random_values.h"

namespace backfile {
namespace {

std::string paragraphs(std::string_view text, LineUse use = LineUse::kUnknown) {
  std::deque<std::string> cleaned;
  return join_paragraphs(split_lines(text, cleaned), use);
}

constexpr std::string_view kWire =
    "The harbour board said it would dredge the\n"
    "old basin this spring, after three ships had run aground\n"
    "there within a month.\n"
    "    Its engineers expect to move 40,000 tonnes of mud, the\n"
    "board said in a statement.\n"
    "    Shipping agents welcomed the plan.\n"
    "    \"We have asked for this since the storm,\" said Ada Roe,\n"
    "who speaks for seven of them.\n"
    " Wire\n";
constexpr std::string_view kWireJoined =
    "The harbour board said it would dredge the old basin this spring, after three ships had run "
    "aground there within a month.\n\n"
    "Its engineers expect to move 40,000 tonnes of mud, the board said in a statement.\n\n"
    "Shipping agents welcomed the plan.\n\n"
    "\"We have asked for this since the storm,\" said Ada Roe, who speaks for seven of them.\n\n"
    "Wire";

TEST_CASE("paragraphs: text broken at a width is joined, and told from text that is not") {
  CHECK(paragraphs(kWire) == kWireJoined);
  CHECK(paragraphs(kWire, LineUse::kWrapped) == kWireJoined);
  CHECK(paragraphs(kWireJoined) == kWireJoined);

  const std::string_view whole =
      "The harbour board will dredge the old basin.\n"
      "Three ships had run aground there within a month, and the pilots had asked for it.\n"
      "What it costs\n"
      "Nobody knows yet.\n";
  CHECK(paragraphs(whole) ==
        "The harbour board will dredge the old basin.\n\n"
        "Three ships had run aground there within a month, and the pilots had asked for it.\n\n"
        "What it costs\n\nNobody knows yet.");

  const std::string_view blocks =
      "The harbour board will dredge the old basin this spring,\n"
      "after three ships had run aground.\n"
      "\n"
      "Its engineers expect to move 40,000 tonnes of mud, and\n"
      "more in the summer.\n";
  CHECK(paragraphs(blocks) ==
        "The harbour board will dredge the old basin this spring, after three ships had run "
        "aground.\n\n"
        "Its engineers expect to move 40,000 tonnes of mud, and more in the summer.");
}

TEST_CASE("paragraphs: as the reader knows") {
  CHECK(paragraphs("One line of a text that goes\non here", LineUse::kParagraphs) ==
        "One line of a text that goes\n\non here");
  CHECK(paragraphs("One line of a text that goes\non here", LineUse::kWrapped) ==
        "One line of a text that goes on here");
  CHECK(paragraphs("One.\n\n\n \nTwo.\r\n\r\nThree.", LineUse::kWrapped) ==
        "One.\n\nTwo.\n\nThree.");
  CHECK(paragraphs("", LineUse::kWrapped).empty());
  CHECK(paragraphs(" \n \n", LineUse::kParagraphs).empty());
}

// Behind lines that show the width of the text.
constexpr std::string_view kLead =
    "The board met for the third time since the winter, and it\n"
    "heard the engineers before it came to a vote at the end.\n";
constexpr std::string_view kLeadJoined =
    "The board met for the third time since the winter, and it heard the engineers before it came "
    "to a vote at the end.";

TEST_CASE("paragraphs: what is not glued together") {
  struct Row {
    std::string_view text;
    std::string_view joined;
  };
  const Row rows[] = {
      {"Seven were for it.\nTwo were against it.", " Seven were for it.\n\nTwo were against it."},
      // a cross-head
      {"WHAT NEXT\nThe work will begin in spring when the ice is gone for\ngood.",
       "\n\nWHAT NEXT\n\nThe work will begin in spring when the ice is gone for good."},
      // questions, speakers
      {"Q: Will it be enough?\nA: Nobody can say, and the board has asked the weather\noffice.",
       "\n\nQ: Will it be enough?\n\nA: Nobody can say, and the board has asked the weather "
       "office."},
      {"ROE: No.\nDOE: Yes.", "\n\nROE: No.\n\nDOE: Yes."},
      // scores
      {"Northport 2, Southport 1\nEastport 0, Westport 0\nMillport 3, Newport 3",
       "\n\nNorthport 2, Southport 1\n\nEastport 0, Westport 0\n\nMillport 3, Newport 3"},
      // lists
      {"- a new pier\n- a light on the mole, which the pilots had asked for\nfor years\n- nothing "
       "else",
       "\n\n- a new pier\n\n- a light on the mole, which the pilots had asked for for years\n\n- "
       "nothing else"},
      {"1. A new pier.\n2. A light.", "\n\n1. A new pier.\n\n2. A light."},
      // tables
      {"Port            1986     1987\nNorthport      1,204    1,311\nSouthport        870      "
       "912",
       "\n\nPort 1986 1987\n\nNorthport 1,204 1,311\n\nSouthport 870 912"},
      {"Northport..........1,204\nSouthport..........870",
       "\n\nNorthport..........1,204\n\nSouthport"
       "..........870"},
      // words in two parts
      {"The plan was drawn up over many weeks by well-known long-\nterm critics.",
       " The plan was drawn up over many weeks by well-known long-term critics."},
      {"Der Hafen liegt so dicht an der Küste zwischen der Nord-\nund der Ostmole.",
       " Der Hafen liegt so dicht an der Küste zwischen der Nord- und der Ostmole."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(paragraphs(std::string(kLead) + std::string(row.text), LineUse::kWrapped) ==
          std::string(kLeadJoined) + std::string(row.joined));
  }
}

TEST_CASE("paragraphs: scripts without blanks") {
  const std::string line =
      "市議会は火曜日、古い橋を一年間通行止めにすることを決めた。工事が終わるまで、渡し船は夜も運航"
      "される";
  CHECK(paragraphs(line + "\n" + line, LineUse::kWrapped) == line + line);
}

TEST_CASE("paragraphs: lines, their ends and margins") {
  std::deque<std::string> cleaned;
  const auto lines =
      split_lines("  One\ttwo  \r\n\n\u3000Three\u2028\tFour   5\u2029\u200B\nFive\f", cleaned);

  REQUIRE(lines.size() == 4);
  CHECK(lines[0].text == "One two");
  CHECK(lines[0].indent == 2);
  CHECK(lines[0].end == 9);
  CHECK(lines[0].starts_block);
  CHECK(lines[1].text == "Three");
  CHECK(lines[1].indent == 1);
  CHECK(lines[1].starts_block);
  CHECK(lines[2].text == "Four 5");
  CHECK(lines[2].indent == 8);
  CHECK_FALSE(lines[2].starts_block);
  CHECK(lines[2].has_columns);
  CHECK(lines[3].text == "Five");
  CHECK(lines[3].starts_block);
}

std::string without_blanks(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if (c != ' ' && c != '\n') kept += c;
  return kept;
}

TEST_CASE("paragraphs: nothing is lost, and joined text stays as it is") {
  constexpr std::string_view kParts[] = {
      "the ", "Board ", "1,204 ", "said.\n",    "said\n",
      "\n",   "    ",   "- ",     "Q: ",        "long-\n",
      "   ",  "東京\n", "(one) ", "\"Yes.\"\n", "harbour dredgers "};
  RandomValues random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t left = random.below(60); left > 0; --left)
      text += kParts[random.below(std::size(kParts))];
    for (const LineUse use : {LineUse::kUnknown, LineUse::kParagraphs, LineUse::kWrapped}) {
      CAPTURE(text);
      const std::string body = paragraphs(text, use);
      CHECK(without_blanks(body) == without_blanks(text));
      CHECK(paragraphs(body, use) == body);
      CHECK(body.find("\n\n\n") == std::string::npos);
    }
  }
}

TEST_CASE("paragraphs: hostile text takes no long time") {
  for (const std::string_view part :
       {"a\n", ".\n", " \n", "- a\n", "1 1\n", "\"\n", "\xE2", "a b   "}) {
    std::string text;
    while (text.size() < (1U << 22U)) text += part;
    CHECK_NOTHROW(paragraphs(text));
  }
}

}  // namespace
}  // namespace backfile
