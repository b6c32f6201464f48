#include "searcher/search.h"

#include <algorithm>
#include <map>
#include <utility>

#include "searcher/did_you_mean.h"
#include "searcher/query/parser.h"

namespace backfile {
namespace {

// The headline's weight is in the terms (common/schema.h).
Xapian::BM25Weight bm25() {
  return {kTermFrequencySaturation, 0, 1, kLengthNormalization, kMinNormalizedLength};
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

// The first of `matches`, in their final order.
std::vector<Candidate> reranked(const Xapian::MSet& matches, const Plan& plan,
                                const Archive& archive) {
  std::vector<Candidate> best;
  for (auto match = matches.begin(); match != matches.end() && best.size() < kReranked; ++match)
    best.push_back({*match, archive.article(match.get_document()), match.get_weight()});
  rerank(best, plan.words, archive.database());
  return best;
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
  const bool is_reranked = request.sort == Sort::kRelevance && !plan.words.empty() &&
                           request.limit > 0 && request.offset < kReranked;
  const std::size_t first = is_reranked ? 0 : request.offset;
  const std::size_t end = std::max(request.offset + request.limit, is_reranked ? kReranked : 0);
  // Looking at every match makes the total and the counts exact.
  const Xapian::MSet matches = enquire.get_mset(bounded(first), bounded(end - first), all);

  SearchResult result;
  result.total = matches.get_matches_estimated();
  Analyzer analyzer;
  std::vector<Candidate> best;
  if (is_reranked) best = reranked(matches, plan, archive);
  for (std::size_t i = request.offset;
       i < std::min(first + matches.size(), request.offset + request.limit); ++i) {
    const auto match = matches[Xapian::doccount(i - first)];
    Hit& hit = result.hits.emplace_back(
        i < best.size()
            ? make_hit(std::move(best[i].article), request, plan.wanted, analyzer)
            : make_hit(archive.article(match.get_document()), request, plan.wanted, analyzer));
    hit.rank = i + 1;
    hit.score = i < best.size() ? best[i].total() : match.get_weight();
  }
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
