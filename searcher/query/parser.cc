#include "searcher/query/parser.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/tokenizer.h"
#include "common/utf8.h"
#include "searcher/query/proximity.h"

namespace backfile {
namespace {

using Type = QueryNode::Type;
using Occur = QueryNode::Occur;
using Lex = Lexeme::Type;

std::size_t count_words(std::string_view text) {
  Tokenizer tokenizer(text);
  Token token;
  std::size_t count = 0;
  while (tokenizer.next(token)) ++count;
  return count;
}

// Whether `text` is one word of two letters or more.
bool can_be_prefix(std::string_view text) {
  Tokenizer tokenizer(text);
  Token token;
  if (!tokenizer.next(token) || code_point_at(token.form, 0).bytes == token.form.size())
    return false;
  return !tokenizer.next(token);
}

// Every white space a space, every double quotation mark a straight one: “red line”, «ligne rouge».
// But one within a word is Hebrew's own, so that it quotes nothing: צה"ל.
std::string with_plain_marks(std::string_view query) {
  constexpr std::u32string_view kQuotes = U"“”„‟«»＂";
  constexpr std::string_view kGershayim = "״";
  std::string plain;
  for (std::size_t i = 0; i < query.size();) {
    const CodePoint c = code_point_at(query, i);
    if (is_white_space(c.value))
      plain += ' ';
    else if (is_gershayim(query, i))
      plain += kGershayim;
    else if (kQuotes.find(c.value) != std::u32string_view::npos)
      plain += '"';
    else
      plain.append(query, i, c.bytes);
    i += c.bytes;
  }
  return plain;
}

// A step's result: nothing when the query has an error (then `error_` is set) or, for an item, when
// it holds no word (punctuation).
using Step = std::optional<QueryNode>;

class Parser {
 public:
  Parser(std::string_view query, std::chrono::sys_days today, std::vector<Lexeme> lexemes)
      : query_(query), today_(today), lexemes_(std::move(lexemes)) {}

  std::variant<QueryNode, QueryError> run() {
    Step query = parse_either();
    if (!error_ && !at(Lex::kEnd)) fail("a closing bracket without an opening one");
    if (error_) return *std::move(error_);
    if (!query) return query_error(query_, 0, "nothing to search for", "the query has no word");
    // Brackets that were only implied count too: what is understood can be asked again.
    if (bracket_depth(*query) > kMaxQueryDepth)
      return query_error(query_, 0, "brackets nested too deeply", "use fewer");
    return *std::move(query);
  }

 private:
  const Lexeme& here() const { return lexemes_[index_]; }
  bool at(Lex type) const { return here().type == type; }
  bool take(Lex type) {
    if (!at(type)) return false;
    ++index_;
    return true;
  }

  Step fail(std::string_view what, std::string_view advice = {}) {
    if (!error_) error_ = query_error(query_, here().offset, what, advice);
    return std::nullopt;
  }
  Step fail_at(const Lexeme& lexeme, std::string_view what, std::string_view advice = {}) {
    if (!error_) error_ = query_error(query_, lexeme.offset, what, advice);
    return std::nullopt;
  }

  Step parse_either() {
    Step left = parse_both();
    while (!error_ && at(Lex::kOr)) {
      const Lexeme& op = here();
      ++index_;
      left = combine(Type::kOr, op, std::move(left), parse_both());
    }
    return left;
  }

  Step parse_both() {
    Step left;
    if (at(Lex::kNot))
      left = QueryNode{};  // all articles but ...
    else
      left = parse_ranked();
    while (!error_ && (at(Lex::kAnd) || at(Lex::kNot))) {
      const Lexeme& op = here();
      ++index_;
      const bool negated = op.type == Lex::kNot || take(Lex::kNot);
      left = combine(negated ? Type::kNot : Type::kAnd, op, std::move(left), parse_ranked());
    }
    return left;
  }

  Step combine(Type type, const Lexeme& op, Step left, Step right) {
    if (error_) return std::nullopt;
    if (!left) return fail_at(op, fmt::format("nothing before {}", op.text));
    if (!right) return fail_at(op, fmt::format("nothing behind {}", op.text));
    if (left->type == type && type != Type::kNot && left->occur == Occur::kShould) {
      left->children.push_back(*std::move(right));
      return left;
    }
    QueryNode node;
    node.type = type;
    node.children.push_back(*std::move(left));
    node.children.push_back(*std::move(right));
    return node;
  }

  // One item, or a sequence of several, narrowed by the filters among them.
  Step parse_ranked() {
    QueryNode ranked;
    ranked.type = Type::kSequence;
    std::vector<QueryNode> filters;
    while (!error_ && begins_item()) {
      Step item = parse_item();
      if (!item) continue;
      if (item->occur == Occur::kShould && is_filter(*item))
        add_filter(*std::move(item), filters);
      else
        ranked.children.push_back(*std::move(item));
    }
    if (error_) return std::nullopt;
    return narrowed(std::move(ranked), std::move(filters));
  }

  // Filters of one field mean any of them.
  static void add_filter(QueryNode filter, std::vector<QueryNode>& filters) {
    const auto same_field = [&](const QueryNode& other) {
      const QueryNode& leaf = other.type == Type::kOr ? other.children.front() : other;
      return filter.is_leaf() && leaf.is_leaf() && leaf.field == filter.field;
    };
    const auto found = std::ranges::find_if(filters, same_field);
    if (found == filters.end()) return filters.push_back(std::move(filter));
    if (found->type != Type::kOr) {
      QueryNode any;
      any.type = Type::kOr;
      any.children.push_back(std::move(*found));
      *found = std::move(any);
    }
    found->children.push_back(std::move(filter));
  }

  static Step narrowed(QueryNode ranked, std::vector<QueryNode> filters) {
    std::vector<QueryNode> parts;
    if (ranked.children.size() == 1 && ranked.children.front().occur != Occur::kMustNot) {
      parts.push_back(std::move(ranked.children.front()));
      parts.front().occur = Occur::kShould;
    } else if (!ranked.children.empty()) {
      parts.push_back(std::move(ranked));
    }
    for (QueryNode& filter : filters) parts.push_back(std::move(filter));
    if (parts.empty()) return std::nullopt;
    QueryNode all = std::move(parts.front());
    if (parts.size() > 1 && all.type != Type::kAnd) {
      QueryNode first = std::exchange(all, QueryNode{});
      all.type = Type::kAnd;
      all.children.push_back(std::move(first));
    }
    for (std::size_t i = 1; i < parts.size(); ++i) all.children.push_back(std::move(parts[i]));
    return all;
  }

  bool begins_item() const {
    switch (here().type) {
      case Lex::kAnd:
      case Lex::kOr:
      case Lex::kNot:
      case Lex::kClose:
      case Lex::kEnd:
        return false;
      default:
        return true;
    }
  }

  Step parse_item() {
    const Lexeme& sign = here();
    Occur occur = Occur::kShould;
    if (take(Lex::kPlus))
      occur = Occur::kMust;
    else if (take(Lex::kMinus))
      occur = Occur::kMustNot;
    if (occur != Occur::kShould && (!begins_item() || at(Lex::kPlus) || at(Lex::kMinus)))
      return fail_at(sign, fmt::format("nothing behind {}", occur == Occur::kMust ? '+' : '-'));
    Step item = parse_operand();
    while (!error_ && at(Lex::kProximity)) item = parse_proximity(std::move(item));
    if (error_) return std::nullopt;
    if (item) item->occur = occur;
    return item;
  }

  // The operator here and what is behind it, `left` being what is before it.
  Step parse_proximity(Step left) {
    const Lexeme& op = here();
    ++index_;
    if (!left) return fail_at(op, fmt::format("nothing before {}", op.text));
    if (++proximities_ > kMaxProximities)
      return fail_at(op, fmt::format("one {} too many", op.text),
                     fmt::format("use at most {} of NEAR, pre, w", kMaxProximities));
    if (at(Lex::kPlus) || at(Lex::kMinus))
      return fail(fmt::format("a sign behind {}", op.text), "put it before the first word");
    Step right = begins_item() ? parse_operand() : std::nullopt;
    if (!right && !error_) return fail_at(op, fmt::format("nothing behind {}", op.text));
    if (error_) return std::nullopt;
    QueryNode node;
    node.type = op.operation;
    node.distance = op.distance;
    node.column = op.column;
    node.children.push_back(*std::move(left));
    node.children.push_back(*std::move(right));
    if (const auto fault = check_proximity(node)) return fail_at(op, fault->what, fault->advice);
    return node;
  }

  Step parse_operand() {
    if (at(Lex::kOpen)) return parse_brackets();
    if (!at(Lex::kField)) return parse_leaf();
    const Lexeme& field = here();
    if (field_) return fail("a field inside a field", "close the bracket first");
    ++index_;
    field_ = field.field;
    Step inside = at(Lex::kOpen) ? parse_brackets() : parse_leaf();
    field_ = nullptr;
    if (!inside && !error_) return fail_at(field, fmt::format("no word behind {}:", field.text));
    return inside;
  }

  Step parse_brackets() {
    const Lexeme& open = here();
    if (++depth_ > kMaxQueryDepth) return fail("brackets nested too deeply", "use fewer");
    ++index_;
    Step inside = parse_either();
    if (error_) return std::nullopt;
    if (!take(Lex::kClose)) return fail_at(open, "unclosed bracket", "add a )");
    if (!inside) return fail_at(open, "nothing between the brackets");
    --depth_;
    return inside;
  }

  Step parse_leaf() {
    const Lexeme& lexeme = here();
    if (++leaves_ > kMaxQueryLeaves)
      return fail("too long a query", fmt::format("use at most {} words", kMaxQueryLeaves));
    switch (lexeme.type) {
      case Lex::kWord:
      case Lex::kPhrase:
      case Lex::kExact:
      case Lex::kPrefix:
      case Lex::kRaw:
        ++index_;
        break;
      case Lex::kProximity:
        return fail(fmt::format("nothing before {}", lexeme.text));
      default:
        return fail("expected a word");
    }
    if (!field_ || has_words(*field_)) return words(lexeme);
    if (lexeme.type == Lex::kExact || lexeme.type == Lex::kPrefix) return not_whole(lexeme);
    return field_->kind == Kind::kDate ? date(lexeme) : value(lexeme);
  }

  Step words(const Lexeme& lexeme) {
    const std::size_t count = count_words(lexeme.text);
    QueryNode leaf;
    leaf.text = lexeme.text;
    leaf.field = field_;
    leaf.column = lexeme.column;
    switch (lexeme.type) {
      case Lex::kPhrase:
        if (count == 0) return fail_at(lexeme, "no word between the quotes");
        leaf.type = Type::kPhrase;
        break;
      case Lex::kExact:
        if (count == 0) return fail_at(lexeme, "no word behind =");
        leaf.type = Type::kExact;
        break;
      case Lex::kPrefix:
        if (!can_be_prefix(lexeme.text))
          return fail_at(lexeme, "too short before *", "a prefix is one word of 2 letters or more");
        leaf.type = Type::kPrefix;
        break;
      default:
        if (count == 0 && lexeme.text.size() > Tokenizer::kMaxWordBytes)
          return fail_at(lexeme, "too long a word");
        if (count == 0) return std::nullopt;
        leaf.type = count == 1 ? Type::kWord : Type::kPhrase;
    }
    return leaf;
  }

  Step not_whole(const Lexeme& lexeme) {
    return fail_at(lexeme, fmt::format("{}: takes whole values", field_->query_name));
  }

  Step value(const Lexeme& lexeme) {
    if (lexeme.text.empty()) return not_whole(lexeme);
    QueryNode leaf;
    leaf.type = Type::kValue;
    leaf.column = lexeme.column;
    leaf.text = lexeme.text;
    leaf.field = field_;
    return leaf;
  }

  Step date(const Lexeme& lexeme) {
    const auto range = parse_date_range(lexeme.text, today_);
    if (!range)
      return fail_at(lexeme, fmt::format("not a date: {}", lexeme.text),
                     "use 2024, 2024-11, 2024-11-17, -30d, or two of them as in 2024-01..2024-06");
    QueryNode leaf;
    leaf.type = Type::kDate;
    leaf.column = lexeme.column;
    leaf.text = lexeme.text;
    leaf.field = field_;
    leaf.range = *range;
    return leaf;
  }

  std::string_view query_;
  std::chrono::sys_days today_;
  std::vector<Lexeme> lexemes_;
  std::size_t index_ = 0;
  const Field* field_ = nullptr;  // of the item being parsed
  std::size_t depth_ = 0;
  std::size_t leaves_ = 0;
  std::size_t proximities_ = 0;
  std::optional<QueryError> error_;
};

}  // namespace

std::variant<QueryNode, QueryError> parse_query(std::string_view query,
                                                std::chrono::sys_days today) {
  if (query.size() > kMaxQueryBytes)
    return QueryError{fmt::format("too long a query; use at most {} characters", kMaxQueryBytes),
                      1};
  if (const auto bad = first_invalid_utf8(query))
    return query_error(query, *bad, "the query is not UTF-8", "check the terminal's encoding");
  const std::string text = with_plain_marks(to_nfc(query));
  if (trimmed(text).empty()) return QueryNode{};
  auto lexemes = lex(text);
  if (auto* error = std::get_if<QueryError>(&lexemes)) return std::move(*error);
  return Parser(text, today, std::get<std::vector<Lexeme>>(std::move(lexemes))).run();
}

}  // namespace backfile
