#include "common/glass/segment_reader.h"

#include <algorithm>
#include <utility>

#include "common/glass/packing.h"
#include "common/glass/posting_keys.h"
#include "common/glass/unpacking.h"

namespace backfile {
namespace {

using glass::Unpacking;

std::string key_of_term(std::string_view term) {
  std::string key;
  glass::append_sortable_text(key, term);
  return key;
}

}  // namespace

SegmentReader::SegmentReader(const std::string& folder)
    : version_(glass::read_version(folder)),
      postings_(glass::table_file(folder, glass::kPostings), version_.tables[glass::kPostings]),
      data_(glass::table_file(folder, glass::kDocumentData), version_.tables[glass::kDocumentData]),
      positions_(glass::table_file(folder, glass::kPositions), version_.tables[glass::kPositions]) {
}

std::string SegmentReader::data(std::uint32_t docid) const {
  std::string key;
  glass::append_sortable(key, docid);
  glass::MappedTable::Cursor cursor(data_);
  if (!cursor.seek(key) || cursor.key() != key) return {};
  return std::string(cursor.tag());
}

const std::vector<std::uint32_t>& SegmentReader::lengths() {
  if (!lengths_.empty()) return lengths_;
  lengths_.resize(std::size_t{last_docid()} + 1);
  PostingList::of_lengths(*this).for_each(
      [&](const Posting& posting) { lengths_[posting.docid] = posting.wdf; });
  return lengths_;
}

const std::vector<SegmentReader::ValueChunk>& SegmentReader::value_chunks(unsigned slot) const {
  if (const auto known = value_chunks_.find(slot); known != value_chunks_.end())
    return known->second;
  std::vector<ValueChunk> chunks;
  std::string prefix(glass::kValuesKey);
  glass::append_uint(prefix, slot);
  glass::MappedTable::Cursor cursor(postings_);
  for (bool found = cursor.seek(prefix); found && cursor.key().starts_with(prefix);
       found = cursor.next()) {
    Unpacking key(cursor.key().substr(prefix.size()), postings_.path());
    std::string_view values = cursor.tag();
    if (!cursor.in_one_piece()) values = joined_.emplace_back(values);
    chunks.push_back({key.take_sortable(), values});
  }
  return value_chunks_.emplace(slot, std::move(chunks)).first->second;
}

PostingList::PostingList(const SegmentReader& segment, std::string_view term)
    : PostingList(segment, key_of_term(term), key_of_term(term) + '\0') {}

PostingList PostingList::of_lengths(const SegmentReader& segment) {
  return {segment, glass::kLengthsKey, std::string(glass::kLengthsKey)};
}

PostingList::PostingList(const SegmentReader& segment, std::string_view first_key,
                         std::string key_before_docid)
    : segment_(&segment),
      cursor_(segment.postings()),
      key_before_docid_(std::move(key_before_docid)) {
  if (cursor_.seek(first_key) && cursor_.key() == first_key) open();
}

PostingList::PostingList(const SegmentReader& segment, glass::MappedTable::Cursor cursor)
    : segment_(&segment),
      cursor_(std::move(cursor)),
      key_before_docid_(std::string(cursor_.key()) + '\0') {
  open();
}

void PostingList::open() {
  Unpacking from(cursor_.tag(), segment_->postings().path());
  size_ = from.take_uint<std::uint32_t>();
  is_last_ = false;
}

const std::vector<Posting>& PostingList::next() {
  chunk_.clear();
  append_chunk(chunk_);
  return chunk_;
}

void PostingList::read_all(std::vector<Posting>& to) {
  to.reserve(to.size() + std::min(size_, segment_->last_docid()));
  while (append_chunk(to)) continue;
}

bool PostingList::append_chunk(std::vector<Posting>& to) {
  if (is_last_) return false;
  const std::string& path = segment_->postings().path();
  if (!is_first_) {
    if (!cursor_.next() || !cursor_.key().starts_with(key_before_docid_)) glass::fail_damaged(path);
    Unpacking key(cursor_.key().substr(key_before_docid_.size()), path);
    const std::uint32_t first_docid = key.take_sortable();
    read_chunk(cursor_.tag(), first_docid, to);
    return true;
  }
  is_first_ = false;
  Unpacking from(cursor_.tag(), path);
  from.take_uint<std::uint32_t>();
  from.take_uint<std::uint32_t>();
  const auto first_docid = from.take_uint<std::uint32_t>() + 1;
  read_chunk(from.rest(), first_docid, to);
  return true;
}

void PostingList::read_chunk(std::string_view tag, std::uint32_t first_docid,
                             std::vector<Posting>& to) {
  const std::string& path = segment_->postings().path();
  Unpacking head(tag, path);
  is_last_ = head.take(1) == "1";
  head.take_uint<std::uint32_t>();  // how far it reaches
  const std::string_view postings = head.rest();
  const char* from = postings.data();
  const char* const end = from + postings.size();
  const std::uint32_t last = segment_->last_docid();
  // A posting takes two bytes at least, the first one.
  const std::size_t before = to.size();
  to.resize(before + postings.size() / 2 + 1);
  Posting* next = to.data() + before;
  Posting posting{first_docid, 0};
  while (true) {
    if (posting.docid > last || !glass::take_packed(from, end, posting.wdf))
      glass::fail_damaged(path);
    *next++ = posting;
    if (from == end) break;
    std::uint32_t distance = 0;
    if (!glass::take_packed(from, end, distance) || distance >= last) glass::fail_damaged(path);
    posting.docid += distance + 1;
  }
  to.resize(std::size_t(next - to.data()));
}

SlotValues::SlotValues(const SegmentReader& segment, unsigned slot)
    : segment_(&segment), chunks_(segment.value_chunks(slot)) {}

void SlotValues::open(const Chunk& chunk) {
  Unpacking from(chunk.values, segment_->postings().path());
  docid_ = chunk.first_docid;
  value_ = from.take_text();
  rest_ = from.rest();
}

std::string_view SlotValues::value(std::uint32_t docid) {
  const bool is_beyond = next_chunk_ < chunks_.size() && chunks_[next_chunk_].first_docid <= docid;
  if (next_chunk_ == 0 || docid < docid_ || is_beyond) {
    const auto next = std::ranges::upper_bound(chunks_, docid, {}, &Chunk::first_docid);
    if (next == chunks_.begin()) return {};
    next_chunk_ = std::size_t(next - chunks_.begin());
    open(*(next - 1));
  }
  while (docid_ < docid && !rest_.empty()) {
    Unpacking from(rest_, segment_->postings().path());
    docid_ += from.take_uint<std::uint32_t>() + 1;
    value_ = from.take_text();
    rest_ = from.rest();
  }
  return docid_ == docid ? value_ : std::string_view();
}

}  // namespace backfile
