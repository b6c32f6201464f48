#include "tests/fuzz/fuzz_input.h"

#include <sys/mman.h>
#include <unistd.h>

namespace backfile {

MemoryFile::MemoryFile(std::string_view content)
    : descriptor_(::memfd_create("dump", MFD_CLOEXEC)) {
  require(descriptor_ >= 0);
  require(::write(descriptor_, content.data(), content.size()) == ssize_t(content.size()));
}

MemoryFile::~MemoryFile() { ::close(descriptor_); }

std::string MemoryFile::path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

}  // namespace backfile
