#include "indexer/readers/text.h"

#include <fmt/format.h>

#include "common/utf8.h"
#include "indexer/input/encoding.h"
#include "indexer/readers/look.h"

namespace backfile {
namespace {

class TextReader : public Reader {
 public:
  TextReader(Input& input, const ReaderSettings& settings)
      : input_(input), max_bytes_(settings.max_article_bytes) {}

  std::optional<ReadItem> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    const auto text = whole_text(input_, max_bytes_);
    if (!text) return too_large({input_.path(), {}}, "a text", max_bytes_);
    return article_of(*text);
  }

 private:
  ReadItem reject(std::string reason, std::string detail) const {
    return Rejection{{input_.path(), {}}, std::move(reason), std::move(detail)};
  }

  ReadItem article_of(std::string_view bytes) const {
    if (const auto nul = bytes.find('\0'); nul != std::string_view::npos)
      return reject("binary", fmt::format("a NUL byte at byte {}", nul + 1));
    const std::string decoded = decode(bytes).text;
    const std::string_view text = without_leading_space(decoded);
    if (text.empty()) return reject("empty", "the file has no text");
    const std::size_t headline = std::min(text.find_first_of("\r\n"), text.size());
    RawArticle raw;
    raw.origin = {input_.path(), "line 1"};
    raw.add("title", std::string(text.substr(0, headline)));
    raw.add("body", std::string(text.substr(headline)));
    raw.add("section", input_.name().folder);
    return raw;
  }

  Input& input_;
  std::size_t max_bytes_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<Reader> make_text_reader(Input& input, const ReaderSettings& settings) {
  return std::make_unique<TextReader>(input, settings);
}

bool looks_like_text(std::string_view head) {
  return head.find('\0') == std::string_view::npos && !looks_like_markup(head);
}

}  // namespace backfile
