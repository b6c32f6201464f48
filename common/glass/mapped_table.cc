#include "common/glass/mapped_table.h"

#include <algorithm>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/error.h"

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

// The pages stay in the system's cache.
void MappedTable::let_go() const {
  if (file_) madvise(const_cast<char*>(file_.get()), file_.get_deleter().bytes, MADV_DONTNEED);
}

const char* MappedTable::block(std::uint32_t number) const {
  if (number >= file_.get_deleter().bytes / block_size_) fail_damaged(path_);
  return file_.get() + number * block_size_;
}

void MappedTable::Cursor::open(std::size_t level, std::uint32_t number) {
  const char* block = table_->block(number);
  const std::size_t end = directory_end_of(table_->source(), block, level);
  if (end == kDirectoryBegin) fail_damaged(table_->path_);
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
      (child_begins_by(table_->source(), branch.block, place, key) ? low : high) = middle;
    }
    branch.place = kDirectoryBegin + low * kPlaceBytes;
    open(i - 1, child_block(table_->source(), branch.block, branch.place));
  }
  seek_in_leaf(key, kDirectoryBegin, levels_[0].end);
  return read_entry();
}

// The leaf's place goes to the first item between two places whose key is not below `key`.
void MappedTable::Cursor::seek_in_leaf(std::string_view key, std::size_t begin, std::size_t end) {
  Level& leaf = levels_[0];
  std::size_t low = (begin - kDirectoryBegin) / kPlaceBytes;
  std::size_t high = (end - kDirectoryBegin) / kPlaceBytes;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (key_at(kDirectoryBegin + middle * kPlaceBytes) < key)
      low = middle + 1;
    else
      high = middle;
  }
  leaf.place = kDirectoryBegin + low * kPlaceBytes;
}

std::string_view MappedTable::Cursor::key_at(std::size_t place) const {
  return leaf_item(table_->source(), levels_[0].block, place).key;
}

// In steps that double, within the leaf at hand.
bool MappedTable::Cursor::advance(std::string_view key) {
  if (!is_at_entry_ || key < key_) return seek(key);
  if (key_ >= key) return true;
  const Level& leaf = levels_[0];
  std::size_t begin = leaf.place;
  for (std::size_t step = kPlaceBytes; begin < leaf.end; step *= 2) {
    const std::size_t end = std::min(begin + step, leaf.end);
    if (key_at(end - kPlaceBytes) >= key) {
      seek_in_leaf(key, begin, end);
      return read_entry();
    }
    begin = end;
  }
  return seek(key);
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
    open(level - 1, child_block(table_->source(), levels_[level].block, levels_[level].place));
  return true;
}

// The entry at the leaf's place; the place goes behind it.
bool MappedTable::Cursor::read_entry() {
  is_at_entry_ = false;
  const auto take = [this](LeafItem& item) {
    Level& leaf = levels_[0];
    if (leaf.place == leaf.end && !next_leaf()) return false;
    item = leaf_item(table_->source(), leaf.block, leaf.place);
    leaf.place += kPlaceBytes;
    return true;
  };
  LeafItem item;
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
