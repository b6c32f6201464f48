#include "indexer/cleaner/clean.h"

#include <algorithm>
#include <deque>
#include <unordered_set>

#include "common/utf8.h"
#include "indexer/cleaner/authors.h"
#include "indexer/cleaner/headline.h"
#include "indexer/cleaner/identity.h"
#include "indexer/cleaner/language.h"
#include "indexer/cleaner/list_text.h"
#include "indexer/cleaner/news_date.h"
#include "indexer/cleaner/paragraphs.h"
#include "indexer/host.h"

namespace backfile {
namespace {

std::string_view rule_of_headline(std::string_view line, std::string_view title, bool at_top) {
  return repeats_headline(line, title, at_top) ? "repeated-headline" : std::string_view();
}

std::vector<std::string> clean_list(const std::vector<std::string>& values) {
  std::vector<std::string> kept;
  std::unordered_set<std::string> seen;
  const auto keep = [&](std::string_view value) {
    std::string line = clean_line(value);
    if (!line.empty() && seen.insert(line).second) kept.push_back(std::move(line));
  };
  for (const std::string& value : values) {
    const auto items = list_items(value);
    if (!items) keep(value);
    for (const std::string& item : items.value_or(std::vector<std::string>())) keep(item);
  }
  return kept;
}

// The source may be named by a URL, which is the article's own if that has none.
void complete_source(Article& article) {
  const bool is_url =
      article.source.starts_with("http://") || article.source.starts_with("https://");
  if (is_url) {
    if (article.url.empty()) article.url = article.source;
    article.source = host_of(article.source);
  }
  if (article.source.empty()) article.source = host_of(article.url);
}

}  // namespace

Cleaner::Cleaner(CleanOptions options) : options_(std::move(options)) {
  if (options_.mode == CleanMode::kAggressive) judge_.emplace();
}

std::variant<CleanArticle, Rejection> Cleaner::clean(const RawArticle& raw) const {
  CleanArticle result;
  result.origin = raw.origin;
  result.removed = raw.removed;
  Article& article = result.article;
  std::vector<std::string> defaults;
  for (const Field& field : fields()) {
    const std::vector<std::string>& values = values_of(raw, field, defaults);
    if (field.name == "body" || values.empty()) continue;
    if (const auto* text = std::get_if<std::string Article::*>(&field.member))
      article.** text = clean_line(values.front());
    else if (const auto* list = std::get_if<std::vector<std::string> Article::*>(&field.member))
      article.** list = field.name == "authors" ? clean_authors(values) : clean_list(values);
  }
  // Its lines are held against the title.
  const Field& body = *field_by_name("body");
  const std::vector<std::string>& texts = values_of(raw, body, defaults);
  if (!texts.empty()) article.body = clean_body(texts.front(), raw.body_lines, result);
  if (article.title.empty() && article.body.empty())
    return Rejection{raw.origin, "no text", "neither a title nor a body"};
  complete_source(article);
  article.language = language_of(result);
  // Some dates are read by the language.
  for (const Field& field : fields())
    if (const auto* date = std::get_if<std::optional<Date> Article::*>(&field.member))
      if (const auto& values = values_of(raw, field, defaults); !values.empty())
        article.** date = date_of(field, clean_line(values.front()), result);
  if (article.id.empty()) article.id = make_id(article);
  return result;
}

// The field's own values, or, where these are blank, `defaults`, which it fills.
const std::vector<std::string>& Cleaner::values_of(const RawArticle& raw, const Field& field,
                                                   std::vector<std::string>& defaults) const {
  const std::vector<std::string>& values = raw[field];
  const auto is_blank = [](const std::string& value) { return clean_line(value).empty(); };
  const auto is_for_field = [&](const FieldDefault& preset) { return preset.field == &field; };
  if (std::ranges::none_of(options_.defaults, is_for_field) ||
      !std::ranges::all_of(values, is_blank))
    return values;
  defaults.clear();
  for (const FieldDefault& preset : options_.defaults)
    if (is_for_field(preset)) defaults.push_back(preset.value);
  return defaults;
}

std::string Cleaner::clean_body(std::string_view text, LineUse use, CleanArticle& result) const {
  std::deque<std::string> cleaned;
  std::vector<BodyLine> lines = split_lines(text, cleaned);
  const bool wrapped = (use == LineUse::kUnknown ? judge_lines(lines) : use) == LineUse::kWrapped;
  const std::vector<std::string_view> around = rules_around_article(lines, wrapped);
  std::size_t kept = 0;
  bool starts_block = true;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    BodyLine line = lines[i];
    // A broken line in the middle of a sentence is no notice, whatever its words.
    const bool judged = !wrapped || starts_block || !goes_on(lines[kept - 1], line);
    const std::string& title = result.article.title;
    std::string_view rule;
    if (!around.empty())
      rule = !around[i].empty() ? around[i] : rule_of_headline(line.text, title, kept == 0);
    else if (judged)
      rule = rule_of(line.text, title, kept == 0);
    if (!rule.empty()) {
      result.removed.push_back({std::string(line.text), rule});
      starts_block = true;
      continue;
    }
    line.starts_block = line.starts_block || starts_block;
    starts_block = false;
    lines[kept++] = line;
  }
  if (!around.empty()) find_headline(result);
  lines.resize(kept);
  return join_paragraphs(lines, use);
}

std::vector<std::string_view> Cleaner::rules_around_article(std::span<const BodyLine> lines,
                                                            bool wrapped) const {
  if (!judge_ || wrapped) return {};
  return judge_->judge(lines, matcher_);
}

// The first line of a page's text, which stands for the title, is rarely the article's.
void Cleaner::find_headline(CleanArticle& result) const {
  std::string& title = result.article.title;
  if (!title.empty() && !judge_->is_of_page(title, matcher_)) return;
  std::vector<std::string_view> above;
  for (const RemovedLine& line : result.removed) {
    if (!title.empty() && repeats_headline(line.text, title, /*at_top=*/false)) return;
    if (line.rule == "before-article") above.push_back(line.text);
  }
  std::string headline(judge_->headline_of(above, matcher_));
  if (headline.empty()) return;
  if (!title.empty()) result.removed.insert(result.removed.begin(), {title, "before-article"});
  title = std::move(headline);
}

std::string_view Cleaner::rule_of(std::string_view line, std::string_view title,
                                  bool at_top) const {
  if (options_.mode == CleanMode::kOff) return {};
  const std::string_view rule = rule_of_headline(line, title, at_top);
  if (!rule.empty()) return rule;
  return matcher_.rule_of(line).value_or(std::string_view());
}

std::string Cleaner::language_of(CleanArticle& result) const {
  const Article& article = result.article;
  if (!options_.language.empty()) return options_.language;
  std::string own = language_of_name(article.language);
  if (!own.empty()) return own;
  if (!article.language.empty())
    result.notes.push_back({result.origin, "unknown language", article.language.substr(0, 100),
                            Rejection::Kind::kNote});
  return detect_language(article.title, article.body);
}

std::optional<Date> Cleaner::date_of(const Field& field, std::string_view text,
                                     CleanArticle& result) const {
  constexpr std::size_t kShownBytes = 100;
  const auto none = [&](std::string reason) {
    std::string detail = std::string(field.name) + " is left out: ";
    detail += text.substr(0, boundary_before(text, kShownBytes));
    result.notes.push_back(
        {result.origin, std::move(reason), std::move(detail), Rejection::Kind::kNote});
    return std::nullopt;
  };
  if (text.empty()) return std::nullopt;
  if (stands_for_nothing(text) || text == "0" || text == "0.0") return none("no date");
  const auto date = parse_news_date(text, result.article.language);
  if (!date) return none("unknown date");
  // What programs write for an empty field: the first day of a calendar, the first second of Unix.
  const bool is_first_second = date->has_time && date->time.time_since_epoch().count() == 0;
  const auto day = std::chrono::floor<std::chrono::days>(date->time);
  if (is_first_second || day <= std::chrono::year(1) / 1 / 1) return none("no date");
  if (day > options_.today + std::chrono::days(1)) return none("date in the future");
  return date;
}

}  // namespace backfile
