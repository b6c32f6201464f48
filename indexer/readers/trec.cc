#include "indexer/readers/trec.h"

#include <algorithm>
#include <array>
#include <span>

#include "common/utf8.h"
#include "indexer/markup/sgml.h"
#include "indexer/readers/jsonl.h"
#include "indexer/readers/look.h"
#include "indexer/readers/sgml_articles.h"
#include "indexer/readers/trec_sets.h"

namespace backfile {
namespace {

// By what each set calls them, the most telling first.
constexpr std::array<std::string_view, 7> kTitleNames = {"HEADLINE", "HEAD",  "HL", "TI",
                                                         "H3",       "TITLE", "TTL"};
constexpr std::array<std::string_view, 6> kDateNames = {"DATE_TIME", "DATE1",   "DATE",
                                                        "DD",        "PUBDATE", "PUB_DATE"};
constexpr std::array<std::string_view, 2> kAuthorNames = {"BYLINE", "AU"};
constexpr std::array<std::string_view, 3> kTagNames = {"SUBJECT", "DESCRIPT", "IN"};
constexpr std::array<std::string_view, 2> kLeadNames = {"LP", "LEADPARA"};

// Lines beyond this were not broken at a width.
constexpr std::size_t kWidestWrappedLine = 160;

std::string one_line(std::string_view sgml) { return clean_line(sgml_to_text(sgml)); }

// Of the first of these elements that is not blank.
std::string first_text(std::string_view sgml, std::span<const std::string_view> names) {
  for (const std::string_view name : names)
    if (const auto content = element(sgml, name))
      if (std::string text = sgml_to_text(*content); !trimmed(text).empty()) return text;
  return {};
}

// Cuts the next piece off the front of `text`, up to one of `ends`.
std::string_view take_piece(std::string_view& text, std::string_view ends) {
  const std::size_t end = std::min(text.find_first_of(ends), text.size());
  const std::string_view piece = trimmed(text.substr(0, end));
  text.remove_prefix(std::min(end + 1, text.size()));
  return piece;
}

bool is_rule(std::string_view line) {
  return line.size() > 2 && line.find_first_not_of('-') == std::string_view::npos;
}

// WSJ sets headline, a rule of dashes, the author and what he is in one element:
//   Port Strike Ends\n  ----\n  By Jane Doe\n  Staff Reporter of The Wall Street Journal
void add_title_and_author(RawArticle& raw, std::string_view text) {
  std::string title;
  bool behind_rule = false;
  while (!text.empty()) {
    const std::string_view line = take_piece(text, "\n");
    behind_rule = behind_rule || is_rule(line);
    if (!behind_rule)
      title.append(title.empty() ? "" : " ").append(line);
    else if (line.starts_with("By ") && raw["authors"].empty())
      raw.add("authors", std::string(line));
  }
  raw.add("title", std::string(without_set_prefix(clean_line(title))));
}

void add_tags(RawArticle& raw, std::string_view sgml) {
  const std::string text = first_text(sgml, kTagNames);
  for (std::string_view rest = text; !rest.empty();)
    raw.add("tags", std::string(take_piece(rest, ";\n")));
}

// FBIS heads its texts with "Language: <F P=105> Spanish </F>" and "Article Type:BFN".
std::string_view without_heading(std::string_view text) {
  while (true) {
    const std::string_view rest = text.substr(std::min(text.find_first_not_of(" \n"), text.size()));
    if (!rest.starts_with("Language:") && !rest.starts_with("Article Type:")) return text;
    text = rest.substr(std::min(rest.find('\n'), rest.size()));
  }
}

// "BANGKOK, Thailand (AP) " and the text: parted by a dash, as they are printed.
std::string with_dateline(std::string_view dateline, std::string_view body) {
  if (dateline.empty() || trimmed(body).empty()) return std::string(body);
  std::string text(dateline);
  constexpr std::array<std::string_view, 4> kDashes = {"-", "_", "–", "—"};
  const bool has_dash =
      std::ranges::any_of(kDashes, [&](std::string_view dash) { return dateline.ends_with(dash); });
  text += has_dash ? " " : " - ";
  return text.append(trimmed(body));
}

// Whether a paragraph ends with `line` in text that was broken at `width`: it ends a sentence, and
// the first word of `next` would have gone into it.
bool ends_paragraph(std::string_view line, std::string_view next, std::size_t width) {
  constexpr std::string_view kEnds = ".?!:'\")]";
  const std::size_t word = std::min(next.find(' '), next.size());
  return !line.empty() && kEnds.find(line.back()) != std::string_view::npos && !next.empty() &&
         line.size() + 1 + word < width;
}

// FT breaks lines at a width and marks no paragraph, neither by an indent nor by an empty line.
std::string with_paragraphs(std::string_view text) {
  text = trimmed(text);
  std::size_t width = 0;
  for (std::string_view rest = text; !rest.empty();) {
    if (is_ascii_space(rest.front())) return std::string(text);  // it does
    width = std::max(width, take_piece(rest, "\n").size());
  }
  std::string parted;
  while (!text.empty()) {
    const std::string_view line = take_piece(text, "\n");
    const std::string_view next = text.substr(0, text.find('\n'));
    parted.append(line).append(text.empty() ? "" : "\n");
    if (ends_paragraph(line, next, width)) parted += '\n';
  }
  return parted;
}

bool is_wrapped(std::string_view text) {
  while (!text.empty())
    if (take_piece(text, "\n").size() > kWidestWrappedLine) return false;
  return true;
}

void add_body(RawArticle& raw, std::string_view sgml) {
  std::string body = first_text(sgml, kLeadNames);
  auto texts = elements(sgml, "TEXT");
  if (texts.empty()) texts.push_back(element_or_rest(sgml, "TEXT"));
  for (const std::string_view text : texts) {
    const std::string plain = sgml_to_text(without_heading(text));
    if (!trimmed(plain).empty()) body.append(body.empty() ? "" : "\n\n").append(plain);
  }
  raw.body_lines = is_wrapped(body) ? LineUse::kWrapped : LineUse::kUnknown;
  if (raw.body_lines == LineUse::kWrapped) body = with_paragraphs(body);
  raw.add("body", with_dateline(one_line(element(sgml, "DATELINE").value_or("")), body));
}

RawArticle trec_article(const SgmlArticle& article) {
  const std::string_view sgml = article.text;
  std::string id = one_line(element(sgml, "DOCNO").value_or(""));
  if (id.empty()) id = attribute(sgml, "id");  // Gigaword: <DOC id="XIN_ENG_19950101.0001" ...>
  RawArticle raw;
  raw.origin = article.origin;
  raw.add("published", trec_date(clean_line(first_text(sgml, kDateNames)), id));
  raw.add("source", trec_source(id));
  raw.add("section", trec_section(one_line(element(sgml, "SECTION").value_or(""))));
  raw.add("authors", clean_line(first_text(sgml, kAuthorNames)));
  add_title_and_author(raw, first_text(sgml, kTitleNames));
  add_tags(raw, sgml);
  add_body(raw, sgml);
  raw.add("id", std::move(id));
  return raw;
}

}  // namespace

std::unique_ptr<Reader> make_trec_reader(Input& input, const ReaderSettings& settings) {
  constexpr std::size_t kLook = 4096;
  if (without_leading_space(input.peek(kLook)).starts_with('{'))
    return make_jsonl_reader(input, settings);  // knows the Washington Post's names
  return std::make_unique<SgmlArticles>(input, "DOC", settings.max_article_bytes, trec_article);
}

bool looks_like_trec(std::string_view head) {
  const SgmlTag doc = find_tag(head, "DOC");
  if (!doc || doc.at > 0 || doc.is_end) return false;
  return find_tag(head, "DOCNO") || (!attribute(head, "id").empty() && find_tag(head, "TEXT"));
}

}  // namespace backfile
