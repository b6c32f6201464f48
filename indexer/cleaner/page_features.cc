#include "indexer/cleaner/page_features.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace backfile {
namespace {

constexpr double kFullWords = 40;  // a line of as many is as good as a longer one
constexpr double kTextAtLeast = 0.3;
constexpr double kFirstTextAtLeast = 0.5;

double share_of_full(const PageLine& line) { return std::min(line.words, kFullWords) / kFullWords; }

// How much a line looks like text of an article.
double likeness(const PageLine& line) {
  constexpr double kNoSentence = 0.4;
  if (!line.label.empty() || !line.strict.empty()) return 0;
  return share_of_full(line) * (line.ends_sentence || line.has_clauses ? 1 : kNoSentence);
}

// The same, for lines that cannot well be anything else.
double surely_text(const PageLine& line) {
  const bool doubtful = !line.label.empty() || !line.strict.empty() || !line.notice.empty() ||
                        line.is_repeated || line.is_dated || !line.ends_sentence;
  return doubtful ? 0 : share_of_full(line);
}

// Sums of any stretch of values; what is outside counts for nothing.
class Sums {
 public:
  explicit Sums(const std::vector<double>& values) : upto_(values.size() + 1) {
    for (std::size_t i = 0; i < values.size(); ++i) upto_[i + 1] = upto_[i] + values[i];
  }

  // Of the values from `first` to `last`, both included, which may lie outside.
  double between(std::ptrdiff_t first, std::ptrdiff_t last) const {
    const auto size = std::ptrdiff_t(upto_.size()) - 1;
    first = std::clamp<std::ptrdiff_t>(first, 0, size);
    last = std::clamp<std::ptrdiff_t>(last + 1, first, size);
    return upto_[std::size_t(last)] - upto_[std::size_t(first)];
  }

 private:
  std::vector<double> upto_;
};

// What began above a line, once there was text.
struct Began {
  double comments = 0;
  double related = 0;
  double end = 0;
};

class Page {
 public:
  explicit Page(std::span<const PageLine> lines)
      : lines_(lines), likeness_(values(likeness)), text_(values(surely_text)) {
    find_beginnings();
    find_indents();
  }

  PageFeatures features(std::size_t i) const {
    const PageLine& line = lines_[i];
    const auto at = std::ptrdiff_t(i);
    const Began& began = began_[i];
    return {1,
            std::log2(1 + std::min(line.words, 63.0)) / 6,
            double(line.words <= 4),
            double(line.ends_sentence),
            double(line.has_bullet),
            line.small_share,
            line.digit_share,
            double(line.has_clauses),
            double(line.is_repeated),
            double(line.has_separator),
            double(!line.label.empty()),
            double(!line.strict.empty()),
            double(!line.notice.empty()),
            double(line.is_dated),
            likeness_.between(at + 1, at + 1),
            likeness_.between(at - 4, at - 1) / 4,
            likeness_.between(at - 10, at + 10) / 21,
            (text_.between(at - 4, at - 1) + text_.between(at + 1, at + 4)) / 8,
            std::min(began.comments, 1.0),
            std::min(began.related, 4.0) / 4,
            std::min(began.end, 3.0) / 3,
            has_indents_ ? text_at_.at(line.indent) : 0,
            double(has_indents_ && has_indent_of_text_[i]),
            double(!has_indents_)};
  }

 private:
  std::vector<double> values(double (*value)(const PageLine&)) const {
    std::vector<double> all;
    all.reserve(lines_.size());
    for (const PageLine& line : lines_) all.push_back(value(line));
    return all;
  }

  double text(std::size_t i) const {
    const auto at = std::ptrdiff_t(i);
    return text_.between(at, at);
  }

  void find_beginnings() {
    Began began;
    bool has_text = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      began_.push_back(began);
      const PageLine& line = lines_[i];
      const std::string_view cue = line.label.empty() ? line.strict : line.label;
      if (has_text && cue == "comments") ++began.comments;
      if (has_text && (cue == "related" || cue == "most-read")) ++began.related;
      if (has_text && (cue == "author" || cue == "tags" || cue == "legal")) ++began.end;
      has_text = has_text || text(i) >= kFirstTextAtLeast;
    }
  }

  // Pages that were laid out as text keep how deep their parts are nested: the paragraphs of an
  // article are equally deep. Text counts by the text beside it, which teasers do not have.
  void find_indents() {
    constexpr double kAlone = 0.25;
    std::size_t last_of_text = lines_.empty() ? 0 : lines_[0].indent + 1;
    double most = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::size_t indent = lines_[i].indent;
      const auto at = std::ptrdiff_t(i);
      has_indents_ = has_indents_ || indent != lines_[0].indent;
      has_indent_of_text_.push_back(indent == last_of_text);
      if (text(i) >= kTextAtLeast) last_of_text = indent;
      double& weight = text_at_[indent];
      if (began_[i].comments > 0) continue;
      weight += text(i) * (text_.between(at - 2, at + 2) - text(i) + kAlone);
      most = std::max(most, weight);
    }
    if (most > 0)
      for (auto& [indent, weight] : text_at_) weight /= most;
  }

  std::span<const PageLine> lines_;
  Sums likeness_;
  Sums text_;
  std::vector<Began> began_;
  std::map<std::size_t, double> text_at_;  // by indent
  std::vector<bool> has_indent_of_text_;
  bool has_indents_ = false;
};

}  // namespace

std::vector<PageFeatures> page_features(std::span<const PageLine> lines) {
  const Page page(lines);
  std::vector<PageFeatures> features;
  features.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) features.push_back(page.features(i));
  return features;
}

}  // namespace backfile
