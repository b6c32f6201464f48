#include "searcher/archive.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <iterator>
#include <utility>

#include "common/archive_files.h"
#include "common/error.h"
#include "common/manifest.h"
#include "common/schema.h"
#include "common/sort_key.h"
#include "common/stemmer.h"
#include "common/stored.h"
#include "common/terms.h"

namespace backfile {
namespace {

constexpr std::string_view kRemote = "tcp://";

Xapian::Database open_remote(const std::string& name) {
  const std::string address = name.substr(kRemote.size());
  const auto colon = address.rfind(':');
  unsigned port = 0;
  if (colon != std::string::npos) {
    const char* const end = address.data() + address.size();
    const auto [rest, error] = std::from_chars(address.data() + colon + 1, end, port);
    if (error != std::errc() || rest != end) port = 0;
  }
  if (port == 0 || port > 0xFFFF || colon == 0)
    throw Error("not an address", name, "write tcp://host:port");
  return Xapian::Remote::open(address.substr(0, colon), port);
}

Xapian::Database open_local(const std::string& name) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::exists(name, error))
    throw Error("no such archive", name, "make one with: backfile-index " + name + " INPUT...");
  if (fs::is_directory(name, error) && !fs::exists(fs::path(name) / kManifestFile, error) &&
      !fs::exists(fs::path(name) / "iamglass", error))
    throw Error("not an archive", name, "it holds no database of backfile-index");
  if (fs::is_regular_file(name, error) && fs::path(name).extension() != ".stub")
    throw Error("not an archive", name, "it is a file; an archive is a folder");
  return Xapian::Database(name);
}

void check_schema(const Xapian::Database& database, const std::string& name) {
  const std::string version = database.get_metadata(std::string(kSchemaKey));
  if (version == kSchemaVersion) return;
  if (version.empty()) throw Error("not an archive that backfile-index made", name);
  throw Error("the archive has schema version " + version + ", this program reads " +
                  std::string(kSchemaVersion),
              name, "index the dump again into a new archive");
}

}  // namespace

Archive::Archive(std::vector<std::string> names) : names_(std::move(names)) { reopen(); }

void Archive::reopen() {
  parts_.clear();
  shards_.clear();
  copies_.reset();
  databases_ = 0;
  is_readable_ = true;
  Xapian::Database all;
  for (const std::string& name : names_) {
    std::error_code error;
    if (!name.starts_with(kRemote) &&
        std::filesystem::exists(std::filesystem::path(name) / kManifestFile, error)) {
      open_segments(name, all);
      continue;
    }
    const Xapian::Database database =
        name.starts_with(kRemote) ? open_remote(name) : open_local(name);
    check_schema(database, name);
    decompressor_.add_dictionary(database.get_metadata(std::string(kDictionaryKey)));
    all.add_database(database);
    parts_.push_back({name, database, databases_, database.size(), database.get_doccount()});
    databases_ += database.size();
    is_readable_ = false;
  }
  database_ = all;
  languages_ = read_languages();
}

// A writer may take away a segment between the reading of the manifest and that of the segment.
void Archive::open_segments(const std::string& name, Xapian::Database& all) {
  constexpr int kMaxTries = 10;
  const std::string parent = name + '/';
  for (int attempt = 1;; ++attempt) {
    try {
      const Manifest manifest = read_manifest(name).value();
      const Xapian::Database settings(parent + manifest.settings);
      check_schema(settings, name);
      std::vector<Shard> shards;
      std::vector<Xapian::Database> databases = {settings};
      for (const std::string& segment : manifest.segments) {
        const std::string folder = parent + segment;
        shards.push_back({SegmentReader(folder), {}, databases_ + databases.size()});
        databases.emplace_back(folder);
      }
      for (const Xapian::Database& database : databases) all.add_database(database);
      std::uint64_t documents = 0;
      for (const Shard& shard : shards) documents += shard.reader.documents();
      parts_.push_back({name, settings, databases_, databases.size(), documents});
      databases_ += databases.size();
      std::ranges::move(shards, std::back_inserter(shards_));
      decompressor_.add_dictionary(settings.get_metadata(std::string(kDictionaryKey)));
      return;
    } catch (const Xapian::DatabaseOpeningError&) {  // not found, too
      if (attempt == kMaxTries) throw;
    } catch (const Error&) {
      if (attempt == kMaxTries) throw;
    }
  }
}

std::optional<Collection> Archive::collection() {
  if (!is_readable_) return std::nullopt;
  return Collection{database_, shards_, databases_};
}

std::vector<std::string> Archive::values(const std::vector<Xapian::docid>& docids,
                                         unsigned slot) const {
  std::vector<std::string> found;
  found.reserve(docids.size());
  if (!is_readable_) {
    for (const Xapian::docid docid : docids)
      found.push_back(value(database_.get_document(docid), slot));
    return found;
  }
  std::vector<SlotValues> by_shard;
  for (const Shard& shard : shards_) by_shard.emplace_back(shard.reader, slot);
  for (const Xapian::docid docid : docids) {
    const ShardDocument place = place_of(docid, shards_, databases_);
    found.emplace_back(by_shard[place.shard].value(place.docid));
  }
  return found;
}

std::string Archive::value(const Xapian::Document& document, unsigned slot) const {
  std::string value = document.get_value(slot);
  if (!value.empty() || !is_remote()) return value;
  const Article of = article(document);
  if (slot == kOldestSlot) return oldest_first_key(of);
  if (slot == kDaySlot) return of.published ? to_digits(*of.published).substr(0, 8) : value;
  for (const Field& field : fields())
    if (field.slot == slot)
      for (const std::string& each : field_values(of, field))
        value.append(value.empty() ? "" : std::string(1, kListSeparator)).append(each);
  return value;
}

std::shared_ptr<const Copies> Archive::copies() const {
  if (copies_) return copies_;
  std::vector<Copies::Group> groups;
  for (const Part& part : parts_) append_groups(part, groups);
  return copies_ = std::make_shared<const Copies>(std::move(groups));
}

void Archive::require_copies() const {
  for (const Part& part : parts_)
    if (!own_copies(part))
      throw Error("the near-copies of several archives in one are not known", part.name,
                  "name the archives one by one");
}

std::optional<ArchiveCopies> Archive::own_copies(const Part& part) const {
  ArchiveCopies copies =
      unpacked_copies(part.settings.get_metadata(std::string(kCopiesKey)), part.name);
  if (copies.groups.empty()) return copies;
  const bool is_behind_server = part.name.starts_with(kRemote);
  if (part.documents != copies.documents ||
      (!is_behind_server && part.databases != copies.databases))
    return std::nullopt;
  return copies;
}

// Documents are numbered in turns, in the archive by itself as among all databases.
void Archive::append_groups(const Part& part, std::vector<Copies::Group>& groups) const {
  const auto copies = own_copies(part);
  if (!copies) return;
  for (const CopyGroup& group : copies->groups) {
    Copies::Group& docids = groups.emplace_back();
    for (const std::uint32_t document : group) {
      const std::size_t database = part.first + (document - 1) % part.databases;
      docids.push_back(Xapian::docid((document - 1) / part.databases * databases_ + database + 1));
    }
  }
}

std::vector<std::string> Archive::read_languages() const {
  const std::string prefix(field_by_name("language")->prefix);
  std::vector<std::string> languages = {""};
  Xapian::doccount stemmed = 0;
  for (auto term = database_.allterms_begin(prefix); term != database_.allterms_end(prefix);
       ++term) {
    std::string code = (*term).substr(prefix.size());
    if (!Stemmer::knows(code)) continue;
    stemmed += term.get_termfreq();
    languages.push_back(std::move(code));
  }
  if (languages.size() > 1 && stemmed == database_.get_doccount())
    languages.erase(languages.begin());
  return languages;
}

bool Archive::is_remote() const {
  return std::ranges::any_of(names_,
                             [](const std::string& name) { return name.starts_with(kRemote); });
}

std::optional<Article> Archive::find(const std::string& id) const {
  const auto found = find_stored(id);
  if (!found) return std::nullopt;
  return from_stored(*found);
}

std::optional<Xapian::docid> Archive::docid_of(const std::string& id) const {
  const std::string term = value_term(*field_by_name("id"), id);
  const auto posting = database_.postlist_begin(term);
  if (posting == database_.postlist_end(term)) return std::nullopt;
  return *posting;
}

std::optional<std::string> Archive::find_stored(const std::string& id) const {
  const auto docid = docid_of(id);
  if (!docid) return std::nullopt;
  return stored(*docid);
}

std::string Archive::stored(Xapian::docid docid) const {
  if (!is_readable_) return decompressor_.decompress(database_.get_document(docid).get_data());
  const ShardDocument place = place_of(docid, shards_, databases_);
  return decompressor_.decompress(shards_[place.shard].reader.data(place.docid));
}

Article Archive::article(Xapian::docid docid) const { return from_stored(stored(docid)); }

Article Archive::article(const Xapian::Document& document) const {
  return from_stored(decompressor_.decompress(document.get_data()));
}

}  // namespace backfile
