// All inputs of a run as one row of articles, pages and rejections: files, what
// is packed in them, their formats and readers.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/input/unpack.h"
#include "indexer/input/walk.h"
#include "indexer/readers/format.h"
#include "indexer/readers/reader.h"

namespace backfile {

class Dump {
 public:
  // `format` nullptr: found out for every input. `settings` outlives this.
  Dump(const std::vector<std::string>& inputs, const Format* format,
       const ReaderSettings& settings);

  // The next item in the order of the inputs; empty at the end. What cannot be read is a rejection.
  std::optional<ReadItem> next();

  // Of all files, as they lie on the disk; 0 when not known.
  std::uint64_t total_bytes() const { return total_bytes_; }
  std::uint64_t bytes_read() const;
  // Whether all of it is files on a disk: what comes through a pipe comes once.
  bool can_be_read_again() const;
  // Files that could be opened so far.
  std::uint64_t opened() const { return opened_; }
  // Whether there is a file or folder that could not be opened, or any file at all.
  bool is_empty() const { return walk_.files.empty() && walk_.unreadable.empty(); }

 private:
  bool open_next_file();
  std::optional<ReadItem> next_of_file();
  void open_reader(Input& input);
  void close_file();

  Walk walk_;
  const Format* format_;
  const ReaderSettings& settings_;
  std::size_t next_unreadable_ = 0;
  std::size_t next_file_ = 0;
  std::unique_ptr<Unpacker> file_;
  std::string path_;        // of what is being read
  Input* input_ = nullptr;  // the unpacked one at hand
  std::unique_ptr<Reader> reader_;
  std::optional<Rejection> pending_;
  std::uint64_t total_bytes_ = 0;
  std::uint64_t closed_bytes_ = 0;
  std::uint64_t opened_ = 0;
};

}  // namespace backfile
