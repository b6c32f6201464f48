// Which terms of ids a segment surely has not: a Bloom filter, so that a new article
// costs no look into every segment. Ten bits an id, one answer in a hundred is
// a false "maybe".
//
// Source: B. H. Bloom, "Space/time trade-offs in hash coding with allowable
// errors", CACM 13(7), 1970; two hashes for all probes after A. Kirsch and M.
// Mitzenmacher, "Less hashing, same performance", 2006.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace backfile {

class IdFilter {
 public:
  // For about `ids` ids; more of them make more false answers.
  explicit IdFilter(std::size_t ids);

  // What filters know an id by: taken once, asked of many.
  struct Hash {
    explicit Hash(std::string_view id);

    std::uint64_t low = 0;
    std::uint64_t high = 0;
  };
  void add(const Hash& id);
  bool may_have(const Hash& id) const;

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace backfile
