#include "searcher/hit_groups.h"

#include <set>

#include "common/sort_key.h"
#include "searcher/copy_relation.h"
#include "searcher/grouped_articles.h"

namespace backfile {
namespace {

std::string id_of(const Xapian::Document& document, const Archive& archive) {
  return std::string(id_of_key(archive.value(document, kOldestSlot)));
}

}  // namespace

std::vector<std::string> ids_of_copies(const std::string& id, const Archive& archive) {
  const auto docid = archive.docid_of(id);
  if (!docid) return {};
  const auto copies = archive.copies();
  const auto group = copies->group_of(*docid);
  if (!group) return {id};
  std::vector<std::string> ids;
  for (const Xapian::docid each : copies->group(*group))
    ids.push_back(id_of(archive.database().get_document(each), archive));
  return ids;
}

std::optional<std::string> listed_group(const QueryNode& query) {
  if (query.type != QueryNode::Type::kValue || query.field != &group_field()) return std::nullopt;
  return query.text;
}

HitGroups::HitGroups(const Archive& archive, bool are_wanted)
    : archive_(archive), database_(archive.database()) {
  if (are_wanted || archive.knows_copies()) copies_ = archive.copies();
}

void HitGroups::count(const ArticleSet& articles) {
  is_counted_ = true;
  for (const Copies::Member& member : grouped_members(articles, *copies_))
    matches_[member.group].push_back(member.docid);
}

void HitGroups::compare_with_first(const std::string& id) {
  const std::vector<std::string> ids = ids_of_copies(id, archive_);
  if (ids.size() > 1) first_ = archive_.find(ids.front());
}

void HitGroups::mark(Xapian::docid docid, Hit& hit) const {
  if (!copies_) return;
  const auto group = copies_->group_of(docid);
  if (group) hit.group = id_of(database_.get_document(copies_->group(*group).front()), archive_);
  if (first_ && first_->id != hit.article.id) hit.relation = relation(*first_, hit.article);
  if (!is_counted_) return;
  hit.copies = 1;
  hit.sources = hit.article.source.empty() ? 0 : 1;
  const auto matches = group ? matches_.find(*group) : matches_.end();
  if (matches == matches_.end()) return;
  std::set<std::string> sources;
  for (const Xapian::docid each : matches->second) {
    std::string source =
        archive_.value(database_.get_document(each), field_by_name("source")->slot);
    if (!source.empty()) sources.insert(std::move(source));
  }
  hit.copies = matches->second.size();
  hit.sources = sources.size();
}

}  // namespace backfile
