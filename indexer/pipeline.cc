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
#include "indexer/input/walk.h"
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

std::uint64_t size_of(const std::vector<InputFile>& files) {
  std::uint64_t bytes = 0;
  for (const InputFile& file : files) bytes += file.bytes;
  return bytes;
}

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

std::string file_name(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

std::string dry_run_line(const CleanArticle& item) {
  nlohmann::ordered_json line = to_json(item.article);
  line["input"] = item.origin.input;
  line["position"] = item.origin.position;
  line["removed"] = nlohmann::ordered_json::array();
  for (const RemovedLine& removed : item.removed)
    line["removed"].push_back({{"text", removed.text}, {"rule", removed.rule}});
  return dump_line(line);
}

class Run {
 public:
  Run(const IndexOptions& options, std::ostream& out)
      : options_(options),
        out_(out),
        cleaner_(options.clean),
        reports_(options.rejects),
        walk_(walk(options.inputs)),
        progress_(shows_progress(options.progress), size_of(walk_.files)) {}

  RunResult run() {
    if (options_.inputs.empty() && !std::filesystem::exists(options_.archive))
      throw Error("no such archive", options_.archive, "check the path");
    for (const Rejection& unreadable : walk_.unreadable) reject(unreadable);
    for (const std::string& id : options_.deletions) remove(id);
    for (const InputFile& file : walk_.files)
      if (out_) read(file);  // nobody reads on behind --dry-run | head
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
  struct OpenInput {
    std::unique_ptr<Input> input;
    std::unique_ptr<Reader> reader;  // none when the format is not known, which is told
  };

  void read(const InputFile& file) {
    OpenInput open;
    if (!attempt(file, [&] { open = open_input(file); })) return;
    ++opened_;
    if (!options_.dry_run) archive();
    while (auto item = out_ ? next_item(file, open) : std::nullopt) {
      add(*std::move(item));
      progress_.update(read_, bytes_ + open.input->bytes_read());
    }
    bytes_ += open.input->bytes_read();
  }

  // Empty at the end of the input, or where it breaks off, which is told.
  std::optional<ReadItem> next_item(const InputFile& file, const OpenInput& open) {
    std::optional<ReadItem> item;
    if (!open.reader) return item;
    while (!attempt(file, [&] { item = open.reader->next(); }))
      if (!open.input->resume()) break;
    return item;
  }

  // Does a step of reading; false when it failed, and then the input is rejected.
  template <class Step>
  bool attempt(const InputFile& file, const Step& step) {
    try {
      step();
      return true;
    } catch (const Error& error) {
      // Its words are "cannot read: PATH; why", of which the rejection says the first two itself.
      std::string_view why = error.what();
      const std::string known = "cannot read: " + file.path + "; ";
      if (why.starts_with(known)) why.remove_prefix(known.size());
      add(Rejection{{file.path, {}}, "cannot read", std::string(why)});
      return false;
    }
  }

  OpenInput open_input(const InputFile& file) {
    OpenInput open{std::make_unique<Input>(InputName{file.path, file_name(file.path), file.folder},
                                           open_file(file.path)),
                   nullptr};
    const Format* format = options_.format;
    if (!format) {
      auto detected = detect_format(*open.input);
      if (auto* unknown = std::get_if<Rejection>(&detected)) {
        add(std::move(*unknown));
        return open;
      }
      format = std::get<Detected>(detected).format;
    }
    open.reader = format->make(*open.input, options_.reading);
    return open;
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
        reject(*rejection);
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
    for (const Rejection& note : item.notes) reports_.note(note);
    if (builder_)
      builder_->add(std::move(item.article));
    else
      out_ << dry_run_line(item);
  }

  void reject(const Rejection& rejection) {
    if (rejection.kind == Rejection::Kind::kNote) return reports_.note(rejection);
    progress_.clear();
    reports_.reject(rejection);
  }

  void remove(const std::string& id) {
    if (archive().remove(id)) return;
    fmt::print(stderr, "backfile-index: the archive has no article with the id: {}\n",
               clean_line(id));
  }

  // No input could be opened. Folders without a file in them are none: nothing to do is no failure.
  bool failed() const { return opened_ == 0 && !(walk_.files.empty() && walk_.unreadable.empty()); }

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
    line["bytes"] = bytes_;
    out_ << dump_line(line);
  }

  const IndexOptions& options_;
  std::ostream& out_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  Cleaner cleaner_;
  Reports reports_;
  Walk walk_;
  Progress progress_;
  std::unique_ptr<ArchiveBuilder> builder_;  // none in a dry run
  std::vector<ReadItem> batch_;
  std::size_t batch_bytes_ = 0;
  std::uint64_t read_ = 0;    // articles, rejected ones left out
  std::uint64_t opened_ = 0;  // inputs
  std::uint64_t bytes_ = 0;   // of inputs read to their end
};

}  // namespace

RunResult run_index(const IndexOptions& options, std::ostream& out) {
  return Run(options, out).run();
}

}  // namespace backfile
