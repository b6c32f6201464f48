// SIGINT and SIGTERM as a wish to end: whoever loops asks, and ends at a point
// where nothing is lost. A second signal ends the process at once, which loses
// what came after the last commit.
#pragma once

namespace backfile {

// From now on signals are wishes. A read that waits for input is woken by one.
void catch_interruptions();
bool interrupted();

}  // namespace backfile
