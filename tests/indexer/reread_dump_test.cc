#include "indexer/reread_dump.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/indexer/run_options.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

// Where every item comes from, and whether it is an article, parsed where it is a page.
template <class Items>
std::vector<std::string> told(Items& items) {
  std::vector<std::string> lines;
  while (auto item = items.next()) {
    const Origin& origin =
        std::visit([](const auto& any) -> const Origin& { return any.origin; }, *item);
    const bool is_rejection = std::holds_alternative<Rejection>(*item);
    lines.push_back(origin.input + ' ' + origin.position + (is_rejection ? " rejected" : ""));
  }
  return lines;
}

TEST_CASE("reread dump: after the first pass every item comes once, in order") {
  const TempFolder folder;
  std::string lines;
  for (int i = 0; i < 20; ++i)
    lines += i % 7 == 3 ? "no JSON\n"
                        : fmt::format(R"({{"title":"T{}","body":"Text."}})"
                                      "\n",
                                      i);
  folder.write("a.jsonl", lines);
  for (int i = 0; i < 9; ++i)
    folder.write(fmt::format("b{}.html", i),
                 fmt::format("<title>P{0}</title><p>The page of number {0}.</p>", i));
  const std::vector<std::string> pages = {"b0.html", "b1.html", "b2.html", "b3.html", "b4.html"};
  const std::vector<std::vector<std::string>> dumps = {{"a.jsonl"},
                                                       pages,
                                                       {"b5.html", "a.jsonl", "b6.html"},
                                                       {"a.jsonl", "b7.html"},
                                                       {"missing.jsonl", "b8.html"}};
  for (const auto& inputs : dumps) {
    const IndexOptions options = run_options(folder, inputs);
    Dump plain(options.inputs, options.format, options.reading);
    const std::vector<std::string> expected = told(plain);
    REQUIRE(!expected.empty());
    for (const std::size_t max_bytes : {0, 500, 3000, 1'000'000}) {
      CAPTURE(inputs.front());
      CAPTURE(max_bytes);
      RereadDump dump(options);
      WorkerPool pool(2);
      dump.learn_repeated(Cleaner(options.clean), pool, max_bytes);
      CHECK(told(dump) == expected);
      CHECK(dump.opened() == plain.opened());
      CHECK(dump.bytes_read() == plain.bytes_read());
    }
  }
}

TEST_CASE("reread dump: the same is learnt whatever the number of threads") {
  const TempFolder folder;
  std::string lines;
  for (int i = 0; i < 1500; ++i)
    lines += fmt::format(
        R"({{"id":"{0}","title":"T{0}","body":"The report of number {0}, which is one of many.\n\n{1} is what we say.","source":"s{2}"}})"
        "\n",
        i, i % 3 == 0 ? "Read on" : std::string(std::size_t(i), 'x'), i % 4);
  folder.write("a.jsonl", lines);
  const IndexOptions options = run_options(folder, {"a.jsonl"});
  std::string expected;
  for (const std::size_t jobs : {1, 2, 5}) {
    CAPTURE(jobs);
    RereadDump dump(options);
    WorkerPool pool(jobs);
    const std::string learnt = dump.learn_repeated(Cleaner(options.clean), pool).to_bytes();
    if (jobs == 1) expected = learnt;
    CHECK(learnt.size() == 4 * 8);
    CHECK(learnt == expected);
  }
}

}  // namespace
}  // namespace backfile
