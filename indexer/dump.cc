#include "indexer/dump.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "common/error.h"

namespace backfile {
namespace {

Rejection rejection_of(const Error& error, const std::string& path) {
  return {{error.where().empty() ? path : error.where(), {}}, error.reason(), error.advice()};
}

}  // namespace

Dump::Dump(const std::vector<std::string>& inputs, const Format* format,
           const ReaderSettings& settings)
    : walk_(walk(inputs)), format_(format), settings_(settings) {
  for (const InputFile& file : walk_.files) total_bytes_ += file.bytes;
}

bool Dump::can_be_read_again() const {
  return std::ranges::all_of(walk_.files, [](const InputFile& file) {
    std::error_code error;
    return std::filesystem::is_regular_file(file.path, error);
  });
}

std::uint64_t Dump::bytes_read() const { return closed_bytes_ + (file_ ? file_->bytes_read() : 0); }

std::optional<ReadItem> Dump::next() {
  if (next_unreadable_ < walk_.unreadable.size()) return walk_.unreadable[next_unreadable_++];
  for (;;) {
    try {
      if (auto item = next_of_file()) return item;
      if (!open_next_file()) return std::nullopt;
    } catch (const Error& error) {
      Rejection rejection = rejection_of(error, path_);
      if (input_ && !input_->resume()) {
        reader_ = nullptr;
        input_ = nullptr;
      }
      return rejection;
    }
  }
}

bool Dump::open_next_file() {
  close_file();
  if (next_file_ == walk_.files.size()) return false;
  const InputFile& file = walk_.files[next_file_++];
  path_ = file.path;
  const std::string name = std::filesystem::path(file.path).filename().string();
  file_ = std::make_unique<Unpacker>(InputName{file.path, name, file.folder}, open_file(file.path));
  ++opened_;
  return true;
}

void Dump::close_file() {
  reader_ = nullptr;
  input_ = nullptr;
  closed_bytes_ = bytes_read();
  file_ = nullptr;
}

std::optional<ReadItem> Dump::next_of_file() {
  if (!file_) return std::nullopt;
  for (;;) {
    if (pending_) return *std::exchange(pending_, std::nullopt);
    if (reader_)
      if (auto item = reader_->next()) return item;
    reader_ = nullptr;
    input_ = nullptr;
    input_ = file_->next();
    if (!input_) return std::nullopt;
    path_ = input_->path();
    open_reader(*input_);
  }
}

void Dump::open_reader(Input& input) {
  const Format* format = format_;
  if (!format) {
    auto detected = detect_format(input);
    if (auto* unknown = std::get_if<Rejection>(&detected)) {
      pending_ = std::move(*unknown);
      return;
    }
    const auto& found = std::get<Detected>(detected);
    format = found.format;
    if (found.in_doubt)
      pending_ = Rejection{{input.path(), {}},
                           "format in doubt",
                           "taken for " + std::string(format->name) + "; --format names another",
                           Rejection::Kind::kRemark};
  }
  reader_ = format->make(input, settings_);
}

}  // namespace backfile
