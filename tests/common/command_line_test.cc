#include "common/command_line.h"

#include <iostream>
#include <sstream>

#include <boost/program_options/value_semantic.hpp>
#include <doctest/doctest.h>

#include "common/error.h"

namespace backfile {
namespace {

namespace po = boost::program_options;

constexpr Program kProgram = {"backfile-test", "usage: backfile-test\n", "examples: none\n"};

po::options_description options() {
  po::options_description all("Options");
  all.add_options()                                                    //
      ("from", po::value<std::string>(), "a date")                     //
      ("limit", po::value<unsigned>()->default_value(10), "a number")  //
      ("all", po::bool_switch(), "a switch")                           //
      ("set", po::value<std::vector<std::string>>()->composing(), "repeatable");
  return all;
}

std::optional<CommandLine> parse(std::vector<const char*> words) {
  words.insert(words.begin(), "backfile-test");
  return parse_command_line(kProgram, options(), int(words.size()), words.data());
}

// "from=F limit=L all=0 set=S,S | word word"; the error's text when there is one.
std::string reading(const std::vector<const char*>& words) {
  try {
    const auto line = parse(words);
    if (!line) return "none";
    std::string text;
    if (line->values.count("from")) text += "from=" + line->values["from"].as<std::string>() + " ";
    if (!line->values["limit"].defaulted())
      text += "limit=" + std::to_string(line->values["limit"].as<unsigned>()) + " ";
    if (line->values["all"].as<bool>()) text += "all ";
    if (line->values.count("set"))
      for (const auto& value : line->values["set"].as<std::vector<std::string>>())
        text += "set=" + value + " ";
    text += "|";
    for (const std::string& word : line->words) text += " " + word;
    return text;
  } catch (const Error& error) {
    return std::string("error: ") + error.what();
  }
}

std::string joined(const std::vector<const char*>& words) {
  std::string text;
  for (const char* word : words) text.append("[").append(word).append("]");
  return text;
}

struct Row {
  std::vector<const char*> words;
  std::string_view expected;
};

TEST_CASE("command line: options and words") {
  const Row rows[] = {
      {{}, "|"},
      {{"archive", "a query"}, "| archive a query"},
      {{"--from", "2024", "archive"}, "from=2024 | archive"},
      {{"--from=2024", "archive"}, "from=2024 | archive"},
      {{"archive", "--limit", "5", "query", "--all"}, "limit=5 all | archive query"},
      {{"--from", "-30d", "archive"}, "from=-30d | archive"},
      {{"--from=-30d", "archive"}, "from=-30d | archive"},
      {{"--set", "a=b", "--set", "c=--d", "x"}, "set=a=b set=c=--d | x"},
      {{"--set", "a=b", "x", "y"}, "set=a=b | x y"},
      {{"archive", "-not this"}, "| archive -not this"},
      {{"archive", "-30d"}, "| archive -30d"},
      {{"archive", "-a"}, "| archive -a"},
      {{"archive", "-"}, "| archive -"},
      {{"archive", "", "x"}, "| archive  x"},
      {{"--from", "", "x"}, "from= | x"},
      {{"--from", "--all"}, "from=--all |"},
      {{"--", "--all", "--from"}, "| --all --from"},
      {{"--all", "--", "archive", "--", "-x"}, "all | archive -- -x"},
      {{"a", "--"}, "| a"},
      {{"--set", "x=a b\nc"}, "set=x=a b\nc |"},
  };
  for (const Row& row : rows) {
    CAPTURE(joined(row.words));
    CHECK(reading(row.words) == row.expected);
  }
}

TEST_CASE("command line: errors of one line that name what is wrong") {
  const Row rows[] = {
      {{"--bogus"}, "--bogus"},
      {{"--bogus=1"}, "--bogus"},
      {{"--bogus", "1", "archive"}, "--bogus"},
      {{"--fro", "2024"}, "--fro"},
      {{"--al"}, "--al"},
      {{"--ALL"}, "--ALL"},
      {{"--words", "x"}, "--words"},
      {{"--from"}, "--from"},
      {{"--from="}, "--from"},
      {{"--from", "1", "--from", "2"}, "--from"},
      {{"--limit", "many"}, "--limit"},
      {{"--limit", "5x"}, "--limit"},
      {{"--limit", "99999999999999"}, "--limit"},
      {{"--all=yes"}, "--all"},
  };
  for (const Row& row : rows) {
    CAPTURE(joined(row.words));
    const std::string text = reading(row.words);
    CAPTURE(text);
    CHECK(text.starts_with("error: "));
    CHECK(text.find(row.expected) != std::string::npos);
    CHECK(text.ends_with("; see backfile-test --help"));
    CHECK(text.find('\n') == std::string::npos);
  }
}

// What `words` make the program print; it must then have nothing left to do.
std::string printed(const std::vector<const char*>& words) {
  std::ostringstream out;
  std::streambuf* const before = std::cout.rdbuf(out.rdbuf());
  const std::string text = reading(words);
  std::cout.rdbuf(before);
  CHECK(text == "none");
  return out.str();
}

TEST_CASE("command line: help and version") {
  const std::string help = printed({"--help"});
  CAPTURE(help);
  CHECK(help.starts_with("usage: backfile-test\n"));
  CHECK(help.ends_with("examples: none\n"));
  for (const std::string_view option : {"--from", "--limit", "--help", "--version"})
    CHECK(help.find(option) != std::string::npos);
  CHECK(help.find("words") == std::string::npos);
  CHECK(printed({"archive", "--help", "--from", "x"}) == help);
  const std::string version = printed({"--version"});
  CHECK(version.starts_with("backfile-test "));
  CHECK(version.find('\n') == version.size() - 1);
}

TEST_CASE("command line: assignments") {
  struct AssignmentRow {
    const char* text;
    std::string_view name;
    std::string_view value;
  };
  constexpr AssignmentRow kRows[] = {
      {"body=maintext", "body", "maintext"},
      {"source=", "source", ""},
      {"a=b=c", "a", "b=c"},
      {"tag=-x", "tag", "-x"},
      {"person=Zoë O’Brien", "person", "Zoë O’Brien"},
  };
  std::vector<const char*> words;
  for (const AssignmentRow& row : kRows) words.insert(words.end(), {"--set", row.text});
  const auto line = parse(words);
  REQUIRE(line);
  const auto all = assignments(line->values, "set");
  REQUIRE(all.size() == std::size(kRows));
  for (std::size_t i = 0; i < all.size(); ++i) {
    CHECK(all[i].name == kRows[i].name);
    CHECK(all[i].value == kRows[i].value);
  }
  CHECK(assignments(parse({})->values, "set").empty());
  for (const char* const text : {"source", "=x", "", "="}) {
    CAPTURE(text);
    const auto bad = parse({"--set", text});
    CHECK_THROWS_WITH_AS(assignments(bad->values, "set"),
                         ("expected NAME=VALUE: --set " + std::string(text)).c_str(), Error);
  }
}

}  // namespace
}  // namespace backfile
