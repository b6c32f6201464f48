#include "searcher/render/counts.h"

#include <algorithm>
#include <array>
#include <ostream>

#include <fmt/format.h>

#include "common/number.h"
#include "common/utf8.h"

namespace backfile {
namespace {

constexpr std::string_view kBetween = " · ";
constexpr std::string_view kPeak = "▲";

// A bar of eighths of a column, as long as `share` of `columns`.
std::string bar(double share, std::size_t columns) {
  constexpr std::array<std::string_view, 8> kEighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const auto eighths = std::max<std::size_t>(1, std::size_t(share * double(columns) * 8));
  std::string text;
  for (std::size_t i = 0; i < eighths / 8; ++i) text += "█";
  return text.append(kEighths.at(eighths % 8));
}

// The first columns of `text`.
std::string cut(const std::string& text, std::size_t columns) {
  if (display_width(text) <= columns) return text;
  std::string kept = text;
  while (!kept.empty() && display_width(kept) + 1 > columns)
    kept.resize(boundary_before(kept, kept.size() - 1));
  return kept + "…";
}

std::string padding(std::string_view text, std::size_t columns) {
  return std::string(columns - std::min(columns, display_width(text)), ' ');
}

// "name  note · note"; empty notes are left out.
void render_heading(std::string_view name, const std::vector<std::string>& notes,
                    const Style& style, std::ostream& out) {
  std::string line;
  for (const std::string& note : notes)
    if (!note.empty()) line.append(line.empty() ? "  " : kBetween).append(note);
  const std::size_t room = style.columns - std::min(style.columns - 1, name.size());
  out << bold(name, style) << dim(cut(line, room), style) << '\n';
}

std::string number_note(std::uint64_t number, std::string_view what) {
  return number > 0 ? grouped(number).append(" ").append(what) : std::string();
}

struct Row {
  std::string name;
  std::string count;
  double share;  // of the longest bar
  bool is_marked;
};

void render_rows(const std::vector<Row>& rows, const Style& style, std::ostream& out) {
  std::size_t name_columns = 0;
  std::size_t count_columns = 0;
  for (const Row& row : rows) {
    name_columns = std::max(name_columns, display_width(row.name));
    count_columns = std::max(count_columns, row.count.size());
  }
  // Beside them stand a mark, blanks and at least one column of a bar.
  const std::size_t taken = std::min(style.columns - 1, count_columns + 7);
  name_columns = std::min({name_columns, style.columns / 2, style.columns - taken});
  const std::size_t bar_columns =
      std::min<std::size_t>(30, style.columns - taken - name_columns + 1);
  for (const Row& row : rows) {
    const std::string name = cut(row.name, name_columns);
    out << (row.is_marked ? "* " : "  ") << (row.is_marked ? bold(name, style) : name)
        << padding(name, name_columns) << fmt::format("  {:>{}}  ", row.count, count_columns)
        << bar(row.share, bar_columns) << '\n';
  }
  out << '\n';
}

void render_facet(const FacetCounts& facet, const Style& style, std::ostream& out) {
  std::string shown;
  if (facet.values.empty()) shown = "none";
  if (facet.distinct > facet.values.size())
    shown = fmt::format("{} of {}", grouped(facet.values.size()), grouped(facet.distinct));
  render_heading(facet.facet->name, {shown, number_note(facet.without, "without")}, style, out);
  std::vector<Row> rows;
  const std::uint64_t most = facet.values.empty() ? 1 : facet.values.front().count;
  for (const FacetValue& value : facet.values)
    rows.push_back({printable(value.value), grouped(value.count),
                    double(value.count) / double(most), value.is_selected});
  render_rows(rows, style, out);
}

void render_words(const std::vector<SignificantWord>& words, const Style& style,
                  std::ostream& out) {
  render_heading("words", {words.empty() ? "none" : "matches with them, of all articles with them"},
                 style, out);
  std::vector<Row> rows;
  std::uint64_t most = 1;
  std::size_t longest = 0;
  for (const SignificantWord& word : words) {
    most = std::max(most, word.count);
    longest = std::max(longest, grouped(word.articles).size());
  }
  for (const SignificantWord& word : words)
    rows.push_back(
        {printable(word.value),
         fmt::format("{} of {:>{}}", grouped(word.count), grouped(word.articles), longest),
         double(word.count) / double(most), false});
  render_rows(rows, style, out);
}

// How the periods of a timeline are laid out.
class TimelineRows {
 public:
  TimelineRows(const Timeline& timeline, const Style& style, std::ostream& out)
      : timeline_(timeline), style_(style), out_(out) {
    double articles = 0;
    for (const TimelinePeriod& period : timeline.periods) articles += double(period.articles);
    for (const TimelinePeriod& period : timeline.periods) {
      period_columns_ = std::max(period_columns_, period.period.size());
      count_columns_ = std::max(count_columns_, grouped(period.count).size());
      // A period of hardly any articles would make all other bars short.
      if (double(period.articles) * 10 * double(timeline.periods.size()) >= articles)
        most_ = std::max(most_, period.share());
    }
    for (const TimelinePeriod& period : timeline.periods)
      share_columns_ = std::max(share_columns_, share_text(period).size());
    indent_ = period_columns_ + count_columns_ + share_columns_ + 8;
    bar_columns_ =
        std::min<std::size_t>(24, (style.columns - std::min(style.columns, indent_)) / 2);
  }

  void render() {
    const std::vector<TimelinePeriod>& periods = timeline_.periods;
    for (std::size_t i = 0; i < periods.size();) {
      std::size_t end = i;
      while (end < periods.size() && periods[end].count == 0) ++end;
      constexpr std::size_t kMostEmpty = 3;
      if (end - i > kMostEmpty) {
        const std::string line =
            fmt::format("  … {} empty {}s", grouped(end - i), name_of(timeline_.step));
        out_ << dim(line, style_) << '\n';
        i = end;
      } else {
        render_period(periods[i++]);
      }
    }
  }

 private:
  std::string share_text(const TimelinePeriod& period) const {
    if (period.articles == 0) return "-";
    const int decimals = most_ >= 0.01 ? 1 : most_ >= 0.001 ? 2 : 3;
    return fmt::format("{:.{}f} %", period.share() * 100, decimals);
  }

  void render_period(const TimelinePeriod& period) {
    const std::string name = fmt::format("{:<{}}", period.period, period_columns_);
    out_ << "  " << (period.is_peak ? bold(name, style_) : name)
         << fmt::format("  {:>{}}", grouped(period.count), count_columns_)
         << dim(fmt::format("  {:>{}}", share_text(period), share_columns_), style_);
    if (period.count > 0) {
      const std::string line = bar(std::min(1.0, period.share() / most_), bar_columns_);
      out_ << "  " << line;
      if (period.is_peak) return render_peak(period, indent_ + display_width(line));
    }
    out_ << '\n';
  }

  // Behind the bar that ends at `column`.
  void render_peak(const TimelinePeriod& period, std::size_t column) {
    std::string words;
    for (const SignificantWord& word : period.words)
      words.append(words.empty() ? "" : ", ").append(printable(word.value));
    out_ << ' ' << bold(kPeak, style_);
    if (column + 3 + display_width(words) <= style_.columns)
      out_ << (words.empty() ? "" : " ") << words << '\n';
    else
      out_ << '\n' << wrapped(words, {}, indent_, style_);
  }

  const Timeline& timeline_;
  const Style& style_;
  std::ostream& out_;
  std::size_t period_columns_ = 0;
  std::size_t count_columns_ = 0;
  std::size_t share_columns_ = 0;
  std::size_t indent_ = 0;  // of the bars
  std::size_t bar_columns_ = 0;
  double most_ = 0;  // the share of the longest bar
};

void render_timeline(const Timeline& timeline, const Style& style, std::ostream& out) {
  const bool has_peak = std::ranges::any_of(timeline.periods, &TimelinePeriod::is_peak);
  const std::string note = timeline.periods.empty() ? "none"
                                                    : fmt::format("share of all articles of the {}",
                                                                  name_of(timeline.step));
  render_heading("timeline",
                 {note, has_peak ? fmt::format("{} peak", kPeak) : std::string(),
                  number_note(timeline.undated, "undated")},
                 style, out);
  TimelineRows(timeline, style, out).render();
  out << '\n';
}

}  // namespace

void render_counts(const SearchResult& result, const Style& style, std::ostream& out) {
  if (result.timeline) render_timeline(*result.timeline, style, out);
  for (const FacetCounts& facet : result.facets) render_facet(facet, style, out);
  if (result.words) render_words(*result.words, style, out);
}

}  // namespace backfile
