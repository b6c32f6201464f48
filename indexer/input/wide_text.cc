#include "indexer/input/wide_text.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

bool is_first_sign(char c) {
  return is_ascii_alpha(c) || std::string_view("<{[\"").find(c) != std::string_view::npos;
}

class Narrowed : public ByteSource {
 public:
  Narrowed(std::unique_ptr<Input> wide, std::string_view encoding)
      : wide_(std::move(wide)),
        unit_bytes_(encoding.starts_with("UTF-32") ? 4 : 2),
        is_little_(encoding.ends_with("LE")) {}

  std::size_t read(char* to, std::size_t room) override {
    if (text_.size() == handed_) convert();
    const std::size_t count = std::min(room, text_.size() - handed_);
    text_.copy(to, count, handed_);
    handed_ += count;
    return count;
  }

 private:
  static constexpr std::size_t kBlockBytes = std::size_t{64} << 10;

  char32_t unit_at(std::string_view bytes, std::size_t offset) const {
    char32_t unit = 0;
    for (std::size_t i = 0; i < unit_bytes_; ++i) {
      const std::size_t at = offset + (is_little_ ? unit_bytes_ - 1 - i : i);
      unit = unit << 8U | static_cast<unsigned char>(bytes[at]);
    }
    return unit;
  }

  // The code point at `offset`, which is moved behind it.
  char32_t take_code_point(std::string_view bytes, std::size_t& offset) const {
    const char32_t unit = unit_at(bytes, offset);
    offset += unit_bytes_;
    const bool is_lead = unit >= 0xD800 && unit < 0xDC00;
    if (unit_bytes_ == 2 && is_lead && offset + 2 <= bytes.size()) {
      const char32_t trail = unit_at(bytes, offset);
      if (trail >= 0xDC00 && trail < 0xE000) {
        offset += 2;
        return 0x10000 + ((unit - 0xD800) << 10U) + (trail - 0xDC00);
      }
    }
    return unit > 0x10FFFF || (unit >= 0xD800 && unit < 0xE000) ? 0xFFFD : unit;
  }

  void convert() {
    text_.clear();
    handed_ = 0;
    constexpr std::size_t kLongest = 4;
    std::string_view bytes = wide_->peek(kBlockBytes);
    // A pair is not parted but at the end.
    const std::size_t last = bytes.size() >= kBlockBytes ? bytes.size() - kLongest : bytes.size();
    std::size_t at = 0;
    while (at < last && at + unit_bytes_ <= bytes.size()) {
      const char32_t c = take_code_point(bytes, at);
      if (c != 0xFEFF || !at_start_) append_utf8(text_, c);
      at_start_ = false;
    }
    if (at == 0) wide_->require_whole();
    if (at == 0 && !bytes.empty()) {  // half a unit at the end
      append_utf8(text_, 0xFFFD);
      at = bytes.size();
    }
    wide_->take(at);
  }

  std::unique_ptr<Input> wide_;
  std::size_t unit_bytes_;
  bool is_little_;
  bool at_start_ = true;
  std::string text_;
  std::size_t handed_ = 0;
};

}  // namespace

std::string_view wide_encoding(std::string_view head) {
  if (head.starts_with("\xFF\xFE\0\0"sv)) return "UTF-32LE";
  if (head.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32BE";
  if (head.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (head.starts_with("\xFE\xFF")) return "UTF-16BE";
  if (head.size() < 4) return {};
  if (is_first_sign(head[0]) && head[1] == '\0' && head[2] != '\0' && head[3] == '\0')
    return "UTF-16LE";
  if (head[0] == '\0' && is_first_sign(head[1]) && head[2] == '\0' && head[3] != '\0')
    return "UTF-16BE";
  return {};
}

std::unique_ptr<ByteSource> narrowed(std::unique_ptr<Input> wide, std::string_view encoding) {
  return std::make_unique<Narrowed>(std::move(wide), encoding);
}

}  // namespace backfile
