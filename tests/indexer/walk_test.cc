#include "indexer/input/walk.h"

#include <filesystem>

#include <doctest/doctest.h>

#include "tests/temp_folder.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// "bbc/a.txt(bbc,5)": path below `folder`, folder and size of every file, in order.
std::string described(const Walk& found, const TempFolder& folder) {
  std::string text;
  for (const InputFile& file : found.files) {
    if (!text.empty()) text += ' ';
    text += file.path == "-" ? "-" : fs::path(file.path).lexically_relative(folder.path()).string();
    text += "(" + file.folder + "," + std::to_string(file.bytes) + ")";
  }
  return text;
}

TEST_CASE("walk: folders in name order, each file with its folder's name") {
  const TempFolder folder;
  folder.write("dump/b.txt", "12");
  folder.write("dump/a.txt", "1");
  folder.write("dump/Z.txt", "");
  folder.write("dump/a/late.txt", "123");
  folder.write("dump/a/deep/er/x.jsonl", "1234");
  folder.write("dump/10.txt", "");
  folder.write("dump/9.txt", "");
  folder.write("dump/no-ending", "");
  fs::create_directories(folder.path() / "dump/hollow/empty");
  const Walk found = walk({folder / "dump"});
  CHECK(found.unreadable.empty());
  CHECK(described(found, folder) ==
        "dump/10.txt(dump,0) dump/9.txt(dump,0) dump/Z.txt(dump,0) dump/a/deep/er/x.jsonl(er,4) "
        "dump/a/late.txt(a,3) dump/a.txt(dump,1) dump/b.txt(dump,2) dump/no-ending(dump,0)");
  CHECK(described(walk({folder / "dump/"}), folder) == described(found, folder));
  CHECK(walk({folder / "dump/a/../."}).files.at(0).folder == "dump");
}

TEST_CASE("walk: hidden files and README are left out, unless named themselves") {
  const TempFolder folder;
  for (const char* name : {"d/.hidden.txt", "d/.git/config.txt", "d/README", "d/README.md",
                           "d/README-de.txt", "d/readme.txt", "d/READ.txt", "d/~a.txt"})
    folder.write(name, "1");
  CHECK(described(walk({folder / "d"}), folder) ==
        "d/READ.txt(d,1) d/readme.txt(d,1) d/~a.txt(d,1)");
  CHECK(described(walk({folder / "d/README.md", folder / "d/.hidden.txt", folder / "d/.git"}),
                  folder) == "d/README.md(,1) d/.hidden.txt(,1) d/.git/config.txt(.git,1)");
}

TEST_CASE("walk: inputs in the order of the command, as often as named") {
  const TempFolder folder;
  const std::string a = folder.write("d/a.txt", "1");
  const std::string b = folder.write("b.txt", "12");
  CHECK(described(walk({b, folder / "d", "-", a, b}), folder) ==
        "b.txt(,2) d/a.txt(d,1) -(,0) d/a.txt(,1) b.txt(,2)");
  CHECK(described(walk({}), folder).empty());
}

TEST_CASE("walk: what is not there is told, the rest is read") {
  const TempFolder folder;
  const std::string a = folder.write("a.txt", "1");
  const std::string missing = folder / "missing";
  const Walk found = walk({missing, a, a + "/below", ""});
  CHECK(described(found, folder) == "a.txt(,1)");
  REQUIRE(found.unreadable.size() == 3);
  for (const Rejection& unreadable : found.unreadable) {
    CHECK(unreadable.reason == "cannot read");
    CHECK(unreadable.detail == "no such file or folder; check the path");
    CHECK(unreadable.origin.position.empty());
  }
  CHECK(found.unreadable[0].origin.input == missing);
  CHECK(found.unreadable[1].origin.input == a + "/below");
  CHECK(found.unreadable[2].origin.input.empty());
}

TEST_CASE("walk: links") {
  const TempFolder folder;
  const std::string outside = folder.write("outside.txt", "123");
  folder.write("elsewhere/x.txt", "1");
  folder.write("d/b.txt", "12");
  fs::create_symlink(outside, folder.path() / "d/a-link");
  fs::create_symlink(folder.path() / "nowhere", folder.path() / "d/dangling");
  fs::create_directory_symlink(folder.path() / "elsewhere", folder.path() / "d/other");
  fs::create_directory_symlink("..", folder.path() / "d/up");
  fs::create_symlink("turn", folder.path() / "d/turn");
  const Walk found = walk({folder / "d"});
  CHECK(described(found, folder) == "d/a-link(d,3) d/b.txt(d,2)");
  REQUIRE(found.unreadable.size() == 2);
  CHECK(found.unreadable[0].origin.input == folder / "d/dangling");
  CHECK(found.unreadable[0].reason == "cannot read");
  CHECK(found.unreadable[0].detail == "a link that leads nowhere");
  CHECK(found.unreadable[1].origin.input == folder / "d/turn");
  // named itself, a link is what it leads to
  CHECK(described(walk({folder / "d/other"}), folder) == "d/other/x.txt(elsewhere,1)");
  const Walk dangling = walk({folder / "d/dangling"});
  REQUIRE(dangling.unreadable.size() == 1);
  CHECK(dangling.unreadable[0].detail == "no such file or folder; check the path");
}

TEST_CASE("walk: names that are not UTF-8") {
  const TempFolder folder;
  folder.write("caf\xE9/a\xFF.txt", "1");
  const Walk found = walk({folder.path().string()});
  REQUIRE(found.files.size() == 1);
  CHECK((found.files[0].path == folder / "caf\xE9/a\xFF.txt"));
  CHECK(found.files[0].folder.empty());
}

}  // namespace
}  // namespace backfile
