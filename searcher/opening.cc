#include "searcher/opening.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <sys/stat.h>

#include "common/archive_files.h"
#include "common/error.h"
#include "common/manifest.h"
#include "common/schema.h"
#include "common/utf8.h"
#include "searcher/local_database.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kServer = "tcp://";
constexpr char kList = '@';

struct Address {
  std::string host;
  unsigned port = 0;
};

Address address_of(const std::string& name) {
  const std::string text = name.substr(kServer.size());
  const auto colon = text.rfind(':');
  unsigned port = 0;
  if (colon != std::string::npos) {
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data() + colon + 1, end, port);
    if (error != std::errc() || rest != end) port = 0;
  }
  if (port == 0 || port > 0xFFFF || colon == 0)
    throw Error("not an address", name, "write tcp://host:port");
  return {text.substr(0, colon), port};
}

Xapian::Database open_server(const std::string& name, const OpenOptions& options) {
  constexpr std::chrono::milliseconds kMaxConnecting = std::chrono::seconds(5);
  const Address address = address_of(name);
  return Xapian::Remote::open(address.host, address.port, unsigned(options.timeout.count()),
                              unsigned(std::min(options.timeout, kMaxConnecting).count()));
}

void check_schema(const Xapian::Database& database, const std::string& name) {
  const std::string version = database.get_metadata(std::string(kSchemaKey));
  if (version == kSchemaVersion) return;
  if (version.empty()) throw Error("not an archive that backfile-index made", name);
  throw Error("the archive has schema version " + version + ", this program reads " +
                  std::string(kSchemaVersion),
              name, "index the dump again into a new archive");
}

// A file that is another one after every commit.
std::string state_of(const std::string& name) {
  if (is_server(name)) return {};
  struct stat found = {};
  for (const std::string& path :
       {name + '/' + std::string(kManifestFile), name + "/iamglass", name})
    if (::stat(path.c_str(), &found) == 0)
      return fmt::format("{} {} {} {}.{}", found.st_dev, found.st_ino, found.st_size,
                         found.st_mtim.tv_sec, found.st_mtim.tv_nsec);
  return "none";
}

void append_database(const std::string& name, const OpenOptions& options, Opened& all) {
  std::string state = state_of(name);
  const Xapian::Database database = is_server(name) ? open_server(name, options) : open_local(name);
  check_schema(database, name);
  all.decompressor.add_dictionary(database.get_metadata(std::string(kDictionaryKey)));
  all.database.add_database(database);
  all.parts.push_back({name, database, all.databases, database.size(), database.get_doccount(),
                       false, std::move(state)});
  all.databases += database.size();
}

// A writer may take away a segment between the reading of the manifest and that of the segment.
void append_segments(const std::string& name, Opened& all) {
  constexpr int kMaxTries = 10;
  const std::string parent = name + '/';
  for (int attempt = 1;; ++attempt) {
    try {
      std::string state = state_of(name);
      const Manifest manifest = read_manifest(name).value();
      const Xapian::Database settings = open_glass(parent + manifest.settings);
      check_schema(settings, name);
      std::vector<Shard> shards;
      std::vector<Xapian::Database> databases = {settings};
      for (const std::string& segment : manifest.segments) {
        const std::string folder = parent + segment;
        shards.push_back({SegmentReader(folder), {}, all.databases + databases.size()});
        databases.push_back(open_glass(folder));
      }
      for (const Xapian::Database& database : databases) all.database.add_database(database);
      std::uint64_t documents = 0;
      for (const Shard& shard : shards) documents += shard.reader.documents();
      all.parts.push_back(
          {name, settings, all.databases, databases.size(), documents, true, std::move(state)});
      all.databases += databases.size();
      std::ranges::move(shards, std::back_inserter(all.shards));
      all.decompressor.add_dictionary(settings.get_metadata(std::string(kDictionaryKey)));
      return;
    } catch (const Xapian::DatabaseOpeningError&) {  // not found, too
      if (attempt == kMaxTries) throw;
    } catch (const Error&) {
      if (attempt == kMaxTries) throw;
    }
  }
}

// Why it does not answer; nothing when it does.
std::optional<std::string> append_archive(const std::string& name, const OpenOptions& options,
                                          Opened& all) {
  std::error_code error;
  if (options.partial && !is_server(name) && !fs::exists(name, error)) return "no such archive";
  try {
    if (!is_server(name) && has_manifest(name))
      append_segments(name, all);
    else
      append_database(name, options, all);
  } catch (const Xapian::NetworkError& failure) {
    return clean_line(failure.get_error_string() ? failure.get_error_string() : failure.get_msg());
  }
  return std::nullopt;
}

std::string_view trimmed_line(std::string_view line) {
  constexpr std::string_view kSpace = " \t\r";
  const auto begin = line.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(kSpace) - begin + 1);
}

std::vector<std::string> names_in(const std::string& path) {
  constexpr std::size_t kMaxNames = 10'000;
  std::ifstream file(path);
  if (!file) throw Error("cannot read the list of archives", path, "check the path");
  std::vector<std::string> names;
  for (std::string line; std::getline(file, line);) {
    const std::string_view name = trimmed_line(line);
    if (name.empty() || name.starts_with('#')) continue;
    if (name.starts_with(kList)) throw Error("a list of archives in a list", path);
    if (names.size() == kMaxNames)
      throw Error("too long a list of archives", path, fmt::format("use at most {}", kMaxNames));
    names.push_back(is_server(name) ? std::string(name)
                                    : (fs::path(path).parent_path() / name).string());
  }
  if (names.empty()) throw Error("the list names no archive", path, "write one a line");
  return names;
}

}  // namespace

bool is_server(std::string_view name) { return name.starts_with(kServer); }

std::vector<std::string> with_lists_read(const std::vector<std::string>& names) {
  std::vector<std::string> all;
  for (const std::string& name : names)
    if (name.starts_with(kList))
      std::ranges::move(names_in(name.substr(1)), std::back_inserter(all));
    else
      all.push_back(name);
  return all;
}

Opened open_archives(const std::vector<std::string>& names, const OpenOptions& options,
                     const std::vector<MissingArchive>& left_out) {
  Opened all;
  all.time = std::chrono::steady_clock::now();
  for (const std::string& name : names) {
    const auto known = std::ranges::find(left_out, name, &MissingArchive::name);
    const auto reason =
        known != left_out.end() ? std::optional(known->reason) : append_archive(name, options, all);
    if (!reason) continue;
    if (!options.partial)
      throw Error("no answer from the server", fmt::format("{} ({})", name, *reason),
                  "see that xapian-tcpsrv runs there, or leave it out with --partial");
    all.missing.push_back({name, *reason});
  }
  if (all.parts.empty() && !all.missing.empty())
    throw Error("none of the archives answers", all.missing.front().name,
                all.missing.front().reason);
  return all;
}

bool is_outdated(const Opened& opened) {
  constexpr auto kServerTrust = std::chrono::seconds(10);
  bool has_server = !opened.missing.empty();
  for (const Part& part : opened.parts) {
    if (state_of(part.name) != part.state) return true;
    has_server = has_server || is_server(part.name);
  }
  return has_server && std::chrono::steady_clock::now() - opened.time > kServerTrust;
}

}  // namespace backfile
