#include "common/compression.h"

#define ZDICT_STATIC_LINKING_ONLY  // the trainer with its parameters fixed: the search for them
                                   // takes seconds
#include <zdict.h>
#include <zstd.h>

#include "common/error.h"

namespace backfile {
namespace {

constexpr int kLevel = 4;
constexpr std::uint64_t kMaxBytes = std::uint64_t{1} << 31;

[[noreturn]] void throw_damaged(std::string_view detail) {
  throw Error("the archive holds a damaged article", detail, "index it again");
}

}  // namespace

void ZstdFree::operator()(ZSTD_CCtx_s* context) const { ZSTD_freeCCtx(context); }
void ZstdFree::operator()(ZSTD_DCtx_s* context) const { ZSTD_freeDCtx(context); }
void ZstdFree::operator()(ZSTD_CDict_s* dictionary) const { ZSTD_freeCDict(dictionary); }
void ZstdFree::operator()(ZSTD_DDict_s* dictionary) const { ZSTD_freeDDict(dictionary); }

std::string train_dictionary(const std::vector<std::string>& samples, std::size_t max_bytes) {
  std::string all;
  std::vector<std::size_t> sizes;
  for (const std::string& sample : samples) {
    all += sample;
    sizes.push_back(sample.size());
  }
  std::string dictionary(max_bytes, '\0');
  ZDICT_fastCover_params_t parameters = {};
  parameters.k = 1024;
  parameters.d = 8;
  parameters.f = 20;
  parameters.accel = 4;
  parameters.zParams.compressionLevel = kLevel;
  const std::size_t bytes =
      ZDICT_trainFromBuffer_fastCover(dictionary.data(), dictionary.size(), all.data(),
                                      sizes.data(), unsigned(sizes.size()), parameters);
  if (ZDICT_isError(bytes)) return {};
  dictionary.resize(bytes);
  return dictionary;
}

CompressionDictionary::CompressionDictionary(std::string_view dictionary) {
  if (!dictionary.empty())
    dictionary_.reset(ZSTD_createCDict(dictionary.data(), dictionary.size(), kLevel));
}

Compressor::Compressor() : context_(ZSTD_createCCtx()) {}

std::string_view Compressor::compress(std::string_view text,
                                      const CompressionDictionary& dictionary) {
  buffer_.resize(ZSTD_compressBound(text.size()));
  const std::size_t bytes =
      dictionary.get() ? ZSTD_compress_usingCDict(context_.get(), buffer_.data(), buffer_.size(),
                                                  text.data(), text.size(), dictionary.get())
                       : ZSTD_compressCCtx(context_.get(), buffer_.data(), buffer_.size(),
                                           text.data(), text.size(), kLevel);
  if (ZSTD_isError(bytes)) throw Error("cannot compress an article", ZSTD_getErrorName(bytes));
  return std::string_view(buffer_).substr(0, bytes);
}

Decompressor::Decompressor() : context_(ZSTD_createDCtx()) {}

void Decompressor::add_dictionary(std::string_view dictionary) {
  if (dictionary.empty()) return;
  const std::uint32_t id = ZSTD_getDictID_fromDict(dictionary.data(), dictionary.size());
  auto& known = dictionaries_[id];
  if (!known) known.reset(ZSTD_createDDict(dictionary.data(), dictionary.size()));
}

std::string Decompressor::decompress(std::string_view data) {
  const std::uint64_t size = ZSTD_getFrameContentSize(data.data(), data.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kMaxBytes)
    throw_damaged("no compressed text");
  const std::uint32_t id = ZSTD_getDictID_fromFrame(data.data(), data.size());
  const auto dictionary = dictionaries_.find(id);
  if (id != 0 && dictionary == dictionaries_.end()) throw_damaged("its dictionary is missing");
  std::string text(std::size_t(size), '\0');
  const std::size_t bytes = ZSTD_decompress_usingDDict(
      context_.get(), text.data(), text.size(), data.data(), data.size(),
      dictionary == dictionaries_.end() ? nullptr : dictionary->second.get());
  if (ZSTD_isError(bytes)) throw_damaged(ZSTD_getErrorName(bytes));
  if (bytes != text.size()) throw_damaged("text is missing");
  return text;
}

}  // namespace backfile
