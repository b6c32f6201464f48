// How long the searcher takes to answer, without the program around it:
//
//   backfile-search-bench ARCHIVE QUERIES.tsv SAMPLES.tsv WARMUP REPS
//
// QUERIES has a query a line, `TYPE WORDS SOURCE FROM TO` with tabs between. TYPE says what of it
// (term_*, or: words; and; phrase; date; source: narrowed so; facet, hist: counts by source or year
// without hits). SAMPLES gets a line for each query and round after the warm-up: type, number of
// the query, matches, milliseconds.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "searcher/search.h"

using namespace backfile;

namespace {

struct Query {
  std::string type;
  SearchRequest request;
};

std::string joined_by_and(const std::string& words) {
  std::istringstream in(words);
  std::string query;
  for (std::string word; in >> word;) query.append(query.empty() ? "" : " AND ").append(word);
  return query;
}

// "20040301" -> the day.
std::chrono::sys_days day_of(const std::string& digits) {
  const Date date = parse_date(digits).value();
  return std::chrono::floor<std::chrono::days>(date.time);
}

Query read_query(const std::string& line) {
  std::istringstream in(line);
  std::string words;
  std::string source;
  std::string from;
  std::string to;
  Query query;
  std::getline(in, query.type, '\t');
  std::getline(in, words, '\t');
  std::getline(in, source, '\t');
  std::getline(in, from, '\t');
  std::getline(in, to, '\t');
  SearchRequest& request = query.request;
  request.query = words;
  request.snippet_characters = 0;
  if (query.type == "and") request.query = joined_by_and(words);
  if (query.type == "phrase") request.query = '"' + words + '"';
  if (!source.empty()) request.filters.required.push_back({facet_by_name("source"), source});
  if (!from.empty()) request.filters.dates = {day_of(from), day_of(to)};
  if (query.type == "facet") request.facets.push_back({facet_by_name("source"), 1000});
  if (query.type == "hist") request.facets.push_back({facet_by_name("year"), 1000});
  if (!request.facets.empty()) request.limit = 0;
  return query;
}

double milliseconds_of(const Query& query, Archive& archive, std::uint64_t& matches) {
  const auto start = std::chrono::steady_clock::now();
  const auto found = search(query.request, archive);
  const auto took = std::chrono::steady_clock::now() - start;
  matches = std::get<SearchResult>(found).total;
  return std::chrono::duration<double, std::milli>(took).count();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6) {
    std::cerr << "usage: backfile-search-bench ARCHIVE QUERIES.tsv SAMPLES.tsv WARMUP REPS\n";
    return 2;
  }
  Archive archive({argv[1]});
  std::vector<Query> queries;
  std::ifstream in(argv[2]);
  for (std::string line; std::getline(in, line);) queries.push_back(read_query(line));
  std::ofstream out(argv[3]);
  const int warmup = std::atoi(argv[4]);
  for (int round = -warmup; round < std::atoi(argv[5]); ++round)
    for (std::size_t i = 0; i < queries.size(); ++i) {
      std::uint64_t matches = 0;
      const double took = milliseconds_of(queries[i], archive, matches);
      if (round >= 0)
        out << queries[i].type << '\t' << i << '\t' << matches << '\t' << took << '\n';
    }
}
