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
#include "indexer/archive/settings.h"

namespace backfile {

class SegmentMaker {
 public:
  // Of the archive in the folder `path`, which is there.
  explicit SegmentMaker(std::string path);

  // Whether Xapian's own writer is at work (xapian_writer.h). `always`: whatever it writes.
  bool is_by_xapian() const { return is_by_xapian_; }
  void choose_writer(bool always);

  const std::string& path() const { return path_; }
  std::string path_of(const std::string& name) const { return path_ + "/" + name; }
  std::vector<std::string> paths_of(const std::vector<std::string>& names) const;
  // Any thread.
  std::string next_name(std::string_view prefix);
  std::uint64_t next_number() const { return next_number_; }
  // From now on numbers are greater than `number`.
  void pass_over(std::uint64_t number);

  // What segments are compressed with; empty: none.
  const std::string& dictionary_text() const { return dictionary_text_; }
  void set_dictionary(std::string text);
  // Learns a dictionary if there is none and the articles, of so many bytes of text, are enough to
  // learn from.
  void learn_dictionary(const std::vector<NewArticle>& articles, std::size_t bytes);

  // Inverts the articles when the task is run, on any thread, with the dictionary of now.
  auto part_task(std::vector<NewArticle> articles) const {
    return [dictionary = dictionary_, articles = std::move(articles)]() mutable {
      return inverted_part(std::move(articles), *dictionary);
    };
  }
  // Makes the segment `name`, not durably: that is for sync_files() to do. Any thread.
  void write(const std::string& name, std::vector<SegmentPart> parts) const;

  // Makes what is to stand in the place of `segment` when its documents `doomed`, in ascending
  // order, are gone, and returns its name; none when all are. Any thread, if no other uses
  // `segment`.
  std::optional<std::string> without(const Segment& segment,
                                     const std::vector<std::uint32_t>& doomed);

  // Makes the segment `into` of others; false when interrupted(). Any thread.
  bool merge(const std::vector<std::string>& from, const std::string& into) const;

  // Makes new settings and returns their name.
  std::string write_settings(const Settings& settings);

 private:
  std::string path_;
  bool is_by_xapian_ = false;
  std::atomic<std::uint64_t> next_number_ = 1;
  std::string dictionary_text_;
  std::shared_ptr<const CompressionDictionary> dictionary_;
};

}  // namespace backfile
