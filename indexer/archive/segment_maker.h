// Makes the segments of an archive, each in a new folder of a number of its own.
// What is made is none of the archive's until a manifest names it.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/compression.h"
#include "indexer/archive/segment.h"
#include "indexer/archive/segment_builder.h"

namespace backfile {

class SegmentMaker {
 public:
  // Of the archive in the folder `path`.
  explicit SegmentMaker(std::string path);

  std::string path_of(const std::string& name) const { return path_ + "/" + name; }
  // Any thread.
  std::string next_name(std::string_view prefix);
  std::uint64_t next_number() const { return next_number_; }
  // From now on numbers are greater than `number`.
  void pass_over(std::uint64_t number);

  // What segments are compressed with; empty: none. Not while one is made.
  const std::string& dictionary_text() const { return dictionary_text_; }
  void set_dictionary(std::string text);
  // Learns a dictionary if there is none and the articles, of so many bytes of text, are enough to
  // learn from; whether it did.
  bool learn_dictionary(const std::vector<NewArticle>& articles, std::size_t bytes);

  // Makes the segment `name` when the task is run, on any thread; throws what build_segment() does.
  auto build_task(const std::string& name, std::vector<NewArticle> articles) const {
    return [folder = path_of(name), dictionary = dictionary_,
            articles = std::move(articles)]() mutable {
      build_segment(folder, std::move(articles), *dictionary);
    };
  }

  // Makes what is to stand in the place of `segment` when its documents `doomed`, in ascending
  // order, are gone, and returns its name; none when all are. Any thread, if no other uses
  // `segment`.
  std::optional<std::string> without(const Segment& segment,
                                     const std::vector<std::uint32_t>& doomed);

 private:
  std::string path_;
  std::atomic<std::uint64_t> next_number_ = 1;
  std::string dictionary_text_;
  std::shared_ptr<const CompressionDictionary> dictionary_;
};

}  // namespace backfile
