#include "common/breaks.h"

#include <span>
#include <string>

#include <doctest/doctest.h>

#include "common/tokenizer.h"

namespace backfile {
namespace {

// `text` with | where a sentence ends and ¶ where a paragraph does, behind the white space there.
std::string broken(std::string_view text, std::string_view language) {
  std::string marked;
  std::size_t begin = 0;
  std::size_t end = 0;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token); begin = token.begin, end = token.end) {
    marked += text.substr(end, token.begin - end);
    const Break kind =
        end > 0 ? break_between(text, language, begin, end, token.begin) : Break::kNone;
    const std::size_t blank = text.substr(0, token.begin).find_last_of(" \t\n");
    const bool is_in_gap = blank != std::string_view::npos && blank >= end;
    const std::size_t at = marked.size() - (is_in_gap ? token.begin - blank - 1 : 0);
    if (kind != Break::kNone) marked.insert(at, kind == Break::kSentence ? "|" : "¶");
    marked += text.substr(token.begin, token.end - token.begin);
  }
  return marked.append(text.substr(end));
}

// Texts with their breaks marked.
void check_rows(std::string_view language, std::span<const std::string_view> rows) {
  for (const std::string_view row : rows) {
    std::string text;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row.substr(i).starts_with("¶"))
        ++i;
      else if (row[i] != '|')
        text += row[i];
    }
    CHECK(broken(text, language) == row);
  }
}

TEST_CASE("breaks: a sentence ends at a mark, white space and no small letter") {
  constexpr std::string_view kRows[] = {
      "He left. |She stayed! |Why? |No one knows… |Or does he",
      "It was over at 10. |40 people left",
      "It grew by 3.5 per cent to 1,000.50 euros. |So be it",
      "He left. she stayed",
      "It was Biden's. |His was Biden’s. |O'Brien's. it",
      "He left.She stayed, see example.com and file.TXT",
      "Say Mr... |And J.. |So",
      "Wait ... |Now. . . |Then... |And ... and so on",
      "He left... |They stayed",
      "What?! |How?!? |Really",
      "He left.\t|She\u00A0left.\u00A0|He",
      "One; two: Three, Four - Five — Six",
      "One. - |Two. — |Three",
      "(He left.) |She stayed. |(He came back.) |So",
      "It is an iPhone. iPads are larger",
  };
  check_rows("en", kRows);
  check_rows("", kRows);
}

TEST_CASE("breaks: with quotes and brackets that close") {
  constexpr std::string_view kEnglish[] = {
      "\"Why?\" he said. |\"No.\" |She left",
      "“Why?” he said. |“No.” |She left. |‘Yes.’ |“So be it”",
      "He said: “She left.” |‘Why’ I ask",
      "“He said ‘no.’” |Then [he left.] |Then {all.} |She",
      "He wrote \"no\". |Then left",
      "See this.[1] And that",
      "So.\" |\"And",
  };
  check_rows("en", kEnglish);
  constexpr std::string_view kGerman[] = {
      "„Ich gehe.“ |Dann ging er. |»Warum?« |Niemand weiß es. |‚Ja.‘ |So",
      "„Warum?“, fragte sie. |„Nein!“ rief er",
  };
  check_rows("de", kGerman);
  constexpr std::string_view kFrench[] = {
      "« Je pars. » |Puis elle partit. « |Pourquoi ? » demanda-t-il. « |Non ! » |Et voilà",
      "Il part le 9. |D'ici là, rien. |L’été vient. « |L'été vient. l'été vient",
      "Il part. |Qu'il parte. |J'ai vu A. d'Argoat",
  };
  check_rows("fr", kFrench);
  constexpr std::string_view kSpanish[] = {"Se fue. |¿Por qué? |¡Nadie lo sabe! |«Sí.» |Bueno"};
  check_rows("es", kSpanish);
}

TEST_CASE("breaks: none behind acronyms, initials and titles") {
  constexpr std::string_view kRows[] = {
      "The U.S. President met J. Smith, George W. Bush and J.F. Kennedy",
      "Mr. Smith, Mrs. Smith, Ms. Smith, Dr. No, Prof. X, St. Pauls, Gen. Lee, Sen. Bob",
      "Lt. Col. Smith and MR. BIG, Messrs. Smith, Roe vs. Wade, Ft. Worth, Mt. Everest",
      "At 5 p.m. Monday, e.g. Apple, in the U.S.. |Monday, in the U.S.? |Monday",
      "J.-P. Smith and Jay-Z. |Smith",
      "É. Zola and Ö. Demir and Б. Ельцин",
      "He left, said Mr.\n\n¶Then",
      "Is that Dr.? |Yes",
      "\"Mr.\" Smith",
  };
  check_rows("en", kRows);
  constexpr std::string_view kFrench[] = {"M. Macron, Mme. Royal, MM. Un et Deux"};
  check_rows("fr", kFrench);
}

TEST_CASE("breaks: behind what may be an abbreviation, before a word that begins sentences") {
  constexpr std::string_view kEnglish[] = {
      "He left the U.S. |The President met J. Smith. |At 5 p.m. |On Monday",
      "In the \"U.S.\" |They left the U.S.\n|“But no",
      "So did I. |He ate Vitamin C. |It was good",
      "It fell on Wall St. |The Apple Inc. |But Ford Corp. Chairman King Jr. |When",
      "Mr. He and Dr. On and Gen. The",
  };
  check_rows("en", kEnglish);
  constexpr std::string_view kGerman[] = {"Am 17. |Die Reden u.a. Kohl, z.B. |Aber A. Kohl"};
  check_rows("de", kGerman);
  constexpr std::string_view kFrench[] = {"Aux U.S.A. |Il part avec A. Le Pen"};
  check_rows("fr", kFrench);
  constexpr std::string_view kNone[] = {"He left the U.S. The President"};
  check_rows("", kNone);
}

TEST_CASE("breaks: months and the like before numbers") {
  constexpr std::string_view kRows[] = {
      "On Jan. 5 and Sept. 11, No. 10, Fig. 3, pp. 4, art. 5",
      "In Jan. |The answer is No. |Then fig. |Two",
  };
  check_rows("en", kRows);
}

TEST_CASE("breaks: none behind ordinals, in languages that write them so") {
  constexpr std::string_view kGerman[] = {
      "Am 17. November, am 3. Spieltag, das 20. Jahrhundert, vom 3.-5. Mai",
      "Es war am 17. |Der Rest 2024. |Es waren 100. |Punkt",
      "Sie siegten 3:2. |Trainer Lee, Saison 2008/09. |Trainer Lee",
      "Dr. Kohl, Dipl. Ing. Kohl, 5 Mio. Euro, 3 Mrd. Euro, ca. 5, Nr. 7, z. B. Kohl, z.B. Kohl",
  };
  check_rows("de", kGerman);
  constexpr std::string_view kOrdinal[] = {"Den 17. November"};
  for (const std::string_view language : {"cs", "da", "de", "et", "fi", "hr", "hu", "is", "lv",
                                          "nb", "nn", "no", "pl", "sk", "sl", "sr"})
    check_rows(language, kOrdinal);
  constexpr std::string_view kNumber[] = {"At 17. |November"};
  for (const std::string_view language : {"en", "fr", "es", "ru", ""})
    check_rows(language, kNumber);
}

TEST_CASE("breaks: in other scripts") {
  constexpr std::string_view kChinese[] = {"我走了。|她留下！|为什么？「|好。」|然后，走、走",
                                           "我走了. |她"};
  check_rows("zh", kChinese);
  constexpr std::string_view kArabic[] = {"هل ذهب؟ |نعم. |لا"};
  check_rows("ar", kArabic);
  constexpr std::string_view kUrdu[] = {"وہ گیا۔ |وہ"};
  check_rows("ur", kUrdu);
  constexpr std::string_view kHindi[] = {"वह गया। |वह"};
  check_rows("hi", kHindi);
  constexpr std::string_view kArmenian[] = {"Նա գնաց։ |Նա"};
  check_rows("hy", kArmenian);
  constexpr std::string_view kGeorgian[] = {"ის წავიდა. |ის"};
  check_rows("ka", kGeorgian);
  constexpr std::string_view kRussian[] = {"Он ушёл. |Она осталась. он А. С. Пушкин? |Да"};
  check_rows("ru", kRussian);
}

TEST_CASE("breaks: a paragraph ends at an empty line, whatever stands there") {
  constexpr std::string_view kRows[] = {
      "One\n\n¶two.\n \t\n¶Three\r\n\r\n¶four,\n\n¶five\n\n\n\n¶Mr.\n\n¶Smith\n\n¶“So",
      "A line\nthat goes on\r\nand on.\n|Then",
  };
  check_rows("en", kRows);
}

TEST_CASE("breaks: as positions") {
  for (const std::uint32_t word : {1U, 2U, 70'000U}) {
    for (const Break kind : {Break::kSentence, Break::kParagraph}) {
      CHECK(word_of_break(break_position(kind, word)) == word);
      CHECK(ends_paragraph(break_position(kind, word)) == (kind == Break::kParagraph));
    }
  }
}

}  // namespace
}  // namespace backfile
