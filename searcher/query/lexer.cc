#include "searcher/query/lexer.h"

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

bool is_distance_operator(std::string_view word) {
  const auto slash = word.find('/');
  if (slash == std::string_view::npos || slash + 1 == word.size()) return false;
  const std::string_view name = word.substr(0, slash);
  const std::string_view rest = word.substr(slash + 1);
  if (name != "NEAR" && name != "w" && name != "pre") return false;
  if (name == "w" && (rest == "s" || rest == "p")) return true;
  return rest.find_first_not_of("0123456789") == std::string_view::npos;
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
    if (is_distance_operator(word) || word == "NEAR")
      return fail(start, fmt::format("{} is not in this version", word), "use AND, or a phrase");
    if (const auto mark = word.find('?'); mark != std::string_view::npos)
      return fail(start + mark, "? as a wildcard is not possible",
                  "an ending can be left open: prefix*");
    add_word(word, start);
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
    lexemes_.push_back({type, std::string(text), field, offset});
  }

  void fail(std::size_t offset, std::string_view what, std::string_view advice) {
    error_ = query_error(query_, offset, what, advice);
  }

  std::string_view query_;
  std::size_t offset_ = 0;
  std::vector<Lexeme> lexemes_;
  std::optional<QueryError> error_;
};

}  // namespace

QueryError query_error(std::string_view query, std::size_t offset, std::string_view what,
                       std::string_view advice) {
  std::size_t column = 1;
  for (std::size_t i = 0; i < offset; ++column) i += code_point_at(query, i).bytes;
  std::string message = fmt::format("{} at column {}", what, column);
  if (!advice.empty()) message.append("; ").append(advice);
  return {std::move(message), column};
}

std::variant<std::vector<Lexeme>, QueryError> lex(std::string_view query) {
  return Lexer(query).run();
}

}  // namespace backfile
