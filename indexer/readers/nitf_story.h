// The parts of an NITF document that tell the story, wherever it stands: alone,
// or inside NewsML,
//   <nitf><body><body.head><hedline><hl1>...</hl1></hedline><byline>By Jane
//   Doe</byline></body.head> <body.content><p>...</p></body.content></body></nitf>
#pragma once

#include <string>
#include <vector>

#include "indexer/markup/xml.h"

namespace backfile {

// Empty when there is none.
std::string nitf_headline(const XmlElement& nitf);
// As written ("By JANE DOE"), without roles ("Staff Reporter").
std::vector<std::string> nitf_bylines(const XmlElement& nitf);
// Paragraphs parted by empty lines: the block that is the full text, where there is one, else all
// blocks but the lead paragraph repeated, media and notes; else the lead paragraph or the abstract.
std::string nitf_body(const XmlElement& nitf);

// The story in an element that holds an NITF document, XHTML or plain text, and whether its lines
// are whole paragraphs.
struct Story {
  std::string text;
  bool has_paragraphs = false;
};
Story story_in(const XmlElement& element);

}  // namespace backfile
