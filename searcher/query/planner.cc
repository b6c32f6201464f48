#include "searcher/query/planner.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "common/error.h"
#include "common/terms.h"
#include "common/utf8.h"

namespace backfile {
namespace {

using Type = QueryNode::Type;
using Occur = QueryNode::Occur;
using Query = Xapian::Query;

Query any_of(Query::op op, const std::vector<std::string>& terms) {
  if (terms.size() == 1) return Query(terms.front());
  return {op, terms.begin(), terms.end()};
}

Query any_of(const std::vector<Query>& queries) {
  return {Query::OP_OR, queries.begin(), queries.end()};
}

// Articles of these days. No weight: a date says where to look.
Query in_range(const DateRange& range) {
  constexpr const char* kFirstDay = "00000000";
  constexpr const char* kLastDay = "99999999";
  return {Query::OP_VALUE_RANGE, kDaySlot, range.from ? to_digits(*range.from) : kFirstDay,
          range.to ? to_digits(*range.to) : kLastDay};
}

std::optional<DateRange> period_of(const Filter& filter) {
  // The facets' values are cut by digits, a period is written with dashes: 4, 6, 8 -> 4, 7, 10.
  const std::size_t written = filter.facet->width + (filter.facet->width - 4) / 2;
  if (filter.value.size() != written || filter.value.starts_with('-')) return std::nullopt;
  const auto period = parse_period(filter.value, {});
  if (!period) return std::nullopt;
  return DateRange{period->first, period->last};
}

Query filter_query(const Filter& filter) {
  if (filter.facet->field) return Query(value_term(*filter.facet->field, filter.value));
  return in_range(period_of(filter).value());
}

// Text that a snippet shows: the body, and the title that stands above it.
bool is_shown(const Field* field) { return !field || field->kind == Kind::kText; }

class Planner {
 public:
  Planner(const std::vector<std::string>& languages, const Xapian::Database& database)
      : languages_(languages), database_(database) {}

  std::variant<Plan, QueryError> run(const QueryNode& query, const Filters& filters) {
    plan_.query = filtered(convert(query), filters);
    if (error_) return *std::move(error_);
    return std::move(plan_);
  }

 private:
  Query convert(const QueryNode& node) {
    switch (node.type) {
      case Type::kAll:
        return Query::MatchAll;
      case Type::kWord:
        return word(node);
      case Type::kPhrase:
        return phrase(node);
      case Type::kExact:
        return exact(node);
      case Type::kPrefix:
        return prefix(node);
      case Type::kValue:
        return {Query::OP_SCALE_WEIGHT, Query(value_term(*node.field, value_of(node))), 0.0};
      case Type::kDate:
        return in_range(node.range);
      case Type::kSequence:
        return sequence(node);
      case Type::kAnd:
        return combined(Query::OP_AND, node.children);
      case Type::kOr:
        return combined(Query::OP_OR, node.children);
      case Type::kNot:
        return {Query::OP_AND_NOT, convert(node.children.front()),
                convert_negated(node.children.back())};
    }
    throw Error("a query of an unknown kind");
  }

  Query convert_negated(const QueryNode& node) {
    ++negations_;
    Query query = convert(node);
    --negations_;
    return query;
  }

  Query combined(Query::op op, const std::vector<QueryNode>& children) {
    std::vector<Query> queries;
    for (const QueryNode& child : children) queries.push_back(convert(child));
    return {op, queries.begin(), queries.end()};
  }

  Query sequence(const QueryNode& node) {
    std::vector<Query> must;
    std::vector<Query> should;
    std::vector<Query> must_not;
    for (const QueryNode& child : node.children) {
      if (child.occur == Occur::kMust) must.push_back(convert(child));
      if (child.occur == Occur::kShould) should.push_back(convert(child));
      if (child.occur == Occur::kMustNot) must_not.push_back(convert_negated(child));
    }
    Query query = Query::MatchAll;
    if (!must.empty()) query = Query(Query::OP_AND, must.begin(), must.end());
    // What is negated has no weight to add to, and Xapian 1.4 may then take AND_MAYBE for AND.
    if (!must.empty() && !should.empty() && negations_ == 0)
      query = Query(Query::OP_AND_MAYBE, query, any_of(should));
    else if (must.empty() && !should.empty())
      query = any_of(should);
    if (must_not.empty()) return query;
    return {Query::OP_AND_NOT, query, any_of(must_not)};
  }

  Query word(const QueryNode& node) {
    Tokenizer tokenizer(node.text);
    Token token;
    tokenizer.next(token);
    const std::string_view prefix = prefix_of(node);
    if (node.field && node.field->kind != Kind::kText)
      return any_of(Query::OP_SYNONYM, present(Analyzer::form_terms(token, prefix)));
    if (wants(node)) {
      for (std::string& term : analyzer_.stem_terms(token, languages_, {}))
        plan_.wanted.stems.insert(std::move(term));
      plan_.wanted.first_letters += token.folded.front();
    }
    return any_of(Query::OP_SYNONYM, present(analyzer_.stem_terms(token, languages_, prefix)));
  }

  Query phrase(const QueryNode& node) {
    std::vector<Query> words;
    std::vector<std::string> folded;
    Tokenizer tokenizer(node.text);
    for (Token token; tokenizer.next(token);) {
      words.push_back(any_of(Query::OP_OR, present(Analyzer::form_terms(token, prefix_of(node)))));
      folded.emplace_back(token.folded);
    }
    if (wants(node)) plan_.wanted.phrases.push_back(std::move(folded));
    return in_a_row(words, node.field);
  }

  Query exact(const QueryNode& node) {
    std::vector<Query> words;
    std::vector<std::string> folded;
    std::string form;
    Tokenizer tokenizer(node.text);
    for (Token token; tokenizer.next(token);) {
      words.emplace_back(form_term(prefix_of(node), token.form));
      folded.emplace_back(token.folded);
      form = token.form;
    }
    if (wants(node) && words.size() == 1) plan_.wanted.exact.insert(form);
    if (wants(node) && words.size() > 1) plan_.wanted.phrases.push_back(std::move(folded));
    return in_a_row(words, node.field);
  }

  Query prefix(const QueryNode& node) {
    Tokenizer tokenizer(node.text);
    Token token;
    tokenizer.next(token);
    std::vector<std::string> terms;
    for (const std::string& start : Analyzer::form_terms(token, prefix_of(node)))
      for (auto term = database_.allterms_begin(start); term != database_.allterms_end(start);
           ++term) {
        if (terms.size() == kMaxExpansion) {
          error_ = QueryError{fmt::format("{}* stands for more than {} words; write more of it",
                                          node.text, kMaxExpansion)};
          return {};
        }
        terms.push_back(*term);
      }
    if (wants(node)) plan_.wanted.prefixes.emplace_back(token.folded);
    if (terms.empty()) return Query::MatchNothing;
    return any_of(Query::OP_SYNONYM, terms);
  }

  // An address has no positions: all of its words is what can be asked for.
  static Query in_a_row(const std::vector<Query>& words, const Field* field) {
    if (words.size() == 1) return words.front();
    if (field && field->kind == Kind::kAddress) return {Query::OP_AND, words.begin(), words.end()};
    return {Query::OP_PHRASE, words.begin(), words.end(), Xapian::termcount(words.size())};
  }

  // Those terms that the archive has; the first when it has none, so that nothing matches.
  std::vector<std::string> present(std::vector<std::string> terms) const {
    std::string first = terms.front();
    std::erase_if(terms, [&](const std::string& term) { return !database_.term_exists(term); });
    if (terms.empty()) terms.push_back(std::move(first));
    return terms;
  }

  // Languages are written in lower case, whatever a query does.
  static std::string value_of(const QueryNode& node) {
    std::string value = node.text;
    if (node.field->name == "language") std::ranges::transform(value, value.begin(), ascii_lower);
    return value;
  }

  static std::string_view prefix_of(const QueryNode& node) {
    return node.field ? node.field->prefix : std::string_view();
  }

  bool wants(const QueryNode& node) const { return negations_ == 0 && is_shown(node.field); }

  static Query filtered(Query query, const Filters& filters) {
    std::map<std::string_view, std::vector<Query>> required;
    for (const Filter& filter : filters.required)
      required[filter.facet->name].push_back(filter_query(filter));
    for (const auto& [name, values] : required)
      query = Query(Query::OP_FILTER, query, any_of(values));
    if (filters.dates.from || filters.dates.to)
      query = Query(Query::OP_FILTER, query, in_range(filters.dates));
    std::vector<Query> excluded;
    for (const Filter& filter : filters.excluded) excluded.push_back(filter_query(filter));
    if (!excluded.empty()) query = Query(Query::OP_AND_NOT, query, any_of(excluded));
    return query;
  }

  const std::vector<std::string>& languages_;
  const Xapian::Database& database_;
  Analyzer analyzer_;
  Plan plan_;
  int negations_ = 0;
  std::optional<QueryError> error_;
};

}  // namespace

std::variant<Plan, QueryError> plan_query(const QueryNode& query, const Filters& filters,
                                          const std::vector<std::string>& languages,
                                          const Xapian::Database& database) {
  return Planner(languages, database).run(query, filters);
}

void check_filter(const Filter& filter) {
  if (filter.facet->field || period_of(filter)) return;
  throw Error(fmt::format("not a {}", filter.facet->name), filter.value,
              "write 2024 for a year, 2024-11 for a month, 2024-11-17 for a day");
}

}  // namespace backfile
