#include "searcher/archive.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/error.h"
#include "common/schema.h"
#include "common/sort_key.h"
#include "common/stemmer.h"
#include "common/stored.h"
#include "common/terms.h"
#include "common/utf8.h"
#include "searcher/copies_across.h"

namespace backfile {
namespace {

// Xapian tells places as "remote:tcp(host:port)".
bool is_of(const Xapian::NetworkError& failure, const std::string& server) {
  return failure.get_context().find('(' + server.substr(server.rfind('/') + 1) + ')') !=
         std::string::npos;
}

}  // namespace

Archive::Archive(const std::vector<std::string>& names, const OpenOptions& options)
    : names_(with_lists_read(names)), options_(options) {
  reopen();
}

void Archive::take(Opened opened) {
  opened_ = std::move(opened);
  copies_.reset();
  knows_copies_.reset();
  languages_ = read_languages();
}

void Archive::reopen() { take(open_archives(names_, options_, {})); }

void Archive::refresh() {
  if (is_outdated(opened_)) reopen();
}

void Archive::reopen_after(const Xapian::NetworkError& failure, bool is_first) {
  if (is_first) return reopen();
  const std::string reason = clean_line(failure.get_msg());
  std::vector<MissingArchive> left_out = opened_.missing;
  for (const Part& part : opened_.parts)
    if (is_server(part.name) && is_of(failure, part.name)) left_out.push_back({part.name, reason});
  if (left_out.size() == opened_.missing.size())
    throw Error("no answer from a server", failure.get_context(), reason);
  take(open_archives(names_, options_, left_out));
}

std::optional<Collection> Archive::collection() {
  if (!opened_.is_readable()) return std::nullopt;
  return Collection{opened_.database, opened_.shards, opened_.databases};
}

std::vector<std::string> Archive::values(const std::vector<Xapian::docid>& docids,
                                         unsigned slot) const {
  if (opened_.is_readable()) return slot_values(docids, slot, opened_.shards, opened_.databases);
  std::vector<std::string> found;
  found.reserve(docids.size());
  for (const Xapian::docid docid : docids)
    found.push_back(value(opened_.database.get_document(docid), slot));
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
  if (copies_ || knows_copies()) return copies_;
  std::vector<Copies::Group> groups;
  std::vector<bool> is_known;
  for (const Part& part : opened_.parts) is_known.push_back(append_groups(part, groups));
  groups = copies_across(opened_, groups, is_known);
  for (Copies::Group& group : groups) put_in_order(group);
  return copies_ = std::make_shared<const Copies>(std::move(groups));
}

bool Archive::knows_copies() const {
  if (knows_copies_) return *knows_copies_;
  std::vector<Copies::Group> groups;
  knows_copies_ = opened_.parts.size() == 1 && append_groups(opened_.parts.front(), groups);
  if (*knows_copies_) copies_ = std::make_shared<const Copies>(std::move(groups));
  return *knows_copies_;
}

bool Archive::append_groups(const Part& part, std::vector<Copies::Group>& groups) const {
  const ArchiveCopies copies =
      unpacked_copies(part.settings.get_metadata(std::string(kCopiesKey)), part.name);
  if (copies.groups.empty()) return part.is_readable;
  const bool is_behind_server = is_server(part.name);
  if (part.documents != copies.documents ||
      (!is_behind_server && part.databases != copies.databases))
    return false;
  for (const CopyGroup& group : copies.groups) {
    Copies::Group& docids = groups.emplace_back();
    for (const std::uint32_t document : group)
      docids.push_back(document_among_all(document, part, opened_.databases));
  }
  return true;
}

void Archive::put_in_order(Copies::Group& group) const {
  std::ranges::sort(group);
  const std::vector<std::string> times = values(group, kOldestSlot);
  std::vector<std::pair<std::string_view, Xapian::docid>> order;
  for (std::size_t i = 0; i < group.size(); ++i) order.emplace_back(times[i], group[i]);
  std::ranges::sort(order);
  for (std::size_t i = 0; i < group.size(); ++i) group[i] = order[i].second;
}

std::vector<std::string> Archive::read_languages() const {
  const std::string prefix(field_by_name("language")->prefix);
  std::vector<std::string> languages = {""};
  Xapian::doccount stemmed = 0;
  for (auto term = opened_.database.allterms_begin(prefix);
       term != opened_.database.allterms_end(prefix); ++term) {
    std::string code = (*term).substr(prefix.size());
    if (!Stemmer::knows(code)) continue;
    stemmed += term.get_termfreq();
    languages.push_back(std::move(code));
  }
  if (languages.size() > 1 && stemmed == opened_.database.get_doccount())
    languages.erase(languages.begin());
  return languages;
}

bool Archive::is_remote() const {
  return std::ranges::any_of(opened_.parts, [](const Part& part) { return is_server(part.name); });
}

std::optional<Article> Archive::find(const std::string& id) const {
  const auto found = find_stored(id);
  if (!found) return std::nullopt;
  return from_stored(*found);
}

std::optional<Xapian::docid> Archive::docid_of(const std::string& id) const {
  const std::string term = value_term(*field_by_name("id"), id);
  const auto posting = opened_.database.postlist_begin(term);
  if (posting == opened_.database.postlist_end(term)) return std::nullopt;
  return *posting;
}

std::optional<std::string> Archive::find_stored(const std::string& id) const {
  const auto docid = docid_of(id);
  if (!docid) return std::nullopt;
  return stored(*docid);
}

std::string Archive::stored(Xapian::docid docid) const {
  if (!opened_.is_readable())
    return opened_.decompressor.decompress(opened_.database.get_document(docid).get_data());
  const ShardDocument place = place_of(docid, opened_.shards, opened_.databases);
  return opened_.decompressor.decompress(opened_.shards[place.shard].reader.data(place.docid));
}

Article Archive::article(Xapian::docid docid) const { return from_stored(stored(docid)); }

Article Archive::article(const Xapian::Document& document) const {
  return from_stored(opened_.decompressor.decompress(document.get_data()));
}

}  // namespace backfile
