#include "searcher/query/vocabulary.h"

#include <doctest/doctest.h>

#include "searcher/archive.h"
#include "tests/archive_fixture.h"

namespace backfile {
namespace {

using Terms = std::vector<std::string>;

// "a b c".
std::string joined(const Terms& terms) {
  std::string line;
  for (const std::string& term : terms) line.append(line.empty() ? "" : " ").append(term);
  return line;
}

std::vector<Article> of_many_languages() {
  std::vector<Article> articles = {
      make_article("en", "Houses",
                   "The house, housed in a hovel, is housing. Rates rated. Zürich."),
      make_article("de", "Häuser", "Das Haus, die Hauses, das Rätsel. Der Rat und der Rate.", "de"),
      make_article("fr", "", "Il a mangé, mangée, MANGEE et mange. Élève, élevé, eleve.", "fr"),
      make_article("id", "", "Pemilihan umum: memilih, pilih.", "id"),
      make_article("ar", "", "والكتاب الكتاب كتاب", "ar"),
      make_article("xx", "", "Häuser houses hauser"),
  };
  articles.back().language = "xx";
  articles[0].published = parse_date("2024-11-17");
  articles[1].published = parse_date("1987-02-03");
  articles[2].published = parse_date("1987-12-31T23:59:59Z");
  articles[0].authors = {"Ann Houser"};
  return articles;
}

TEST_CASE("vocabulary: the words of a stem, in one language, that positions are known of") {
  struct Row {
    std::string_view word;
    std::string_view language;
    std::string_view prefix;
    std::string_view terms;
  };
  constexpr Row kRows[] = {
      {"house", "en", "", "Zhous house housed houses housing"},
      {"Haus", "de", "", "Fhauser Zde:haus haus hauser hauses"},
      {"hauser", "de", "", "Fhauser Zde:haus haus hauser hauses"},
      {"Häuser", "de", "", "Fhauser Zde:haus haus hauser hauses"},
      {"Rate", "en", "", "Zrate rate rated rates"},
      {"Rate", "de", "", "Zde:rat rat rate rates"},
      {"Rätsel", "de", "", "Fratsel Zde:ratsel"},
      {"Zurich", "en", "", "Fzurich Zzurich"},
      {"mange", "fr", "", "Fmange Zfr:mang mange"},
      {"mangée", "fr", "", "Fmange Fmangee Zfr:mang Zfr:mange mange mangee"},
      {"mangee", "fr", "", "Fmangee Zfr:mange mangee"},
      {"Élève", "fr", "", "Feleve Zfr:elev eleve"},
      {"eleve", "fr", "", "Feleve Zfr:elev eleve"},
      {"élevé", "fr", "", "Feleve Zfr:elev eleve"},
      {"pilih", "id", "", "Zid:pilih memilih pemilihan pilih"},
      {"كتاب", "ar", "", "Zar:كتاب الكتاب كتاب"},
      {"hauser", "", "", "hauser Fhauser"},
      {"houses", "", "", "houses"},
      {"house", "", "", "house"},
      {"unheard", "en", "", ""},
      {"houses", "en", "S", "Shouses ZShous"},
      {"haus", "de", "S", "FShauser ZSde:haus"},
      {"house", "fr", "", ""},
  };
  const ArchiveFixture fixture(of_many_languages());
  const Archive archive({fixture.path()});
  Vocabulary vocabulary(archive.database());
  for (const Row& row : kRows) {
    CAPTURE(row.word);
    CAPTURE(row.language);
    Tokenizer tokenizer(row.word);
    Token token;
    REQUIRE(tokenizer.next(token));
    CHECK(joined(vocabulary.placed_terms(token, std::string(row.language), row.prefix)) ==
          row.terms);
  }
}

TEST_CASE("vocabulary: what is there, what begins so, and the years") {
  const ArchiveFixture fixture(of_many_languages());
  const Archive archive({fixture.path()});
  const Vocabulary vocabulary(archive.database());
  CHECK(vocabulary.present({"unheard", "house", "Shouses", "Zde:rat"}) ==
        Terms{"house", "Shouses", "Zde:rat"});
  CHECK(vocabulary.present({}).empty());
  CHECK(vocabulary.beginning_with({"hou"}, 9) == Terms{"house", "housed", "houses", "housing"});
  CHECK(vocabulary.beginning_with({"hou", "Fh"}, 5) ==
        Terms{"house", "housed", "houses", "housing", "Fhauser"});
  CHECK_FALSE(vocabulary.beginning_with({"hou", "Fh"}, 4));
  CHECK(vocabulary.beginning_with({"zz"}, 0) == Terms{});
  CHECK(vocabulary.years() == std::vector<int>{1987, 2024});
  const ArchiveFixture empty;
  const Archive without({empty.path()});
  CHECK(Vocabulary(without.database()).years().empty());
}

}  // namespace
}  // namespace backfile
