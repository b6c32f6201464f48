#include "indexer/cleaner/headline.h"

#include <array>
#include <cstddef>

#include "common/tokenizer.h"

namespace backfile {
namespace {

constexpr std::size_t kMaxSiteWords = 6;

// Whether what follows the headline in its line begins like the name of a site.
bool begins_with_separator(std::string_view rest) {
  constexpr std::array<std::string_view, 8> kSeparators = {" - ", " – ",  " — ", " | ",
                                                           " · ", " :: ", " » ", " • "};
  for (const std::string_view separator : kSeparators)
    if (rest.starts_with(separator)) return true;
  return false;
}

}  // namespace

bool repeats_headline(std::string_view line, std::string_view title, bool at_top) {
  constexpr std::size_t kMaxSiteBytes = 100;
  if (title.empty() || line.size() > 2 * title.size() + kMaxSiteBytes) return false;
  Tokenizer in_title(title);
  Tokenizer in_line(line);
  Token wanted;
  Token found;
  std::size_t words = 0;
  std::size_t end = 0;
  for (; in_title.next(wanted); ++words) {
    if (!in_line.next(found) || found.folded != wanted.folded) return false;
    end = found.end;
  }
  if (words == 0 || (words == 1 && !at_top)) return false;
  std::size_t more = 0;
  while (more <= kMaxSiteWords && in_line.next(found)) ++more;
  if (more == 0) return true;
  // The headline's own closing punctuation stands before the separator.
  std::string_view rest = line.substr(end);
  while (!rest.empty() && std::string_view(".!?\"')").find(rest.front()) != std::string_view::npos)
    rest.remove_prefix(1);
  return more <= kMaxSiteWords && begins_with_separator(rest);
}

}  // namespace backfile
