// A small archive for one test, made of articles in memory the way
// backfile-index makes it; its folder is gone at the end.
#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "tests/temp_folder.h"

namespace backfile {

// An article of these fields alone.
Article make_article(std::string id, std::string title, std::string body,
                     std::string language = "en");

class ArchiveFixture {
 public:
  explicit ArchiveFixture(const std::vector<Article>& articles = {});

  // The archive's folder.
  const std::string& path() const { return path_; }

  // A stub of the same databases: what is opened by it is Xapian's to match.
  std::string stub() const;

  // Adds articles, or replaces those of the same ids, in a commit of their own.
  void add(const std::vector<Article>& articles);

 private:
  TempFolder folder_;
  std::string path_;
};

}  // namespace backfile
