// Document data: the stored form of an article, compressed by Zstandard as one
// frame. Articles are short, so most of what compresses them is a dictionary,
// learnt from the archive's first articles and kept in its metadata
// (kDictionaryKey). With the dictionary in a file any Zstandard tool reads the
// data: `zstd -d -D dictionary`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;
struct ZSTD_CDict_s;
struct ZSTD_DDict_s;

namespace backfile {

struct ZstdFree {
  void operator()(ZSTD_CCtx_s* context) const;
  void operator()(ZSTD_DCtx_s* context) const;
  void operator()(ZSTD_CDict_s* dictionary) const;
  void operator()(ZSTD_DDict_s* dictionary) const;
};

// A dictionary of at most `max_bytes` for texts like `samples`, the same for the same samples;
// empty when they are too few or too alike to learn from.
std::string train_dictionary(const std::vector<std::string>& samples, std::size_t max_bytes);

// What several threads may compress with at once.
class CompressionDictionary {
 public:
  // `dictionary` as of train_dictionary(); empty: none.
  explicit CompressionDictionary(std::string_view dictionary);
  const ZSTD_CDict_s* get() const { return dictionary_.get(); }

 private:
  std::unique_ptr<ZSTD_CDict_s, ZstdFree> dictionary_;
};

// One thread at a time.
class Compressor {
 public:
  Compressor();
  // The view lives until the next call.
  std::string_view compress(std::string_view text, const CompressionDictionary& dictionary);

 private:
  std::unique_ptr<ZSTD_CCtx_s, ZstdFree> context_;
  std::string buffer_;
};

// One thread at a time.
class Decompressor {
 public:
  Decompressor();
  // What frames made with `dictionary` need; an empty one and one known already are none.
  void add_dictionary(std::string_view dictionary);
  // Throws Error when `data` is no whole frame of a known dictionary, or of more than 2 GB.
  std::string decompress(std::string_view data);

 private:
  std::unique_ptr<ZSTD_DCtx_s, ZstdFree> context_;
  std::unordered_map<std::uint32_t, std::unique_ptr<ZSTD_DDict_s, ZstdFree>> dictionaries_;
};

}  // namespace backfile
