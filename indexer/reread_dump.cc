#include "indexer/first_pass.h"

#include <string>
#include <unordered_map>
#include <utility>
#include <variant>

#include "indexer/dump.h"
#include "indexer/interruption.h"
#include "indexer/markup/page.h"
#include "indexer/progress.h"

namespace backfile {
namespace {

// Which articles are looked at, by what their sources are called in the dump.
class Sample {
 public:
  bool takes(const std::string& source) {
    constexpr std::size_t kAll = 100;
    constexpr std::size_t kOneIn = 20;
    constexpr std::size_t kMaxSources = 100'000;
    if (articles_.size() >= kMaxSources && !articles_.contains(source)) return false;
    const std::size_t number = articles_[source]++;
    return number < kAll || number % kOneIn == 0;
  }

 private:
  std::unordered_map<std::string, std::size_t> articles_;
};

std::string host_of(const std::string& url) {
  const std::size_t scheme = url.find("://");
  const std::size_t begin = scheme == std::string::npos ? 0 : scheme + 3;
  return url.substr(begin, url.find('/', begin) - begin);
}

std::string source_of(const RawArticle& raw) {
  for (const std::string_view field : {"source", "url"})
    if (const auto& values = raw[*field_by_name(field)]; !values.empty())
      return host_of(values.front());
  return {};
}

std::size_t size_of(const RawArticle& raw) {
  std::size_t bytes = sizeof raw + raw.page_text.size();
  for (const auto& values : raw.values)
    for (const std::string& value : values) bytes += value.size();
  for (const RemovedLine& line : raw.removed) bytes += line.text.size();
  return bytes;
}

bool is_same_place(const Origin& one, const Origin& other) {
  return one.input == other.input && one.position == other.position;
}

}  // namespace

ReadItem FirstPass::parsed(ReadItem item, std::uint64_t number) {
  const auto* page = std::get_if<RawPage>(&item);
  const auto known = pages_.find(number);
  if (known == pages_.end()) return item;
  RawArticle article = std::move(known->second);
  pages_.erase(known);
  if (!page || !is_same_place(page->origin, article.origin)) return item;  // the dump has changed
  return article;
}

FirstPass first_pass(const IndexOptions& options, const Cleaner& cleaner) {
  constexpr std::size_t kMaxPageBytes = std::size_t{16} << 20;
  FirstPass pass;
  if (options.clean.mode == CleanMode::kOff) return pass;
  Dump dump(options.inputs, options.format, options.reading);
  if (!dump.can_be_read_again()) return pass;
  Progress progress(shows_progress(options.progress), dump.total_bytes());
  RepetitionCounter counter;
  Sample sample;
  std::size_t page_bytes = 0;
  const auto count = [&](const RawArticle& raw) {
    const auto cleaned = cleaner.clean(raw);
    if (const auto* article = std::get_if<CleanArticle>(&cleaned)) counter.add(article->article);
  };
  for (std::uint64_t number = 0; auto item = dump.next(); ++number) {
    if (interrupted()) return pass;
    progress.update(number, dump.bytes_read());
    if (const auto* raw = std::get_if<RawArticle>(&*item); raw && sample.takes(source_of(*raw)))
      count(*raw);
    const auto* page = std::get_if<RawPage>(&*item);
    if (!page || page_bytes >= kMaxPageBytes || !sample.takes(host_of(page->url))) continue;
    ParsedItem parsed = parse_page(*page, {.keeps_text = options.keep_raw});
    auto* raw = std::get_if<RawArticle>(&parsed);
    if (!raw) continue;
    count(*raw);
    page_bytes += size_of(*raw);
    pass.pages_.emplace(number, std::move(*raw));
  }
  pass.repeated_ = counter.repeated();
  return pass;
}

}  // namespace backfile
