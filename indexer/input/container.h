// bzip2, xz, zstd, zip and tar, by libarchive. Everything streams; nothing is
// ever written to the disk, so names inside an archive are only names.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "indexer/input/expansion.h"
#include "indexer/input/input.h"

namespace backfile {

enum class Packing : std::uint8_t { kNone, kGzip, kBzip2, kXz, kZstd, kZip, kTar };

// By the magic numbers at the front.
Packing packing_of(std::string_view head);
// Bytes of the front that packing_of() looks at.
inline constexpr std::size_t kPackingLookBytes = 512;

// The one stream inside a bzip2, xz or zstd file. `expansion` outlives it. Throws Error.
std::unique_ptr<ByteSource> unpacked(std::unique_ptr<Input> packed, Expansion& expansion);

// The files inside a zip or tar, one after another.
class Members {
 public:
  // `is_on_disk`: the path of `packed` is a file of the disk, so that a zip's directory at its end
  // can be read. `expansion` outlives this. Throws Error.
  Members(std::unique_ptr<Input> packed, Packing packing, bool is_on_disk, Expansion& expansion);
  Members(Members&&) noexcept;
  Members& operator=(Members&&) noexcept;
  ~Members();

  // The next file, as an input that lives until the next call; nullptr at the end. Folders, links,
  // hidden files and READMEs are passed over as in a walk. Throws Error where the archive is
  // damaged; the next call goes on behind the damage where that can be found.
  std::unique_ptr<Input> next();

 private:
  class Archive;
  std::unique_ptr<Archive> archive_;
};

}  // namespace backfile
