#include "common/schema.h"

#include <algorithm>
#include <array>
#include <functional>

namespace backfile {
namespace {

// A word of the headline counts as often as this many in the body.
constexpr unsigned kTitleWeight = 3;

constexpr Field kGroup{"", "group", "", Kind::kKey, "", kNoSlot, 0, &Article::id};

constexpr std::array kFields = {
    Field{"id", "id", "", Kind::kKey, "Q", kNoSlot, 0, &Article::id},
    Field{"url", "url", "", Kind::kAddress, "U", kNoSlot, 0, &Article::url},
    Field{"title", "title", "", Kind::kText, "S", kNoSlot, kTitleWeight, &Article::title},
    Field{"body", "", "", Kind::kText, "", kNoSlot, 1, &Article::body},
    Field{"published", "date", "", Kind::kDate, "", kNoSlot, 0, &Article::published},
    Field{"updated", "", "", Kind::kDate, "", kNoSlot, 0, &Article::updated},
    Field{"source", "source", "source", Kind::kName, "XSRC", 4, 0, &Article::source},
    Field{"section", "section", "section", Kind::kName, "XSEC", 5, 0, &Article::section},
    Field{"authors", "author", "author", Kind::kName, "A", 6, 0, &Article::authors},
    Field{"tags", "tag", "tag", Kind::kName, "K", 7, 0, &Article::tags},
    Field{"places", "place", "place", Kind::kName, "XPLC", 8, 0, &Article::places},
    Field{"people", "person", "person", Kind::kName, "XPER", 9, 0, &Article::people},
    Field{"language", "lang", "language", Kind::kKey, "L", 10, 0, &Article::language},
};

std::vector<Facet> make_facets() {
  std::vector<Facet> all;
  for (const Field& field : kFields)
    if (!field.facet_name.empty()) all.push_back({field.facet_name, field.slot, 0, &field});
  all.push_back({"year", kDaySlot, 4, nullptr});
  all.push_back({"month", kDaySlot, 6, nullptr});
  all.push_back({"day", kDaySlot, 8, nullptr});
  return all;
}

template <class Rows, class Name>
std::string joined_names(const Rows& rows, Name name) {
  std::string text;
  for (const auto& row : rows) {
    if (name(row).empty()) continue;
    if (!text.empty()) text += ' ';
    text += name(row);
  }
  return text;
}

}  // namespace

std::span<const Field> fields() { return kFields; }

bool has_words(const Field& field) {
  return field.kind == Kind::kText || field.kind == Kind::kName || field.kind == Kind::kAddress;
}

bool has_value_terms(const Field& field) {
  return field.kind == Kind::kKey || field.kind == Kind::kName;
}

const Field* field_by_name(std::string_view name) {
  const auto* row = std::ranges::find(kFields, name, &Field::name);
  return row == kFields.end() ? nullptr : row;
}

const Field& group_field() { return kGroup; }

const Field* field_by_query_name(std::string_view name) {
  if (name == kGroup.query_name) return &kGroup;
  const auto* row = std::ranges::find(kFields, name, &Field::query_name);
  return name.empty() || row == kFields.end() ? nullptr : row;
}

std::span<const std::string> field_texts(const Article& article, const Field& field) {
  struct Texts {
    const Article& article;
    std::span<const std::string> operator()(std::string Article::*text) const {
      return {&(article.*text), (article.*text).empty() ? 0U : 1U};
    }
    std::span<const std::string> operator()(std::vector<std::string> Article::*list) const {
      return article.*list;
    }
    std::span<const std::string> operator()(std::optional<Date> Article::* /*date*/) const {
      return {};
    }
  };
  return std::visit(Texts{article}, field.member);
}

std::vector<std::string> field_values(const Article& article, const Field& field) {
  const std::span<const std::string> texts = field_texts(article, field);
  std::vector<std::string> values(texts.begin(), texts.end());
  if (const auto* member = std::get_if<std::optional<Date> Article::*>(&field.member))
    if (const std::optional<Date>& date = article.**member) values.push_back(to_iso(*date));
  return values;
}

std::span<const Facet> facets() {
  static const std::vector<Facet> all = make_facets();
  return all;
}

const Facet* facet_by_name(std::string_view name) {
  for (const Facet& facet : facets()) {
    if (facet.name == name) return &facet;
    if (facet.field && (facet.field->name == name || facet.field->query_name == name))
      return &facet;
  }
  return nullptr;
}

std::string facet_names() { return joined_names(facets(), std::mem_fn(&Facet::name)); }
std::string field_names() { return joined_names(kFields, std::mem_fn(&Field::name)); }
std::string query_field_names() {
  return joined_names(kFields, std::mem_fn(&Field::query_name)) + ' ' +
         std::string(kGroup.query_name);
}

}  // namespace backfile
