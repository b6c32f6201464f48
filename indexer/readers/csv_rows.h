// Rows of delimited text, by RFC 4180 and what programs make of it:
//   "The ""Old"" Bridge","One.
//   Two.",2024-11-17
// Whatever a row does with its quotes, the rows behind it are found again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/input.h"

namespace backfile {

struct CsvDialect {
  char delimiter = ',';
  bool escapes = false;      // \" is a quote within quotes
  bool padded = false;       // spaces may stand before an opening quote
  bool return_ends = false;  // a carriage return alone ends a line
};

struct CsvSplit {
  std::size_t bytes = 0;     // of the row with its line end
  bool whole = false;        // its end was found, or nothing follows
  bool open_quote = false;   // the text ends inside quotes
  bool stray_quote = false;  // a quote stands where none opens or closes
};

// Splits the row at the front of `text`; `more` says whether bytes may follow behind it.
CsvSplit split_csv_row(std::string_view text, const CsvDialect& dialect, bool more,
                       std::vector<std::string>& cells);

// The delimiter and the rest, judged by the first lines. `known` counts the cells of a header that
// name fields.
CsvDialect judge_csv_dialect(std::string_view head,
                             std::size_t (*known)(const std::vector<std::string>& cells));

struct CsvRow {
  std::vector<std::string> cells;  // valid UTF-8
  std::uint64_t line = 0;          // its first
  std::string encoding;            // when it was not UTF-8
  bool too_large = false;          // then there are no cells
  bool open_quote = false;         // a quote that does not close
  bool stray_quote = false;
};

class CsvRows {
 public:
  // Rows of more than `max_bytes` are told of and skipped, so memory stays bounded.
  CsvRows(Input& input, const CsvDialect& dialect, std::size_t max_bytes)
      : input_(input), dialect_(dialect), max_bytes_(max_bytes) {}

  // The next row that is not blank; false at the end. Throws Error when the input breaks off,
  // after the last row that is whole.
  bool next(CsvRow& row);
  // Before the first row: leaves out so many bytes.
  void skip(std::size_t bytes) { row_bytes_ = bytes; }

  // When quotes went wrong in the last row, which should have `columns` cells: reads its first
  // line without regard to quotes if that gives as many, and `row` is good. Else false, and the
  // next row is the first inside of the last one that is as it should be, if any is.
  bool mend(CsvRow& row, std::size_t columns);
  // Whether the last row, with a stray quote in it, took in a whole one behind it. That is the next
  // one then.
  bool swallowed_row(std::size_t columns);

 private:
  void take_last_row();
  bool go_back(std::size_t columns, bool to_same_end);
  std::string_view split_next(CsvRow& row, CsvSplit& split);

  Input& input_;
  CsvDialect dialect_;
  std::size_t max_bytes_;
  std::size_t row_bytes_ = 0;      // of the last row, still in the input's buffer
  bool cut_ = false;               // and the row goes on behind them
  std::uint64_t line_ = 1;         // at which the buffer begins
  std::uint64_t bytes_again_ = 0;  // split a second time by mend()
};

}  // namespace backfile
