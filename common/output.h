// Standard output at the end of a program.
#pragma once

namespace backfile {

// Flushes std::cout. A reader that went away (a closed pipe) is no error; throws Error when what
// was printed could not be written, as on a full disk.
void finish_output();

}  // namespace backfile
