#include <algorithm>
#include <cmath>
#include <ostream>

#include <fmt/format.h>

#include "common/number.h"
#include "common/utf8.h"
#include "searcher/render/counts.h"
#include "searcher/render/each_hit.h"
#include "searcher/render/render.h"

namespace backfile {
namespace {

constexpr std::string_view kBetween = " · ";

// "2024-11-17 21:04", in UTC, or the day.
std::string readable_date(const Date& date) {
  std::string text = to_iso(date);
  if (!date.has_time) return text;
  text[10] = ' ';
  return text.substr(0, 16);
}

std::string origin_line(const Article& article) {
  std::string line;
  for (const std::string& part :
       {article.source, article.published ? readable_date(*article.published) : std::string(),
        article.section, article.language}) {
    if (part.empty()) continue;
    if (!line.empty()) line += kBetween;
    line += printable(part);
  }
  return line;
}

// "3 copies from 2 sources, the first is wire-7"
std::string copies_line(const Hit& hit) {
  std::string line;
  if (hit.copies > 1) {
    line = fmt::format("{} copies", grouped(hit.copies));
    if (hit.sources > 1) line += fmt::format(" from {} sources", grouped(hit.sources));
  }
  if (hit.group.empty() || hit.group == hit.article.id || hit.relation) return line;
  line += line.empty() ? "a copy of " : ", the first is ";
  return line += printable(hit.group);
}

// What a copy has of the first one, and what it leaves out.
void render_relation(const CopyRelation& relation, std::size_t indent, const Style& style,
                     std::ostream& out) {
  constexpr std::size_t kCutBytes = 300;
  const auto percent = [](double share) { return std::lround(share * 100); };
  out << std::string(indent, ' ')
      << fmt::format("{} % of the first one; {} % of its own is new\n", percent(relation.kept),
                     percent(relation.added));
  if (relation.cut.empty()) return;
  const bool is_long = relation.cut.size() > kCutBytes;
  const std::string text =
      is_long ? relation.cut.substr(0, boundary_before(relation.cut, kCutBytes)) + "…"
              : relation.cut;
  out << dim(wrapped("cut: " + text, {}, indent, {false, style.columns}), style);
}

void render_hit(const Hit& hit, std::size_t indent, const Style& style, std::ostream& out) {
  const std::string margin(indent, ' ');
  const Article& article = hit.article;
  std::string title = article.title.empty()
                          ? margin + "(no headline)\n"
                          : wrapped(article.title, hit.title_highlights, indent, style);
  const std::string rank = fmt::format("{:>{}}. ", hit.rank, indent - 2);
  title.replace(0, indent, dim(rank, style));
  out << title;
  for (const std::string& line : {origin_line(article), printable(article.id)})
    if (!line.empty()) out << margin << dim(line, style) << '\n';
  if (const std::string copies = copies_line(hit); !copies.empty())
    out << margin << dim(copies, style) << '\n';
  if (hit.relation)
    render_relation(*hit.relation, indent, style, out);
  else
    out << wrapped(hit.snippet.text, hit.snippet.highlights, indent, style);
  if (!hit.parts.empty()) out << margin << fmt::format("{:.3f}, of it\n", hit.score);
  for (const ScorePart& part : hit.parts)
    out << margin << dim(fmt::format("{:8.3f}  {}", part.weight, printable(part.name)), style)
        << '\n';
  out << '\n';
}

void render_list(std::string_view name, const std::vector<std::string>& values, const Style& style,
                 std::ostream& out) {
  if (values.empty()) return;
  out << dim(name, style);
  for (const std::string& value : values)
    out << (&value == &values.front() ? " " : ", ") << printable(value);
  out << '\n';
}

}  // namespace

void render_text(const SearchResult& result, const MoreHits& more, const Style& style,
                 std::ostream& out) {
  std::size_t first = 0;
  std::size_t last = result.hits.empty() ? 0 : result.hits.back().rank;
  const std::size_t longest = std::to_string(more ? result.total : last).size();
  const std::size_t indent = std::max<std::size_t>(4, longest + 2);
  each_hit(result, more, out, [&](const Hit& hit) {
    render_hit(hit, indent, style, out);
    if (first == 0) first = hit.rank;
    last = hit.rank;
  });
  render_counts(result, style, out);
  if (result.is_explained && !result.understood.empty())
    out << dim("Understood:", style) << ' ' << printable(result.understood) << '\n';
  if (result.did_you_mean)
    out << dim("Did you mean:", style) << ' ' << bold(printable(*result.did_you_mean), style)
        << '\n';
  for (const MissingArchive& archive : result.missing)
    out << bold("Missing:", style) << ' ' << printable(archive.name) << ' '
        << dim('(' + printable(archive.reason) + ')', style) << '\n';
  std::string summary = (result.is_exact || !result.missing.empty() ? "" : "about ") +
                        grouped(result.total) + (result.total == 1 ? " article" : " articles");
  if (result.groups) summary += fmt::format(", {} without their copies", grouped(*result.groups));
  if (first > 0 && last - first + 1 < result.groups.value_or(result.total))
    summary += fmt::format(", {}-{} shown", grouped(first), grouped(last));
  out << dim(fmt::format("{} ({:.1f} ms)", summary, result.took_ms), style) << '\n';
}

void render_text(const SearchResult& result, const Style& style, std::ostream& out) {
  render_text(result, {}, style, out);
}

void render_text(const Article& article, const Style& style, std::ostream& out) {
  if (!article.title.empty())
    out << wrapped(article.title, {{0, article.title.size()}}, 0, style) << '\n';
  const std::string origin = origin_line(article);
  if (!origin.empty()) out << origin << '\n';
  for (const Field& field : fields())
    if (std::holds_alternative<std::vector<std::string> Article::*>(field.member))
      render_list(field.name, field_values(article, field), style, out);
  if (article.updated)
    out << dim("updated", style) << ' ' << readable_date(*article.updated) << '\n';
  if (!article.url.empty()) out << dim("url", style) << ' ' << printable(article.url) << '\n';
  out << dim("id", style) << ' ' << printable(article.id) << '\n';
  for (std::size_t begin = 0; begin < article.body.size();) {
    const std::size_t end = std::min(article.body.find('\n', begin), article.body.size());
    if (end == begin || begin == 0) out << '\n';
    out << wrapped(std::string_view(article.body).substr(begin, end - begin), {}, 0, style);
    begin = end + 1;
  }
}

void render_raw_text(std::string_view raw, std::ostream& out) {
  while (!raw.empty()) {
    const std::size_t end = std::min(raw.find_first_of("\r\n"), raw.size());
    out << harmless(raw.substr(0, end)) << '\n';
    raw.remove_prefix(end);
    raw.remove_prefix(raw.starts_with("\r\n") ? 2 : std::min<std::size_t>(1, raw.size()));
  }
}

}  // namespace backfile
