#include "indexer/cleaner/headline.h"

#include <array>
#include <cstddef>

#include "common/tokenizer.h"
#include "common/utf8.h"

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

// The first letter or digit of the first word in small letters; 0 where only the tokenizer knows.
char first_letter(std::string_view text) {
  const auto is_plain = [](char c) { return is_ascii_alpha(c) || is_ascii_digit(c); };
  std::size_t i = 0;
  while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80 && !is_plain(text[i])) ++i;
  std::size_t end = i;
  while (end < text.size() && is_plain(text[end])) ++end;
  const std::string_view rest = text.substr(end);
  const bool goes_on =
      !rest.empty() && (static_cast<unsigned char>(rest[0]) >= 0x80 || rest[0] == '\'' ||
                        (rest.size() > 1 && is_plain(rest[1]) && rest[0] != ' '));
  if (end == i || goes_on || end - i > Tokenizer::kMaxWordBytes) return 0;
  return ascii_lower(text[i]);
}

}  // namespace

bool repeats_headline(std::string_view line, std::string_view title, bool at_top) {
  constexpr std::size_t kMaxSiteBytes = 100;
  if (title.empty() || line.size() > 2 * title.size() + kMaxSiteBytes) return false;
  const char line_front = first_letter(line);  // which tells most lines apart
  const char title_front = first_letter(title);
  if (line_front != 0 && title_front != 0 && line_front != title_front) return false;
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
