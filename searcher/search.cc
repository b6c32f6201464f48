#include "searcher/search.h"

#include <algorithm>
#include <map>
#include <utility>

#include "searcher/did_you_mean.h"
#include "searcher/match/bm25.h"
#include "searcher/query/parser.h"

namespace backfile {
namespace {

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

Hit make_hit(Article article, const SearchRequest& request, const Wanted& wanted,
             Analyzer& analyzer) {
  Hit hit;
  hit.article = std::move(article);
  hit.title_highlights = find_matches(hit.article.title, hit.article.language, wanted, analyzer);
  if (request.snippet_characters == 0) return hit;
  const auto matches = find_matches(hit.article.body, hit.article.language, wanted, analyzer);
  hit.snippet = make_snippet(hit.article.body, matches, request.snippet_characters);
  return hit;
}

// What was found, as far as it was asked for.
struct Found {
  std::uint64_t total = 0;
  std::vector<Ranked> best;  // from the first on
  std::vector<FacetCounts> facets;
};

Found find_by_engine(const Plan& plan, const SearchRequest& request, const Archive& archive,
                     std::size_t count) {
  Xapian::Enquire enquire(archive.database());
  enquire.set_query(to_query(plan.match));
  enquire.set_weighting_scheme(bm25());
  set_order(request.sort, enquire);
  std::map<Xapian::valueno, Xapian::ValueCountMatchSpy> spies;  // year, month and day share one
  for (const FacetRequest& facet : request.facets) {
    const auto [spy, is_new] = spies.try_emplace(facet.facet->slot, facet.facet->slot);
    if (is_new) enquire.add_matchspy(&spy->second);
  }
  // Looking at every match makes the total and the counts exact.
  const Xapian::doccount all = archive.database().get_doccount();
  const Xapian::MSet matches =
      enquire.get_mset(0, Xapian::doccount(std::min<std::size_t>(count, all)), all);
  Found found;
  found.total = matches.get_matches_estimated();
  for (auto match = matches.begin(); match != matches.end(); ++match)
    found.best.push_back({*match, match.get_weight()});
  for (const FacetRequest& facet : request.facets)
    found.facets.push_back(count_values(facet, spies.at(facet.facet->slot)));
  return found;
}

Found find_in_segments(const Plan& plan, const SearchRequest& request, const Collection& collection,
                       std::size_t count) {
  TopHits hits = top_hits(plan.match, collection, request.sort, count);
  Found found{hits.total, std::move(hits.best), {}};
  for (const FacetRequest& facet : request.facets)
    found.facets.push_back(count_values(facet, hits.matches, collection.shards));
  return found;
}

// The first of `found`, in their final order.
std::vector<Candidate> reranked(const Found& found, const Plan& plan, const Archive& archive) {
  std::vector<Candidate> best;
  for (const Ranked& ranked : found.best) {
    if (best.size() == kReranked) break;
    best.push_back({ranked.docid, archive.article(ranked.docid), ranked.score});
  }
  rerank(best, plan.words, archive.database());
  return best;
}

SearchResult run(const Plan& plan, const SearchRequest& request, Archive& archive) {
  const bool is_reranked = request.sort == Sort::kRelevance && !plan.words.empty() &&
                           request.limit > 0 && request.offset < kReranked;
  std::size_t count = request.limit > 0 ? request.offset + request.limit : 0;
  if (is_reranked) count = std::max(count, kReranked);
  const auto collection = archive.collection();
  Found found = collection ? find_in_segments(plan, request, *collection, count)
                           : find_by_engine(plan, request, archive, count);

  SearchResult result;
  result.total = found.total;
  Analyzer analyzer;
  std::vector<Candidate> best;
  if (is_reranked) best = reranked(found, plan, archive);
  const std::size_t end = std::min(found.best.size(), request.offset + request.limit);
  for (std::size_t i = request.offset; i < end; ++i) {
    const bool is_best = i < best.size();
    Article article = is_best ? std::move(best[i].article) : archive.article(found.best[i].docid);
    Hit& hit =
        result.hits.emplace_back(make_hit(std::move(article), request, plan.wanted, analyzer));
    hit.rank = i + 1;
    hit.score = is_best ? best[i].total() : found.best[i].score;
  }
  result.facets = std::move(found.facets);
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
