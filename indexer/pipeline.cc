#include "indexer/pipeline.h"

#include <chrono>
#include <cmath>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "common/error.h"
#include "common/json.h"
#include "common/stored.h"
#include "common/utf8.h"
#include "indexer/archive_builder.h"
#include "indexer/dump.h"
#include "indexer/markup/page.h"
#include "indexer/parallel.h"
#include "indexer/progress.h"
#include "indexer/reports.h"

namespace backfile {
namespace {

// Articles cleaned side by side; small enough that memory stays small with large ones.
constexpr std::size_t kBatchArticles = 512;
constexpr std::size_t kBatchBytes = std::size_t{16} << 20;

using CleanItem = std::variant<CleanArticle, Rejection>;

bool shows_progress(Show show) {
  return show == Show::kAlways || (show == Show::kAuto && ::isatty(STDERR_FILENO) == 1);
}

std::size_t size_of(const ReadItem& item) {
  if (const auto* page = std::get_if<RawPage>(&item)) return page->html.size();
  const auto* raw = std::get_if<RawArticle>(&item);
  if (!raw) return 0;
  std::size_t bytes = 0;
  for (const auto& values : raw->values)
    for (const std::string& value : values) bytes += value.size();
  return bytes;
}

std::string dry_run_line(const CleanArticle& item) {
  std::string line = to_stored(item.article);
  line.back() = ',';  // its end: more members follow
  const auto append = [&line](std::string_view name, std::string_view value) {
    append_json(line, name);
    line += ':';
    append_json(line, value);
  };
  append("input", item.origin.input);
  line += ',';
  append("position", item.origin.position);
  line += ",\"removed\":[";
  for (const RemovedLine& removed : item.removed) {
    line += line.back() == '[' ? "{" : ",{";
    append("text", removed.text);
    line += ',';
    append("rule", removed.rule);
    line += '}';
  }
  line += "]}\n";
  return line;
}

class Run {
 public:
  Run(const IndexOptions& options, std::ostream& out)
      : options_(options),
        out_(out),
        cleaner_(options.clean),
        reports_(options.rejects),
        dump_(options.inputs, options.format, options.reading),
        progress_(shows_progress(options.progress), dump_.total_bytes()) {}

  RunResult run() {
    if (options_.inputs.empty() && !std::filesystem::exists(options_.archive))
      throw Error("no such archive", options_.archive, "check the path");
    for (const std::string& id : options_.deletions) remove(id);
    read();
    clean_batch();
    progress_.clear();
    reports_.finish();  // before the commit: what cannot be told is not done
    ArchiveChanges changes;
    if (!options_.dry_run && !failed()) changes = archive().commit();
    if (options_.stats) write_stats(changes);
    if (failed()) return RunResult::kFailed;
    return reports_.rejected() > 0 ? RunResult::kSomeRejected : RunResult::kDone;
  }

 private:
  void read() {
    while (auto item = out_ ? dump_.next() : std::nullopt) {  // nobody may read --dry-run | head
      if (!options_.dry_run && dump_.opened() > 0) archive();
      add(*std::move(item));
      progress_.update(read_, dump_.bytes_read());
    }
    if (!options_.dry_run && dump_.opened() > 0) archive();
  }

  // Opened, or made, when the first input turns out to be readable.
  ArchiveBuilder& archive() {
    if (!builder_) builder_ = std::make_unique<ArchiveBuilder>(options_.archive, options_.jobs);
    return *builder_;
  }

  void add(ReadItem item) {
    batch_bytes_ += size_of(item);
    batch_.push_back(std::move(item));
    if (batch_.size() >= kBatchArticles || batch_bytes_ >= kBatchBytes) clean_batch();
  }

  // Cleans side by side, then goes on in the order of the dump: the result is the same whatever the
  // number of jobs.
  void clean_batch() {
    std::vector<CleanItem> cleaned(batch_.size());
    parallel_for(options_.jobs, batch_.size(), [&](std::size_t, std::size_t i) {
      cleaned[i] = clean_item(std::move(batch_[i]));
    });
    batch_.clear();
    batch_bytes_ = 0;
    for (CleanItem& item : cleaned) {
      if (const auto* rejection = std::get_if<Rejection>(&item))
        tell(*rejection);
      else
        take(std::get<CleanArticle>(std::move(item)));
    }
  }

  CleanItem clean_item(ReadItem item) const {
    if (const auto* page = std::get_if<RawPage>(&item)) {
      ParsedItem parsed = parse_page(*page);
      if (auto* rejection = std::get_if<Rejection>(&parsed)) return std::move(*rejection);
      return cleaner_.clean(std::get<RawArticle>(parsed));
    }
    if (const auto* raw = std::get_if<RawArticle>(&item)) return cleaner_.clean(*raw);
    return std::get<Rejection>(std::move(item));
  }

  void take(CleanArticle item) {
    ++read_;
    for (const Rejection& note : item.notes) reports_.tell(note);
    if (builder_)
      builder_->add(std::move(item.article));
    else
      out_ << dry_run_line(item);
  }

  void tell(const Rejection& rejection) {
    if (rejection.kind != Rejection::Kind::kNote) progress_.clear();
    reports_.tell(rejection);
  }

  void remove(const std::string& id) {
    if (archive().remove(id)) return;
    fmt::print(stderr, "backfile-index: the archive has no article with the id: {}\n",
               clean_line(id));
  }

  // No input could be opened. Folders without a file in them are none: nothing to do is no failure.
  bool failed() const { return dump_.opened() == 0 && !dump_.is_empty(); }

  void write_stats(const ArchiveChanges& changes) {
    const auto elapsed = std::chrono::steady_clock::now() - start_;
    const double seconds = std::chrono::duration<double>(elapsed).count();
    nlohmann::ordered_json line;
    line["read"] = read_ + reports_.rejected();
    line["added"] = changes.added;
    line["updated"] = changes.updated;
    line["unchanged"] = changes.unchanged;
    line["rejected"] = reports_.rejected();
    line["deleted"] = changes.deleted;
    line["seconds"] = std::round(seconds * 1000) / 1000;
    line["bytes"] = dump_.bytes_read();
    out_ << dump_line(line);
  }

  const IndexOptions& options_;
  std::ostream& out_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  Cleaner cleaner_;
  Reports reports_;
  Dump dump_;
  Progress progress_;
  std::unique_ptr<ArchiveBuilder> builder_;  // none in a dry run
  std::vector<ReadItem> batch_;
  std::size_t batch_bytes_ = 0;
  std::uint64_t read_ = 0;  // articles, rejected ones left out
};

}  // namespace

RunResult run_index(const IndexOptions& options, std::ostream& out) {
  return Run(options, out).run();
}

}  // namespace backfile
