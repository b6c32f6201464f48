#include "indexer/input/container.h"

#include <algorithm>
#include <filesystem>

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include "common/error.h"
#include "common/utf8.h"
#include "indexer/input/walk.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;
namespace fs = std::filesystem;

struct FreeArchive {
  void operator()(archive* open) const { archive_read_free(open); }
};

// libarchive over an Input, and its failures as Error.
class Stream {
 public:
  Stream(std::unique_ptr<Input> packed, Expansion& expansion)
      : packed_(std::move(packed)), expansion_(expansion) {}

  const Input& packed() const { return *packed_; }

  void open(void (*support)(archive*), bool is_on_disk) {
    is_on_disk_ = is_on_disk;
    counted_ = 0;
    archive_.reset(archive_read_new());
    if (!archive_) throw Error("out of memory", packed_->path());
    support(archive_.get());
    constexpr std::size_t kBlockBytes = std::size_t{64} << 10;
    const int status =
        is_on_disk
            ? archive_read_open_filename(archive_.get(), packed_->path().c_str(), kBlockBytes)
            : archive_read_open(archive_.get(), this, nullptr, give_block, nullptr);
    if (status != ARCHIVE_OK) fail(packed_->path());
  }

  archive* get() const { return archive_.get(); }

  // Bytes of the member at hand.
  std::size_t read(char* to, std::size_t room, const std::string& path) {
    const la_ssize_t count = archive_read_data(archive_.get(), to, room);
    if (count < 0) {
      is_dead_ = count == ARCHIVE_FATAL;
      fail(path);
    }
    if (is_on_disk_) count_packed();
    expansion_.add_unpacked(std::uint64_t(count), path);
    return std::size_t(count);
  }

  // ARCHIVE_OK, ARCHIVE_EOF or, thrown, what is wrong.
  int next_header(archive_entry*& entry) {
    const int status = archive_read_next_header(archive_.get(), &entry);
    if (status == ARCHIVE_OK || status == ARCHIVE_WARN) return ARCHIVE_OK;
    if (status == ARCHIVE_EOF) return ARCHIVE_EOF;
    is_dead_ = status == ARCHIVE_FATAL;
    fail(packed_->path());
  }

  // Whether libarchive can go on after the last failure.
  bool is_dead() const { return is_dead_; }
  void revive() { is_dead_ = false; }

 private:
  [[noreturn]] void fail(const std::string& path) {
    packed_->require_whole();  // what broke off below says more
    const char* why = archive_error_string(archive_.get());
    throw Error("damaged", path, why ? clean_line(why) : "libarchive cannot read it");
  }

  // What libarchive reads by itself goes past the file's own source.
  void count_packed() {
    const auto all = std::uint64_t(archive_filter_bytes(archive_.get(), -1));
    if (all > counted_) expansion_.add_packed(all - counted_);
    counted_ = std::max(all, counted_);
  }

  static la_ssize_t give_block(archive* /*open*/, void* self, const void** block) {
    auto& stream = *static_cast<Stream*>(self);
    stream.packed_->take(stream.given_);
    const std::string_view ahead = stream.packed_->peek(1);
    *block = ahead.data();
    stream.given_ = ahead.size();
    return la_ssize_t(ahead.size());
  }

  std::unique_ptr<Input> packed_;
  Expansion& expansion_;
  std::unique_ptr<archive, FreeArchive> archive_;
  std::size_t given_ = 0;  // bytes of `packed_` that libarchive is looking at
  bool is_on_disk_ = false;
  std::uint64_t counted_ = 0;
  bool is_dead_ = false;
};

class Unpacked : public ByteSource {
 public:
  Unpacked(std::unique_ptr<Input> packed, void (*support)(archive*), Expansion& expansion)
      : stream_(std::move(packed), expansion) {
    stream_.open(support, false);
    archive_entry* entry = nullptr;
    stream_.next_header(entry);
  }

  std::size_t read(char* to, std::size_t room) override {
    return stream_.read(to, room, stream_.packed().path());
  }

 private:
  Stream stream_;
};

class MemberSource : public ByteSource {
 public:
  MemberSource(Stream& stream, std::string path) : stream_(stream), path_(std::move(path)) {}

  std::size_t read(char* to, std::size_t room) override { return stream_.read(to, room, path_); }

 private:
  Stream& stream_;
  std::string path_;
};

void support_filters(archive* open) {
  archive_read_support_filter_bzip2(open);
  archive_read_support_filter_xz(open);
  archive_read_support_filter_zstd(open);
  archive_read_support_format_raw(open);
}

void support_zip(archive* open) { archive_read_support_format_zip(open); }

void support_tar(archive* open) {
  archive_read_support_format_tar(open);
  archive_read_support_format_gnutar(open);
}

// Names of another system's characters are shown as they stand.
std::string name_of(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (!name) name = archive_entry_pathname(entry);
  return name ? name : "member without a name";
}

bool is_left_out_path(const fs::path& path) {
  for (const fs::path& part : path)
    if (part != ".." && (is_left_out(part.string()) || part == "__MACOSX")) return true;
  return false;
}

}  // namespace

class Members::Archive {
 public:
  Archive(std::unique_ptr<Input> packed, Packing packing, bool is_on_disk, Expansion& expansion)
      : stream_(std::move(packed), expansion),
        support_(packing == Packing::kZip ? support_zip : support_tar),
        is_on_disk_(is_on_disk && packing == Packing::kZip) {
    stream_.open(support_, is_on_disk_);
  }

  std::unique_ptr<Input> next() {
    if (is_at_end_ || (stream_.is_dead() && !reopen())) {
      is_at_end_ = true;
      return nullptr;
    }
    archive_entry* entry = nullptr;
    while (stream_.next_header(entry) == ARCHIVE_OK) {
      ++headers_;
      const fs::path path = name_of(entry);
      if (archive_entry_filetype(entry) != AE_IFREG || is_left_out_path(path.lexically_normal()))
        continue;
      std::string whole = stream_.packed().path() + "/" + path.string();
      auto source = std::make_unique<MemberSource>(stream_, whole);
      return std::make_unique<Input>(InputName{std::move(whole), path.filename().string(),
                                               path.parent_path().filename().string()},
                                     std::move(source));
    }
    is_at_end_ = true;
    return nullptr;
  }

 private:
  // libarchive gives up at a damaged member; a zip's directory knows where the next one stands.
  // False when it failed twice at the same place, or where the directory is lost.
  bool reopen() {
    constexpr int kMaxTries = 1000;
    stream_.revive();
    if (!is_on_disk_ || ++tries_ > kMaxTries || headers_ == failed_at_) return false;
    failed_at_ = headers_;
    stream_.open(support_, is_on_disk_);
    try {
      archive_entry* entry = nullptr;
      for (std::uint64_t i = 0; i < headers_; ++i)
        if (stream_.next_header(entry) != ARCHIVE_OK) return false;
    } catch (const Error&) {
      return false;  // told before, when this place was come to first
    }
    return true;
  }

  Stream stream_;
  void (*support_)(archive*);
  bool is_on_disk_;
  std::uint64_t headers_ = 0;
  std::uint64_t failed_at_ = ~std::uint64_t{0};
  int tries_ = 0;
  bool is_at_end_ = false;
};

Members::Members(std::unique_ptr<Input> packed, Packing packing, bool is_on_disk,
                 Expansion& expansion)
    : archive_(std::make_unique<Archive>(std::move(packed), packing, is_on_disk, expansion)) {}
Members::Members(Members&&) noexcept = default;
Members& Members::operator=(Members&&) noexcept = default;
Members::~Members() = default;

std::unique_ptr<Input> Members::next() { return archive_->next(); }

Packing packing_of(std::string_view head) {
  constexpr std::size_t kTarMagicAt = 257;
  if (head.starts_with("\x1F\x8B\x08")) return Packing::kGzip;
  if (head.starts_with("BZh") && head.size() > 9 && head.substr(4, 6) == "1AY&SY")
    return Packing::kBzip2;
  if (head.starts_with("\xFD"
                       "7zXZ\0"sv))
    return Packing::kXz;
  if (head.starts_with("\x28\xB5\x2F\xFD")) return Packing::kZstd;
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) return Packing::kZip;
  if (head.size() > kTarMagicAt && head.substr(kTarMagicAt).starts_with("ustar"))
    return Packing::kTar;
  return Packing::kNone;
}

std::unique_ptr<ByteSource> unpacked(std::unique_ptr<Input> packed, Expansion& expansion) {
  return std::make_unique<Unpacked>(std::move(packed), support_filters, expansion);
}

}  // namespace backfile
