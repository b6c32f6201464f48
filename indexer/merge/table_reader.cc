#include "indexer/merge/table_reader.h"

#include <algorithm>
#include <utility>

#include "common/glass/block.h"
#include "common/glass/packing.h"
#include "common/glass/unpacking.h"

namespace backfile::glass {
namespace {

constexpr std::size_t kRunBytes = std::size_t{256} << 10;

}  // namespace

TableReader::TableReader(std::string path, const RootInfo& info)
    : path_(std::move(path)),
      block_size_(info.block_size),
      root_(info.root),
      branches_(info.level),
      blocks_in_run_(kRunBytes / info.block_size) {
  if (info.fake) return;
  file_.emplace(path_, block_size_);
  if (info.level == 0) blocks_in_run_ = 1;
  run_ = file_->make_room(blocks_in_run_);
  for (Branch& branch : branches_) branch.block = file_->make_room(1);
}

bool TableReader::next() {
  LeafItem item;
  do {
    if (!next_item(item)) return false;
  } while (item.key.empty());
  compressed_ = (item.flags & kCompressed) != 0;
  if ((item.flags & kFirstPiece) == 0) fail_damaged(path_);
  if ((item.flags & kLastPiece) != 0) {
    key_ = item.key;
    tag_ = item.piece;
  } else {
    join_pieces(item);
  }
  return true;
}

void TableReader::seek(std::string_view key) {
  if (!file_) return;
  start();
  for (std::size_t i = branches_.size(); i-- > 0;) {
    Branch& branch = branches_[i];
    branch.place = place_for(branch, key);
    if (i == 0) continue;
    read_branch(i - 1, child_at(branch, branch.place));
    branch.place += kPlaceBytes;
  }
  if (!next_run()) return;
  while (place_ != directory_end_ && leaf_item(source(), leaf_, place_).key < key)
    place_ += kPlaceBytes;
}

// Before the first leaf.
void TableReader::start() {
  started_ = true;
  leaves_left_ = 0;
  place_ = directory_end_ = 0;
  if (!branches_.empty()) read_branch(branches_.size() - 1, root_);
  for (std::size_t i = 0; i + 1 < branches_.size(); ++i)
    branches_[i].place = branches_[i].directory_end;
}

// Reads as many of the next leaves as lie behind each other.
bool TableReader::next_run() {
  std::uint32_t first = root_;
  std::size_t count = 1;
  if (!branches_.empty()) {
    std::size_t i = 0;
    while (branches_[i].place == branches_[i].directory_end)
      if (++i == branches_.size()) return false;
    for (; i > 0; --i) {
      read_branch(i - 1, child_at(branches_[i], branches_[i].place));
      branches_[i].place += kPlaceBytes;
    }
    Branch& branch = branches_[0];
    first = child_at(branch, branch.place);
    while ((branch.place += kPlaceBytes) != branch.directory_end && count < blocks_in_run_ &&
           child_at(branch, branch.place) == first + count)
      ++count;
  }
  file_->read(first, count, run_);
  leaf_ = run_.get();
  leaves_left_ = count - 1;
  open_leaf();
  return true;
}

bool TableReader::next_leaf() {
  if (leaves_left_ > 0) {
    --leaves_left_;
    leaf_ += block_size_;
    open_leaf();
    return true;
  }
  if (!file_ || (started_ && branches_.empty() && leaf_ != nullptr)) return false;
  if (!started_) start();
  return next_run();
}

void TableReader::open_leaf() {
  directory_end_ = directory_end_of(source(), leaf_, 0);
  place_ = kDirectoryBegin;
}

bool TableReader::next_item(LeafItem& item) {
  while (place_ == directory_end_)
    if (!next_leaf()) return false;
  item = leaf_item(source(), leaf_, place_);
  place_ += kPlaceBytes;
  return true;
}

void TableReader::join_pieces(const LeafItem& first) {
  joined_key_ = first.key;
  joined_tag_ = first.piece;
  LeafItem item = first;
  for (unsigned number = 2; (item.flags & kLastPiece) == 0; ++number) {
    if (!next_item(item) || item.number != number || item.key != joined_key_ ||
        (item.flags & kFirstPiece) != 0)
      fail_damaged(path_);
    joined_tag_ += item.piece;
  }
  key_ = joined_key_;
  tag_ = joined_tag_;
}

void TableReader::read_branch(std::size_t index, std::uint32_t block) {
  Branch& branch = branches_[index];
  file_->read(block, 1, branch.block);
  branch.directory_end = directory_end_of(source(), branch.block.get(), index + 1);
  branch.place = kDirectoryBegin;
  if (branch.place == branch.directory_end) fail_damaged(path_);
}

// Of the last child that does not begin behind `key`. The first has no key.
std::size_t TableReader::place_for(const Branch& branch, std::string_view key) const {
  std::size_t place = kDirectoryBegin;
  while (place + kPlaceBytes != branch.directory_end &&
         child_begins_by(source(), branch.block.get(), place + kPlaceBytes, key))
    place += kPlaceBytes;
  return place;
}

}  // namespace backfile::glass
