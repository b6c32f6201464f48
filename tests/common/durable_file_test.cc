#include "common/durable_file.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

#include <doctest/doctest.h>

#include "common/error.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

template <class Action>
std::string failure(Action action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return "done";
}

std::string unwritable(const std::string& path, int error) {
  return "cannot write: " + path + "; " + std::strerror(error);
}

TEST_CASE("durable file: files and folders on the disk") {
  const TempFolder folder;
  folder.write("a", "text");
  folder.write("below/b", "text");
  CHECK(failure([&] { sync_path(folder / "a"); }) == "done");
  CHECK(failure([&] { sync_path(folder / "below"); }) == "done");
  CHECK(failure([&] { sync_files(folder.path().string()); }) == "done");
  CHECK(content(folder / "a") == "text");
  fs::create_directory(folder / "empty");
  CHECK(failure([&] { sync_files(folder / "empty"); }) == "done");
}

TEST_CASE("durable file: what is not there") {
  const TempFolder folder;
  const std::string none = folder / "none";
  CHECK(failure([&] { sync_path(none); }) == unwritable(none, ENOENT));
  CHECK(failure([&] { sync_files(none); }) == unwritable(none, ENOENT));
  CHECK(failure([&] { replace_file(none, "a", "text"); }) == unwritable(none + "/a.new", ENOENT));
  const std::string file = folder.write("file", "text");
  CHECK(failure([&] { sync_files(file); }) == unwritable(file, ENOTDIR));
  CHECK(failure([&] { replace_file(file, "a", "text"); }) == unwritable(file + "/a.new", ENOTDIR));
}

TEST_CASE("durable file: what is handed over to the disk on the way") {
  const TempFolder folder;
  const std::string path = folder / "a";
  std::string text(30'000'000, 'x');
  for (std::size_t i = 0; i < text.size(); i += 1'000) text[i] = char(i / 1'000);
  DurableFile file(path);
  // Borders of pages hit and missed, and writes longer than what is handed over at once.
  for (std::size_t begin = 0, bytes = 1; begin < text.size(); begin += bytes, bytes = bytes * 3 + 1)
    file.write(std::string_view(text).substr(begin, bytes));
  file.sync();
  file.close();
  CHECK((content(path) == text));
}

TEST_CASE("durable file: a file replaced") {
  const TempFolder folder;
  const std::string path = folder / "a";
  std::string large(3'000'000, 'x');
  for (std::size_t i = 0; i < large.size(); i += 1'000) large[i] = char(i / 1'000);
  for (const std::string& text : {std::string("one"), large, std::string(), std::string(1, '\0')}) {
    replace_file(folder.path().string(), "a", text);
    CHECK((content(path) == text));
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
  }
}

TEST_CASE("durable file: the old file stays whole") {
  const TempFolder folder;
  const std::string path = folder.write("a", "old");
  fs::create_hard_link(path, folder / "old");
  replace_file(folder.path().string(), "a", "new");
  CHECK(content(path) == "new");
  CHECK(content(folder / "old") == "old");  // another file took its place

  fs::create_directories(folder / "dir");
  CHECK(failure([&] { replace_file(folder.path().string(), "dir", "new"); }) ==
        unwritable(folder / "dir", EISDIR));
  fs::create_directories(folder / "a.new");
  CHECK(failure([&] { replace_file(folder.path().string(), "a", "newer"); }) ==
        unwritable(folder / "a.new", EISDIR));
  CHECK(content(path) == "new");
}

TEST_CASE("durable file: a full disk") {
  if (!fs::exists("/dev/full")) return;
  const TempFolder folder;
  const std::string path = folder.write("a", "old");
  fs::create_symlink("/dev/full", folder / "a.new");
  CHECK(failure([&] { replace_file(folder.path().string(), "a", "new"); }) ==
        unwritable(folder / "a.new", ENOSPC));
  CHECK(content(path) == "old");
}

}  // namespace
}  // namespace backfile
