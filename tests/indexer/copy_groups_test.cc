#include "indexer/duplicates/copy_groups.h"

#include <algorithm>
#include <optional>

#include <doctest/doctest.h>

#include "common/error.h"
#include "indexer/archive/archive_builder.h"
#include "indexer/archive/check.h"
#include "tests/archive_fixture.h"
#include "tests/indexer/copy_archive.h"
#include "tests/indexer/random_story.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

using Articles = std::vector<Article>;

// Small, so that some dozens of articles make many segments and commits.
constexpr BuildLimits kSmall = {.segment_articles = 7, .window_articles = 20};

Article story_article(RandomValues& random, std::string id, const StoryWords& story) {
  Article article = make_article(std::move(id), text_of(random_story(random, 5)), text_of(story));
  if (random.below(4) > 0) article.published = random.date();
  return article;
}

// Stories, of some of which there are copies, copies of those and so on.
Articles random_articles(RandomValues& random, std::size_t count) {
  std::vector<StoryWords> stories;
  Articles articles;
  for (std::size_t i = 0; i < count; ++i) {
    const StoryWords story = stories.empty() || random.coin()
                                 ? random_story(random, 20 + random.below(150))
                                 : random_copy(random, stories[random.below(stories.size())]);
    articles.push_back(story_article(random, "id-" + std::to_string(i), story));
    stories.push_back(story);
  }
  return articles;
}

// How an archive comes to be.
struct Way {
  std::size_t jobs = 1;
  BuildLimits limits = {};
  std::size_t runs = 1;
  bool is_optimized = false;
};

void build(const std::string& path, const Articles& articles, const Way& way) {
  for (std::size_t run = 0; run < way.runs; ++run) {
    WorkerPool pool(way.jobs);
    ArchiveBuilder builder(path, pool, way.limits);
    const std::size_t end = articles.size() * (run + 1) / way.runs;
    for (std::size_t i = articles.size() * run / way.runs; i < end; ++i) {
      builder.add(articles[i]);
      if (builder.wants_commit()) builder.checkpoint();
    }
    builder.commit();
    if (way.is_optimized) builder.optimize();
  }
}

TEST_CASE("copy groups: the same as a comparison of all with all, however the archive came to be") {
  constexpr Way kWays[] = {
      {},
      {.jobs = 2, .limits = {.segment_articles = 5}},
      {.jobs = 4, .limits = kSmall},
      {.jobs = 1, .limits = kSmall, .runs = 5},
      {.jobs = 2, .limits = {.segment_articles = 1, .window_articles = 3}, .runs = 3},
      {.jobs = 2, .limits = kSmall, .runs = 2, .is_optimized = true},
  };
  RandomValues random(1);
  std::mt19937 shuffler(2);
  for (int i = 0; i < 3; ++i) {
    Articles articles = random_articles(random, 90);
    const IdGroups expected = NaiveCopies(by_id(articles)).groups();
    REQUIRE(expected.size() > 10);
    for (const Way& way : kWays) {
      CAPTURE(way.jobs);
      CAPTURE(way.runs);
      const TempFolder folder;
      build(folder / "archive", articles, way);
      CHECK((kept_groups(folder / "archive") == expected));
      CHECK(check_archive(folder / "archive").problems.empty());
      std::ranges::shuffle(articles, shuffler);
    }
  }
}

TEST_CASE("copy groups: the same bytes whatever the number of threads") {
  RandomValues random(3);
  const Articles articles = random_articles(random, 60);
  std::optional<std::string> first;
  for (const std::size_t jobs : {1U, 2U, 4U}) {
    const TempFolder folder;
    build(folder / "archive", articles, {.jobs = jobs, .limits = kSmall});
    const std::string copies = copies_of(folder / "archive");
    CHECK_FALSE(copies.empty());
    if (!first) first = copies;
    CHECK((copies == *first));
  }
}

TEST_CASE("copy groups: an archive without copies keeps none") {
  RandomValues random(4);
  const TempFolder folder;
  build(folder / "archive", {}, {});
  CHECK(copies_of(folder / "archive").empty());
  Articles articles;
  for (int i = 0; i < 20; ++i)
    articles.push_back(story_article(random, std::to_string(i), random_story(random, 100)));
  build(folder / "archive", articles, {});
  CHECK(copies_of(folder / "archive").empty());
  // One that came twice is no copy of itself.
  build(folder / "archive", articles, {});
  articles[3].title += " again";
  build(folder / "archive", {articles[3], articles[4], articles[4]}, {});
  CHECK(copies_of(folder / "archive").empty());
}

// A story whose parts are in one article each; the article in the middle has two.
struct Chain {
  explicit Chain(RandomValues& random) {
    const StoryWords one = random_story(random, 120);
    const StoryWords other = random_story(random, 120);
    StoryWords both = one;
    both.insert(both.end(), other.begin(), other.end());
    first = story_article(random, "first", one);
    middle = story_article(random, "middle", both);
    last = story_article(random, "last", other);
  }
  Articles all() const { return {first, middle, last}; }

  Article first;
  Article middle;
  Article last;
};

// One of those the middle of which holds the others together: not all have parts of their sketches
// in common.
Chain held_together(RandomValues& random) {
  while (true) {
    Chain chain(random);
    const IdGroups groups = NaiveCopies(by_id(chain.all())).groups();
    if (groups.size() == 1 && groups.begin()->size() == 3) return chain;
  }
}

TEST_CASE("copy groups: what one article held together falls apart without it") {
  RandomValues random(5);
  for (const bool is_deleted : {true, false}) {
    for (const std::size_t jobs : {1U, 2U}) {
      CAPTURE(is_deleted);
      const Chain chain = held_together(random);
      const TempFolder folder;
      const std::string path = folder / "archive";
      build(path, chain.all(), {});
      CHECK(kept_groups(path).begin()->size() == 3);
      {
        WorkerPool pool(jobs);
        ArchiveBuilder builder(path, pool);
        if (is_deleted)
          CHECK(builder.remove("middle"));
        else
          builder.add(story_article(random, "middle", random_story(random, 100)));
        builder.commit();
      }
      CHECK(kept_groups(path).empty());
      CHECK(copies_of(path).empty());
      build(path, {chain.middle}, {.jobs = jobs});
      CHECK(kept_groups(path) == NaiveCopies(by_id(chain.all())).groups());
    }
  }
}

TEST_CASE("copy groups: the others stay together when one goes that was not needed") {
  RandomValues random(6);
  const StoryWords story = random_story(random, 100);
  Articles articles;
  for (const char* const id : {"a", "b", "c", "d"})
    articles.push_back(make_article(id, "", text_of(story)));
  const TempFolder folder;
  const std::string path = folder / "archive";
  build(path, articles, {.limits = {.segment_articles = 2}});
  CHECK(kept_groups(path) == IdGroups{{"a", "b", "c", "d"}});
  const auto without = [&](const char* id) {
    WorkerPool pool(1);
    ArchiveBuilder builder(path, pool);
    CHECK(builder.remove(id));
    builder.commit();
    return kept_groups(path);
  };
  CHECK(without("a") == IdGroups{{"b", "c", "d"}});
  CHECK(without("c") == IdGroups{{"b", "d"}});
  CHECK(without("d") == IdGroups{});
  CHECK(without("b") == IdGroups{});
}

TEST_CASE("copy groups: an article that changes into a copy, and into none") {
  RandomValues random(7);
  const StoryWords story = random_story(random, 100);
  const TempFolder folder;
  const std::string path = folder / "archive";
  build(path,
        {make_article("a", "", text_of(story)),
         make_article("b", "", text_of(random_story(random, 100)))},
        {});
  CHECK(kept_groups(path).empty());
  build(path, {make_article("b", "", text_of(edited(random, story, 30)))}, {});
  CHECK(kept_groups(path) == IdGroups{{"a", "b"}});
  build(path, {make_article("a", "Another headline", text_of(story))}, {});
  CHECK(kept_groups(path) == IdGroups{{"a", "b"}});
  build(path, {make_article("a", "", text_of(random_story(random, 100)))}, {});
  CHECK(kept_groups(path).empty());
  // Versions that another one replaces before they are written never were.
  build(path,
        {make_article("b", "", text_of(random_story(random, 100))),
         make_article("c", "", text_of(story)), make_article("b", "", text_of(story)),
         make_article("c", "", text_of(random_story(random, 100)))},
        {});
  CHECK(kept_groups(path).empty());
}

TEST_CASE("copy groups: the earliest comes first, what has no date last, and ids part the rest") {
  RandomValues random(8);
  const std::string text = text_of(random_story(random, 100));
  Articles articles;
  const auto add = [&](const char* id, const char* date) {
    articles.push_back(make_article(id, "", text));
    if (*date != '\0') articles.back().published = parse_date(date);
  };
  add("z", "2001-05-03");
  add("y", "");
  add("x", "2001-05-04T10:00:00Z");
  add("w", "1999-12-31");
  add("v", "");
  add("u", "2001-05-03");
  for (const std::size_t articles_each : {100U, 2U}) {
    const TempFolder folder;
    build(folder / "archive", articles, {.limits = {.segment_articles = articles_each}});
    CHECK(kept_groups(folder / "archive") == IdGroups{{"w", "u", "z", "x", "v", "y"}});
  }
}

TEST_CASE("copy groups: runs that break off leave the groups as they were") {
  RandomValues random(9);
  const Articles articles = random_articles(random, 60);
  const TempFolder folder;
  const std::string path = folder / "archive";
  build(path, {articles.begin(), articles.begin() + 30}, {});
  const std::string copies = copies_of(path);
  {
    WorkerPool pool(2);
    ArchiveBuilder builder(path, pool, kSmall);
    for (const Article& article : articles) builder.add(article);
    builder.remove("id-1");
  }
  CHECK((copies_of(path) == copies));
  build(path, articles, {.limits = kSmall});
  CHECK((kept_groups(path) == NaiveCopies(by_id(articles)).groups()));
}

// Whether each of `fine` lies in one of `coarse`, as a set.
bool lie_in(const IdGroups& fine, const IdGroups& coarse) {
  std::map<std::string, const std::vector<std::string>*> group_of;
  for (const auto& group : coarse)
    for (const std::string& id : group) group_of[id] = &group;
  return std::ranges::all_of(fine, [&](const std::vector<std::string>& group) {
    return std::ranges::all_of(group, [&](const std::string& id) {
      return group_of[id] != nullptr && group_of[id] == group_of[group.front()];
    });
  });
}

TEST_CASE("copy groups: additions, changes and deletions over many runs") {
  RandomValues random(10);
  for (int life = 0; life < 8; ++life) {
    CAPTURE(life);
    const Articles versions = random_articles(random, 120);
    const TempFolder folder;
    const std::string path = folder / "archive";
    ArticleMap articles;
    for (int run = 0; run < 5; ++run) {
      WorkerPool pool(1 + std::size_t(life) % 3);
      ArchiveBuilder builder(path, pool, kSmall);
      for (std::size_t left = random.below(60); left > 0; --left) {
        const std::string id = std::to_string(random.below(70));
        if (random.below(5) == 0) {
          builder.remove(id);
          articles.erase(id);
        } else {
          Article article = versions[random.below(versions.size())];
          article.id = id;
          builder.add(article);
          articles[id] = std::move(article);
        }
        if (builder.wants_commit()) builder.checkpoint();
      }
      if (random.coin())
        builder.commit();
      else
        builder.optimize();
      // When an article goes, its group is compared without sketches.
      const NaiveCopies naive(articles);
      const IdGroups kept = kept_groups(path);
      CHECK(lie_in(naive.groups(), kept));
      CHECK(lie_in(kept, naive.groups(false)));
    }
    CHECK(check_archive(path).problems.empty());
  }
}

TEST_CASE("copy groups: a group of hundreds that loses one") {
  RandomValues random(11);
  const StoryWords story = random_story(random, 150);
  Articles articles;
  for (int i = 0; i < 300; ++i)
    articles.push_back(make_article(std::to_string(i), "", text_of(edited(random, story, 40))));
  const TempFolder folder;
  const std::string path = folder / "archive";
  build(path, articles, {});
  CHECK((kept_groups(path) == NaiveCopies(by_id(articles)).groups()));
  {
    WorkerPool pool(1);
    ArchiveBuilder builder(path, pool);
    builder.remove("0");
    builder.commit();
  }
  articles.erase(articles.begin());
  CHECK((kept_groups(path) == NaiveCopies(by_id(articles)).groups()));
}

}  // namespace
}  // namespace backfile
