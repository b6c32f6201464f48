#include "searcher/search.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <set>
#include <utility>

#include "searcher/did_you_mean.h"
#include "searcher/explain.h"
#include "searcher/grouped_articles.h"
#include "searcher/hit_pages.h"
#include "searcher/match/bm25.h"
#include "searcher/query/parser.h"
#include "searcher/query/vocabulary.h"
#include "searcher/recency.h"
#include "searcher/rerank.h"
#include "searcher/significant_words.h"
#include "searcher/similar.h"
#include "searcher/timeline.h"

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
  return {archive.database(), archive.languages(), archive.is_remote(),
          [&archive](const std::string& id) { return ids_of_copies(id, archive); }};
}

// A query in the archive as it is open now.
struct Found {
  SearchResult result;                   // without hits
  std::unique_ptr<ArticleSet> articles;  // all that match
  std::vector<Match> matches;            // the first of them; of near-copies one, when grouped
  Wanted wanted;
  std::vector<Candidate> reranked;
};

// Year, month and day share a slot.
std::set<unsigned> counted_slots(const SearchRequest& request) {
  std::set<unsigned> slots;
  for (const FacetRequest& facet : request.facets) slots.insert(facet.facet->slot);
  if (request.timeline) slots.insert(kDaySlot);
  return slots;
}

// Whether all matches are looked at for more than their number.
bool counts_matches(const SearchRequest& request) {
  return request.group || request.timeline || request.words || !request.facets.empty();
}

void keep_first_of_groups(const Copies& copies, std::vector<Match>& matches) {
  std::set<std::size_t> known;
  std::erase_if(matches, [&](const Match& match) {
    const auto group = copies.group_of(match.docid);
    return group && !known.insert(*group).second;
  });
}

// The first `count` matches.
Found find_by_engine(const Plan& plan, const SearchRequest& request, const Archive& archive,
                     std::size_t count) {
  Xapian::Enquire enquire(archive.database());
  enquire.set_query(to_query(plan.match));
  enquire.set_weighting_scheme(bm25());
  enquire.set_cutoff(0, plan.min_weight);
  set_order(request.sort, enquire);
  Spies spies;
  for (const unsigned slot : counted_slots(request))
    enquire.add_matchspy(&spies.try_emplace(slot, slot).first->second);
  const Xapian::doccount all = archive.database().get_doccount();
  const std::size_t read = request.group ? all : std::min<std::size_t>(count, all);
  // Looking at every match makes the total and the counts exact.
  const bool is_about = request.about && !counts_matches(request);
  const Xapian::MSet matches = enquire.get_mset(0, Xapian::doccount(read), is_about ? 0 : all);
  Found found;
  found.result.total = matches.get_matches_estimated();
  found.result.is_exact = matches.get_matches_lower_bound() == matches.get_matches_upper_bound();
  found.matches.reserve(matches.size());
  for (auto match = matches.begin(); match != matches.end(); ++match)
    found.matches.push_back({*match, match.get_weight()});
  if (request.group) {
    keep_first_of_groups(*archive.copies(), found.matches);
    found.result.groups = found.matches.size();
    found.matches.resize(std::min(found.matches.size(), count));
  }
  found.articles = engine_articles(enquire.get_query(), plan.min_weight, archive.database(),
                                   found.result.total, std::move(spies));
  return found;
}

Found find_in_segments(const Plan& plan, const SearchRequest& request, const Collection& collection,
                       const Archive& archive, std::size_t count) {
  const auto copies = request.group ? archive.copies() : nullptr;
  TopHits hits = top_hits(plan.match, collection, request.sort, count, copies.get());
  Found found;
  found.result.total = hits.total;
  if (copies) found.result.groups = hits.groups;
  found.matches = std::move(hits.best);
  found.articles = local_articles(std::move(hits.matches), collection);
  return found;
}

// Puts the first of them in their final order.
std::vector<Candidate> rerank_first(const Plan& plan, const Archive& archive,
                                    std::vector<Match>& matches) {
  std::vector<Candidate> best;
  for (const Match& match : matches) {
    if (best.size() == reranked_of(plan.words)) break;
    best.push_back({match.docid, archive.article(match.docid), match.score});
  }
  rerank(best, plan.words, archive.database());
  for (std::size_t i = 0; i < best.size(); ++i) matches[i] = {best[i].docid, best[i].total()};
  return best;
}

// Of the matches that are asked for, from the first of all.
std::size_t end_of(const SearchRequest& request) {
  constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
  return request.limit > kAll - request.offset ? kAll : request.offset + request.limit;
}

// What our own matcher reads, unless the plan is for Xapian's.
std::optional<Collection> collection_for(const Plan& plan, const SearchRequest& request,
                                         Archive& archive) {
  if (plan.min_weight > 0 || request.recency) return std::nullopt;
  return archive.collection();
}

Found run(const Plan& plan, const SearchRequest& request, Archive& archive) {
  // The bonus of new articles is a share of the scores as they are without.
  const bool is_reranked = request.sort == Sort::kRelevance && !request.recency &&
                           !plan.words.empty() && request.limit > 0 &&
                           request.offset < reranked_of(plan.words);
  const std::size_t end = end_of(request);
  std::size_t count = request.limit > 0 ? end : 0;
  if (is_reranked) count = std::max(count, reranked_of(plan.words));
  const auto collection = collection_for(plan, request, archive);
  Found found = collection ? find_in_segments(plan, request, *collection, archive, count)
                           : find_by_engine(plan, request, archive, count);
  std::vector<Match>& matches = found.matches;
  if (is_reranked) found.reranked = rerank_first(plan, archive, matches);
  matches.resize(std::min(matches.size(), end));
  matches.erase(matches.begin(),
                matches.begin() + std::ptrdiff_t(std::min(matches.size(), request.offset)));
  found.wanted = plan.wanted;
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

MatchNode newer_first(const Plan& plan, const QueryNode& query, const SearchRequest& request,
                      const Archive& archive) {
  const auto unfiltered = plan_query(query, {}, searched(archive));
  const double best = best_weight(to_query(std::get<Plan>(unfiltered).match), archive.database());
  return MatchNode::engine(with_recency(to_query(plan.match), {*request.recency, request.today},
                                        best, archive.database()));
}

std::variant<Plan, QueryError> plan_request(const QueryNode& query, const SearchRequest& request,
                                            const Archive& archive) {
  if (auto error = refused(request)) return *std::move(error);
  auto planned = plan_query(query, request.filters, searched(archive));
  auto* plan = std::get_if<Plan>(&planned);
  if (plan && request.explain && !request.similar) plan->words_match = plan->match;
  if (plan && request.similar) {
    const auto article = archive.find(*request.similar);
    if (!article) return QueryError{"no article has the id: " + *request.similar};
    *plan = plan_similar(*article, std::move(*plan), archive.database());
  }
  if (plan && request.recency) plan->match = newer_first(*plan, query, request, archive);
  return planned;
}

std::unique_ptr<ArticleSet> matching(const MatchNode& match, double min_weight,
                                     const std::optional<Collection>& collection,
                                     const SearchRequest& request, const Archive& archive) {
  auto found = collection ? local_articles(match, *collection)
                          : engine_articles(to_query(match), min_weight, archive.database());
  return request.group ? by_group(std::move(found), archive) : std::move(found);
}

bool is_filtered(const Facet& facet, const Filters& filters) {
  return std::ranges::any_of(filters.required,
                             [&](const Filter& filter) { return filter.facet == &facet; });
}

// What would match without the filters by one facet.
std::unique_ptr<ArticleSet> without_filters(const Facet& facet, const QueryNode& query,
                                            const SearchRequest& request, Archive& archive) {
  SearchRequest wider = request;
  std::erase_if(wider.filters.required,
                [&](const Filter& filter) { return filter.facet == &facet; });
  const auto planned = plan_request(query, wider, archive);
  const Plan& plan = std::get<Plan>(planned);  // what its narrower one did not refuse
  return matching(plan.match, plan.min_weight, collection_for(plan, request, archive), request,
                  archive);
}

// Marks the values that are filtered by, and keeps them beside the first `limit`.
void select_filtered(const Filters& filters, std::size_t limit, FacetCounts& counts) {
  std::vector<FacetValue> kept;
  for (std::size_t i = 0; i < counts.values.size(); ++i) {
    FacetValue& value = counts.values[i];
    value.is_selected = std::ranges::any_of(filters.required, [&](const Filter& filter) {
      return filter.facet == counts.facet && filter.value == value.value;
    });
    if (i < limit || value.is_selected) kept.push_back(std::move(value));
  }
  counts.values = std::move(kept);
}

FacetCounts count_facet(const FacetRequest& facet, const QueryNode& query,
                        const SearchRequest& request, const ArticleSet& found, Archive& archive) {
  const bool is_wider =
      request.facet_mode == FacetMode::kMulti && is_filtered(*facet.facet, request.filters);
  if (!is_wider) return most_frequent(facet, found.values(*facet.facet), found.size());
  const auto wider = without_filters(*facet.facet, query, request, archive);
  FacetCounts counts =
      most_frequent({facet.facet, FacetRequest::kAll}, wider->values(*facet.facet), wider->size());
  select_filtered(request.filters, facet.limit, counts);
  return counts;
}

// For each peak, what sets its matches apart from the others; from the rest of the archive, when
// there are hardly any others.
void add_words(const ArticleSet& found, const ArticleSet& all, const Wanted& wanted,
               const Archive& archive, Timeline& timeline) {
  constexpr std::size_t kWords = 5;
  constexpr std::uint64_t kEnoughOthers = 30;
  std::optional<WordContrast> among_found;
  std::optional<WordContrast> among_all;
  for (TimelinePeriod& period : timeline.periods) {
    if (!period.is_peak) continue;
    const bool has_others = found.size() - period.count >= kEnoughOthers;
    auto& contrast = has_others ? among_found : among_all;
    if (!contrast) contrast.emplace(has_others ? found : all, wanted, archive);
    const auto of_peak = found.narrowed(
        dated_match({period.days.first, period.days.last}, Vocabulary(archive.database())));
    period.words = contrast->words_of(*of_peak, kWords);
  }
}

// What of all matches was asked for beside the hits.
void count_matches(const Found& found, const QueryNode& query, const SearchRequest& request,
                   Archive& archive, SearchResult& result) {
  const ArticleSet& articles = *found.articles;
  for (const FacetRequest& facet : request.facets)
    result.facets.push_back(count_facet(facet, query, request, articles, archive));
  if (!request.words && !request.timeline) return;
  const auto all = matching(MatchNode::all(), 0, archive.collection(), request, archive);
  if (request.timeline) {
    const ValueCounts days = articles.periods(*request.timeline);
    Timeline& timeline = result.timeline.emplace(
        make_timeline(*request.timeline, days,
                      request.group ? by_day(all->periods(*request.timeline))
                                    : articles_by_day(*request.timeline, archive.database()),
                      request.filters.dates));
    timeline.undated = articles.size() - days.articles;
    mark_peaks(timeline);
    add_words(articles, *all, found.wanted, archive, timeline);
  }
  if (request.words)
    result.words = WordContrast(*all, found.wanted, archive).words_of(articles, *request.words);
}

using Start = std::chrono::steady_clock::time_point;

double ms_since(Start start) {
  const auto took = std::chrono::steady_clock::now() - start;
  return std::chrono::duration<double, std::milli>(took).count();
}

// Of the re-ranked ones, from `offset` on; they are taken from there.
std::vector<Article> articles_of(std::vector<Candidate>& reranked, std::size_t offset) {
  std::vector<Article> articles;
  for (std::size_t i = offset; i < reranked.size(); ++i)
    articles.push_back(std::move(reranked[i].article));
  return articles;
}

// What gives a score beside the words of the query.
std::string_view other_part(const SearchRequest& request) {
  if (request.similar) return "likeness";
  return request.recency ? "recency" : "";
}

PagedResult find(const Plan& plan, const QueryNode& query, const SearchRequest& request,
                 Archive& archive) {
  Found found = run(plan, request, archive);
  SearchResult& result = found.result;
  const auto listed = listed_group(query);
  HitGroups groups(archive, request.group || listed);
  if (listed) groups.compare_with_first(*listed);
  if (request.group) {
    groups.count(*found.articles);
    found.articles = by_group(std::move(found.articles), archive);
  }
  count_matches(found, query, request, archive, result);
  result.query = request.query;
  result.understood = to_text(query);
  result.similar = request.similar;
  result.is_explained = request.explain;
  result.missing = archive.missing();
  if (!result.missing.empty()) result.is_exact = false;
  if (!archive.is_remote())
    result.did_you_mean = did_you_mean(query, archive.database(), archive.languages());
  HitPages pages(std::move(found.matches), articles_of(found.reranked, request.offset),
                 std::move(found.wanted), request, std::move(groups), archive);
  if (request.explain) {
    result.hits = pages.next(request.limit);
    explain(plan.words_match, found.reranked, other_part(request), archive.database(), result.hits);
  }
  return {std::move(result), std::move(pages)};
}

// What `made` makes of a result, tried again when a writer was faster.
template <class Made>
auto answered(const SearchRequest& asked, Archive& archive, Made made)
    -> std::variant<decltype(made(std::declval<PagedResult>())), QueryError> {
  constexpr int kMaxTries = 10;
  auto parsed = parse_query(asked.query, asked.today);
  if (auto* error = std::get_if<QueryError>(&parsed)) return std::move(*error);
  const QueryNode& query = std::get<QueryNode>(parsed);
  SearchRequest request = asked;
  if (request.sort == Sort::kRelevance && listed_group(query)) request.sort = Sort::kOldest;
  for (int attempt = 1;; ++attempt) {
    try {
      auto plan = plan_request(query, request, archive);
      if (auto* error = std::get_if<QueryError>(&plan)) return std::move(*error);
      return made(find(std::get<Plan>(plan), query, request, archive));
    } catch (const Xapian::DatabaseError&) {  // changed, or taken away, by a writer
      if (attempt == kMaxTries) throw;
      archive.reopen();
    } catch (const Xapian::NetworkError& failure) {  // a server ended, perhaps to begin anew
      if (attempt == kMaxTries) throw;
      archive.reopen_after(failure, attempt == 1);
    }
  }
}

}  // namespace

std::variant<SearchResult, QueryError> search(const SearchRequest& request, Archive& archive) {
  const auto start = std::chrono::steady_clock::now();
  return answered(request, archive, [&](PagedResult found) {
    SearchResult result = std::move(found.result);
    if (!request.explain) result.hits = found.pages.next(std::numeric_limits<std::size_t>::max());
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
