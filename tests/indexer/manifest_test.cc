#include "indexer/archive/manifest.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>
#include <xapian.h>

#include "common/error.h"
#include "indexer/archive/segment_builder.h"
#include "indexer/archive/settings.h"
#include "tests/archive_fixture.h"
#include "tests/indexer/build_segment.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// "opened", "none", or what is wrong.
std::string result_of_reading(const std::string& archive) {
  try {
    return read_manifest(archive) ? "opened" : "none";
  } catch (const Error& error) {
    return error.what();
  }
}

std::string content(std::istream& file) { return {std::istreambuf_iterator<char>(file), {}}; }

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return content(file);
}

TEST_CASE("manifest: back again, the names in their order") {
  const TempFolder folder;
  const std::string archive = folder.path().string();
  std::vector<Manifest> manifests = {
      {"settings-1", {}},
      {"settings-1", {"segment-2"}},
      {"settings-18446744073709551615", {"segment-7", "segment-10", "segment-2", "segment-0"}},
  };
  manifests.push_back({"settings-3", {}});
  for (int i = 5'000; i > 0; --i)
    manifests.back().segments.push_back("segment-" + std::to_string(i));
  manifests.push_back({"settings-2", {"segment-1"}});
  for (const Manifest& manifest : manifests) {
    write_manifest(archive, manifest);
    CHECK((read_manifest(archive) == manifest));
    CHECK(std::distance(fs::directory_iterator(archive), {}) == 1);  // nothing beside it
  }
}

TEST_CASE("manifest: the file") {
  const TempFolder folder;
  write_manifest(folder.path().string(), {"settings-1", {"segment-12", "segment-2"}});
  CHECK(content(folder / "XAPIANDB") ==
        "# An archive of Backfile: backfile-search opens this folder, Xapian's tools too.\n"
        "glass settings-1\n"
        "glass segment-12\n"
        "glass segment-2\n"
        "# end\n");
}

TEST_CASE("manifest: Xapian opens it") {
  const TempFolder folder;
  write_settings(folder / "settings-1", {"dictionary", {}, {}});
  std::vector<NewArticle> articles;
  articles.push_back(prepared(make_article("a", "Storm", "Calm.")));
  build_segment(folder / "segment-2", std::move(articles), CompressionDictionary(""));
  write_manifest(folder.path().string(), {"settings-1", {"segment-2"}});
  const Xapian::Database database(folder.path().string());
  CHECK(database.get_doccount() == 1);
  CHECK(database.get_metadata("backfile.dictionary") == "dictionary");
}

TEST_CASE("manifest: absent") {
  const TempFolder folder;
  CHECK(result_of_reading(folder.path().string()) == "none");
  CHECK(result_of_reading(folder / "no folder") == "none");
}

TEST_CASE("manifest: what else may be in it") {
  const TempFolder folder;
  folder.write("XAPIANDB",
               "# comment\n\nglass settings-1\n\n#glass segment-3\nglass segment-2\n# end\n");
  CHECK((read_manifest(folder.path().string()) == Manifest{"settings-1", {"segment-2"}}));
}

TEST_CASE("manifest: damaged, or another program's") {
  const char* const texts[] = {
      "",
      "\n\n# end\n",
      "# An archive of Backfile\n# end\n",
      "glass settings-1\nglass segment-2\n",
      "glass settings-1\nglass segment-2\n# en",
      "glass segment-2\n# end\n",
      "glass segment-2\nglass settings-1\n# end\n",
      "glass settings-1\nglass settings-2\n# end\n",
      "glass settings-1\nglass segment-\n# end\n",
      "glass settings-1\nglass segment--2\n# end\n",
      "glass settings-1\nglass segment-2x\n# end\n",
      "glass settings-1\nglass segment-2 \n# end\n",
      "glass settings-1\nglass  segment-2\n# end\n",
      "glass settings-1\nglass segment-2/../../other\n# end\n",
      "glass settings-1\nglass segment-18446744073709551616\n# end\n",
      "glass settings-1\nglass other\n# end\n",
      "glass settings-1\nglass \n# end\n",
      "glass settings-1\nglass\n# end\n",
      "glass settings-1\nglas",
      "glass settings-1\nauto segment-2\n# end\n",
      "glass settings-1\nchert segment-2\n# end\n",
      "glass settings-1\nremote localhost:33333\n# end\n",
      "glass settings-1\r\nglass segment-2\r\n# end\n",
      "auto /var/lib/other/database\n# end\n",
      "\x00\x01\x02 binary",
  };
  for (const char* const text : texts) {
    CAPTURE(std::string(text));
    const TempFolder folder;
    const std::string file = folder.write("XAPIANDB", text);
    CHECK(result_of_reading(folder.path().string()) ==
          "the archive's manifest is damaged: " + file + "; restore the file, or index again");
    CHECK(content(file) == text);
  }
  const TempFolder folder;
  fs::create_directory(folder / "XAPIANDB");
  CHECK(result_of_reading(folder.path().string()) ==
        "the archive's manifest is damaged: " + (folder / "XAPIANDB") +
            "; restore the file, or index again");
}

TEST_CASE("manifest: replaced all at once") {
  const TempFolder folder;
  const std::string archive = folder.path().string();
  const Manifest before{"settings-1", {"segment-2", "segment-3"}};
  write_manifest(archive, before);
  const std::string text = content(folder / "XAPIANDB");

  // Whoever has the old one open reads it to its end.
  std::ifstream reader(folder / "XAPIANDB", std::ios::binary);
  fs::create_hard_link(folder / "XAPIANDB", folder / "old");
  write_manifest(archive, {"settings-1", {"segment-4"}});
  CHECK(content(reader) == text);
  CHECK(content(folder / "old") == text);

  // When the new one cannot be written, the old one stays.
  write_manifest(archive, before);
  fs::create_directory(folder / "XAPIANDB.new");
  CHECK_THROWS_AS(write_manifest(archive, {"settings-1", {}}), Error);
  CHECK((read_manifest(archive) == before));
  // What a killed run left of a new one is written over.
  fs::remove(folder / "XAPIANDB.new");
  folder.write("XAPIANDB.new", text + text);
  CHECK((read_manifest(archive) == before));
  write_manifest(archive, {"settings-5", {}});
  CHECK((read_manifest(archive) == Manifest{"settings-5", {}}));
  CHECK_THROWS_AS(write_manifest(folder / "no folder", before), Error);
}

TEST_CASE("manifest: numbers of folders") {
  struct Row {
    std::string_view name;
    std::optional<std::uint64_t> number;
  };
  const Row rows[] = {
      {"segment-0", 0},
      {"segment-12", 12},
      {"settings-18446744073709551615", 18446744073709551615U},
      {"settings-18446744073709551616", std::nullopt},
      {"segment-", std::nullopt},
      {"segment", std::nullopt},
      {"segment-x", std::nullopt},
      {"segment-1x", std::nullopt},
      {"segment- 1", std::nullopt},
      {"segment--1", std::nullopt},
      {"segment-+1", std::nullopt},
      {"segment-1.new", std::nullopt},
      {"Segment-1", std::nullopt},
      {"my-segment-1", std::nullopt},
      {"", std::nullopt},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(folder_number(row.name) == row.number);
  }
}

TEST_CASE("manifest: the folders that are there") {
  const TempFolder folder;
  CHECK(numbered_folders(folder.path().string()).empty());
  write_manifest(folder.path().string(), {"settings-1", {"segment-2"}});
  folder.write("settings-1/file", "");
  folder.write("segment-77/file", "");
  folder.write("segment-x/file", "");
  folder.write("other/segment-5/file", "");
  folder.write("segment-6", "a file");
  auto names = numbered_folders(folder.path().string());
  std::ranges::sort(names);
  CHECK(names == std::vector<std::string>{"segment-77", "settings-1"});
}

}  // namespace
}  // namespace backfile
