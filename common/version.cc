#include "common/version.h"

namespace backfile {

const char* const kVersion = BACKFILE_VERSION;

}  // namespace backfile
