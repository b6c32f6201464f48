#include "indexer/markup/tame_html.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"
#include "indexer/markup/entities.h"
#include "indexer/markup/html_names.h"

namespace backfile {
namespace {

constexpr std::size_t kMaxMarks =
    300'000;  // tags and attributes; the longest live blogs have 50,000
constexpr std::size_t kMaxNameBytes = 40;
// Characters that stand for themselves.
constexpr auto kIsPlain = [] {
  std::array<bool, 256> is_plain = {};
  for (std::size_t c = 0x20; c < is_plain.size(); ++c)
    is_plain[c] = c != '<' && c != '&' && c != '"';
  return is_plain;
}();

constexpr std::string_view kSpace = " \t\n\f\r";

constexpr std::array<std::string_view, 17> kAttributes = {
    "class",    "content", "data-component", "data-testid", "datetime",
    "hidden",   "href",    "http-equiv",     "id",          "itemprop",
    "itemtype", "lang",    "name",           "property",    "pubdate",
    "rel",      "role"};

struct Attribute {
  std::string_view name;
  std::string_view value;  // as written
};

struct Tag {
  std::string name;
  std::vector<Attribute> attributes;  // of kAttributes, each once
  std::string_view type;
  bool is_closed = false;  // <name/>
};

std::string lowered(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), ascii_lower);
  return lower;
}

bool hides(std::string_view style) {
  std::string folded;
  for (const char c : style)
    if (!is_ascii_space(c)) folded += ascii_lower(c);
  return folded.find("display:none") != std::string::npos ||
         folded.find("visibility:hidden") != std::string::npos;
}

bool is_plain_name(std::string_view name) {
  return name.size() <= kMaxNameBytes && std::ranges::all_of(name, [](char c) {
           return is_ascii_alpha(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == ':';
         });
}

class Tamer {
 public:
  explicit Tamer(std::string_view html) : html_(html) {
    result_.html.reserve(html.size() / 2);
    result_.html = "<html><body>";
  }

  TameHtml take_all() {
    while (at_ < html_.size()) {
      const std::size_t mark = std::min(html_.find('<', at_), html_.size());
      add_content(decode_entities(html_.substr(at_, mark - at_)));
      at_ = mark;
      if (at_ < html_.size()) take_markup();
    }
    return std::move(result_);
  }

 private:
  void take_markup() {
    const std::string_view rest = html_.substr(at_);
    const char next = rest.size() > 1 ? rest[1] : ' ';
    if (is_ascii_alpha(next))
      take_start_tag();
    else if (next == '/' && rest.size() > 2 && is_ascii_alpha(rest[2]))
      take_end_tag();
    else if (rest.starts_with("<!--"))
      skip_comment();
    else if (rest.starts_with("<![CDATA["))
      take_character_data();
    else if (next == '!' || next == '?' || next == '/')
      skip_behind(html_.find('>', at_), 1);
    else {
      add_content("<");
      ++at_;
    }
  }

  void skip_behind(std::size_t found, std::size_t bytes) {
    at_ = found == std::string_view::npos ? html_.size() : found + bytes;
  }

  void skip_comment() {
    at_ += 4;
    const std::string_view rest = html_.substr(at_);
    if (rest.starts_with(">") || rest.starts_with("->"))
      return skip_behind(html_.find('>', at_), 1);
    for (std::size_t end = html_.find("--", at_); end != std::string_view::npos;
         end = html_.find("--", end + 1)) {
      const std::string_view behind = html_.substr(end + 2);
      if (behind.starts_with(">")) return skip_behind(end, 3);
      if (behind.starts_with("!>")) return skip_behind(end, 4);
    }
    at_ = html_.size();
  }

  void take_character_data() {
    constexpr std::size_t kMarkBytes = 9;
    const std::size_t end = std::min(html_.find("]]>", at_), html_.size());
    const std::size_t begin = std::min(at_ + kMarkBytes, end);
    add_content(html_.substr(begin, end - begin));
    skip_behind(end, 3);
  }

  std::string take_name() {
    const std::size_t end = std::min(html_.find_first_of(" \t\n\f\r/>", at_), html_.size());
    std::string name = lowered(html_.substr(at_, std::min(end - at_, kMaxNameBytes + 1)));
    at_ = end;
    return name;
  }

  void take_end_tag() {
    at_ += 2;
    const std::string name = take_name();
    skip_behind(html_.find('>', at_), 1);
    if (name == "br")
      add_start({"br", {}, {}, false});
    else if (is_plain_name(name) && !is_left_out_tag(name) && !is_void(name) && has_room(1)) {
      result_.html.append("</").append(name).append(">");
      pass_tag(name, -1);
    }
  }

  void take_start_tag() {
    ++at_;
    Tag tag;
    tag.name = take_name();
    if (!take_attributes(tag)) return;
    if (tag.name == "html" && result_.language.empty()) {
      for (const Attribute& attribute : tag.attributes)
        if (attribute.name == "lang") result_.language = decode_entities(attribute.value);
    }
    const bool holds_text = holds_no_tags(tag.name) && !tag.is_closed;
    if (is_plain_name(tag.name) && !is_left_out_tag(tag.name)) add_start(tag);
    if (holds_text) take_content(tag);
  }

  // Reads to the end of the tag; false when there is none: such a tag is nothing.
  bool take_attributes(Tag& tag) {
    while (true) {
      const std::size_t begin = html_.find_first_not_of(" \t\n\f\r/", at_);
      if (begin == std::string_view::npos) {
        at_ = html_.size();
        return false;
      }
      at_ = begin;
      if (html_[at_] == '>') {
        tag.is_closed = html_[at_ - 1] == '/';
        ++at_;
        return true;
      }
      take_attribute(tag);
    }
  }

  void take_attribute(Tag& tag) {
    std::size_t end = std::min(html_.find_first_of(" \t\n\f\r/>=", at_ + 1), html_.size());
    const std::string_view written = html_.substr(at_, end - at_);
    at_ = end;
    std::string_view value;
    end = std::min(html_.find_first_not_of(kSpace, at_), html_.size());
    if (end < html_.size() && html_[end] == '=') {
      at_ = end + 1;
      value = take_value();
    }
    if (written.size() > kMaxNameBytes) return;
    std::string name = lowered(written);
    if (name == "xml:lang") name = "lang";
    if (name == "type") tag.type = value;
    if (name == "style" && hides(value)) name = "hidden";
    const auto* row = std::ranges::find(kAttributes, name);
    if (row == kAttributes.end()) return;
    const bool is_known =
        std::ranges::find(tag.attributes, *row, &Attribute::name) != tag.attributes.end();
    if (!is_known) tag.attributes.push_back({*row, value});
  }

  std::string_view take_value() {
    at_ = std::min(html_.find_first_not_of(kSpace, at_), html_.size());
    if (at_ == html_.size()) return {};
    const char quote = html_[at_];
    const bool is_quoted = quote == '"' || quote == '\'';
    const std::size_t begin = is_quoted ? at_ + 1 : at_;
    const std::size_t end =
        is_quoted ? html_.find(quote, begin) : html_.find_first_of(" \t\n\f\r>", begin);
    skip_behind(end, is_quoted ? 1 : 0);
    return html_.substr(begin, std::min(end, html_.size()) - begin);
  }

  // Of an element that holds no tags.
  void take_content(const Tag& tag) {
    const std::size_t end = end_of_content(tag.name);
    const std::string_view content = html_.substr(at_, end - at_);
    at_ = end;
    if (tag.name == "script" &&
        lowered(tag.type.substr(0, kMaxNameBytes)).find("ld+json") != std::string::npos)
      result_.json_ld.emplace_back(content);
    if (!is_left_out_tag(tag.name)) add_content(decode_entities(content));
  }

  std::size_t end_of_content(std::string_view name) const {
    for (std::size_t end = html_.find("</", at_); end != std::string_view::npos;
         end = html_.find("</", end + 2)) {
      const std::string_view behind = html_.substr(end + 2);
      const bool is_same = behind.size() > name.size() &&
                           std::ranges::equal(behind.substr(0, name.size()), name, {}, ascii_lower);
      if (is_same && !is_ascii_alpha(behind[name.size()])) return end;
    }
    return html_.size();
  }

  bool has_room(std::size_t marks) {
    marks_ += marks;
    if (marks_ <= kMaxMarks) return true;
    result_.html += ' ';
    return false;
  }

  void add_start(const Tag& tag) {
    if (!has_room(1 + tag.attributes.size())) return;
    result_.html.append("<").append(tag.name);
    for (const Attribute& attribute : tag.attributes) {
      result_.html.append(" ").append(attribute.name).append("=\"");
      add_text(decode_entities(attribute.value));
      result_.html += '"';
    }
    result_.html += tag.is_closed && !is_void(tag.name) ? "/>" : ">";
    pass_tag(tag.name, tag.is_closed ? 0 : 1);
  }

  // What stands between tags: white space as far as anybody sees it, which is most of many pages.
  void add_content(std::string_view text) {
    if (preformatted_ > 0) return add_text(text);
    bool after_space = at_edge_;
    while (!text.empty()) {
      std::size_t end = 0;
      while (end < text.size() && !is_ascii_space(text[end])) ++end;
      add_text(text.substr(0, end));
      if (end > 0) at_edge_ = after_space = false;
      if (end == text.size()) return;
      if (!after_space) result_.html += ' ';
      after_space = true;
      while (end < text.size() && is_ascii_space(text[end])) ++end;
      text.remove_prefix(end);
    }
  }

  void add_text(std::string_view text) {
    while (!text.empty()) {
      std::size_t end = 0;
      while (end < text.size() && kIsPlain[static_cast<unsigned char>(text[end])]) ++end;
      result_.html.append(text.substr(0, end));
      if (end == text.size()) return;
      add_special(text[end]);
      text.remove_prefix(end + 1);
    }
  }

  void add_special(char c) {
    if (c == '<')
      result_.html += "&lt;";
    else if (c == '&')
      result_.html += "&amp;";
    else if (c == '"')
      result_.html += "&quot;";
    else if (is_ascii_space(c))
      result_.html += c;
  }

  // Behind a tag. White space at the edges of what has lines of its own is nothing.
  void pass_tag(std::string_view name, int preformatted) {
    at_edge_ = is_block(name);
    if (name == "pre") preformatted_ = std::max(0, preformatted_ + preformatted);
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::size_t marks_ = 0;
  int preformatted_ = 0;  // open <pre>
  bool at_edge_ = false;  // behind the tag of a block
  TameHtml result_;
};

// Every ill-formed sequence becomes U+FFFD.
std::string repaired(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    append_utf8(result, c.value);
    i += c.bytes;
  }
  return result;
}

}  // namespace

TameHtml tame_html(std::string_view html) {
  if (!first_invalid_utf8(html)) return Tamer(html).take_all();
  const std::string valid = repaired(html);
  return Tamer(valid).take_all();
}

}  // namespace backfile
