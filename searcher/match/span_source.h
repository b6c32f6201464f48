// Spans behind Xapian's interface for what it cannot match itself.
#pragma once

#include <memory>
#include <string>

#include <xapian.h>

#include "searcher/match/spans.h"

namespace backfile {

// The articles of a database that have a span of the query; without weight. To be used as a filter
// of articles that have the words at all: it tests one at a time and finds none by itself quickly.
class SpanSource final : public Xapian::PostingSource {
 public:
  explicit SpanSource(SpanQuery query);
  ~SpanSource() override;

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return documents_; }
  Xapian::doccount get_termfreq_max() const override { return documents_; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid docid, double min_weight) override;
  bool check(Xapian::docid docid, double min_weight) override;
  bool at_end() const override { return docid_ > last_; }
  Xapian::docid get_docid() const override { return docid_; }
  void init(const Xapian::Database& database) override;
  SpanSource* clone() const override;
  std::string get_description() const override;

 private:
  void test(Xapian::docid docid);

  SpanQuery query_;
  std::unique_ptr<SpanFinder> finder_;
  Xapian::doccount documents_ = 0;
  Xapian::docid docid_ = 0;
  bool matches_ = false;  // docid_
  Xapian::docid last_ = 0;
};

}  // namespace backfile
