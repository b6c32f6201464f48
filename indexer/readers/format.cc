#include "indexer/readers/format.h"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "indexer/readers/csv.h"
#include "indexer/readers/feed.h"
#include "indexer/readers/html.h"
#include "indexer/readers/json.h"
#include "indexer/readers/jsonl.h"
#include "indexer/readers/look.h"
#include "indexer/readers/newsml.h"
#include "indexer/readers/ninjs.h"
#include "indexer/readers/nitf.h"
#include "indexer/readers/reuters.h"
#include "indexer/readers/text.h"
#include "indexer/readers/trec.h"
#include "indexer/readers/warc.h"

namespace backfile {
namespace {

using Ending = std::string_view;

constexpr Ending kCsvEndings[] = {".csv"};
constexpr Ending kFeedEndings[] = {".rss", ".atom", ".rdf"};
constexpr Ending kHtmlEndings[] = {".html", ".htm", ".xhtml", ".shtml"};
constexpr Ending kJsonEndings[] = {".json"};
constexpr Ending kJsonlEndings[] = {".jsonl", ".ndjson", ".jl"};
constexpr Ending kNewsmlEndings[] = {".newsml"};
constexpr Ending kNitfEndings[] = {".nitf"};
constexpr Ending kTextEndings[] = {".txt", ".text"};
constexpr Ending kTrecEndings[] = {".sgm", ".sgml"};
constexpr Ending kTsvEndings[] = {".tsv", ".tab"};
constexpr Ending kWarcEndings[] = {".warc", ".wet"};

constexpr std::array kFormats = {
    Format{"warc", kWarcEndings, looks_like_warc, make_warc_reader},
    Format{"reuters", {}, looks_like_reuters, make_reuters_reader},
    Format{"trec", kTrecEndings, looks_like_trec, make_trec_reader},
    Format{"feed", kFeedEndings, looks_like_feed, make_feed_reader},
    Format{"nitf", kNitfEndings, looks_like_nitf, make_nitf_reader},
    Format{"newsml", kNewsmlEndings, looks_like_newsml, make_newsml_reader},
    Format{"html", kHtmlEndings, looks_like_html_page, make_html_reader},
    Format{"ninjs", {}, looks_like_ninjs, make_ninjs_reader},
    Format{"jsonl", kJsonlEndings, looks_like_jsonl, make_jsonl_reader},
    Format{"json", kJsonEndings, looks_like_json, make_json_reader},
    Format{"tsv", kTsvEndings, looks_like_tsv, make_csv_reader},
    Format{"csv", kCsvEndings, looks_like_csv, make_csv_reader},
    Format{"text", kTextEndings, looks_like_text, make_text_reader},  // takes what no other does
};

const Format* format_by_ending(std::string_view name) {
  for (const Format& format : kFormats)
    for (const std::string_view ending : format.endings)
      if (ends_with_letters(name, ending)) return &format;
  return nullptr;
}

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* format_by_name(std::string_view name) {
  const auto* row = std::ranges::find(kFormats, name, &Format::name);
  return row == kFormats.end() ? nullptr : row;
}

std::string format_names() {
  std::vector<std::string_view> names;
  for (const Format& format : kFormats) names.push_back(format.name);
  std::ranges::sort(names);
  return fmt::format("{}", fmt::join(names, " "));
}

std::variant<Detected, Rejection> detect_format(Input& input) {
  const std::string_view bytes = input.peek(kLookBytes).substr(0, kLookBytes);
  const std::string_view head = without_leading_space(bytes);
  if (head.empty() && bytes.size() < kLookBytes) {
    input.require_whole();
    return Rejection{{input.path(), {}}, "empty", "the file has no text"};
  }
  const Format* by_name = format_by_ending(input.name().name);
  for (const Format& format : kFormats) {
    if (!format.looks_like(head)) continue;
    // Any text may be plain text: there the name knows better.
    if (&format == &kFormats.back() && by_name) break;
    return Detected{&format, &format == &kFormats.back()};
  }
  if (by_name) return Detected{by_name, !head.empty() && by_name != &kFormats.back()};
  return Rejection{
      {input.path(), {}},
      "unknown format",
      "neither by content nor by name; name it with --format (" + format_names() + ")"};
}

}  // namespace backfile
