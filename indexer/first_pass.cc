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
    constexpr std::size_t kAll = 200;
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

// Nothing where the item is no article or none of the sample.
std::optional<RawArticle> sampled(ReadItem item, Sample& sample) {
  if (auto* raw = std::get_if<RawArticle>(&item))
    return sample.takes(source_of(*raw)) ? std::optional(std::move(*raw)) : std::nullopt;
  const auto* page = std::get_if<RawPage>(&item);
  if (!page || !sample.takes(host_of(page->url))) return std::nullopt;
  ParsedItem parsed = parse_page(*page);
  auto* raw = std::get_if<RawArticle>(&parsed);
  return raw ? std::optional(std::move(*raw)) : std::nullopt;
}

}  // namespace

RepeatedParagraphs learn_repeated(const IndexOptions& options, const Cleaner& cleaner) {
  if (options.clean.mode == CleanMode::kOff) return {};
  Dump dump(options.inputs, options.format, options.reading);
  if (!dump.can_be_read_again()) return {};
  Progress progress(shows_progress(options.progress), dump.total_bytes());
  RepetitionCounter counter;
  Sample sample;
  for (std::uint64_t read = 0; auto item = dump.next(); ++read) {
    if (interrupted()) return {};
    if (const auto raw = sampled(*std::move(item), sample)) {
      const auto cleaned = cleaner.clean(*raw);
      if (const auto* article = std::get_if<CleanArticle>(&cleaned)) counter.add(article->article);
    }
    progress.update(read, dump.bytes_read());
  }
  return counter.repeated();
}

}  // namespace backfile
