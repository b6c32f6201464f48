// What a page says of itself, gathered in one walk through it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

class HtmlDocument;

using FactsByName = std::map<std::string, std::vector<std::string>, std::less<>>;

struct TimeFact {
  std::string value;               // of datetime="", else the text
  bool is_of_publication = false;  // pubdate, or itemprop=datePublished
  bool is_in_article = false;      // within <article> or <main>
};

struct PageFacts {
  FactsByName meta;   // content of <meta>, by its name, property or http-equiv in lower case
  FactsByName items;  // of elements, by itemprop in lower case
  std::vector<TimeFact> times;
  std::vector<std::string> headings;  // <h1>
  std::vector<std::string> authors;   // <a rel="author">, and what is called a byline's author
  std::string title;                  // <title>
  std::string canonical;              // <link rel="canonical">
};

// Bounded: of each kind a page's first few are taken, and texts of some hundred bytes at most.
PageFacts facts_of(const HtmlDocument& page);

}  // namespace backfile
