#include "searcher/render/bibtex.h"

#include <algorithm>
#include <array>
#include <ostream>

#include "common/utf8.h"
#include "searcher/render/addresses.h"
#include "searcher/render/each_hit.h"
#include "searcher/render/style.h"

namespace backfile {
namespace {

std::string_view escaped(char c) {
  switch (c) {
    case '\\':
      return "\\textbackslash{}";
    case '{':
      return "\\textbraceleft{}";
    case '}':
      return "\\textbraceright{}";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '$':
      return "\\$";
    case '&':
      return "\\&";
    case '#':
      return "\\#";
    case '_':
      return "\\_";
    case '%':
      return "\\%";
    default:
      return {};
  }
}

std::string tex(std::string_view text) {
  std::string result;
  for (const char c : printable(text)) {
    const std::string_view command = escaped(c);
    command.empty() ? result += c : result += command;
  }
  return result;
}

// What is not to be parted at its commas.
std::string tex_keyword(std::string_view keyword) {
  const bool is_parted = keyword.find(',') != std::string_view::npos;
  return is_parted ? '{' + tex(keyword) + '}' : tex(keyword);
}

// Nor at an "and".
std::string tex_name(std::string_view name) {
  std::string padded = ' ' + printable(name) + ' ';
  std::ranges::transform(padded, padded.begin(), ascii_lower);
  const bool is_parted = padded.find(" and ") != std::string::npos || padded == " others ";
  return is_parted ? '{' + tex(name) + '}' : tex_keyword(name);
}

std::string key_of(const std::string& id) {
  constexpr std::size_t kLongest = 80;
  constexpr std::size_t kUrn = 9;    // "urn:uuid:"
  constexpr std::size_t kHash = 13;  // "01234567-89ab"
  constexpr std::string_view kPlain = "-_.:/";
  std::string key;
  for (const char c : id)
    if (is_ascii_alpha(c) || is_ascii_digit(c) || kPlain.find(c) != std::string_view::npos)
      key += c;
  if (key.size() == id.size() && key.size() <= kLongest) return key;
  key.resize(std::min(key.size(), kLongest));
  return key + (key.empty() ? "" : "-") + uuid_urn(id).substr(kUrn, kHash);
}

// The fields of an entry, without those that have no value.
class Entry {
 public:
  Entry(const std::string& id, std::ostream& out) : out_(out) { out << "@article{" << key_of(id); }

  void put(std::string_view name, std::string_view tex) {
    if (!tex.empty()) out_ << ",\n  " << name << " = {" << tex << '}';
  }
  void put_list(std::string_view name, const std::vector<std::string>& values,
                std::string_view separator, std::string (*tex)(std::string_view)) {
    std::string list;
    for (const std::string& value : values)
      if (const std::string each = tex(value); !each.empty())
        list.append(list.empty() ? "" : separator).append(each);
    put(name, list);
  }
  // In UTC, as all dates. Months are macros, which styles spell out.
  void put_date(const Date& date) {
    constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                          "jul", "aug", "sep", "oct", "nov", "dec"};
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(date.time));
    put("year", to_iso(date).substr(0, 4));
    out_ << ",\n  month = " << kMonths.at(unsigned(day.month()) - 1);
    put("day", std::to_string(unsigned(day.day())));
  }
  void end() { out_ << "\n}\n\n"; }

 private:
  std::ostream& out_;
};

void put_entry(const Article& article, std::string_view abstract, std::ostream& out) {
  Entry entry(article.id, out);
  entry.put_list("author", article.authors, " and ", tex_name);
  entry.put("title", tex(article.title));
  entry.put("journal", tex(article.source));
  if (article.published) entry.put_date(*article.published);
  entry.put("url", web_address(printable(article.url)));
  entry.put("language", tex(article.language));
  std::vector<std::string> keywords = article.tags;
  for (const auto* values : {&article.places, &article.people})
    keywords.insert(keywords.end(), values->begin(), values->end());
  entry.put_list("keywords", keywords, ", ", tex_keyword);
  entry.put("note", tex(article.section));
  entry.put("abstract", tex(abstract));
  entry.end();
}

}  // namespace

void render_bibtex(const SearchResult& result, const MoreHits& more, std::ostream& out) {
  each_hit(result, more, out,
           [&](const Hit& hit) { put_entry(hit.article, hit.snippet.text, out); });
}

void render_bibtex(const Article& article, std::ostream& out) { put_entry(article, {}, out); }

}  // namespace backfile
