// The groups of near-copies that an archive keeps, and those that its articles
// should make, as lists of ids.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/article.h"
#include "common/copy_groups.h"
#include "common/duplicates/signature.h"
#include "common/schema.h"
#include "common/sort_key.h"
#include "common/terms.h"
#include "indexer/archive/manifest.h"
#include "indexer/archive/segment_builder.h"
#include "indexer/archive/settings.h"

namespace backfile {

using IdGroups = std::set<std::vector<std::string>>;  // each in the order of time
using ArticleMap = std::map<std::string, Article>;    // by id

inline ArticleMap by_id(const std::vector<Article>& articles) {
  ArticleMap map;
  for (const Article& article : articles) map[article.id] = article;
  return map;
}

inline std::string copies_of(const std::string& archive) {
  return read_settings(archive + "/" + read_manifest(archive)->settings, archive).copies;
}

// As anyone reads them who opens the archive's folder with Xapian.
inline IdGroups kept_groups(const std::string& archive) {
  const Xapian::Database database(archive);
  IdGroups groups;
  for (const CopyGroup& group :
       unpacked_copies(database.get_metadata(std::string(kCopiesKey)), archive).groups) {
    std::vector<std::string> ids;
    for (const std::uint32_t document : group)
      ids.emplace_back(id_of_key(database.get_document(document).get_value(kOldestSlot)));
    groups.insert(std::move(ids));
  }
  return groups;
}

// By a comparison of all with all.
class NaiveCopies {
 public:
  explicit NaiveCopies(const ArticleMap& articles) {
    for (const auto& [id, article] : articles) {
      const InvertedDocument made = inverted(1, article);
      std::set<std::string> sketch;
      for (const glass::TermCount& each : made.terms.terms)
        if (each.term.starts_with(kSketchPrefix)) sketch.insert(each.term);
      articles_.push_back({oldest_first_key(article), Signature(made.signature), sketch});
    }
    std::ranges::sort(articles_, {}, &One::time);
  }

  // Of those that a part of their sketches leads from one to the other, or of all.
  IdGroups groups(bool by_sketch = true) const {
    std::vector<std::size_t> names(articles_.size());
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = i;
    for (std::size_t i = 0; i < names.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (names[i] != names[j] && are_copies(articles_[i].signature, articles_[j].signature) &&
            (!by_sketch || have_common_part(articles_[i], articles_[j])))
          std::ranges::replace(names, std::size_t{names[i]}, std::size_t{names[j]});
    std::map<std::size_t, std::vector<std::string>> by_name;
    for (std::size_t i = 0; i < names.size(); ++i)
      by_name[names[i]].emplace_back(id_of_key(articles_[i].time));
    IdGroups groups;
    for (auto& [name, group] : by_name)
      if (group.size() > 1) groups.insert(std::move(group));
    return groups;
  }

 private:
  struct One {
    std::string time;
    Signature signature;
    std::set<std::string> sketch;
  };

  static bool have_common_part(const One& one, const One& other) {
    return std::ranges::any_of(
        one.sketch, [&](const std::string& part) { return other.sketch.contains(part); });
  }

  std::vector<One> articles_;  // in the order of time
};

}  // namespace backfile
