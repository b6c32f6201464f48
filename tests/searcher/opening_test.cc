#include "searcher/opening.h"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "common/error.h"
#include "searcher/archive.h"
#include "tests/archive_fixture.h"
#include "tests/searcher/answers.h"

namespace backfile {
namespace {

using Names = std::vector<std::string>;

std::string list_of(const TempFolder& folder, const std::string& text) {
  const std::string path = (folder.path() / "shards.txt").string();
  std::ofstream(path) << text;
  return '@' + path;
}

template <class Open>
std::string failure_of(Open open) {
  try {
    open();
  } catch (const Error& error) {
    return error.what();
  }
  return "none";
}

TEST_CASE("lists of archives: folders are seen from the list's, servers are not") {
  const TempFolder folder;
  const std::string list =
      list_of(folder, "# three\n2023\n\n  ./2024 \r\n/far/2025\ntcp://host:7200\n");
  CHECK(with_lists_read({"here", list}) == Names{"here", (folder.path() / "2023").string(),
                                                 (folder.path() / "./2024").string(), "/far/2025",
                                                 "tcp://host:7200"});
}

TEST_CASE("lists of archives: what is wrong with one") {
  const TempFolder folder;
  const auto failure = [](const std::string& name) {
    return failure_of([&name] { with_lists_read({name}); });
  };
  CHECK(failure("@/none/such").starts_with("cannot read the list"));
  CHECK(failure(list_of(folder, "# nothing\n")).starts_with("the list names no archive"));
  CHECK(failure(list_of(folder, "@other\n")).starts_with("a list of archives in a list"));
}

TEST_CASE("opening: an archive that is not there is named, or left out where that is allowed") {
  const ArchiveFixture archive({make_article("a", "Flood", "The river rose.")});
  const Names names = {archive.path(), archive.path() + "/none"};
  CHECK(failure_of([&] { Archive opened(names); }).starts_with("no such archive"));
  OpenOptions options;
  options.partial = true;
  Archive opened(names, options);
  REQUIRE(opened.missing().size() == 1);
  CHECK(opened.missing()[0].name == names[1]);
  const SearchResult found = answer(request_for("river"), opened);
  CHECK(found.total == 1);
  CHECK_FALSE(found.is_exact);
  REQUIRE(found.missing.size() == 1);
  CHECK(failure_of([&] { Archive none({names[1]}, options); }).starts_with("none of the archives"));
}

TEST_CASE("opening: a server that is not there is named") {
  const std::string nobody = "tcp://127.0.0.1:1";
  const std::string failure = failure_of([&] { Archive opened({nobody}); });
  CHECK(failure.starts_with("no answer from the server: " + nobody));
  CHECK(failure.find("--partial") != std::string::npos);
  const ArchiveFixture archive({make_article("a", "Flood", "The river rose.")});
  OpenOptions options;
  options.partial = true;
  Archive opened({nobody, archive.path()}, options);
  CHECK(answer(request_for("river"), opened).total == 1);
  CHECK(opened.collection());  // by our own matcher
}

TEST_CASE("opening: what is no archive is an error in any case") {
  const TempFolder folder;
  OpenOptions options;
  options.partial = true;
  CHECK(failure_of([&] {
          Archive opened({folder.path().string()}, options);
        }).starts_with("not an archive"));
  CHECK(failure_of([&] { Archive opened({"tcp://host"}, options); }).starts_with("not an address"));
}

TEST_CASE("opening: a commit is seen by refresh()") {
  ArchiveFixture fixture({make_article("a", "Flood", "The river rose.")});
  Archive archive({fixture.path()});
  archive.refresh();
  fixture.add({make_article("b", "Flood", "The river fell.")});
  CHECK(answer(request_for("river"), archive).total == 1);
  archive.refresh();
  CHECK(answer(request_for("river"), archive).total == 2);
}

}  // namespace
}  // namespace backfile
