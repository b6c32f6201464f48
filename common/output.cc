#include "common/output.h"

#include <iostream>

#include <poll.h>
#include <unistd.h>

#include "common/error.h"

namespace backfile {

void finish_output() {
  std::cout.flush();
  if (std::cout) return;
  pollfd output{STDOUT_FILENO, POLLOUT, 0};
  const bool reader_is_gone = ::poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
  if (!reader_is_gone) throw Error("cannot write the output", {}, "is the disk full?");
}

}  // namespace backfile
