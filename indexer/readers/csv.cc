#include "indexer/readers/csv.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/utf8.h"
#include "indexer/readers/csv_rows.h"
#include "indexer/readers/field_names.h"
#include "indexer/readers/field_values.h"
#include "indexer/readers/look.h"

namespace backfile {
namespace {

constexpr std::size_t kHeadBytes = std::size_t{64} << 10;

struct Column {
  std::size_t index;
  std::uint16_t rank;
};
using ColumnsOfField = std::vector<std::vector<Column>>;

ColumnsOfField columns_of(const std::vector<std::string>& header, const FieldNames& names) {
  ColumnsOfField columns(fields().size());
  for (std::size_t i = 0; i < header.size(); ++i) {
    const auto place = FieldNames::step(names.root(), trimmed(header[i]));
    FieldNames::for_each_claim(place, [&](const NameClaim& claim) {
      columns[claim.field].push_back({i, claim.rank});
    });
  }
  for (auto& of_field : columns) std::ranges::stable_sort(of_field, {}, &Column::rank);
  return columns;
}

std::size_t known_cells(const std::vector<std::string>& cells) {
  const FieldNames names{FieldMap()};
  return std::size_t(std::ranges::count_if(cells, [&](const std::string& cell) {
    const auto place = FieldNames::step(names.root(), trimmed(cell));
    return place.known && !place.known->claims.empty();
  }));
}

bool has_text(const ColumnsOfField& columns) {
  const auto of = [&](std::string_view name) {
    return !columns[std::size_t(field_by_name(name) - fields().data())].empty();
  };
  return of("title") || of("body");
}

// The line "sep=;" by which spreadsheets are told; its bytes, or 0.
std::size_t separator_line(std::string_view head) {
  constexpr std::string_view kBegin = "sep=";
  if (!head.starts_with(kBegin) || head.size() < kBegin.size() + 2) return 0;
  const std::size_t end = head.find('\n');
  const std::size_t length = std::min(end, head.size());
  if (trimmed(head.substr(kBegin.size() + 1, length - kBegin.size() - 1)).empty() &&
      end != std::string_view::npos)
    return end + 1;
  return 0;
}

class CsvReader : public Reader {
 public:
  CsvReader(Input& input, const ReaderSettings& settings)
      : input_(input), names_(settings.map), max_bytes_(settings.max_article_bytes) {}

  std::optional<ReadItem> next() override {
    if (note_) return std::exchange(note_, std::nullopt);
    if (!rows_) {
      if (auto unknown = read_header()) return unknown;
    }
    if (columns_.empty() || !rows_->next(row_)) return std::nullopt;
    return item();
  }

 private:
  std::optional<ReadItem> read_header() {
    std::string_view head = input_.peek(kHeadBytes);
    if (head.starts_with(kByteOrderMark)) {
      input_.take(kByteOrderMark.size());
      head = input_.peek(kHeadBytes);
    }
    const std::size_t told = separator_line(head);
    CsvDialect dialect = judge_csv_dialect(head.substr(told, kHeadBytes), known_cells);
    if (told > 0) dialect.delimiter = head[4];
    rows_.emplace(input_, dialect, max_bytes_);
    if (told > 0) rows_->skip(told);
    if (!rows_->next(row_)) return std::nullopt;
    columns_ = columns_of(row_.cells, names_);
    if (!has_text(columns_)) {
      columns_.clear();
      return unknown_columns();
    }
    drop_date_seen();
    header_ = row_.cells;
    return std::nullopt;
  }

  ReadItem unknown_columns() const {
    constexpr std::size_t kMostShown = 20;
    constexpr std::size_t kLongestShown = 40;
    std::string names;
    for (std::size_t i = 0; i < std::min(row_.cells.size(), kMostShown); ++i) {
      const std::string name = clean_line(row_.cells[i]);
      names += (i > 0 ? ", " : "") + name.substr(0, boundary_before(name, kLongestShown));
    }
    if (row_.cells.size() > kMostShown) names += ", ...";
    return Rejection{{input_.path(), fmt::format("line {}", row_.line)},
                     "unknown columns",
                     "no title and no body among " + names +
                         "; name them with --map body=COLUMN, and see that the first line is a "
                         "header"};
  }

  // GDELT's DATE is when it saw the page.
  void drop_date_seen() {
    const auto is = [&](std::size_t column, std::string_view name) {
      return normal_name(trimmed(row_.cells[column])) == name;
    };
    for (std::size_t i = 0; i < row_.cells.size(); ++i)
      if (is(i, "documentidentifier"))
        std::erase_if(columns_[std::size_t(field_by_name("published") - fields().data())],
                      [&](const Column& column) { return is(column.index, "date"); });
  }

  Origin origin() const { return {input_.path(), fmt::format("line {}", row_.line)}; }

  ReadItem item() {
    if (fits()) {
      if (!row_.stray_quote || !rows_->swallowed_row(header_.size())) return article();
      row_.open_quote = true;
      return wrong_row();
    }
    Rejection rejection = wrong_row();
    const bool quotes_went_wrong = row_.open_quote || row_.stray_quote;
    if (quotes_went_wrong && rows_->mend(row_, header_.size())) return article();
    return rejection;
  }

  // As many columns as the header has; what is beyond, or lacks, has neither name nor value.
  bool fits() const {
    if (row_.too_large || row_.open_quote) return false;
    const auto blank = [](const std::string& cell) { return trimmed(cell).empty(); };
    const std::size_t both = std::min(row_.cells.size(), header_.size());
    return std::all_of(row_.cells.begin() + std::ptrdiff_t(both), row_.cells.end(), blank) &&
           std::all_of(header_.begin() + std::ptrdiff_t(both), header_.end(), blank);
  }

  Rejection wrong_row() const {
    if (row_.open_quote) return {origin(), "open quote", "a quote that does not close"};
    if (row_.too_large) return too_large(origin(), "a row", max_bytes_);
    return {origin(), "wrong number of columns",
            fmt::format("{}, expected {}", row_.cells.size(), header_.size())};
  }

  RawArticle article() {
    RawArticle raw;
    raw.origin = origin();
    std::string_view source_url;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      for (const Column& column : columns_[i]) {
        if (column.index >= row_.cells.size() || !raw.values[i].empty()) break;
        const std::string& cell = row_.cells[column.index];
        if (fields()[i].name == "source" && is_url(cell))
          source_url = cell;
        else
          add_text(raw, fields()[i], cell);
      }
      for (const Column& column : columns_[i])
        if (column.index < row_.cells.size())
          keep_written_none(raw, fields()[i], row_.cells[column.index]);
    }
    if (raw["url"].empty()) raw.add("url", std::string(source_url));
    if (!row_.encoding.empty())
      note_ = Rejection{origin(), "encoding", "the row is not UTF-8; read as " + row_.encoding,
                        Rejection::Kind::kNote};
    return raw;
  }

  Input& input_;
  FieldNames names_;
  std::size_t max_bytes_;
  std::optional<CsvRows> rows_;  // none before the first look
  std::vector<std::string> header_;
  ColumnsOfField columns_;  // empty when there is no telling them
  CsvRow row_;
  std::optional<Rejection> note_;
};

bool looks_delimited(std::string_view head, bool by_tabs) {
  constexpr std::size_t kLongestName = 64;
  head.remove_prefix(separator_line(head));
  const CsvDialect dialect = judge_csv_dialect(head, known_cells);
  if ((dialect.delimiter == '\t') != by_tabs) return false;
  std::vector<std::string> header;
  const std::size_t bytes = split_csv_row(head, dialect, false, header).bytes;
  const auto too_long = [](const std::string& cell) { return cell.size() > kLongestName; };
  if (header.size() < 2 || known_cells(header) < 2 || std::ranges::any_of(header, too_long) ||
      !has_text(columns_of(header, FieldNames(FieldMap()))))
    return false;
  std::vector<std::string> second;
  const CsvSplit below = split_csv_row(head.substr(bytes), dialect, true, second);
  return !below.whole || second.size() == header.size();
}

}  // namespace

std::unique_ptr<Reader> make_csv_reader(Input& input, const ReaderSettings& settings) {
  return std::make_unique<CsvReader>(input, settings);
}

bool looks_like_csv(std::string_view head) { return looks_delimited(head, false); }
bool looks_like_tsv(std::string_view head) { return looks_delimited(head, true); }

}  // namespace backfile
