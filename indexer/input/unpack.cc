#include "indexer/input/unpack.h"

#include <array>
#include <filesystem>

#include "common/error.h"
#include "common/utf8.h"
#include "indexer/input/gzip.h"
#include "indexer/input/wide_text.h"

namespace backfile {
namespace {

// Tells how much of the file has been read.
class Counted : public ByteSource {
 public:
  Counted(std::unique_ptr<ByteSource> file, Expansion& expansion)
      : file_(std::move(file)), expansion_(expansion) {}

  std::size_t read(char* to, std::size_t room) override {
    const std::size_t count = file_->read(to, room);
    expansion_.add_packed(count);
    return count;
  }
  bool resume() override { return file_->resume(); }

 private:
  std::unique_ptr<ByteSource> file_;
  Expansion& expansion_;
};

// "a.html" for "a.html.gz".
std::string without_packing(const std::string& name) {
  constexpr std::array<std::string_view, 5> kEndings = {".gz", ".bz2", ".xz", ".zst", ".zstd"};
  const auto dot = name.rfind('.');
  if (dot == std::string::npos || dot == 0) return name;
  std::string ending;
  for (const char c : std::string_view(name).substr(dot)) ending += ascii_lower(c);
  for (const std::string_view known : kEndings)
    if (ending == known) return name.substr(0, dot);
  return name;
}

bool is_on_disk(const Input& input) {
  std::error_code error;
  return std::filesystem::is_regular_file(input.path(), error);
}

std::unique_ptr<ByteSource> without_layer(std::unique_ptr<Input> input, Packing packing,
                                          std::string_view wide, Expansion& expansion) {
  if (packing == Packing::kGzip) return gunzip(std::move(input), expansion);
  if (packing == Packing::kNone) return narrowed(std::move(input), wide);
  return unpacked(std::move(input), expansion);
}

}  // namespace

Unpacker::Unpacker(InputName name, std::unique_ptr<ByteSource> file)
    : file_(std::make_unique<Input>(std::move(name),
                                    std::make_unique<Counted>(std::move(file), *expansion_))) {}

Input* Unpacker::next() {
  leaf_ = nullptr;
  if (file_) leaf_ = descend(std::move(file_), 0);
  while (!leaf_ && !open_.empty()) {
    auto member = open_.back().members.next();
    if (!member)
      open_.pop_back();
    else
      leaf_ = descend(std::move(member), open_.back().layers);
  }
  return leaf_.get();
}

std::unique_ptr<Input> Unpacker::descend(std::unique_ptr<Input> input, std::size_t layers) {
  for (;; ++layers) {
    const std::string_view head = input->peek(kPackingLookBytes);
    const Packing packing = packing_of(head);
    const std::string_view wide =
        packing == Packing::kNone ? wide_encoding(head) : std::string_view();
    if (packing == Packing::kNone && wide.empty()) return input;
    if (layers == kMaxLayers)
      throw Error("packed too deep", input->path(), "unpack the outer archives yourself");
    if (packing == Packing::kZip || packing == Packing::kTar) {
      const bool seeks = layers == 0 && is_on_disk(*input);
      open_.push_back({Members(std::move(input), packing, seeks, *expansion_), layers + 1});
      return nullptr;
    }
    InputName name = input->name();
    name.name = without_packing(name.name);
    input = std::make_unique<Input>(std::move(name),
                                    without_layer(std::move(input), packing, wide, *expansion_));
  }
}

}  // namespace backfile
