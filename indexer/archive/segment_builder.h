// Articles -> one segment: a finished database of its own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/article.h"
#include "common/compression.h"
#include "indexer/glass/term_lists.h"

namespace backfile {

struct NewArticle {
  Article article;
  std::string stored;  // to_stored() of it, with the text as it came if that is kept
  std::string digest;  // content_digest(stored)
};

// `raw`: its text as it came, if that is to be kept.
NewArticle prepared(Article article, const std::optional<std::string>& raw = {});

// The article's values: (slot, value) in the order of the slots. `digest` empty: without it.
std::vector<std::pair<unsigned, std::string>> document_values(const Article& article,
                                                              std::string_view digest);

// Writes the articles as documents 1, 2, ... into `folder`, which must not be there; durable on
// return. Throws Error when the disk does not take it.
void build_segment(const std::string& folder, std::vector<NewArticle> articles,
                   const CompressionDictionary& dictionary);

// What build_segment() made of an article: what deleting it takes.
glass::DocumentTerms document_terms(std::uint32_t docid, const Article& article);

}  // namespace backfile
