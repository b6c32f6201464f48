// The version of the programs and the library.
#pragma once

namespace backfile {

extern const char* const kVersion;  // "0.1.0"

}  // namespace backfile
