// Delimited text with a header line, one article a row:
//   title,text,date
//   "Old bridge closes","One.
//   Two.",2024-11-17
// Delimiters are commas, semicolons, tabs or bars, judged by the first lines
// ("sep=;" says so). Columns go by the names that dumps have for our fields.
#pragma once

#include "indexer/readers/reader.h"

namespace backfile {

MakeReader make_csv_reader;

// Whether a header names at least two fields, title or body among them, and the row below has as
// many columns: by commas, semicolons or bars, and by tabs.
bool looks_like_csv(std::string_view head);
bool looks_like_tsv(std::string_view head);

}  // namespace backfile
