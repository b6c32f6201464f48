// One or many archives, opened for searching as one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/analyzer.h"
#include "common/article.h"

namespace backfile {

class Archive {
 public:
  // Each of `names` is an archive's folder or tcp://host:port of a Xapian remote server. Throws
  // Error for one that is missing, no archive, or of another schema version; Xapian::Error when it
  // cannot be opened.
  explicit Archive(const std::vector<std::string>& names);

  const Xapian::Database& database() const { return database_; }
  // The languages that the articles are in, in alphabetical order; "" for all without a stemmer and
  // for articles of no known language.
  std::vector<std::string> languages() const;
  std::optional<Article> find(const std::string& id) const;

  // Opens the newest state, after Xapian::DatabaseModifiedError.
  void reopen() { database_.reopen(); }

 private:
  Xapian::Database database_;
};

}  // namespace backfile
