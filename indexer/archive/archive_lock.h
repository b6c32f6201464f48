// One writer at a time: a lock on a file of the archive that ends with the
// process, however it ends. The file says who holds it.
#pragma once

#include <string>

namespace backfile {

class ArchiveLock {
 public:
  // Throws Error, which names the process, when another one (or another object) has it.
  explicit ArchiveLock(const std::string& archive);
  ArchiveLock(const ArchiveLock&) = delete;
  ArchiveLock& operator=(const ArchiveLock&) = delete;
  ~ArchiveLock();

 private:
  int descriptor_;
};

}  // namespace backfile
