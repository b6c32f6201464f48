#include "indexer/readers/json_article.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "common/utf8.h"
#include "indexer/readers/field_names.h"
#include "indexer/readers/field_values.h"
#include "indexer/readers/json_document.h"
#include "indexer/readers/washington_post.h"

namespace backfile {
namespace {

namespace dom = simdjson::dom;

constexpr std::uint16_t kNoRank = 0xFFFF;
constexpr std::uint16_t kSourceUrlRank = kNoRank - 1;  // of a source that is a URL, as a URL

enum class Fit : std::uint8_t { kAbsent, kWrong, kGood };

bool takes_numbers(const Field& field) {
  return field.kind == Kind::kDate || field.kind == Kind::kKey || is_list(field);
}

bool is_text(const Field& field) { return field.kind == Kind::kText; }

Fit fit_of_list(const Field& field, dom::array list);

Fit fit_of(const Field& field, dom::element value) {
  switch (value.type()) {
    case dom::element_type::STRING:
      return is_absent(value.get_string().value_unsafe()) ? Fit::kAbsent : Fit::kGood;
    case dom::element_type::NULL_VALUE:
      return Fit::kAbsent;
    case dom::element_type::BOOL:
      return Fit::kWrong;
    case dom::element_type::ARRAY:
      return fit_of_list(field, value.get_array().value_unsafe());
    case dom::element_type::OBJECT:
      if (field.name == "body") return joined_paragraphs(value).empty() ? Fit::kWrong : Fit::kGood;
      return name_in(value.get_object().value_unsafe()).empty() ? Fit::kWrong : Fit::kGood;
    default:
      return takes_numbers(field) ? Fit::kGood : Fit::kWrong;
  }
}

// Good when any item is: the others are passed over.
Fit fit_of_list(const Field& field, dom::array list) {
  Fit best = Fit::kAbsent;
  for (const dom::element item : list) {
    const Fit fit = item.is_array() && field.name != "body" ? Fit::kWrong
                    : item.is_array() ? (joined_paragraphs(item).empty() ? Fit::kWrong : Fit::kGood)
                                      : fit_of(field, item);
    best = std::max(best, fit);
    if (best == Fit::kGood) return best;
  }
  return best;
}

// The value as text, when it stands for one.
std::string text_of(const Field& field, dom::element value) {
  if (value.is_string()) return std::string(value.get_string().value_unsafe());
  if (value.is_object()) return name_in(value.get_object().value_unsafe());
  return value.is_number() && takes_numbers(field) ? number_text(value) : std::string();
}

// Where an item of a list of tags belongs: NYT's say of what kind they are.
const Field& field_of_item(const Field& field, dom::element item) {
  std::string_view kind;
  if (field.name != "tags" || item["name"].get_string().get(kind)) return field;
  dom::element value;
  if (item["value"].get(value)) return field;
  if (kind == "glocations") return *field_by_name("places");
  return kind == "persons" ? *field_by_name("people") : field;
}

void add_value(RawArticle& raw, const Field& field, dom::element value) {
  if (value.is_string()) return add_text(raw, field, value.get_string().value_unsafe());
  if (field.name == "body") return raw.add("body", joined_paragraphs(value));
  dom::array list;
  if (value.get_array().get(list)) return add_item(raw, field, text_of(field, value));
  for (const dom::element item : list) {
    if (!is_list(field) && !raw[field].empty()) return;
    add_item(raw, field_of_item(field, item), text_of(field, item));
  }
}

bool holds_objects(dom::element value) {
  if (value.is_object()) return true;
  dom::array list;
  return !value.get_array().get(list) && list.begin() != list.end() && (*list.begin()).is_object();
}

// The best value of one object for every field.
class Choice {
 public:
  void read(dom::object object, const FieldNames::Place& at, int depth) {
    for (const dom::key_value_pair& member : object) {
      const std::string_view key = member.key;
      const dom::element value = member.value;
      if (depth == 0 && note_key(key, value, at)) continue;
      const FieldNames::Place next = FieldNames::step(at, key);
      FieldNames::for_each_claim(next, [&](const NameClaim& claim) { weigh(claim, key, value); });
      dom::object inner;
      if (next.leads_on() && !value.get_object().get(inner)) read(inner, next, depth + 1);
    }
  }

  RawArticle article(const Origin& origin) const {
    RawArticle raw;
    raw.origin = origin;
    for (std::size_t i = 0; i < best_.size(); ++i) {
      const Field& field = fields()[i];
      if (best_[i].rank == kSourceUrlRank)
        add_item(raw, field, text_of(field, best_[i].value));
      else if (best_[i].rank != kNoRank && !(is_seen_date_ && is_date(field, best_[i])))
        add_value(raw, field, best_[i].value);
      else
        keep_written_none(raw, field, dates_[i]);
    }
    return raw;
  }

  // A title or a body of a type that neither takes, and nothing else in its place.
  std::optional<Rejection> wrong_type(const Origin& origin) const {
    for (std::size_t i = 0; i < best_.size(); ++i)
      if (is_text(fields()[i]) && best_[i].rank == kNoRank && wrong_[i].rank != kNoRank)
        return Rejection{origin, "wrong type",
                         fmt::format("{} is {}, expected text", clean_line(wrong_[i].name),
                                     type_name(wrong_[i].value))};
    return std::nullopt;
  }

  bool has(std::string_view field, std::uint16_t below = kNoRank) const {
    return best_[std::size_t(field_by_name(field) - fields().data())].rank < below;
  }
  bool has_list() const { return has_list_; }
  std::int64_t comment() const { return comment_; }

 private:
  struct Candidate {
    dom::element value;
    std::string_view name;
    std::uint16_t rank = kNoRank;
  };

  // True when that is all that there is to say of the key.
  bool note_key(std::string_view key, dom::element value, const FieldNames::Place& root) {
    if (key == "ord_in_thread") {  // Webz: the place in a thread of which the first is the article
      if (value.get_int64().get(comment_)) comment_ = 0;
    } else if (key == "_source") {  // Elasticsearch's exports wrap the article
      dom::object inner;
      if (value.get_object().get(inner)) return false;
      read(inner, root, 1);
      return true;
    } else if (key == "DocumentIdentifier") {  // GDELT, whose DATE is when it saw the page
      is_seen_date_ = true;
    }
    if (!has_list_ && is_list_name(key)) has_list_ = holds_objects(value);
    return false;
  }

  static bool is_date(const Field& field, const Candidate& candidate) {
    return field.name == "published" && normal_name(candidate.name) == "date";
  }

  void weigh(const NameClaim& claim, std::string_view name, dom::element value) {
    const Field& field = fields()[claim.field];
    if (claim.rank >= best_[claim.field].rank) return;
    if (field.kind == Kind::kDate && value.is_string())
      dates_[claim.field] = value.get_string().value_unsafe();
    const Fit fit = fit_of(field, value);
    if (fit == Fit::kGood && field.name == "source" && is_url(text_of(field, value))) {
      Candidate& url = best_[std::size_t(field_by_name("url") - fields().data())];
      if (url.rank > kSourceUrlRank) url = {value, name, kSourceUrlRank};
    } else if (fit == Fit::kGood) {
      best_[claim.field] = {value, name, claim.rank};
    } else if (fit == Fit::kWrong && claim.rank < wrong_[claim.field].rank) {
      wrong_[claim.field] = {value, name, claim.rank};
    }
  }

  std::vector<Candidate> best_{fields().size()};
  std::vector<Candidate> wrong_{fields().size()};
  std::vector<std::string_view> dates_{fields().size()};  // as written, if only as "None"
  std::int64_t comment_ = 0;
  bool is_seen_date_ = false;
  bool has_list_ = false;
};

}  // namespace

bool is_list_name(std::string_view key) {
  constexpr std::array<std::string_view, 17> kNames = {
      "articles", "results", "items",   "docs", "data",    "hits",   "response", "value",  "posts",
      "stories",  "entries", "records", "news", "content", "output", "rows",     "sources"};
  return std::ranges::find(kNames, key) != kNames.end();
}

class JsonArticles::Impl {
 public:
  explicit Impl(const ReaderSettings& settings) : names_(settings.map) {}

  JsonReading read(std::string_view json, const Origin& origin, std::string_view what) {
    JsonReading reading;
    note_.reset();
    const auto root = document_.parse(json);
    if (!root) {
      reading.item = Rejection{origin, "invalid JSON", document_.error()};
      return reading;
    }
    dom::object object;
    reading.is_object = !root->get_object().get(object);
    if (reading.is_object)
      read_object(object, origin, reading);
    else
      reading.item =
          Rejection{origin, "wrong type",
                    fmt::format("the {} is {}, expected an object", what, type_name(*root))};
    if (!document_.encoding().empty() && std::holds_alternative<RawArticle>(reading.item))
      note_ = Rejection{origin, "encoding",
                        fmt::format("the {} is not UTF-8; read as {}", what, document_.encoding()),
                        Rejection::Kind::kNote};
    return reading;
  }

  std::optional<Rejection> take_note() { return std::exchange(note_, std::nullopt); }

 private:
  void read_object(dom::object object, const Origin& origin, JsonReading& reading) const {
    if (is_washington_post(object)) {
      reading.has_text = reading.has_body = true;
      reading.item = washington_post_article(object, origin);
      return;
    }
    Choice choice;
    choice.read(object, names_.root(), 0);
    reading.has_text = choice.has("title", kLastResortRank) || choice.has("body");
    reading.has_body = choice.has("body", kLastResortRank);
    reading.has_list = choice.has_list();
    if (choice.comment() > 0)
      reading.item = Rejection{origin, "no article",
                               fmt::format("a comment (ord_in_thread is {})", choice.comment()),
                               Rejection::Kind::kNote};
    else if (auto wrong = choice.wrong_type(origin))
      reading.item = *std::move(wrong);
    else
      reading.item = choice.article(origin);
  }

  FieldNames names_;
  JsonDocument document_;
  std::optional<Rejection> note_;
};

JsonArticles::JsonArticles(const ReaderSettings& settings)
    : impl_(std::make_unique<Impl>(settings)) {}
JsonArticles::~JsonArticles() = default;

JsonReading JsonArticles::read(std::string_view json, const Origin& origin, std::string_view what) {
  return impl_->read(json, origin, what);
}

std::optional<Rejection> JsonArticles::take_note() { return impl_->take_note(); }

}  // namespace backfile
