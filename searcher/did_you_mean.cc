#include "searcher/did_you_mean.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <unicode/uchar.h>

#include "common/tokenizer.h"
#include "common/utf8.h"
#include "searcher/query/parser.h"
#include "searcher/query/planner.h"
#include "searcher/spelling/speller.h"

namespace backfile {
namespace {

using Type = QueryNode::Type;
using Occur = QueryNode::Occur;

// `word` with a capital when `written` has one.
std::string in_case_of(std::string_view written, const std::string& word) {
  if (u_isupper(UChar32(code_point_at(written, 0).value)) == 0) return word;
  const CodePoint first = code_point_at(word, 0);
  std::string capital;
  append_utf8(capital, char32_t(u_toupper(UChar32(first.value))));
  return capital.append(word, first.bytes);
}

// Whether the node is a word as people type them, without field and sign.
bool is_plain_word(const QueryNode& node) {
  return node.type == Type::kWord && !node.field && node.occur == Occur::kShould;
}

// `words` side by side, as the parser has them.
QueryNode as_words(std::string_view words) {
  QueryNode sequence;
  sequence.type = Type::kSequence;
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    QueryNode& word = sequence.children.emplace_back();
    word.type = Type::kWord;
    word.text = words.substr(begin, end - begin);
    begin = end + 1;
  }
  return sequence;
}

// Keys are no words, and nobody types an address by heart.
bool has_spelling(const Field* field) {
  return !field || field->kind == Kind::kText || field->kind == Kind::kName;
}

// Whether anything matches. The engine has no way to stop at the first match but to be thrown out,
// and to count them all may take as long as the search.
bool has_match(const Xapian::Query& query, const Xapian::Database& database) {
  struct Match {};
  struct FirstMatch : Xapian::MatchDecider {
    bool operator()(const Xapian::Document& /*document*/) const override { throw Match(); }
  };
  const FirstMatch first;
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  try {
    enquire.get_mset(0, 1, nullptr, &first);
    return false;
  } catch (const Match&) {
    return true;
  }
}

class Correction {
 public:
  Correction(const Xapian::Database& database, const std::vector<std::string>& languages)
      : database_(database), languages_(languages), speller_(database, languages) {}

  // Whether anything was put right.
  bool apply(QueryNode& node) {
    switch (node.type) {
      case Type::kWord:
        return apply_to_words(node) || part_word(node);
      case Type::kPhrase:
      case Type::kExact:
        return apply_to_words(node);
      case Type::kSequence:
        return apply_to_sequence(node);
      default:
        return apply_to_children(node);
    }
  }

  bool finds(const QueryNode& query) const {
    const auto planned = plan_query(query, {}, {database_, languages_});
    const auto* plan = std::get_if<Plan>(&planned);
    return plan && has_match(to_query(plan->match), database_);
  }

 private:
  bool apply_to_children(QueryNode& node) {
    bool is_changed = false;
    if (node.is_proximity()) ++proximities_;
    for (QueryNode& child : node.children) is_changed = apply(child) || is_changed;
    if (node.is_proximity()) --proximities_;
    return is_changed;
  }

  bool apply_to_sequence(QueryNode& node) {
    bool is_changed = join_words(node.children);
    std::vector<QueryNode> children;
    for (QueryNode& child : node.children) {
      const bool was_leaf = child.is_leaf();
      is_changed = apply(child) || is_changed;
      if (was_leaf == child.is_leaf())
        children.push_back(std::move(child));
      else  // parted: the words stand among the others
        std::ranges::move(child.children, std::back_inserter(children));
    }
    node.children = std::move(children);
    return is_changed;
  }

  bool apply_to_words(QueryNode& leaf) {
    if (!has_spelling(leaf.field)) return false;
    std::string text;
    std::size_t copied = 0;
    Tokenizer tokenizer(leaf.text);
    for (Token token; tokenizer.next(token);) {
      const auto word = better_word(token, leaf);
      if (!word) continue;
      const std::string_view before = std::string_view(leaf.text).substr(copied);
      text += before.substr(0, token.begin - copied);
      text += in_case_of(before.substr(token.begin - copied), *word);
      copied = token.end;
    }
    if (copied == 0 || (leaf.type == Type::kPhrase && finds(leaf))) return false;
    leaf.text = text.append(leaf.text, copied);
    return true;
  }

  std::optional<std::string> better_word(const Token& token, const QueryNode& leaf) {
    if (leaf.type == Type::kExact)
      if (auto word = speller_.accented(token, leaf.field)) return word;
    return speller_.better(token, leaf.field);
  }

  // One word that should be two becomes a sequence; where it has a field or a sign or stands near
  // others, a phrase.
  bool part_word(QueryNode& leaf) {
    Tokenizer tokenizer(leaf.text);
    Token token;
    if (!has_spelling(leaf.field) || !tokenizer.next(token)) return false;
    const auto parts = speller_.parted(token, leaf.field);
    if (!parts) return false;
    QueryNode phrase = leaf;
    phrase.type = Type::kPhrase;
    phrase.text = in_case_of(leaf.text, parts->first) + ' ' + parts->second;
    if (!finds(phrase)) return false;
    leaf = is_plain_word(leaf) && proximities_ == 0 ? as_words(phrase.text) : std::move(phrase);
    return true;
  }

  bool join_words(std::vector<QueryNode>& children) {
    bool is_changed = false;
    for (std::size_t i = 1; i < children.size(); ++i) {
      QueryNode& left = children[i - 1];
      if (!is_plain_word(left) || !is_plain_word(children[i])) continue;
      const auto whole = speller_.joined(left.text, children[i].text);
      if (!whole) continue;
      left.text = in_case_of(left.text, *whole);
      children.erase(children.begin() + std::ptrdiff_t(i));
      is_changed = true;
    }
    return is_changed;
  }

  const Xapian::Database& database_;
  const std::vector<std::string>& languages_;
  Speller speller_;
  int proximities_ = 0;
};

}  // namespace

std::optional<std::string> did_you_mean(const QueryNode& query, const Xapian::Database& database,
                                        const std::vector<std::string>& languages) {
  QueryNode meant = query;
  Correction correction(database, languages);
  if (!correction.apply(meant) || bracket_depth(meant) > kMaxQueryDepth || !correction.finds(meant))
    return std::nullopt;
  return to_text(meant);
}

}  // namespace backfile
