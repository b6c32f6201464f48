// What is in a document and in a whole archive, as texts to compare.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/compression.h"
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

// The documents of a local database, made again from its terms, values and data, by id: archives
// have no term lists. Data are decompressed.
inline std::map<Xapian::docid, Xapian::Document> documents_of(const std::string& path) {
  const Xapian::Database database(path);
  Decompressor decompressor;
  decompressor.add_dictionary(database.get_metadata(std::string(kDictionaryKey)));
  std::map<Xapian::docid, Xapian::Document> documents;
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id)
    documents[*id].set_data(decompressor.decompress(database.get_document(*id).get_data()));
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    for (auto id = database.postlist_begin(*term); id != database.postlist_end(*term); ++id) {
      Xapian::Document& document = documents.at(*id);
      document.add_term(*term, id.get_wdf());
      for (auto position = id.positionlist_begin(); position != id.positionlist_end(); ++position)
        document.add_posting(*term, *position, 0);
    }
  }
  for (Xapian::valueno slot = 0; slot < 20; ++slot)
    for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
         ++value)
      documents.at(value.get_docid()).add_value(slot, *value);
  return documents;
}

// Everything that is committed, article by article in the order of their data, however it is
// segmented.
inline std::vector<std::string> contents_of(const std::string& archive) {
  std::vector<std::string> articles;
  for (const auto& [id, document] : documents_of(archive)) {
    std::string lines = document.get_data();
    for (const std::string& line : term_lines(document)) lines += "\n" + line;
    for (const std::string& line : value_lines(document)) lines += "\n" + line;
    articles.push_back(std::move(lines));
  }
  std::ranges::sort(articles);
  articles.insert(articles.begin(),
                  "schema " + Xapian::Database(archive).get_metadata(std::string(kSchemaKey)));
  return articles;
}

}  // namespace backfile
