#include "indexer/markup/html_names.h"

#include <algorithm>
#include <array>

namespace backfile {
namespace {

constexpr auto kVoid = std::to_array<std::string_view>(
    {"area",  "base",  "basefont", "bgsound", "br",      "col",    "embed",
     "frame", "hr",    "img",      "input",   "isindex", "keygen", "link",
     "meta",  "param", "source",   "spacer",  "track",   "wbr"});

constexpr auto kHoldsNoTags = std::to_array<std::string_view>(
    {"iframe", "noembed", "noframes", "noscript", "script", "style", "textarea", "title"});

// <head> and <body> too: one body is there from the start.
constexpr auto kLeftOutTags = std::to_array<std::string_view>(
    {"area",   "base",    "basefont", "bgsound",  "body",  "col",       "embed",
     "frame",  "head",    "html",     "iframe",   "img",   "input",     "isindex",
     "keygen", "noembed", "noframes", "noscript", "param", "plaintext", "script",
     "source", "spacer",  "style",    "textarea", "track", "wbr",       "xmp"});

constexpr auto kUnread =
    std::to_array<std::string_view>({"audio", "canvas", "datalist", "math", "object", "select",
                                     "svg", "template", "title", "video"});

constexpr auto kBlocks = std::to_array<std::string_view>(
    {"address", "article", "aside", "blockquote", "caption", "center",   "dd",         "details",
     "dialog",  "dir",     "div",   "dl",         "dt",      "fieldset", "figcaption", "figure",
     "footer",  "form",    "h1",    "h2",         "h3",      "h4",       "h5",         "h6",
     "header",  "hgroup",  "hr",    "legend",     "li",      "main",     "menu",       "nav",
     "ol",      "p",       "pre",   "section",    "summary", "table",    "tbody",      "tfoot",
     "thead",   "tr",      "ul"});

bool contains(const auto& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

bool is_void(std::string_view name) { return contains(kVoid, name); }
bool holds_no_tags(std::string_view name) { return contains(kHoldsNoTags, name); }
bool is_left_out_tag(std::string_view name) { return contains(kLeftOutTags, name); }
bool is_unread(std::string_view name) { return contains(kUnread, name); }
bool is_block(std::string_view name) { return contains(kBlocks, name); }

}  // namespace backfile
