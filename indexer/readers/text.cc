#include "indexer/readers/text.h"

#include <fmt/format.h>

#include "common/utf8.h"

namespace backfile {
namespace {

class TextReader : public Reader {
 public:
  TextReader(Input& input, std::string section) : input_(input), section_(std::move(section)) {}

  std::optional<ReadItem> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    const std::string_view text = input_.peek(kMaxArticleBytes + 1);
    if (text.size() > kMaxArticleBytes)
      return reject("too large", fmt::format("a text of more than {} MB", kMaxArticleBytes >> 20));
    return article_of(text);
  }

 private:
  ReadItem reject(std::string reason, std::string detail) const {
    return Rejection{{input_.path(), {}}, std::move(reason), std::move(detail)};
  }

  ReadItem article_of(std::string_view text) const {
    if (const auto nul = text.find('\0'); nul != std::string_view::npos)
      return reject("binary", fmt::format("a NUL byte at byte {}", nul + 1));
    if (const auto bad = first_invalid_utf8(text))
      return reject("invalid UTF-8",
                    fmt::format("at byte {}; convert the file to UTF-8", *bad + 1));
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    if (trimmed(text).empty()) return reject("empty", "the file has no text");
    text.remove_prefix(std::size_t(trimmed(text).data() - text.data()));
    const std::size_t headline = std::min(text.find_first_of("\r\n"), text.size());
    RawArticle raw;
    raw.origin = {input_.path(), "line 1"};
    raw[*field_by_name("title")].emplace_back(text.substr(0, headline));
    raw[*field_by_name("body")].emplace_back(text.substr(headline));
    if (!section_.empty()) raw[*field_by_name("section")].push_back(section_);
    return raw;
  }

  Input& input_;
  std::string section_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<Reader> make_text_reader(Input& input, std::string section) {
  return std::make_unique<TextReader>(input, std::move(section));
}

}  // namespace backfile
