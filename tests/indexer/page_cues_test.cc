#include "indexer/cleaner/page_cues.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/cleaner/line_matcher.h"
#include "indexer/cleaner/page_line.h"

namespace backfile {
namespace {

std::vector<LineRule> every_label() {
  std::vector<LineRule> rows;
  for (const auto table : {english_page_labels(), page_labels()})
    rows.insert(rows.end(), table.begin(), table.end());
  return rows;
}

void check_rows(std::span<const LineRule> rows, const std::vector<std::string_view>& classes) {
  const LineMatcher all(rows);
  for (const LineRule& row : rows) {
    INFO("row: ", std::string(row.rule), "/", std::string(row.language), " ",
         std::string(row.pattern));
    CHECK(std::ranges::find(classes, row.rule) != classes.end());
    REQUIRE_FALSE(row.hit.empty());
    REQUIRE_FALSE(row.miss.empty());
    CHECK(LineMatcher(std::span(&row, 1)).rule_of(row.hit) == row.rule);
    CHECK(all.rule_of(row.hit).has_value());
    INFO("miss: ", std::string(row.miss));
    CHECK_FALSE(all.rule_of(row.miss).has_value());
  }
}

TEST_CASE("page cues: every label matches its hit, and none its miss") {
  check_rows(every_label(),
             {"related", "comments", "author", "tags", "share", "navigation", "ads", "dated"});
}

TEST_CASE("page cues: every notice matches its hit, and none its miss") {
  const auto notices = page_notices();
  check_rows(notices, {"newsletter", "legal", "cookie", "author", "photo"});
}

TEST_CASE("page cues: sentences of news have neither") {
  const PageMatchers matchers;
  for (const std::string line : {
           "The council voted on Monday to close the bridge for a year.",
           "More than 200 people signed the letter.",
           "“We will not comment,” she said.",
           "Mehr als 200 Menschen kamen.",
           "Le maire a répondu aux questions.",
           "El alcalde respondió que no.",
           "LISBON (Reuters) - Shares rose 2 percent.",
           "Q: What happens next week?",
           "Harbour 3, Mill Lane 1",
       }) {
    CAPTURE(line);
    CHECK(matchers.label_of(line) == "");
    CHECK(matchers.notice_of(line) == "");
  }
}

}  // namespace
}  // namespace backfile
