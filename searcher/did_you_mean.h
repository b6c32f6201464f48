// A query whose words the archive hardly knows, put right with words that it
// knows well: `goverment bonds` -> `government bonds`.
//
// There is no dictionary: what articles write often is right, and what they
// hardly ever write, but for one or two edits, is wrong. It is the noisy channel
// of Kernighan, Church and Gale (1990), with the articles that have a word as
// its likelihood and a simple model of errors:
//
//   looked at    words of four letters or more without digits, also those of a phrase that finds
//                nothing; never prefixes (ukrain*), dates, ids and languages
//   rare         at most 3 articles, or 1 in 2,000, have the word: as the query matches it, in any
//                of the archive's languages, in its field and anywhere
//   candidates   words of the field in 2 articles or more (1 in 50,000) and in 20 times as many as
//                the word; in 50 times as many where more than 3 (1 in 50,000) have that
//   near         within one edit (near_texts.h); else, of a word of six letters or more that is in
//                no article, within two and with the same first letter. A word that some articles
//                have may be one they mean: there letters are only swapped or doubled otherwise or,
//                from six letters on, one is edited behind the first
//   the best     is in most articles, those counted eightfold where letters are only swapped or
//                doubled otherwise, and an eighth where the first letter is another. Where that is
//                rare itself, it may be wrong as well: once more
//   blanks       two words of which one is in no article are joined when the whole is a candidate;
//                a word in no article without a candidate is parted where both parts are in 1 of
//                1,000 articles (but no more than half of them), and side by side in one
//
// All else of the query stays: other words, operators, fields, marks, a capital
// at the beginning.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/query/ast.h"

namespace backfile {

// The canonical text of `query` put right, which finds something; nothing when there is nothing to
// put right. `languages` and `database` are the archive's, which is not remote: words are looked up
// by the thousand, though for no more than five words of a query.
std::optional<std::string> did_you_mean(const QueryNode& query, const Xapian::Database& database,
                                        const std::vector<std::string>& languages);

}  // namespace backfile
