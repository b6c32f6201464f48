#include <chrono>
#include <csignal>
#include <sstream>
#include <string>
#include <thread>

#include <doctest/doctest.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/error.h"
#include "indexer/interruption.h"
#include "indexer/pipeline.h"
#include "tests/indexer/archive_contents.h"
#include "tests/indexer/run_options.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

constexpr int kInterrupted = 3;

std::string line(int number) {
  return "{\"id\":\"" + std::to_string(number) + "\",\"title\":\"Rivers rise\"}\n";
}

// Indexes what comes through a pipe. Ends with kInterrupted when it says so.
[[noreturn]] void index_input(const TempFolder& folder, int input) {
  ::dup2(input, STDIN_FILENO);
  catch_interruptions();
  IndexOptions options = run_options(folder, {});
  options.inputs = {"-"};
  options.format = format_by_name("jsonl");
  try {
    std::ostringstream out;
    run_index(options, out);
  } catch (const Error& error) {
    ::_exit(std::string(error.what()).starts_with("interrupted") ? kInterrupted : 4);
  }
  ::_exit(0);
}

// Until all that is in the pipe was read, however busy the machine is.
void wait_until_empty(int pipe) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  int bytes = 1;
  while (bytes > 0 && std::chrono::steady_clock::now() < end) {
    REQUIRE(::ioctl(pipe, FIONREAD, &bytes) == 0);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

TEST_CASE("pipeline: a signal ends a run that waits for input, and what was read stays") {
  for (const int signal : {SIGINT, SIGTERM}) {
    CAPTURE(signal);
    const TempFolder folder;
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
      ::close(ends[1]);
      index_input(folder, ends[0]);
    }
    REQUIRE(child > 0);
    ::close(ends[0]);
    std::string text;
    for (int i = 0; i < 500; ++i) text += line(i);
    text += R"({"id":"half)";
    REQUIRE(::write(ends[1], text.data(), text.size()) == ssize_t(text.size()));
    wait_until_empty(ends[1]);
    std::this_thread::sleep_for(std::chrono::milliseconds(700));  // until it waits for more
    const auto start = std::chrono::steady_clock::now();
    ::kill(child, signal);
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
    ::close(ends[1]);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == kInterrupted);
    CHECK(Xapian::Database(folder / "archive").get_doccount() == 500);
  }
}

}  // namespace
}  // namespace backfile
