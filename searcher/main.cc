#include <chrono>
#include <csignal>
#include <iostream>

#include <fmt/format.h>
#include <xapian.h>

#include "common/error.h"
#include "common/output.h"
#include "common/stored.h"
#include "common/utf8.h"
#include "searcher/hit_pages.h"
#include "searcher/options.h"
#include "searcher/render/render.h"

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

int show_raw(const SearchOptions& options, const Archive& archive) {
  const auto stored = archive.find_stored(*options.show);
  if (!stored) return fail_to_find(*options.show);
  const auto raw = raw_text_of(*stored);
  if (!raw)
    return fail("the text as it came was not kept: " + *options.show +
                    "; it was indexed without --keep-raw",
                kNothingFound);
  if (options.format == OutputFormat::kText)
    render_raw_text(*raw, std::cout);
  else
    render_raw_json(from_stored(*stored).id, *raw, std::cout);
  return kFound;
}

int show(const SearchOptions& options, const Archive& archive) {
  if (options.raw) return show_raw(options, archive);
  const auto article = archive.find(*options.show);
  if (!article) return fail_to_find(*options.show);
  switch (options.format) {
    case OutputFormat::kText:
      render_text(*article, style_of_output(), std::cout);
      break;
    case OutputFormat::kIds:
      std::cout << article->id << '\n';
      break;
    default:
      render_json(*article, std::cout);
  }
  return kFound;
}

void render(OutputFormat format, const SearchResult& result, const MoreHits& more) {
  switch (format) {
    case OutputFormat::kText:
      return render_text(result, more, style_of_output(), std::cout);
    case OutputFormat::kJson:
      return render_json(result, more, std::cout);
    case OutputFormat::kJsonl:
      return render_jsonl(result, more, std::cout);
    case OutputFormat::kIds:
      return render_ids(result, more, std::cout);
  }
}

int answer_all(const SearchOptions& options, Archive& archive) {
  auto found = search_in_pages(options.request, archive);
  if (const auto* error = std::get_if<QueryError>(&found)) return fail(error->message);
  auto& [result, pages] = std::get<PagedResult>(found);
  render(options.format, result, [&pages = pages] { return pages.next(); });
  return result.total > 0 ? kFound : kNothingFound;
}

int answer(const SearchOptions& options, Archive& archive) {
  const auto& similar = options.request.similar;
  if (similar && !archive.find(*similar)) return fail_to_find(*similar);
  if (options.all) return answer_all(options, archive);
  const auto found = search(options.request, archive);
  if (const auto* error = std::get_if<QueryError>(&found)) return fail(error->message);
  const auto& result = std::get<SearchResult>(found);
  render(options.format, result, {});
  return result.total > 0 ? kFound : kNothingFound;
}

int run(int argc, char** argv) {
  const auto now = std::chrono::system_clock::now();
  const auto options = parse_search_options(argc, argv, std::chrono::floor<std::chrono::days>(now));
  if (!options) return kFound;
  Archive archive(options->archives);
  return options->show ? show(*options, archive) : answer(*options, archive);
}

int run_and_report(int argc, char** argv) {
  try {
    const int code = run(argc, argv);
    finish_output();
    return code;
  } catch (const Error& error) {
    return fail(error.what());
  } catch (const Xapian::Error& error) {
    return fail("the archive cannot be read: " + error.get_msg());
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
