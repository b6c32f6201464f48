// NEAR, pre/, w/s and w/p: from the tree to what the engine tests.
//
// The limits keep a query of the commonest words in seconds: every article that has them is tested.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include <xapian.h>

#include "searcher/match/match_tree.h"
#include "searcher/query/ast.h"
#include "searcher/query/lexer.h"
#include "searcher/query/vocabulary.h"

namespace backfile {

inline constexpr std::size_t kMaxProximities = 50;       // in a query
inline constexpr std::size_t kMaxJoinedProximities = 5;  // in one another
inline constexpr std::size_t kMaxNearLeaves = 100;       // words and phrases in these

// Why `node`, a proximity whose children are checked, is none: "what" and an advice. Nothing when
// all is well.
struct ProximityFault {
  std::string what;
  std::string advice;
};
std::optional<ProximityFault> check_proximity(const QueryNode& node);

// The articles that fit a proximity, as a filter without weight, by positions alone.
//
// Words have positions by form, not by stem, so a word stands for the forms of its stem that the
// archive has, in every language by itself: `rate` is a form of English `rate`, and of the German
// stem `rat`. It goes by spans; on a remote server, which cannot run that, Xapian's own NEAR and
// PHRASE, which take two different words with any number of forms. QueryError for all else when
// `is_remote`, and for a prefix of more than `max_expansion` words.
std::variant<MatchNode, QueryError> proximity_match(const QueryNode& node,
                                                    const std::vector<std::string>& languages,
                                                    bool is_remote, std::size_t max_expansion,
                                                    Vocabulary& vocabulary);

// The error for a prefix of more than `max` words.
QueryError too_many_words(const QueryNode& prefix, std::size_t max);

}  // namespace backfile
