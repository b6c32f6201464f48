// RawArticle -> Article | Rejection: pure, the same for every thread and order.
// What is not the article goes; every line that goes is told with its rule.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/article.h"
#include "indexer/cleaner/line_matcher.h"
#include "indexer/cleaner/page_judge.h"
#include "indexer/cleaner/paragraphs.h"
#include "indexer/raw_article.h"

namespace backfile {

enum class CleanMode : std::uint8_t {
  kOff,         // only control characters go
  kStrict,      // whole lines with certain cues, and the headline repeated
  kAggressive,  // for text of whole pages: also what stands around the article
};

// A field's value for articles that lack it (--set).
struct FieldDefault {
  const Field* field;
  std::string value;
};

struct CleanOptions {
  CleanMode mode = CleanMode::kStrict;
  std::string language;  // for all articles; empty: the article's own, else detected
  std::vector<FieldDefault> defaults;
  // No article is published later than the day after.
  std::chrono::sys_days today = std::chrono::year(9999) / 12 / 31;
};

struct CleanArticle {
  Origin origin;
  Article article;
  std::vector<RemovedLine> removed;  // from its page, then lines, in order
  std::vector<Rejection> notes;      // what of it could not be used; it is indexed all the same
};

class Cleaner {
 public:
  explicit Cleaner(CleanOptions options);

  // Rejects an article with neither title nor body.
  std::variant<CleanArticle, Rejection> clean(const RawArticle& raw) const;

 private:
  const std::vector<std::string>& values_of(const RawArticle& raw, const Field& field,
                                            std::vector<std::string>& defaults) const;
  std::string clean_body(std::string_view text, LineUse use, CleanArticle& result) const;
  // For every line the rule by which it is not the article on its page; no entries: none goes.
  std::vector<std::string_view> rules_around_article(std::span<const BodyLine> lines,
                                                     bool wrapped) const;
  void find_headline(CleanArticle& result) const;
  std::string_view rule_of(std::string_view line, std::string_view title, bool at_top) const;
  std::string language_of(CleanArticle& result) const;
  std::optional<Date> date_of(const Field& field, std::string_view text,
                              CleanArticle& result) const;

  CleanOptions options_;
  LineMatcher matcher_;
  std::optional<PageJudge> judge_;  // when aggressive
};

}  // namespace backfile
