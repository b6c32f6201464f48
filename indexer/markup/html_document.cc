#include "indexer/markup/html_document.h"

#include <limits>

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>

#include "indexer/markup/tame_html.h"

namespace backfile {
namespace {

struct FreeParser {
  void operator()(htmlParserCtxtPtr parser) const { htmlFreeParserCtxt(parser); }
};

// libxml2 gives up on a whole page at a depth of 256, and looks through all open names at every end
// tag. So what is too deep is taken from its stack of names before it has a node.
void start_element(void* context, const xmlChar* name, const xmlChar** attributes) {
  auto* parser = static_cast<htmlParserCtxtPtr>(context);
  if (parser->nameNr <= kMaxHtmlDepth) return xmlSAX2StartElement(context, name, attributes);
  --parser->nameNr;
  parser->name = parser->nameTab[parser->nameNr - 1];
  xmlSAX2Characters(context, reinterpret_cast<const xmlChar*>(" "), 1);
}

xmlDocPtr parse(const std::string& html) {
  // What is set up at first use is shared by all threads.
  [[maybe_unused]] static const bool is_ready = (xmlInitParser(), true);
  if (html.size() > std::size_t(std::numeric_limits<int>::max())) return nullptr;
  const std::unique_ptr<xmlParserCtxt, FreeParser> parser(htmlNewParserCtxt());
  if (!parser) return nullptr;
  parser->sax->startElement = start_element;
  parser->sax->ignorableWhitespace = xmlSAX2Characters;
  parser->options |= XML_PARSE_HUGE;  // texts of more than 10 MB
  return htmlCtxtReadMemory(parser.get(), html.data(), int(html.size()), nullptr, "UTF-8",
                            HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_NODEFDTD |
                                HTML_PARSE_IGNORE_ENC);
}

}  // namespace

void HtmlDocument::Free::operator()(_xmlDoc* document) const { xmlFreeDoc(document); }

HtmlDocument::HtmlDocument(std::string_view html) {
  TameHtml tame = tame_html(html);
  document_.reset(parse(tame.html));
  language_ = std::move(tame.language);
  json_ld_ = std::move(tame.json_ld);
}

const _xmlNode* HtmlDocument::body() const {
  const xmlNode* root = document_ ? xmlDocGetRootElement(document_.get()) : nullptr;
  return root ? root->children : nullptr;
}

}  // namespace backfile
