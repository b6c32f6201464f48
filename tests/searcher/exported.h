// An article with every field, and what a format makes of it.
#pragma once

#include <chrono>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "searcher/render/asked.h"
#include "searcher/result.h"

namespace backfile {

inline Article exported_article() {
  Article article;
  article.id = "harbour-17";
  article.url = "https://gazette.example/17";
  article.title = "Strike at “Quay 4”";
  article.body = "One.\n\nTwo & three.";
  article.published = parse_date("2024-11-17T21:04:00Z");
  article.source = "Harbour Gazette";
  article.section = "business";
  article.authors = {"Ann Bo", "Cy Dee"};
  article.tags = {"docks"};
  article.places = {"Port Ellery"};
  article.people = {"Jo Fay"};
  article.language = "en";
  return article;
}

inline Article article_with(std::string id, std::string title) {
  Article article;
  article.id = std::move(id);
  article.title = std::move(title);
  return article;
}

inline SearchResult hits_of(const std::vector<Article>& articles) {
  SearchResult result;
  for (const Article& article : articles) {
    Hit hit;
    hit.rank = result.hits.size() + 1;
    hit.score = 1.5;
    hit.article = article;
    hit.snippet.text = "One. Two & three.";
    result.hits.push_back(std::move(hit));
  }
  result.total = result.hits.size();
  return result;
}

inline SearchRequest exported_request() {
  SearchRequest request;
  request.query = "harbour";
  request.today = std::chrono::year(2024) / 11 / 30;
  return request;
}

inline const std::vector<std::string> kExportedArchives = {"news"};

inline std::string printed(void (*render)(const SearchResult&, const MoreHits&, std::ostream&),
                           const SearchResult& result) {
  std::ostringstream out;
  render(result, {}, out);
  return std::move(out).str();
}

inline std::string printed(void (*render)(const SearchResult&, const MoreHits&, const Asked&,
                                          std::ostream&),
                           const SearchResult& result, const SearchRequest& request,
                           const std::vector<std::string>& archives = kExportedArchives) {
  std::ostringstream out;
  render(result, {}, {archives, request}, out);
  return std::move(out).str();
}

// A page a hit.
inline MoreHits pages_of(const std::vector<Hit>& hits) {
  return [hits, i = std::size_t{0}]() mutable {
    std::vector<Hit> page;
    if (i < hits.size()) page.push_back(hits[i++]);
    return page;
  };
}

}  // namespace backfile
