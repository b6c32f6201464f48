#include "common/compression.h"

#include <algorithm>

#define ZDICT_STATIC_LINKING_ONLY  // the trainer with its parameters fixed: the search for them
                                   // takes seconds
#define ZSTD_STATIC_LINKING_ONLY   // the size of a dictionary's tables
#include <zdict.h>
#include <zstd.h>

#include "common/error.h"

namespace backfile {
namespace {

constexpr int kLevel = 4;
// Of entries in each table of a dictionary's text. With the text they are half a megabyte, which
// stays in a processor's own cache; those of 2^18, by the level, are looked at in far memory, which
// took longer than all else of compressing.
constexpr unsigned kLogTable = 15;
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
  parameters.k = 256;
  parameters.d = 8;
  parameters.f = 18;
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
  if (dictionary.empty()) return;
  ZSTD_compressionParameters parameters = ZSTD_getCParams(kLevel, 0, dictionary.size());
  parameters.hashLog = std::min(parameters.hashLog, kLogTable);
  parameters.chainLog = std::min(parameters.chainLog, kLogTable);
  dictionary_.reset(ZSTD_createCDict_advanced(dictionary.data(), dictionary.size(), ZSTD_dlm_byCopy,
                                              ZSTD_dct_auto, parameters, ZSTD_defaultCMem));
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
