#include "searcher/search.h"

#include <algorithm>
#include <map>

#include "searcher/did_you_mean.h"
#include "searcher/query/parser.h"

namespace backfile {
namespace {

// BM25 with the usual parameters; the headline's weight is in the terms (common/schema.h).
Xapian::BM25Weight bm25() {
  constexpr double kTermFrequencySaturation = 1.2;
  constexpr double kLengthNormalization = 0.75;
  return {kTermFrequencySaturation, 0, 1, kLengthNormalization, 0.5};
}

void set_order(Sort sort, Xapian::Enquire& enquire) {
  switch (sort) {
    case Sort::kRelevance:
      return enquire.set_sort_by_relevance_then_value(kNewestSlot, true);
    case Sort::kNewest:
      return enquire.set_sort_by_value_then_relevance(kNewestSlot, true);
    case Sort::kOldest:
      return enquire.set_sort_by_value_then_relevance(kOldestSlot, false);
  }
}

Searched searched(const Archive& archive) {
  return {archive.database(), archive.languages(), archive.is_remote()};
}

Hit make_hit(const Xapian::MSetIterator& match, const SearchRequest& request, const Wanted& wanted,
             const Archive& archive, Analyzer& analyzer) {
  Hit hit;
  hit.rank = match.get_rank() + 1;
  hit.score = match.get_weight();
  hit.article = archive.article(match.get_document());
  const Article& article = hit.article;
  hit.title_highlights = find_matches(article.title, article.language, wanted, analyzer);
  if (request.snippet_characters == 0) return hit;
  const auto matches = find_matches(article.body, article.language, wanted, analyzer);
  hit.snippet = make_snippet(article.body, matches, request.snippet_characters);
  return hit;
}

SearchResult run(const Plan& plan, const SearchRequest& request, const Archive& archive) {
  Xapian::Enquire enquire(archive.database());
  enquire.set_query(plan.query);
  enquire.set_weighting_scheme(bm25());
  set_order(request.sort, enquire);
  std::map<Xapian::valueno, Xapian::ValueCountMatchSpy> spies;  // year, month and day share one
  for (const FacetRequest& facet : request.facets) {
    const auto [spy, is_new] = spies.try_emplace(facet.facet->slot, facet.facet->slot);
    if (is_new) enquire.add_matchspy(&spy->second);
  }

  const Xapian::doccount all = archive.database().get_doccount();
  const auto bounded = [all](std::size_t n) {
    return Xapian::doccount(std::min<std::size_t>(n, all));
  };
  // Looking at every match makes the total and the counts exact.
  const Xapian::MSet matches =
      enquire.get_mset(bounded(request.offset), bounded(request.limit), all);

  SearchResult result;
  result.total = matches.get_matches_estimated();
  Analyzer analyzer;
  for (auto match = matches.begin(); match != matches.end(); ++match)
    result.hits.push_back(make_hit(match, request, plan.wanted, archive, analyzer));
  for (const FacetRequest& facet : request.facets)
    result.facets.push_back(sum_up(facet, spies.at(facet.facet->slot)));
  return result;
}

}  // namespace

std::variant<SearchResult, QueryError> search(const SearchRequest& request, Archive& archive) {
  constexpr int kMaxTries = 10;
  const auto start = std::chrono::steady_clock::now();
  auto parsed = parse_query(request.query, request.today);
  if (auto* error = std::get_if<QueryError>(&parsed)) return std::move(*error);
  const QueryNode& query = std::get<QueryNode>(parsed);
  for (int attempt = 1;; ++attempt) {
    try {
      auto plan = plan_query(query, request.filters, searched(archive));
      if (auto* error = std::get_if<QueryError>(&plan)) return std::move(*error);
      SearchResult result = run(std::get<Plan>(plan), request, archive);
      result.query = request.query;
      result.understood = to_text(query);
      if (!archive.is_remote())
        result.did_you_mean = did_you_mean(query, archive.database(), archive.languages());
      const auto took = std::chrono::steady_clock::now() - start;
      result.took_ms = std::chrono::duration<double, std::milli>(took).count();
      return result;
    } catch (const Xapian::DatabaseError&) {  // changed, or taken away, by a writer
      if (attempt == kMaxTries) throw;
      archive.reopen();
    }
  }
}

}  // namespace backfile
