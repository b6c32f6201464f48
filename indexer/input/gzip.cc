#include "indexer/input/gzip.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <zlib.h>

#include "common/error.h"

namespace backfile {
namespace {

constexpr std::string_view kMagic = "\x1F\x8B\x08";
constexpr std::size_t kBlockBytes = std::size_t{256} << 10;
// Of one member: held back until its checksum is seen, and kept to look for the next one in.
constexpr std::size_t kHeldBytes = std::size_t{4} << 20;

class Gunzip : public ByteSource {
 public:
  Gunzip(std::unique_ptr<Input> packed, Expansion& expansion)
      : packed_(std::move(packed)), expansion_(expansion) {
    constexpr int kGzipOnly = 16;
    if (inflateInit2(&stream_, MAX_WBITS + kGzipOnly) != Z_OK)
      throw Error("out of memory", packed_->path());
  }
  ~Gunzip() override { inflateEnd(&stream_); }

  std::size_t read(char* to, std::size_t room) override {
    while (handed_ == ready_) {
      if (handed_ > 0) drop_handed();
      if (!damage_.empty()) throw Error("damaged", packed_->path(), damage_);
      if (!inflate_more()) return 0;
    }
    const std::size_t count = std::min(room, ready_ - handed_);
    text_.copy(to, count, handed_);
    handed_ += count;
    return count;
  }

  bool resume() override {
    if (damage_.empty()) return false;
    damage_.clear();
    inflateReset(&stream_);
    // Past the first byte of the damaged member, of which the start is no other's.
    packed_->take(is_kept_ ? std::min<std::size_t>(1, packed_->peek(1).size()) : used_);
    used_ = 0;
    is_kept_ = true;
    return find_member();
  }

 private:
  enum class State : std::uint8_t { kBetween, kInside };

  void drop_handed() {
    text_.erase(0, handed_);
    ready_ -= handed_;
    handed_ = 0;
  }

  // Goes to where a member begins; false when none does.
  bool find_member() {
    for (;;) {
      const std::string_view ahead = packed_->peek(kBlockBytes);
      const std::size_t found = ahead.find(kMagic);
      if (found != std::string_view::npos) {
        packed_->take(found);
        return true;
      }
      if (ahead.size() < kMagic.size()) return false;
      packed_->take(ahead.size() - kMagic.size() + 1);
    }
  }

  // False at the end of the file. Behind the last member, zeros fill up a block of a tape.
  bool begin_member() {
    std::string_view ahead = packed_->peek(kMagic.size());
    while (!ahead.empty() && ahead.front() == '\0') {
      packed_->take(std::min(ahead.find_first_not_of('\0'), ahead.size()));
      ahead = packed_->peek(kMagic.size());
    }
    if (ahead.empty()) {
      packed_->require_whole();
      return false;
    }
    ++members_;
    inflateReset(&stream_);
    state_ = State::kInside;
    used_ = 0;
    is_kept_ = true;
    return true;
  }

  // Adds to `text_`; false at the end of the file.
  bool inflate_more() {
    if (state_ == State::kBetween && !begin_member()) return false;
    const std::string_view ahead = packed_->peek(used_ + 1).substr(used_);
    if (ahead.empty()) return cut_off(), true;
    const std::size_t before = text_.size();
    text_.resize(before + kBlockBytes);
    // zlib's interface is older than const.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(ahead.data()));
    stream_.avail_in = uInt(std::min(ahead.size(), kBlockBytes));
    const uInt given = stream_.avail_in;
    stream_.next_out = reinterpret_cast<Bytef*>(text_.data() + before);
    stream_.avail_out = uInt(kBlockBytes);
    const int status = inflate(&stream_, Z_NO_FLUSH);
    used_ += given - stream_.avail_in;
    text_.resize(text_.size() - stream_.avail_out);
    expansion_.add_unpacked(text_.size() - before, packed_->path());
    if (status == Z_STREAM_END)
      end_member();
    else if (status != Z_OK && status != Z_BUF_ERROR)
      damaged(stream_.msg ? stream_.msg : "not gzip");
    else if (text_.size() > kHeldBytes)
      release();
    return true;
  }

  void end_member() {
    packed_->take(used_);
    used_ = 0;
    ready_ = text_.size();
    state_ = State::kBetween;
  }

  // The member is too long to be held back.
  void release() {
    packed_->take(used_);
    used_ = 0;
    is_kept_ = false;
    ready_ = text_.size();
  }

  void damaged(std::string_view why) {
    const bool is_alone =
        members_ == 1 &&
        packed_->peek(used_ + kBlockBytes).substr(used_).find(kMagic) == std::string_view::npos;
    damage_ = fmt::format("{} in the gzip member at byte {}", why, packed_->position() + 1);
    if (is_alone)
      ready_ = text_.size();
    else
      text_.resize(ready_);
    state_ = State::kBetween;
  }

  void cut_off() {
    try {
      packed_->require_whole();
      damage_ = "the gzip file is cut off";
    } catch (const Error& error) {
      damage_ = error.what();
    }
    ready_ = text_.size();
    state_ = State::kBetween;
  }

  std::unique_ptr<Input> packed_;
  Expansion& expansion_;
  z_stream stream_{};
  State state_ = State::kBetween;
  std::string text_;        // unpacked, not handed out yet
  std::size_t handed_ = 0;  // bytes of `text_` handed out
  std::size_t ready_ = 0;   // bytes of `text_` that may be
  std::size_t used_ = 0;    // bytes of what `packed_` shows that are unpacked
  bool is_kept_ = true;     // whether `packed_` still shows the member from its start
  std::uint64_t members_ = 0;
  std::string damage_;  // empty: none
};

}  // namespace

std::unique_ptr<ByteSource> gunzip(std::unique_ptr<Input> packed, Expansion& expansion) {
  return std::make_unique<Gunzip>(std::move(packed), expansion);
}

}  // namespace backfile
