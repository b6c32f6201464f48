#include "indexer/readers/csv_rows.h"

#include <algorithm>

#include "common/utf8.h"
#include "indexer/input/encoding.h"

namespace backfile {
namespace {

constexpr std::size_t kFirstLook = 4096;

// One row, cell by cell.
class Splitter {
 public:
  Splitter(std::string_view text, const CsvDialect& dialect, bool more,
           std::vector<std::string>& cells)
      : text_(text), dialect_(dialect), more_(more), cells_(cells) {}

  CsvSplit split() {
    bool ended = false;
    while (!ended && !short_) ended = take_cell();
    cells_.resize(count_);
    result_.bytes = at_;
    result_.whole = !short_;
    return result_;
  }

 private:
  // False when a delimiter follows.
  bool take_cell() {
    if (count_ == cells_.size()) cells_.emplace_back();
    std::string& cell = cells_[count_++];
    cell.clear();
    std::size_t begin = at_;
    while (dialect_.padded && begin < text_.size() && text_[begin] == ' ') ++begin;
    if (begin < text_.size() && text_[begin] == '"') {
      at_ = begin + 1;
      take_quoted(cell);
    }
    const std::size_t from = at_;
    while (at_ < text_.size() && !ends_cell(text_[at_])) ++at_;
    const std::string_view plain = text_.substr(from, at_ - from);
    if (plain.find('"') != std::string_view::npos) result_.stray_quote = true;
    cell += plain;
    return take_end();
  }

  bool ends_cell(char c) const {
    return c == dialect_.delimiter || c == '\n' || (c == '\r' && dialect_.return_ends);
  }

  // The text up to the quote that closes, which is one that a delimiter or a line end follows.
  void take_quoted(std::string& cell) {
    while (true) {
      const std::size_t mark = std::min(
          dialect_.escapes ? text_.find_first_of("\"\\", at_) : text_.find('"', at_), text_.size());
      cell += text_.substr(at_, mark - at_);
      at_ = mark;
      if (at_ == text_.size() || (at_ + 1 == text_.size() && more_)) {
        result_.open_quote = at_ == text_.size();
        short_ = more_;
        return;
      }
      const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\n';
      const bool is_escape = text_[at_] == '\\' && (next == '"' || next == '\\');
      if (is_escape || (text_[at_] == '"' && next == '"')) {
        cell += next;
        at_ += 2;
        continue;
      }
      if (text_[at_] == '"' && closes(next)) {
        ++at_;
        return;
      }
      result_.stray_quote = result_.stray_quote || text_[at_] == '"';
      cell += text_[at_++];
    }
  }

  bool closes(char next) const {
    return next == dialect_.delimiter || next == '\n' || next == '\r' ||
           (dialect_.padded && next == ' ');
  }

  bool take_end() {
    if (at_ == text_.size()) {
      short_ = short_ || more_;
      return true;
    }
    const char end = text_[at_++];
    if (end == dialect_.delimiter) return false;
    std::string& cell = cells_[count_ - 1];
    if (end == '\n' && cell.ends_with('\r')) cell.pop_back();
    if (end == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
    return true;
  }

  std::string_view text_;
  const CsvDialect& dialect_;
  bool more_;
  std::vector<std::string>& cells_;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
  bool short_ = false;
  CsvSplit result_;
};

// Cells of a line in which quotes mean nothing.
std::vector<std::string> plain_cells(std::string_view line, char delimiter) {
  std::vector<std::string> cells;
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  for (auto end = line.find(delimiter); end != std::string_view::npos; end = line.find(delimiter)) {
    cells.emplace_back(line.substr(0, end));
    line.remove_prefix(end + 1);
  }
  cells.emplace_back(line);
  return cells;
}

char line_end(const CsvDialect& dialect) { return dialect.return_ends ? '\r' : '\n'; }

std::size_t line_bytes(std::string_view text, const CsvDialect& dialect) {
  return std::min(text.find(line_end(dialect)), text.size() - 1) + 1;
}

// Whether \" stands before what ends no cell.
bool shows_escapes(std::string_view head) {
  for (auto at = head.find("\\\""); at != std::string_view::npos; at = head.find("\\\"", at + 1)) {
    const char next = at + 2 < head.size() ? head[at + 2] : '\n';
    if (is_ascii_alpha(next) || is_ascii_digit(next) || next == ' ') return true;
  }
  return false;
}

}  // namespace

CsvSplit split_csv_row(std::string_view text, const CsvDialect& dialect, bool more,
                       std::vector<std::string>& cells) {
  return Splitter(text, dialect, more, cells).split();
}

CsvDialect judge_csv_dialect(std::string_view head,
                             std::size_t (*known)(const std::vector<std::string>& cells)) {
  CsvDialect best;
  std::size_t best_score = 0;
  for (const char delimiter : {',', '\t', ';', '|'}) {
    CsvDialect dialect{delimiter, shows_escapes(head), false,
                       head.find('\n') == std::string_view::npos};
    const std::string padded{delimiter, ' ', '"'};
    dialect.padded = head.find(padded) < head.find('\n');
    std::vector<std::string> header;
    std::vector<std::string> second;
    const CsvSplit split = split_csv_row(head, dialect, false, header);
    const CsvSplit below = split_csv_row(head.substr(split.bytes), dialect, false, second);
    const bool even = second.size() == header.size() && below.bytes > 0;
    // Names tell most, then rows that agree, then the number of columns.
    const std::size_t score = header.size() < 2 ? 0
                                                : known(header) * 1000 + (even ? 500 : 0) +
                                                      std::min<std::size_t>(header.size(), 400);
    if (score <= best_score && delimiter != ',') continue;
    best = dialect;
    best_score = score;
  }
  return best;
}

bool CsvRows::next(CsvRow& row) {
  CsvSplit split;
  std::string_view bytes;
  do {
    take_last_row();
    bytes = split_next(row, split);
    if (bytes.empty()) return false;
    row_bytes_ = bytes.size();
    cut_ = !split.whole;
  } while (!cut_ && bytes.size() < kFirstLook && trimmed(bytes).empty());
  row.line = line_;
  row.encoding.clear();
  row.open_quote = split.open_quote;
  row.stray_quote = split.stray_quote;
  row.too_large = cut_ || bytes.size() > max_bytes_;
  const auto is_invalid = [](const std::string& cell) {
    return first_invalid_utf8(cell).has_value();
  };
  if (!row.too_large && std::ranges::any_of(row.cells, is_invalid)) {
    const Decoded decoded = decode(bytes);
    row.encoding = decoded.encoding;
    split_csv_row(decoded.text, dialect_, false, row.cells);
  }
  return true;
}

// The bytes of the next row, or of as much of it as may be held.
std::string_view CsvRows::split_next(CsvRow& row, CsvSplit& split) {
  std::string_view text = input_.peek(kFirstLook);
  if (text.empty()) input_.require_whole();
  split = split_csv_row(text, dialect_, true, row.cells);
  while (!split.whole && text.size() <= max_bytes_) {
    const std::size_t seen = text.size();
    text = input_.peek(std::min(seen * 2, max_bytes_ + 1));
    const bool more = text.size() > seen;
    split = split_csv_row(text, dialect_, more, row.cells);
    if (!more && !split.open_quote) input_.require_whole();
  }
  return text.substr(0, split.bytes);
}

bool CsvRows::mend(CsvRow& row, std::size_t columns) {
  const std::string_view text = input_.peek(row_bytes_ + 1);
  const std::size_t first = line_bytes(text, dialect_);
  const std::string_view line = text.substr(0, first);
  if (first <= std::min(row_bytes_, max_bytes_) && !first_invalid_utf8(line)) {
    auto cells = plain_cells(line, dialect_.delimiter);
    if (cells.size() == columns) {
      row.cells = std::move(cells);
      row_bytes_ = first;
      cut_ = false;
      return true;
    }
  }
  go_back(columns, false);
  return false;
}

bool CsvRows::swallowed_row(std::size_t columns) { return go_back(columns, true); }

// To the first row of the last one's lines that is as it should be; false when there is none.
bool CsvRows::go_back(std::size_t columns, bool to_same_end) {
  constexpr std::uint64_t kMostAgain = 16;  // times the largest row, before it is too slow
  const std::string_view text = input_.peek(row_bytes_ + 1);
  const bool more = text.size() > row_bytes_;
  std::vector<std::string> cells;
  for (std::size_t at = line_bytes(text, dialect_); at < row_bytes_;
       at += line_bytes(text.substr(at), dialect_)) {
    if (bytes_again_ > kMostAgain * max_bytes_ + 4 * input_.position()) return false;
    const CsvSplit split = split_csv_row(text.substr(at), dialect_, more, cells);
    bytes_again_ += split.bytes;
    const bool clean = split.whole && !split.open_quote && !split.stray_quote;
    if (!clean || cells.size() != columns || (to_same_end && at + split.bytes != row_bytes_))
      continue;
    row_bytes_ = at;
    cut_ = false;
    return true;
  }
  return false;
}

// And the rest of its last line, when it was not held whole.
void CsvRows::take_last_row() {
  while (row_bytes_ > 0 || cut_) {
    const std::string_view text = input_.peek(1);
    if (text.empty()) break;
    std::string_view taken = text.substr(0, row_bytes_);
    if (row_bytes_ == 0) {
      taken = text.substr(0, line_bytes(text, dialect_));
      cut_ = taken.back() != line_end(dialect_);
    }
    line_ += std::uint64_t(std::ranges::count(taken, line_end(dialect_)));
    row_bytes_ -= std::min(row_bytes_, taken.size());
    input_.take(taken.size());
  }
  row_bytes_ = 0;
  cut_ = false;
}

}  // namespace backfile
