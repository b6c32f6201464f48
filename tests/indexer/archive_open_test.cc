#include <filesystem>

#include <doctest/doctest.h>
#include <unistd.h>

#include "common/error.h"
#include "common/schema.h"
#include "indexer/archive/archive_builder.h"
#include "indexer/archive/check.h"
#include "indexer/archive/manifest.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

std::string failure(const std::string& path) {
  try {
    WorkerPool pool(1);
    ArchiveBuilder builder(path, pool);
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
  // what a run leaves that was killed at its start
  folder.write("killed/writer.lock", "process 1\n");
  folder.write("killed/settings-1/postlist.glass", "");
  CHECK(failure(folder / "killed") == "opened");
  CHECK(Xapian::Database(folder / "killed").get_doccount() == 0);
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

// One article in an archive.
void make_archive(const std::string& path, const std::string& id = "a") {
  WorkerPool pool(1);
  ArchiveBuilder builder(path, pool);
  Article article;
  article.id = article.title = id;
  builder.add(article);
  builder.commit();
}

TEST_CASE("archive: a damaged one is refused and left alone") {
  for (const std::string part : {"iamglass", "postlist.glass"}) {
    for (const bool lost : {false, true}) {
      CAPTURE(part);
      CAPTURE(lost);
      const TempFolder folder;
      const std::string path = folder / "archive";
      make_archive(path);
      const std::string segment = read_manifest(path).value().segments.front();
      const fs::path folder_of_segment = fs::path(path) / segment;
      if (lost)
        fs::remove(folder_of_segment / part);
      else
        folder.write("archive/" + segment + "/" + part, "damaged");
      const auto left = fs::file_size(folder_of_segment / "docdata.glass");
      WorkerPool pool(1);
      CHECK_THROWS_AS(ArchiveBuilder(path, pool), Xapian::Error);
      REQUIRE(fs::exists(folder_of_segment / "docdata.glass"));
      CHECK(fs::file_size(folder_of_segment / "docdata.glass") == left);
      CHECK(check_archive(path).problems.size() == 1);
    }
  }
}

TEST_CASE("archive: a manifest that is lost or damaged is told, and nothing is cleared away") {
  const TempFolder folder;
  const std::string path = folder / "archive";
  make_archive(path);
  const auto manifest = read_manifest(path).value();
  const auto folders = numbered_folders(path).size();
  const std::string file = folder.write("archive/XAPIANDB", "glass segment-1\n");
  CHECK(failure(path) ==
        "the archive's manifest is damaged: " + file + "; restore the file, or index again");
  fs::remove(file);
  CHECK(failure(path) == "the archive has lost its manifest: " + file +
                             "; restore the file, or index the dump into a new archive");
  CHECK(numbered_folders(path).size() == folders);
  write_manifest(path, manifest);
  CHECK(failure(path) == "opened");
}

TEST_CASE("archive: one writer at a time, and the second is told who") {
  const TempFolder folder;
  const std::string path = folder / "archive";
  const std::string busy = "process " + std::to_string(::getpid()) +
                           " is writing this archive: " + path + "; wait for it to end";
  {
    WorkerPool pool(1);
    ArchiveBuilder first(path, pool);
    CHECK(failure(path) == busy);
    first.commit();
    CHECK(failure(path) == busy);
  }
  CHECK(failure(path) == "opened");
}

TEST_CASE("archive: what a killed run left is cleared away by the next") {
  const TempFolder folder;
  const std::string path = folder / "archive";
  make_archive(path);
  folder.write("archive/segment-77/postlist.glass", "half");
  folder.write("archive/settings-78/postlist.glass", "half");
  folder.write("archive/XAPIANDB.new", "half");
  make_archive(path, "b");
  CHECK_FALSE(fs::exists(fs::path(path) / "segment-77"));
  CHECK_FALSE(fs::exists(fs::path(path) / "settings-78"));
  CHECK_FALSE(fs::exists(fs::path(path) / "XAPIANDB.new"));
  CHECK(read_manifest(path).value().segments.back() == "segment-79");  // no number twice
  CHECK(Xapian::Database(path).get_doccount() == 2);
  CHECK(check_archive(path).problems.empty());
}

TEST_CASE("archive: a run without changes writes nothing") {
  const TempFolder folder;
  const std::string path = folder / "archive";
  make_archive(path);
  const auto written = fs::last_write_time(fs::path(path) / "XAPIANDB");
  CHECK(Xapian::Database(path).get_metadata("backfile.schema") == std::string(kSchemaVersion));
  make_archive(path);
  CHECK(fs::last_write_time(fs::path(path) / "XAPIANDB") == written);
}

}  // namespace
}  // namespace backfile
