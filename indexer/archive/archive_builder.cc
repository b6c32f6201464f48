#include "indexer/archive/archive_builder.h"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include "common/archive_files.h"
#include "common/durable_file.h"
#include "common/error.h"
#include "common/schema.h"
#include "indexer/archive/archive_folder.h"
#include "indexer/interruption.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// A run merges this much, and more the more it adds.
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
      parts_left_(std::ptrdiff_t(pool.jobs() + 1)),
      merging_(pool.jobs()) {
  make_archive_folder(path_);
  lock_ = std::make_unique<ArchiveLock>(path_);
  open(by_xapian);
}

// What is not in the manifest goes, also what tasks are writing still.
ArchiveBuilder::~ArchiveBuilder() {
  for (const Build& build : builds_)
    for (const auto& task : build.tasks) task.wait();
  for (const Merge& merge : merges_)
    if (merge.task.valid()) merge.task.wait();
  try {
    remove_unlisted();
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
    manifest_.settings = maker_.write_settings({}, {});
    write_manifest(path_, manifest_);
  }
  run_begin_ = maker_.next_number();
  remove_unlisted();
  Settings settings = read_settings(maker_.path_of(manifest_.settings), path_);
  maker_.set_dictionary(settings.dictionary);
  repeated_ = std::move(settings.repeated);
  copies_ = std::move(settings.copies);
  if (!is_by_xapian()) copy_groups_.load(copies_, folders_of(manifest_.segments), path_);
  open_segments();
}

void ArchiveBuilder::set_repeated(std::string repeated) {
  if (repeated == repeated_) return;
  repeated_ = std::move(repeated);
  settings_changed_ = true;
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

void ArchiveBuilder::add(NewArticle article) {
  const auto [entry, is_new] = window_.try_emplace(article.article.id);
  Change& change = entry->second;
  if (is_new) {
    for (auto segment = segments_.rbegin(); segment != segments_.rend() && !change.archived;
         ++segment)
      if (auto found = (*segment)->find(entry->first)) change.archived = std::move(found->digest);
  }
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
  if (is_new)
    for (const auto& segment : segments_)
      if (auto found = segment->find(id)) change.archived = std::move(found->digest);
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
  Build& build = filling();
  change.place = {builds_.size() - 1, build.articles++};
  append(std::move(article));
}

// builds_.back(), if it is not filled yet, or a new one.
ArchiveBuilder::Build& ArchiveBuilder::filling() {
  if (!builds_.empty() && builds_.back().filling) return builds_.back();
  Build& build = builds_.emplace_back();
  build.name = maker_.next_name(kSegmentPrefix);
  build.filling =
      std::make_shared<SegmentBuild>([this, name = build.name](std::vector<SegmentPart> parts) {
        maker_.write(name, std::move(parts));
        return disk_.submit([folder = maker_.path_of(name)] { sync_files(folder); });
      });
  build.written = build.filling->written();
  return build;
}

void ArchiveBuilder::append(NewArticle article) {
  const std::size_t bytes = article.stored.size();
  window_bytes_ += bytes;
  waiting_bytes_ += bytes;
  waiting_.push_back(std::move(article));
  Build& build = builds_.back();
  build.bytes += bytes;
  const bool is_filled =
      build.articles >= limits_.segment_articles || build.bytes >= limits_.segment_bytes;
  if (is_filled || waiting_.size() >= limits_.part_articles || waiting_bytes_ >= limits_.part_bytes)
    invert_waiting();
  if (is_filled) write_filled();
}

void ArchiveBuilder::drop(Change& change) {
  builds_[change.place->segment].dropped.push_back(change.place->index + 1);
  change.place.reset();
  change.versions = 0;
}

// Parts of builds_.back(), of a megabyte or more.
void ArchiveBuilder::invert_waiting(std::size_t max_parts) {
  if (waiting_.empty()) return;
  if (maker_.learn_dictionary(waiting_, waiting_bytes_)) settings_changed_ = true;
  run_bytes_ += waiting_bytes_;
  const std::size_t parts = std::clamp(waiting_bytes_ >> 20U, std::size_t{1}, max_parts);
  const std::size_t share = (waiting_.size() + parts - 1) / parts;
  for (auto rest = std::span(waiting_); !rest.empty();) {
    const auto part = rest.first(std::min(share, rest.size()));
    rest = rest.subspan(part.size());
    invert({std::move_iterator(part.begin()), std::move_iterator(part.end())});
  }
  waiting_.clear();
  waiting_bytes_ = 0;
}

void ArchiveBuilder::invert(std::vector<NewArticle> articles) {
  Build& build = builds_.back();
  parts_left_.acquire();
  build.tasks.push_back(
      pool_.submit([this, segment = build.filling, number = build.filling->begin_part(),
                    part = maker_.part_task(std::move(articles))]() mutable {
        std::optional<SegmentPart> made;
        try {
          made = part();
        } catch (...) {
          segment->fail(std::current_exception());
        }
        parts_left_.release();
        if (made) segment->put(number, *std::move(made));
      }));
}

// builds_.back(), if there is one, takes no more, and is written when its parts are there. No more
// at once than there are workers, for memory's sake again.
void ArchiveBuilder::write_filled() {
  if (builds_.empty() || !builds_.back().filling) return;
  std::size_t running = 0;
  for (std::size_t i = builds_.size() - 1; i-- > 0;)
    if (++running >= pool_.jobs()) builds_[i].written.wait();
  Build& build = builds_.back();
  build.tasks.push_back(pool_.submit(
      [segment = std::exchange(build.filling, {})] { segment->close(); }, Urgency::kFirst));
}

bool ArchiveBuilder::wants_commit() const {
  if (std::chrono::steady_clock::now() - last_commit_ >= limits_.window_time) return true;
  const bool is_between = builds_.empty() || !builds_.back().filling;
  const unsigned times = is_between ? 1 : 2;
  return window_.size() >= times * limits_.window_articles ||
         window_bytes_ >= times * limits_.window_bytes;
}

void ArchiveBuilder::checkpoint() {
  publish();
  start_merges();
}

ArchiveChanges ArchiveBuilder::commit() {
  publish();
  while (start_merges()) publish();
  if (start_last_merge()) publish();
  run_bytes_ = 0;
  run_begin_ = maker_.next_number();
  return std::exchange(changes_, {});
}

ArchiveChanges ArchiveBuilder::optimize() {
  publish();
  if (segments_.size() > 1 || (segments_.size() == 1 && !segments_.front()->is_as_made())) {
    merge({0, manifest_.segments.size()});
    publish();
  }
  return std::exchange(changes_, {});
}

// Everything new, deleted and merged into one manifest. Whether it changed.
bool ArchiveBuilder::publish() {
  // In shares: one part would keep one thread at work while the others have none.
  invert_waiting(2 * pool_.jobs());
  write_filled();
  finish_merges();
  std::vector<std::string> segments = without_replaced();
  const std::size_t first_new = segments.size();
  const std::vector<std::string> built = built_segments();
  segments.insert(segments.end(), built.begin(), built.end());
  for (const auto& [id, change] : window_) count_versions(change, changes_);
  if (segments != manifest_.segments) update_copies(segments, first_new);
  const bool changed = segments != manifest_.segments || settings_changed_;
  if (changed) {
    Manifest next{manifest_.settings, std::move(segments)};
    if (settings_changed_) next.settings = maker_.write_settings(repeated_, copies_);
    sync_path(path_);  // the new folders' names
    write_manifest(path_, next);
    manifest_ = std::move(next);
    settings_changed_ = false;
  }
  window_.clear();
  builds_.clear();
  window_bytes_ = 0;
  if (changed) {
    open_segments();
    remove_unlisted();
  }
  last_commit_ = std::chrono::steady_clock::now();
  return changed;
}

void ArchiveBuilder::update_copies(const std::vector<std::string>& segments,
                                   std::size_t first_new) {
  if (is_by_xapian()) {
    settings_changed_ = settings_changed_ || !copies_.empty();  // they are of other segments
    return copies_.clear();
  }
  for (const auto& [id, change] : window_)
    if (change.replaces()) copy_groups_.remove(id);
  std::string copies = copy_groups_.update(folders_of(segments), first_new);
  settings_changed_ = settings_changed_ || copies != copies_;
  copies_ = std::move(copies);
}

std::vector<std::string> ArchiveBuilder::folders_of(const std::vector<std::string>& names) const {
  std::vector<std::string> folders;
  for (const std::string& name : names) folders.push_back(maker_.path_of(name));
  return folders;
}

// The segments of this commit, without versions that others replaced.
std::vector<std::string> ArchiveBuilder::built_segments() {
  std::vector<std::string> names;
  for (Build& build : builds_) {
    build.written.get().get();
    if (build.dropped.empty()) {
      names.push_back(build.name);
    } else {
      std::ranges::sort(build.dropped);
      const Segment segment(path_, build.name);
      if (auto name = maker_.without(segment, build.dropped)) names.push_back(*std::move(name));
    }
  }
  return names;
}

// The archive's segments, without articles that changed or are deleted.
std::vector<std::string> ArchiveBuilder::without_replaced() {
  std::vector<std::vector<std::uint32_t>> doomed(segments_.size());
  for (const auto& [id, change] : window_) {
    if (!change.replaces()) continue;
    for (std::size_t i = 0; i < segments_.size(); ++i)
      if (const auto found = segments_[i]->find(id)) doomed[i].push_back(found->docid);
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

void ArchiveBuilder::remove_unlisted() {
  fs::remove(maker_.path_of(std::string(kManifestFile) + ".new"));
  for (const std::string& name : numbered_folders(path_))
    if (name != manifest_.settings &&
        std::ranges::find(manifest_.segments, name) == manifest_.segments.end())
      fs::remove_all(maker_.path_of(name));
}

std::vector<std::uint64_t> ArchiveBuilder::segment_bytes() const {
  std::vector<std::uint64_t> bytes;
  for (const auto& segment : segments_) bytes.push_back(segment->bytes());
  return bytes;
}

bool ArchiveBuilder::start_merges() {
  if (interrupted()) return false;
  const auto ranges = choose_merges(segment_bytes(), kMergeBytes + kMergeFactor * run_bytes_);
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

// Begins to; the next publish() waits for it and has it in its manifest.
void ArchiveBuilder::merge(const MergeRange& range) {
  const auto first = manifest_.segments.begin() + std::ptrdiff_t(range.first);
  Merge merge{{first, first + std::ptrdiff_t(range.count)}, maker_.next_name(kSegmentPrefix), {}};
  merge.task = merging_.submit(
      [this, from = merge.from, into = merge.into] { return maker_.merge(from, into); });
  merges_.push_back(std::move(merge));
}

// Puts merged segments in the place of those that they were made from, in memory: the next manifest
// has them.
void ArchiveBuilder::finish_merges() {
  std::vector<Merge> merged;
  for (Merge& merge : merges_)
    if (merge.task.get()) merged.push_back(std::move(merge));
  merges_.clear();
  for (const Merge& merge : merged) {
    const auto first = std::ranges::find_if(
        segments_, [&](const auto& segment) { return segment->name() == merge.from.front(); });
    *first = std::make_unique<Segment>(path_, merge.into);
    segments_.erase(first + 1, first + std::ptrdiff_t(merge.from.size()));
  }
}

}  // namespace backfile
