#include "searcher/search.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "searcher/did_you_mean.h"
#include "searcher/hit_pages.h"
#include "searcher/query/parser.h"
#include "searcher/recency.h"
#include "searcher/similar.h"
#include "searcher/weighting.h"

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

// A query in the archive as it is open now.
struct Found {
  SearchResult result;  // without hits
  std::vector<Match> matches;
  Wanted wanted;
};

Found run(Plan plan, const SearchRequest& request, const Archive& archive) {
  Xapian::Enquire enquire(archive.database());
  enquire.set_query(plan.query);
  enquire.set_weighting_scheme(bm25());
  enquire.set_cutoff(0, plan.min_weight);
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

  Found found{{}, {}, std::move(plan.wanted)};
  found.result.total = matches.get_matches_estimated();
  found.matches.reserve(matches.size());
  for (auto match = matches.begin(); match != matches.end(); ++match)
    found.matches.push_back({*match, match.get_weight()});
  for (const FacetRequest& facet : request.facets)
    found.result.facets.push_back(sum_up(facet, spies.at(facet.facet->slot)));
  return found;
}

// What does not go together.
std::optional<QueryError> refused(const SearchRequest& request) {
  if (!request.recency) return std::nullopt;
  if (request.sort != Sort::kRelevance)
    return QueryError{"recency is a matter of relevance; leave out the order by date"};
  // The least likeness is a weight, which the bonus of a new article alone might reach.
  if (request.similar)
    return QueryError{"recency does not go with likeness; use --from for new articles only"};
  return std::nullopt;
}

Xapian::Query newer_first(const Plan& plan, const QueryNode& query, const SearchRequest& request,
                          const Archive& archive) {
  const auto unfiltered = plan_query(query, {}, searched(archive));
  const double best = best_weight(std::get<Plan>(unfiltered).query, archive.database());
  return with_recency(plan.query, {*request.recency, request.today}, best, archive.database());
}

std::variant<Plan, QueryError> plan_request(const QueryNode& query, const SearchRequest& request,
                                            const Archive& archive) {
  if (auto error = refused(request)) return *std::move(error);
  auto planned = plan_query(query, request.filters, searched(archive));
  auto* plan = std::get_if<Plan>(&planned);
  if (plan && request.similar) {
    const auto article = archive.find(*request.similar);
    if (!article) return QueryError{"no article has the id: " + *request.similar};
    *plan = plan_similar(*article, std::move(*plan), archive.database());
  }
  if (plan && request.recency) plan->query = newer_first(*plan, query, request, archive);
  return planned;
}

using Start = std::chrono::steady_clock::time_point;

double ms_since(Start start) {
  const auto took = std::chrono::steady_clock::now() - start;
  return std::chrono::duration<double, std::milli>(took).count();
}

PagedResult find(Plan plan, const QueryNode& query, const SearchRequest& request,
                 const Archive& archive) {
  Found found = run(std::move(plan), request, archive);
  SearchResult& result = found.result;
  result.query = request.query;
  result.understood = to_text(query);
  result.similar = request.similar;
  if (!archive.is_remote())
    result.did_you_mean = did_you_mean(query, archive.database(), archive.languages());
  return {std::move(result),
          HitPages(std::move(found.matches), std::move(found.wanted), request, archive)};
}

// What `made` makes of a result, tried again when a writer was faster.
template <class Made>
auto answered(const SearchRequest& request, Archive& archive, Made made)
    -> std::variant<decltype(made(std::declval<PagedResult>())), QueryError> {
  constexpr int kMaxTries = 10;
  auto parsed = parse_query(request.query, request.today);
  if (auto* error = std::get_if<QueryError>(&parsed)) return std::move(*error);
  const QueryNode& query = std::get<QueryNode>(parsed);
  for (int attempt = 1;; ++attempt) {
    try {
      auto plan = plan_request(query, request, archive);
      if (auto* error = std::get_if<QueryError>(&plan)) return std::move(*error);
      return made(find(std::get<Plan>(std::move(plan)), query, request, archive));
    } catch (const Xapian::DatabaseError&) {  // changed, or taken away, by a writer
      if (attempt == kMaxTries) throw;
      archive.reopen();
    }
  }
}

}  // namespace

std::variant<SearchResult, QueryError> search(const SearchRequest& request, Archive& archive) {
  const auto start = std::chrono::steady_clock::now();
  return answered(request, archive, [start](PagedResult found) {
    SearchResult result = std::move(found.result);
    result.hits = found.pages.next(std::numeric_limits<std::size_t>::max());
    result.took_ms = ms_since(start);
    return result;
  });
}

std::variant<PagedResult, QueryError> search_in_pages(const SearchRequest& request,
                                                      Archive& archive) {
  const auto start = std::chrono::steady_clock::now();
  return answered(request, archive, [start](PagedResult found) {
    found.result.took_ms = ms_since(start);
    return found;
  });
}

}  // namespace backfile
