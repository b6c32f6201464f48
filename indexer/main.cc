#include <csignal>
#include <iostream>

#include <fmt/format.h>
#ifdef BACKFILE_MIMALLOC
#include <mimalloc.h>
#endif
#include <xapian.h>

#include "common/error.h"
#include "common/output.h"
#include "common/utf8.h"
#include "indexer/interruption.h"
#include "indexer/options.h"
#include "indexer/pipeline.h"

namespace {

int fail(const std::string& message) {
  fmt::print(stderr, "backfile-index: {}\n", backfile::clean_line(message));
  return int(backfile::RunResult::kFailed);
}

// Xapian's words, with what to do about it.
std::string described(const Xapian::Error& error) {
  return "the archive is damaged or cannot be read: " + error.get_msg() +
         "; --check ARCHIVE says what is wrong";
}

// What is freed is soon taken again, by the next part of a segment: given back to the system in
// between, it would cost a fault a page, a seventh of the time of a run.
void keep_freed_memory() {
#ifdef BACKFILE_MIMALLOC
  constexpr long kMilliseconds = 500;
#if MI_MALLOC_VERSION >= 210
  mi_option_set(mi_option_purge_delay, kMilliseconds);
#else
  mi_option_set(mi_option_decommit_delay, kMilliseconds);
#endif
#endif
}

}  // namespace

int main(int argc, char** argv) {
  keep_freed_memory();
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe (--dry-run | head) is no error
  backfile::catch_interruptions();
  std::ios::sync_with_stdio(false);
  try {
    const auto options = backfile::parse_index_options(argc, argv);
    if (!options) return 0;
    const auto result = backfile::run_index(*options, std::cout);
    backfile::finish_output();
    return int(result);
  } catch (const backfile::Error& error) {
    return fail(error.what());
  } catch (const Xapian::Error& error) {
    return fail(described(error));
  } catch (const std::exception& error) {
    return fail(std::string("unexpected: ") + error.what());
  }
}
