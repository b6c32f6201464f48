#include "common/json.h"

#include <cmath>
#include <ostream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "common/stored.h"
#include "searcher/render/each_hit.h"
#include "searcher/render/render.h"

namespace backfile {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

double rounded(double number, double steps) { return std::round(number * steps) / steps; }

Json snippet_json(const Snippet& snippet) {
  if (snippet.text.empty()) return nullptr;
  Json highlights = Json::array();
  for (const Range& range : snippet.highlights) highlights.push_back({range.begin, range.end});
  return {{"text", snippet.text}, {"highlights", std::move(highlights)}};
}

Json hit_json(const Hit& hit) {
  const Article& article = hit.article;
  Json json;
  json["rank"] = hit.rank;
  json["id"] = article.id;
  json["score"] = rounded(hit.score, 1e6);
  json["title"] = text_or_null(article.title);
  json["url"] = text_or_null(article.url);
  json["source"] = text_or_null(article.source);
  json["section"] = text_or_null(article.section);
  json["published"] = text_or_null(article.published ? to_iso(*article.published) : std::string());
  json["authors"] = article.authors;
  json["tags"] = article.tags;
  json["language"] = text_or_null(article.language);
  json["snippet"] = snippet_json(hit.snippet);
  if (!hit.group.empty()) json["group"] = hit.group;
  if (hit.copies > 0) {
    json["copies"] = hit.copies;
    json["sources"] = hit.sources;
  }
  if (hit.relation)
    json["copy"] = {{"kept", rounded(hit.relation->kept, 1e3)},
                    {"added", rounded(hit.relation->added, 1e3)},
                    {"cut", text_or_null(hit.relation->cut)}};
  for (const ScorePart& part : hit.parts)
    json["explanation"].push_back({{"part", part.name}, {"score", rounded(part.weight, 1e6)}});
  return json;
}

Json value_json(const FacetValue& value) {
  Json json = {{"value", value.value}, {"count", value.count}};
  if (value.is_selected) json["selected"] = true;
  return json;
}

Json facets_json(const SearchResult& result) {
  Json json = Json::object();
  for (const FacetCounts& facet : result.facets) {
    Json& values = json[std::string(facet.facet->name)] = Json::array();
    for (const FacetValue& value : facet.values) values.push_back(value_json(value));
  }
  if (!result.words) return json;
  Json& words = json["words"] = Json::array();
  for (const SignificantWord& word : *result.words)
    words.push_back({{"value", word.value}, {"count", word.count}, {"articles", word.articles}});
  return json;
}

Json facet_totals_json(const std::vector<FacetCounts>& facets) {
  Json json = Json::object();
  for (const FacetCounts& facet : facets)
    json[std::string(facet.facet->name)] = {{"distinct", facet.distinct},
                                            {"without", facet.without}};
  return json;
}

Json period_json(const TimelinePeriod& period) {
  Json json = {{"period", period.period},
               {"count", period.count},
               {"share", rounded(period.share(), 1e6)},
               {"articles", period.articles}};
  if (!period.is_peak) return json;
  json["peak"] = true;
  Json& words = json["words"] = Json::array();
  for (const SignificantWord& word : period.words)
    words.push_back({{"value", word.value}, {"count", word.count}});
  return json;
}

// What of all matches was asked for: members of the answer.
Json counts_json(const SearchResult& result) {
  Json json;
  json["facets"] = facets_json(result);
  if (!result.facets.empty()) json["facet_totals"] = facet_totals_json(result.facets);
  if (!result.timeline) return json;
  Json& periods = json["timeline"] = Json::array();
  for (const TimelinePeriod& period : result.timeline->periods)
    periods.push_back(period_json(period));
  json["timeline_totals"] = {{"undated", result.timeline->undated}};
  return json;
}

std::string without_end(std::string line, std::string_view end) {
  line.resize(line.size() - end.size());
  return line;
}

}  // namespace

void render_json(const SearchResult& result, const MoreHits& more, std::ostream& out) {
  Json json;
  json["query"] = {{"text", result.query},
                   {"understood", result.understood},
                   {"did_you_mean", text_or_null(result.did_you_mean.value_or(""))}};
  if (result.similar) json["query"]["similar"] = *result.similar;
  json["total"] = {{"articles", result.total}, {"exact", result.is_exact}};
  if (result.groups) json["total"]["groups"] = *result.groups;
  for (const MissingArchive& archive : result.missing)
    json["missing"].push_back({{"archive", archive.name}, {"reason", archive.reason}});
  json["took_ms"] = rounded(result.took_ms, 1e3);
  // Written as they come, the hits need not be in memory all at once.
  out << without_end(dump_line(json), "}\n") << R"(,"hits":[)";
  const char* separator = "";
  each_hit(result, more, out, [&](const Hit& hit) {
    out << separator << without_end(dump_line(hit_json(hit)), "\n");
    separator = ",";
  });
  out << "]," << dump_line(counts_json(result)).substr(1);
}

void render_json(const Article& article, std::ostream& out) { out << dump_line(to_json(article)); }

namespace {

// With the request's id behind all else.
std::string with_id(std::string line, std::string_view id) {
  if (id.empty()) return line;
  return without_end(std::move(line), "}\n").append(",\"id\":").append(id).append("}\n");
}

}  // namespace

std::string answer_json(const SearchResult& result, std::string_view id) {
  std::ostringstream out;
  render_json(result, out);
  return with_id(std::move(out).str(), id);
}

std::string answer_json(const Article& article, std::string_view id) {
  return with_id(dump_line({{"article", to_json(article)}}), id);
}

std::string error_json(std::string_view message, std::optional<std::size_t> at,
                       std::string_view id) {
  const Json place = at ? Json(*at) : Json(nullptr);
  return with_id(dump_line({{"error", {{"message", message}, {"at", place}}}}), id);
}

void render_raw_json(std::string_view id, std::string_view raw, std::ostream& out) {
  std::string line = "{\"id\":";
  append_json(line, id);
  line += ",\"raw\":";
  append_harmless_json(line, raw);
  out << line << "}\n";
}

void render_jsonl(const SearchResult& result, const MoreHits& more, std::ostream& out) {
  each_hit(result, more, out, [&](const Hit& hit) { out << dump_line(hit_json(hit)); });
}

void render_ids(const SearchResult& result, const MoreHits& more, std::ostream& out) {
  each_hit(result, more, out, [&](const Hit& hit) { out << hit.article.id << '\n'; });
}

void render_json(const SearchResult& result, std::ostream& out) { render_json(result, {}, out); }
void render_jsonl(const SearchResult& result, std::ostream& out) { render_jsonl(result, {}, out); }
void render_ids(const SearchResult& result, std::ostream& out) { render_ids(result, {}, out); }

}  // namespace backfile
