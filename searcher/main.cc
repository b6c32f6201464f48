#include <chrono>
#include <csignal>
#include <iostream>

#include <fmt/format.h>

#include "common/error.h"
#include "common/output.h"
#include "common/utf8.h"
#include "searcher/batch.h"
#include "searcher/options.h"
#include "searcher/render/formats.h"
#include "searcher/saved/new_articles.h"
#include "searcher/saved/saved_searches.h"
#include "searcher/searcher.h"

namespace backfile {
namespace {

constexpr int kFound = 0;
constexpr int kNothingFound = 1;
constexpr int kFailed = 2;

int fail(const std::string& message, int code = kFailed) {
  fmt::print(stderr, "backfile-search: {}\n", clean_line(message));
  return code;
}

int fail_to_find(const std::string& id) {
  return fail("no article has the id: " + id, kNothingFound);
}

int show_raw(const SearchOptions& options, const Article& article, Searcher& searcher) {
  const auto raw = searcher.find_raw(article.id);
  if (!raw)
    return fail(
        "the text as it came was not kept: " + article.id + "; it was indexed without --keep-raw",
        kNothingFound);
  options.format->raw(article.id, *raw, std::cout);
  return kFound;
}

int show(const SearchOptions& options, Searcher& searcher) {
  const auto article = searcher.find(*options.show);
  if (!article) return fail_to_find(*options.show);
  if (options.raw) return show_raw(options, *article, searcher);
  options.format->article(*article, {options.archives, options.request}, std::cout);
  return kFound;
}

// All hits page by page, or those asked for.
std::variant<PagedAnswer, QueryError> found(const SearchOptions& options, Searcher& searcher) {
  if (options.all) return searcher.search_in_pages(options.request);
  auto found = searcher.search(options.request);
  if (auto* error = std::get_if<QueryError>(&found)) return std::move(*error);
  return PagedAnswer{std::get<SearchResult>(std::move(found)), {}};
}

int answer_with(const SearchOptions& options, const std::variant<PagedAnswer, QueryError>& answer) {
  if (const auto* error = std::get_if<QueryError>(&answer)) return fail(error->message);
  const auto& [result, more] = std::get<PagedAnswer>(answer);
  if (!options.format->tells_missing)
    for (const MissingArchive& missing : result.missing)
      fmt::print(stderr, "backfile-search: left out: {} ({})\n", clean_line(missing.name),
                 clean_line(missing.reason));
  options.format->answer(result, more, {options.archives, options.request}, std::cout);
  return result.total > 0 ? kFound : kNothingFound;
}

int answer(const SearchOptions& options, Searcher& searcher) {
  const auto& similar = options.request.similar;
  if (similar && !searcher.find(*similar)) return fail_to_find(*similar);
  if (!options.new_since) return answer_with(options, found(options, searcher));
  NewArticles articles(*options.new_since);
  const int code =
      answer_with(options, articles.search(options.request, options.has_limit, searcher));
  if (code == kFailed) return code;
  finish_output();
  articles.note_shown();
  return code;
}

int run_search(const SearchOptions& options) {
  Searcher searcher(options.archives, options.open);
  return options.show ? show(options, searcher) : answer(options, searcher);
}

int run_saved(const SearchOptions& given, std::chrono::sys_days today) {
  const SavedSearches saved;
  SearchOptions options = parse_saved_options(given, saved.words(*given.run), today);
  if (!options.shows_seen) options.new_since = saved.position_file(*given.run);
  return run_search(options);
}

int save(const SearchOptions& options) {
  const std::string path = SavedSearches().save(*options.save_as, options.words);
  fmt::print(stderr, "backfile-search: saved in {}\n", clean_line(path));
  return kFound;
}

int list_searches(const OutputFormat& format) {
  const SavedSearches saved;
  std::vector<SavedSearch> searches;
  for (const std::string& name : saved.names())
    searches.push_back({name, saved.words(name), saved.last_run(name)});
  format.searches(searches, std::cout);
  return searches.empty() ? kNothingFound : kFound;
}

int run(int argc, char** argv) {
  const auto now = std::chrono::system_clock::now();
  const auto today = std::chrono::floor<std::chrono::days>(now);
  const auto options = parse_search_options(argc, argv, today);
  if (!options) return kFound;
  if (options->is_batch) {
    answer_batch(options->archives, options->open, std::cout);
    return kFound;
  }
  if (options->lists_searches) return list_searches(*options->format);
  if (options->run) return run_saved(*options, today);
  return options->save_as ? save(*options) : run_search(*options);
}

int run_and_report(int argc, char** argv) {
  try {
    const int code = run(argc, argv);
    finish_output();
    return code;
  } catch (const Error& error) {
    return fail(error.what());
  } catch (const std::exception& error) {
    return fail(std::string("unexpected: ") + error.what());
  }
}

}  // namespace
}  // namespace backfile

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is no error
  std::ios::sync_with_stdio(false);
  return backfile::run_and_report(argc, argv);
}
