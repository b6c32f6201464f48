#include "indexer/readers/reuters.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"
#include "indexer/markup/sgml.h"
#include "indexer/readers/sgml_articles.h"

namespace backfile {
namespace {

std::string text_of(std::string_view sgml, std::string_view name) {
  return sgml_to_text(element(sgml, name).value_or(std::string_view()));
}

void add_items(RawArticle& raw, std::string_view field, std::string_view sgml,
               std::string_view name) {
  for (const std::string_view item : elements(element(sgml, name).value_or(""), "D"))
    raw.add(field, sgml_to_text(item));
}

// "26-MAR-1987 15:01:01.79&#9;&#9;&#9;F" ends in the codes of the wire, one date in a remark.
std::string_view date_of(std::string_view sgml) {
  const std::string_view date = element(sgml, "DATE").value_or("");
  return date.substr(0, date.find_first_of("&#<"));
}

// "    By Jane Arraf, Reuters": the agency is the source.
std::string author_of(std::string_view sgml) {
  std::string author = text_of(sgml, "AUTHOR");
  const std::size_t agency = author.rfind(", Reuter");
  if (agency != std::string::npos) author.resize(agency);
  return author;
}

// A line that closes a dispatch: "Reuter", "REUTER...", "REUTER^M"; "More": another take follows.
bool is_signature(std::string_view line) {
  constexpr std::array<std::string_view, 3> kSignatures = {"reuter", "reuters", "more"};
  line = trimmed(line);
  if (line.ends_with("^M")) line.remove_suffix(2);
  while (line.ends_with('.')) line.remove_suffix(1);
  return std::ranges::any_of(kSignatures, [&](std::string_view signature) {
    return std::ranges::equal(line, signature, {}, ascii_lower);
  });
}

std::string_view without_signature(std::string_view body) {
  while (!body.empty()) {
    const std::string_view kept = body.substr(0, body.size() - 1);
    const std::size_t line_end = body.ends_with('\n') ? kept.size() : body.size();
    const std::size_t line = kept.rfind('\n') + 1;  // 0 when there is none
    const std::string_view last = body.substr(line, line_end - line);
    if (!trimmed(last).empty() && !is_signature(last)) break;
    body = body.substr(0, line);
  }
  return body;
}

// As it was printed: "    SALVADOR, Feb 26 - " and the body, which goes on in the same line or
// begins a new one.
std::string with_dateline(std::string_view sgml, std::string_view body) {
  std::string text = text_of(sgml, "DATELINE");
  if (!text.empty() && !body.empty() && !is_ascii_space(text.back()) &&
      !is_ascii_space(body.front()))
    text += ' ';
  return text.append(body);
}

// TYPE="UNPROC": headline, tables and text in one, as they came over the wire.
void add_unprocessed(RawArticle& raw, std::string_view text) {
  text = text.substr(std::min(text.find_first_not_of('\n'), text.size()));
  const std::size_t line = std::min(text.find('\n'), text.size());
  const bool has_headline = !text.empty() && !is_ascii_space(text.front());
  if (has_headline) raw.add("title", std::string(text.substr(0, line)));
  raw.add("body", std::string(text.substr(has_headline ? line : 0)));
  raw.body_lines = LineUse::kUnknown;
}

// TYPE="BRIEF": a headline with asterisks before it and nothing behind it, or what the makers of
// the collection wrote there.
void add_brief(RawArticle& raw, std::string_view sgml) {
  const std::string_view title = element(sgml, "TITLE").value_or("");
  const auto begin = std::size_t(title.data() - sgml.data());
  std::string body = sgml_to_text(sgml.substr(0, begin)) + "\n\n" +
                     sgml_to_text(sgml.substr(begin + title.size()));
  std::string_view text = trimmed(body);
  while (text.starts_with('*')) text.remove_prefix(1);
  if (trimmed(text) != "Blah blah blah.") raw.add("body", std::string(without_signature(text)));
}

void add_text(RawArticle& raw, std::string_view sgml) {
  const auto title = element(sgml, "TITLE");
  raw.add("title", sgml_to_text(title.value_or("")));
  raw.body_lines = LineUse::kWrapped;
  if (const auto body = element(sgml, "BODY"))
    raw.add("body", with_dateline(sgml, without_signature(sgml_to_text(*body))));
  else if (title)
    add_brief(raw, sgml);
  else
    add_unprocessed(raw, without_signature(sgml_to_text(sgml)));
}

RawArticle reuters_article(const SgmlArticle& article) {
  const std::string_view sgml = article.text;
  RawArticle raw;
  raw.origin = article.origin;
  raw.add("id", std::string(attribute(sgml, "NEWID")));
  raw.add("published", std::string(date_of(sgml)));
  raw.add("source", "Reuters");
  raw.add("language", "en");
  raw.add("authors", author_of(sgml));
  add_items(raw, "tags", sgml, "TOPICS");
  add_items(raw, "places", sgml, "PLACES");
  add_items(raw, "people", sgml, "PEOPLE");
  add_text(raw, element_or_rest(sgml, "TEXT"));
  return raw;
}

}  // namespace

std::unique_ptr<Reader> make_reuters_reader(Input& input, const ReaderSettings& settings) {
  return std::make_unique<SgmlArticles>(input, "REUTERS", settings.max_article_bytes,
                                        reuters_article);
}

bool looks_like_reuters(std::string_view head) {
  return head.starts_with("<!DOCTYPE lewis") || head.starts_with("<REUTERS ");
}

}  // namespace backfile
