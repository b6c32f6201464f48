#include "searcher/sketches.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include "common/glass/segment_reader.h"
#include "common/schema.h"
#include "common/terms.h"

namespace backfile {
namespace {

std::string prefix_of(char digit) { return std::string(kSketchPrefix) + digit; }

// `to` is in order, and `part` not before its last one.
void append_part(std::string_view term, bool is_repeated, std::vector<std::uint32_t>& to) {
  const auto part = sketch_part(term);
  if (part) to.insert(to.end(), is_repeated ? 2 : 1, *part);
}

class SegmentSketches final : public Sketches {
 public:
  SegmentSketches(const Part& part, const Opened& all) : all_(all) {
    for (const Shard& shard : all.shards)
      if (shard.number >= part.first && shard.number < part.first + part.databases)
        shards_.push_back(&shard);
  }

  std::vector<std::uint32_t> parts(char digit, bool counts_articles) const override {
    std::vector<std::uint32_t> found;
    for (const Shard* shard : shards_) {
      const auto middle = std::ptrdiff_t(found.size());
      for_each_term(shard->reader, prefix_of(digit), [&](std::string_view term, PostingList& list) {
        append_part(term, counts_articles && list.size() > 1, found);
      });
      std::inplace_merge(found.begin(), found.begin() + middle, found.end());
    }
    if (!counts_articles) found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  std::vector<std::vector<Xapian::docid>> documents(
      const std::vector<std::uint32_t>& parts) const override {
    std::vector<std::vector<Xapian::docid>> found(parts.size());
    for (const Shard* shard : shards_)
      for (std::size_t i = 0; i < parts.size(); ++i)
        PostingList(shard->reader, sketch_term(parts[i])).for_each([&](const Posting& posting) {
          found[i].push_back(docid_among_all(posting.docid, shard->number, all_.databases));
        });
    return found;
  }

  std::vector<SignedDocument> signatures(const std::vector<Xapian::docid>& docids,
                                         const std::vector<std::uint32_t>&) const override {
    std::vector<std::string> values =
        slot_values(docids, kSignatureSlot, all_.shards, all_.databases);
    std::vector<SignedDocument> found;
    for (std::size_t i = 0; i < docids.size(); ++i)
      found.push_back({docids[i], std::move(values[i])});
    return found;
  }

 private:
  const Opened& all_;
  std::vector<const Shard*> shards_;
};

class EngineSketches final : public Sketches {
 public:
  EngineSketches(const Part& part, const Opened& all) : part_(part), all_(all) {}

  std::vector<std::uint32_t> parts(char digit, bool counts_articles) const override {
    std::vector<std::uint32_t> found;
    const std::string prefix = prefix_of(digit);
    const auto end = part_.settings.allterms_end(prefix);
    for (auto term = part_.settings.allterms_begin(prefix); term != end; ++term)
      append_part(*term, counts_articles && term.get_termfreq() > 1, found);
    return found;
  }

  // A question for each would be a way over the network for each. So which of some terms a document
  // has is read off its weight, in which every term is a bit.
  std::vector<std::vector<Xapian::docid>> documents(
      const std::vector<std::uint32_t>& parts) const override {
    constexpr std::size_t kBits = 50;  // that a double has, and some to spare
    std::vector<std::vector<Xapian::docid>> found(parts.size());
    for (std::size_t begin = 0; begin < parts.size(); begin += kBits) {
      const std::size_t count = std::min(kBits, parts.size() - begin);
      std::vector<Xapian::Query> terms;
      for (std::size_t i = 0; i < count; ++i)
        terms.emplace_back(Xapian::Query::OP_SCALE_WEIGHT,
                           Xapian::Query(sketch_term(parts[begin + i])),
                           double(std::uint64_t{1} << i));
      Xapian::Enquire enquire(part_.settings);
      enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
      enquire.set_weighting_scheme(Xapian::CoordWeight());
      const Xapian::MSet matches = enquire.get_mset(0, part_.settings.get_doccount());
      for (auto match = matches.begin(); match != matches.end(); ++match) {
        const auto bits = std::uint64_t(match.get_weight());
        for (std::size_t i = 0; i < count; ++i)
          if (bits >> i & 1) found[begin + i].push_back(among_all(*match));
      }
    }
    return found;
  }

  // A server tells a slot of all matches at once when they are to be collapsed by it.
  std::vector<SignedDocument> signatures(const std::vector<Xapian::docid>&,
                                         const std::vector<std::uint32_t>& parts) const override {
    constexpr std::size_t kPartsAtOnce = 1000;
    std::vector<SignedDocument> found;
    for (std::size_t begin = 0; begin < parts.size(); begin += kPartsAtOnce) {
      std::vector<std::string> terms;
      for (const std::uint32_t part :
           std::span(parts).subspan(begin, std::min(kPartsAtOnce, parts.size() - begin)))
        terms.push_back(sketch_term(part));
      Xapian::Enquire enquire(part_.settings);
      enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      const Xapian::doccount most = part_.settings.get_doccount();
      enquire.set_collapse_key(kSignatureSlot, most);
      const Xapian::MSet matches = enquire.get_mset(0, most);
      for (auto match = matches.begin(); match != matches.end(); ++match)
        found.push_back({among_all(*match), match.get_collapse_key()});
    }
    return found;
  }

 private:
  Xapian::docid among_all(Xapian::docid docid) const {
    return document_among_all(docid, part_, all_.databases);
  }

  const Part& part_;
  const Opened& all_;
};

}  // namespace

std::unique_ptr<Sketches> sketches_of(const Part& part, const Opened& all) {
  if (part.is_readable) return std::make_unique<SegmentSketches>(part, all);
  return std::make_unique<EngineSketches>(part, all);
}

}  // namespace backfile
