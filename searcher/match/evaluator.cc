#include "searcher/match/evaluator.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "searcher/match/bm25.h"
#include "searcher/match/segment_positions.h"

namespace backfile {
namespace {

using Type = MatchNode::Type;

bool is_for_engine(const MatchNode& node) { return node.type == Type::kEngine; }

// The terms of a word of a phrase: one, or an OR of such.
std::vector<std::string> terms_of(const MatchNode& word) {
  if (word.type == Type::kTerms) return word.terms;
  std::vector<std::string> terms;
  for (const MatchNode& child : word.children)
    terms.insert(terms.end(), child.terms.begin(), child.terms.end());
  return terms;
}

SpanQuery as_spans(const MatchNode& phrase) {
  SpanQuery spans{SpanQuery::Type::kPhrase, {}, {}, 0};
  for (const MatchNode& word : phrase.children)
    spans.children.push_back({SpanQuery::Type::kTerms, terms_of(word), {}, 0});
  return spans;
}

void add_postings(PostingList list, Bits& to) {
  list.for_each([&to](const Posting& posting) { to.add(posting.docid); });
}

}  // namespace

ShardDocument place_of(Xapian::docid docid, const std::vector<Shard>& shards,
                       std::size_t databases) {
  const auto shard =
      std::ranges::lower_bound(shards, std::size_t((docid - 1) % databases), {}, &Shard::number);
  return {std::size_t(shard - shards.begin()), std::uint32_t((docid - 1) / databases + 1)};
}

std::vector<std::string> slot_values(const std::vector<Xapian::docid>& docids, unsigned slot,
                                     const std::vector<Shard>& shards, std::size_t databases) {
  std::vector<SlotValues> by_shard;
  for (const Shard& shard : shards) by_shard.emplace_back(shard.reader, slot);
  std::vector<std::string> found;
  found.reserve(docids.size());
  for (const Xapian::docid docid : docids) {
    const ShardDocument place = place_of(docid, shards, databases);
    found.emplace_back(by_shard[place.shard].value(place.docid));
  }
  return found;
}

Evaluator::Evaluator(const MatchNode& root, const Collection& collection)
    : root_(root), collection_(collection), all_(collection.database.get_doccount()) {
  const double average = collection.database.get_average_length();
  length_factor_ = average > 0 ? 1 / average : 0;
  prepare(root);
}

Evaluator::~Evaluator() = default;

void Evaluator::prepare(const MatchNode& node) {
  if (is_for_engine(node)) return match_by_engine(node);
  if (node.type == Type::kTerms) {
    const double weight = weight_of(node);
    if (weight > 0) weights_.emplace(&node, weight);
  }
  for (const MatchNode& child : node.children) prepare(child);
}

void Evaluator::match_by_engine(const MatchNode& node) {
  Xapian::Enquire enquire(collection_.database);
  enquire.set_query(to_query(node));
  enquire.set_weighting_scheme(bm25());
  enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
  const Xapian::MSet found = enquire.get_mset(0, all_);
  auto& by_shard = engine_[&node];
  by_shard.resize(collection_.shards.size());
  for (auto match = found.begin(); match != found.end(); ++match) {
    const ShardDocument place = place_of(*match, collection_.shards, collection_.databases);
    by_shard[place.shard].emplace_back(place.docid, match.get_weight());
  }
  for (EngineMatches& matches : by_shard) std::ranges::sort(matches);
}

// As Xapian estimates that of a synonym: as if its terms stood independently of each other.
Xapian::doccount Evaluator::frequency(const std::vector<std::string>& terms) const {
  std::vector<Xapian::doccount> frequencies;
  for (const std::string& term : terms) frequencies.push_back(collection_.frequency(term));
  std::ranges::sort(frequencies);
  double sum = 0;
  for (const Xapian::doccount each : frequencies)
    sum = std::floor(sum + each - sum * each / std::max(all_, 1U) + 0.5);
  return Xapian::doccount(sum);
}

double Evaluator::weight_of(const MatchNode& word) const {
  const Xapian::doccount documents = frequency(word.terms);
  if (documents == 0) return 0;
  return inverse_frequency(documents, all_) * (kTermFrequencySaturation + 1);
}

Bits Evaluator::bits(const MatchNode& node, Shard& shard, const Bits* within) {
  if (node.type == Type::kTerms || node.type == Type::kAnyOf) return term_bits(node, shard);
  Bits found(shard.reader.last_docid());
  switch (node.type) {
    case Type::kEngine: {
      const auto place = std::size_t(&shard - collection_.shards.data());
      for (const auto& [docid, weight] : engine_.at(&node)[place]) found.add(docid);
      return found;
    }
    case Type::kAll:
      add_postings(PostingList::of_lengths(shard.reader), found);
      return found;
    case Type::kSpans:
      if (within) return span_bits(node.spans.value(), shard, *within);
      add_postings(PostingList::of_lengths(shard.reader), found);
      return span_bits(node.spans.value(), shard, found);
    case Type::kPhrase:
      found = combined_bits(node, shard, within);
      if (within) found &= *within;
      return span_bits(as_spans(node), shard, found);
    default:
      return node.children.empty() ? found : combined_bits(node, shard, within);
  }
}

Bits Evaluator::combined_bits(const MatchNode& node, Shard& shard, const Bits* within) {
  Bits found = bits(node.children.front(), shard, within);
  if (node.type == Type::kAndMaybe) return found;
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    if (node.type == Type::kOr) {
      found |= bits(node.children[i], shard, within);
    } else if (node.type == Type::kAndNot) {
      const Bits without = bits(node.children[i], shard, &found);
      found -= without;
    } else {
      const Bits other = bits(node.children[i], shard, &found);
      found &= other;
    }
  }
  return found;
}

Bits Evaluator::span_bits(const SpanQuery& spans, const Shard& shard, const Bits& within) {
  SpanFinder finder(spans, [&](std::span<const std::string> terms) {
    return open_positions(shard.reader, within, terms);
  });
  Bits found(shard.reader.last_docid());
  within.for_each([&](std::uint32_t docid) {
    if (finder.matches(docid)) found.add(docid);
  });
  return found;
}

Bits Evaluator::term_bits(const MatchNode& node, Shard& shard) {
  Bits found(shard.reader.last_docid());
  if (node.type == Type::kTerms && node.terms.size() == 1) {
    for (const Posting& posting : postings(node, shard)) found.add(posting.docid);
    return found;
  }
  for (const std::string& term : node.terms) add_postings(PostingList(shard.reader, term), found);
  return found;
}

const std::vector<Posting>& Evaluator::postings(const MatchNode& word, Shard& shard) {
  const auto [postings, is_new] = postings_.try_emplace(&word);
  if (is_new) PostingList(shard.reader, word.terms.front()).read_all(postings->second);
  return postings->second;
}

std::vector<double> Evaluator::scores(Shard& shard, const Bits& matches) {
  std::vector<double> scores(std::size_t{shard.reader.last_docid()} + 1);
  add_scores(root_, 1, matches, shard, scores);
  return scores;
}

// A part of the query adds weight to articles that match all of that part.
void Evaluator::add_scores(const MatchNode& node, double factor, const Bits& of, Shard& shard,
                           std::vector<double>& scores) {
  factor *= node.factor;
  if (node.type == Type::kTerms) {
    const auto weight = weights_.find(&node);
    if (weight != weights_.end()) add_word_scores(node, weight->second * factor, of, shard, scores);
    return;
  }
  if (is_for_engine(node)) {
    const auto place = std::size_t(&shard - collection_.shards.data());
    for (const auto& [docid, weight] : engine_.at(&node)[place])
      if (of.has(docid)) scores[docid] += weight * factor / node.factor;
    return;
  }
  const bool needs_all = node.type != Type::kOr && node.type != Type::kAndMaybe;
  std::optional<Bits> both;
  if (!node.children.empty() && needs_all && &node != &root_) {
    both = bits(node, shard, &of);
    *both &= of;
  }
  for (const MatchNode& child : node.children) {
    add_scores(child, factor, both ? *both : of, shard, scores);
    if (node.type == Type::kFilter || node.type == Type::kAndNot) return;
  }
}

void Evaluator::add_word_scores(const MatchNode& word, double weight, const Bits& of, Shard& shard,
                                std::vector<double>& scores) {
  const std::vector<std::uint32_t>& lengths = shard.reader.lengths();
  const auto score = [&](std::uint32_t docid, double wdf) {
    const double length = std::max(lengths[docid] * length_factor_, kMinNormalizedLength);
    const double saturation =
        kTermFrequencySaturation * (length * kLengthNormalization + (1 - kLengthNormalization));
    return weight * (wdf / (saturation + wdf));
  };
  if (word.terms.size() == 1) {
    for (const Posting& posting : postings(word, shard))
      if (of.has(posting.docid)) scores[posting.docid] += score(posting.docid, posting.wdf);
    return;
  }
  std::vector<std::uint32_t> sums(scores.size());
  for (const std::string& term : word.terms)
    PostingList(shard.reader, term).for_each([&](const Posting& posting) {
      sums[posting.docid] += posting.wdf;
    });
  of.for_each([&](std::uint32_t docid) {
    if (sums[docid] > 0) scores[docid] += score(docid, sums[docid]);
  });
}

}  // namespace backfile
