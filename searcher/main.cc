#include <chrono>
#include <csignal>
#include <iostream>

#include <fmt/format.h>
#include <xapian.h>

#include "common/error.h"
#include "common/output.h"
#include "common/utf8.h"
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

int show(const SearchOptions& options, const Archive& archive) {
  const auto article = archive.find(*options.show);
  if (!article) return fail("no article has the id: " + *options.show, kNothingFound);
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

int answer(const SearchOptions& options, Archive& archive) {
  const auto found = search(options.request, archive);
  if (const auto* error = std::get_if<QueryError>(&found)) return fail(error->message);
  const auto& result = std::get<SearchResult>(found);
  switch (options.format) {
    case OutputFormat::kText:
      render_text(result, style_of_output(), std::cout);
      break;
    case OutputFormat::kJson:
      render_json(result, std::cout);
      break;
    case OutputFormat::kJsonl:
      render_jsonl(result, std::cout);
      break;
    case OutputFormat::kIds:
      render_ids(result, std::cout);
      break;
  }
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
