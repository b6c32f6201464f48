#include "common/glass/mapped_table.h"

#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/error.h"
#include "common/glass/block.h"
#include "common/glass/packing.h"
#include "common/glass/unpacking.h"

namespace backfile::glass {

void Unmap::operator()(const char* file) const { munmap(const_cast<char*>(file), bytes); }

MappedTable::MappedTable(std::string path, const RootInfo& info)
    : path_(std::move(path)), block_size_(info.block_size), level_(info.level), root_(info.root) {
  if (!info.fake) map_file();
}

void MappedTable::map_file() {
  const int file = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat about = {};
  if (file < 0 || fstat(file, &about) != 0 || about.st_size == 0) {
    if (file >= 0) close(file);
    throw Error("the archive cannot be read", path_);
  }
  const auto bytes = std::size_t(about.st_size);
  void* const mapped = mmap(nullptr, bytes, PROT_READ, MAP_SHARED, file, 0);
  close(file);
  if (mapped == MAP_FAILED) throw Error("the archive cannot be mapped into memory", path_);
  file_ = {static_cast<const char*>(mapped), Unmap{bytes}};
}

const char* MappedTable::block(std::uint32_t number) const {
  if (number >= file_.get_deleter().bytes / block_size_) fail_damaged(path_);
  return file_.get() + number * block_size_;
}

MappedTable::Item MappedTable::item_at(const char* block, std::size_t place) const {
  const std::size_t begin = load_16(block + place);
  if (begin + kItemHead > block_size_) fail_damaged(path_);
  const char* item = block + begin;
  const unsigned flags = load_16(item);
  const std::size_t bytes = (flags & kLengthMask) + kItemHead;
  const std::size_t key_bytes = static_cast<unsigned char>(item[kItemHead - 1]);
  const bool first = (flags & kFirstPiece) != 0;
  const std::size_t tag_at = kItemHead + key_bytes + (first ? 0 : kPieceNumberBytes);
  if (begin + bytes > block_size_ || tag_at > bytes) fail_damaged(path_);
  const unsigned number = first ? 1 : load_16(item + kItemHead + key_bytes);
  return {{item + kItemHead, key_bytes}, {item + tag_at, bytes - tag_at}, number, flags};
}

bool MappedTable::begins_by(const char* block, std::size_t place, std::string_view key) const {
  const std::size_t begin = load_16(block + place);
  if (begin + kBranchItemHead > block_size_) fail_damaged(path_);
  const char* item = block + begin;
  const std::size_t key_bytes = static_cast<unsigned char>(item[kChildBytes]);
  if (begin + kBranchItemHead + key_bytes + kPieceNumberBytes > block_size_) fail_damaged(path_);
  const std::string_view least(item + kBranchItemHead, key_bytes);
  const unsigned piece = load_16(item + kBranchItemHead + key_bytes);
  return least < key || (least == key && piece <= 1);
}

std::uint32_t MappedTable::child_at(const char* block, std::size_t place) const {
  const std::size_t begin = load_16(block + place);
  if (begin + kBranchItemHead > block_size_) fail_damaged(path_);
  return load_32(block + begin);
}

void MappedTable::Cursor::open(std::size_t level, std::uint32_t number) {
  const char* block = table_->block(number);
  const std::size_t end = load_16(block + kDirectoryEndAt);
  if (static_cast<unsigned char>(block[kLevelAt]) != level || end <= kDirectoryBegin ||
      end > table_->block_size_ || (end - kDirectoryBegin) % kPlaceBytes != 0)
    fail_damaged(table_->path_);
  levels_[level] = {block, kDirectoryBegin, end};
}

bool MappedTable::Cursor::seek(std::string_view key) {
  if (!table_->file_) return false;
  open(table_->level_, table_->root_);
  for (std::size_t i = table_->level_; i > 0; --i) {
    Level& branch = levels_[i];
    // The last child that does not begin behind the key; the first has no key.
    std::size_t low = 0;
    std::size_t high = (branch.end - kDirectoryBegin) / kPlaceBytes;
    while (high - low > 1) {
      const std::size_t middle = (low + high) / 2;
      const std::size_t place = kDirectoryBegin + middle * kPlaceBytes;
      (table_->begins_by(branch.block, place, key) ? low : high) = middle;
    }
    branch.place = kDirectoryBegin + low * kPlaceBytes;
    open(i - 1, table_->child_at(branch.block, branch.place));
  }
  Level& leaf = levels_[0];
  std::size_t low = 0;
  std::size_t high = (leaf.end - kDirectoryBegin) / kPlaceBytes;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const Item item = table_->item_at(leaf.block, kDirectoryBegin + middle * kPlaceBytes);
    if (item.key < key)
      low = middle + 1;
    else
      high = middle;
  }
  leaf.place = kDirectoryBegin + low * kPlaceBytes;
  return read_entry();
}

bool MappedTable::Cursor::advance(std::string_view key) {
  constexpr int kNear = 8;
  if (!is_at_entry_ || key < key_) return seek(key);
  for (int i = 0; i < kNear; ++i) {
    if (key_ >= key) return true;
    if (!read_entry()) return false;
  }
  return key_ >= key || seek(key);
}

bool MappedTable::Cursor::next() { return read_entry(); }

// The first leaf that begins behind this one.
bool MappedTable::Cursor::next_leaf() {
  std::size_t level = 1;
  for (;; ++level) {
    if (level > table_->level_) return false;
    if (levels_[level].place + kPlaceBytes < levels_[level].end) break;
  }
  levels_[level].place += kPlaceBytes;
  for (; level > 0; --level)
    open(level - 1, table_->child_at(levels_[level].block, levels_[level].place));
  return true;
}

// The entry at the leaf's place; the place goes behind it.
bool MappedTable::Cursor::read_entry() {
  is_at_entry_ = false;
  const auto take = [this](Item& item) {
    Level& leaf = levels_[0];
    if (leaf.place == leaf.end && !next_leaf()) return false;
    item = table_->item_at(leaf.block, leaf.place);
    leaf.place += kPlaceBytes;
    return true;
  };
  Item item;
  do
    if (!take(item)) return false;
  while (item.key.empty());
  if ((item.flags & kFirstPiece) == 0) fail_damaged(table_->path_);
  key_ = item.key;
  tag_ = item.piece;
  in_one_piece_ = (item.flags & kLastPiece) != 0;
  is_at_entry_ = true;
  if (in_one_piece_) return true;
  joined_tag_ = item.piece;
  while ((item.flags & kLastPiece) == 0) {
    if (!take(item) || item.key != key_ || (item.flags & kFirstPiece) != 0)
      fail_damaged(table_->path_);
    joined_tag_ += item.piece;
  }
  return true;
}

}  // namespace backfile::glass
