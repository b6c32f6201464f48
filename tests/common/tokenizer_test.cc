#include "common/tokenizer.h"

#include <utility>

#include <doctest/doctest.h>

#include "common/fold.h"
#include "common/utf8.h"
#include "tests/common/random_values.h"

namespace backfile {
namespace {

// "form form ..."
std::string forms(std::string_view text) {
  Tokenizer tokenizer(text);
  Token token;
  std::string all;
  while (tokenizer.next(token)) {
    if (!all.empty()) all += ' ';
    all += token.form;
  }
  return all;
}

struct Row {
  std::string_view text;
  std::string_view expected;
};

void check_rows(std::span<const Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(forms(row.text) == row.expected);
  }
}

TEST_CASE("tokenizer: words and what parts them") {
  constexpr Row kRows[] = {
      {"", ""},
      {" \n\t.,'&-’…", ""},
      {"Zürich", "zürich"},
      {"7th of MAY", "7th of may"},
      {"COVID-19", "covid 19"},
      {"one—two/three_four", "one two three four"},
      {"(“quoted”), «guillemets»!", "quoted guillemets"},
      {"name@example.org", "name example org"},
      {"col·lega", "col lega"},
      {"Straße STRAẞE STRASSE", "straße straße strasse"},
      {"İstanbul", "istanbul"},
      {"Αθήνας ΑΘΉΝΑΣ", "αθήνασ αθήνασ"},
      {"Київ Ёлка", "київ ёлка"},
      {"हिन्दी में", "हिन्दी में"},
      {"서울에서 만나", "서울에서 만나"},
      {"مُحَمَّد، أحمد", "مُحَمَّد أحمد"},
      {"x\u0323y", "x\u0323y"},
      {"#ClimateAction @POTUS", "climateaction potus"},
      {"C++, C# and .NET", "c c and net"},
      {"co-operate e-mail email", "co operate e mail email"},
      {"soft\u00ADhyphen", "softhyphen"},
      {"العـــراق هـ", "العراق ه"},
      {"1\uFE0F\u20E3 ❤\uFE0F葛\U000E0100城", "1 葛 城"},
      {"می\u200Cخواهم", "میخواهم"},
      {"a\u00A0b\u2009c", "a b c"},
      {"😀smile😀", "smile"},
      {"\u0301a", "a"},
  };
  check_rows(kRows);
}

TEST_CASE("tokenizer: dots, commas and ampersands") {
  constexpr Row kRows[] = {
      {"10,000", "10,000"},
      {"1.5", "1.5"},
      {"1.234.567,89", "1.234.567,89"},
      {"10,000, 1.5.", "10,000 1.5"},
      {"1,2 , 3", "1,2 3"},
      {"1..2", "1 2"},
      {"3.x", "3 x"},
      {"v2.0", "v2.0"},
      {"10:30", "10 30"},
      {"$3.2bn, 50%, €7m", "3.2bn 50 7m"},
      {"9/11, won 3-2", "9 11 won 3 2"},
      {"2024-11-17 17.11.2024", "2024 11 17 17.11.2024"},
      {"1st 2nd 21ST", "1st 2nd 21st"},
      {"AT&T", "at&t"},
      {"R&D, S&P 500", "r&d s&p 500"},
      {"R&D&E", "r&d&e"},
      {"AT & T, &T, AT&", "at t t at"},
      {"3&4", "3 4"},
      {"AT&&T", "at t"},
      {"end.Start", "end start"},
      {"Q&A東", "q&a 東"},
      {"Q&東", "q 東"},
      {"1.東", "1 東"},
  };
  check_rows(kRows);
}

TEST_CASE("tokenizer: acronyms") {
  constexpr Row kRows[] = {
      {"U.S.", "us"},
      {"U.S", "us"},
      {"U. S.", "u s"},
      {"the U.S.-led", "the us led"},
      {"at 5 p.m. today", "at 5 pm today"},
      {"J.R.R. Tolkien", "jrr tolkien"},
      {"J. Smith", "j smith"},
      {"e.g., i.e.", "eg ie"},
      {"É.U.", "éu"},
      {"U.S.S.R...", "ussr"},
      {"US", "us"},
      {"J.Smith", "j smith"},
      {"J.F.Kennedy J.F. Kennedy JF Kennedy", "jf kennedy jf kennedy jf kennedy"},
      {"J. F. Kennedy", "j f kennedy"},
      {"J.-F. Kennedy", "j f kennedy"},
      {"बी.जे.पी. बीजेपी", "बीजेपी बीजेपी"},
      {"U.S.China talks", "us china talks"},
      {"C.E.O.s", "ceos"},
      {"Ph.D. B.Sc.", "ph d b sc"},
      {"A.B東", "ab 東"},
      {"a.b1", "a b1"},
      {"U.S.'s economy", "us economy"},
      {"U.S.’s economy", "us economy"},
      {"U.S.'select", "us select"},
      {"l'O.N.U. et d’U.S.A", "onu et usa"},
      {"A.東.B", "a 東 b"},
      {"B.東", "b 東"},
  };
  check_rows(kRows);
}

TEST_CASE("tokenizer: apostrophes") {
  constexpr Row kRows[] = {
      {"O'Brien", "o'brien"},
      {"O’Brien", "o'brien"},
      {"O\u02BCBrien", "o'brien"},
      {"O＇Brien", "o'brien"},
      {"п'ять п’ять п\u02BCять", "п'ять п'ять п'ять"},
      {"don't", "don't"},
      {"rock'n'roll", "rock'n'roll"},
      {"aujourd'hui", "aujourd'hui"},
      {"'quoted'", "quoted"},
      {"\u02BCquoted\u02BC", "quoted"},
      {"workers' rights", "workers rights"},
      {"rock 'n' roll", "rock n roll"},
      {"bosses' d’Artagnan", "bosses artagnan"},
      {"ג׳ורג׳ ג'ורג'", "ג'ורג ג'ורג"},
      {"o''b", "o b"},
      {"O'東", "o 東"},
  };
  check_rows(kRows);
}

TEST_CASE("tokenizer: possessives") {
  constexpr Row kRows[] = {
      {"Biden's", "biden"},
      {"Biden’s plan", "biden plan"},
      {"Biden\u02BCs", "biden"},
      {"BIDEN'S", "biden"},
      {"'the dog is John's'", "the dog is john"},
      {"O'Brien's", "o'brien"},
      {"Biden's.", "biden"},
      {"Biden's-plan", "biden plan"},
      {"o'sullivan", "o'sullivan"},
      {"a's's a's'b", "a s a b"},
      {"x's1", "x's1"},
      {"John's東", "john 東"},
      {"Dell's", "dell"},
      {"मोदी's x\u030C’s", "मोदी x\u030C"},
      {"2024's G20’s F-16's 747's", "2024 g20 f 16 747"},
      {"7's1 7's", "7 s1 7"},
  };
  check_rows(kRows);
}

TEST_CASE("tokenizer: decades") {
  constexpr Row kRows[] = {
      {"90s '90s ’90s", "90s 90s 90s"},
      {"90's 90’s 90'S", "90s 90s 90s"},
      {"the 1990's and 2010’s", "the 1990s and 2010s"},
      {"10's 100's 3000's 1.50's 0's", "10 100 3000 1.50 0"},
      {"A90's x1990's", "a90 x1990"},
  };
  check_rows(kRows);
}

TEST_CASE("tokenizer: other shapes of letters and digits") {
  constexpr Row kRows[] = {
      {"ﬁnance oﬃce ﬀ ĳs Ǆep", "finance office ff ijs džep"},
      {"ＡＢＣ１２３", "abc123"},
      {"Ｕ．Ｓ．とＡＴ＆Ｔ", "us と at&t"},
      {"１０，０００円 ５．５％", "10,000 円 5.5"},
      {"从2019，2020年", "从 2019 2020 年"},
      {"Ｏ＇Ｂｒｉｅｎ’ｓ", "o'brien"},
      {"ﾆｭｰｽ ﾊﾟﾘ", "ニ ュ ー ス パ リ"},
      {"ｅ\u0301cole e\u00AD\u0301cole", "école école"},
      {"𝐁𝐨𝐥𝐝 𝟐𝟎", "bold 20"},
      {"CO₂ PM₂.₅ H₂O", "co2 pm2.5 h2o"},
      {"km² said¹", "km said"},
      {"nº 1ª", "no 1a"},
      {"ﻣﺼﺮ ﻻ ﷲ", "مصر لا الله"},
      {"ﷺ ﷻ", "ﷺ ﷻ"},  // whole sentences
      {"ﬓ", "մն"},
      {"Ⅳ ½ ①", ""},
  };
  check_rows(kRows);
}

TEST_CASE("tokenizer: Hebrew acronyms") {
  constexpr Row kRows[] = {
      {"צה״ל צה\"ל צה”ל צהל", "צהל צהל צהל צהל"}, {"ארה\"ב, ד\"ר", "ארהב דר"},
      {"ב\"הארץ\" וב״הארץ״", "ב הארץ וב הארץ"},   {"\"צה\"ל\"", "צהל"},
      {"\"א\" a\"א א\"a", "א a א א a"},
  };
  check_rows(kRows);
}

TEST_CASE("tokenizer: elisions") {
  constexpr Row kRows[] = {
      {"l'Ukraine", "ukraine"},
      {"L’Ukraine", "ukraine"},
      {"qu'il jusqu'à d'abord", "il à abord"},
      {"dell'Utri all'Italia", "utri italia"},
      {"n'a c'est s'il", "a est il"},
      {"l'd'accord", "accord"},
      {"d'O'Brien", "o'brien"},
      {"l'école's", "école"},
      {"l' Ukraine", "l ukraine"},
      {"l'7", "l 7"},
      {"l'東京", "l 東 京"},
  };
  check_rows(kRows);
}

TEST_CASE("tokenizer: scripts without spaces") {
  constexpr Row kRows[] = {
      {"東京都", "東 京 都"},
      {"ニュース", "ニ ュ ー ス"},
      {"ひらがな", "ひ ら が な"},
      {"か\u3099", "か\u3099"},
      {"人々", "人 々"},
      {"二〇二四年", "二 〇 二 四 年"},
      {"东京2020年", "东 京 2020 年"},
      {"AI技術", "ai 技 術"},
      {"ไทย", "ไ ท ย"},
      {"ที่", "ที่"},
      {"ພາສາ", "ພ າ ສ າ"},
      {"ខ្មែរ", "ខ្ មែ រ"},
      {"မြန်မာ", "မြ န် မာ"},
      {"𠮷野", "𠮷 野"},
  };
  check_rows(kRows);
}

TEST_CASE("tokenizer: words too long are left out") {
  const std::string longest(Tokenizer::kMaxWordBytes, 'x');
  CHECK(forms("a " + longest + " b") == "a " + longest + " b");
  CHECK(forms("a " + longest + "x b") == "a b");
}

TEST_CASE("tokenizer: without accents") {
  constexpr Row kRows[] = {
      {"plain", "plain"},     {"Zürich", "zurich"}, {"ÉCOLE", "ecole"}, {"Ёлка", "елка"},
      {"O’Brién", "o'brien"}, {"é.u.", "eu"},       {"東", "東"},       {"STRAẞE", "strasse"},
      {"Việt", "viet"},       {"İzmir", "izmir"},   {"Iğdır", "igdir"}, {"Αθήνας", "αθηνασ"},
      {"مُحَمَّد", "محمد"},       {"٢٠٢٤", "2024"},     {"शांति", "शांति"},   {"२०", "20"},
      {"Ǆep", "dzep"},        {"ｅ\u0301", "e"},    {"ﻷ", "لا"},        {"ﾊﾟ", "パ"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    Tokenizer tokenizer(row.text);
    Token token;
    REQUIRE(tokenizer.next(token));
    CHECK(token.folded == row.expected);
  }
}

TEST_CASE("tokenizer: byte ranges") {
  // The words as they stand in the text, in brackets.
  constexpr Row kRows[] = {
      {"A plain text.", "[A] [plain] [text]."},
      {"in Zürich, 10,000 times.", "[in] [Zürich], [10,000] [times]."},
      {"the U.S. and U.S-", "[the] [U.S.] [and] [U.S]-"},
      {"Biden’s plan", "[Biden]’s [plan]"},
      {"U.S.’s plan", "[U.S.]’s [plan]"},
      {"l’Ukraine", "l’[Ukraine]"},
      {"d’U.S.A.", "d’[U.S.A.]"},
      {"AT&T's", "[AT&T]'s"},
      {"90’s J.F.Kennedy", "[90’s] [J.F.][Kennedy]"},
      {"2024’s צה\"ל", "[2024]’s [צה\"ל]"},
      {"東京ที่A", "[東][京][ที่][A]"},
      {"soft\u00ADhyphen x", "[soft\u00ADhyphen] [x]"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    std::string marked;
    std::size_t done = 0;
    Tokenizer tokenizer(row.text);
    Token token;
    while (tokenizer.next(token)) {
      marked.append(row.text.substr(done, token.begin - done)).append("[");
      marked.append(row.text.substr(token.begin, token.end - token.begin)).append("]");
      done = token.end;
    }
    marked += row.text.substr(done);
    CHECK(marked == row.expected);
  }
}

// Letters, digits, punctuation and marks of every rule.
constexpr std::string_view kPieces[] = {
    "a",      "B",      "s",  "S",  "l",  "d",  "qu", "é",      "ß",      "İ",      "ж",
    "ё",      "σ",      "Σ",  "'",  "’",  "ʼ",  "'s", "l'",     ".",      ".",      ",",
    "&",      "-",      " ",  "\n", "1",  "20", "٣",  "\u0301", "\u0323", "\u00AD", "—",
    "\u200D", "\u20E3", "東", "京", "ー", "か", "々", "ท",      "ี",       "म",      "ि",
    "서",     "أ",      "ُ",   "😀",  "؀", "〇", "ﬁ",  "Ａ",     "\uFE0F"};

bool is_plain(char c) { return is_ascii_alpha(c) || is_ascii_digit(c); }

constexpr std::string_view kJoiner = "\u200D";

// With joiners, which are no part of a form: none before the second letter of a plain word, for a
// lone letter's neighbours tell acronyms and possessives. So no word is read in blocks.
std::string with_joiners(std::string_view text) {
  std::string made;
  for (std::size_t i = 0; i < text.size(); ++i) {
    made += text[i];
    if (i > 0 && is_plain(text[i - 1]) && is_plain(text[i])) made += kJoiner;
  }
  return made;
}

std::string without_joiners(std::string text) {
  for (std::size_t at = 0; (at = text.find(kJoiner, at)) != std::string::npos;)
    text.erase(at, kJoiner.size());
  return text;
}

// "form folded text, ..." of all tokens, their texts without joiners.
std::string described(std::string_view text) {
  Tokenizer tokenizer(text);
  Token token;
  std::string all;
  while (tokenizer.next(token)) {
    all.append(token.form).append(" ").append(token.folded).append(" ");
    all += without_joiners(std::string(text.substr(token.begin, token.end - token.begin))) + ", ";
  }
  return all;
}

// And what stands behind the text in memory is no part of it.
void check_same_with_joiners(const std::string& text) {
  CAPTURE(text);
  const std::string expected = described(with_joiners(text));
  CHECK(described(text) == expected);
  const std::string longer = text + "Plain";
  CHECK(described(std::string_view(longer).substr(0, text.size())) == expected);
}

TEST_CASE("tokenizer: a word is the same read in blocks and letter by letter") {
  // Every ASCII character at every place of two blocks.
  for (int c = 0; c < 0x80; ++c) {
    std::string text = "Wordwordwordwordword";
    for (char& place : text) {
      const char before = std::exchange(place, char(c));
      check_same_with_joiners(text);
      place = before;
    }
  }
  constexpr std::string_view kWords[] = {
      "a",      "B",  "s", "zZ", "z9",    "20", "abcdefg", "ABCDEFGH", "seventeenletters1",
      "'",      "’",  ".", ",",  "&",     " ",  "-",       "@",        "[",
      "`",      "{",  "/", ":",  "\x7F",  "'s", "l'",      "jusqu",    "é",
      "\u0301", "東", "ж", "٣",  "\u00AD"};
  RandomValues random(9);
  for (int i = 0; i < 10000; ++i) check_same_with_joiners(to_nfc(random.text(kWords, 12)));
  for (int i = 0; i < 10000; ++i) check_same_with_joiners(to_nfc(random.text(kPieces, 12)));
}

TEST_CASE("tokenizer: the longest word is as long read in blocks and letter by letter") {
  for (std::size_t size = Tokenizer::kMaxWordBytes - 9; size < Tokenizer::kMaxWordBytes + 10;
       ++size)
    for (const std::string_view end : {"", "'s", "'x", "é", "&x", " a"})
      check_same_with_joiners(std::string(size, 'X').append(end));
}

}  // namespace
}  // namespace backfile
