#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include "tests/indexer/archive_contents.h"
#include "tests/indexer/hand_made_archive.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

using Lines = std::vector<std::string>;

constexpr const char* kTables[] = {"postlist.glass", "docdata.glass", "position.glass",
                                   "termlist.glass"};

void write(const std::string& path, const std::string& content) {
  std::ofstream(path, std::ios::binary) << content;
}

// Of a child process that calls `action`: what that returns, 2 when it throws, and -1 when it
// crashes, as Xapian's own check does of some damage.
template <class Action>
int exit_code(Action action) {
  const pid_t child = ::fork();
  if (child == 0) {
    for (const int number : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL})
      std::signal(number, SIG_DFL);
    try {
      ::_exit(int(action()));
    } catch (...) {
      ::_exit(2);
    }
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// What is done to a file.
struct Damage {
  const char* name;
  void (*apply)(const std::string& path);
};

constexpr Damage kDamages[] = {
    {"gone", [](const std::string& path) { fs::remove(path); }},
    {"empty", [](const std::string& path) { write(path, ""); }},
    {"cut", [](const std::string& path) { fs::resize_file(path, fs::file_size(path) / 2); }},
    {"zeros",
     [](const std::string& path) { write(path, std::string(read_file(path).size(), '\0')); }},
    {"ones",
     [](const std::string& path) { write(path, std::string(read_file(path).size(), '\xff')); }},
    {"text",
     [](const std::string& path) {
       std::string bytes = read_file(path);
       for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = char('a' + i % 26);
       write(path, bytes);
     }},
    {"backwards",
     [](const std::string& path) {
       std::string bytes = read_file(path);
       std::ranges::reverse(bytes);
       write(path, bytes);
     }},
};

TEST_CASE("check: files that are broken") {
  HandMadeArchive archive;
  archive.add(random_articles(1, 60));
  archive.add(random_articles(2, 4));
  for (const std::string file :
       {"segment-2/iamglass", "segment-2/postlist.glass", "segment-2/docdata.glass",
        "segment-2/position.glass", "settings-1/iamglass", "settings-1/postlist.glass"}) {
    const std::string sound = read_file(archive / file);
    for (const Damage& damage : kDamages) {
      CAPTURE(file);
      CAPTURE(std::string(damage.name));
      damage.apply(archive / file);
      const Lines problems = problems_of(archive);
      CHECK_FALSE(problems.empty());
      CHECK(std::ranges::all_of(problems, [&](const std::string& line) {
        return line.find(": " + file.substr(0, file.find('/'))) != std::string::npos;
      }));
      write(archive / file, sound);
    }
  }
  CHECK(problems_of(archive) == Lines{});
}

TEST_CASE("check: bytes flipped in the articles' data") {
  RandomValues random(3);
  HandMadeArchive archive;
  archive.add(random_articles(4, 60));
  const std::string path = archive / "segment-2/docdata.glass";
  const std::string sound = read_file(path);
  for (int i = 0; i < 15; ++i) {
    // In the middle of an article's compressed text.
    const auto docid = std::uint32_t(1 + random.below(60));
    const std::string data = Xapian::Database(archive / "segment-2").get_document(docid).get_data();
    const std::size_t at = sound.find(data.substr(0, 40));
    if (at == std::string::npos) continue;  // a block ends there
    std::string bytes = sound;
    bytes[at + 20 + random.below(20)] ^= char(1 << random.below(7));
    write(path, bytes);
    CAPTURE(docid);
    CHECK_FALSE(problems_of(archive).empty());
    write(path, sound);
  }
  CHECK(problems_of(archive) == Lines{});
}

TEST_CASE("check: whatever byte is wrong, it ends with an answer") {
  RandomValues random(5);
  HandMadeArchive archive;
  archive.add(random_articles(6, 40));
  for (const char* const table : kTables) {
    const std::string path = archive / ("segment-2/" + std::string(table));
    const std::string sound = read_file(path);
    for (int i = 0; i < 40; ++i) {
      std::string bytes = sound;
      for (int left = 1 + i % 4; left > 0; --left)
        bytes[random.below(bytes.size())] = char(random.number(-128, 127));
      write(path, bytes);
      CHECK(exit_code([&] { return int(check_archive(archive.path()).segments); }) <= 1);
    }
    write(path, sound);
  }
  CHECK(problems_of(archive) == Lines{});
}

TEST_CASE("check: a wrong byte in the postings is found, or it matters not") {
  RandomValues random(8);
  HandMadeArchive archive;
  archive.add(random_articles(9, 40));
  const std::string path = archive / "segment-2/postlist.glass";
  const std::string sound = read_file(path);
  const auto contents = contents_of(archive / "segment-2");
  for (int i = 0; i < 60; ++i) {
    std::string bytes = sound;
    bytes[random.below(bytes.size())] ^= char(1 << random.below(7));
    write(path, bytes);
    CHECK(exit_code([&] {
            return problems_of(archive).empty() && contents_of(archive / "segment-2") != contents;
          }) <= 0);
  }
}

}  // namespace
}  // namespace backfile
