#include "indexer/glass/table_writer.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "common/error.h"
#include "common/glass/packing.h"

namespace backfile::glass {
namespace {

constexpr std::size_t kMaxItemBytes = kLengthMask + kItemHead;

// An engine that adds to a block halves it, and each half must have room for any item.
constexpr std::size_t kMinItemsInBlock = 4;
// A tag is split to fill a block when what fits is longer than the key and this; less costs more
// in the second head and in reads of two blocks than it saves.
constexpr std::size_t kWorthSplitting = 34;
constexpr std::size_t kBlocksAtOnce = 32;

}  // namespace

TableWriter::TableWriter(std::string path, unsigned block_size, std::uint32_t revision,
                         bool (*stop)())
    : path_(std::move(path)), block_size_(block_size), revision_(revision), stop_(stop) {
  if (block_size < 2048 || block_size > 65536 || (block_size & (block_size - 1)) != 0)
    throw Error("not a block size", std::to_string(block_size),
                "use a power of two from 2048 to 65536");
  max_item_bytes_ =
      std::min(kMaxItemBytes,
               (block_size_ - kDirectoryBegin - kMinItemsInBlock * kPlaceBytes) / kMinItemsInBlock);
  blocks_.reset(new char[kBlocksAtOnce * block_size_]);
  begin_leaf();
  // The engine looks for an item before any key, and finds this one.
  put({{}, 1, kFirstPiece | kLastPiece}, {});
}

RootInfo TableWriter::finish(bool sync) {
  std::uint32_t root = end_leaf();
  for (std::size_t level = 0; level < branches_.size(); ++level) {
    // By value: a level may be added above.
    const Boundary boundary = level == 0 ? boundary_ : branches_[level - 1].boundary;
    add_child(level, boundary, root);
    root = end_branch(branches_[level], level);
  }
  write_blocks();
  if (sync) file_->sync();
  file_->close();

  RootInfo info;
  info.root = root;
  info.level = static_cast<std::uint32_t>(branches_.size());
  info.entries = entries_;
  info.fake = false;
  info.block_size = block_size_;
  info.free_blocks = free_list_of(revision_, written_);
  return info;
}

RootInfo TableWriter::finish_optional(bool sync) {
  if (entries_ > 0) return finish(sync);
  RootInfo info;
  info.block_size = block_size_;
  return info;
}

void TableWriter::put(const ItemName& name, std::string_view piece) {
  const bool first = name.piece == 1;
  const std::size_t bytes =
      kItemHead + name.key.size() + (first ? 0 : kPieceNumberBytes) + piece.size();
  items_begin_ -= bytes;
  char* to = leaf_ + items_begin_;
  store_16(to, static_cast<unsigned>(bytes - kItemHead) | name.flags);
  to[2] = static_cast<char>(name.key.size());
  to += kItemHead;
  if (!name.key.empty()) std::memcpy(to, name.key.data(), name.key.size());
  to += name.key.size();
  if (!first) {
    store_16(to, name.piece);
    to += kPieceNumberBytes;
  }
  if (!piece.empty()) std::memcpy(to, piece.data(), piece.size());
  store_16(leaf_ + directory_end_, static_cast<unsigned>(items_begin_));
  directory_end_ += kPlaceBytes;
}

// How much of a tag goes into its first item: all that an item can have, or as much as fills the
// leaf. The latter also when it makes no item more.
std::size_t TableWriter::first_piece_bytes(std::size_t key_bytes, std::size_t tag_bytes) const {
  const std::size_t head = kItemHead + key_bytes;
  const std::size_t whole = max_item_bytes_ - head;
  // A leaf that has room for several large items is filled by the others of this tag.
  const std::size_t room = free_bytes() % (max_item_bytes_ + kPlaceBytes);
  if (room > kPlaceBytes + head) {
    const std::size_t fits = room - kPlaceBytes - head;
    const std::size_t later = whole - kPieceNumberBytes;
    const bool no_item_more = tag_bytes > whole && (tag_bytes - fits + later - 1) / later <=
                                                       (tag_bytes - whole + later - 1) / later;
    if (no_item_more || fits >= key_bytes + kWorthSplitting) return std::min(fits, tag_bytes);
  }
  return std::min(whole, tag_bytes);
}

void TableWriter::add_large(std::string_view key, std::string_view tag, unsigned flags) {
  if (key.size() > kMaxKeyBytes)
    throw Error("a key of " + std::to_string(key.size()) + " bytes", path_, "255 are possible");
  const std::size_t later = max_item_bytes_ - kItemHead - key.size() - kPieceNumberBytes;
  std::size_t bytes = first_piece_bytes(key.size(), tag.size());
  if ((tag.size() - bytes) / later + 2 > kMaxPieces)
    throw Error("an entry of " + std::to_string(tag.size()) + " bytes", path_, "it is too large");
  for (unsigned piece = 1;; ++piece) {
    const bool last = bytes == tag.size();
    put_piece({key, piece, flags | (piece == 1 ? kFirstPiece : 0) | (last ? kLastPiece : 0)},
              tag.substr(0, bytes));
    if (last) return;
    tag.remove_prefix(bytes);
    bytes = std::min(later, tag.size());
  }
}

void TableWriter::put_piece(const ItemName& name, std::string_view piece) {
  const std::size_t bytes = kItemHead + name.key.size() +
                            (name.piece == 1 ? 0 : kPieceNumberBytes) + piece.size() + kPlaceBytes;
  if (bytes > free_bytes()) begin_leaf_at(name);
  put(name, piece);
}

void TableWriter::begin_leaf() {
  leaf_ = next_block();
  directory_end_ = kDirectoryBegin;
  items_begin_ = block_size_;
}

// Ends the leaf before and begins one whose first item is `name`.
void TableWriter::begin_leaf_at(const ItemName& name) {
  const std::uint32_t block = end_leaf();
  add_child(0, boundary_, block);
  begin_leaf();
  const auto differs = std::ranges::mismatch(name.key, last_key_).in1 - name.key.begin();
  const auto same = static_cast<std::size_t>(differs);
  boundary_.key.assign(name.key.substr(0, same + 1));
  boundary_.piece = name.piece;
}

std::uint32_t TableWriter::end_leaf() {
  const char* last = leaf_ + load_16(leaf_ + directory_end_ - kPlaceBytes);
  last_key_.assign(last + kItemHead, static_cast<unsigned char>(last[2]));
  end_block(leaf_, 0, directory_end_, items_begin_);
  return written_ + static_cast<std::uint32_t>(waiting_++);
}

void TableWriter::begin_branch(Branch& branch, const Boundary& boundary) {
  branch.block.resize(block_size_);
  branch.directory_end = kDirectoryBegin;
  branch.items_begin = block_size_;
  branch.boundary = boundary;
}

std::uint32_t TableWriter::end_branch(const Branch& branch, std::size_t level) {
  char* block = next_block();
  std::memcpy(block, branch.block.data(), block_size_);
  end_block(block, level + 1, branch.directory_end, branch.items_begin);
  return written_ + static_cast<std::uint32_t>(waiting_++);
}

// Enters `block` into the branch blocks of `level`; its keys are not below `boundary`.
void TableWriter::add_child(std::size_t level, const Boundary& boundary, std::uint32_t block) {
  if (level == branches_.size()) begin_branch(branches_.emplace_back(), boundary);
  const std::size_t head = kBranchItemHead + kPieceNumberBytes;
  if (branches_[level].items_begin - branches_[level].directory_end <
      head + boundary.key.size() + kPlaceBytes) {
    const std::uint32_t full = end_branch(branches_[level], level);
    const Boundary full_boundary = branches_[level].boundary;
    add_child(level + 1, full_boundary, full);
    begin_branch(branches_[level], boundary);
  }

  Branch& branch = branches_[level];
  // The first child has what is left of the second: its own boundary is said a level above.
  const bool first = branch.directory_end == kDirectoryBegin;
  const std::string_view key = first ? std::string_view() : std::string_view(boundary.key);
  branch.items_begin -= head + key.size();
  char* to = branch.block.data() + branch.items_begin;
  store_32(to, block);
  to[kChildBytes] = static_cast<char>(key.size());
  to += kBranchItemHead;
  if (!key.empty()) std::memcpy(to, key.data(), key.size());
  store_16(to + key.size(), first ? 0 : boundary.piece);
  store_16(branch.block.data() + branch.directory_end, static_cast<unsigned>(branch.items_begin));
  branch.directory_end += kPlaceBytes;
}

void TableWriter::end_block(char* block, std::size_t level, std::size_t directory_end,
                            std::size_t items_begin) const {
  const std::size_t gap = items_begin - directory_end;
  store_32(block, revision_);
  block[kLevelAt] = static_cast<char>(level);
  store_16(block + kContiguousFreeAt, static_cast<unsigned>(gap));
  store_16(block + kFreeAt, static_cast<unsigned>(gap));
  store_16(block + kDirectoryEndAt, static_cast<unsigned>(directory_end));
  std::memset(block + directory_end, 0, gap);
}

// Where the next block is made; those before it are finished.
char* TableWriter::next_block() {
  if (waiting_ == kBlocksAtOnce) write_blocks();
  return blocks_.get() + waiting_ * block_size_;
}

void TableWriter::write_blocks() {
  if (stop_ && stop_()) throw Stopped{};
  if (!file_) file_.emplace(path_);
  file_->write({blocks_.get(), waiting_ * block_size_});
  written_ += static_cast<std::uint32_t>(waiting_);
  waiting_ = 0;
}

}  // namespace backfile::glass
