#include "indexer/cleaner/line_matcher.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <re2/re2.h>
#include <re2/set.h>

#include "common/utf8.h"

namespace backfile {
namespace {

// A bound, not a cost: the automaton's states are made as lines call for them,
// some 10 MB over a large archive. Short of room, RE2 drops and remakes them.
constexpr std::int64_t kAutomatonBytes = 64 << 20;

// Marks of a list item once a page is laid out as text ("o" by lynx and its
// kin). Arrows are left to the rules, which take them for cues.
constexpr std::array<std::string_view, 9> kBullets = {"*", "+", "-", "–", "•", "·", "▪", "■", "o"};

std::size_t max_bytes(std::string_view rule) {
  constexpr std::array<std::string_view, 8> kNotices = {
      "cookie", "legal", "newsletter", "paywall", "ads", "comments", "photo", "author"};
  return std::ranges::find(kNotices, rule) != kNotices.end() ? LineMatcher::kMaxNoticeBytes
                                                             : LineMatcher::kMaxLabelBytes;
}

std::vector<LineRule> all_line_rules() {
  std::vector<LineRule> rows;
  for (auto table : {common_line_rules(), english_line_rules(), german_line_rules(),
                     french_line_rules(), spanish_line_rules()}) {
    rows.insert(rows.end(), table.begin(), table.end());
  }
  return rows;
}

RE2::Options set_options() {
  RE2::Options options;
  options.set_case_sensitive(false);
  options.set_never_capture(true);
  options.set_log_errors(false);
  options.set_max_mem(kAutomatonBytes);
  return options;
}

// Whether a match may begin with all but anything, as that of `[^.!?]+ >>`. No more than speed
// hangs on it.
bool is_open(std::string_view pattern) {
  return pattern.starts_with("[^") || pattern.starts_with("(?:[^");
}

// Rows in one automaton, each with its number.
class RowSet {
 public:
  // False when the pattern does not compile, which `error` tells.
  bool add(std::string_view pattern, std::size_t number, std::string& error) {
    if (set_.Add({pattern.data(), pattern.size()}, &error) < 0) return false;
    numbers_.push_back(number);
    return true;
  }

  bool compile() { return set_.Compile(); }

  // Appends the numbers of the rows that match.
  void match(re2::StringPiece text, std::vector<std::size_t>& matches) const {
    // Asking whether any row matches is cheaper than asking which: no list of rows is set up for
    // the many lines that match none.
    if (numbers_.empty() || !set_.Match(text, nullptr)) return;
    std::vector<int> indexes;
    set_.Match(text, &indexes);
    for (const int index : indexes) matches.push_back(numbers_[std::size_t(index)]);
  }

 private:
  RE2::Set set_{set_options(), RE2::ANCHOR_BOTH};
  std::vector<std::size_t> numbers_;
};

}  // namespace

std::string_view without_bullet(std::string_view line) {
  for (std::string_view bullet : kBullets) {
    if (line.starts_with(bullet) && line.size() > bullet.size() && line[bullet.size()] == ' ') {
      return trimmed(line.substr(bullet.size()));
    }
  }
  return line;
}

// True text is dropped within its first bytes by all rows but a few, which have to read the whole
// line. These have an automaton of their own, which stays small.
struct LineMatcher::Compiled {
  RowSet fronted;
  RowSet open;
  struct Row {
    std::string_view rule;
    std::size_t max_bytes;
  };
  std::vector<Row> rows;
};

LineMatcher::LineMatcher() : LineMatcher(all_line_rules()) {}

LineMatcher::LineMatcher(std::span<const LineRule> rules) {
  auto compiled = std::make_unique<Compiled>();
  for (const LineRule& row : rules) {
    RowSet& set = is_open(row.pattern) ? compiled->open : compiled->fronted;
    std::string error;
    if (!set.add(row.pattern, compiled->rows.size(), error)) {
      throw std::logic_error("line rule " + std::string(row.rule) + "/" +
                             std::string(row.language) + " /" + std::string(row.pattern) +
                             "/: " + error);
    }
    compiled->rows.push_back({row.rule, max_bytes(row.rule)});
  }
  if (!compiled->fronted.compile() || !compiled->open.compile())
    throw std::logic_error("line rules: too large for one automaton");
  compiled_ = std::move(compiled);
}

LineMatcher::~LineMatcher() = default;
LineMatcher::LineMatcher(LineMatcher&&) noexcept = default;
LineMatcher& LineMatcher::operator=(LineMatcher&&) noexcept = default;

std::optional<std::string_view> LineMatcher::rule_of(std::string_view line) const {
  line = without_bullet(trimmed(line));
  if (line.empty() || line.size() > kMaxNoticeBytes) return std::nullopt;
  const re2::StringPiece text(line.data(), line.size());
  std::vector<std::size_t> matches;
  compiled_->fronted.match(text, matches);
  compiled_->open.match(text, matches);
  std::ranges::sort(matches);
  for (const std::size_t number : matches) {
    const auto& row = compiled_->rows[number];
    if (line.size() <= row.max_bytes) return row.rule;
  }
  return std::nullopt;
}

}  // namespace backfile
