#include "searcher/render/formats.h"

#include <ostream>

#include "common/error.h"
#include "searcher/render/atom.h"
#include "searcher/render/bibtex.h"
#include "searcher/render/render.h"
#include "searcher/render/ris.h"
#include "searcher/render/table.h"

namespace backfile {
namespace {

using RenderHits = void (*)(const SearchResult&, const MoreHits&, std::ostream&);
using RenderArticle = void (*)(const Article&, std::ostream&);

// For what prints the same whatever was asked.
template <RenderHits render>
void answer_in(const SearchResult& result, const MoreHits& more, const Asked& /*asked*/,
               std::ostream& out) {
  render(result, more, out);
}

template <RenderArticle render>
void article_in(const Article& article, const Asked& /*asked*/, std::ostream& out) {
  render(article, out);
}

void answer_in_text(const SearchResult& result, const MoreHits& more, const Asked& /*asked*/,
                    std::ostream& out) {
  render_text(result, more, style_of_output(), out);
}

void article_in_text(const Article& article, const Asked& /*asked*/, std::ostream& out) {
  render_text(article, style_of_output(), out);
}

void raw_in_text(std::string_view /*id*/, std::string_view raw, std::ostream& out) {
  render_raw_text(raw, out);
}

void searches_in_text(const std::vector<SavedSearch>& searches, std::ostream& out) {
  render_text(searches, style_of_output(), out);
}

void article_in_ids(const Article& article, const Asked& /*asked*/, std::ostream& out) {
  out << article.id << '\n';
}

constexpr OutputFormat kFormats[] = {
    {.name = "text",
     .answer = answer_in_text,
     .article = article_in_text,
     .raw = raw_in_text,
     .searches = searches_in_text,
     .tells_missing = true},
    {.name = "json",
     .answer = answer_in<render_json>,
     .article = article_in<render_json>,
     .raw = render_raw_json,
     .searches = render_json,
     .tells_missing = true},
    {.name = "jsonl",
     .answer = answer_in<render_jsonl>,
     .article = article_in<render_json>,
     .raw = render_raw_json},
    {.name = "csv",
     .answer = render_csv,
     .article = article_in<render_csv>,
     .counts = CountsPlace::kInstead,
     .has_explanations = false},
    {.name = "tsv",
     .answer = render_tsv,
     .article = article_in<render_tsv>,
     .counts = CountsPlace::kInstead,
     .has_explanations = false},
    {.name = "ris",
     .answer = answer_in<render_ris>,
     .article = article_in<render_ris>,
     .counts = CountsPlace::kNowhere,
     .has_explanations = false},
    {.name = "bibtex",
     .answer = answer_in<render_bibtex>,
     .article = article_in<render_bibtex>,
     .counts = CountsPlace::kNowhere,
     .has_explanations = false},
    {.name = "atom",
     .answer = render_atom,
     .article = render_atom,
     .counts = CountsPlace::kNowhere,
     .has_explanations = false},
    {.name = "ids",
     .answer = answer_in<render_ids>,
     .article = article_in_ids,
     .has_snippets = false},
};

// The option by which something is counted; empty when nothing is.
std::string_view counting_option(const SearchRequest& request) {
  if (request.timeline) return "--timeline";
  return request.facets.empty() && !request.words ? "" : "--facet";
}

}  // namespace

std::span<const OutputFormat> output_formats() { return kFormats; }

std::string output_format_names() {
  std::string names;
  for (const OutputFormat& format : kFormats)
    names.append(names.empty() ? "" : ", ").append(format.name);
  return names;
}

void check_format(const OutputFormat& format, const SearchRequest& request) {
  const std::string name = "--format " + std::string(format.name);
  if (request.explain && !format.has_explanations)
    throw Error(name + " has no place for explanations", "--explain", "use text, json or jsonl");
  const std::string option(counting_option(request));
  if (option.empty() || format.counts == CountsPlace::kBeside) return;
  if (format.counts == CountsPlace::kNowhere)
    throw Error(name + " has no place for counts", option, "use text, json, csv or tsv");
  if (request.limit > 0)
    throw Error(name + " is one table, of hits or of counts", option,
                "add --limit 0 for the counts");
  if (request.timeline && (request.words || !request.facets.empty()))
    throw Error(name + " is one table, of a timeline or of facets", option, "ask for one of them");
}

}  // namespace backfile
