#include "indexer/pipeline.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <memory>
#include <optional>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xapian.h>

#include "common/error.h"
#include "common/json.h"
#include "common/number.h"
#include "common/stored.h"
#include "common/utf8.h"
#include "indexer/archive/archive_builder.h"
#include "indexer/archive/check.h"
#include "indexer/batches.h"
#include "indexer/cleaner/repetition.h"
#include "indexer/interruption.h"
#include "indexer/markup/page.h"
#include "indexer/progress.h"
#include "indexer/reports.h"
#include "indexer/reread_dump.h"
#include "indexer/worker_pool.h"

namespace backfile {
namespace {

// Ready for the archive, and what is told about it.
struct PreparedArticle {
  NewArticle article;
  Origin origin;
  std::vector<RemovedLine> removed;
  std::vector<Rejection> notes;
};
using PreparedItem = std::variant<PreparedArticle, Rejection>;

std::string dry_run_line(const PreparedArticle& item) {
  std::string line = item.article.stored;
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

// What an item is prepared by.
struct Preparation {
  const Cleaner& cleaner;
  const RepeatedParagraphs& repeated;
  bool keeps_raw;
};

PreparedItem prepare(const RawArticle& raw, const Preparation& by) {
  std::optional<std::string> as_it_came;
  if (by.keeps_raw) as_it_came = text_as_it_came(raw);
  auto cleaned = by.cleaner.clean(raw);
  if (auto* rejection = std::get_if<Rejection>(&cleaned)) return std::move(*rejection);
  auto& item = std::get<CleanArticle>(cleaned);
  std::ranges::move(remove_repeated(by.repeated, item.article), std::back_inserter(item.removed));
  return PreparedArticle{prepared(std::move(item.article), as_it_came), std::move(item.origin),
                         std::move(item.removed), std::move(item.notes)};
}

PreparedItem prepare(ReadItem item, const Preparation& by) {
  if (const auto* page = std::get_if<RawPage>(&item)) {
    ParsedItem parsed = parse_page(*page, {.keeps_text = by.keeps_raw});
    if (auto* rejection = std::get_if<Rejection>(&parsed)) return std::move(*rejection);
    return prepare(std::get<RawArticle>(parsed), by);
  }
  if (const auto* raw = std::get_if<RawArticle>(&item)) return prepare(*raw, by);
  return std::get<Rejection>(std::move(item));
}

class Run {
 public:
  Run(const IndexOptions& options, std::ostream& out)
      : options_(options),
        out_(out),
        cleaner_(options.clean),
        reports_(options.rejects),
        dump_(options),
        progress_(shows_progress(options.progress), dump_.total_bytes()),
        pool_(options.jobs) {}

  RunResult run() {
    if (options_.inputs.empty() && !std::filesystem::exists(options_.archive))
      throw Error("no such archive", options_.archive, "check the path");
    learn();
    for (const std::string& id : options_.deletions) remove(id);
    read();
    batches_.finish();
    progress_.clear();
    reports_.finish();  // before the commit: what cannot be told is not done
    ArchiveChanges changes;
    if (!options_.dry_run && !failed())
      changes = options_.optimize && !interrupted() ? archive().optimize() : archive().commit();
    if (options_.stats) write_stats(changes);
    if (interrupted())
      throw Error("interrupted", {},
                  options_.dry_run
                      ? ""
                      : "what was read so far is in the archive; the same command does the rest");
    if (failed()) return RunResult::kFailed;
    return reports_.rejected() > 0 ? RunResult::kSomeRejected : RunResult::kDone;
  }

 private:
  // What is repeated, by the archive and by the dump.
  void learn() {
    if (options_.clean.mode == CleanMode::kOff || options_.inputs.empty()) return;
    if (const auto settings = settings_of(options_.archive))
      repeated_ = RepeatedParagraphs::from_bytes(settings->repeated);
    repeated_.add(dump_.learn_repeated(cleaner_, pool_));
  }

  void read() {
    while (out_ && !interrupted()) {  // nobody may read --dry-run | head
      auto item = dump_.next();
      if (!item || interrupted()) break;  // what a signal cut off is no article
      if (!options_.dry_run && dump_.opened() > 0) archive();
      const std::size_t bytes = bytes_of(*item);
      batches_.add(*std::move(item), bytes);
      progress_.update(read_, dump_.bytes_read());
    }
    if (!options_.dry_run && dump_.opened() > 0) archive();
  }

  // Opened, or made, when the first input turns out to be readable.
  ArchiveBuilder& archive() {
    if (builder_) return *builder_;
    builder_ = std::make_unique<ArchiveBuilder>(options_.archive, pool_);
    if (builder_->is_by_xapian())
      fmt::print(stderr,
                 "backfile-index: Xapian {} writes another format than this program, so its own "
                 "writer is used: it is slower, and near-copies are not looked for\n",
                 Xapian::version_string());
    auto repeated = RepeatedParagraphs::from_bytes(builder_->repeated());
    repeated.add(repeated_);
    builder_->set_repeated(repeated.to_bytes());
    return *builder_;
  }

  void take(PreparedItem item) {
    if (const auto* rejection = std::get_if<Rejection>(&item))
      tell(*rejection);
    else
      take(std::get<PreparedArticle>(std::move(item)));
  }

  void take(PreparedArticle item) {
    ++read_;
    for (const Rejection& note : item.notes) reports_.tell(note);
    if (!builder_) {
      out_ << dry_run_line(item);
      return;
    }
    builder_->add(std::move(item.article));
    if (!builder_->wants_commit()) return;
    reports_.flush();
    builder_->checkpoint();
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
  RepeatedParagraphs repeated_;
  Reports reports_;
  RereadDump dump_;
  Progress progress_;
  std::uint64_t read_ = 0;  // articles, rejected ones left out
  WorkerPool pool_;         // after what its tasks use
  Batches<ReadItem, PreparedItem> batches_{
      pool_,
      [this](ReadItem item) {
        return prepare(std::move(item), {cleaner_, repeated_, options_.keep_raw});
      },
      [this](PreparedItem item) { take(std::move(item)); }};
  std::unique_ptr<ArchiveBuilder> builder_;  // none in a dry run
};

RunResult run_check(const IndexOptions& options, std::ostream& out) {
  const ArchiveCheck check = check_archive(options.archive);
  for (const Error& problem : check.problems)
    fmt::print(stderr, "backfile-index: {}\n", clean_line(problem.what()));
  if (!check.problems.empty()) return RunResult::kFailed;
  out << fmt::format("sound: {} article{} in {} segment{}, {}\n", grouped(check.articles),
                     check.articles == 1 ? "" : "s", grouped(check.segments),
                     check.segments == 1 ? "" : "s", readable_bytes(check.bytes));
  return RunResult::kDone;
}

}  // namespace

RunResult run_index(const IndexOptions& options, std::ostream& out) {
  if (options.check) return run_check(options, out);
  return Run(options, out).run();
}

}  // namespace backfile
