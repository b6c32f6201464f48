// One loop over independent items on several threads.
#pragma once

#include <cstddef>
#include <functional>

namespace backfile {

// Calls `body(worker, index)` once for every index below `count`, `worker` being below `jobs` and
// one thread's own; returns when all are done. The first exception of a body is thrown again.
void parallel_for(std::size_t jobs, std::size_t count,
                  const std::function<void(std::size_t worker, std::size_t index)>& body);

}  // namespace backfile
