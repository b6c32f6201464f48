#include "indexer/input/elements.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/utf8.h"

namespace backfile {
namespace {

constexpr std::size_t kMaxHeadBytes = std::size_t{1} << 20;
constexpr std::size_t kMaxNameBytes = 128;  // a longer one is none of ours

bool ends_name(char c) { return is_ascii_space(c) || c == '>' || c == '/' || c == '<'; }

bool begins_name(char c) {
  return is_ascii_alpha(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::string Element::position() const { return fmt::format("{} {}, line {}", name, number, line); }

std::optional<Element> Elements::next() {
  drop(at_);
  inside_ = keeps_ = false;
  while (find_tag_start()) {
    if (skip_non_tag()) continue;
    Tag tag = look_at_tag();
    if (tag.name.empty() || tag.closing) {
      skip_tag(tag);
      continue;
    }
    drop(at_);
    element_ = {{}, tag.name, element_.number + 1, line_, Element::Fault::kNone};
    inside_ = keeps_ = true;
    skip_tag(tag);
    if (!tag.empty) scan_inside();
    if (at_ > max_bytes_) keeps_ = false;
    if (!keeps_) element_.fault = Element::Fault::kTooLarge;
    if (element_.fault == Element::Fault::kNone) element_.bytes = view_.substr(0, at_);
    return element_;
  }
  end_of_input();
  return std::nullopt;
}

// Goes behind the end tag, or to the start tag of the next element.
void Elements::scan_inside() {
  while (find_tag_start()) {
    if (skip_non_tag()) continue;
    Tag tag = look_at_tag();
    if (!tag.closing && !tag.name.empty()) {
      element_.fault = Element::Fault::kNotClosed;
      return;
    }
    skip_tag(tag);
    if (tag.closing && tag.name == element_.name) return;
  }
  end_of_input();
  element_.fault = Element::Fault::kNotClosed;
}

// Forgets what is open when the input breaks off: next() is called again behind the damage.
void Elements::end_of_input() {
  const std::string_view seen = view_;
  view_ = {};
  const std::size_t looked = at_;
  at_ = 0;
  input_.require_whole();
  view_ = seen;
  at_ = looked;
}

// More bytes behind those in view; false when there are none.
bool Elements::read_more() {
  if (at_ > max_bytes_) keeps_ = false;
  if (!keeps_) drop(at_);
  const std::size_t seen = view_.size();
  view_ = input_.peek(seen + 1);
  return view_.size() > seen;
}

// Whether `count` bytes stand ahead.
bool Elements::has(std::size_t count) {
  while (view_.size() - at_ < count)
    if (!read_more()) return false;
  return true;
}

bool Elements::is_ahead(std::string_view text) {
  has(text.size());
  return view_.substr(at_).starts_with(text);
}

void Elements::drop(std::size_t count) {
  const std::string_view dropped = view_.substr(0, count);
  line_ += std::uint64_t(std::ranges::count(dropped, '\n'));
  if (element_.number == 0 && head_.size() < kMaxHeadBytes)
    head_ += dropped.substr(0, kMaxHeadBytes - head_.size());
  input_.take(count);
  view_.remove_prefix(count);
  at_ -= count;
}

// Goes to the next '<' that may begin markup; false at the end.
bool Elements::find_tag_start() {
  while (has(1)) {
    at_ = view_.find('<', at_);
    if (at_ == std::string_view::npos) {
      at_ = view_.size();
      continue;
    }
    if (!has(2)) break;
    const char next = view_[at_ + 1];
    if (begins_name(next) || next == '/' || next == '!' || next == '?') return true;
    ++at_;
  }
  at_ = view_.size();
  return false;
}

// Goes behind a comment, a CDATA section, an instruction or a declaration if one stands ahead.
bool Elements::skip_non_tag() {
  if (is_ahead("<?")) {
    at_ += 2;
    skip_section(">");  // SGML ends these without a question mark
  } else if (is_ahead("<!--")) {
    at_ += 4;
    skip_section("-->");
  } else if (is_ahead("<![CDATA[")) {
    at_ += 9;
    skip_section("]]>");
  } else if (is_ahead("<!")) {
    at_ += 2;
    if (!inside_) skip_declaration();
  } else {
    return false;
  }
  return true;
}

// Goes behind `end`. Inside of an element, a section whose end was lost would swallow the elements
// that follow: the start tag of one ends it too.
void Elements::skip_section(std::string_view end) {
  const auto may_stop = [&](char c) { return c == end.front() || c == '<'; };
  while (has(1)) {
    at_ += std::size_t(std::ranges::find_if(view_.substr(at_), may_stop) - (view_.begin() + at_));
    if (!has(1)) return;
    if (is_ahead(end)) {
      at_ += end.size();
      return;
    }
    if (inside_ && view_[at_] == '<' && !name_at(1).empty()) return;
    ++at_;
  }
}

// Goes behind what stands in <!DOCTYPE name "..." [ <!ENTITY name "..."> <!-- ... --> ]>
void Elements::skip_declaration() {
  bool in_brackets = false;
  while (has(1)) {
    at_ = std::min(view_.find_first_of("\"'[]<>", at_), view_.size());
    if (!has(1)) return;
    if (is_ahead("<!--")) {
      at_ += 4;
      skip_section("-->");
      continue;
    }
    const char c = view_[at_];
    if (c == '<' && !in_brackets) return;  // it was never closed
    ++at_;
    if (in_brackets && (c == '"' || c == '\'')) skip_section(std::string_view(&c, 1));
    if (c == '[') in_brackets = true;
    if (c == ']') in_brackets = false;
    if (c == '>' && !in_brackets) return;
  }
}

// The one of the names that stands `offset` bytes ahead, behind any prefix; empty: none.
std::string_view Elements::name_at(std::size_t offset) {
  if (!has(offset + 1) || !begins_name(view_[at_ + offset])) return {};
  std::size_t size = 0;
  while (size <= kMaxNameBytes && has(offset + size + 1) && !ends_name(view_[at_ + offset + size]))
    ++size;
  if (size > kMaxNameBytes) return {};
  std::string_view name = view_.substr(at_ + offset, size);
  name.remove_prefix(name.rfind(':') + 1);  // npos + 1 is 0
  const auto found = std::ranges::find(names_, name);
  return found == names_.end() ? std::string_view() : *found;
}

Elements::Tag Elements::look_at_tag() {
  Tag tag;
  tag.closing = view_[at_ + 1] == '/';
  tag.name = name_at(tag.closing ? 2 : 1);
  return tag;
}

// Goes behind the tag's '>'; a '<' before it, also in quotes, where XML has none, ends a tag that
// was never closed.
void Elements::skip_tag(Tag& tag) {
  ++at_;
  char quote = 0;
  char last = 0;
  while (has(1)) {
    const char c = view_[at_];
    if (c == '<') return;
    ++at_;
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '>') {
      tag.empty = last == '/';
      return;
    } else if ((c == '"' || c == '\'') && last == '=') {
      quote = c;
    }
    if (!is_ascii_space(c)) last = c;
  }
}

}  // namespace backfile
