#include "indexer/archive/segment_maker.h"

#include <algorithm>
#include <utility>

#include "common/archive_files.h"
#include "indexer/archive/deletion.h"
#include "indexer/archive/xapian_writer.h"
#include "indexer/interruption.h"
#include "indexer/merge/copy_without.h"
#include "indexer/merge/merge.h"

namespace backfile {
namespace {

// A dictionary is learnt from this many articles or not at all. It is a part of their text, for it
// takes space itself.
constexpr std::size_t kDictionaryArticles = 500;
constexpr std::size_t kSampleBytes = std::size_t{8} << 20;
constexpr std::size_t kMaxDictionaryBytes = std::size_t{256} << 10;
constexpr std::size_t kTextForDictionary = 16;  // times its bytes

}  // namespace

SegmentMaker::SegmentMaker(std::string path) : path_(std::move(path)) { set_dictionary({}); }

std::vector<std::string> SegmentMaker::paths_of(const std::vector<std::string>& names) const {
  std::vector<std::string> paths;
  for (const std::string& name : names) paths.push_back(path_of(name));
  return paths;
}

std::string SegmentMaker::next_name(std::string_view prefix) {
  return std::string(prefix) + std::to_string(next_number_++);
}

void SegmentMaker::pass_over(std::uint64_t number) {
  next_number_ = std::max(next_number_.load(), number + 1);
}

void SegmentMaker::set_dictionary(std::string text) {
  dictionary_text_ = std::move(text);
  dictionary_ = std::make_shared<CompressionDictionary>(dictionary_text_);
}

void SegmentMaker::learn_dictionary(const std::vector<NewArticle>& articles, std::size_t bytes) {
  if (!dictionary_text_.empty() || articles.size() < kDictionaryArticles) return;
  std::vector<std::string> samples;
  std::size_t sampled = 0;
  const std::size_t step = bytes / kSampleBytes + 1;
  for (std::size_t i = 0; i < articles.size() && sampled <= kSampleBytes; i += step) {
    samples.push_back(articles[i].stored);
    sampled += samples.back().size();
  }
  set_dictionary(
      train_dictionary(samples, std::min(kMaxDictionaryBytes, bytes / kTextForDictionary)));
}

void SegmentMaker::choose_writer(bool always) {
  // A run that breaks off leaves it as any folder of a number.
  const std::string probe = path_of(std::string(kSettingsPrefix) + std::to_string(next_number_));
  is_by_xapian_ = always || !by_xapian::writes_known_format(probe);
}

void SegmentMaker::write(const std::string& name, std::vector<SegmentPart> parts) const {
  if (is_by_xapian_)
    by_xapian::write_segment(path_of(name), parts);
  else
    write_segment(path_of(name), std::move(parts), {.sync = false});
}

std::string SegmentMaker::write_settings(const Settings& settings) {
  std::string name = next_name(kSettingsPrefix);
  if (is_by_xapian_)
    by_xapian::write_settings(path_of(name), settings);
  else
    backfile::write_settings(path_of(name), settings);
  return name;
}

bool SegmentMaker::merge(const std::vector<std::string>& from, const std::string& into) const {
  const std::vector<std::string> folders = paths_of(from);
  if (!is_by_xapian_) return glass::merge_segments(folders, path_of(into), {.stop = interrupted});
  by_xapian::merge_segments(folders, path_of(into));
  return true;
}

std::optional<std::string> SegmentMaker::without(const Segment& segment,
                                                 const std::vector<std::uint32_t>& doomed) {
  if (doomed.size() == segment.documents()) return std::nullopt;
  std::string name = next_name(kSegmentPrefix);
  if (is_by_xapian_) {
    by_xapian::copy_without(path_of(segment.name()), doomed, path_of(name));
    return name;
  }
  Decompressor decompressor;
  decompressor.add_dictionary(dictionary_text_);
  if (!is_cheap_to_delete(doomed.size(), segment.bytes()) ||
      !delete_into(path_of(segment.name()), segment, doomed, path_of(name), decompressor))
    glass::copy_without(path_of(segment.name()), doomed, path_of(name));
  return name;
}

}  // namespace backfile
