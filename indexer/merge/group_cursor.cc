#include "indexer/merge/group_cursor.h"

#include "common/glass/posting_keys.h"
#include "common/glass/unpacking.h"

namespace backfile::glass {
namespace {

constexpr char kTermByteNul = '\xff';  // follows a NUL byte that is the term's

// Of a packed number at the front of `text`; one more than there are when it does not end.
std::size_t packed_bytes(std::string_view text) {
  std::size_t bytes = 0;
  while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0x80) != 0) ++bytes;
  return bytes + 1;
}

// Of the term, as it is spelled in a key.
std::size_t term_bytes(std::string_view key) {
  std::size_t end = key.find('\0');
  while (end != std::string_view::npos && end + 1 < key.size() && key[end + 1] == kTermByteNul)
    end = key.find('\0', end + 2);
  return end == std::string_view::npos ? key.size() : end;
}

}  // namespace

void GroupCursor::fail() const { fail_damaged(table_.path()); }

bool GroupCursor::next_group() {
  if (!in_next_group_ && !advance()) return false;
  in_next_group_ = false;
  begin_group(table_.key());
  return true;
}

bool GroupCursor::next() {
  if (!advance()) return false;
  const std::string_view key = table_.key();
  if (before_docid_.empty() || key.size() <= before_docid_.size() ||
      !key.starts_with(before_docid_) || key[before_docid_.size()] == kTermByteNul) {
    in_next_group_ = true;
    return false;
  }
  take_docid(key.substr(before_docid_.size()));
  return true;
}

void GroupCursor::seek(std::string_view group) {
  table_.seek(group);
  in_next_group_ = false;
  group_.clear();
}

bool GroupCursor::advance() {
  if (!table_.next()) return false;
  if (table_.compressed()) fail();
  return true;
}

void GroupCursor::begin_group(std::string_view key) {
  std::size_t group_bytes = 0;
  std::size_t separator_bytes = 0;
  bool has_docids = true;
  if (key.starts_with(kMetadataKey) || key.starts_with(kBoundsKey)) {
    group_bytes = key.size();
    has_docids = false;
  } else if (key.starts_with(kValuesKey)) {
    group_bytes = kValuesKey.size() + packed_bytes(key.substr(kValuesKey.size()));
  } else if (key.starts_with(kLengthsKey)) {
    group_bytes = kLengthsKey.size();
  } else {
    group_bytes = term_bytes(key);
    separator_bytes = 1;
  }
  if (group_bytes == 0 || group_bytes > key.size()) fail();

  const std::string_view group = key.substr(0, group_bytes);
  if (group <= group_) fail();
  group_ = group;
  before_docid_.clear();
  if (has_docids) before_docid_.assign(group_).append(separator_bytes, '\0');
  docid_ = 0;
  if (key.size() > group_bytes) take_docid(key.substr(before_docid_.size()));
}

void GroupCursor::take_docid(std::string_view packed) {
  Unpacking from(packed, table_.path());
  const std::uint32_t docid = shifted(from.take_sortable());
  if (docid <= docid_ || !from.done()) fail();
  docid_ = docid;
}

}  // namespace backfile::glass
