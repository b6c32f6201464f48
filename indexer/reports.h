// What was not indexed, told twice: a line on standard error for a person, and
// a JSON line in the file of --rejects for a program.
#pragma once

#include <cstdint>
#include <fstream>
#include <string>

#include "indexer/raw_article.h"

namespace backfile {

class Reports {
 public:
  // `rejects_path` empty: no file. Throws Error when it cannot be written.
  explicit Reports(std::string rejects_path);

  // A rejection, a note or a remark, by its kind; only the first counts as rejected.
  void tell(const Rejection& rejection);
  // What was told is on its way to the disk. Throws Error when the file could not be written.
  void flush();
  // Says how many lines were not shown. Throws Error when the file could not be written whole.
  void finish();

  std::uint64_t rejected() const { return rejected_; }

 private:
  void write(const Rejection& rejection);
  void show(const Rejection& rejection);

  std::string path_;
  std::ofstream file_;
  std::uint64_t rejected_ = 0;
  std::uint64_t shown_ = 0;
  std::uint64_t not_shown_ = 0;
};

}  // namespace backfile
