#include "indexer/glass/segment_writer.h"

#include <algorithm>

#include "common/durable_file.h"
#include "common/error.h"
#include "indexer/glass/term_lists.h"

namespace backfile::glass {
namespace {

constexpr std::size_t kMaxTermBytes = 245;

}  // namespace

SegmentWriter::SegmentWriter(const std::string& folder, const SegmentOptions& options)
    : folder_(folder),
      options_(options),
      postings_(folder, options.block_size, kRevision),
      positions_(folder, options.block_size, kRevision),
      documents_(folder, options.block_size, kRevision) {
  make_folder(folder);
}

void SegmentWriter::set_metadata(std::string_view key, std::string_view value) {
  if (in_terms_) throw Error("metadata after terms", folder_);
  if (key.empty()) throw Error("metadata without a key", folder_);
  metadata_[std::string(key)] = value;
}

std::uint32_t SegmentWriter::add_document(std::string_view data, std::uint32_t length,
                                          std::span<const SlotValue> values) {
  if (in_terms_) throw Error("a document after terms", folder_);
  lengths_.push_back(length);
  const auto docid = static_cast<std::uint32_t>(lengths_.size());
  documents_.add(docid, data);
  for (const SlotValue& value : values) values_.add(docid, value);
  return docid;
}

void SegmentWriter::begin_term(std::string_view term) {
  if (!in_terms_) begin_terms();
  postings_.end_term();
  max_docid_ = static_cast<std::uint32_t>(lengths_.size());
  if (term.size() > kMaxTermBytes)
    throw Error("a term of over 245 bytes", term.substr(0, kMaxTermBytes));
  if (term <= term_) throw Error("a term out of order", term);
  term_ = term;
  postings_.begin_term(term);
  positions_.begin_term(term);
}

void SegmentWriter::finish() {
  if (!in_terms_) begin_terms();
  postings_.end_term();

  Version version = make_version(options_.block_size);
  version.documents = static_cast<std::uint32_t>(lengths_.size());
  version.last_docid = version.documents;
  version.max_wdf = max_wdf_;
  for (const std::uint32_t length : lengths_) {
    if (length > 0 && (version.min_length == 0 || length < version.min_length))
      version.min_length = length;
    version.max_length = std::max(version.max_length, length);
    version.total_length += length;
  }
  if (version.total_length != wdf_sum_ || version.max_length < max_wdf_)
    throw Error("the lengths of the documents are not those of their postings", folder_);

  version.tables[kPostings] = postings_.finish(options_.sync);
  version.tables[kPositions] = positions_.finish(options_.sync);
  version.tables[kDocumentData] = documents_.finish(options_.sync);
  version.tables[kTermLists] = write_empty_term_lists(folder_, options_);
  write_version(folder_, version, options_.sync);
}

void SegmentWriter::begin_terms() {
  in_terms_ = true;
  postings_.write_head(metadata_, values_, lengths_);
  values_ = {};
}

void SegmentWriter::refuse_posting(std::uint32_t docid) const {
  throw Error(
      "no posting can be added", "document " + std::to_string(docid),
      docid > max_docid_ ? "there is no term or no such document" : "it comes out of order");
}

}  // namespace backfile::glass
