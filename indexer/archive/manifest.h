// Writes an archive's manifest (common/manifest.h) and finds its folders.
#pragma once

#include <string>
#include <vector>

#include "common/manifest.h"

namespace backfile {

// Durable and seen by readers on return: the point at which a change is made. What it names must be
// durable before.
void write_manifest(const std::string& archive, const Manifest& manifest);

// The names of all folders of a manifest's kind in the archive, those of no manifest included.
std::vector<std::string> numbered_folders(const std::string& archive);

}  // namespace backfile
