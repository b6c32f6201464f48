#include "indexer/archive/segment_builder.h"

#include <algorithm>

#include "common/schema.h"
#include "common/sort_key.h"
#include "common/stored.h"
#include "indexer/archive/inverter.h"
#include "indexer/cleaner/identity.h"
#include "indexer/glass/segment_writer.h"

namespace backfile {
namespace {

std::string joined(const std::vector<std::string>& values) {
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
    std::string value = joined(field_values(article, field));
    if (!value.empty()) values.emplace_back(field.slot, std::move(value));
  }
  std::ranges::sort(values, {}, &std::pair<unsigned, std::string>::first);
  return values;
}

void build_segment(const std::string& folder, std::vector<NewArticle> articles,
                   const CompressionDictionary& dictionary) {
  glass::SegmentWriter segment(folder, {});
  segment.set_metadata(kSchemaKey, kSchemaVersion);
  Inverter inverter;
  Compressor compressor;
  std::vector<glass::SlotValue> slots;
  for (NewArticle& each : articles) {
    const std::uint32_t length = inverter.add(each.article);
    const auto values = document_values(each.article, {each.digest, inverter.last_signature()});
    slots.clear();
    for (const auto& [slot, value] : values) slots.push_back({slot, value});
    segment.add_document(compressor.compress(each.stored, dictionary), length, slots);
    each = {};  // its memory is needed
  }
  inverter.write(segment);
  segment.finish();
}

InvertedDocument inverted(std::uint32_t docid, const Article& article) {
  Inverter inverter;
  InvertedDocument document{{docid, inverter.add(article), {}, {}}, inverter.last_signature()};
  for (const Inverter::TermCount& each : inverter.last_terms())
    document.terms.terms.push_back({std::string(each.term), each.wdf});
  for (const auto& [slot, value] : document_values(article, {"digest", document.signature}))
    document.terms.slots.push_back(slot);
  return document;
}

}  // namespace backfile
