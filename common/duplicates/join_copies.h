// Which of the articles that have a part of a sketch in common are near-copies.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/duplicates/signature.h"
#include "common/duplicates/union_find.h"

namespace backfile {

// Where more different articles have a part of a sketch, those that are all the same are copies,
// and others are not looked at: they are of one template, and comparing each with each takes too
// long.
inline constexpr std::size_t kMaxSharing = 4096;

// What is compared of an article.
struct Signed {
  explicit Signed(std::string_view bytes) : signature(bytes), digest(digest_of_signature(bytes)) {}

  Signature signature;
  std::uint64_t digest;
};

// Joins in `groups` those of `sharing` that are copies: numbers of articles, of which
// `signed_of(number)` is a Signed. Calls `joined(one, other)` for those that did not belong
// together before.
template <class SignedOf, class Joined>
void join_copies(std::span<const std::uint32_t> sharing, SignedOf signed_of, UnionFind& groups,
                 Joined joined) {
  const auto join = [&](std::uint32_t one, std::uint32_t other) {
    if (groups.join(one, other)) joined(one, other);
  };
  std::unordered_map<std::uint64_t, std::uint32_t> known;  // by digest
  std::vector<std::uint32_t> different;
  for (const std::uint32_t article : sharing) {
    const auto [same, is_new] = known.emplace(signed_of(article).digest, article);
    if (is_new)
      different.push_back(article);
    else
      join(same->second, article);
  }
  if (different.size() > kMaxSharing) return;
  for (std::size_t i = 0; i < different.size(); ++i)
    for (std::size_t j = i + 1; j < different.size(); ++j)
      if (groups.find(different[i]) != groups.find(different[j]) &&
          are_copies(signed_of(different[i]).signature, signed_of(different[j]).signature))
        join(different[i], different[j]);
}

}  // namespace backfile
