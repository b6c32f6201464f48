#include <cstring>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "searcher/library/backfile.h"
#include "tests/archive_fixture.h"

namespace backfile {
namespace {

using Json = nlohmann::json;

struct Close {
  void operator()(backfile_archive* archive) const { backfile_close(archive); }
};

class Handle {
 public:
  explicit Handle(const std::vector<std::string>& archives, const char* options = nullptr) {
    std::vector<const char*> names;
    for (const std::string& archive : archives) names.push_back(archive.c_str());
    backfile_archive* opened = nullptr;
    status_ = backfile_open(names.data(), names.size(), options, &opened);
    archive_.reset(opened);
  }

  backfile_status status() const { return status_; }
  std::string message() const { return backfile_message(archive_.get()); }

  std::string line(const std::string& request) {
    const char* answer = nullptr;
    status_ = backfile_search(archive_.get(), request.data(), request.size(), &answer);
    return answer ? answer : "";
  }
  Json answer(const std::string& request) { return Json::parse(line(request)); }

 private:
  std::unique_ptr<backfile_archive, Close> archive_;
  backfile_status status_ = BACKFILE_FAILED;
};

TEST_CASE("C interface: a request and its answer") {
  const ArchiveFixture archive({make_article("a", "Flood", "The river rose."),
                                make_article("b", "Harbour", "The river fell.")});
  Handle handle({archive.path()});
  REQUIRE(handle.status() == BACKFILE_OK);
  CHECK(handle.message().empty());
  const Json found = handle.answer(R"({"query":"river flood","id":7})");
  CHECK(handle.status() == BACKFILE_OK);
  CHECK(found["total"]["articles"] == 2);
  CHECK(found["hits"][0]["id"] == "a");
  CHECK(found["id"] == 7);
  CHECK(handle.line("{}").ends_with("}\n"));
  CHECK(handle.answer(R"({"show":"b"})")["article"]["body"] == "The river fell.");
}

TEST_CASE("C interface: what a writer commits is seen by the next request") {
  ArchiveFixture archive({make_article("a", "Flood", "The river rose.")});
  Handle handle({archive.path()});
  CHECK(handle.answer("{}")["total"]["articles"] == 1);
  archive.add({make_article("b", "Harbour", "The river fell.")});
  CHECK(handle.answer("{}")["total"]["articles"] == 2);
  archive.add({make_article("b", "Harbour", "The river froze.")});
  CHECK(handle.answer(R"({"query":"froze"})")["total"]["articles"] == 1);
}

TEST_CASE("C interface: errors are a status, a message and an answer") {
  const ArchiveFixture archive({make_article("a", "Flood", "The river rose.")});
  Handle handle({archive.path()});
  const Json bad = handle.answer(R"({"query":"river \"rose","id":"x"})");
  CHECK(handle.status() == BACKFILE_BAD_REQUEST);
  CHECK(bad["error"]["at"] == 7);
  CHECK(bad["error"]["message"] == handle.message());
  CHECK(bad["id"] == "x");
  CHECK(handle.answer(R"({"show":"none"})")["error"]["at"].is_null());
  CHECK(handle.status() == BACKFILE_BAD_REQUEST);
  handle.line(R"({"query":"river"})");
  CHECK(handle.status() == BACKFILE_OK);
  CHECK(handle.message().empty());
}

TEST_CASE("C interface: archives that cannot be opened") {
  const ArchiveFixture archive({make_article("a", "Flood", "The river rose.")});
  Handle missing({archive.path() + "/none"});
  CHECK(missing.status() == BACKFILE_UNREADABLE);
  CHECK(missing.message().starts_with("no such archive"));
  CHECK(missing.line("{}").empty());
  CHECK(missing.status() == BACKFILE_MISUSE);
  CHECK(Handle({}).status() == BACKFILE_UNREADABLE);
  CHECK(Handle({archive.path()}, "{\"wrong\":1}").status() == BACKFILE_BAD_REQUEST);
  CHECK(Handle({archive.path()}, "[").status() == BACKFILE_BAD_REQUEST);
  CHECK(Handle({archive.path()}, "{\"timeout\":0}").status() == BACKFILE_BAD_REQUEST);
  Handle partial({archive.path(), archive.path() + "/none"}, R"({"partial":true,"timeout":1.5})");
  REQUIRE(partial.status() == BACKFILE_OK);
  const Json found = partial.answer("{}");
  CHECK(found["total"]["articles"] == 1);
  CHECK(found["total"]["exact"] == false);
  CHECK(found["missing"][0]["archive"] == archive.path() + "/none");
}

TEST_CASE("C interface: null pointers are misuse, not the end") {
  CHECK(backfile_open(nullptr, 0, nullptr, nullptr) == BACKFILE_MISUSE);
  backfile_archive* archive = nullptr;
  CHECK(backfile_open(nullptr, 1, nullptr, &archive) == BACKFILE_UNREADABLE);
  REQUIRE(archive);
  CHECK(backfile_search(archive, "{}", 2, nullptr) == BACKFILE_MISUSE);
  const char* answer = nullptr;
  CHECK(backfile_search(archive, nullptr, 0, &answer) == BACKFILE_MISUSE);
  CHECK(backfile_search(nullptr, "{}", 2, &answer) == BACKFILE_MISUSE);
  backfile_close(archive);
  backfile_close(nullptr);
  CHECK(backfile_message(nullptr) != nullptr);
  CHECK(std::strlen(backfile_version()) > 0);
}

TEST_CASE("C interface: as many threads as handles") {
  const ArchiveFixture archive({make_article("a", "Flood", "The river rose."),
                                make_article("b", "Harbour", "The river fell.")});
  constexpr int kThreads = 8;
  std::vector<int> answered(kThreads);
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i)
    threads.emplace_back([&archive, &count = answered.at(std::size_t(i))] {
      Handle handle({archive.path()});
      for (int round = 0; round < 20; ++round)
        count += handle.answer(R"({"query":"river","facets":"language","timeline":"year",
                                   "group":true})")["total"]["articles"] == 2;
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(answered == std::vector<int>(kThreads, 20));
}

}  // namespace
}  // namespace backfile
