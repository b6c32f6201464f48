#include "common/output.h"

#include <cerrno>
#include <cstring>
#include <iostream>

#include "common/error.h"

namespace backfile {

void finish_output() {
  std::cout.flush();
  if (std::cout || errno == EPIPE) return;
  throw Error("cannot write the output", {}, std::strerror(errno));
}

}  // namespace backfile
