#include "indexer/markup/xml_repair.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"
#include "indexer/markup/entities.h"

namespace backfile {
namespace {

constexpr std::size_t kMaxReferenceBytes = 12;  // "&thetasym;", "&#x0010FFFF;"
constexpr std::array<std::string_view, 5> kOwn = {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"};

bool begins_name(char c) {
  return is_ascii_alpha(c) || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_forbidden(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

// Whether `text` is a reference by its form: "&eacute;", "&#233;", "&#xE9;".
bool is_reference(std::string_view text) {
  if (text.size() < 3) return false;
  text = text.substr(1, text.size() - 2);
  constexpr std::string_view kHexDigits = "0123456789abcdefABCDEF";
  const bool is_hex = text.starts_with("#x") || text.starts_with("#X");
  if (is_hex || text.starts_with('#')) {
    text.remove_prefix(is_hex ? 2 : 1);
    const std::string_view digits = kHexDigits.substr(0, is_hex ? 22 : 10);
    return !text.empty() && text.find_first_not_of(digits) == std::string_view::npos;
  }
  return std::ranges::all_of(text, [](char c) { return is_ascii_alpha(c) || is_ascii_digit(c); });
}

class Repair {
 public:
  explicit Repair(std::string_view xml) : rest_(xml) { out_.reserve(xml.size() + xml.size() / 8); }

  RepairedXml run() {
    while (!rest_.empty()) {
      copy_plain(until([](char c) { return c == '<' || c == '&'; }));
      if (rest_.starts_with('<'))
        markup();
      else if (!rest_.empty())
        reference();
    }
    return {std::move(out_), has_too_many_attributes_};
  }

 private:
  void skip(std::size_t count) { rest_.remove_prefix(std::min(count, rest_.size())); }

  // Bytes before the first that is asked for; all when there is none.
  template <class Predicate>
  std::size_t until(Predicate is_wanted) const {
    return std::size_t(std::ranges::find_if(rest_, is_wanted) - rest_.begin());
  }

  // Copies text that holds neither tags nor references, without forbidden characters.
  void copy_plain(std::size_t count) {
    const std::string_view text = rest_.substr(0, count);
    skip(count);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool is_no_character =
          text[i] == '\xEF' && (text.substr(i).starts_with("\xEF\xBF\xBE") ||
                                text.substr(i).starts_with("\xEF\xBF\xBF"));
      if (!is_forbidden(text[i]) && !is_no_character) continue;
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
      copy_plain(until([](char c) {
        return c == '<' || c == '>' || c == '&' || c == '"' || c == '\'' || c == '=';
      }));
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

  // At "&": one of XML's own stays, others become the characters.
  void reference() {
    const std::size_t end = rest_.substr(0, kMaxReferenceBytes).find(';');
    const std::string_view whole = rest_.substr(0, end == std::string_view::npos ? 0 : end + 1);
    const bool is_own = std::ranges::find(kOwn, whole) != kOwn.end();
    const std::string characters =
        is_reference(whole) ? decode_entities(whole) : std::string(whole);
    if (is_own) {
      out_ += whole;
    } else if (characters != whole) {
      for (const char c : characters) append_escaped(c);
    } else {
      out_ += "&amp;";
      return skip(1);
    }
    skip(whole.size());
  }

  void append_escaped(char c) {
    if (c == '<')
      out_ += "&lt;";
    else if (c == '&')
      out_ += "&amp;";
    else if (c == '"')  // it may stand in a value
      out_ += "&quot;";
    else if (c == '\'')
      out_ += "&apos;";
    else if (!is_forbidden(c))
      out_ += c;
  }

  std::string_view rest_;
  std::string out_;
  bool has_too_many_attributes_ = false;
};

}  // namespace

RepairedXml repaired_xml(std::string_view xml) { return Repair(xml).run(); }

}  // namespace backfile
