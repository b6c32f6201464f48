// The articles that a search has shown: a file of their ids, one a line, in
// alphabetical order. Whatever date an article has and whenever it was indexed, it
// is told once.
#pragma once

#include <string>
#include <vector>

namespace backfile {

class SeenArticles {
 public:
  // Reads the file, if it is there. Throws Error when it is none of ours, or cannot be read.
  explicit SeenArticles(std::string path);

  bool is_first() const { return is_first_; }  // there is no file yet
  const std::vector<std::string>& ids() const { return ids_; }

  // Adds ids, and puts the file in the place of the old one at once. Throws Error.
  void add(const std::vector<std::string>& ids);

 private:
  std::string path_;
  std::vector<std::string> ids_;
  bool is_first_ = true;
};

}  // namespace backfile
