#include "indexer/readers/json_elements.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/utf8.h"
#include "indexer/readers/json_article.h"
#include "indexer/readers/look.h"

namespace backfile {
namespace {

constexpr std::size_t kFirstLook = 4096;
constexpr std::size_t kDeepest = 12;      // of objects that are gone into
constexpr std::size_t kLongestKey = 256;  // of which it is asked what they mean
constexpr std::uint64_t kMostAgain = 16;  // times the largest object, before it is too slow

bool ends_scalar(char c) {
  return c == ',' || c == ']' || c == '}' || c == '[' || c == '{' || c == '"' || is_ascii_space(c);
}

// Finds the end of what a bracket or a quote opens, fed with ever longer views of the same bytes.
struct BracketCount {
  std::size_t at = 0;
  std::string open;  // brackets
  bool in_string = false;
  bool bad_string = false;  // a line end inside of one: its quote is missing
  bool mismatch = false;    // a list is closed where an object is open, or the other way round

  bool is_bad() const { return bad_string || mismatch; }

  // True when the end was found, `at` behind it, or when that cannot be.
  bool look(std::string_view text) {
    while (at < text.size()) {
      const char c = text[at];
      if (in_string && c == '\\') {
        if (at + 1 == text.size()) return false;
        at += 2;
        continue;
      }
      if (in_string && c == '\n') return bad_string = true;
      ++at;
      if (c == '"') in_string = !in_string;
      if (!in_string && take_bracket(c)) return true;
    }
    return false;
  }

 private:
  bool take_bracket(char c) {
    if (c == '{' || c == '[') {
      open += c;
    } else if (c == '}' || c == ']') {
      mismatch = open.empty() || open.back() != (c == '}' ? '{' : '[');
      if (mismatch) return true;
      open.pop_back();
    }
    return open.empty();
  }
};

}  // namespace

std::optional<JsonElement> JsonElements::next() {
  take(element_bytes_);
  element_bytes_ = 0;
  if (starts_ && input_.peek(kByteOrderMark.size()).starts_with(kByteOrderMark))
    input_.take(kByteOrderMark.size());
  starts_ = false;
  while (true) {
    if (lost_) skip_lines();
    if (!skip_space()) break;
    auto found = step(input_.peek(1).front());
    if (!found && owed_ && levels_.size() <= owed_level_)
      found = JsonElement{{}, JsonRole::kTop, {}, std::exchange(owed_, std::nullopt)};
    if (!found) continue;
    if (found->role == JsonRole::kItem) owed_.reset();
    return found;
  }
  return at_end();
}

// What is open there was cut off.
std::optional<JsonElement> JsonElements::at_end() {
  lost_ = lost_ || !levels_.empty();  // should there be more behind the damage
  input_.require_whole();
  const bool is_told = ends_in_item_ || levels_.empty();
  levels_.clear();
  if (!owed_ && is_told) return std::nullopt;
  if (!owed_)
    owed_ = {{input_.path(), fmt::format("line {}", line_)},
             "cut off",
             "the input ends inside of a list or an object"};
  return JsonElement{{}, JsonRole::kTop, {}, std::exchange(owed_, std::nullopt)};
}

std::optional<JsonElement> JsonElements::step(char c) {
  const bool in_object = !levels_.empty() && !levels_.back().is_list;
  if (c == '{' && !in_object) return element(role());
  if (c == '[' && !in_object) {
    open_list(levels_.empty() || levels_.back().of_items);
  } else if (c == ']' || c == '}') {
    // One that closes nothing is what damage left behind.
    if (!levels_.empty() && levels_.back().is_list == (c == ']')) levels_.pop_back();
    take(1);
  } else if (c == '"' && in_object) {
    if (take_member()) return element(JsonRole::kOther);
  } else if (levels_.empty()) {
    JsonElement bad{{}, JsonRole::kTop, {}, reject("invalid JSON", "neither a list nor an object")};
    element_column_ = std::string_view::npos;
    lost_ = true;
    take(1);
    return bad;
  } else if (in_object) {
    take(1);
  } else {
    const bool is_wrong = levels_.size() == 1;
    if (is_wrong) ++items_;
    std::optional<JsonElement> bad;
    if (is_wrong)
      bad = JsonElement{{}, JsonRole::kItem, {}, reject("wrong type", "the item is no object")};
    skip_scalar();
    return bad;
  }
  return std::nullopt;
}

JsonRole JsonElements::role() const {
  if (levels_.empty()) return JsonRole::kTop;
  return levels_.back().of_items ? JsonRole::kItem : JsonRole::kOther;
}

Origin JsonElements::origin() const {
  return {input_.path(), fmt::format("item {}, line {}", items_, line_)};
}

std::optional<JsonElement> JsonElements::element(JsonRole role) {
  ++items_;
  element_column_ = column_;
  std::size_t bytes = 0;
  const Cut cut = cut_object(bytes);
  if (cut == Cut::kWhole) {
    element_bytes_ = bytes;
    return JsonElement{input_.peek(bytes).substr(0, bytes), role, origin(), std::nullopt};
  }
  if (role == JsonRole::kItem || levels_.size() >= kDeepest) return damage(cut, bytes);
  // It may hold articles that are whole.
  if (!owed_) {
    owed_ = why(cut);
    owed_level_ = levels_.size();
  }
  enter();
  return std::nullopt;
}

Rejection JsonElements::why(Cut cut) const {
  if (cut == Cut::kTooLarge) return too_large(origin(), "an item", max_bytes_);
  if (cut == Cut::kBadString)
    return reject("invalid JSON", "a string that does not end in its line");
  if (cut == Cut::kMismatch) return reject("invalid JSON", "brackets that do not match");
  return reject("cut off", "the input ends inside of an item");
}

JsonElements::Cut JsonElements::cut_object(std::size_t& bytes) {
  BracketCount count;
  std::string_view text = input_.peek(kFirstLook);
  while (true) {
    const bool found = count.look(text.substr(0, std::min(text.size(), max_bytes_ + 1)));
    bytes = count.at;
    if (found && count.mismatch) return Cut::kMismatch;
    if (found)
      return count.bad_string ? Cut::kBadString : bytes > max_bytes_ ? Cut::kTooLarge : Cut::kWhole;
    if (text.size() > max_bytes_) return Cut::kTooLarge;
    const std::size_t seen = text.size();
    text = input_.peek(std::min(seen * 2, max_bytes_ + 1));
    if (text.size() == seen) return Cut::kEnds;
  }
}

// Tells of it and looks for the next object from the second line on, unless too much has been
// looked at twice already.
JsonElement JsonElements::damage(Cut cut, std::size_t seen) {
  JsonElement bad{{}, JsonRole::kItem, {}, why(cut)};
  lost_ = true;
  if (cut == Cut::kEnds) input_.require_whole();
  ends_in_item_ = cut == Cut::kEnds;
  if (cut == Cut::kBadString) {
    take(seen);
    return bad;
  }
  const bool is_one_line = input_.peek(seen).substr(0, seen).find('\n') == std::string_view::npos;
  bytes_again_ += seen;
  if (cut != Cut::kEnds && is_one_line) {
    lost_ = false;
    if (cut == Cut::kTooLarge)
      skip_object();
    else
      take(seen);
    return bad;
  }
  take(bytes_again_ > kMostAgain * max_bytes_ + 4 * input_.position() ? seen : 1);
  return bad;
}

// To the end of an object that is too large to be held.
void JsonElements::skip_object() {
  BracketCount count;
  bool found = false;
  for (std::string_view text = input_.peek(2); !found && !text.empty(); text = input_.peek(2)) {
    count.at = 0;
    found = count.look(text);
    take(text.size() == 1 ? 1 : count.at);
  }
  lost_ = count.is_bad();
}

void JsonElements::enter() {
  if (levels_.size() >= kDeepest) return pass_over();
  --items_;
  element_bytes_ = 0;
  take(1);
  levels_.push_back({false, false});
}

void JsonElements::open_list(bool of_items) {
  constexpr std::size_t kMostLevels = 4 * kDeepest;
  if (levels_.size() < kMostLevels) levels_.push_back({true, of_items});
  take(1);
}

// A key and its value, unless that is an object: then true. A list is gone into.
bool JsonElements::take_member() {
  const std::string_view text = input_.peek(kLongestKey);
  BracketCount count;
  const bool ends = count.look(text.substr(0, kLongestKey)) && !count.is_bad();
  const std::string key(ends ? text.substr(1, count.at - 2) : std::string_view());
  if (ends)
    take(count.at);
  else
    skip_scalar();
  if (!skip_space() || input_.peek(1).front() != ':') return false;
  take(1);
  if (!skip_space()) return false;
  const char c = input_.peek(1).front();
  if (c == '[')
    open_list(is_list_name(key));
  else if (c != '{' && c != '}')
    skip_scalar();
  return c == '{';
}

// A string, a number or a word, whatever its length.
void JsonElements::skip_scalar() {
  bool escaped = false;
  const bool is_string = input_.peek(1).front() == '"';
  take(1);
  for (std::string_view text = input_.peek(1); !text.empty(); text = input_.peek(1)) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (is_string ? (c == '"' && !escaped) || c == '\n' : ends_scalar(c))
        return take(is_string ? i + 1 : i);
      escaped = c == '\\' && !escaped;
    }
    take(text.size());
  }
}

// To the next line that begins with a bracket no deeper than the damaged object did.
void JsonElements::skip_lines() {
  for (std::string_view text = input_.peek(1); !text.empty(); text = input_.peek(1)) {
    const std::size_t end = text.find('\n');
    take(std::min(end, text.size() - 1) + 1);
    if (end == std::string_view::npos) continue;
    const std::string_view line = input_.peek(kFirstLook);
    const std::size_t indent = std::min(line.find_first_not_of(" \t\r"), line.size());
    if (indent == line.size() || indent > element_column_) continue;
    const char c = line[indent];
    if (c != '{' && c != '}' && c != '[' && c != ']') continue;
    lost_ = false;
    return;
  }
}

// And commas, which stand between values; false at the end.
bool JsonElements::skip_space() {
  for (std::string_view text = input_.peek(1); !text.empty(); text = input_.peek(1)) {
    const auto is_between = [](char c) { return is_ascii_space(c) || c == ','; };
    const auto* end = std::find_if_not(text.data(), text.data() + text.size(), is_between);
    const auto bytes = std::size_t(end - text.data());
    const bool found = bytes < text.size();
    take(bytes);
    if (found) return true;
  }
  return false;
}

void JsonElements::take(std::size_t bytes) {
  const std::string_view text = input_.peek(bytes).substr(0, bytes);
  line_ += std::uint64_t(std::ranges::count(text, '\n'));
  const std::size_t last = text.rfind('\n');
  column_ = last == std::string_view::npos ? column_ + text.size() : text.size() - last - 1;
  input_.take(text.size());
}

}  // namespace backfile
