#include "indexer/markup/xml_repair.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include <libxml/HTMLparser.h>

#include "common/utf8.h"

namespace backfile {
namespace {

constexpr std::size_t kMaxEntityBytes = 10;  // "thetasym"

// What &#128; to &#159; mean where they are written: windows-1252, 0 where it has nothing.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool begins_name(char c) {
  return is_ascii_alpha(c) || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_xml_character(std::uint32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c < 0xD800 || (c >= 0xE000 && c < 0xFFFE) || (c >= 0x10000 && c <= 0x10FFFF);
}

class Repair {
 public:
  explicit Repair(std::string_view xml) : rest_(xml) { out_.reserve(xml.size() + xml.size() / 8); }

  RepairedXml run() {
    while (!rest_.empty()) {
      copy_plain(rest_.find_first_of("<&"));
      if (rest_.starts_with('<'))
        markup();
      else if (!rest_.empty())
        reference();
    }
    return {std::move(out_), has_too_many_attributes_};
  }

 private:
  void skip(std::size_t count) { rest_.remove_prefix(std::min(count, rest_.size())); }

  // Copies text that holds neither tags nor references, without forbidden characters.
  void copy_plain(std::size_t count) {
    const std::string_view text = rest_.substr(0, count);
    skip(count);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool is_control =
          static_cast<unsigned char>(text[i]) < 0x20 && !is_xml_character(text[i]);
      const bool is_no_character =
          text[i] == '\xEF' && (text.substr(i).starts_with("\xEF\xBF\xBE") ||
                                text.substr(i).starts_with("\xEF\xBF\xBF"));
      if (!is_control && !is_no_character) continue;
      out_.append(text, kept, i - kept);
      if (is_no_character) i += 2;
      kept = i + 1;
    }
    out_.append(text, kept);
  }

  void leave_out(std::size_t count) {
    out_.append(std::size_t(std::ranges::count(rest_.substr(0, count), '\n')), '\n');
    skip(count);
  }

  // The size of a section up to its end; all that is left when it has none, which is for the parser
  // to tell.
  std::size_t size_until(std::string_view end, std::size_t from = 0) const {
    const std::size_t found = rest_.find(end, from);
    return found == std::string_view::npos ? found : found + end.size();
  }

  void markup() {
    const bool is_comment = rest_.starts_with("<!--");
    if (is_comment || rest_.starts_with("<?")) {
      const std::size_t size = is_comment ? size_until("-->", 4) : size_until("?>");
      return size == std::string_view::npos ? copy_plain(size) : leave_out(size);
    }
    if (rest_.starts_with("<![CDATA[")) return copy_plain(size_until("]]>"));
    if (rest_.starts_with("<!DOCTYPE")) {
      const bool has_subset = rest_[std::min(rest_.find_first_of("[>"), rest_.size() - 1)] == '[';
      return leave_out(size_until(has_subset ? "]>" : ">"));
    }
    const std::string_view after = rest_.substr(1, 1);
    if (!after.empty() && (after.front() == '/' || begins_name(after.front()))) return tag();
    out_ += "&lt;";
    skip(1);
  }

  void tag() {
    out_ += '<';
    skip(1);
    char quote = 0;
    std::size_t attributes = 0;
    while (!rest_.empty()) {
      copy_plain(rest_.find_first_of("<>&\"'="));
      if (rest_.empty()) return;
      const char c = rest_.front();
      if (c == '&') {
        reference();
        continue;
      }
      if (c == '<' && quote == 0) return;
      skip(1);
      if (c == '<')
        out_ += "&lt;";
      else
        out_ += c;
      if (c == '>' && quote == 0) return;
      if (c == '=' && quote == 0 && ++attributes > kMaxXmlAttributes)
        has_too_many_attributes_ = true;
      if (c == quote)
        quote = 0;
      else if (quote == 0 && (c == '"' || c == '\''))
        quote = c;
    }
  }

  // At "&": one of XML's own stays, others become the character.
  void reference() {
    const bool is_number = rest_.starts_with("&#");
    const std::size_t end = rest_.substr(0, kMaxEntityBytes + 2).find(';');
    if (end == std::string_view::npos || end < 2 || !(is_number ? number(end) : name(end))) {
      out_ += "&amp;";
      skip(1);
      return;
    }
    skip(end + 1);
  }

  bool number(std::size_t end) {
    std::string_view digits = rest_.substr(2, end - 2);
    const bool is_hex = digits.starts_with('x') || digits.starts_with('X');
    if (is_hex) digits.remove_prefix(1);
    std::uint32_t c = 0;
    const auto [stop, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), c, is_hex ? 16 : 10);
    if (digits.empty() || stop != digits.data() + digits.size()) return false;
    if (c >= 0x80 && c < 0xA0 && kWindows1252[c - 0x80] != 0) c = kWindows1252[c - 0x80];
    if (c == '<' || c == '&')
      out_ += c == '<' ? "&lt;" : "&amp;";
    else if (c == '"' || c == '\'')  // may stand in a value
      out_ += c == '"' ? "&quot;" : "&apos;";
    else if (c < 0x20 && is_xml_character(c))  // in a value, the character itself is a space
      out_ += rest_.substr(0, end + 1);
    else if (error == std::errc() && is_xml_character(c))
      append_utf8(out_, c);
    return true;
  }

  bool name(std::size_t end) {
    const std::string name(rest_.substr(1, end - 1));
    if (!std::ranges::all_of(name, [](char c) { return is_ascii_alpha(c) || is_ascii_digit(c); }))
      return false;
    if (name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos") {
      out_ += rest_.substr(0, end + 1);
      return true;
    }
    const auto* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    if (!entity) return false;
    append_utf8(out_, entity->value);
    return true;
  }

  std::string_view rest_;
  std::string out_;
  bool has_too_many_attributes_ = false;
};

}  // namespace

RepairedXml repaired_xml(std::string_view xml) { return Repair(xml).run(); }

}  // namespace backfile
