// Reads a whole archive and says what is wrong with it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/error.h"

namespace backfile {

struct ArchiveCheck {
  std::uint64_t articles = 0;
  std::uint64_t segments = 0;
  std::uint64_t bytes = 0;
  std::vector<Error> problems;  // what, where, what to do; none: the archive is sound
};

// Changes nothing and may run beside a writer. Throws Error when there is no archive at `path`.
ArchiveCheck check_archive(const std::string& path);

}  // namespace backfile
