#include "indexer/cleaner/page_judge.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <unordered_set>
#include <utility>

#include "indexer/cleaner/page_features.h"
#include "indexer/cleaner/page_model.h"

namespace backfile {
namespace {

// Where a line stands. The order is that of the page, but for kAside, from which the article goes
// on.
enum Place : std::uint8_t { kBefore, kInside, kAside, kBehind, kPlaces };

using PlaceScores = std::array<double, kPlaces>;

constexpr double kNever = -std::numeric_limits<double>::infinity();

// That the line is the article's, above 0, or not. Long lines weigh more, because more of the
// article hangs on them, but not by their words: neighbours are alike.
double score(const PageLine& line, const PageFeatures& features) {
  double sum = kMercy;
  for (std::size_t i = 0; i < features.size(); ++i) sum += kPageWeights[i] * features[i];
  return sum * std::sqrt(std::max(1.0, line.words));
}

// The best path through the places, line by line.
class Path {
 public:
  void add(double line_score, bool may_be_inside) {
    std::array<Place, kPlaces> from = {};
    const auto choose = [&](Place place, std::initializer_list<std::pair<Place, double>> ways) {
      double best = kNever;
      from[place] = ways.begin()->first;
      for (const auto& way : ways) {
        if (scores_[way.first] - way.second <= best) continue;
        best = scores_[way.first] - way.second;
        from[place] = way.first;
      }
      return best;
    };
    const double inside = choose(kInside, {{kBefore, 0}, {kInside, 0}, {kAside, kReturnCost}});
    const double aside = choose(kAside, {{kInside, 0}, {kAside, 0}});
    scores_ = {scores_[kBefore], may_be_inside ? inside + line_score : kNever, aside};
    from_.push_back(from);
  }

  // The place of every line.
  std::vector<Place> places() const {
    std::vector<Place> all(from_.size());
    auto place = Place(std::ranges::max_element(scores_) - scores_.begin());
    bool ended = false;  // reading backwards: the article's last line was seen
    for (std::size_t i = from_.size(); i-- > 0;) {
      ended = ended || place != kAside;
      all[i] = ended ? place : kBehind;
      place = from_[i][place];
    }
    return all;
  }

 private:
  PlaceScores scores_ = {0, kNever, kNever};
  std::vector<std::array<Place, kPlaces>> from_;
};

bool has_cue(const PageLine& line) {
  return !line.label.empty() || !line.strict.empty() || !line.notice.empty();
}

// Whether lines show that a page is around the article. Two may be chance: a section's name, a
// credit. Of 24,000 articles none but one about goods had three different ones, and of 88 pages
// none had fewer than four. In a long text more may be chance.
bool is_page(std::span<const PageLine> lines) {
  constexpr std::size_t kSigns = 3;
  constexpr std::size_t kLinesPerSign = 40;
  std::unordered_set<std::string_view> signs;  // "Buy now" below every item of a list is one
  for (const PageLine& line : lines)
    if (has_cue(line)) signs.insert(line.text);
  return signs.size() >= kSigns && signs.size() * kLinesPerSign >= lines.size();
}

// Whether most lines end a sentence, as in a text that was extracted: it is not worth a look then.
bool is_plain_text(std::span<const BodyLine> lines) {
  constexpr std::ptrdiff_t kOthers = 3;
  const auto is_other = [](const BodyLine& line) {
    return !line.text.ends_with('.') && !line.text.ends_with('"');
  };
  return std::ranges::count_if(lines, is_other) < kOthers;
}

std::string_view rule_of(const PageLine& line, Place place) {
  constexpr double kShortWords = 4;
  if (!line.strict.empty()) return line.strict;
  if (place == kInside) return {};
  if (place == kBefore) return "before-article";
  if (!line.label.empty()) return line.label;
  if (place == kBehind) return "after-article";
  if (!line.notice.empty()) return line.notice;
  if (line.has_bullet) return "link-list";
  return line.words <= kShortWords ? "short-lines" : "aside";
}

}  // namespace

std::vector<std::string_view> PageJudge::judge(std::span<const BodyLine> lines,
                                               const LineMatcher& strict) const {
  if (is_plain_text(lines)) return {};
  const std::vector<PageLine> page = page_lines(lines, strict, matchers_);
  if (!is_page(page)) return {};
  const std::vector<PageFeatures> features = page_features(page);
  Path path;
  for (std::size_t i = 0; i < page.size(); ++i)
    path.add(score(page[i], features[i]), page[i].strict.empty());
  const std::vector<Place> places = path.places();
  // A page without an article is better kept whole than lost.
  if (std::ranges::find(places, kInside) == places.end()) return {};
  std::vector<std::string_view> rules(lines.size());
  for (std::size_t i = 0; i < page.size(); ++i) rules[page[i].number] = rule_of(page[i], places[i]);
  return rules;
}

bool PageJudge::is_of_page(std::string_view title, const LineMatcher& strict) const {
  constexpr double kFewWords = 2;
  const PageLine line = page_line({.text = title}, strict, matchers_);
  return line.has_bullet || line.is_dated || line.words <= kFewWords || has_cue(line);
}

std::string_view PageJudge::headline_of(std::span<const std::string_view> above,
                                        const LineMatcher& strict) const {
  constexpr std::size_t kNear = 12;  // a standfirst, names, a date and buttons may stand between
  constexpr double kWords = 4;       // in names there are fewer
  for (std::size_t i = above.size(); i > 0 && above.size() - i < kNear; --i) {
    const PageLine line = page_line({.text = above[i - 1]}, strict, matchers_);
    const bool may_be = line.words >= kWords && !line.ends_sentence && !line.is_dated;
    if (may_be && !line.has_bullet && !line.has_separator && !has_cue(line)) return line.text;
  }
  return {};
}

}  // namespace backfile
