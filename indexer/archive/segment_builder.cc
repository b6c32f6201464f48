#include "indexer/archive/segment_builder.h"

#include <algorithm>
#include <span>

#include "common/schema.h"
#include "common/sort_key.h"
#include "common/stored.h"
#include "indexer/archive/inverter.h"
#include "indexer/cleaner/identity.h"
#include "indexer/glass/segment_writer.h"

namespace backfile {
namespace {

std::string joined(std::span<const std::string> values) {
  std::string text;
  for (const std::string& value : values) {
    if (!text.empty()) text += kListSeparator;
    text += value;
  }
  return text;
}

}  // namespace

NewArticle prepared(Article article, const std::optional<std::string>& raw) {
  NewArticle made{std::move(article), {}, {}};
  made.stored = to_stored(made.article, raw);
  made.digest = content_digest(made.stored);
  return made;
}

std::vector<std::pair<unsigned, std::string>> document_values(const Article& article,
                                                              const DocumentMarks& marks) {
  std::vector<std::pair<unsigned, std::string>> values;
  values.emplace_back(kNewestSlot, newest_first_key(article));
  values.emplace_back(kOldestSlot, oldest_first_key(article));
  if (article.published) values.emplace_back(kDaySlot, to_digits(*article.published).substr(0, 8));
  values.emplace_back(kDigestSlot, marks.digest);
  if (!marks.signature.empty()) values.emplace_back(kSignatureSlot, marks.signature);
  for (const Field& field : fields()) {
    if (field.slot == kNoSlot) continue;
    std::string value = joined(field_texts(article, field));
    if (!value.empty()) values.emplace_back(field.slot, std::move(value));
  }
  std::ranges::sort(values, {}, &std::pair<unsigned, std::string>::first);
  return values;
}

SegmentPart inverted_part(std::vector<NewArticle> articles,
                          const CompressionDictionary& dictionary) {
  SegmentPart part;
  // All at once: what compresses and what inverts would drive each other out of the cache.
  Compressor compressor;
  for (NewArticle& each : articles) {
    part.documents.push_back({std::string(compressor.compress(each.stored, dictionary)), 0, {}});
    each.stored = {};  // its memory is needed
  }
  thread_local Inverter inverter;  // for the words that it knows
  try {
    for (std::size_t i = 0; i < articles.size(); ++i) {
      SegmentPart::Document& document = part.documents[i];
      document.length = inverter.add(articles[i].article);
      document.values =
          document_values(articles[i].article, {articles[i].digest, inverter.last_signature()});
      articles[i] = {};
    }
    part.postings = inverter.take();
  } catch (...) {
    inverter.clear();
    throw;
  }
  return part;
}

void write_segment(const std::string& folder, std::vector<SegmentPart> parts,
                   const glass::SegmentOptions& options) {
  glass::SegmentWriter segment(folder, options);
  segment.set_metadata(kSchemaKey, kSchemaVersion);
  std::vector<PlacedRun> runs;
  std::vector<glass::SlotValue> slots;
  std::uint32_t first_docid = 1;
  for (SegmentPart& part : parts) {
    runs.push_back({&part.postings, first_docid});
    first_docid += std::uint32_t(part.documents.size());
    for (const SegmentPart::Document& document : part.documents) {
      slots.clear();
      for (const auto& [slot, value] : document.values) slots.push_back({slot, value});
      segment.add_document(document.data, document.length, slots);
    }
    part.documents = {};
  }
  write_runs(runs, segment);
  segment.finish();
}

InvertedDocument inverted(std::uint32_t docid, const Article& article) {
  Inverter inverter;
  InvertedDocument document{{docid, inverter.add(article), {}, {}}, inverter.last_signature()};
  for (const Inverter::TermCount& each : inverter.last_terms())
    document.terms.terms.push_back({each.term, each.wdf});
  for (const auto& [slot, value] : document_values(article, {"digest", document.signature}))
    document.terms.slots.push_back(slot);
  return document;
}

}  // namespace backfile
