#include <doctest/doctest.h>

#include "searcher/render/ris.h"
#include "tests/searcher/exported.h"

namespace backfile {
namespace {

constexpr std::string_view kRecord =
    "TY  - NEWS\r\n"
    "ID  - harbour-17\r\n"
    "TI  - Strike at “Quay 4”\r\n"
    "AU  - Ann Bo\r\n"
    "AU  - Cy Dee\r\n"
    "T2  - Harbour Gazette\r\n"
    "SE  - business\r\n"
    "DA  - 2024/11/17/\r\n"
    "PY  - 2024\r\n"
    "LA  - en\r\n"
    "KW  - docks\r\n"
    "KW  - Port Ellery\r\n"
    "KW  - Jo Fay\r\n"
    "UR  - https://gazette.example/17\r\n"
    "AB  - One. Two & three.\r\n"
    "ER  - \r\n\r\n";

TEST_CASE("ris: hits") {
  const SearchResult result = hits_of({exported_article(), exported_article()});
  CHECK(printed(render_ris, result) == std::string(kRecord) + std::string(kRecord));
  std::ostringstream pages;
  render_ris({}, pages_of(result.hits), pages);
  CHECK(pages.str() == printed(render_ris, result));
  CHECK(printed(render_ris, SearchResult()).empty());
}

TEST_CASE("ris: an article has no abstract") {
  std::ostringstream out;
  render_ris(exported_article(), out);
  std::string expected(kRecord);
  const std::size_t abstract = expected.find("AB  -");
  expected.erase(abstract, expected.find("ER  -") - abstract);
  CHECK(out.str() == expected);
}

TEST_CASE("ris: a value is one line, and nothing absent has one") {
  Article article = article_with("x", "One\r\nER  - \nTY  - BOOK\x1b[2J\u202E\u2028Two");
  article.authors = {"", "\x1b"};
  article.url = "javascript:alert(1)";
  std::ostringstream out;
  render_ris(article, out);
  CHECK(out.str() == "TY  - NEWS\r\nID  - x\r\nTI  - One ER - TY - BOOK[2J Two\r\nER  - \r\n\r\n");
}

}  // namespace
}  // namespace backfile
