#include "indexer/archive/check.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <map>
#include <stop_token>
#include <thread>

#include <doctest/doctest.h>

#include "common/copy_groups.h"
#include "common/schema.h"
#include "indexer/archive/archive_builder.h"
#include "indexer/glass/segment_writer.h"
#include "tests/archive_fixture.h"
#include "tests/indexer/hand_made_archive.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

using Lines = std::vector<std::string>;

TEST_CASE("check: sound archives") {
  const HandMadeArchive empty;
  CHECK(problems_of(empty) == Lines{});
  CHECK(check_archive(empty.path()).segments == 0);

  const ArchiveFixture archive(random_articles(1, 600));  // enough for a dictionary
  const ArchiveCheck check = check_archive(archive.path());
  CHECK(check.problems.empty());
  CHECK(check.articles == 600);
  CHECK(check.segments == 1);
  CHECK(check.bytes > 100'000);
}

TEST_CASE("check: sound after changes, deletions and merges, and nothing is changed by it") {
  ArchiveFixture archive(random_articles(2, 300));
  Articles again = random_articles(2, 300);
  again.resize(5);
  for (Article& article : again) article.title += " again";
  archive.add(again);
  for (std::uint32_t seed = 3; seed < 8; ++seed) archive.add(random_articles(seed, 20));
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(archive.path()))
    if (entry.is_regular_file()) files[entry.path().string()] = read_file(entry.path().string());

  const ArchiveCheck check = check_archive(archive.path());
  CHECK(check.problems.empty());
  CHECK(check.articles == 400);
  CHECK(check.segments > 1);
  std::size_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(archive.path())) {
    if (!entry.is_regular_file()) continue;
    ++count;
    CHECK((files[entry.path().string()] == read_file(entry.path().string())));
  }
  CHECK(count == files.size());
}

TEST_CASE("check: beside a writer that replaces one segment by another") {
  ArchiveFixture archive(random_articles(9, 60));
  std::atomic<int> commits = 0;
  std::jthread writer([&archive, &commits](const std::stop_token& stop) {
    WorkerPool pool(1);
    ArchiveBuilder builder(archive.path(), pool);
    for (int i = 0; !stop.stop_requested(); ++i, ++commits) {
      builder.add(make_article("9-" + std::to_string(i % 60), "New", std::to_string(i)));
      builder.commit();
    }
  });
  while (commits < 8) {
    const ArchiveCheck check = check_archive(archive.path());
    for (const Error& problem : check.problems) FAIL_CHECK(std::string(problem.what()));
  }
}

TEST_CASE("check: no archive") {
  const TempFolder folder;
  CHECK_THROWS_AS(check_archive(folder / "none"), Error);
  CHECK_THROWS_AS(check_archive(folder.path().string()), Error);
  folder.write("XAPIANDB", "glass segment-1\n");
  CHECK_THROWS_AS(check_archive(folder.path().string()), Error);
}

TEST_CASE("check: parts that are missing") {
  for (const char* const name : {"settings-1", "segment-2", "segment-3"}) {
    CAPTURE(std::string(name));
    HandMadeArchive archive;
    archive.add(random_articles(1, 3));
    archive.add(random_articles(2, 4));
    fs::remove_all(archive / name);
    CHECK(problems_of(archive) == Lines{"a part of the archive is missing: " + std::string(name)});
    CHECK(check_archive(archive.path()).segments == 2);
  }
}

TEST_CASE("check: words that are others but as many") {
  HandMadeArchive archive;
  NewArticle article = prepared(make_article("a", "One", "Storm."));
  article.article.body = "Storn.";
  std::vector<NewArticle> articles;
  articles.push_back(std::move(article));
  archive.add(std::move(articles));
  CHECK(problems_of(archive) == Lines{"the index is not the one of its articles: segment-2"});
}

TEST_CASE("check: an article that is not what its digest says") {
  HandMadeArchive archive;
  std::vector<NewArticle> articles = {prepared(make_article("a", "One", "Storm.")),
                                      prepared(make_article("b", "Two", "Calm."))};
  articles[0].stored = prepared(make_article("a", "Two", "Storm.")).stored;
  archive.add(std::move(articles));
  CHECK(problems_of(archive) ==
        Lines{"an article's text and its digest differ: segment-2, document 1"});
}

TEST_CASE("check: data of another article") {
  HandMadeArchive archive;
  std::vector<NewArticle> articles = {prepared(make_article("a", "One", "Storm.")),
                                      prepared(make_article("b", "Two", "Calm."))};
  std::swap(articles[0].stored, articles[1].stored);
  std::swap(articles[0].digest, articles[1].digest);
  archive.add(std::move(articles));
  CHECK(problems_of(archive) ==
        Lines{"an article is not found by its id, b: segment-2, document 1",
              "an article is not found by its id, a: segment-2, document 2"});
}

TEST_CASE("check: words that are not those of the text") {
  HandMadeArchive archive;
  NewArticle article = prepared(make_article("a", "One", "Storm."));
  article.article.body += " More words.";
  std::vector<NewArticle> articles;
  articles.push_back(std::move(article));
  archive.add(std::move(articles));
  CHECK(problems_of(archive) == Lines{"an article's words are not those that this program makes "
                                      "of its text: segment-2, document 1"});
}

TEST_CASE("check: an article twice") {
  HandMadeArchive archive;
  archive.add({make_article("a", "One", "Storm."), make_article("b", "Two", "Calm.")});
  archive.add({make_article("c", "Three", "Sun."), make_article("b", "Two", "Calm.")});
  CHECK(problems_of(archive) == Lines{"an article is there twice, b: segment-2, document 2 and "
                                      "segment-3, document 2"});
}

TEST_CASE("check: data that are no article") {
  HandMadeArchive archive;
  for (const std::string_view stored : {"{\"id\":", "[]", "text", ""}) {
    NewArticle article = prepared(make_article("a", "One", "Storm."));
    article.stored = stored;
    std::vector<NewArticle> articles;
    articles.push_back(std::move(article));
    archive.add(std::move(articles));
  }
  const auto problems = problems_of(archive);
  REQUIRE(problems.size() == 4);
  for (std::size_t i = 0; i < 4; ++i)
    CHECK(problems[i].ends_with(": segment-" + std::to_string(i + 2) + ", document 1"));
}

TEST_CASE("check: a dictionary that is not the settings'") {
  std::vector<std::string> samples;
  for (const Article& article : random_articles(7, 600))
    samples.push_back(prepared(article).stored);
  const std::string dictionary = train_dictionary(samples, 10'000);
  REQUIRE_FALSE(dictionary.empty());
  for (const bool has_dictionary : {true, false}) {
    HandMadeArchive archive(has_dictionary ? dictionary : std::string());
    std::vector<NewArticle> articles;
    articles.push_back(prepared(make_article("a", "One", "Storm.")));
    archive.add(std::move(articles), dictionary);
    CHECK(problems_of(archive) ==
          (has_dictionary ? Lines{}
                          : Lines{"the archive holds a damaged article: its dictionary is "
                                  "missing; index it again: segment-2, document 1"}));
  }
}

TEST_CASE("check: a segment or settings of another schema version") {
  for (const std::string_view version : {"", "1", "99"}) {
    CAPTURE(version);
    HandMadeArchive archive;
    const auto write_version = [&](const std::string& folder) {
      glass::SegmentWriter segment(folder, {.sync = false});
      if (!version.empty()) segment.set_metadata(kSchemaKey, version);
      segment.finish();
    };
    write_version(archive.next_segment());
    CHECK(problems_of(archive) ==
          Lines{"a segment of schema version " + std::string(version) + ": segment-2"});
    fs::remove_all(archive / "settings-1");
    write_version(archive / "settings-1");
    CHECK(problems_of(archive).front() == "settings of another schema version: settings-1");
  }
}

TEST_CASE("check: groups of near-copies that cannot be") {
  struct Row {
    std::string copies;
    Lines problems;
  };
  const std::string twice = "an article is twice in the groups of near-copies: settings-1, ";
  const std::string missing = "a near-copy that is not there: settings-1, ";
  // Two segments of three documents: 2, 5, 8 and 3, 6, 9.
  const Row rows[] = {
      {packed_copies({3, 6, {{2, 3, 9}, {8, 5}}}), {}},
      {packed_copies({3, 6, {{2, 3, 9}, {8, 3}}}), {twice + "document 3"}},
      {packed_copies({3, 6, {{2, 2}}}), {twice + "document 2"}},
      {packed_copies({3, 6, {{2, 1}, {4, 5}, {11, 6}}}),
       {missing + "document 1", missing + "document 4", missing + "document 11"}},
      {packed_copies({3, 6, {{2, 3}, {5}}}), {"a damaged Xapian database: settings-1"}},
      {packed_copies({3, 6, {{2, 0}}}), {"a damaged Xapian database: settings-1"}},
      {packed_copies({2, 6, {{2, 3}}}), {"groups of near-copies of other segments: settings-1"}},
      {packed_copies({3, 5, {{2, 3}}}), {"groups of near-copies of other segments: settings-1"}},
      {"\7", {"a damaged Xapian database: settings-1"}},
  };
  for (const Row& row : rows) {
    HandMadeArchive archive;
    archive.add(random_articles(1, 3));
    archive.add(random_articles(2, 3));
    archive.set_copies(row.copies);
    CHECK(problems_of(archive) == row.problems);
    WorkerPool pool(1);
    const bool can_load = row.problems.empty() || row.problems.front().starts_with(twice);
    if (can_load)
      CHECK_NOTHROW(ArchiveBuilder(archive.path(), pool));
    else
      CHECK_THROWS_AS(ArchiveBuilder(archive.path(), pool), Error);
  }
  HandMadeArchive empty;
  empty.set_copies(packed_copies({1, 0, {{1, 2}}}));
  CHECK(problems_of(empty) == Lines{missing + "document 1", missing + "document 2"});
  WorkerPool pool(1);
  CHECK_THROWS_AS(ArchiveBuilder(empty.path(), pool), Error);
}

TEST_CASE("check: many problems of one segment do not bury the others") {
  HandMadeArchive archive;
  for (const std::size_t count : {100U, 1U}) {
    std::vector<NewArticle> articles;
    for (const Article& article : random_articles(std::uint32_t(count), count)) {
      articles.push_back(prepared(article));
      articles.back().digest = "another";
    }
    archive.add(std::move(articles));
  }
  const Lines problems = problems_of(archive);
  CHECK(problems.size() == 21);
  CHECK(problems.back() == "an article's text and its digest differ: segment-3, document 1");
  CHECK(check_archive(archive.path()).articles == 101);
}

}  // namespace
}  // namespace backfile
