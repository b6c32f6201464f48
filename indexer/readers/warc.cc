#include "indexer/readers/warc.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "common/utf8.h"
#include "indexer/input/encoding.h"
#include "indexer/readers/http.h"
#include "indexer/readers/look.h"

namespace backfile {
namespace {

constexpr std::string_view kMagic = "WARC/";
constexpr std::size_t kMaxHeaderBytes = std::size_t{64} << 10;
constexpr std::size_t kLookAheadBytes = std::size_t{1} << 20;

struct Record {
  std::string header;  // its lines, the version left out
  std::size_t header_bytes = 0;
  std::uint64_t content_bytes = 0;

  std::string_view value(std::string_view name) const { return header_value(header, name); }
};

bool is_html(std::string_view type) {
  return type == "text/html" || type == "application/xhtml+xml";
}

// <https://paper.example/a> in old records.
std::string url_of(const Record& record) {
  std::string_view url = record.value("WARC-Target-URI");
  if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);
  return decode(url).text;
}

class WarcReader : public Reader {
 public:
  WarcReader(Input& input, const ReaderSettings& settings)
      : input_(input), max_bytes_(settings.max_article_bytes) {}

  std::optional<ReadItem> next() override {
    while (find_record()) {
      if (auto item = std::exchange(passed_over_, std::nullopt)) return item;
      ++records_;
      origin_ = {input_.path(),
                 fmt::format("record {} at byte {}", records_, input_.position() + 1)};
      if (auto item = read_record()) return item;
    }
    return std::exchange(passed_over_, std::nullopt);
  }

 private:
  Rejection reject(std::string reason, std::string detail) const {
    return {origin_, std::move(reason), std::move(detail)};
  }

  // Goes to where the next record begins; what is no blank line on the way is told, unless the
  // record that it belongs to has been. False at the end.
  bool find_record() {
    std::uint64_t from = 0;
    std::uint64_t garbage = 0;
    bool is_at_line_start = true;
    for (;;) {
      const std::string_view ahead = input_.peek(kLookAheadBytes);
      const std::size_t blank = std::min(ahead.find_first_not_of("\r\n"), ahead.size());
      if (blank > 0) {
        input_.take(blank);
        is_at_line_start = true;
        continue;
      }
      if (ahead.empty() || (is_at_line_start && ahead.starts_with(kMagic))) break;
      const std::size_t found = ahead.find("\nWARC/");
      const std::size_t kept = std::min(ahead.size() - 1, kMagic.size());
      const std::size_t skipped = found == std::string_view::npos ? ahead.size() - kept : found + 1;
      if (garbage == 0) from = input_.position();
      garbage += skipped;
      input_.take(skipped);
      is_at_line_start = found != std::string_view::npos;
    }
    if (garbage > 0 && !is_told_)
      passed_over_ =
          Rejection{{input_.path(), fmt::format("byte {}", from + 1)},
                    "damaged",
                    fmt::format("{} bytes that are no WARC record were passed over", garbage)};
    is_told_ = false;
    if (!input_.peek(1).empty()) return true;
    if (!passed_over_) input_.require_whole();
    return false;
  }

  // Empty for a record that is no article.
  std::optional<ReadItem> read_record() {
    Record record;
    if (!parse_header(record)) {
      input_.take(kMagic.size());
      is_told_ = true;
      return reject("damaged", "the record's header has no end or no Content-Length");
    }
    const std::size_t whole = record.header_bytes + std::size_t(std::min<std::uint64_t>(
                                                        record.content_bytes, max_bytes_ + 1));
    if (record.content_bytes > max_bytes_) return skip_large(record);
    const std::string_view content = input_.peek(whole).substr(record.header_bytes);
    if (content.size() < record.content_bytes && !holds_record(content)) {
      input_.require_whole();
      input_.take(record.header_bytes + content.size());
      return reject("damaged", fmt::format("the record is cut off: {} of {} bytes", content.size(),
                                           record.content_bytes));
    }
    if (content.size() < record.content_bytes || !ends_at(whole)) {
      input_.take(record.header_bytes);
      is_told_ = true;
      return reject("damaged", "the record does not end where its Content-Length says");
    }
    // ends_at() may have moved the buffer.
    auto item = article_of(
        record, input_.peek(whole).substr(record.header_bytes, std::size_t(record.content_bytes)));
    input_.take(whole);
    return item;
  }

  static bool holds_record(std::string_view content) {
    return content.find("\nWARC/") != std::string_view::npos;
  }

  bool parse_header(Record& record) {
    const std::string_view ahead = input_.peek(kMaxHeaderBytes).substr(0, kMaxHeaderBytes);
    const std::size_t crlf = ahead.find("\r\n\r\n");
    const std::size_t lf = ahead.find("\n\n");
    if (std::min(crlf, lf) == std::string_view::npos) {
      if (ahead.size() < kMaxHeaderBytes) input_.require_whole();
      return false;
    }
    record.header_bytes = crlf < lf ? crlf + 4 : lf + 2;
    record.header = ahead.substr(0, record.header_bytes);
    const std::string_view length = record.value("Content-Length");
    const char* const end = length.data() + length.size();
    const auto [rest, error] = std::from_chars(length.data(), end, record.content_bytes);
    return !length.empty() && error == std::errc() && rest == end;
  }

  // Whether what stands `offset` bytes ahead ends a record: two line ends, the next one, or
  // nothing.
  bool ends_at(std::size_t offset) {
    constexpr std::size_t kMaxBlank = 16;
    std::string_view rest = input_.peek(offset + kMaxBlank).substr(offset);
    int line_ends = 0;
    for (; !rest.empty() && (rest.front() == '\r' || rest.front() == '\n'); rest.remove_prefix(1))
      line_ends += rest.front() == '\n' ? 1 : 0;
    return line_ends >= 2 || rest.empty() || rest.starts_with(kMagic.substr(0, rest.size()));
  }

  std::optional<ReadItem> skip_large(const Record& record) {
    const std::string_view start =
        input_.peek(record.header_bytes + kMaxHeaderBytes).substr(record.header_bytes);
    const bool is_page = is_wanted(record, start);
    std::uint64_t left = record.header_bytes + record.content_bytes;
    while (left > 0) {
      const std::size_t ahead = input_.peek(1).size();
      if (ahead == 0) break;
      const auto taken = std::size_t(std::min<std::uint64_t>(left, ahead));
      input_.take(taken);
      left -= taken;
    }
    if (left > 0) input_.require_whole();
    if (is_page) return too_large(origin_, "a record", max_bytes_);
    return std::nullopt;
  }

  // By what stands first in it.
  static bool is_wanted(const Record& record, std::string_view content) {
    if (record.value("WARC-Type") == "conversion") return true;
    if (record.value("WARC-Type") == "resource")
      return is_html(media_type(record.value("Content-Type")));
    if (record.value("WARC-Type") != "response") return false;
    const HttpHead head = parse_http_head(content);
    const std::string type = media_type(header_value(head.headers, "Content-Type"));
    constexpr int kOk = 200;
    return head.status == kOk &&
           (is_html(type) || (type.empty() && looks_like_markup(without_leading_space(head.body))));
  }

  std::optional<ReadItem> article_of(const Record& record, std::string_view content) const {
    if (!is_wanted(record, content)) return std::nullopt;
    if (record.value("WARC-Type") == "conversion") return text_of(record, content);
    RawPage page{origin_, {}, url_of(record), {}};
    if (record.value("WARC-Type") == "resource") {
      page.html = content;
      page.charset = charset_of(record.value("Content-Type"));
      return page;
    }
    const HttpHead head = parse_http_head(content);
    if (const std::string_view why = record.value("WARC-Truncated"); !why.empty())
      return reject("damaged", "the crawler cut the page off: " + decode(why).text);
    auto body = decoded_body(head, max_bytes_);
    if (const auto* error = std::get_if<BodyError>(&body))
      return reject(error->reason, error->detail);
    page.html = std::get<std::string>(std::move(body));
    page.charset = charset_of(header_value(head.headers, "Content-Type"));
    return page;
  }

  // Text that somebody made of a page: the title stands first.
  std::optional<ReadItem> text_of(const Record& record, std::string_view content) const {
    if (media_type(record.value("Content-Type")) != "text/plain") return std::nullopt;
    const std::string decoded = decode(content).text;
    const std::string_view text = without_leading_space(decoded);
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    RawArticle raw;
    raw.origin = origin_;
    raw.body_lines = LineUse::kParagraphs;
    raw.add("url", url_of(record));
    raw.add("title", std::string(text.substr(0, end)));
    raw.add("body", std::string(text.substr(end)));
    return raw;
  }

  Input& input_;
  std::size_t max_bytes_;
  std::uint64_t records_ = 0;
  Origin origin_;
  bool is_told_ = false;  // that what comes next is damaged
  std::optional<Rejection> passed_over_;
};

}  // namespace

std::unique_ptr<Reader> make_warc_reader(Input& input, const ReaderSettings& settings) {
  return std::make_unique<WarcReader>(input, settings);
}

bool looks_like_warc(std::string_view head) {
  return head.starts_with(kMagic) && head.size() > kMagic.size() &&
         is_ascii_digit(head[kMagic.size()]);
}

}  // namespace backfile
