// How dumps call our fields: one table of the names of many dumps, and a tree of
// them for looking up the keys of objects and the headers of columns.
//
// A name is told whatever its case, spaces, underscores and hyphens:
// "Publish Date", "publish_date" and "publishDate" are one. A dot goes into an
// object ("thread.site"), but a key that is spelled so itself goes first.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/readers/reader.h"

namespace backfile {

// One row of the table. For one field, rows stand in the order of preference.
struct KnownName {
  std::string_view field;
  std::string_view name;
};
std::span<const KnownName> known_names();

// Lower case, without spaces, underscores and hyphens.
std::string normal_name(std::string_view name);

// A value under this name may be the field's; of several that are, the lowest rank wins.
struct NameClaim {
  std::uint16_t field;  // index in fields()
  std::uint16_t rank;
};

// From this rank on, a name means something else when there is better: a teaser for the body.
inline constexpr std::uint16_t kLastResortRank = 10000;

struct NameNode {
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  using Children =
      std::unordered_map<std::string, std::unique_ptr<NameNode>, Hash, std::equal_to<>>;

  std::vector<NameClaim> claims;
  Children children;
};

// Names by --map, then our own, then the table's.
class FieldNames {
 public:
  // Where a walk down the keys stands: in the tree of mapped names, which are taken as spelled,
  // and in that of known names. nullptr where no name goes on.
  struct Place {
    const NameNode* mapped;
    const NameNode* known;

    bool leads_on() const {
      return (mapped && !mapped->children.empty()) || (known && !known->children.empty());
    }
  };

  explicit FieldNames(const FieldMap& map);

  Place root() const { return {&mapped_, &known_}; }
  static Place step(const Place& from, std::string_view key);
  // All claims of a place, in no order.
  template <class Use>
  static void for_each_claim(const Place& at, const Use& use) {
    for (const NameNode* node : {at.mapped, at.known})
      if (node)
        for (const NameClaim& claim : node->claims) use(claim);
  }

 private:
  NameNode mapped_;
  const NameNode& known_;
};

// Whether a text value is as good as none: blank, or what programs write for nothing.
bool is_absent(std::string_view text);

}  // namespace backfile
