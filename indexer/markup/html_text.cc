#include "indexer/markup/html_text.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"
#include "indexer/markup/entities.h"
#include "indexer/markup/html_document.h"
#include "indexer/markup/html_flow.h"
#include "indexer/markup/html_tree.h"

namespace backfile {
namespace {

// Tags that plain text does not hold by chance.
constexpr auto kTelling = std::to_array<std::string_view>(
    {"</a>",      "</b>",     "</blockquote>", "</div>", "</em>", "</h1>", "</h2>",
     "</h3>",     "</h4>",    "</i>",          "</li>",  "</ol>", "</p>",  "</span>",
     "</strong>", "</table>", "</td>",         "</ul>",  "<br>",  "<br/>", "<br />",
     "<hr>",      "<hr/>",    "<hr />",        "<p>",    "<img "});

bool begins_with(std::string_view text, std::string_view tag) {
  return text.size() >= tag.size() &&
         std::ranges::equal(text.substr(0, tag.size()), tag, {}, ascii_lower);
}

}  // namespace

std::string html_to_text(std::string_view html) {
  if (html.find('<') == std::string_view::npos && !first_invalid_utf8(html)) {
    HtmlFlow flow;
    flow.add(decode_entities(html));
    return flow.take();
  }
  return html_to_text(HtmlDocument(html));
}

std::string html_to_text(const HtmlDocument& document) {
  HtmlFlow flow;
  if (document.body())
    flow_text(
        *document.body(), [](const xmlNode&) { return true; }, flow);
  return flow.take();
}

bool looks_like_html(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::string_view rest = text.substr(at);
    if (std::ranges::any_of(kTelling, [&](std::string_view tag) { return begins_with(rest, tag); }))
      return true;
  }
  return false;
}

}  // namespace backfile
