// Whether the segments of an archive are what Xapian's own writer makes of the same
// articles, analyzed without any of the indexer's short cuts:
// backfile-writer-check ARCHIVE
//
// Compares all that Xapian's interface reads, then adds the same documents to both with Xapian's
// writer and compares again. Segments from which articles went are left out: the bounds of values
// and lengths stay as they were, whoever deletes. Ends with 1 when something differs, or Xapian's
// check finds a fault.
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <xapian.h>

#include "common/compression.h"
#include "common/error.h"
#include "common/glass/version.h"
#include "common/schema.h"
#include "common/stored.h"
#include "indexer/archive/manifest.h"
#include "indexer/archive/segment.h"
#include "indexer/archive/settings.h"
#include "indexer/glass/term_lists.h"
#include "tests/indexer/glass_sample.h"
#include "tests/indexer/plain_document.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

constexpr GlassSampleSize kMore = {.documents = 300, .terms = 400};

void write_by_xapian(const Segment& segment, const std::string& folder, const std::string& into,
                     Decompressor& decompressor) {
  const Xapian::Database source(folder);
  Xapian::WritableDatabase database(
      into, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_TERMLIST);
  database.set_metadata(std::string(kSchemaKey), source.get_metadata(std::string(kSchemaKey)));
  DocumentBuilder builder;
  for (const std::uint32_t docid : segment.docids()) {
    const Article article = from_stored(segment.stored(docid, decompressor));
    const std::string data = source.get_document(docid).get_data();
    database.replace_document(docid, builder.build(article, data, segment.digest(docid)));
  }
  database.commit();
}

// Says what differs; whether nothing does.
bool is_equal(const std::string& ours, const std::string& stock, const std::string& name) {
  const std::string difference = first_difference(glass_contents(ours), glass_contents(stock));
  const std::string faults = glass_faults(ours);
  for (const std::string& problem : {difference, faults})
    if (!problem.empty()) fmt::print("{}: {}\n", name, problem);
  return difference.empty() && faults.empty();
}

bool check(const std::string& archive) {
  const auto manifest = read_manifest(archive);
  if (!manifest) throw Error("no archive", archive, "check the path");
  Decompressor decompressor;
  decompressor.add_dictionary(settings_of(archive).value().dictionary);
  GlassRandom random(1);
  bool equal = true;
  for (const std::string& name : manifest->segments) {
    const Segment segment(archive, name);
    const TempFolder folder;
    const std::string ours = folder / "ours";
    const std::string stock = folder / "stock";
    std::filesystem::copy(std::filesystem::path(archive) / name, ours);
    if (glass::read_version(ours).last_docid != segment.documents()) {
      fmt::print("{}: left out, articles went\n", name);
      continue;
    }
    write_by_xapian(segment, ours, stock, decompressor);
    equal = is_equal(ours, stock, name) && equal;
    const GlassSample more = random_sample(random, kMore);
    for (const std::string& each : {ours, stock}) add_stock(more, each, Xapian::DB_NO_TERMLIST);
    glass::drop_term_lists(ours);  // those of the documents just added
    equal = is_equal(ours, stock, fmt::format("{}, added to", name)) && equal;
    fmt::print("{}: {} documents compared\n", name, segment.documents());
  }
  return equal;
}

}  // namespace
}  // namespace backfile

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: backfile-writer-check ARCHIVE\n");
    return 2;
  }
  try {
    return backfile::check(argv[1]) ? 0 : 1;
  } catch (const backfile::Error& error) {
    fmt::print(stderr, "backfile-writer-check: {}\n", error.what());
  } catch (const Xapian::Error& error) {
    fmt::print(stderr, "backfile-writer-check: {}\n", error.get_description());
  }
  return 2;
}
