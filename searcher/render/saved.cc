#include <algorithm>
#include <ostream>

#include <nlohmann/json.hpp>

#include "common/json.h"
#include "common/utf8.h"
#include "searcher/render/render.h"

namespace backfile {
namespace {

// In quotes where a shell needs them.
std::string shell_word(const std::string& word) {
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_=:/.,+@%";
  if (!word.empty() && word.find_first_not_of(kPlain) == std::string::npos) return word;
  std::string quoted = "'";
  for (const char each : word) quoted += each == '\'' ? std::string("'\\''") : std::string(1, each);
  return quoted + '\'';
}

}  // namespace

void render_text(const std::vector<SavedSearch>& searches, const Style& style, std::ostream& out) {
  std::size_t columns = 0;
  for (const SavedSearch& search : searches) columns = std::max(columns, search.name.size());
  for (const SavedSearch& search : searches) {
    out << bold(search.name, style) << std::string(columns - search.name.size(), ' ');
    for (const std::string& word : search.words) out << ' ' << printable(shell_word(word));
    out << dim(search.last_run ? "  last run " + *search.last_run : std::string("  not run yet"),
               style)
        << '\n';
  }
}

void render_json(const std::vector<SavedSearch>& searches, std::ostream& out) {
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  for (const SavedSearch& search : searches)
    json.push_back({{"name", search.name},
                    {"words", search.words},
                    {"last_run", search.last_run ? nlohmann::ordered_json(*search.last_run)
                                                 : nlohmann::ordered_json(nullptr)}});
  out << dump_line(json);
}

}  // namespace backfile
