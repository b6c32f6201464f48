#include "searcher/grouped_articles.h"

#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "common/period.h"
#include "searcher/match/facet_column.h"

namespace backfile {
namespace {

// The first day of the period that `day` is in, as a value of the facet "day".
std::string begin_of_day(TimelineStep step, const std::string& day) {
  const auto days = parse_period(day, {});
  return days ? period_text(TimelineStep::kDay, begin_of(step, days->first)) : day;
}

class GroupedArticles final : public ArticleSet {
 public:
  GroupedArticles(std::unique_ptr<ArticleSet> articles, const Archive& archive)
      : articles_(std::move(articles)),
        archive_(archive),
        members_(grouped_members(*articles_, *archive.copies())) {
    std::set<std::size_t> groups;
    for (const Copies::Member& member : members_) {
      docids_.push_back(member.docid);
      groups.insert(member.group);
    }
    size_ = articles_->size() - members_.size() + groups.size();
  }

  std::uint64_t size() const override { return size_; }

  ValueCounts values(const Facet& facet) const override {
    return once_each(articles_->values(facet), facet.slot,
                     [&](std::string_view text, auto use) { for_each_value(facet, text, use); });
  }

  ValueCounts periods(TimelineStep step) const override {
    const ValueCounts found = articles_->periods(step);
    ValueCounts counts{{}, found.articles};
    for (const auto& [day, count] : found.by_value)
      counts.by_value[begin_of_day(step, day)] += count;
    return once_each(std::move(counts), kDaySlot, [&](std::string_view text, auto use) {
      use(begin_of_day(step, date_with_dashes(std::string(text))));
    });
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
  // What was counted by article, without those that are a group's second with a value. `for_each`
  // calls a function with each value that a slot's text stands for.
  template <class ForEach>
  ValueCounts once_each(ValueCounts counts, unsigned slot, ForEach for_each) const {
    const std::vector<std::string> texts = archive_.values(docids_, slot);
    std::set<std::pair<std::size_t, std::string>> known;
    std::set<std::size_t> with_values;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      if (texts[i].empty()) continue;
      const std::size_t group = members_[i].group;
      if (!with_values.insert(group).second) --counts.articles;
      for_each(texts[i], [&](const std::string& value) {
        if (known.emplace(group, value).second) return;
        const auto entry = counts.by_value.find(value);
        if (entry != counts.by_value.end() && --entry->second == 0) counts.by_value.erase(entry);
      });
    }
    return counts;
  }

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
