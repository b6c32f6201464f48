#include "common/command_line.h"

#include <iostream>

#include <boost/program_options.hpp>

#include "common/error.h"
#include "common/version.h"

namespace backfile {
namespace {

namespace po = boost::program_options;

constexpr const char* kWords = " ";  // a name that nobody gives an option

po::variables_map parse(const Program& program, const po::options_description& all, int argc,
                        const char* const* argv) {
  po::positional_options_description positional;
  positional.add(kWords, -1);
  // Options are spelled out: a guessed abbreviation breaks the day another option is added.
  namespace style = po::command_line_style;
  const int flags = style::allow_long | style::long_allow_adjacent | style::long_allow_next;
  po::variables_map values;
  try {
    po::store(
        po::command_line_parser(argc, argv).options(all).positional(positional).style(flags).run(),
        values);
    po::notify(values);
  } catch (const po::error& error) {
    throw Error(error.what(), {}, "see " + std::string(program.name) + " --help");
  }
  return values;
}

}  // namespace

std::optional<CommandLine> parse_command_line(const Program& program,
                                              const po::options_description& options, int argc,
                                              const char* const* argv) {
  po::options_description common;
  common.add_options()                 //
      ("help", "print this and exit")  //
      ("version", "print the version and exit");
  po::options_description shown;
  shown.add(options).add(common);
  po::options_description all;
  all.add(shown).add_options()(kWords, po::value<std::vector<std::string>>());
  CommandLine line{parse(program, all, argc, argv), {}};
  if (line.values.count("help")) {
    std::cout << program.usage << shown << program.examples;
    return std::nullopt;
  }
  if (line.values.count("version")) {
    std::cout << program.name << " " << kVersion << "\n";
    return std::nullopt;
  }
  if (line.values.count(kWords)) line.words = line.values[kWords].as<std::vector<std::string>>();
  line.values.erase(kWords);
  return line;
}

std::vector<Assignment> assignments(const po::variables_map& values, const std::string& option) {
  std::vector<Assignment> all;
  if (!values.count(option)) return all;
  for (const std::string& text : values[option].as<std::vector<std::string>>()) {
    const auto equals = text.find('=');
    if (equals == 0 || equals == std::string::npos)
      throw Error("expected NAME=VALUE", std::string("--").append(option).append(" ").append(text));
    all.push_back({text.substr(0, equals), text.substr(equals + 1)});
  }
  return all;
}

}  // namespace backfile
