#include <map>
#include <memory>

#include <doctest/doctest.h>

#include "common/stored.h"
#include "indexer/archive/archive_builder.h"
#include "indexer/archive/check.h"
#include "tests/common/random_values.h"
#include "tests/indexer/archive_contents.h"
#include "tests/indexer/plain_document.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

// Small, so that a few hundred articles make many segments and commits.
constexpr BuildLimits kSmall = {.part_articles = 5, .segment_articles = 16, .window_articles = 50};

constexpr std::string_view kWords[] = {"rivers ", "rise ",   "in ",   "Zürich ", "today ",
                                       "storms ", "harbour", "'s ",   "(",       ". ",
                                       "U.S. ",   "東京",    "1,000 "};

Article random_article(RandomValues& random, int ids) {
  Article made;
  made.id = "id-" + std::to_string(random.number(0, ids));
  made.title = random.text(kWords, 4);
  made.body = random.text(kWords, 30);
  made.url = "https://gazette.example/" + made.id;
  if (random.coin()) made.published = random.date();
  if (random.coin()) made.authors = {random.text(kWords, 2), "Ann Lee"};
  made.source = random.coin() ? "Harbour Gazette" : "";
  made.language = random.coin() ? "en" : "de";
  return made;
}

// What contents_of() says of an archive with these articles, as Xapian's own writer makes it.
std::vector<std::string> expected(const std::map<std::string, Article>& articles,
                                  const std::string& folder) {
  {
    Xapian::WritableDatabase database(folder, Xapian::DB_CREATE_OR_OVERWRITE);
    database.set_metadata(std::string(kSchemaKey), std::string(kSchemaVersion));
    DocumentBuilder builder;
    for (const auto& [id, article] : articles) {
      const NewArticle made = prepared(article);
      database.add_document(builder.build(
          article, Compressor().compress(made.stored, CompressionDictionary({})), made.digest));
    }
    database.commit();
  }
  return contents_of(folder);
}

// One life of an archive: runs of additions, changes and deletions in any order, some of which
// break off, against a map.
void live(RandomValues& random, std::size_t jobs, bool by_xapian = false) {
  const TempFolder folder;
  const std::string path = folder / "archive";
  std::map<std::string, Article> committed;
  const int ids = int(random.number(5, 300));
  const int runs = int(random.number(1, 6));
  for (int run = 0; run < runs; ++run) {
    WorkerPool pool(jobs);
    ArchiveBuilder builder(path, pool, kSmall, by_xapian);
    std::map<std::string, Article> now = committed;
    for (auto left = random.number(0, 400); left > 0; --left) {
      if (random.number(0, 6) == 0) {
        const std::string id = "id-" + std::to_string(random.number(0, ids));
        CHECK(builder.remove(id) == (now.erase(id) > 0));
      } else {
        Article article = random_article(random, ids);
        // xapian-check holds positions of a document whose words all weigh nothing for damage, if
        // there are term lists.
        if (by_xapian) article.body += " rivers";
        now[article.id] = article;
        builder.add(std::move(article));
      }
      if (!builder.wants_commit()) continue;
      builder.checkpoint();
      committed = now;
    }
    const auto end = random.number(0, 5);
    if (end > 1) {
      builder.commit();
      committed = now;
    } else if (end == 1) {
      builder.optimize();
      committed = now;
      CHECK(Xapian::Database(path).size() <= 2);  // the settings and one segment
    }                                             // else it breaks off
  }
  CHECK(contents_of(path) == expected(committed, folder / "plain"));
  const ArchiveCheck check = check_archive(path);
  for (const Error& problem : check.problems) FAIL_CHECK(std::string(problem.what()));
  CHECK(check.articles == committed.size());
}

TEST_CASE("archive history: additions, changes and deletions over many runs") {
  RandomValues random(41);
  for (int i = 0; i < 20; ++i) {
    CAPTURE(i);
    live(random, i % 3 + 1);
  }
}

TEST_CASE("archive history: the same by Xapian's own writer") {
  RandomValues random(45);
  for (int i = 0; i < 6; ++i) {
    CAPTURE(i);
    live(random, i % 2 + 1, true);
  }
}

TEST_CASE("archive history: a dictionary is learnt when there is enough to learn from") {
  const TempFolder folder;
  const std::string path = folder / "archive";
  RandomValues random(43);
  std::map<std::string, Article> articles;
  const auto run = [&](int count) {
    WorkerPool pool(2);
    ArchiveBuilder builder(path, pool);
    for (int i = 0; i < count; ++i) {
      Article article = random_article(random, 5000);
      for (int j = 0; j < 5; ++j) article.body += random.text(kWords, 60) + " " + article.id;
      articles[article.id] = article;
      builder.add(std::move(article));
    }
    builder.commit();
    return Xapian::Database(path).get_metadata(std::string(kDictionaryKey)).size();
  };
  CHECK(run(100) == 0);
  const auto learnt = run(700);
  CHECK(learnt > 0);
  CHECK(run(600) == learnt);
  CHECK(contents_of(path) == expected(articles, folder / "plain"));
  CHECK(check_archive(path).problems.empty());
}

// The first parts are in work, without one, when the first part of enough articles is cut off.
TEST_CASE("archive history: a dictionary is learnt while articles are compressed without one") {
  const TempFolder folder;
  const std::string path = folder / "archive";
  RandomValues random(46);
  std::map<std::string, Article> articles;
  {
    WorkerPool pool(2);
    ArchiveBuilder builder(path, pool, {.part_bytes = std::size_t{400} << 10});
    for (int i = 0; i < 700; ++i) {
      Article article = random_article(random, 0);
      article.id = std::to_string(i);
      while (i < 40 && article.body.size() < 60'000) article.body += random.text(kWords, 60);
      articles[article.id] = article;
      builder.add(std::move(article));
    }
    builder.commit();
  }
  CHECK(Xapian::Database(path).get_metadata(std::string(kDictionaryKey)) != "");
  CHECK(contents_of(path) == expected(articles, folder / "plain"));
  CHECK(check_archive(path).problems.empty());
}

TEST_CASE("archive history: what is remembered of articles that did not change is bounded") {
  const TempFolder folder;
  RandomValues random(44);
  std::vector<Article> articles;
  for (int i = 0; i < 70; ++i) {
    articles.push_back(random_article(random, 0));
    articles.back().id = std::to_string(i);
  }
  for (int run = 0; run < 2; ++run) {
    WorkerPool pool(1);
    ArchiveBuilder builder(folder / "archive", pool, kSmall);
    int commits = 0;
    for (const Article& article : articles) {
      builder.add(article);
      if (!builder.wants_commit()) continue;
      ++commits;
      builder.checkpoint();
    }
    CHECK(commits == 1);  // at 64, between two segments, and at 50
    const ArchiveChanges changes = builder.commit();
    CHECK(changes.added == (run == 0 ? 70 : 0));
    CHECK(changes.unchanged == (run == 0 ? 0 : 70));
  }
}

TEST_CASE("archive history: many small runs make few segments") {
  const TempFolder folder;
  const std::string path = folder / "archive";
  RandomValues random(42);
  for (int run = 0; run < 40; ++run) {
    WorkerPool pool(1);
    ArchiveBuilder builder(path, pool);
    Article article = random_article(random, 0);
    article.id = std::to_string(run);
    builder.add(std::move(article));
    builder.commit();
    CHECK(Xapian::Database(path).size() <= 1 + 4);
  }
  CHECK(Xapian::Database(path).get_doccount() == 40);
}

}  // namespace
}  // namespace backfile
