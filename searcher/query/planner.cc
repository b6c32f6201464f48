#include "searcher/query/planner.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/error.h"
#include "common/terms.h"
#include "common/utf8.h"
#include "searcher/query/proximity.h"
#include "searcher/query/vocabulary.h"

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

// Text that a snippet shows: the body, and the title that stands above it.
bool is_shown(const Field* field) { return !field || field->kind == Kind::kText; }

class Planner {
 public:
  explicit Planner(const Searched& searched)
      : searched_(searched), vocabulary_(searched.database) {}

  std::variant<Plan, QueryError> run(const QueryNode& query, const Filters& filters) {
    plan_.query = filtered(convert(query), filters, vocabulary_);
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
        return dated_query(node.range, vocabulary_);
      case Type::kSequence:
        return sequence(node);
      case Type::kAnd:
        return combined(Query::OP_AND, node.children);
      case Type::kOr:
        return combined(Query::OP_OR, node.children);
      case Type::kNot:
        return {Query::OP_AND_NOT, convert(node.children.front()),
                convert_negated(node.children.back())};
      case Type::kNear:
      case Type::kBefore:
      case Type::kSameSentence:
      case Type::kSameParagraph:
        return proximity(node);
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
      for (std::string& term : analyzer_.stem_terms(token, searched_.languages, {}))
        plan_.wanted.stems.insert(std::move(term));
      plan_.wanted.first_letters += token.folded.front();
    }
    return any_of(Query::OP_SYNONYM,
                  present(analyzer_.stem_terms(token, searched_.languages, prefix)));
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
    const auto terms =
        vocabulary_.beginning_with(Analyzer::form_terms(token, prefix_of(node)), kMaxExpansion);
    if (!terms) return fail(too_many_words(node, kMaxExpansion));
    expanded_ += terms->size();
    if (expanded_ > kMaxExpansions)
      return fail(query_error(node.column,
                              fmt::format("prefixes stand for more than {} words", kMaxExpansions),
                              "use fewer of them"));
    if (wants(node)) plan_.wanted.prefixes.emplace_back(token.folded);
    if (terms->empty()) return Query::MatchNothing;
    return any_of(Query::OP_SYNONYM, *terms);
  }

  // The words of a proximity give the weights, their positions say which articles; those of the
  // outermost say it for what is near within.
  Query proximity(const QueryNode& node) {
    ++proximities_;
    const Query words = combined(Query::OP_AND, node.children);
    --proximities_;
    if (error_) return {};
    if (proximities_ > 0) return words;
    auto positions =
        proximity_query(node, searched_.languages, searched_.is_remote, kMaxExpansion, vocabulary_);
    if (auto* error = std::get_if<QueryError>(&positions)) return fail(std::move(*error));
    return {Query::OP_FILTER, words, std::get<Query>(positions)};
  }

  Query fail(QueryError error) {
    if (!error_) error_ = std::move(error);
    return {};
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
    terms = vocabulary_.present(std::move(terms));
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

  const Searched& searched_;
  Vocabulary vocabulary_;
  Analyzer analyzer_;
  Plan plan_;
  int negations_ = 0;
  int proximities_ = 0;
  std::size_t expanded_ = 0;
  std::optional<QueryError> error_;
};

}  // namespace

std::variant<Plan, QueryError> plan_query(const QueryNode& query, const Filters& filters,
                                          const Searched& searched) {
  return Planner(searched).run(query, filters);
}

}  // namespace backfile
