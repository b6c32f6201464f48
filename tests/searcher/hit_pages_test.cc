#include "searcher/hit_pages.h"

#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "searcher/render/render.h"
#include "tests/archive_fixture.h"
#include "tests/searcher/answers.h"

namespace backfile {
namespace {

std::vector<Article> many_articles(int count) {
  std::vector<Article> articles;
  for (int i = 0; i < count; ++i) {
    std::string body = "news of the flood";
    for (int k = 0; k < i % 5; ++k) body += i % 2 == 0 ? " flood" : " dam";
    articles.push_back(make_article("id-" + std::to_string(i), "", body));
    if (i % 3 > 0) articles.back().published = parse_date("2024-0" + std::to_string(1 + i % 9));
  }
  return articles;
}

PagedResult paged(const SearchRequest& request, Archive& archive) {
  auto found = search_in_pages(request, archive);
  REQUIRE(std::holds_alternative<PagedResult>(found));
  return std::get<PagedResult>(std::move(found));
}

SearchRequest all_for(std::string query) {
  SearchRequest request = request_for(std::move(query));
  request.limit = std::numeric_limits<std::size_t>::max();
  request.snippet_characters = 50;
  request.facets = {{facet_by_name("year")}};
  return request;
}

TEST_CASE("hit pages: together they are the answer, whatever their size, order and offset") {
  const ArchiveFixture fixture(many_articles(50));
  Archive archive({fixture.path()});
  for (const Sort sort : {Sort::kRelevance, Sort::kNewest, Sort::kOldest}) {
    for (const std::size_t offset : {0, 7, 50, 99}) {
      for (const std::size_t size : {1, 8, 1000}) {
        CAPTURE(offset);
        CAPTURE(size);
        SearchRequest request = all_for("flood dam");
        request.sort = sort;
        request.offset = offset;
        const SearchResult whole = answer(request, archive);
        PagedResult found = paged(request, archive);
        CHECK(found.result.hits.empty());
        CHECK(found.result.total == whole.total);
        CHECK(facet_line(found.result.facets[0]) == facet_line(whole.facets[0]));
        SearchResult together;
        for (auto page = found.pages.next(size); !page.empty(); page = found.pages.next(size)) {
          CHECK(page.size() <= size);
          for (Hit& hit : page) together.hits.push_back(std::move(hit));
        }
        CHECK(together.hits.size() == 50 - std::min<std::size_t>(offset, 50));
        std::ostringstream expected;
        std::ostringstream got;
        render_jsonl(whole, expected);
        render_jsonl(together, got);
        CHECK(got.str() == expected.str());
      }
    }
  }
}

TEST_CASE("hit pages: a writer, and a reader who reopens, change nothing of what is begun") {
  const std::vector<Article> articles = many_articles(30);
  ArchiveFixture fixture(articles);
  Archive archive({fixture.path()});
  PagedResult found = paged(all_for("flood"), archive);
  std::vector<std::string> got;
  for (auto page = found.pages.next(4); !page.empty(); page = found.pages.next(4)) {
    for (const Hit& hit : page) {
      got.push_back(hit.article.id);
      CHECK_FALSE(hit.article.body.ends_with("changed"));
    }
    std::vector<Article> changed = articles;
    for (Article& article : changed) article.body += " " + got.back() + " changed";
    fixture.add(changed);
    archive.reopen();
  }
  std::ranges::sort(got);
  CHECK(std::unique(got.begin(), got.end()) == got.end());
  CHECK(got.size() == articles.size());
}

TEST_CASE("hit pages: an error is none of pages") {
  const ArchiveFixture fixture(many_articles(1));
  Archive archive({fixture.path()});
  CHECK(std::holds_alternative<QueryError>(search_in_pages(all_for("(flood"), archive)));
  PagedResult nothing = paged(all_for("drought"), archive);
  CHECK(nothing.result.total == 0);
  CHECK(nothing.pages.next().empty());
}

// What `render` writes of the pages, and of the whole answer.
template <class Render>
std::pair<std::string, std::string> rendered(Render render, Archive& archive) {
  SearchRequest request = all_for("flood dam");
  request.offset = 3;
  PagedResult found = paged(request, archive);
  SearchResult whole = answer(request, archive);
  whole.took_ms = found.result.took_ms = 1;
  std::ostringstream pages;
  std::ostringstream at_once;
  render(
      found.result, [&] { return found.pages.next(7); }, pages);
  render(whole, {}, at_once);
  return {pages.str(), at_once.str()};
}

TEST_CASE("hit pages: rendered page by page as at once, in every format") {
  const ArchiveFixture fixture(many_articles(40));
  Archive archive({fixture.path()});
  using Render = void (*)(const SearchResult&, const MoreHits&, std::ostream&);
  const auto text = [](const SearchResult& result, const MoreHits& more, std::ostream& out) {
    render_text(result, more, {}, out);
  };
  for (const Render render :
       {Render(render_json), Render(render_jsonl), Render(render_ids), Render(text)}) {
    const auto [pages, at_once] = rendered(render, archive);
    CHECK(pages == at_once);
    CHECK_FALSE(pages.empty());
  }
  const std::string json = rendered(Render(render_json), archive).first;
  CHECK(nlohmann::json::parse(json)["hits"].size() == 37);
}

TEST_CASE("hit pages: nothing more is read when nobody reads on") {
  SearchResult result;
  std::ostringstream out;
  int pages = 0;
  render_ids(
      result,
      [&] {
        if (++pages == 3) out.setstate(std::ios::badbit);
        return std::vector<Hit>(1);
      },
      out);
  CHECK(pages == 3);
}

}  // namespace
}  // namespace backfile
