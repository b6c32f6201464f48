// How archives are opened.
#pragma once

#include <chrono>
#include <optional>

namespace backfile {

struct OpenOptions {
  // Archives that do not answer are left out and told of, as long as one answers.
  bool partial = false;
  // How long a server may take for an answer, and at most five seconds of it to be reached.
  std::chrono::milliseconds timeout = std::chrono::seconds(30);
};

// Nothing unless it is from a tenth of a second to a day.
std::optional<std::chrono::milliseconds> timeout_of(double seconds);

}  // namespace backfile
