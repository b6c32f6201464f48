#include "tests/temp_folder.h"

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include <unistd.h>

namespace backfile {
namespace {

// In memory where there is room: what archives make durable takes long on a disk.
std::filesystem::path place() {
  const char* const memory = "/dev/shm";
  constexpr std::uintmax_t kRoom = std::uintmax_t{512} << 20;
  std::error_code error;
  const auto space = std::filesystem::space(memory, error);
  if (!std::getenv("TMPDIR") && !error && space.available >= kRoom && ::access(memory, W_OK) == 0)
    return memory;
  return std::filesystem::temp_directory_path();
}

}  // namespace

TempFolder::TempFolder() {
  std::string name = (place() / "backfile-test-XXXXXX").string();
  if (!::mkdtemp(name.data())) throw std::system_error(errno, std::generic_category(), name);
  path_ = name;
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string TempFolder::write(std::string_view name, std::string_view content) const {
  const std::filesystem::path file = path_ / name;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  out.write(content.data(), std::streamsize(content.size()));
  out.close();
  if (!out) throw std::runtime_error("cannot write " + file.string());
  return file.string();
}

}  // namespace backfile
