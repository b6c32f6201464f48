// INPUT... -> the files to read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/raw_article.h"

namespace backfile {

struct InputFile {
  std::string path;         // "-" for standard input
  std::string folder;       // name of the folder it was found in; empty when it was named itself
  std::uint64_t bytes = 0;  // size; 0 when not known
};

struct Walk {
  std::vector<InputFile> files;
  std::vector<Rejection> unreadable;  // inputs and folders that could not be opened
};

// Whether a walk passes over a file or folder of that name: hidden ones, and READMEs.
bool is_left_out(std::string_view name);

// Folders are walked recursively in name order; hidden files and folders, and files named README
// (whatever follows), are left out of a walk. A file named twice is read twice.
Walk walk(const std::vector<std::string>& inputs);

}  // namespace backfile
