// What is in a document and in a whole archive, as texts to compare.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/schema.h"

namespace backfile {

// "storm x3 @1,1005" of every term, in the terms' order: wdf and positions, what is none left out.
inline std::vector<std::string> term_lines(const Xapian::Document& document) {
  std::vector<std::string> lines;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    std::string line = *term;
    if (term.get_wdf() > 0) line += " x" + std::to_string(term.get_wdf());
    std::string before = " @";
    for (auto position = term.positionlist_begin(); position != term.positionlist_end();
         ++position) {
      line += before + std::to_string(*position);
      before = ",";
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

// "4=Harbour Gazette" of every value slot, in the slots' order.
inline std::vector<std::string> value_lines(const Xapian::Document& document) {
  std::vector<std::string> lines;
  for (auto value = document.values_begin(); value != document.values_end(); ++value)
    lines.push_back(std::to_string(value.get_valueno()) + "=" + *value);
  return lines;
}

// Everything that is committed, document by document.
inline std::vector<std::string> contents_of(const std::string& archive) {
  const Xapian::Database database(archive);
  std::vector<std::string> lines = {"schema " + database.get_metadata(std::string(kSchemaKey))};
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    const Xapian::Document document = database.get_document(*id);
    lines.push_back(std::to_string(*id) + " " + document.get_data());
    for (std::string& line : term_lines(document)) lines.push_back(std::move(line));
    for (std::string& line : value_lines(document)) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace backfile
