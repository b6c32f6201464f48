#include "indexer/archive/archive_folder.h"

#include <filesystem>
#include <map>

#include <doctest/doctest.h>
#include <xapian.h>

#include "common/error.h"
#include "common/schema.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// "made", or what is wrong.
std::string result(const std::string& path) {
  try {
    make_archive_folder(path);
  } catch (const Error& error) {
    return error.what();
  }
  return "made";
}

std::string lost_manifest(const std::string& path) {
  return "the archive has lost its manifest: " + path +
         "/XAPIANDB; restore the file, or index the dump into a new archive";
}

std::string other_files(const std::string& path) {
  return "not an archive: " + path + "; the folder holds other files; name a new one";
}

std::ptrdiff_t entries(const std::string& path) {
  return std::distance(fs::recursive_directory_iterator(path), {});
}

TEST_CASE("archive folder: made with those above it") {
  const TempFolder folder;
  for (const char* const name : {"a", "b/c/d", "e/", "f/../g", "with space", "x.jsonl"}) {
    CAPTURE(std::string(name));
    CHECK(result(folder / name) == "made");
    CHECK(fs::is_directory(folder / name));
    CHECK(result(folder / name) == "made");
    CHECK(entries(folder / name) == 0);
  }
}

TEST_CASE("archive folder: what is in one that may be used") {
  struct Row {
    const char* name;
    std::vector<const char*> files;
  };
  const Row rows[] = {
      {"archive", {"XAPIANDB", "settings-1/a", "segment-2/a", "writer.lock"}},
      {"with files of others", {"XAPIANDB", "notes.txt"}},
      {"killed at once", {"writer.lock"}},
      {"killed early", {"writer.lock", "settings-1/a"}},
      {"killed later", {"writer.lock", "settings-1/a", "XAPIANDB.new"}},
  };
  const TempFolder folder;
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    for (const char* const file : row.files)
      folder.write(std::string(row.name) + "/" + file, "content");
    const auto before = entries(folder / row.name);
    CHECK(result(folder / row.name) == "made");
    CHECK(entries(folder / row.name) == before);  // nothing is cleared away here
  }
}

TEST_CASE("archive folder: what is in one that is refused") {
  struct Row {
    const char* name;
    std::vector<const char*> files;
    std::string (*error)(const std::string&);
  };
  const Row rows[] = {
      {"dump", {"a.txt"}, other_files},
      {"below", {"photos/a.jpg"}, other_files},
      {"hidden", {".hidden"}, other_files},
      {"nearly", {"writer.lock", "segment-1x/a"}, other_files},
      {"beside", {"writer.lock", "settings-1/a", "a.txt"}, other_files},
      {"segments", {"segment-2/a"}, lost_manifest},
      {"lost", {"writer.lock", "settings-1/a", "segment-2/a"}, lost_manifest},
      {"half", {"XAPIANDB.new", "settings-1/a", "segment-2/a"}, lost_manifest},
  };
  const TempFolder folder;
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    for (const char* const file : row.files)
      folder.write(std::string(row.name) + "/" + file, "content");
    const auto before = entries(folder / row.name);
    CHECK(result(folder / row.name) == row.error(folder / row.name));
    CHECK(entries(folder / row.name) == before);
  }
}

TEST_CASE("archive folder: a database right in it") {
  struct Row {
    const char* version;
    std::string reason;
    std::string advice;
  };
  const Row rows[] = {
      {"", "a Xapian database that Backfile did not make", "name a new folder"},
      {"1", "the archive has schema version 1, this program writes " + std::string(kSchemaVersion),
       "index the dump into a new archive"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.version));
    const TempFolder folder;
    const std::string path = folder / "archive";
    {
      Xapian::WritableDatabase database(path, Xapian::DB_CREATE);
      database.set_metadata("backfile.schema", row.version);
      database.commit();
    }
    CHECK(result(path) == row.reason + ": " + path + "; " + row.advice);
  }
}

TEST_CASE("archive folder: where none can be") {
  const TempFolder folder;
  const std::string file = folder.write("file", "text");
  CHECK(result(file) ==
        "not an archive: " + file + "; it is a file; the first name is the archive's folder");
  CHECK(result(file + "/a") == "cannot create the archive: " + file + "/a; Not a directory");
  const std::string link = folder / "link";
  fs::create_symlink(folder / "nowhere", link);
  CHECK(result(link) != "made");
  fs::create_directories(folder / "real");
  fs::create_directory_symlink(folder / "real", folder / "folder link");
  CHECK(result(folder / "folder link") == "made");
}

}  // namespace
}  // namespace backfile
