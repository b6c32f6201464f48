// backfile-thread-check ARCHIVE SECONDS: threads with a handle of the C interface each,
// all of the same archive, ask it all sorts of things for so long. Made to run under
// the thread sanitizer while a writer commits (scripts/check-threads). Ends with 1
// when a request fails.
#include <atomic>
#include <chrono>
#include <cstring>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "searcher/library/backfile.h"

namespace {

constexpr int kThreads = 8;
constexpr const char* kRequests[] = {
    R"({"query":"harbour strike","facets":["source","year:all"],"timeline":"month"})",
    R"({"query":"port","group":true,"facets":"words:3","snippet":80})",
    R"({"query":"\"night shift\" OR strike NEAR/5 harbour","sort":"newest","limit":3})",
    R"({"query":"dock* strikee","explain":true})",
    R"({"query":"","similar":"courier-2019-03-15-docks","facets":"language"})",
    R"({"show":"courier-2019-03-15-docks"})",
    R"json({"query":"title:(port OR mine)","recency":"30d","offset":2})json",
};

struct Counts {
  std::atomic<long> answered{0};
  std::atomic<long> failed{0};
};

void ask(const char* archive, std::chrono::steady_clock::time_point end, Counts& counts) {
  backfile_archive* opened = nullptr;
  if (backfile_open(&archive, 1, nullptr, &opened) != BACKFILE_OK) ++counts.failed;
  while (std::chrono::steady_clock::now() < end && counts.failed == 0)
    for (const char* request : kRequests) {
      const char* answer = nullptr;
      if (backfile_search(opened, request, std::strlen(request), &answer) == BACKFILE_OK) {
        ++counts.answered;
        continue;
      }
      ++counts.failed;
      std::cerr << fmt::format("{}: {}\n", request, backfile_message(opened));
    }
  backfile_close(opened);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(std::stol(argv[2]));
  Counts counts;
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) threads.emplace_back([&] { ask(argv[1], end, counts); });
  for (std::thread& thread : threads) thread.join();
  std::cout << fmt::format("{} threads had {} answers, {} failed\n", kThreads,
                           counts.answered.load(), counts.failed.load());
  return counts.failed == 0 && counts.answered > 0 ? 0 : 1;
}
