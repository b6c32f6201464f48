// Command lines by Boost.Program_options, alike in both programs: long options,
// `--` ends them, --help and --version, errors of one line.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>

namespace backfile {

struct Program {
  std::string_view name;
  std::string_view usage;     // stands before the options in --help
  std::string_view examples;  // stands behind them
};

struct CommandLine {
  boost::program_options::variables_map values;
  std::vector<std::string> words;  // what is no option, in order
};

// Empty after --help or --version, which print on standard output. Throws Error.
std::optional<CommandLine> parse_command_line(
    const Program& program, const boost::program_options::options_description& options, int argc,
    const char* const* argv);

// NAME=VALUE
struct Assignment {
  std::string name;
  std::string value;
};

// All values of a repeatable option of that form, in order. Throws Error for one without `=`.
std::vector<Assignment> assignments(const boost::program_options::variables_map& values,
                                    const std::string& option);

}  // namespace backfile
