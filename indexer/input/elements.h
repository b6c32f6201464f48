// An input as a row of elements of given names, cut out of whatever stands
// around them: the items of a feed, the documents of an SGML file,
//   <rss><channel><title>The Norwall Gazette</title>
//   <item>...</item>
//   <item>...</item>
// A scanner and no parser: it knows tags, comments, CDATA and declarations just
// well enough not to be fooled, so that a damaged element costs no other one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/input.h"

namespace backfile {

struct Element {
  enum class Fault : std::uint8_t {
    kNone,
    kTooLarge,   // more than the bytes allowed
    kNotClosed,  // the next element begins, or the input ends, before its end tag
  };

  std::string_view
      bytes;              // from start tag to end tag, until the next call of next(); none at fault
  std::string_view name;  // which of the names, without a prefix
  std::uint64_t number = 0;  // counted from 1, faulty ones too
  std::uint64_t line = 0;    // of its start tag
  Fault fault = Fault::kNone;

  // "item 3, line 120"
  std::string position() const;
};

class Elements {
 public:
  // Finds the elements of `names`, which are matched as written, behind any namespace prefix
  // ("entry" is <entry> and <atom:entry>). Elements of more than `max_bytes` are skipped and told
  // of, so memory stays bounded. `input` and what `names` point to outlive this.
  Elements(Input& input, std::vector<std::string_view> names, std::size_t max_bytes)
      : input_(input), names_(std::move(names)), max_bytes_(max_bytes) {}

  // The next element; empty at the end. Throws Error where the input breaks off, after the last
  // element that is whole; called again after Input::resume(), it goes on with the next start tag.
  std::optional<Element> next();

  // What stands before the first element, its first megabyte; known once next() has returned.
  const std::string& head() const { return head_; }

 private:
  struct Tag {
    std::string_view name;  // which of the names; empty: none of them
    bool closing = false;
    bool empty = false;  // <name/>
  };

  bool read_more();
  bool has(std::size_t count);
  bool is_ahead(std::string_view text);
  void drop(std::size_t count);
  bool find_tag_start();
  bool skip_non_tag();
  void skip_section(std::string_view end);
  void skip_declaration();
  Tag look_at_tag();
  void skip_tag(Tag& tag);
  std::string_view name_at(std::size_t offset);
  void scan_inside();
  void end_of_input();

  Input& input_;
  std::vector<std::string_view> names_;
  std::size_t max_bytes_;
  std::string head_;
  Element element_;
  std::string_view view_;  // what the input shows, from the first byte not dropped
  std::size_t at_ = 0;     // of it, looked at so far
  std::uint64_t line_ = 1;
  bool keeps_ = false;  // an element is open and may still be small enough
  bool inside_ = false;
};

}  // namespace backfile
