#include "indexer/archive/archive_builder.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "common/archive_files.h"
#include "common/durable_file.h"
#include "common/schema.h"
#include "indexer/archive/archive_folder.h"
#include "indexer/interruption.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// As long as it reads, a run begins merges of this much and more the more it adds; at its end of no
// more than this.
constexpr std::uint64_t kMergeBytes = std::uint64_t{128} << 20;
constexpr std::uint64_t kMergeFactor = 8;

}  // namespace

ArchiveBuilder::ArchiveBuilder(const std::string& path, WorkerPool& pool, const BuildLimits& limits,
                               bool by_xapian)
    : path_(path),
      pool_(pool),
      limits_(limits),
      maker_(path),
      copy_groups_(pool),
      new_segments_(maker_, pool, limits),
      merges_(maker_, pool.jobs()) {
  make_archive_folder(path_);
  lock_ = std::make_unique<ArchiveLock>(path_);
  open(by_xapian);
}

// What is not in the manifest goes, also what tasks are writing still.
ArchiveBuilder::~ArchiveBuilder() {
  new_segments_.give_up();
  merges_.give_up();
  try {
    remove_unlisted();
    end_removal();
  } catch (const fs::filesystem_error&) {
    // The next run tries again.
  }
}

void ArchiveBuilder::open(bool by_xapian) {
  for (const std::string& name : numbered_folders(path_))
    maker_.pass_over(folder_number(name).value());
  maker_.choose_writer(by_xapian);
  if (auto manifest = read_manifest(path_)) {
    manifest_ = *std::move(manifest);
  } else {
    manifest_.settings = maker_.write_settings({});
    write_manifest(path_, manifest_);
  }
  run_begin_ = maker_.next_number();
  remove_unlisted();
  end_removal();
  settings_ = read_settings(maker_.path_of(manifest_.settings), path_);
  maker_.set_dictionary(settings_.dictionary);
  repeated_ = settings_.repeated;
  if (!is_by_xapian())
    copy_groups_.load(settings_.copies, maker_.paths_of(manifest_.segments), path_);
  open_segments();
}

// Keeps those that are open.
void ArchiveBuilder::open_segments() {
  std::vector<std::unique_ptr<Segment>> opened;
  for (const std::string& name : manifest_.segments) {
    const auto known = std::ranges::find_if(
        segments_, [&](const auto& segment) { return segment && segment->name() == name; });
    opened.push_back(known == segments_.end() ? std::make_unique<Segment>(path_, name)
                                              : std::move(*known));
  }
  segments_ = std::move(opened);
}

std::optional<std::string> ArchiveBuilder::archived_digest(const std::string& id) const {
  const IdTerm term(id);
  for (const auto& segment : segments_)
    if (auto found = segment->find(term)) return std::move(found->digest);
  return std::nullopt;
}

void ArchiveBuilder::add(NewArticle article) {
  const auto [entry, is_new] = window_.try_emplace(article.article.id);
  Change& change = entry->second;
  if (is_new) change.archived = archived_digest(entry->first);
  if (change.place && change.digest == article.digest) {
    ++changes_.unchanged;
  } else if (change.archived && !change.deleted && *change.archived == article.digest) {
    // Back to what the archive has: the versions in between never were.
    ++changes_.unchanged;
    if (!change.place) return;
    changes_.unchanged += change.versions;
    drop(change);
  } else {
    put(change, std::move(article));
  }
}

bool ArchiveBuilder::remove(const std::string& id) {
  const auto [entry, is_new] = window_.try_emplace(id);
  Change& change = entry->second;
  if (is_new) change.archived = archived_digest(id);
  if (!change.place && (!change.archived || change.deleted)) return false;
  if (change.place) {
    count_versions(change, changes_);
    drop(change);
  }
  change.deleted = change.archived.has_value();
  ++changes_.deleted;
  return true;
}

void ArchiveBuilder::put(Change& change, NewArticle article) {
  const std::uint64_t versions = change.versions + 1;
  if (change.place) drop(change);
  change.versions = versions;
  change.digest = article.digest;
  change.place = new_segments_.add(std::move(article));
}

void ArchiveBuilder::drop(Change& change) {
  new_segments_.drop(*change.place);
  change.place.reset();
  change.versions = 0;
}

bool ArchiveBuilder::wants_commit() const {
  if (std::chrono::steady_clock::now() - last_commit_ >= limits_.window_time) return true;
  const unsigned times = new_segments_.is_between() ? 1 : 2;
  return window_.size() >= times * limits_.window_articles ||
         new_segments_.bytes() >= times * limits_.window_bytes;
}

void ArchiveBuilder::checkpoint() {
  // What goes must go from merged segments too.
  publish(std::ranges::any_of(window_, [](const auto& each) { return each.second.replaces(); }));
  if (merges_.empty()) start_merges(kMergeBytes + kMergeFactor * run_bytes_);
}

ArchiveChanges ArchiveBuilder::commit() {
  publish(true);
  // Nobody shall wait for a large merge that can as well go on behind a later run.
  while (start_merges(kMergeBytes)) publish(true);
  if (start_last_merge()) publish(true);
  end_removal();
  run_bytes_ = 0;
  run_begin_ = maker_.next_number();
  return std::exchange(changes_, {});
}

ArchiveChanges ArchiveBuilder::optimize() {
  publish(true);
  if (segments_.size() > 1 || (segments_.size() == 1 && !segments_.front()->is_as_made())) {
    merge({0, manifest_.segments.size()});
    publish(true);
  }
  end_removal();
  return std::exchange(changes_, {});
}

// Everything new, deleted and merged into one manifest.
void ArchiveBuilder::publish(bool ends_merges) {
  run_bytes_ += new_segments_.bytes();
  std::vector<NewSegment> made = new_segments_.take();
  take_merged(ends_merges);
  std::vector<std::string> segments = without_replaced();
  const std::size_t first_new = segments.size();
  std::ranges::move(names_of(std::move(made), maker_), std::back_inserter(segments));
  for (const auto& [id, change] : window_) count_versions(change, changes_);
  const bool has_same_segments = segments == manifest_.segments;
  Settings settings{maker_.dictionary_text(), repeated_,
                    has_same_segments ? settings_.copies : copies_of(segments, first_new)};
  const bool has_same_settings = settings == settings_;
  const bool changed = !has_same_segments || !has_same_settings;
  if (changed) {
    Manifest next{manifest_.settings, std::move(segments)};
    if (!has_same_settings) next.settings = maker_.write_settings(settings);
    sync_path(path_);  // the new folders' names
    write_manifest(path_, next);
    manifest_ = std::move(next);
    settings_ = std::move(settings);
  }
  window_.clear();
  if (changed) {
    open_segments();
    remove_unlisted();
  }
  last_commit_ = std::chrono::steady_clock::now();
}

// The groups of near-copies, packed.
std::string ArchiveBuilder::copies_of(const std::vector<std::string>& segments,
                                      std::size_t first_new) {
  if (is_by_xapian()) return {};
  for (const auto& [id, change] : window_)
    if (change.replaces()) copy_groups_.remove(id);
  return copy_groups_.update(maker_.paths_of(segments), first_new);
}

// The archive's segments, without articles that changed or are deleted.
std::vector<std::string> ArchiveBuilder::without_replaced() {
  std::vector<std::vector<std::uint32_t>> doomed(segments_.size());
  for (const auto& [id, change] : window_) {
    if (!change.replaces()) continue;
    const IdTerm term(id);
    for (std::size_t i = 0; i < segments_.size(); ++i)
      if (const auto found = segments_[i]->find(term)) doomed[i].push_back(found->docid);
  }
  std::vector<std::future<std::optional<std::string>>> tasks(segments_.size());
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    if (doomed[i].empty()) continue;
    std::ranges::sort(doomed[i]);
    tasks[i] = pool_.submit([&, i] { return maker_.without(*segments_[i], doomed[i]); });
  }
  for (const auto& task : tasks)  // all: they read what is above
    if (task.valid()) task.wait();
  std::vector<std::string> names;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    if (!tasks[i].valid())
      names.push_back(segments_[i]->name());
    else if (auto name = tasks[i].get())
      names.push_back(*std::move(name));
  }
  return names;
}

// Begins to: many a disk takes seconds for large files.
void ArchiveBuilder::remove_unlisted() {
  end_removal();
  fs::remove(maker_.path_of(std::string(kManifestFile) + ".new"));
  std::vector<std::string> names = numbered_folders(path_);
  std::erase_if(names, [this](const std::string& name) {
    return name == manifest_.settings || merges_.is_making(name) ||
           std::ranges::find(manifest_.segments, name) != manifest_.segments.end();
  });
  removal_ = removing_.submit([paths = maker_.paths_of(names)] {
    for (const std::string& path : paths) fs::remove_all(path);
  });
}

void ArchiveBuilder::end_removal() {
  if (removal_.valid()) removal_.get();
}

std::vector<std::uint64_t> ArchiveBuilder::segment_bytes() const {
  std::vector<std::uint64_t> bytes;
  for (const auto& segment : segments_) bytes.push_back(segment->bytes());
  return bytes;
}

bool ArchiveBuilder::start_merges(std::uint64_t max_bytes) {
  if (interrupted()) return false;
  const auto ranges = choose_merges(segment_bytes(), max_bytes);
  for (const MergeRange& range : ranges) merge(range);
  return !ranges.empty();
}

bool ArchiveBuilder::start_last_merge() {
  if (interrupted()) return false;
  const auto& names = manifest_.segments;
  const auto older = std::find_if(names.rbegin(), names.rend(), [this](const std::string& name) {
    return folder_number(name).value() < run_begin_;
  });
  const auto range = choose_last_merge(segment_bytes(), std::size_t(older - names.rbegin()));
  if (range) merge(*range);
  return range.has_value();
}

// Begins to; a later publish() has it in its manifest.
void ArchiveBuilder::merge(const MergeRange& range) {
  const auto first = manifest_.segments.begin() + std::ptrdiff_t(range.first);
  merges_.begin({{first, first + std::ptrdiff_t(range.count)}, maker_.next_name(kSegmentPrefix)});
}

// Puts merged segments in the place of those that they were made from, in memory: the next manifest
// has them.
void ArchiveBuilder::take_merged(bool all) {
  for (const RunningMerges::Merge& merge : merges_.take(all)) {
    const auto first = std::ranges::find_if(
        segments_, [&](const auto& segment) { return segment->name() == merge.from.front(); });
    *first = std::make_unique<Segment>(path_, merge.into);
    segments_.erase(first + 1, first + std::ptrdiff_t(merge.from.size()));
  }
}

}  // namespace backfile
