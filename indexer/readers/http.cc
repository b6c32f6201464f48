#include "indexer/readers/http.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <optional>

#include <brotli/decode.h>
#include <zlib.h>

#include "common/utf8.h"
#include "indexer/readers/look.h"

namespace backfile {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{64} << 10;

std::string lowered(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), ascii_lower);
  return lower;
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// "5\r\nhello\r\n0\r\n\r\n" -> "hello"; empty when the body is not made of chunks. A last chunk
// that is cut off is kept as far as it goes.
std::optional<std::string> unchunked(std::string_view body) {
  std::string text;
  while (!body.empty()) {
    std::string_view line = take_line(body);
    line = trimmed(line.substr(0, line.find(';')));
    std::size_t size = 0;
    const char* const end = line.data() + line.size();
    const auto [rest, error] = std::from_chars(line.data(), end, size, 16);
    if (line.empty() || rest != end || error != std::errc()) return std::nullopt;
    if (size == 0) return text;
    text += body.substr(0, size);
    body.remove_prefix(std::min(size, body.size()));
    take_line(body);  // the end of the chunk's own line
  }
  return text;
}

using Body = std::variant<std::string, BodyError>;

BodyError too_large_body() { return {"too large", "the page unpacks to more than --max-article"}; }

// gzip, zlib or raw deflate. What follows the first stream is passed over, and what came before
// damage is kept: browsers show it too.
Body inflated(std::string_view body, int window_bits, std::size_t max_bytes) {
  z_stream stream{};
  if (inflateInit2(&stream, window_bits) != Z_OK) return BodyError{"damaged", "zlib failed"};
  const std::unique_ptr<z_stream, int (*)(z_stream*)> guard(&stream, inflateEnd);
  // zlib's interface is older than const.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = uInt(body.size());
  std::string text;
  for (;;) {
    const std::size_t before = text.size();
    text.resize(before + kBlockBytes);
    stream.next_out = reinterpret_cast<Bytef*>(text.data() + before);
    stream.avail_out = uInt(kBlockBytes);
    const int status = inflate(&stream, Z_NO_FLUSH);
    text.resize(text.size() - stream.avail_out);
    if (text.size() > max_bytes) return too_large_body();
    if (status == Z_STREAM_END) return text;
    if (status != Z_OK)
      return BodyError{"damaged", std::string("the page cannot be unpacked: ") +
                                      (stream.msg ? stream.msg : "cut off")};
  }
}

Body unbrotlied(std::string_view body, std::size_t max_bytes) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  std::size_t left = body.size();
  const auto* in = reinterpret_cast<const std::uint8_t*>(body.data());
  std::string text;
  for (;;) {
    const std::size_t before = text.size();
    text.resize(before + kBlockBytes);
    auto* out = reinterpret_cast<std::uint8_t*>(text.data() + before);
    std::size_t room = kBlockBytes;
    const BrotliDecoderResult result =
        BrotliDecoderDecompressStream(state.get(), &left, &in, &room, &out, nullptr);
    text.resize(text.size() - room);
    if (text.size() > max_bytes) return too_large_body();
    if (result == BROTLI_DECODER_RESULT_SUCCESS) return text;
    if (result != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT)
      return BodyError{"damaged", "the page cannot be unpacked: it is no whole Brotli stream"};
  }
}

Body without_encoding(std::string body, std::string_view encoding, std::size_t max_bytes) {
  constexpr int kGzipOnly = 16;
  if (encoding == "gzip" || encoding == "x-gzip") {
    if (!body.starts_with("\x1F\x8B")) return body;
    return inflated(body, MAX_WBITS + kGzipOnly, max_bytes);
  }
  if (encoding == "deflate") {
    if (looks_like_markup(without_leading_space(body))) return body;
    Body text = inflated(body, MAX_WBITS, max_bytes);
    const auto* error = std::get_if<BodyError>(&text);
    return error && error->reason == "damaged" ? inflated(body, -MAX_WBITS, max_bytes) : text;
  }
  if (encoding == "br") {
    Body text = unbrotlied(body, max_bytes);
    if (std::holds_alternative<BodyError>(text) && looks_like_markup(without_leading_space(body)))
      return body;
    return text;
  }
  return BodyError{"unknown encoding", "the page is packed as " + std::string(encoding)};
}

}  // namespace

std::string_view header_value(std::string_view headers, std::string_view name) {
  while (!headers.empty()) {
    const std::string_view line = take_line(headers);
    if (line.size() <= name.size() || line[name.size()] != ':') continue;
    if (std::ranges::equal(line.substr(0, name.size()), name, {}, ascii_lower, ascii_lower))
      return trimmed(line.substr(name.size() + 1));
  }
  return {};
}

std::string media_type(std::string_view content_type) {
  return lowered(trimmed(content_type.substr(0, content_type.find(';'))));
}

std::string charset_of(std::string_view content_type) {
  const std::string lower = lowered(content_type);
  constexpr std::string_view kName = "charset=";
  const auto at = lower.find(kName);
  if (at == std::string::npos) return {};
  std::string_view value = std::string_view(lower).substr(at + kName.size());
  value = trimmed(value.substr(0, value.find(';')));
  while (!value.empty() && (value.front() == '"' || value.front() == '\'')) value.remove_prefix(1);
  while (!value.empty() && (value.back() == '"' || value.back() == '\'')) value.remove_suffix(1);
  return std::string(value);
}

HttpHead parse_http_head(std::string_view response) {
  HttpHead head;
  if (!response.starts_with("HTTP/")) return head;
  std::string_view rest = response;
  std::string_view status = take_line(rest);
  status.remove_prefix(std::min(status.find(' '), status.size()));
  status = trimmed(status);
  std::from_chars(status.data(), status.data() + status.size(), head.status);
  const auto begin = std::size_t(rest.data() - response.data());
  while (!rest.empty()) {
    const auto at = std::size_t(rest.data() - response.data());
    if (!take_line(rest).empty()) continue;
    head.headers = response.substr(begin, at - begin);
    head.body = rest;
    return head;
  }
  head.headers = response.substr(begin);
  return head;
}

std::variant<std::string, BodyError> decoded_body(const HttpHead& head, std::size_t max_bytes) {
  std::string body;
  if (lowered(header_value(head.headers, "Transfer-Encoding")).find("chunked") != std::string::npos)
    body = unchunked(head.body).value_or(std::string(head.body));
  else
    body = head.body;
  // In the order in which they were applied; the last comes off first.
  std::string encodings = lowered(header_value(head.headers, "Content-Encoding"));
  while (!encodings.empty()) {
    const auto comma = encodings.rfind(',');
    const std::string name(
        trimmed(std::string_view(encodings).substr(comma == std::string::npos ? 0 : comma + 1)));
    encodings.resize(comma == std::string::npos ? 0 : comma);
    if (name.empty() || name == "identity" || name == "none" || name == "utf-8") continue;
    auto text = without_encoding(std::move(body), name, max_bytes);
    if (std::holds_alternative<BodyError>(text)) return text;
    body = std::get<std::string>(std::move(text));
  }
  if (body.size() > max_bytes) return too_large_body();
  return body;
}

}  // namespace backfile
