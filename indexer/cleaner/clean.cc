#include "indexer/cleaner/clean.h"

#include <algorithm>

#include "common/utf8.h"
#include "indexer/cleaner/headline.h"
#include "indexer/cleaner/identity.h"
#include "indexer/cleaner/language.h"

namespace backfile {
namespace {

// Cuts the next line off the front of `text`; line feed, CR LF, CR and Unicode's own separators end
// one.
std::string_view take_line(std::string_view& text) {
  constexpr std::string_view kLineSeparator = "\xE2\x80\xA8";
  constexpr std::string_view kParagraphSeparator = "\xE2\x80\xA9";
  std::size_t end = text.find_first_of("\n\r\f\v\xE2");
  std::size_t width = 1;
  while (end != std::string_view::npos && text[end] == '\xE2') {
    const std::string_view rest = text.substr(end);
    if (rest.starts_with(kLineSeparator) || rest.starts_with(kParagraphSeparator)) {
      width = kLineSeparator.size();
      break;
    }
    end = text.find_first_of("\n\r\f\v\xE2", end + 1);
  }
  if (end == std::string_view::npos) {
    const std::string_view line = text;
    text = {};
    return line;
  }
  if (text.substr(end).starts_with("\r\n")) width = 2;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end + width);
  return line;
}

// Reads one field of the table out of the raw values.
struct FieldCleaner {
  const Field& field;
  const std::vector<std::string>& values;
  CleanArticle& result;

  void operator()(std::string Article::*text) const {
    if (!values.empty()) result.article.*text = clean_line(values.front());
  }
  void operator()(std::vector<std::string> Article::*list) const {
    auto& kept = result.article.*list;
    for (const std::string& value : values) {
      std::string line = clean_line(value);
      if (!line.empty() && std::ranges::find(kept, line) == kept.end())
        kept.push_back(std::move(line));
    }
  }
  void operator()(std::optional<Date> Article::*date) const {
    const std::string text = values.empty() ? std::string() : clean_line(values.front());
    if (text.empty()) return;
    result.article.*date = parse_date(text);
    if (result.article.*date) return;
    result.notes.push_back({result.origin, "unknown date",
                            std::string(field.name) + " is left out: " + text.substr(0, 100)});
  }
};

// The host of a URL without `www.`; empty when there is none.
std::string host_of(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  if (const auto user = url.rfind('@'); user != std::string_view::npos) url.remove_prefix(user + 1);
  if (url.starts_with('[')) return {};  // an address in digits names no source
  url = url.substr(0, url.find(':'));
  std::string host;
  for (const char c : url) host += ascii_lower(c);
  return host.starts_with("www.") ? host.substr(4) : host;
}

}  // namespace

std::variant<CleanArticle, Rejection> Cleaner::clean(const RawArticle& raw) const {
  CleanArticle result;
  result.origin = raw.origin;
  clean_fields(raw, result);
  if (result.article.title.empty() && result.article.body.empty())
    return Rejection{raw.origin, "no text", "neither a title nor a body"};
  complete(raw, result);
  return result;
}

void Cleaner::clean_fields(const RawArticle& raw, CleanArticle& result) const {
  std::string body;
  for (const Field& field : fields()) {
    const std::vector<std::string>* values = &raw[field];
    std::vector<std::string> defaults;
    for (const FieldDefault& preset : options_.defaults)
      if (preset.field == &field) defaults.push_back(preset.value);
    const auto is_blank = [](const std::string& value) { return clean_line(value).empty(); };
    if (!defaults.empty() && std::ranges::all_of(*values, is_blank)) values = &defaults;
    if (field.name == "body")
      body = values->empty() ? std::string() : values->front();
    else
      std::visit(FieldCleaner{field, *values, result}, field.member);
  }
  // Last: its lines are held against the title.
  result.article.body = clean_body(body, result);
}

std::string Cleaner::clean_body(std::string_view text, CleanArticle& result) const {
  std::string body;
  bool paragraph_ended = true;
  while (!text.empty()) {
    std::string line = clean_line(take_line(text));
    if (line.empty()) {
      paragraph_ended = true;
      continue;
    }
    const std::string_view rule = rule_of(line, result.article.title, body.empty());
    if (!rule.empty()) {
      result.removed.push_back({std::move(line), rule});
      continue;
    }
    if (!body.empty()) body += paragraph_ended ? "\n\n" : "\n";
    body += line;
    paragraph_ended = false;
  }
  return body;
}

std::string_view Cleaner::rule_of(std::string_view line, std::string_view title,
                                  bool at_top) const {
  if (options_.mode == CleanMode::kOff) return {};
  if (repeats_headline(line, title, at_top)) return "repeated-headline";
  return matcher_.rule_of(line).value_or(std::string_view());
}

void Cleaner::complete(const RawArticle& raw, CleanArticle& result) const {
  Article& article = result.article;
  if (article.source.empty()) article.source = host_of(article.url);
  std::string own = language_code(article.language);
  if (own.empty() && !article.language.empty() && options_.language.empty())
    result.notes.push_back({raw.origin, "unknown language", article.language.substr(0, 100)});
  if (!options_.language.empty())
    own = options_.language;
  else if (own.empty())
    own = detect_language(article.title, article.body);
  article.language = std::move(own);
  if (article.id.empty()) article.id = make_id(article);
}

}  // namespace backfile
