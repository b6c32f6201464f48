#include "indexer/markup/page_headings.h"

#include <doctest/doctest.h>

namespace backfile {
namespace {

TEST_CASE("page headings: what they head, whatever their case, accents and marks") {
  struct Row {
    std::string_view line;
    Part expected;
  };
  const Row rows[] = {
      {"Related stories", Part::kRelated},
      {"RELATED STORIES:", Part::kRelated},
      {"More from The Paper", Part::kRelated},
      {"You’ll see also", Part::kNone},
      {"See also", Part::kRelated},
      {"12 Comments", Part::kComments},
      {"Comments (3)", Part::kComments},
      {"Leave a Reply »", Part::kComments},
      {"About the author", Part::kAuthor},
      {"Ähnliche Artikel", Part::kRelated},
      {"Mehr zum Thema", Part::kRelated},
      {"Schreibe einen Kommentar", Part::kComments},
      {"À lire aussi :", Part::kRelated},
      {"Lo más leído", Part::kRelated},
      {"Você pode gostar...", Part::kRelated},
      {"Leggi anche", Part::kRelated},
      {"Læs også", Part::kRelated},
      {"Czytaj także:", Part::kRelated},
      {"İlgili Haberler", Part::kRelated},
      {"Bài viết liên quan", Part::kRelated},
      {"Похожие статьи", Part::kRelated},
      {"Комментарии (7)", Part::kComments},
      {"Διαβάστε επίσης", Part::kRelated},
      {"اقرأ أيضا", Part::kRelated},
      {"関連記事", Part::kRelated},
      {"관련 기사", Part::kRelated},
      {"相关阅读：", Part::kRelated},
      // Headings of articles.
      {"", Part::kNone},
      {"...", Part::kNone},
      {"Related charges were dropped", Part::kNone},
      {"No comments from the council", Part::kNone},
      {"Up next", Part::kNone},
      {"Read more", Part::kNone},
      {"The newsletter that changed a town", Part::kNone},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(part_headed_by(row.line) == row.expected);
  }
}

}  // namespace
}  // namespace backfile
