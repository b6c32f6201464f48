#include "searcher/similar.h"

#include <algorithm>
#include <utility>

#include "common/terms.h"
#include "searcher/match/bm25.h"
#include "searcher/significant_terms.h"

namespace backfile {
namespace {

using Query = Xapian::Query;

constexpr std::size_t kMaxTerms = 30;
// Of what the article itself weighs. Seen in Reuters-21578: copies weigh as much, follow-ups a
// half, other articles on the subject a quarter or more.
constexpr double kMinLikeness = 0.25;
// Of what its heaviest word weighs: of few words, one alone may be a quarter. A word weighs hardly
// more anywhere, for the headline's have about all that occurrences can give.
constexpr double kMoreThanOneWord = 1.2;

std::vector<Query> scaled(const std::vector<SignificantTerm>& terms) {
  std::vector<Query> queries;
  for (const SignificantTerm& term : terms)
    queries.emplace_back(Query::OP_SCALE_WEIGHT, Query(term.term), term.frequency);
  return queries;
}

double least_weight(const std::vector<Query>& words, const Query& like, const Query& itself,
                    const Xapian::Database& database) {
  if (words.empty()) return 0;
  const auto own = [&](const Query& query) {
    return best_weight(Query(Query::OP_FILTER, query, itself), database);
  };
  const double all = own(like);
  // A copy is like it, however sums of the same weights are rounded.
  constexpr double kAlmostAll = 1 - 1e-9;
  return std::min(kAlmostAll * all,
                  std::max(kMinLikeness * all, kMoreThanOneWord * own(words.front())));
}

void want(const std::vector<SignificantTerm>& terms, Wanted& wanted) {
  for (const SignificantTerm& term : terms) {
    wanted.stems.insert(term.term);
    wanted.first_letters += term.first_letter;
  }
}

}  // namespace

Plan plan_similar(const Article& article, Plan narrowed, const Xapian::Database& database) {
  const std::vector<SignificantTerm> terms =
      significant_terms({{article.title, article.body, article.language}}, database, kMaxTerms);
  const std::vector<Query> words = scaled(terms);
  const Query like(Query::OP_OR, words.begin(), words.end());
  const Query itself(value_term(*field_by_name("id"), article.id));
  Plan plan = std::move(narrowed);
  plan.min_weight = least_weight(words, like, itself, database);
  const Query among(Query::OP_FILTER, like, to_query(plan.match));
  plan.match = MatchNode::engine(Query(Query::OP_AND_NOT, among, itself));
  plan.words.clear();
  want(terms, plan.wanted);
  return plan;
}

}  // namespace backfile
