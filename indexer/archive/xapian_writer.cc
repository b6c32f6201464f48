#include "indexer/archive/xapian_writer.h"

#include <filesystem>

#include <xapian.h>

#include "common/durable_file.h"
#include "common/error.h"
#include "common/glass/position_list.h"
#include "common/glass/version.h"
#include "common/schema.h"

namespace backfile::by_xapian {
namespace {

namespace fs = std::filesystem;

std::vector<Xapian::Document> documents_of(const SegmentPart& part, const std::string& folder) {
  std::vector<Xapian::Document> documents;
  for (const SegmentPart::Document& each : part.documents) {
    Xapian::Document& document = documents.emplace_back();
    document.set_data(each.data);
    for (const auto& [slot, value] : each.values) document.add_value(slot, value);
  }
  std::vector<std::uint32_t> positions;
  for (std::size_t i = 0; i < part.postings.terms(); ++i) {
    const std::string term(part.postings.term(i));
    std::string_view postings = part.postings.postings(i);
    while (!postings.empty()) {
      const PackedPosting posting = take_posting(postings);
      Xapian::Document& document = documents.at(posting.docid - 1);
      document.add_term(term, posting.wdf);
      positions.clear();
      if (!posting.positions.empty()) glass::append_positions(posting.positions, folder, positions);
      for (const std::uint32_t position : positions) document.add_posting(term, position, 0);
    }
  }
  return documents;
}

}  // namespace

bool writes_known_format(const std::string& folder) {
  bool is_known = true;
  try {
    Xapian::WritableDatabase(folder,
                             Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_BACKEND_GLASS);
    glass::read_version(folder);
  } catch (const Xapian::FeatureUnavailableError&) {
    is_known = false;  // no glass at all
  } catch (const Xapian::Error&) {
    // The disk takes nothing: who writes to it next says so.
  } catch (const Error&) {
    is_known = false;
  }
  fs::remove_all(folder);
  return is_known;
}

void write_segment(const std::string& folder, const std::vector<SegmentPart>& parts) {
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE);
  database.set_metadata(std::string(kSchemaKey), std::string(kSchemaVersion));
  for (const SegmentPart& part : parts)
    for (const Xapian::Document& document : documents_of(part, folder))
      database.add_document(document);
  database.commit();
}

void write_settings(const std::string& folder, const Settings& settings) {
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE);
  for (const auto& [key, value] : settings_entries(settings)) database.set_metadata(key, value);
  database.commit();
}

void merge_segments(const std::vector<std::string>& folders, const std::string& into) {
  Xapian::Database databases;
  for (const std::string& folder : folders) databases.add_database(Xapian::Database(folder));
  databases.compact(into);
  sync_files(into);
}

void copy_without(const std::string& folder, const std::vector<std::uint32_t>& docids,
                  const std::string& into) {
  fs::copy(folder, into, fs::copy_options::recursive);
  Xapian::WritableDatabase database(into, Xapian::DB_OPEN);
  for (const std::uint32_t docid : docids) database.delete_document(docid);
  database.commit();
  database.close();
  sync_files(into);
}

}  // namespace backfile::by_xapian
