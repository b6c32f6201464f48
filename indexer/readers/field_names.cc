#include "indexer/readers/field_names.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"
#include "indexer/readers/known_names.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestName = 64;
constexpr std::uint16_t kOwnRank = 1000;    // behind any mapped name
constexpr std::uint16_t kKnownRank = 2000;  // behind our own
constexpr std::size_t kMostMapped = kOwnRank / 2;

constexpr bool is_name_space(char c) { return c == ' ' || c == '_' || c == '-'; }

NameNode& child_of(NameNode& node, std::string_view key) {
  auto& child = node.children[std::string(key)];
  if (!child) child = std::make_unique<NameNode>();
  return *child;
}

// Under the name as it is spelled, and under the path that its dots make.
void insert(NameNode& root, std::string_view name, NameClaim spelled, NameClaim path) {
  child_of(root, name).claims.push_back(spelled);
  if (name.find('.') == std::string_view::npos) return;
  NameNode* node = &root;
  for (std::size_t dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.')) {
    node = &child_of(*node, name.substr(0, dot));
    name.remove_prefix(dot + 1);
  }
  child_of(*node, name).claims.push_back(path);
}

std::uint16_t index_of(const Field& field) { return std::uint16_t(&field - fields().data()); }

NameNode make_known_tree() {
  NameNode root;
  for (const Field& field : fields())
    child_of(root, field.name).claims.push_back({index_of(field), kOwnRank});
  std::uint16_t rank = kKnownRank;
  for (const auto& [names, first_rank] :
       {std::pair{known_names(), kKnownRank}, std::pair{last_resorts(), kLastResortRank}}) {
    rank = first_rank;
    for (const KnownName& row : names) {
      const NameClaim claim{index_of(*field_by_name(row.field)), rank++};
      insert(root, normal_name(row.name), claim, claim);
    }
  }
  return root;
}

const NameNode& known_tree() {
  static const NameNode tree = make_known_tree();
  return tree;
}

}  // namespace

std::string normal_name(std::string_view name) {
  std::string normal;
  for (const char c : name)
    if (!is_name_space(c)) normal += ascii_lower(c);
  return normal;
}

FieldNames::FieldNames(const FieldMap& map) : known_(known_tree()) {
  std::uint16_t rank = 0;
  for (const FieldMapping& mapping : map) {
    const std::uint16_t field = index_of(*mapping.field);
    insert(mapped_, mapping.name, {field, rank}, {field, std::uint16_t(rank + 1)});
    if (rank / 2 < kMostMapped - 1) rank = std::uint16_t(rank + 2);
  }
}

FieldNames::Place FieldNames::step(const Place& from, std::string_view key) {
  Place to{nullptr, nullptr};
  if (from.mapped && !from.mapped->children.empty()) {
    const auto found = from.mapped->children.find(key);
    if (found != from.mapped->children.end()) to.mapped = found->second.get();
  }
  if (!from.known || from.known->children.empty() || key.size() > kLongestName) return to;
  std::array<char, kLongestName> normal;  // NOLINT: filled below
  std::size_t size = 0;
  for (const char c : key)
    if (!is_name_space(c)) normal[size++] = ascii_lower(c);
  const auto found = from.known->children.find(std::string_view(normal.data(), size));
  if (found != from.known->children.end()) to.known = found->second.get();
  return to;
}

bool is_absent(std::string_view text) {
  constexpr std::size_t kLongestNothing = 9;
  constexpr std::array<std::string_view, 11> kNothing = {
      "", "None", "nan", "NaN", "null", "NULL", "NaT", "N/A", "<NA>", "\\N", "undefined"};
  text = trimmed(text);
  return text.size() <= kLongestNothing && std::ranges::find(kNothing, text) != kNothing.end();
}

}  // namespace backfile
