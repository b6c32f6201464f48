#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>

#include <doctest/doctest.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/error.h"
#include "common/stored.h"
#include "indexer/archive/archive_builder.h"
#include "indexer/archive/check.h"
#include "tests/common/random_values.h"
#include "tests/indexer/archive_contents.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

constexpr BuildLimits kSmall = {.segment_articles = 20, .window_articles = 60};
constexpr int kArticles = 600;

Article article(int number, int version) {
  Article made;
  made.id = std::to_string(number);
  made.title = "Title " + made.id;
  made.body = "Rivers rise, version " + std::to_string(version);
  made.language = "en";
  return made;
}

// Articles of `version` into the archive, with commits on the way; every third article of the
// version before is deleted.
void write_version(const std::string& path, int version) {
  WorkerPool pool(2);
  ArchiveBuilder builder(path, pool, kSmall);
  for (int i = 0; i < kArticles; ++i) {
    if (i % 3 == 0)
      builder.remove(std::to_string(i));
    else
      builder.add(article(i, version));
    if (builder.wants_commit()) builder.checkpoint();
  }
  builder.commit();
}

// Runs `task` in a process of its own and returns its status as of waitpid(). It is killed after
// `lifetime`, if that is not 0.
int in_process(const std::function<void()>& task, std::chrono::microseconds lifetime) {
  const pid_t child = ::fork();
  if (child == 0) {
    try {
      task();
    } catch (const std::exception& error) {
      ::_exit(2);
    }
    ::_exit(0);
  }
  REQUIRE(child > 0);
  if (lifetime.count() > 0) {
    std::this_thread::sleep_for(lifetime);
    ::kill(child, SIGKILL);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return status;
}

// What is wrong with an archive in which a run of `version` broke off: an article is of the old
// version or of the new one, and after one of the old no new ones come, that is, all up to some
// commit is there; nothing is left over. Empty when all is well.
std::string faults(const std::string& path, int version) {
  std::string text;
  const ArchiveCheck check = check_archive(path);
  for (const Error& problem : check.problems) text.append(problem.what()).append("\n");
  std::map<int, int> versions;
  for (const auto& [docid, document] : documents_of(path)) {
    const Article found = from_stored(document.get_data());
    if (!versions.emplace(std::stoi(found.id), std::stoi(found.body.substr(found.body.rfind(' '))))
             .second)
      text += found.id + " is there twice\n";
  }
  bool is_old = false;
  for (int i = 0; i < kArticles; ++i) {
    if (i % 3 == 0) continue;
    const auto found = versions.find(i);
    const int has = found == versions.end() ? 0 : found->second;
    is_old = is_old || has < version;
    if (has != (is_old ? version - 1 : version))
      text += std::to_string(i) + " has version " + std::to_string(has) + "\n";
  }
  return text;
}

// Anything but the manifest, the lock, the settings and the segments.
bool has_leftovers(const std::string& path) {
  const auto entries = std::distance(fs::directory_iterator(path), fs::directory_iterator());
  return std::size_t(entries) != 2 + Xapian::Database(path).size();
}

TEST_CASE("archive crash: killed at any moment, and run again") {
  const TempFolder folder;
  const std::string path = folder / "archive";
  RandomValues random(51);
  int killed = 0;
  for (int version = 1; version <= 6; ++version) {
    for (int attempt = 0; attempt < 6; ++attempt) {
      const std::chrono::microseconds lifetime(random.number(1000, 60'000));
      const int status = in_process([&] { write_version(path, version); }, lifetime);
      if (WIFSIGNALED(status)) ++killed;
      if (fs::exists(path + "/XAPIANDB")) CHECK(faults(path, version) == "");
    }
    write_version(path, version);
    CHECK(faults(path, version) == "");
    CHECK(contents_of(path).size() == 1 + kArticles * 2 / 3);
    CHECK_FALSE(has_leftovers(path));
  }
  CHECK(killed > 0);
}

// What fits on the disk: the system refuses to let a file grow beyond.
void limit_files(rlim_t bytes) {
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{bytes, bytes};
  ::setrlimit(RLIMIT_FSIZE, &limit);
}

TEST_CASE("archive crash: files that cannot grow") {
  const TempFolder folder;
  const std::string path = folder / "archive";
  write_version(path, 1);
  for (const rlim_t bytes : {0, 10, 100, 1000, 5000, 10'000, 20'000, 40'000}) {
    CAPTURE(bytes);
    const auto before = contents_of(path);
    const int status = in_process(
        [&] {
          limit_files(bytes);
          write_version(path, 2);
        },
        {});
    CHECK(WIFEXITED(status));
    CHECK(faults(path, 2) == "");
    if (WEXITSTATUS(status) == 2 && bytes < 8192) CHECK(contents_of(path) == before);
    CHECK_FALSE(has_leftovers(path));
  }
  write_version(path, 2);
  CHECK(contents_of(path).size() == 1 + kArticles * 2 / 3);
}

// A file system of so many bytes, in a process that sees it alone; false when that is not allowed.
bool mount_small(const std::string& path, std::uintmax_t bytes, unsigned long flags = 0) {
  if (flags == 0 && ::unshare(CLONE_NEWNS | (::geteuid() == 0 ? 0 : CLONE_NEWUSER)) != 0)
    return false;
  if (flags == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return false;
  const std::string size = "size=" + std::to_string(bytes);
  return ::mount("tmpfs", path.c_str(), "tmpfs", flags, size.c_str()) == 0;
}

constexpr int kNotAllowed = 3;

// Runs that fill up a disk, each with twice the room of the one before, in a process of their own.
void fill_disk(const std::string& folder) {
  constexpr std::uintmax_t kLarge = std::uintmax_t{64} << 20;
  if (!mount_small(folder, kLarge)) ::_exit(kNotAllowed);
  const std::string path = folder + "/archive";
  write_version(path, 1);
  int failed = 0;
  for (std::uintmax_t room = 4096; room < kLarge; room *= 2) {
    const auto space = fs::space(folder);
    mount_small(folder, space.capacity - space.free + room, MS_REMOUNT);
    bool is_full = false;
    try {
      write_version(path, 2);
    } catch (const Error& error) {
      is_full = true;
    } catch (const Xapian::Error& error) {
      is_full = true;
    }
    if (!faults(path, 2).empty() || has_leftovers(path)) ::_exit(4);
    mount_small(folder, kLarge, MS_REMOUNT);
    if (!is_full) ::_exit(failed > 2 ? 0 : 5);
    ++failed;
  }
  ::_exit(6);
}

TEST_CASE("archive crash: a full disk") {
  const TempFolder folder;
  const int status = in_process([&] { fill_disk(folder.path().string()); }, {});
  REQUIRE(WIFEXITED(status));
  if (WEXITSTATUS(status) == kNotAllowed)
    MESSAGE("no right to mount a small disk");
  else
    CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("archive crash: readers while it is written") {
  const TempFolder folder;
  const std::string path = folder / "archive";
  write_version(path, 1);
  const pid_t writer = ::fork();
  if (writer == 0) {
    for (int version = 2; version < 5; ++version) write_version(path, version);
    ::_exit(0);
  }
  REQUIRE(writer > 0);
  int status = 0;
  int searches = 0;
  // Opened anew and held open: every article that stays is there, in one version.
  while (::waitpid(writer, &status, WNOHANG) == 0) {
    for (int attempt = 0;; ++attempt) {
      try {
        const Xapian::Database database(path);
        CHECK(database.get_doccount() == kArticles * 2 / 3);
        for (int i = 0; i < 3; ++i)
          CHECK(std::distance(database.postlist_begin("title"), database.postlist_end("title")) ==
                std::distance(database.postlist_begin("rivers"), database.postlist_end("rivers")));
        ++searches;
        break;
      } catch (const Xapian::DatabaseOpeningError&) {
        REQUIRE(attempt < 10);  // a segment went between the manifest and its opening
      }
    }
  }
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  CHECK(searches > 0);
}

}  // namespace
}  // namespace backfile
