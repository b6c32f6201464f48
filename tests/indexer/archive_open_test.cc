#include <filesystem>

#include <doctest/doctest.h>

#include "common/error.h"
#include "indexer/archive_builder.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

std::string failure(const std::string& path) {
  try {
    ArchiveBuilder builder(path, 1);
  } catch (const Error& error) {
    return error.what();
  }
  return "opened";
}

TEST_CASE("archive: folders that are none") {
  const TempFolder folder;
  const std::string file = folder.write("file", "text");
  CHECK(failure(file) ==
        "not an archive: " + file + "; it is a file; the first name is the archive's folder");
  folder.write("dump/a.txt", "text");
  CHECK(failure(folder / "dump") ==
        "not an archive: " + (folder / "dump") + "; the folder holds other files; name a new one");
  CHECK(fs::exists(folder.path() / "dump/a.txt"));
  CHECK(std::distance(fs::directory_iterator(folder.path() / "dump"), {}) == 1);
  CHECK(failure(file + "/below") ==
        "cannot create the archive: " + file + "/below; Not a directory");
  CHECK(failure("/proc/backfile/archive") ==
        "cannot create the archive: /proc/backfile/archive; No such file or directory");
}

TEST_CASE("archive: folders that can become one") {
  const TempFolder folder;
  fs::create_directories(folder.path() / "empty");
  CHECK(failure(folder / "empty") == "opened");
  CHECK(failure(folder / "new/archive/") == "opened");
  CHECK(failure(folder / "new/archive") == "opened");
  // a run that was killed at its start leaves a database without a version
  { const Xapian::WritableDatabase bare(folder / "bare", Xapian::DB_CREATE); }
  CHECK(failure(folder / "bare") == "opened");
}

TEST_CASE("archive: another schema version is refused") {
  const TempFolder folder;
  const std::string path = folder / "archive";
  {
    Xapian::WritableDatabase database(path, Xapian::DB_CREATE);
    database.set_metadata("backfile.schema", "0");
    database.commit();
  }
  CHECK(failure(path) == "the archive has schema version 0, this program writes " +
                             std::string(kSchemaVersion) + ": " + path +
                             "; index the dump into a new archive");
  CHECK(Xapian::Database(path).get_metadata("backfile.schema") == "0");
}

TEST_CASE("archive: a database of another program is refused") {
  const TempFolder folder;
  const std::string path = folder / "archive";
  {
    Xapian::WritableDatabase database(path, Xapian::DB_CREATE);
    Xapian::Document document;
    document.add_term("word");
    database.add_document(document);
    database.commit();
  }
  CHECK(failure(path) ==
        "a Xapian database that Backfile did not make: " + path + "; name a new folder");
  CHECK(Xapian::Database(path).get_metadata("backfile.schema").empty());
  CHECK(Xapian::Database(path).get_doccount() == 1);
}

TEST_CASE("archive: a damaged one throws Xapian's error and is left alone") {
  for (const std::string part : {"iamglass", "postlist.glass"}) {
    for (const bool lost : {false, true}) {
      CAPTURE(part);
      CAPTURE(lost);
      const TempFolder folder;
      const std::string path = folder / "archive";
      {
        ArchiveBuilder builder(path, 1);
        Article article;
        article.id = article.title = "a";
        builder.add(article);
        builder.commit();
      }
      if (lost)
        fs::remove(fs::path(path) / part);
      else
        folder.write("archive/" + part, "damaged");
      const auto left = fs::file_size(fs::path(path) / "docdata.glass");
      if (lost && part == "iamglass")
        CHECK(failure(path) ==
              "not an archive: " + path + "; the folder holds other files; name a new one");
      else
        CHECK_THROWS_AS(ArchiveBuilder(path, 1), Xapian::Error);
      REQUIRE(fs::exists(fs::path(path) / "docdata.glass"));
      CHECK(fs::file_size(fs::path(path) / "docdata.glass") == left);
    }
  }
}

TEST_CASE("archive: one writer at a time") {
  const TempFolder folder;
  const std::string path = folder / "archive";
  {
    ArchiveBuilder first(path, 1);
    CHECK_THROWS_AS(ArchiveBuilder(path, 1), Xapian::DatabaseLockError);
    first.commit();
    CHECK_THROWS_AS(ArchiveBuilder(path, 1), Xapian::DatabaseLockError);
  }
  CHECK_NOTHROW(ArchiveBuilder(path, 1));
}

TEST_CASE("archive: the schema version is written once") {
  const TempFolder folder;
  const std::string path = folder / "archive";
  ArchiveBuilder(path, 1).commit();
  CHECK(Xapian::Database(path).get_metadata("backfile.schema") == std::string(kSchemaVersion));
  const auto revision = Xapian::Database(path).get_revision();
  ArchiveBuilder(path, 1).commit();
  CHECK(Xapian::Database(path).get_revision() == revision);
}

}  // namespace
}  // namespace backfile
