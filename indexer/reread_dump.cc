#include "indexer/reread_dump.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>

#include "indexer/batches.h"
#include "indexer/host.h"
#include "indexer/interruption.h"
#include "indexer/markup/page.h"
#include "indexer/progress.h"

namespace backfile {
namespace {

std::string source_of(const RawArticle& raw) {
  for (const std::string_view field : {"source", "url"})
    if (const auto& values = raw[*field_by_name(field)]; !values.empty())
      return field == "url" ? host_of(values.front()) : values.front();
  return {};
}

// Which articles are looked at, by what their sources are called in the dump.
class Sample {
 public:
  explicit Sample(bool keeps_raw) : keeps_raw_(keeps_raw) {}

  // The item's article, if it is of the sample; a page of it becomes its article.
  const RawArticle* take(ReadItem& item) {
    if (const auto* page = std::get_if<RawPage>(&item)) {
      if (pages_left_ == 0 || !takes(host_of(page->url))) return nullptr;
      --pages_left_;
      ParsedItem parsed = parse_page(*page, {.keeps_text = keeps_raw_});
      if (auto* raw = std::get_if<RawArticle>(&parsed)) item = std::move(*raw);
      return std::get_if<RawArticle>(&item);
    }
    const auto* raw = std::get_if<RawArticle>(&item);
    return raw && takes(source_of(*raw)) ? raw : nullptr;
  }

 private:
  bool takes(const std::string& source) {
    constexpr std::size_t kAll = 100;
    constexpr std::size_t kOneIn = 20;
    constexpr std::size_t kMaxSources = 100'000;
    if (articles_.size() >= kMaxSources && !articles_.contains(source)) return false;
    const std::size_t number = articles_[source]++;
    return number < kAll || number % kOneIn == 0;
  }

  bool keeps_raw_;
  std::size_t pages_left_ = 2000;
  std::unordered_map<std::string, std::size_t> articles_;  // so far, by source
};

}  // namespace

RereadDump::RereadDump(const IndexOptions& options) : options_(options), dump_(opened_dump()) {}

std::unique_ptr<Dump> RereadDump::opened_dump() const {
  return std::make_unique<Dump>(options_.inputs, options_.format, options_.reading);
}

RepeatedParagraphs RereadDump::learn_repeated(const Cleaner& cleaner, WorkerPool& pool,
                                              std::size_t max_remembered_bytes) {
  if (!dump_->can_be_read_again()) return {};
  Progress progress(shows_progress(options_.progress), dump_->total_bytes());
  RepetitionCounter counter;
  using Counted = std::optional<CountedParagraphs>;
  Batches<RawArticle, Counted> batches(
      pool,
      [&cleaner](const RawArticle& raw) {
        const auto cleaned = cleaner.clean(raw);
        const auto* article = std::get_if<CleanArticle>(&cleaned);
        return article ? Counted(article->article) : std::nullopt;
      },
      [&counter](const Counted& counted) {
        if (counted) counter.add(*counted);
      });
  Sample sample(options_.keep_raw);
  const bool is_large = dump_->total_bytes() > max_remembered_bytes;
  std::size_t bytes = 0;
  bool are_pages = true;
  for (std::uint64_t read = 0;; progress.update(++read, bytes_read())) {
    auto item = dump_->next();
    if (!item) break;
    if (interrupted()) return {};
    are_pages = are_pages && !std::holds_alternative<RawArticle>(*item);
    const RawArticle* const raw = sample.take(*item);
    const std::size_t item_bytes = bytes_of(*item);
    if (raw) batches.add(*raw, item_bytes);
    const bool remembers = are_pages || (!is_large && bytes <= max_remembered_bytes);
    bytes += item_bytes;
    if (remembers) remembered_.push_back(*std::move(item));
    if (bytes > max_remembered_bytes && are_pages) break;
  }
  if ((is_large || bytes > max_remembered_bytes) && !are_pages) {
    remembered_.clear();
    dump_ = opened_dump();
  }
  batches.finish();
  return counter.repeated();
}

std::optional<ReadItem> RereadDump::next() {
  if (remembered_.empty()) return dump_->next();
  std::optional<ReadItem> item = std::move(remembered_.front());
  remembered_.pop_front();
  return item;
}

}  // namespace backfile
