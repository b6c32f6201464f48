// Articles -> one segment: a finished database of its own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/article.h"
#include "common/compression.h"
#include "indexer/archive/posting_run.h"
#include "indexer/glass/segment_options.h"
#include "indexer/glass/term_lists.h"

namespace backfile {

struct NewArticle {
  Article article;
  std::string stored;  // to_stored() of it, with the text as it came if that is kept
  std::string digest;  // content_digest(stored)
};

// `raw`: its text as it came, if that is to be kept.
NewArticle prepared(Article article, const std::optional<std::string>& raw = {});

// What the values of a document hold beside fields.
struct DocumentMarks {
  std::string_view digest;
  std::string_view signature;  // empty: none (duplicates/signature.h)
};
// The article's values: (slot, value) in the order of the slots.
std::vector<std::pair<unsigned, std::string>> document_values(const Article& article,
                                                              const DocumentMarks& marks);

// Some articles of a segment in memory, inverted.
struct SegmentPart {
  struct Document {
    std::string data;
    std::uint32_t length;
    std::vector<std::pair<unsigned, std::string>> values;
  };
  std::vector<Document> documents;
  PostingRun postings;
};
SegmentPart inverted_part(std::vector<NewArticle> articles,
                          const CompressionDictionary& dictionary);

// Writes the articles of the parts as documents 1, 2, ... into `folder`, which must not be there.
// Throws Error when the disk does not take it.
void write_segment(const std::string& folder, std::vector<SegmentPart> parts,
                   const glass::SegmentOptions& options);

// What inverted_part() makes of an article: what deleting it takes.
struct InvertedDocument {
  glass::DocumentTerms terms;
  std::string signature;
};
InvertedDocument inverted(std::uint32_t docid, const Article& article);

}  // namespace backfile
