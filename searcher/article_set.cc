#include "searcher/article_set.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "searcher/match/bm25.h"
#include "searcher/match/evaluator.h"

namespace backfile {
namespace {

// The place of the sample's article `number` among all.
std::uint64_t place_in(std::uint64_t all, std::size_t number, std::size_t sample) {
  return all * number / sample;
}

class LocalArticles final : public ArticleSet {
 public:
  LocalArticles(std::vector<Bits> matches, const Collection& collection)
      : matches_(std::move(matches)), collection_(collection) {
    for (const Bits& each : matches_) size_ += each.count();
  }

  std::uint64_t size() const override { return size_; }

  ValueCounts values(const Facet& facet) const override {
    return count_values(facet, matches_, collection_.shards);
  }

  std::uint64_t count(const MatchNode& node) const override {
    std::uint64_t sum = 0;
    for (const Bits& each : among(node)) sum += each.count();
    return sum;
  }

  std::unique_ptr<ArticleSet> narrowed(const MatchNode& node) const override {
    return local_articles(among(node), collection_);
  }

  std::vector<Xapian::docid> sample(std::size_t max) const override {
    const std::size_t wanted = std::min<std::uint64_t>(max, size_);
    std::vector<Xapian::docid> docids;
    std::uint64_t passed = 0;
    // Numbers of the database go through the shards one by one, then to the next one in each.
    for (std::size_t block = 0; docids.size() < wanted; ++block) {
      const std::vector<Xapian::docid> in_block = docids_of(block);
      while (docids.size() < wanted &&
             place_in(size_, docids.size(), wanted) < passed + in_block.size())
        docids.push_back(in_block[place_in(size_, docids.size(), wanted) - passed]);
      passed += in_block.size();
    }
    return docids;
  }

  std::vector<bool> has(const std::vector<Xapian::docid>& docids) const override {
    std::vector<bool> found;
    for (const Xapian::docid docid : docids) {
      const ShardDocument place = place_of(docid, collection_.shards, collection_.databases);
      found.push_back(matches_[place.shard].has(place.docid));
    }
    return found;
  }

 private:
  std::vector<Bits> among(const MatchNode& node) const {
    Evaluator evaluator(node, collection_);
    std::vector<Bits> found;
    for (std::size_t i = 0; i < matches_.size(); ++i)
      found.push_back(evaluator.matches(collection_.shards[i], matches_[i]));
    return found;
  }

  // Of the articles that are in a block of bits, of all shards.
  std::vector<Xapian::docid> docids_of(std::size_t block) const {
    std::vector<Xapian::docid> docids;
    for (std::size_t i = 0; i < matches_.size(); ++i)
      matches_[i].for_each_in(block, [&](std::uint32_t local) {
        docids.push_back(collection_.docid(collection_.shards[i], local));
      });
    std::ranges::sort(docids);
    return docids;
  }

  std::vector<Bits> matches_;
  Collection collection_;
  std::uint64_t size_ = 0;
};

class EngineArticles final : public ArticleSet {
 public:
  EngineArticles(Xapian::Query query, double min_weight, Xapian::Database database,
                 std::optional<std::uint64_t> size, Spies spies)
      : query_(std::move(query)),
        min_weight_(min_weight),
        database_(std::move(database)),
        spies_(std::move(spies)),
        size_(size ? *size : matches_of(query_, 0).get_matches_estimated()) {}

  std::uint64_t size() const override { return size_; }

  ValueCounts values(const Facet& facet) const override {
    const auto spy = spies_.find(facet.slot);
    if (spy != spies_.end()) return count_values(facet, spy->second);
    Xapian::ValueCountMatchSpy counted(facet.slot);
    matches_of(query_, 0, &counted);
    return count_values(facet, counted);
  }

  std::uint64_t count(const MatchNode& node) const override {
    return matches_of(among(node), 0).get_matches_estimated();
  }

  std::unique_ptr<ArticleSet> narrowed(const MatchNode& node) const override {
    return engine_articles(among(node), min_weight_, database_);
  }

  std::vector<Xapian::docid> sample(std::size_t max) const override {
    const std::vector<Xapian::docid> all = docids();
    const std::size_t wanted = std::min(max, all.size());
    std::vector<Xapian::docid> sampled;
    for (std::size_t i = 0; i < wanted; ++i)
      sampled.push_back(all[place_in(all.size(), i, wanted)]);
    return sampled;
  }

  std::vector<bool> has(const std::vector<Xapian::docid>& wanted) const override {
    const std::vector<Xapian::docid> all = docids();
    std::vector<bool> found;
    for (const Xapian::docid docid : wanted)
      found.push_back(std::ranges::binary_search(all, docid));
    return found;
  }

 private:
  // Of all, in ascending order.
  std::vector<Xapian::docid> docids() const {
    const Xapian::MSet found = matches_of(query_, database_.get_doccount());
    std::vector<Xapian::docid> all;
    for (auto match = found.begin(); match != found.end(); ++match) all.push_back(*match);
    std::ranges::sort(all);
    return all;
  }

  Xapian::Query among(const MatchNode& node) const {
    return {Xapian::Query::OP_FILTER, query_, to_query(node)};
  }

  // The first `max` of them; looking at every match makes the counts exact.
  Xapian::MSet matches_of(const Xapian::Query& query, Xapian::doccount max,
                          Xapian::MatchSpy* spy = nullptr) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    if (min_weight_ > 0)
      enquire.set_weighting_scheme(bm25());
    else
      enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_cutoff(0, min_weight_);
    if (spy) enquire.add_matchspy(spy);
    return enquire.get_mset(0, max, database_.get_doccount());
  }

  Xapian::Query query_;
  double min_weight_;
  Xapian::Database database_;
  Spies spies_;
  std::uint64_t size_;
};

}  // namespace

std::unique_ptr<ArticleSet> local_articles(std::vector<Bits> matches,
                                           const Collection& collection) {
  return std::make_unique<LocalArticles>(std::move(matches), collection);
}

std::unique_ptr<ArticleSet> local_articles(const MatchNode& match, const Collection& collection) {
  Evaluator evaluator(match, collection);
  std::vector<Bits> matches;
  for (Shard& shard : collection.shards) matches.push_back(evaluator.matches(shard));
  return local_articles(std::move(matches), collection);
}

std::unique_ptr<ArticleSet> engine_articles(const Xapian::Query& query, double min_weight,
                                            const Xapian::Database& database) {
  return std::make_unique<EngineArticles>(query, min_weight, database, std::nullopt, Spies());
}

std::unique_ptr<ArticleSet> engine_articles(const Xapian::Query& query, double min_weight,
                                            const Xapian::Database& database, std::uint64_t size,
                                            Spies spies) {
  return std::make_unique<EngineArticles>(query, min_weight, database, size, std::move(spies));
}

}  // namespace backfile
