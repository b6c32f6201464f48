#include "indexer/archive/deletion.h"

#include <filesystem>

#include <xapian.h>

#include "common/durable_file.h"
#include "common/stored.h"
#include "indexer/archive/segment_builder.h"
#include "indexer/glass/term_lists.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// The version file is written anew by whoever changes the database, so it is never shared.
constexpr const char* kVersionFile = "iamglass";

void share_files(const std::string& folder, const std::string& into) {
  fs::create_directory(into);
  for (const auto& entry : fs::directory_iterator(folder)) {
    const fs::path name = entry.path().filename();
    if (name.extension() != ".glass" && name != kVersionFile) continue;
    const fs::path to = fs::path(into) / name;
    std::error_code error;
    if (name != kVersionFile) fs::create_hard_link(entry.path(), to, error);
    if (name == kVersionFile || error) fs::copy_file(entry.path(), to);
  }
}

}  // namespace

bool is_cheap_to_delete(std::uint64_t doomed, std::uint64_t segment_bytes) {
  constexpr std::uint64_t kCostOfDeletion = std::uint64_t{2} << 20;  // in bytes copied
  return doomed * kCostOfDeletion < segment_bytes;
}

bool delete_into(const std::string& folder, const Segment& segment,
                 const std::vector<std::uint32_t>& doomed, const std::string& into,
                 Decompressor& decompressor) {
  std::vector<glass::DocumentTerms> documents;
  for (const std::uint32_t docid : doomed) {
    documents.push_back(inverted(docid, from_stored(segment.stored(docid, decompressor))).terms);
    if (documents.back().length != segment.length(docid)) return false;
  }
  share_files(folder, into);
  glass::graft_term_lists(into, documents);
  {
    Xapian::WritableDatabase database(into, Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
    database.begin_transaction();  // one commit: a second would write over blocks that are read
    for (const std::uint32_t docid : doomed) database.delete_document(docid);
    database.commit_transaction();
    database.close();
  }
  glass::drop_term_lists(into);
  sync_files(into);
  return true;
}

}  // namespace backfile
