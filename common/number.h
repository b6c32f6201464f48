// Numbers for people.
#pragma once

#include <cstdint>
#include <string>

namespace backfile {

// "1,234,567"
std::string grouped(std::uint64_t number);
// "450 KB", "1.2 GB"
std::string readable_bytes(std::uint64_t bytes);

}  // namespace backfile
