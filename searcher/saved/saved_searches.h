// Searches kept by name, as files for people: one word of the command line a line.
//
//   ~/.config/backfile/searches/strikes
//     --filter=section=business
//     --sort=newest
//     --
//     /srv/news
//     harbour strike
//
// What was found by them up to their last run (seen_articles.h) is beside them, in
// ~/.local/state/backfile/searches. XDG_CONFIG_HOME and XDG_STATE_HOME are heeded.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace backfile {

struct SavedSearch {
  std::string name;
  std::vector<std::string> words;       // options, `--`, archives, query
  std::optional<std::string> last_run;  // as ISO 8601; nothing before the first
};

class SavedSearches {
 public:
  // In the user's folders. Throws Error when there is no way to tell where these are.
  SavedSearches();
  SavedSearches(std::string searches, std::string positions)
      : searches_(std::move(searches)), positions_(std::move(positions)) {}

  // The words, options first, then `--` and the rest. Takes the place of one of that name, and
  // forgets what that one has found. Returns the file's path. All that take a name throw Error for
  // one that is no name, such as `../x`.
  std::string save(const std::string& name, const std::vector<std::string>& words) const;
  // Throws Error when there is none of that name, with the names that there are.
  std::vector<std::string> words(const std::string& name) const;
  // In alphabetical order.
  std::vector<std::string> names() const;
  // Where it is kept what a search has found.
  std::string position_file(const std::string& name) const;
  // The day of the last run, as ISO 8601; nothing before the first.
  std::optional<std::string> last_run(const std::string& name) const;

 private:
  std::string searches_;
  std::string positions_;
};

}  // namespace backfile
