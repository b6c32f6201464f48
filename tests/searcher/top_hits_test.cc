// Our own matcher against Xapian's: random trees over an archive of several
// segments, with articles changed and taken away: the same articles, the same
// scores.
#include "searcher/match/top_hits.h"

#include <doctest/doctest.h>

#include "common/schema.h"
#include "searcher/archive.h"
#include "searcher/match/bm25.h"
#include "tests/archive_fixture.h"
#include "tests/common/random_values.h"

namespace backfile {
namespace {

using Type = MatchNode::Type;

constexpr std::string_view kWords[] = {"harbour", "strike", "oil",  "pay",  "talks",
                                       "flood",   "rates",  "port", "Haus", "rail"};

Article random_article(RandomValues& random, int id) {
  std::string body;
  for (std::size_t left = 1 + random.below(30); left > 0; --left)
    body.append(kWords[random.below(std::size(kWords))]).append(" ");
  Article article =
      make_article("id-" + std::to_string(id), "Report", body, random.below(4) == 0 ? "de" : "en");
  if (random.coin()) article.published = parse_date("2024-11-0" + std::to_string(1 + id % 9));
  return article;
}

MatchNode random_leaf(RandomValues& random) {
  static constexpr std::string_view kTerms[] = {"Zharbour", "Zstrike", "Zoil",     "Zpay",
                                                "Zde:haus", "Zrate",   "Zde:port", "Znowhere"};
  const auto term = [&] { return std::string(kTerms[random.below(std::size(kTerms))]); };
  switch (random.below(8)) {
    case 0:
      return MatchNode::all();
    case 1:
      return MatchNode::any({"Y2024", "Lde"});
    case 2:
      return MatchNode::word({term(), term() + "x", term()});
    case 3: {
      std::vector<MatchNode> words = {MatchNode::word({"harbour"}), MatchNode::word({"strike"})};
      return MatchNode::of(Type::kPhrase, std::move(words));
    }
    default: {
      MatchNode word = MatchNode::word({term()});
      if (random.below(3) == 0) word.factor = 0.5;
      return word;
    }
  }
}

MatchNode random_tree(RandomValues& random, int depth) {
  if (depth == 0 || random.below(4) == 0) return random_leaf(random);
  static constexpr Type kTypes[] = {Type::kAnd, Type::kOr, Type::kOr, Type::kAndNot, Type::kFilter};
  const Type type = kTypes[random.below(std::size(kTypes))];
  std::vector<MatchNode> children = {random_tree(random, depth - 1)};
  children.push_back(type == Type::kFilter ? MatchNode::any({"Y2024", "Len"})
                                           : random_tree(random, depth - 1));
  if (type == Type::kAnd || type == Type::kOr) children.push_back(random_tree(random, depth - 1));
  return MatchNode::of(type, std::move(children));
}

// Xapian 1.4 leaves out weights where an OR with a phrase in it stands under an AND.
bool has_phrase(const MatchNode& tree) {
  return tree.type == Type::kPhrase || std::ranges::any_of(tree.children, has_phrase);
}

std::vector<Match> by_engine(const MatchNode& tree, const Archive& archive) {
  Xapian::Enquire enquire(archive.database());
  enquire.set_query(to_query(tree));
  enquire.set_weighting_scheme(bm25());
  enquire.set_sort_by_relevance_then_value(kNewestSlot, true);
  const Xapian::MSet found = enquire.get_mset(0, archive.database().get_doccount());
  std::vector<Match> matches;
  for (auto match = found.begin(); match != found.end(); ++match)
    matches.push_back({*match, match.get_weight()});
  return matches;
}

double score_of(Xapian::docid docid, const std::vector<Match>& matches) {
  const auto found = std::ranges::find(matches, docid, &Match::docid);
  return found == matches.end() ? -1 : found->score;
}

TEST_CASE("top hits: the articles and scores that Xapian gives") {
  RandomValues random(1);
  ArchiveFixture fixture;
  for (int segment = 0; segment < 4; ++segment) {
    std::vector<Article> articles;
    for (int i = 0; i < 60; ++i) articles.push_back(random_article(random, segment * 50 + i));
    fixture.add(articles);  // ten of each replace some of the last
  }
  Archive archive({fixture.path()});
  const auto collection = archive.collection();
  REQUIRE(collection);
  const std::size_t all = archive.database().get_doccount();
  for (int i = 0; i < 2000; ++i) {
    const MatchNode tree = random_tree(random, int(random.below(4)));
    CAPTURE(to_query(tree).get_description());
    const std::vector<Match> expected = by_engine(tree, archive);
    const TopHits found = top_hits(tree, *collection, Sort::kRelevance, all);
    REQUIRE(found.total == expected.size());
    REQUIRE(found.best.size() == expected.size());
    for (const Match& match : found.best) {
      const double score = score_of(match.docid, expected);
      REQUIRE(score >= 0);
      if (!has_phrase(tree) || tree.type == Type::kPhrase)
        REQUIRE(match.score == doctest::Approx(score).epsilon(0.01));
    }
    const TopHits first = top_hits(tree, *collection, Sort::kRelevance, 7);
    REQUIRE(first.best.size() == std::min<std::size_t>(7, expected.size()));
    for (std::size_t k = 0; k < first.best.size(); ++k)
      REQUIRE(first.best[k].docid == found.best[k].docid);
    const TopHits newest = top_hits(tree, *collection, Sort::kNewest, all);
    for (std::size_t k = 1; k < newest.best.size(); ++k) {
      const auto key = [&](std::size_t n) {
        return archive.database().get_document(newest.best[n].docid).get_value(kNewestSlot);
      };
      REQUIRE(key(k - 1) > key(k));
    }
  }
}

}  // namespace
}  // namespace backfile
