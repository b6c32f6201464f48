// How much is gathered before it is written.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace backfile {

struct BuildLimits {
  // Of one segment as it is built, articles and bytes of their text. More need more memory, which
  // is taken once a job, and fewer make more to merge.
  std::size_t segment_articles = 8192;
  std::size_t segment_bytes = std::size_t{16} << 20;
  // Between two commits: articles, unchanged ones too, for their ids are remembered; bytes of text
  // that are new; time.
  std::uint64_t window_articles = 65536;
  std::uint64_t window_bytes = std::uint64_t{256} << 20;
  std::chrono::seconds window_time = std::chrono::minutes(2);
};

}  // namespace backfile
