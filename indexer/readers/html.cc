#include "indexer/readers/html.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"
#include "indexer/input/encoding.h"
#include "indexer/readers/look.h"

namespace backfile {
namespace {

// What a page begins with, most to least common.
constexpr auto kBeginnings = std::to_array<std::string_view>(
    {"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<script", "<div", "<article",
     "<p>", "<h1", "<table", "<link", "<style", "<main", "<section", "<center", "<font", "<a "});

constexpr std::size_t kLookBytes = 4096;
constexpr std::size_t kMaxUrlBytes = 2000;

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.size() >= beginning.size() &&
         std::ranges::equal(text.substr(0, beginning.size()), beginning, {}, ascii_lower);
}

// Without comments, XML declarations and white space that stand first.
std::string_view behind_preamble(std::string_view head) {
  while (true) {
    head = without_leading_space(head);
    const std::string_view end = head.starts_with("<!--")    ? "-->"
                                 : head.starts_with("<?xml") ? "?>"
                                                             : "";
    if (end.empty()) return head;
    const std::size_t at = head.find(end);
    if (at == std::string_view::npos) return {};
    head.remove_prefix(at + end.size());
  }
}

// Of "<!-- saved from url=(0031)https://paper.example/2024/storm -->" near the front.
std::string saved_url(std::string_view html) {
  constexpr std::string_view kMark = "<!-- saved from url=(";
  const std::string_view head = html.substr(0, kLookBytes);
  std::size_t at = head.find(kMark);
  if (at == std::string_view::npos) return {};
  at = head.find(')', at + kMark.size());
  if (at == std::string_view::npos) return {};
  const std::string_view url = head.substr(at + 1, kMaxUrlBytes);
  const std::size_t end = url.find_first_of(" \t\r\n>");
  if (end == std::string_view::npos || !url.starts_with("http")) return {};
  return decode(url.substr(0, end)).text;
}

class HtmlReader : public Reader {
 public:
  HtmlReader(Input& input, const ReaderSettings& settings)
      : input_(input), max_bytes_(settings.max_article_bytes) {}

  std::optional<ReadItem> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    const Origin origin{input_.path(), {}};
    const auto html = whole_text(input_, max_bytes_);
    if (!html) return too_large(origin, "a page", max_bytes_);
    if (trimmed(*html).empty()) return Rejection{origin, "empty", "the file has no text"};
    return RawPage{origin, std::string(*html), saved_url(*html), {}};
  }

 private:
  Input& input_;
  std::size_t max_bytes_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<Reader> make_html_reader(Input& input, const ReaderSettings& settings) {
  return std::make_unique<HtmlReader>(input, settings);
}

bool looks_like_html_page(std::string_view head) {
  const std::string_view page = behind_preamble(head);
  return std::ranges::any_of(
      kBeginnings, [&](std::string_view beginning) { return begins_with(page, beginning); });
}

}  // namespace backfile
