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

std::string_view without_bullet(std::string_view line) {
  for (std::string_view bullet : kBullets) {
    if (line.starts_with(bullet) && line.size() > bullet.size() && line[bullet.size()] == ' ') {
      return trimmed(line.substr(bullet.size()));
    }
  }
  return line;
}

std::size_t max_bytes(std::string_view rule) {
  constexpr std::array<std::string_view, 7> kNotices = {
      "cookie", "legal", "newsletter", "paywall", "ads", "comments", "photo"};
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

}  // namespace

struct LineMatcher::Compiled {
  RE2::Set set{set_options(), RE2::ANCHOR_BOTH};
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
    std::string error;
    if (compiled->set.Add({row.pattern.data(), row.pattern.size()}, &error) < 0) {
      throw std::logic_error("line rule " + std::string(row.rule) + "/" +
                             std::string(row.language) + " /" + std::string(row.pattern) +
                             "/: " + error);
    }
    compiled->rows.push_back({row.rule, max_bytes(row.rule)});
  }
  if (!compiled->set.Compile()) throw std::logic_error("line rules: too large for one automaton");
  compiled_ = std::move(compiled);
}

LineMatcher::~LineMatcher() = default;
LineMatcher::LineMatcher(LineMatcher&&) noexcept = default;
LineMatcher& LineMatcher::operator=(LineMatcher&&) noexcept = default;

std::optional<std::string_view> LineMatcher::rule_of(std::string_view line) const {
  line = without_bullet(trimmed(line));
  if (line.empty() || line.size() > kMaxNoticeBytes) return std::nullopt;
  const re2::StringPiece text(line.data(), line.size());
  // Asking whether any row matches is cheaper than asking which: no list of
  // rows is set up for the many lines that match none.
  if (!compiled_->set.Match(text, nullptr)) return std::nullopt;
  std::vector<int> matches;
  compiled_->set.Match(text, &matches);
  std::ranges::sort(matches);
  for (int index : matches) {
    const auto& row = compiled_->rows[static_cast<std::size_t>(index)];
    if (line.size() <= row.max_bytes) return row.rule;
  }
  return std::nullopt;
}

}  // namespace backfile
