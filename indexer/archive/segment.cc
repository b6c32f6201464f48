#include "indexer/archive/segment.h"

#include <filesystem>

#include "common/error.h"
#include "common/schema.h"
#include "common/terms.h"

namespace backfile {
namespace {

// A filter costs a walk over all ids of a segment. It is made when one in this many was looked for.
constexpr std::uint64_t kSearchesForFilter = 50;

}  // namespace

IdTerm::IdTerm(const std::string& id) : term(value_term(*field_by_name("id"), id)), hash(term) {}

Segment::Segment(const std::string& archive, std::string name)
    : name_(std::move(name)), database_(archive + "/" + name_, Xapian::DB_BACKEND_GLASS) {
  const std::string version = database_.get_metadata(std::string(kSchemaKey));
  if (version != kSchemaVersion)
    throw Error("a segment of schema version " + version, archive + "/" + name_,
                "index the dump into a new archive");
  for (const auto& file : std::filesystem::directory_iterator(archive + "/" + name_))
    bytes_ += file.file_size();
}

std::optional<Segment::Found> Segment::find(const IdTerm& id) {
  if (!filter_ && ++searches_ * kSearchesForFilter > documents()) load_filter();
  if (filter_ && !filter_->may_have(id.hash)) return std::nullopt;
  const auto posting = database_.postlist_begin(id.term);
  if (posting == database_.postlist_end(id.term)) return std::nullopt;
  return Found{*posting, digest(*posting)};
}

void Segment::load_filter() {
  filter_.emplace(documents());
  const std::string prefix(field_by_name("id")->prefix);
  const auto end = database_.allterms_end(prefix);
  for (auto term = database_.allterms_begin(prefix); term != end; ++term)
    filter_->add(IdFilter::Hash(*term));
}

std::vector<std::uint32_t> Segment::docids() const {
  std::vector<std::uint32_t> docids;
  docids.reserve(documents());
  for (auto document = database_.postlist_begin(""); document != database_.postlist_end("");
       ++document)
    docids.push_back(*document);
  return docids;
}

std::string Segment::stored(std::uint32_t docid, Decompressor& decompressor) const {
  return decompressor.decompress(database_.get_document(docid).get_data());
}

std::string Segment::digest(std::uint32_t docid) const {
  return database_.get_document(docid).get_value(kDigestSlot);
}

}  // namespace backfile
