#include "searcher/render/table.h"

#include <algorithm>
#include <array>
#include <ostream>

#include <fmt/format.h>

#include "common/schema.h"
#include "searcher/render/each_hit.h"
#include "searcher/render/style.h"

namespace backfile {
namespace {

struct TableForm {
  char separator;
  std::string_view line_end;
  std::string (*cell)(std::string text);
};

// With a mark before what a spreadsheet would compute.
std::string without_formula(std::string text, bool starts_quoted) {
  constexpr std::array<std::string_view, 11> kStarts = {"=",  "+",  "-",  "@",  "\t", "\r",
                                                        "\n", "＝", "＋", "－", "＠"};
  const bool is_formula =
      std::ranges::any_of(kStarts, [&](std::string_view start) { return text.starts_with(start); });
  return is_formula || starts_quoted ? "'" + text : text;
}

std::string csv_cell(std::string text) {
  text = without_formula(std::move(text), false);
  // Semicolons and tabs need no quotes, but some programs take them for separators.
  if (text.find_first_of("\",;\t\r\n") == std::string::npos) return text;
  std::string cell = "\"";
  for (const char c : text) cell.append(c == '"' ? 2 : 1, c);
  return cell += '"';
}

std::string tsv_cell(std::string text) {
  for (char& c : text)
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  const bool starts_quoted = text.starts_with('"');
  return without_formula(std::move(text), starts_quoted);
}

constexpr TableForm kCsv = {',', "\r\n", csv_cell};
constexpr TableForm kTsv = {'\t', "\n", tsv_cell};

// Rows on their way out.
class Table {
 public:
  Table(const TableForm& form, std::ostream& out) : form_(form), out_(out) {}

  void line(std::string_view text) { plain(form_.cell(printable(text))); }
  void lines(std::string_view text) { plain(form_.cell(harmless(text))); }
  template <class Number>
  void number(Number number) {
    plain(fmt::format("{}", number));
  }
  void fraction(double number) { plain(fmt::format("{:.6f}", number)); }
  // What needs no quotes.
  void plain(std::string_view cell) {
    if (!is_first_) out_ << form_.separator;
    out_ << cell;
    is_first_ = false;
  }
  void end_row() {
    out_ << form_.line_end;
    is_first_ = true;
  }
  void header(std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) plain(name);
    end_row();
  }

 private:
  const TableForm& form_;
  std::ostream& out_;
  bool is_first_ = true;
};

bool is_body(const Field& field) { return field.name == "body"; }

std::string joined(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) text.append(text.empty() ? "" : "; ").append(value);
  return text;
}

void put_field(const Article& article, const Field& field, Table& table) {
  const std::string text = joined(field_values(article, field));
  is_body(field) ? table.lines(text) : table.line(text);
}

void render_hits(const SearchResult& result, const MoreHits& more, const SearchRequest& request,
                 Table& table, const std::ostream& out) {
  const bool has_snippets = request.snippet_characters > 0;
  for (const char* name : {"rank", "score"}) table.plain(name);
  for (const Field& field : fields())
    if (!is_body(field)) table.plain(field.name);
  if (has_snippets) table.plain("snippet");
  if (request.group)
    for (const char* name : {"group", "copies", "sources"}) table.plain(name);
  table.end_row();
  each_hit(result, more, out, [&](const Hit& hit) {
    table.number(hit.rank);
    table.fraction(hit.score);
    for (const Field& field : fields())
      if (!is_body(field)) put_field(hit.article, field, table);
    if (has_snippets) table.line(hit.snippet.text);
    if (request.group) {
      table.line(hit.group);
      table.number(hit.copies);
      table.number(hit.sources);
    }
    table.end_row();
  });
}

void render_article(const Article& article, Table& table) {
  for (const Field& field : fields()) table.plain(field.name);
  table.end_row();
  for (const Field& field : fields()) put_field(article, field, table);
  table.end_row();
}

void render_timeline(const Timeline& timeline, Table& table) {
  table.header({"period", "count", "share", "articles", "peak", "words"});
  for (const TimelinePeriod& period : timeline.periods) {
    table.plain(period.period);
    table.number(period.count);
    table.fraction(period.share());
    table.number(period.articles);
    table.plain(period.is_peak ? "true" : "false");
    std::vector<std::string> words;
    for (const SignificantWord& word : period.words) words.push_back(word.value);
    table.line(joined(words));
    table.end_row();
  }
}

void put_count(std::string_view field, std::string_view value, std::uint64_t count, Table& table) {
  table.plain(field);
  table.line(value);
  table.number(count);
}

void render_facets(const SearchResult& result, Table& table) {
  for (const char* name : {"field", "value", "count"}) table.plain(name);
  if (result.words) table.plain("articles");
  table.end_row();
  for (const FacetCounts& facet : result.facets)
    for (const FacetValue& value : facet.values) {
      put_count(facet.facet->name, value.value, value.count, table);
      if (result.words) table.plain("");
      table.end_row();
    }
  if (!result.words) return;
  for (const SignificantWord& word : *result.words) {
    put_count("words", word.value, word.count, table);
    table.number(word.articles);
    table.end_row();
  }
}

void render_table(const SearchResult& result, const MoreHits& more, const SearchRequest& request,
                  const TableForm& form, std::ostream& out) {
  Table table(form, out);
  if (request.timeline && result.timeline)
    render_timeline(*result.timeline, table);
  else if (!request.facets.empty() || request.words)
    render_facets(result, table);
  else
    render_hits(result, more, request, table, out);
}

}  // namespace

void render_csv(const SearchResult& result, const MoreHits& more, const Asked& asked,
                std::ostream& out) {
  render_table(result, more, asked.request, kCsv, out);
}

void render_csv(const Article& article, std::ostream& out) {
  Table table(kCsv, out);
  render_article(article, table);
}

void render_tsv(const SearchResult& result, const MoreHits& more, const Asked& asked,
                std::ostream& out) {
  render_table(result, more, asked.request, kTsv, out);
}

void render_tsv(const Article& article, std::ostream& out) {
  Table table(kTsv, out);
  render_article(article, table);
}

}  // namespace backfile
