// What is printed on standard error while it lives.
#pragma once

#include <cstdio>
#include <stdexcept>
#include <string>

#include <unistd.h>

namespace backfile {

class CapturedErrors {
 public:
  CapturedErrors() : before_(::dup(STDERR_FILENO)), file_(std::tmpfile()) {
    if (before_ < 0 || !file_) throw std::runtime_error("standard error cannot be captured");
    std::fflush(stderr);
    ::dup2(::fileno(file_), STDERR_FILENO);
  }
  CapturedErrors(const CapturedErrors&) = delete;
  CapturedErrors& operator=(const CapturedErrors&) = delete;
  ~CapturedErrors() {
    std::fflush(stderr);
    ::dup2(before_, STDERR_FILENO);
    ::close(before_);
    std::fclose(file_);
  }

  std::string text() const {
    std::fflush(stderr);
    std::string text;
    char byte = 0;
    for (off_t at = 0; ::pread(::fileno(file_), &byte, 1, at) == 1; ++at) text += byte;
    return text;
  }

 private:
  int before_;
  std::FILE* file_;
};

}  // namespace backfile
