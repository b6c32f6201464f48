#include "searcher/query/proximity.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "common/fold.h"
#include "common/schema.h"
#include "common/terms.h"

namespace backfile {
namespace {

using Node = QueryNode::Type;
using Query = Xapian::Query;
using Span = SpanQuery::Type;

// What of `node` cannot be near to something, in words; nullptr when all can. Appends the fields
// asked in.
const char* unfit_part(const QueryNode& node, std::set<const Field*>& fields) {
  switch (node.type) {
    case Node::kWord:
    case Node::kPhrase:
    case Node::kExact:
    case Node::kPrefix:
      fields.insert(node.field);
      return node.field && node.field->kind == Kind::kAddress ? "an address" : nullptr;
    case Node::kAnd:
      return "AND";
    case Node::kNot:
      return "NOT";
    case Node::kSequence:
      return "several words without OR";
    case Node::kAll:
    case Node::kValue:
    case Node::kDate:
      return "a whole value";
    default:
      for (const QueryNode& child : node.children)
        if (const char* unfit = unfit_part(child, fields)) return unfit;
      return nullptr;
  }
}

std::size_t count_proximities(const QueryNode& node) {
  std::size_t count = node.is_proximity() ? 1 : 0;
  for (const QueryNode& child : node.children) count += count_proximities(child);
  return count;
}

std::size_t count_leaves(const QueryNode& node) {
  std::size_t count = node.is_leaf() ? 1 : 0;
  for (const QueryNode& child : node.children) count += count_leaves(child);
  return count;
}

bool goes_by_breaks(const QueryNode& node) {
  return node.type == Node::kSameSentence || node.type == Node::kSameParagraph;
}

// The tree in one language, as spans.
class Translator {
 public:
  Translator(std::string language, std::size_t max_expansion, Vocabulary& vocabulary)
      : language_(std::move(language)), max_expansion_(max_expansion), vocabulary_(vocabulary) {}

  SpanQuery convert(const QueryNode& node) {
    switch (node.type) {
      case Node::kWord:
        return word(node);
      case Node::kPhrase:
      case Node::kExact:
        return phrase(node);
      case Node::kPrefix:
        return prefix(node);
      case Node::kOr:
        return any(node);
      default:
        return pair(node);
    }
  }

  std::optional<QueryError> error() const { return error_; }

 private:
  static std::string_view prefix_of(const QueryNode& node) {
    return node.field ? node.field->prefix : std::string_view();
  }

  static SpanQuery of_terms(std::vector<std::string> terms) {
    return {Span::kTerms, std::move(terms), {}, 0};
  }

  SpanQuery word(const QueryNode& node) {
    Tokenizer tokenizer(node.text);
    Token token;
    tokenizer.next(token);
    if (node.field && node.field->kind != Kind::kText)
      return of_terms(vocabulary_.present(Analyzer::form_terms(token, prefix_of(node))));
    return of_terms(vocabulary_.placed_terms(token, language_, prefix_of(node)));
  }

  SpanQuery phrase(const QueryNode& node) {
    SpanQuery all{Span::kPhrase, {}, {}, 0};
    Tokenizer tokenizer(node.text);
    for (Token token; tokenizer.next(token);) {
      std::vector<std::string> terms = {form_term(prefix_of(node), token.form)};
      if (node.type == Node::kPhrase) terms = Analyzer::form_terms(token, prefix_of(node));
      all.children.push_back(of_terms(vocabulary_.present(std::move(terms))));
    }
    if (all.children.size() > 1) return all;
    SpanQuery single = std::move(all.children.front());
    return single;
  }

  SpanQuery prefix(const QueryNode& node) {
    Tokenizer tokenizer(node.text);
    Token token;
    tokenizer.next(token);
    auto terms =
        vocabulary_.beginning_with(Analyzer::form_terms(token, prefix_of(node)), max_expansion_);
    if (!terms) error_ = too_many_words(node, max_expansion_);
    return of_terms(std::move(terms).value_or(std::vector<std::string>()));
  }

  // Single words are united.
  SpanQuery any(const QueryNode& node) {
    SpanQuery words;
    SpanQuery all{Span::kAny, {}, {}, 0};
    for (const QueryNode& child : node.children) {
      SpanQuery part = convert(child);
      if (part.type == Span::kTerms)
        words.terms.insert(words.terms.end(), part.terms.begin(), part.terms.end());
      else
        all.children.push_back(std::move(part));
    }
    std::ranges::sort(words.terms);
    words.terms.erase(std::unique(words.terms.begin(), words.terms.end()), words.terms.end());
    if (all.children.empty()) return words;
    if (!words.terms.empty()) all.children.push_back(std::move(words));
    return all;
  }

  SpanQuery pair(const QueryNode& node) {
    SpanQuery both{Span::kNear, {}, {}, std::uint32_t(node.distance)};
    if (node.type == Node::kBefore) both.type = Span::kBefore;
    if (node.type == Node::kSameSentence) both.type = Span::kSameSentence;
    if (node.type == Node::kSameParagraph) both.type = Span::kSameParagraph;
    for (const QueryNode& child : node.children) both.children.push_back(convert(child));
    if (!goes_by_breaks(node)) return both;
    // The headline is one sentence, and what has its prefix is nothing but headline.
    const QueryNode* leaf = &node;
    while (!leaf->is_leaf()) leaf = &leaf->children.front();
    if (leaf->field) {
      both.type = Span::kNear;
      both.distance = SpanQuery::kAnywhere;
    }
    return both;
  }

  std::string language_;
  std::size_t max_expansion_;
  Vocabulary& vocabulary_;
  std::optional<QueryError> error_;
};

bool finds_nothing(const SpanQuery& spans) {
  if (spans.type == Span::kTerms) return spans.terms.empty();
  if (spans.type == Span::kAny) return std::ranges::all_of(spans.children, finds_nothing);
  return std::ranges::any_of(spans.children, finds_nothing);
}

// Behind a term's prefixes.
std::string_view unprefixed(std::string_view term) {
  constexpr std::string_view kCapitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  return term.substr(std::min(term.find_first_not_of(kCapitals), term.size()));
}

// What the accented words of a stem, which the stem's own positions are of, begin with.
std::string_view beginning_of_stem(std::string_view term) {
  const std::string_view stem = unprefixed(term);
  const std::size_t colon = stem.find(':');
  if (colon == std::string_view::npos) return Stemmer::common_beginning("en", stem);
  return Stemmer::common_beginning(stem.substr(0, colon), stem.substr(colon + 1));
}

// Whether a word of a text can have both terms.
bool may_be_one_word(std::string_view one, std::string_view other) {
  if (one.starts_with('Z') && other.starts_with('Z')) return one == other;
  if (other.starts_with('Z')) std::swap(one, other);
  const std::string word = fold_accents(unprefixed(other));
  if (!one.starts_with('Z')) return fold_accents(unprefixed(one)) == word;
  const bool has_accents = other.starts_with('F') || word != unprefixed(other);
  return has_accents && word.starts_with(beginning_of_stem(one));
}

// Whether a server can test it, too: Xapian's own operators take two single words, and miss matches
// when one word of a text can be both.
bool is_plain(const SpanQuery& spans) {
  if (spans.type != Span::kNear && spans.type != Span::kBefore) return false;
  if (spans.distance == SpanQuery::kAnywhere) return false;
  const auto is_words = [](const SpanQuery& child) { return child.type == Span::kTerms; };
  if (!std::ranges::all_of(spans.children, is_words)) return false;
  return std::ranges::none_of(spans.children[0].terms, [&](const std::string& one) {
    return std::ranges::any_of(spans.children[1].terms, [&](const std::string& other) {
      return may_be_one_word(one, other);
    });
  });
}

Query any_of(const std::vector<std::string>& terms) {
  return {Query::OP_OR, terms.begin(), terms.end()};
}

MatchNode match_of(const SpanQuery& spans, bool is_remote) {
  if (!is_remote) return MatchNode::with_spans(spans);
  const std::vector<Query> words = {any_of(spans.children[0].terms),
                                    any_of(spans.children[1].terms)};
  const auto op = spans.type == Span::kNear ? Query::OP_NEAR : Query::OP_PHRASE;
  const Query query(op, words.begin(), words.end(), spans.distance + 1);
  return MatchNode::engine({Query::OP_SCALE_WEIGHT, query, 0.0});
}

// The articles in these of the archive's languages; "" are those without a stemmer.
MatchNode in_languages(MatchNode match, const std::vector<std::string>& some,
                       const std::vector<std::string>& all) {
  if (some.size() == all.size()) return match;
  const Field& field = *field_by_name("language");
  std::vector<std::string> wanted;
  std::vector<std::string> unwanted;
  const bool without_stemmer = std::ranges::find(some, std::string()) != some.end();
  for (const std::string& language : all) {
    if (language.empty()) continue;
    const bool is_wanted = std::ranges::find(some, language) != some.end();
    (is_wanted ? wanted : unwanted).push_back(value_term(field, language));
  }
  // The languages first: positions are looked at in their articles only.
  using Type = MatchNode::Type;
  MatchNode articles = MatchNode::any(std::move(wanted));
  if (without_stemmer)
    articles = MatchNode::of(Type::kAndNot, MatchNode::all(), MatchNode::any(std::move(unwanted)));
  return MatchNode::of(Type::kAnd, std::move(articles), std::move(match));
}

}  // namespace

std::optional<ProximityFault> check_proximity(const QueryNode& node) {
  const std::string op = proximity_text(node);
  if (count_proximities(node) > kMaxJoinedProximities)
    return ProximityFault{fmt::format("too long a chain with {}", op),
                          fmt::format("join at most {} operators", kMaxJoinedProximities)};
  if (count_leaves(node) > kMaxNearLeaves)
    return ProximityFault{fmt::format("too many words beside {}", op),
                          fmt::format("use at most {}", kMaxNearLeaves)};
  std::set<const Field*> fields;
  for (const QueryNode& child : node.children)
    if (const char* unfit = unfit_part(child, fields))
      return ProximityFault{fmt::format("{} cannot stand beside {}", unfit, op),
                            "words, phrases, word*, (a OR b) and further NEAR/5 can"};
  if (fields.size() > 1)
    return ProximityFault{fmt::format("{} between different fields", op),
                          fmt::format("as in title:(a {} b)", op)};
  const Field* field = *fields.begin();
  if (goes_by_breaks(node) && field && field->kind == Kind::kName)
    return ProximityFault{fmt::format("{} in a field without sentences", op), "use AND"};
  return std::nullopt;
}

std::variant<MatchNode, QueryError> proximity_match(const QueryNode& node,
                                                    const std::vector<std::string>& languages,
                                                    bool is_remote, std::size_t max_expansion,
                                                    Vocabulary& vocabulary) {
  std::vector<std::pair<SpanQuery, std::vector<std::string>>> different;
  for (const std::string& language : languages) {
    Translator translator(language, max_expansion, vocabulary);
    SpanQuery spans = translator.convert(node);
    if (auto error = translator.error()) return *std::move(error);
    const auto same =
        std::ranges::find(different, spans, [](const auto& each) { return each.first; });
    if (same == different.end())
      different.emplace_back(std::move(spans), std::vector{language});
    else
      same->second.push_back(language);
  }
  std::vector<MatchNode> matches;
  for (const auto& [spans, of] : different) {
    if (finds_nothing(spans)) continue;
    if (is_remote && !is_plain(spans))
      return query_error(
          node.column,
          fmt::format("{} as it stands cannot be asked of a remote archive", proximity_text(node)),
          "there, NEAR/5 and pre/5 take two different words, word* or (a OR b)");
    matches.push_back(in_languages(match_of(spans, is_remote), of, languages));
  }
  return matches.empty() ? MatchNode() : MatchNode::of(MatchNode::Type::kOr, std::move(matches));
}

QueryError too_many_words(const QueryNode& prefix, std::size_t max) {
  return query_error(prefix.column,
                     fmt::format("{}* stands for more than {} words", prefix.text, max),
                     "write more of it");
}

}  // namespace backfile
