#include "searcher/query/planner.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "common/error.h"
#include "common/terms.h"
#include "common/utf8.h"
#include "searcher/match/bm25.h"
#include "searcher/query/proximity.h"
#include "searcher/query/vocabulary.h"

namespace backfile {
namespace {

using Type = QueryNode::Type;
using Occur = QueryNode::Occur;
using Match = MatchNode;

Match any_match(std::vector<Match> children) {
  if (children.size() == 1) return std::move(children.front());
  return Match::of(Match::Type::kOr, std::move(children));
}

// Text that a snippet shows: the body, and the title that stands above it.
bool is_shown(const Field* field) { return !field || field->kind == Kind::kText; }

class Planner {
 public:
  explicit Planner(const Searched& searched)
      : searched_(searched), vocabulary_(searched.database) {}

  std::variant<Plan, QueryError> run(const QueryNode& query, const Filters& filters) {
    plan_.match = filtered(convert(query), filters, vocabulary_);
    if (error_) return *std::move(error_);
    return std::move(plan_);
  }

 private:
  Match convert(const QueryNode& node) {
    switch (node.type) {
      case Type::kAll:
        return Match::all();
      case Type::kWord:
        return word(node);
      case Type::kPhrase:
        return phrase(node);
      case Type::kExact:
        return exact(node);
      case Type::kPrefix:
        return prefix(node);
      case Type::kValue:
        return node.field == &group_field() ? group(node)
                                            : Match::any({value_term(*node.field, value_of(node))});
      case Type::kDate:
        return dated_match(node.range, vocabulary_);
      case Type::kSequence:
        return sequence(node);
      case Type::kAnd:
        return combined(Match::Type::kAnd, node.children);
      case Type::kOr:
        return combined(Match::Type::kOr, node.children);
      case Type::kNot:
        return Match::of(Match::Type::kAndNot, convert(node.children.front()),
                         convert_negated(node.children.back()));
      case Type::kNear:
      case Type::kBefore:
      case Type::kSameSentence:
      case Type::kSameParagraph:
        return proximity(node);
    }
    throw Error("a query of an unknown kind");
  }

  Match convert_negated(const QueryNode& node) {
    ++negations_;
    Match match = convert(node);
    --negations_;
    return match;
  }

  Match combined(Match::Type type, const std::vector<QueryNode>& children) {
    std::vector<Match> matches;
    for (const QueryNode& child : children) matches.push_back(convert(child));
    return Match::of(type, std::move(matches));
  }

  static bool is_repeatable(const QueryNode& node) {
    return node.type == Type::kWord && node.occur == Occur::kShould;
  }

  Match sequence(const QueryNode& node) {
    std::vector<Match> must;
    std::vector<Match> should;
    std::vector<Match> must_not;
    std::map<std::string, unsigned> counts;  // a word said twice does not count double
    for (const QueryNode& child : node.children)
      if (is_repeatable(child)) ++counts[to_text(child)];
    for (const QueryNode& child : node.children) {
      if (child.occur == Occur::kMust) must.push_back(convert(child));
      if (child.occur == Occur::kMustNot) must_not.push_back(convert_negated(child));
      if (child.occur != Occur::kShould) continue;
      Match match = convert(child);
      const unsigned count = is_repeatable(child) ? std::exchange(counts[to_text(child)], 0) : 1;
      match.factor *= repeated_weight(count);
      if (count > 0) should.push_back(std::move(match));
    }
    Match match = Match::all();
    if (!must.empty()) {
      match = Match::of(Match::Type::kAnd, std::move(must));
      // What is negated has no weight to add to, and Xapian 1.4 may then take AND_MAYBE for AND.
      if (!should.empty() && negations_ == 0)
        match = Match::of(Match::Type::kAndMaybe, std::move(match), any_match(std::move(should)));
    } else if (!should.empty()) {
      match = any_match(std::move(should));
    }
    if (must_not.empty()) return match;
    return Match::of(Match::Type::kAndNot, std::move(match), any_match(std::move(must_not)));
  }

  Match word(const QueryNode& node) {
    Tokenizer tokenizer(node.text);
    Token token;
    tokenizer.next(token);
    const std::string_view prefix = prefix_of(node);
    if (node.field && node.field->kind != Kind::kText)
      return Match::word(present(Analyzer::form_terms(token, prefix)));
    std::vector<std::string> terms =
        present(analyzer_.stem_terms(token, searched_.languages, prefix));
    if (wants(node)) {
      for (std::string& term : analyzer_.stem_terms(token, searched_.languages, {}))
        plan_.wanted.stems.insert(std::move(term));
      plan_.wanted.first_letters += token.folded.front();
      if (!node.field) count_word(terms);
    }
    return Match::word(std::move(terms));
  }

  void count_word(const std::vector<std::string>& terms) {
    const auto found = std::ranges::find(plan_.words, terms, &RankedWord::terms);
    if (found == plan_.words.end())
      plan_.words.push_back({terms});
    else
      ++found->count;
  }

  Match group(const QueryNode& node) const {
    std::vector<std::string> terms;
    if (!searched_.copies_of) return {};
    for (const std::string& id : searched_.copies_of(node.text))
      terms.push_back(value_term(*field_by_name("id"), id));
    return Match::any(std::move(terms));
  }

  Match phrase(const QueryNode& node) {
    std::vector<std::vector<std::string>> words;
    std::vector<std::string> folded;
    Tokenizer tokenizer(node.text);
    for (Token token; tokenizer.next(token);) {
      words.push_back(present(Analyzer::form_terms(token, prefix_of(node))));
      folded.emplace_back(token.folded);
    }
    if (wants(node)) plan_.wanted.phrases.push_back(std::move(folded));
    return in_a_row(std::move(words), node.field);
  }

  Match exact(const QueryNode& node) {
    std::vector<std::vector<std::string>> words;
    std::vector<std::string> folded;
    std::string form;
    Tokenizer tokenizer(node.text);
    for (Token token; tokenizer.next(token);) {
      words.push_back({form_term(prefix_of(node), token.form)});
      folded.emplace_back(token.folded);
      form = token.form;
    }
    if (wants(node) && words.size() == 1) plan_.wanted.exact.insert(form);
    if (wants(node) && words.size() > 1) plan_.wanted.phrases.push_back(std::move(folded));
    return in_a_row(std::move(words), node.field);
  }

  Match prefix(const QueryNode& node) {
    Tokenizer tokenizer(node.text);
    Token token;
    tokenizer.next(token);
    auto terms =
        vocabulary_.beginning_with(Analyzer::form_terms(token, prefix_of(node)), kMaxExpansion);
    if (!terms) return fail(too_many_words(node, kMaxExpansion));
    expanded_ += terms->size();
    if (expanded_ > kMaxExpansions)
      return fail(query_error(node.column,
                              fmt::format("prefixes stand for more than {} words", kMaxExpansions),
                              "use fewer of them"));
    if (wants(node)) plan_.wanted.prefixes.emplace_back(token.folded);
    if (terms->empty()) return {};
    return Match::word(*std::move(terms));
  }

  // The words of a proximity give the weights, their positions say which articles; those of the
  // outermost say it for what is near within.
  Match proximity(const QueryNode& node) {
    ++proximities_;
    Match words = combined(Match::Type::kAnd, node.children);
    --proximities_;
    if (error_) return {};
    if (proximities_ > 0) return words;
    auto positions =
        proximity_match(node, searched_.languages, searched_.is_remote, kMaxExpansion, vocabulary_);
    if (auto* error = std::get_if<QueryError>(&positions)) return fail(std::move(*error));
    Match match =
        Match::of(Match::Type::kFilter, std::move(words), std::get<Match>(std::move(positions)));
    return searched_.is_remote ? Match::engine(to_query(match)) : match;
  }

  Match fail(QueryError error) {
    if (!error_) error_ = std::move(error);
    return {};
  }

  // An address has no positions: all of its words is what can be asked for.
  static Match in_a_row(std::vector<std::vector<std::string>> words, const Field* field) {
    const bool is_address = field && field->kind == Kind::kAddress;
    std::vector<Match> each;
    for (std::vector<std::string>& terms : words) {
      std::vector<Match> forms;
      for (std::string& term : terms) forms.push_back(Match::word({std::move(term)}));
      each.push_back(any_match(std::move(forms)));
    }
    if (each.size() == 1) return std::move(each.front());
    return Match::of(is_address ? Match::Type::kAnd : Match::Type::kPhrase, std::move(each));
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
