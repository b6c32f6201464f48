#include "indexer/archive/archive_lock.h"

#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <thread>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/error.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// "locked", or what is wrong.
std::string try_lock(const std::string& archive) {
  try {
    const ArchiveLock lock(archive);
  } catch (const Error& error) {
    return error.what();
  }
  return "locked";
}

std::string held_by(const std::string& who, const std::string& archive) {
  return who + " is writing this archive: " + archive + "; wait for it to end";
}

std::string process(pid_t number) { return "process " + std::to_string(number); }

std::string content(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A process that has the lock until it is killed.
class Holder {
 public:
  explicit Holder(const std::string& archive) {
    int ends[2] = {};
    REQUIRE(::pipe(ends) == 0);
    number_ = ::fork();
    if (number_ == 0) hold(archive, ends[1]);
    ::close(ends[1]);
    char byte = '-';
    const bool told = number_ > 0 && ::read(ends[0], &byte, 1) == 1;
    ::close(ends[0]);
    REQUIRE(told);
    REQUIRE(byte == '+');
  }
  Holder(const Holder&) = delete;
  Holder& operator=(const Holder&) = delete;
  ~Holder() { kill(); }

  pid_t number() const { return number_; }

  // With no chance to clear up.
  void kill() {
    if (number_ <= 0) return;
    ::kill(number_, SIGKILL);
    ::waitpid(number_, nullptr, 0);
    number_ = 0;
  }

 private:
  [[noreturn]] static void hold(const std::string& archive, int out) {
    char byte = '-';
    std::optional<ArchiveLock> lock;
    try {
      lock.emplace(archive);
      byte = '+';
    } catch (const Error&) {
      // The other end is told.
    }
    if (::write(out, &byte, 1) == 1)
      while (true) ::pause();
    ::_exit(1);
  }

  pid_t number_ = 0;
};

TEST_CASE("archive lock: one at a time, in one process too") {
  const TempFolder folder;
  const std::string archive = folder.path().string();
  {
    const ArchiveLock lock(archive);
    CHECK(content(folder / "writer.lock") == process(::getpid()) + "\n");
    CHECK(try_lock(archive) == held_by(process(::getpid()), archive));
    CHECK(try_lock(archive) == held_by(process(::getpid()), archive));  // the attempt took nothing
    std::string other;
    std::jthread([&] { other = try_lock(archive); }).join();
    CHECK(other == held_by(process(::getpid()), archive));
    CHECK(content(folder / "writer.lock") == process(::getpid()) + "\n");
  }
  CHECK(try_lock(archive) == "locked");
  CHECK(try_lock(archive) == "locked");
}

TEST_CASE("archive lock: archives do not wait for one another") {
  const TempFolder one;
  const TempFolder two;
  const ArchiveLock lock(one.path().string());
  CHECK(try_lock(two.path().string()) == "locked");
}

TEST_CASE("archive lock: another process has it, and ends without a word") {
  const TempFolder folder;
  const std::string archive = folder.path().string();
  Holder holder(archive);
  const std::string who = process(holder.number());
  CHECK(try_lock(archive) == held_by(who, archive));
  holder.kill();
  CHECK(content(folder / "writer.lock") == who + "\n");  // the file stays, the lock does not
  const ArchiveLock lock(archive);
  CHECK(content(folder / "writer.lock") == process(::getpid()) + "\n");
}

TEST_CASE("archive lock: an old file does not hold it") {
  for (const std::string_view text :
       {"", "process 1\n", "process 12345678901234567890, and a long story after that\n"}) {
    CAPTURE(text);
    const TempFolder folder;
    folder.write("writer.lock", text);
    const ArchiveLock lock(folder.path().string());
    CHECK(content(folder / "writer.lock") == process(::getpid()) + "\n");
  }
}

TEST_CASE("archive lock: a holder that has not said who it is, or not in these words") {
  struct Row {
    std::string text;
    std::string who;
  };
  const Row rows[] = {
      {"", "another process"},
      {"process 7\n", "process 7"},
      {"\x1b[31mred\n\n", "[31mred"},
      {"\n", "another process"},
      {std::string(1'000, 'x'), std::string(100, 'x')},
  };
  for (const Row& row : rows) {
    CAPTURE(row.who);
    const TempFolder folder;
    const std::string file = folder.write("writer.lock", row.text);
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
    REQUIRE(::flock(descriptor, LOCK_EX | LOCK_NB) == 0);
    CHECK(try_lock(folder.path().string()) == held_by(row.who, folder.path().string()));
    CHECK(content(file) == row.text);
    ::close(descriptor);
  }
}

TEST_CASE("archive lock: no folder") {
  const TempFolder folder;
  CHECK(try_lock(folder / "none") ==
        "the archive cannot be written: " + (folder / "none/writer.lock") + "; " +
            std::strerror(ENOENT));
  fs::create_directories(folder / "odd/writer.lock");
  CHECK(try_lock(folder / "odd") ==
        "the archive cannot be written: " + (folder / "odd/writer.lock") + "; " +
            std::strerror(EISDIR));
}

}  // namespace
}  // namespace backfile
