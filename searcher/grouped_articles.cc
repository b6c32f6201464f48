#include "searcher/grouped_articles.h"

#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace backfile {
namespace {

class GroupedArticles final : public ArticleSet {
 public:
  GroupedArticles(std::unique_ptr<ArticleSet> articles, const Archive& archive)
      : articles_(std::move(articles)),
        archive_(archive),
        members_(grouped_members(*articles_, archive.copies())) {
    std::set<std::size_t> groups;
    for (const Copies::Member& member : members_) {
      docids_.push_back(member.docid);
      groups.insert(member.group);
    }
    size_ = articles_->size() - members_.size() + groups.size();
  }

  std::uint64_t size() const override { return size_; }

  // As counted by article, without those that are a group's second with a value.
  ValueCounts values(const Facet& facet) const override {
    ValueCounts counts = articles_->values(facet);
    const std::vector<std::string> values = archive_.values(docids_, facet.slot);
    std::set<std::pair<std::size_t, std::string_view>> known;
    std::set<std::size_t> with_values;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      if (values[i].empty()) continue;
      const std::size_t group = members_[i].group;
      if (!with_values.insert(group).second) --counts.articles;
      for_each_value(facet, values[i], [&](const std::string& value) {
        const auto entry = counts.by_value.find(value);
        if (known.insert({group, entry->first}).second) return;
        if (--entry->second == 0) counts.by_value.erase(entry);
      });
    }
    return counts;
  }

  std::uint64_t count(const MatchNode& node) const override { return narrowed(node)->size(); }

  std::unique_ptr<ArticleSet> narrowed(const MatchNode& node) const override {
    return by_group(articles_->narrowed(node), archive_);
  }

  std::vector<Xapian::docid> sample(std::size_t max) const override {
    return articles_->sample(max);
  }

  std::vector<bool> has(const std::vector<Xapian::docid>& docids) const override {
    return articles_->has(docids);
  }

 private:
  std::unique_ptr<ArticleSet> articles_;
  const Archive& archive_;
  std::vector<Copies::Member> members_;
  std::vector<Xapian::docid> docids_;  // theirs
  std::uint64_t size_ = 0;
};

}  // namespace

std::vector<Copies::Member> grouped_members(const ArticleSet& articles, const Copies& copies) {
  std::vector<Xapian::docid> docids;
  for (const Copies::Member& member : copies.members()) docids.push_back(member.docid);
  const std::vector<bool> is_match = articles.has(docids);
  std::vector<Copies::Member> members;
  for (std::size_t i = 0; i < docids.size(); ++i)
    if (is_match[i]) members.push_back(copies.members()[i]);
  return members;
}

std::unique_ptr<ArticleSet> by_group(std::unique_ptr<ArticleSet> articles, const Archive& archive) {
  return std::make_unique<GroupedArticles>(std::move(articles), archive);
}

}  // namespace backfile
