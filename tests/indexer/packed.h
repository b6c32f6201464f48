// Texts packed in every way that the indexer takes apart.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>

namespace backfile {

struct PackedFile {
  std::string name;
  std::string text;
};

class Packer {
 public:
  // `set_up` chooses the format and the filter.
  explicit Packer(int (*set_format)(archive*), int (*set_filter)(archive*) = nullptr)
      : archive_(archive_write_new()) {
    set_format(archive_);
    if (set_filter) set_filter(archive_);
    archive_write_set_bytes_in_last_block(archive_, 1);
    archive_write_open(archive_, this, nullptr, append, nullptr);
  }
  Packer(const Packer&) = delete;
  Packer& operator=(const Packer&) = delete;
  ~Packer() { archive_write_free(archive_); }

  Packer& add(const PackedFile& file, unsigned type = AE_IFREG) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname_utf8(entry, file.name.c_str());
    archive_entry_set_filetype(entry, type);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, la_int64_t(file.text.size()));
    if (type == AE_IFLNK) archive_entry_set_symlink(entry, "/etc/passwd");
    if (archive_write_header(archive_, entry) != ARCHIVE_OK)
      throw std::runtime_error(archive_error_string(archive_));
    archive_write_data(archive_, file.text.data(), file.text.size());
    archive_entry_free(entry);
    return *this;
  }

  std::string bytes() {
    archive_write_close(archive_);
    return bytes_;
  }

 private:
  static la_ssize_t append(archive* /*open*/, void* self, const void* block, std::size_t size) {
    static_cast<Packer*>(self)->bytes_.append(static_cast<const char*>(block), size);
    return la_ssize_t(size);
  }

  archive* archive_;
  std::string bytes_;
};

inline std::string zipped(const std::vector<PackedFile>& files) {
  Packer packer(archive_write_set_format_zip);
  for (const PackedFile& file : files) packer.add(file);
  return packer.bytes();
}

inline std::string tarred(const std::vector<PackedFile>& files) {
  Packer packer(archive_write_set_format_pax_restricted);
  for (const PackedFile& file : files) packer.add(file);
  return packer.bytes();
}

inline std::string filtered(int (*set_filter)(archive*), const std::string& text) {
  return Packer(archive_write_set_format_raw, set_filter).add({"x", text}).bytes();
}

inline std::string gzipped(std::string_view text) {
  constexpr int kGzipOnly = 16;
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + kGzipOnly, 8,
               Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, text.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = uInt(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = uInt(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(packed.size() - stream.avail_out);
  deflateEnd(&stream);
  return packed;
}

}  // namespace backfile
