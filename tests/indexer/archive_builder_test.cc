#include "indexer/archive/archive_builder.h"

#include <filesystem>
#include <map>

#include <doctest/doctest.h>

#include "common/error.h"
#include "indexer/archive/check.h"
#include "indexer/archive/deletion.h"
#include "tests/indexer/archive_contents.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

using Articles = std::vector<Article>;

Article article(std::string id, std::string body, std::string section = {}) {
  Article made;
  made.id = std::move(id);
  made.title = "Title";
  made.body = std::move(body);
  made.section = std::move(section);
  made.language = "en";
  return made;
}

// "added 2, unchanged 1": what is 0 left out.
std::string described(const ArchiveChanges& changes) {
  std::string text;
  const auto append = [&](const char* name, std::uint64_t count) {
    if (count == 0) return;
    text.append(text.empty() ? "" : ", ").append(name).append(" ").append(std::to_string(count));
  };
  append("added", changes.added);
  append("updated", changes.updated);
  append("unchanged", changes.unchanged);
  append("deleted", changes.deleted);
  return text;
}

std::string run(const std::string& path, const Articles& articles, std::size_t jobs = 1) {
  WorkerPool pool(jobs);
  ArchiveBuilder builder(path, pool);
  for (const Article& one : articles) builder.add(one);
  return described(builder.commit());
}

std::map<std::string, std::uintmax_t> file_sizes(const std::string& path) {
  std::map<std::string, std::uintmax_t> sizes;
  for (const auto& entry : fs::recursive_directory_iterator(path))
    if (entry.is_regular_file()) sizes[entry.path().string()] = entry.file_size();
  return sizes;
}

// The body that the archive has for an id; "-" when it has none or several.
std::string body_of(const std::string& path, const std::string& id) {
  std::string found = "-";
  for (const auto& [docid, document] : documents_of(path)) {
    if (document.get_data().find("\"id\":\"" + id + "\"") == std::string::npos) continue;
    found = found == "-" ? document.get_data() : "several";
  }
  const auto at = found.find("\"body\":\"");
  return at == std::string::npos ? found : found.substr(at + 8, found.find('"', at + 8) - at - 8);
}

TEST_CASE("archive: added, unchanged, updated") {
  const TempFolder folder;
  const std::string path = folder / "deep/er/archive";
  CHECK(run(path, {article("a", "one"), article("b", "two")}) == "added 2");
  CHECK(run(path, {article("b", "two"), article("c", "three")}) == "added 1, unchanged 1");
  CHECK(run(path, {article("a", "one"), article("b", "changed"), article("d", "four")}) ==
        "added 1, updated 1, unchanged 1");
  CHECK(run(path, {}).empty());
  CHECK(Xapian::Database(path).get_doccount() == 4);
  CHECK(body_of(path, "a") == "one");
  CHECK(body_of(path, "b") == "changed");
  // every field counts
  CHECK(run(path, {article("a", "one", "Sport")}) == "updated 1");
  CHECK(run(path, {article("a", "one")}) == "updated 1");
}

TEST_CASE("archive: the same batch again changes nothing") {
  const TempFolder folder;
  const std::string path = folder / "archive";
  Articles batch;
  for (int i = 0; i < 600; ++i)
    batch.push_back(article("id" + std::to_string(i), "Body number " + std::to_string(i)));
  CHECK(run(path, batch, 2) == "added 600");
  const auto contents = contents_of(path);
  const auto sizes = file_sizes(path);
  for (int again = 0; again < 3; ++again) {
    CHECK(run(path, batch) == "unchanged 600");
    CHECK((contents_of(path) == contents));
    CHECK(file_sizes(path) == sizes);
    CHECK(Xapian::Database(path).get_doccount() == 600);
  }
}

TEST_CASE("archive: of articles with one id in a run the last stays") {
  struct Row {
    Articles batch;
    std::string first;
    std::string second;
    std::string body;
  };
  const Row rows[] = {
      {{article("a", "one"), article("a", "two")}, "added 1, updated 1", "unchanged 2", "two"},
      {{article("a", "one"), article("a", "one")}, "added 1, unchanged 1", "unchanged 2", "one"},
      {{article("a", "one", "Sport"), article("a", "one", "World")},
       "added 1, updated 1",
       "unchanged 2",
       "one"},
      {{article("a", "one"), article("b", "x"), article("a", "two"), article("a", "one")},
       "added 2, updated 2",
       "unchanged 4",
       "one"},
      {{article("a", "1"), article("a", "2"), article("a", "2"), article("a", "3")},
       "added 1, updated 2, unchanged 1",
       "unchanged 4",
       "3"},
      {{article("a", "1"), article("b", "1"), article("a", "2"), article("b", "2"),
        article("c", "1"), article("b", "3")},
       "added 3, updated 3",
       "unchanged 6",
       "2"},
  };
  for (const Row& row : rows) {
    const TempFolder folder;
    const std::string path = folder / "archive";
    CAPTURE(row.first);
    CHECK(run(path, row.batch) == row.first);
    const auto contents = contents_of(path);
    CHECK(body_of(path, "a") == row.body);
    CHECK(run(path, row.batch) == row.second);
    CHECK(contents_of(path) == contents);
    CHECK(contents[1].find("Sport") == std::string::npos);
  }
}

TEST_CASE("archive: versions of an article that was there before") {
  struct Row {
    Articles batch;
    std::string changes;
    std::string body;
  };
  const Row rows[] = {
      {{article("a", "two"), article("a", "three")}, "updated 2", "three"},
      {{article("a", "two"), article("a", "one")}, "unchanged 2", "one"},
      {{article("a", "one"), article("a", "two")}, "updated 1, unchanged 1", "two"},
      {{article("a", "two"), article("b", "x"), article("a", "one"), article("b", "y")},
       "added 1, updated 1, unchanged 2",
       "one"},
  };
  for (const Row& row : rows) {
    const TempFolder folder;
    const std::string path = folder / "archive";
    run(path, {article("a", "one")});
    CAPTURE(row.changes);
    CHECK(run(path, row.batch) == row.changes);
    CHECK(body_of(path, "a") == row.body);
  }
}

TEST_CASE("archive: removing") {
  const TempFolder folder;
  const std::string path = folder / "archive";
  run(path, {article("a", "one"), article("b", "two"), article("c", "three")});
  {
    WorkerPool pool(1);
    ArchiveBuilder builder(path, pool);
    CHECK(builder.remove("a"));
    CHECK_FALSE(builder.remove("a"));
    CHECK_FALSE(builder.remove("unknown"));
    CHECK_FALSE(builder.remove(""));
    builder.add(article("new", "just added"));
    CHECK(builder.remove("new"));
    CHECK(builder.remove("b"));
    builder.add(article("b", "back"));
    CHECK(described(builder.commit()) == "added 2, deleted 3");
    CHECK(builder.remove("b"));
    CHECK(described(builder.commit()) == "deleted 1");
  }
  CHECK(Xapian::Database(path).get_doccount() == 1);
  CHECK(body_of(path, "c") == "three");
}

TEST_CASE("archive: nothing is seen before the commit, and nothing stays without it") {
  const TempFolder folder;
  const std::string path = folder / "archive";
  run(path, {article("a", "one"), article("b", "two")});
  const auto contents = contents_of(path);
  {
    WorkerPool pool(1);
    ArchiveBuilder builder(path, pool);
    for (int i = 0; i < 300; ++i) builder.add(article("id" + std::to_string(i), "more"));
    builder.add(article("a", "changed"));
    CHECK(builder.remove("b"));  // which also writes what was waiting
    CHECK(contents_of(path) == contents);
    CHECK(Xapian::Database(path).get_doccount() == 2);
  }
  CHECK(contents_of(path) == contents);
  CHECK(run(path, {article("a", "one"), article("b", "two")}) == "unchanged 2");

  const std::string fresh = folder / "fresh";
  {
    WorkerPool pool(1);
    ArchiveBuilder(fresh, pool).add(article("a", "one"));
  }
  CHECK(Xapian::Database(fresh).get_doccount() == 0);
  CHECK(run(fresh, {article("a", "one")}) == "added 1");
}

TEST_CASE("archive: the same whatever the number of jobs") {
  const TempFolder folder;
  Articles batch;
  for (int i = 0; i < 700; ++i) {
    Article one =
        article("id" + std::to_string(i % 600), "Ran, running, runs " + std::to_string(i));
    one.language = i % 3 == 0 ? "en" : i % 3 == 1 ? "de" : "";
    one.authors = {"Ann Lee", "Bo " + std::to_string(i)};
    batch.push_back(std::move(one));
  }
  CHECK(run(folder / "one", batch, 1) == run(folder / "four", batch, 4));
  CHECK((contents_of(folder / "one") == contents_of(folder / "four")));
}

TEST_CASE("archive: one article deleted from a large segment, then the space given back") {
  const TempFolder folder;
  const std::string path = folder / "archive";
  Articles articles;
  for (int i = 0; i < 3000; ++i) {
    std::string body;
    for (int word = 0; word < 100; ++word)
      body += "w" + std::to_string((i * 7 + word * 31) % 999) + " ";
    articles.push_back(article(std::to_string(i), body));
  }
  CHECK(run(path, articles) == "added 3000");
  WorkerPool pool(1);
  const std::string before = read_manifest(path).value().segments.front();
  {
    const Segment segment(path, before);
    REQUIRE(is_cheap_to_delete(1, segment.bytes()));
    CHECK(segment.is_as_made());
  }
  {
    ArchiveBuilder builder(path, pool);
    CHECK(builder.remove("1234"));
    CHECK(described(builder.commit()) == "deleted 1");
  }
  const std::string after = read_manifest(path).value().segments.front();
  CHECK_FALSE(Segment(path, after).is_as_made());
  CHECK(check_archive(path).problems.empty());
  CHECK(Xapian::Database(path).get_doccount() == 2999);
  CHECK(body_of(path, "1234") == "-");
  ArchiveBuilder(path, pool).optimize();
  CHECK(Segment(path, read_manifest(path).value().segments.front()).is_as_made());
  CHECK(check_archive(path).problems.empty());
  CHECK(Xapian::Database(path).get_doccount() == 2999);
}

}  // namespace
}  // namespace backfile
