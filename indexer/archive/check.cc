#include "indexer/archive/check.h"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <set>
#include <sstream>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <xapian.h>
#include <xxhash.h>

#include "common/archive_files.h"
#include "common/compression.h"
#include "common/copy_groups.h"
#include "common/schema.h"
#include "common/stored.h"
#include "common/terms.h"
#include "indexer/archive/manifest.h"
#include "indexer/archive/segment.h"
#include "indexer/archive/segment_builder.h"
#include "indexer/cleaner/identity.h"
#include "indexer/glass/version_file.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kIndexAgain = "index the dump into a new archive";
constexpr std::size_t kMaxProblems =
    20;  // of one segment: a broken disk would bury everything else

// Of a posting, or of a value: these have other numbers.
std::uint64_t hash_of(std::string_view text, std::uint32_t docid, std::uint32_t number) {
  return XXH3_64bits_withSeed(text.data(), text.size(), std::uint64_t{docid} << 32 | number);
}

// Of all postings, without their positions, and of all values, in whatever order.
std::uint64_t sum_of_index(const Xapian::Database& database, const std::set<unsigned>& slots) {
  std::uint64_t sum = 0;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    const std::string text = *term;
    const auto end = database.postlist_end(text);
    for (auto posting = database.postlist_begin(text); posting != end; ++posting)
      sum += hash_of(text, *posting, posting.get_wdf());
  }
  for (const unsigned slot : slots) {
    const auto end = database.valuestream_end(slot);
    for (auto value = database.valuestream_begin(slot); value != end; ++value)
      sum += hash_of(*value, value.get_docid(), ~slot);
  }
  return sum;
}

class Check {
 public:
  explicit Check(std::string path) : path_(std::move(path)) {}

  ArchiveCheck run() {
    const auto manifest = read_manifest(path_);
    if (!manifest) throw Error("not an archive", path_, "it holds no database of backfile-index");
    check_part(manifest->settings, [&](const std::string& folder) { check_settings(folder); });
    const auto& segments = manifest->segments;
    for (std::size_t i = 0; i < segments.size(); ++i)
      check_part(segments[i], [&](const std::string& folder) {
        check_segment(segments[i], folder);
        for (const std::uint32_t docid : docids_)
          documents_.insert(document_number(docid, i, segments.size()));
      });
    result_.segments = segments.size();
    if (result_.problems.empty()) check_copies(*manifest);
    return std::move(result_);
  }

 private:
  void problem(std::string_view what, const std::string& where, std::string_view advice) {
    if (++problems_here_ <= kMaxProblems) result_.problems.emplace_back(what, where, advice);
  }

  void damage(std::string_view detail, const std::string& folder) {
    problem("a damaged part of the archive (" + std::string(detail) + ")", folder, kIndexAgain);
  }

  // A writer may replace a part, and remove it, while it is read: then nothing is wrong.
  template <class CheckContent>
  void check_part(const std::string& name, CheckContent check) {
    const std::size_t before = result_.problems.size();
    check_folder(path_ + "/" + name, check);
    if (result_.problems.size() == before) return;
    const auto manifest = read_manifest(path_);
    if (!manifest || manifest->settings == name ||
        std::ranges::find(manifest->segments, name) != manifest->segments.end())
      return;
    result_.problems.erase(result_.problems.begin() + std::ptrdiff_t(before),
                           result_.problems.end());
  }

  // Calls `check` when the folder is there and Xapian opens it.
  template <class CheckContent>
  void check_folder(const std::string& folder, CheckContent check) {
    problems_here_ = 0;
    if (!fs::exists(folder)) {
      problem("a part of the archive is missing", folder, "restore it, or index the dump again");
      return;
    }
    try {
      if (is_sound_database(folder)) check(folder);
    } catch (const Xapian::Error& error) {
      damage(error.get_msg(), folder);
    } catch (const Error& error) {
      problem(error.reason(), error.where(), error.advice());
    } catch (const std::exception& error) {  // Xapian trusts sizes that it reads
      damage(error.what(), folder);
    }
  }

  // Xapian's own check of all blocks. It takes a table without a file for an empty one.
  bool is_sound_database(const std::string& folder) {
    std::ostringstream report;
    const std::size_t errors = Xapian::Database::check(folder, 0, &report);
    if (errors > 0) damage("xapian-check finds " + std::to_string(errors) + " errors", folder);
    const glass::Version version = glass::read_version(folder);
    bool is_whole = true;
    for (std::size_t table = 0; table < glass::kTables; ++table) {
      const std::string file = glass::table_file(folder, glass::Table(table));
      if (version.tables[table].fake || fs::exists(file)) continue;
      problem("a part of the archive is missing", file, "restore it, or index the dump again");
      is_whole = false;
    }
    return errors == 0 && is_whole;
  }

  void check_settings(const std::string& folder) {
    const Xapian::Database settings(folder, Xapian::DB_BACKEND_GLASS);
    if (settings.get_metadata(std::string(kSchemaKey)) != kSchemaVersion)
      problem("settings of another schema version", folder, kIndexAgain);
    decompressor_.add_dictionary(settings.get_metadata(std::string(kDictionaryKey)));
    copies_ = unpacked_copies(settings.get_metadata(std::string(kCopiesKey)), folder);
  }

  // Every article of a group of near-copies is there, and is in no other.
  void check_copies(const Manifest& manifest) {
    problems_here_ = 0;
    const std::string settings = path_ + "/" + manifest.settings;
    if (!copies_.groups.empty() && (copies_.databases != manifest.segments.size() + 1 ||
                                    copies_.documents != documents_.size()))
      problem("groups of near-copies of other segments", settings, kIndexAgain);
    std::unordered_set<std::uint32_t> known;
    for (const CopyGroup& group : problems_here_ > 0 ? std::vector<CopyGroup>() : copies_.groups)
      for (const std::uint32_t document : group) {
        const std::string where = settings + ", document " + std::to_string(document);
        if (!documents_.contains(document))
          problem("a near-copy that is not there", where, kIndexAgain);
        if (!known.insert(document).second)
          problem("an article is twice in the groups of near-copies", where, kIndexAgain);
      }
    // A writer may have made other documents of them since.
    if (read_manifest(path_) != manifest) result_.problems.clear();
  }

  void check_segment(const std::string& name, const std::string& folder) {
    Segment segment(path_, name);
    result_.articles += segment.documents();
    result_.bytes += segment.bytes();
    expected_ = 0;
    slots_.clear();
    docids_ = segment.docids();
    for (const std::uint32_t docid : docids_) check_document(segment, docid, folder);
    // Where a document is known to be wrong, its words are too.
    if (problems_here_ == 0 &&
        sum_of_index(Xapian::Database(folder, Xapian::DB_BACKEND_GLASS), slots_) != expected_)
      problem("the index is not the one of its articles", folder, kIndexAgain);
  }

  // The article is readable, is the one that its digest and id say, and is there once.
  void check_document(Segment& segment, std::uint32_t docid, const std::string& folder) {
    const std::string where = folder + ", document " + std::to_string(docid);
    std::string stored;
    Article article;
    try {
      stored = segment.stored(docid, decompressor_);
      article = from_stored(stored);
    } catch (const Error& error) {
      return problem(error.what(), where, {});
    }
    if (content_digest(stored) != segment.digest(docid))
      problem("an article's text and its digest differ", where, "delete it and index it again");
    const auto found = segment.find(IdTerm(article.id));
    if (!found || found->docid != docid)
      problem("an article is not found by its id, " + article.id, where, kIndexAgain);
    const auto [other, is_first] = places_.emplace(article.id, where);
    if (!is_first)
      problem("an article is there twice, " + article.id, other->second + " and " + where,
              "delete it and index it again");
    const auto [terms, signature] = inverted(docid, article);
    for (const auto& [term, wdf] : terms.terms) expected_ += hash_of(term, docid, wdf);
    for (const auto& [slot, value] : document_values(article, {segment.digest(docid), signature})) {
      expected_ += hash_of(value, docid, ~slot);
      slots_.insert(slot);
    }
    if (terms.length != segment.length(docid))
      problem("an article's words are not those that this program makes of its text", where,
              "the archive was made with other versions of libstemmer or ICU: index it again");
  }

  std::string path_;
  ArchiveCheck result_;
  std::uint64_t expected_ = 0;  // sum_of_index() of the segment, by its articles
  std::set<unsigned> slots_;    // with values, the same
  Decompressor decompressor_;
  std::size_t problems_here_ = 0;
  std::unordered_map<std::string, std::string> places_;  // of ids
  std::vector<std::uint32_t> docids_;                    // of the segment
  std::unordered_set<std::uint32_t> documents_;          // of all segments, as the archive has them
  ArchiveCopies copies_;
};

}  // namespace

ArchiveCheck check_archive(const std::string& path) { return Check(path).run(); }

}  // namespace backfile
