// Where on a page its article is.
#pragma once

#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/markup/page_blocks.h"

namespace backfile {

// Bytes of running text below each element that has any.
class TextMass {
 public:
  // By the texts themselves: in a <p>, or as long as a sentence, and in no link.
  explicit TextMass(const xmlNode& top);
  // By the blocks that are no part beside the article.
  TextMass(const std::vector<Block>& blocks, const xmlNode& top);

  std::size_t of(const xmlNode* element) const;

 private:
  std::unordered_map<const xmlNode*, std::size_t> bytes_;
};

// The element that holds the article, and what belongs to it next to that element.
class ArticlePlace {
 public:
  // What is marked as an article's text by its name, if it has its share of the page's; else
  // from `top` down for as long as one child has nearly all of the running text. Beside the element
  // found so are, where an article is split over several: elements and paragraphs of the same
  // class, and the paragraphs next to it.
  ArticlePlace(const std::vector<Block>& blocks, const xmlNode& top);

  bool holds(const xmlNode* element) const;

 private:
  const xmlNode* next_inside(const TextMass& mass,
                             const std::unordered_set<const xmlNode*>& holders) const;
  void add_neighbours(const TextMass& mass, const xmlNode& top);
  void add_paragraphs(const std::vector<Block>& blocks, const xmlNode& top);

  const xmlNode* container_;
  std::unordered_set<const xmlNode*> neighbours_;
};

}  // namespace backfile
