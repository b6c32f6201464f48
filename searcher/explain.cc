#include "searcher/explain.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "common/schema.h"
#include "common/terms.h"
#include "searcher/match/bm25.h"

namespace backfile {
namespace {

using Query = Xapian::Query;
using Type = MatchNode::Type;

// A part of the query that gives weight by itself, where all of `conditions` hold.
struct Part {
  std::string name;
  Query query;
  std::vector<Query> conditions;
};

std::string joined(const std::vector<std::string>& terms) {
  constexpr std::size_t kShown = 5;
  std::string text;
  for (std::size_t i = 0; i < std::min(terms.size(), kShown); ++i)
    text.append(i > 0 ? " " : "").append(terms[i]);
  return terms.size() > kShown ? text + " ..." : text;
}

std::string name_of(const MatchNode& node) {
  if (node.type == Type::kTerms) return joined(node.terms);
  if (node.type == Type::kEngine) return "words in their places";
  std::string text;
  for (const MatchNode& child : node.children)
    text.append(text.empty() ? "\"" : " ")
        .append(joined(child.type == Type::kOr ? child.children.front().terms : child.terms));
  return text + '"';
}

void append_parts(const MatchNode& node, double factor, std::vector<Query> conditions,
                  std::vector<Part>& parts) {
  if (node.type == Type::kTerms || node.type == Type::kEngine || node.type == Type::kPhrase) {
    const Query query(Query::OP_SCALE_WEIGHT, to_query(node), factor);
    parts.push_back({name_of(node), query, std::move(conditions)});
    return;
  }
  factor *= node.factor;
  const bool needs_all = node.type != Type::kOr && node.type != Type::kAndMaybe;
  if (needs_all && !node.children.empty()) conditions.push_back(to_query(node));
  for (const MatchNode& child : node.children) {
    append_parts(child, factor, conditions, parts);
    if (node.type == Type::kFilter || node.type == Type::kAndNot) return;
  }
}

class Explanation {
 public:
  Explanation(const Xapian::Database& database, std::vector<Hit>& hits) : database_(database) {
    std::vector<Query> ids;
    for (Hit& hit : hits) {
      const std::string term = value_term(*field_by_name("id"), hit.article.id);
      const auto posting = database.postlist_begin(term);
      if (posting == database.postlist_end(term)) continue;
      hits_[*posting] = &hit;
      ids.emplace_back(term);
    }
    shown_ = Query(Query::OP_OR, ids.begin(), ids.end());
  }

  void add(const Part& part) {
    std::vector<Query> conditions = part.conditions;
    conditions.push_back(shown_);
    const Query condition(Query::OP_AND, conditions.begin(), conditions.end());
    Xapian::Enquire enquire(database_);
    enquire.set_query(Query(Query::OP_FILTER, part.query, condition));
    enquire.set_weighting_scheme(bm25());
    const Xapian::MSet found = enquire.get_mset(0, Xapian::doccount(hits_.size()));
    for (auto match = found.begin(); match != found.end(); ++match)
      add(*match, part.name, match.get_weight());
  }

  void add(Xapian::docid docid, std::string_view name, double weight) {
    const auto hit = hits_.find(docid);
    if (hit == hits_.end() || weight == 0) return;
    std::vector<ScorePart>& parts = hit->second->parts;
    const auto same = std::ranges::find(parts, name, &ScorePart::name);
    if (same != parts.end())
      same->weight += weight;
    else
      parts.push_back({std::string(name), weight});
  }

  // What of the scores is not explained yet.
  void add_rest(std::string_view name) {
    constexpr double kNothing = 1e-9;
    for (const auto& [docid, hit] : hits_) {
      double rest = hit->score;
      for (const ScorePart& part : hit->parts) rest -= part.weight;
      if (std::abs(rest) > kNothing) add(docid, name, rest);
    }
  }

 private:
  const Xapian::Database& database_;
  std::map<Xapian::docid, Hit*> hits_;
  Query shown_;
};

}  // namespace

void explain(const MatchNode& match, const std::vector<Candidate>& reranked, std::string_view rest,
             const Xapian::Database& database, std::vector<Hit>& hits) {
  if (hits.empty()) return;
  Explanation explanation(database, hits);
  std::vector<Part> parts;
  append_parts(match, 1, {}, parts);
  for (const Part& part : parts) explanation.add(part);
  for (const Candidate& each : reranked) {
    explanation.add(each.docid, "early in the text", each.lead);
    explanation.add(each.docid, "words of the best articles", each.feedback);
    explanation.add(each.docid, "all words close together", each.whole);
  }
  if (!rest.empty()) explanation.add_rest(rest);
}

}  // namespace backfile
