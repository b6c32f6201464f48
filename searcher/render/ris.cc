#include "searcher/render/ris.h"

#include <algorithm>
#include <ostream>

#include "searcher/render/addresses.h"
#include "searcher/render/each_hit.h"
#include "searcher/render/style.h"

namespace backfile {
namespace {

void put(std::string_view tag, std::string_view value, std::ostream& out) {
  const std::string line = printable(value);
  if (!line.empty()) out << tag << "  - " << line << "\r\n";
}

void put_all(std::string_view tag, const std::vector<std::string>& values, std::ostream& out) {
  for (const std::string& value : values) put(tag, value, out);
}

// In UTC, as all dates.
void put_date(const Date& date, std::ostream& out) {
  std::string day = to_iso(date).substr(0, 10);
  std::ranges::replace(day, '-', '/');
  put("DA", day + '/', out);
  put("PY", day.substr(0, 4), out);
}

void put_record(const Article& article, std::string_view abstract, std::ostream& out) {
  out << "TY  - NEWS\r\n";
  put("ID", article.id, out);
  put("TI", article.title, out);
  put_all("AU", article.authors, out);
  put("T2", article.source, out);
  put("SE", article.section, out);
  if (article.published) put_date(*article.published, out);
  put("LA", article.language, out);
  for (const auto* values : {&article.tags, &article.places, &article.people})
    put_all("KW", *values, out);
  put("UR", web_address(printable(article.url)), out);
  put("AB", abstract, out);
  out << "ER  - \r\n\r\n";
}

}  // namespace

void render_ris(const SearchResult& result, const MoreHits& more, std::ostream& out) {
  each_hit(result, more, out,
           [&](const Hit& hit) { put_record(hit.article, hit.snippet.text, out); });
}

void render_ris(const Article& article, std::ostream& out) { put_record(article, {}, out); }

}  // namespace backfile
