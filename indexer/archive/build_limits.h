// How much is gathered before it is written.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace backfile {

struct BuildLimits {
  // What is inverted at once, articles and bytes of their text, and takes memory once a job. Little
  // fits the processor's caches better, and leaves more to join.
  std::size_t part_articles = 4096;
  std::size_t part_bytes = std::size_t{6} << 20;
  // Of one segment as it is written. Its parts are in memory, with some twice the bytes of their
  // text, and those of the next one by and by. Up to 32,767 documents the engine's position keys
  // are a byte shorter.
  std::size_t segment_articles = 32767;
  std::size_t segment_bytes = std::size_t{48} << 20;
  // Between two commits: articles, unchanged ones too, for their ids are remembered; bytes of text
  // that are new; time.
  std::uint64_t window_articles = 262144;
  std::uint64_t window_bytes = std::uint64_t{1} << 30;
  std::chrono::seconds window_time = std::chrono::minutes(2);
};

}  // namespace backfile
