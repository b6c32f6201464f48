// Any bytes as a request to the C interface: one line of JSON comes back, and a
// status that says whether it is an answer.
#include <cstring>

#include <nlohmann/json.hpp>

#include "searcher/library/backfile.h"
#include "tests/archive_fixture.h"
#include "tests/fuzz/fuzz_input.h"

using namespace backfile;

namespace {

Article dated(Article article, int day, std::string source) {
  article.published = Date{std::chrono::sys_days(std::chrono::year(2024) / 11 / day)};
  article.source = std::move(source);
  return article;
}

backfile_archive* open_archive() {
  static const ArchiveFixture archive(
      {dated(make_article("a", "Flood", "The river rose over the dam at night."), 2, "Post"),
       dated(make_article("b", "Harbour", "The river fell. A café opened at the harbour."), 9,
             "News"),
       dated(make_article("c", "Hafen", "Der Fluss fiel, und das Café am Hafen ist offen.", "de"),
             17, "News")});
  const char* name = archive.path().c_str();
  backfile_archive* opened = nullptr;
  require(backfile_open(&name, 1, nullptr, &opened) == BACKFILE_OK);
  return opened;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static backfile_archive* const archive = open_archive();
  const char* answer = nullptr;
  const auto status = backfile_search(archive, reinterpret_cast<const char*>(bytes), size, &answer);
  require(status == BACKFILE_OK || status == BACKFILE_BAD_REQUEST);
  require(answer && std::strchr(answer, '\n') == answer + std::strlen(answer) - 1);
  const auto json = nlohmann::json::parse(answer, nullptr, false);
  require(json.is_object());
  require(json.contains("error") == (status == BACKFILE_BAD_REQUEST));
  require((*backfile_message(archive) == '\0') == (status == BACKFILE_OK));
  return 0;
}
