// Memory for tables that are looked at all over: with pages of 2 MB a processor
// knows where all of it lies, with those of 4 KB it has to look that up for most
// steps, in a virtual machine for longer than the memory itself takes.
#pragma once

#include <cstddef>
#include <new>

#include <sys/mman.h>

namespace backfile {

// For std::vector. What is smaller than a page of 2 MB is allocated as ever, and where the system
// has no such pages all of it.
template <class T>
struct HugePages {
  using value_type = T;

  HugePages() = default;
  template <class U>
  explicit HugePages(const HugePages<U>& /*other*/) {}

  T* allocate(std::size_t count) {
    const std::size_t bytes = count * sizeof(T);
    void* const memory = ::operator new(bytes, alignment(bytes));
    if (bytes >= kPageBytes) ::madvise(memory, bytes, MADV_HUGEPAGE);
    return static_cast<T*>(memory);
  }
  void deallocate(T* memory, std::size_t count) noexcept {
    ::operator delete(memory, alignment(count * sizeof(T)));
  }

  friend bool operator==(const HugePages& /*a*/, const HugePages& /*b*/) { return true; }

 private:
  static constexpr std::size_t kPageBytes = std::size_t{2} << 20;
  static std::align_val_t alignment(std::size_t bytes) {
    return std::align_val_t{bytes >= kPageBytes ? kPageBytes : alignof(T)};
  }
};

}  // namespace backfile
