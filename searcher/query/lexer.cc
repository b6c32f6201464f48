#include "searcher/query/lexer.h"

#include <charconv>

#include <fmt/format.h>

#include "common/utf8.h"

namespace backfile {
namespace {

using Type = Lexeme::Type;

constexpr std::string_view kEndsWord = "()\" \t\n\r\f\v";

// The field's value is taken as it stands, up to the next space or closing bracket.
bool takes_raw_value(const Field& field) {
  return field.kind == Kind::kKey || field.kind == Kind::kDate || field.name == "url";
}

// `name/rest` of an operator, with the name in capitals; nothing for other words.
struct Operator {
  std::string name;
  std::string_view rest;
};

// The s or p of w/s and w/p.
bool is_break(std::string_view rest) {
  return rest.size() == 1 && std::string_view("sSpP").find(rest.front()) != std::string_view::npos;
}

std::optional<Operator> proximity_operator(std::string_view word) {
  const auto slash = word.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  Operator found{{}, word.substr(slash + 1)};
  for (const char c : word.substr(0, slash)) found.name += ascii_upper(c);
  if (found.name == "NEAR") return found;
  if (found.name != "W" && found.name != "PRE") return std::nullopt;
  const bool is_other = !found.rest.empty() && !is_ascii_digit(found.rest.front()) &&
                        !is_break(found.rest);  // w/o is a word
  return is_other ? std::nullopt : std::optional(found);
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  std::variant<std::vector<Lexeme>, QueryError> run() {
    while (!error_) {
      while (offset_ < query_.size() && is_ascii_space(query_[offset_])) ++offset_;
      if (offset_ == query_.size()) break;
      read_one();
    }
    if (error_) return *std::move(error_);
    add(Type::kEnd, {}, query_.size());
    return std::move(lexemes_);
  }

 private:
  void read_one() {
    const std::size_t start = offset_;
    const char next = offset_ + 1 < query_.size() ? query_[offset_ + 1] : ' ';
    switch (query_[offset_]) {
      case '(':
        return add(Type::kOpen, {}, offset_++);
      case ')':
        return add(Type::kClose, {}, offset_++);
      case '"':
        return read_phrase();
      case '+':
      case '-':
        if (is_ascii_space(next)) break;  // a dash between words is punctuation
        return add(query_[start] == '+' ? Type::kPlus : Type::kMinus, {}, offset_++);
      default:
        break;
    }
    if (!read_field()) read_word();
  }

  void read_phrase() {
    const std::size_t close = query_.find('"', offset_ + 1);
    if (close == std::string_view::npos) return fail(offset_, "unclosed quote", "add a closing \"");
    add(Type::kPhrase, query_.substr(offset_ + 1, close - offset_ - 1), offset_);
    offset_ = close + 1;
  }

  // `name:` before a value; false when there is no such thing here.
  bool read_field() {
    std::size_t end = offset_;
    while (end < query_.size() && is_ascii_alpha(query_[end])) ++end;
    if (end == offset_ || end == query_.size() || query_[end] != ':') return false;
    const std::string written(query_.substr(offset_, end - offset_));
    std::string name;
    for (const char c : written) name += ascii_lower(c);
    const Field* field = field_by_query_name(name);
    const std::string_view rest = query_.substr(end + 1);
    const bool nothing_behind =
        rest.empty() || (rest.front() != '"' && rest.front() != '(' &&
                         kEndsWord.find(rest.front()) != std::string_view::npos);
    if (!field) {
      // `Brexit:what` is a headline, `brexit:what` a field that is not there.
      if (nothing_behind || rest.starts_with("//") || name != written) return false;
      fail(offset_, fmt::format("no such field: {}:", name),
           "fields are " + query_field_names() + "; put text with a colon in quotes");
      return true;
    }
    if (nothing_behind) {
      fail(offset_, fmt::format("nothing behind {}:", name), "write the value without a space");
      return true;
    }
    add(Type::kField, name, offset_, field);
    offset_ = end + 1;
    if (takes_raw_value(*field) && rest.front() != '"' && rest.front() != '(') read_raw(*field);
    return true;
  }

  void read_raw(const Field& field) {
    const std::size_t start = offset_;
    offset_ = std::min(query_.find_first_of(kEndsWord, start), query_.size());
    const std::string_view value = query_.substr(start, offset_ - start);
    if (has_words(field)) return add_word(value, start);  // with its = and *
    add(Type::kRaw, value, start);
  }

  void read_word() {
    const std::size_t start = offset_;
    offset_ = std::min(query_.find_first_of(kEndsWord, start), query_.size());
    std::string_view word = query_.substr(start, offset_ - start);
    if (word == "=" && offset_ < query_.size() && query_[offset_] == '"')
      return fail(start, "= before quotes", "quotes mean exact forms; = is for one word");
    if (word == "AND") return add(Type::kAnd, word, start);
    if (word == "OR") return add(Type::kOr, word, start);
    if (word == "NOT") return add(Type::kNot, word, start);
    if (word == "NEAR")
      return fail(start, "NEAR without a distance", "as in NEAR/5; in quotes it is a word");
    if (const auto found = proximity_operator(word)) return add_proximity(word, *found, start);
    if (const auto mark = word.find('?'); mark != std::string_view::npos)
      return fail(start + mark, "? as a wildcard is not possible",
                  "an ending can be left open: prefix*");
    add_word(word, start);
  }

  void add_proximity(std::string_view word, const Operator& found, std::size_t start) {
    using Node = QueryNode::Type;
    constexpr std::string_view kHow = "as in NEAR/5, w/5, pre/5, w/s or w/p; in quotes it is text";
    if (found.name == "NEAR" && !word.starts_with("NEAR"))
      return fail(start, fmt::format("{} is not in capitals", word), kHow);
    Node operation = found.name == "PRE" ? Node::kBefore : Node::kNear;
    std::size_t distance = 0;
    if (found.name == "W" && is_break(found.rest)) {
      operation =
          ascii_lower(found.rest.front()) == 's' ? Node::kSameSentence : Node::kSameParagraph;
    } else {
      const char* const end = found.rest.data() + found.rest.size();
      const auto [rest, error] = std::from_chars(found.rest.data(), end, distance);
      if (found.rest.empty() || rest != end)
        return fail(start, fmt::format("{} without a distance", word), kHow);
      if (error != std::errc() || distance == 0 || distance > kMaxDistance)
        return fail(start, fmt::format("a distance that cannot be: {}", word),
                    fmt::format("use 1 to {} words", kMaxDistance));
    }
    add(Type::kProximity, word, start);
    lexemes_.back().operation = operation;
    lexemes_.back().distance = distance;
  }

  void add_word(std::string_view word, std::size_t start) {
    const bool exact = word.starts_with('=') && word.size() > 1;
    const std::size_t star = word.find('*');
    if (star == std::string_view::npos)
      return add(exact ? Type::kExact : Type::kWord, word.substr(exact ? 1 : 0), start);
    if (exact || star == 0 || star + 1 != word.size())
      return fail(start + star, "* can only stand at the end of a word", "as in ukrain*");
    add(Type::kPrefix, word.substr(0, star), start);
  }

  void add(Type type, std::string_view text, std::size_t offset, const Field* field = nullptr) {
    Lexeme& lexeme = lexemes_.emplace_back(Lexeme{type, std::string(text), field, offset});
    for (; counted_ < offset; ++column_) counted_ += code_point_at(query_, counted_).bytes;
    lexeme.column = {column_};
  }

  void fail(std::size_t offset, std::string_view what, std::string_view advice) {
    error_ = query_error(query_, offset, what, advice);
  }

  std::string_view query_;
  std::size_t offset_ = 0;
  std::size_t counted_ = 0;  // bytes of the query before column_
  std::size_t column_ = 1;
  std::vector<Lexeme> lexemes_;
  std::optional<QueryError> error_;
};

}  // namespace

QueryError query_error(Column column, std::string_view what, std::string_view advice) {
  std::string message = fmt::format("{} at column {}", what, column.number);
  if (!advice.empty()) message.append("; ").append(advice);
  return {std::move(message), column.number};
}

QueryError query_error(std::string_view query, std::size_t offset, std::string_view what,
                       std::string_view advice) {
  std::size_t column = 1;
  for (std::size_t i = 0; i < offset; ++column) i += code_point_at(query, i).bytes;
  return query_error({column}, what, advice);
}

std::variant<std::vector<Lexeme>, QueryError> lex(std::string_view query) {
  return Lexer(query).run();
}

}  // namespace backfile
