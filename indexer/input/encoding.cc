#include "indexer/input/encoding.h"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "common/utf8.h"

namespace backfile {
namespace {

constexpr std::string_view kUtf8 = "UTF-8";
constexpr std::string_view kWindows = "windows-1252";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// The converter of that name, and the name by which it is known on the internet. Encodings that
// hide ASCII in other bytes or give escape sequences a meaning of their own stay out but for those
// of Japanese mail.
Converter open_converter(std::string_view name, std::string& standard_name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(std::string(name).c_str(), &status));
  if (U_FAILURE(status)) return nullptr;
  const char* known = ucnv_getStandardName(ucnv_getName(converter.get(), &status), "IANA", &status);
  standard_name = U_SUCCESS(status) && known ? known : std::string(name);
  return converter;
}

// The name by which ICU's converter is opened: Latin-1, ASCII and Latin-5 mean their supersets by
// Microsoft, as in every browser (WHATWG Encoding, section 4.2).
std::string usual_name(std::string_view declared) {
  std::string name;
  for (const char c : trimmed(declared))
    if (c != '"' && c != '\'') name += ascii_lower(c);
  struct Row {
    std::string_view name;
    std::string_view usual;
  };
  static constexpr std::array<Row, 16> kUsual = {{{"iso-8859-1", kWindows},
                                                  {"iso8859-1", kWindows},
                                                  {"iso_8859-1", kWindows},
                                                  {"latin1", kWindows},
                                                  {"latin-1", kWindows},
                                                  {"l1", kWindows},
                                                  {"us-ascii", kWindows},
                                                  {"ascii", kWindows},
                                                  {"cp1252", kWindows},
                                                  {"x-cp1252", kWindows},
                                                  {"iso-8859-9", "windows-1254"},
                                                  {"gb2312", "gb18030"},
                                                  {"gbk", "gb18030"},
                                                  {"euc-kr", "windows-949"},
                                                  {"ks_c_5601-1987", "windows-949"},
                                                  {"utf8", kUtf8}}};
  const auto* row = std::ranges::find(kUsual, name, &Row::name);
  return row == kUsual.end() ? name : std::string(row->usual);
}

// ICU has no character for the five bytes that windows-1252 leaves free, and gives C1 controls.
std::optional<Decoded> convert(std::string_view bytes, std::string_view name) {
  Decoded result;
  const Converter converter = open_converter(name, result.encoding);
  if (!converter) return std::nullopt;
  result.text.reserve(bytes.size() + bytes.size() / 8);
  const char* from = bytes.data();
  const char* const from_end = from + bytes.size();
  std::array<UChar, 4096> units{};
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    UChar* to = units.data();
    ucnv_toUnicode(converter.get(), &to, units.data() + units.size(), &from, from_end, nullptr,
                   /*flush=*/1, &status);
    for (const UChar* unit = units.data(); unit < to;) {
      char32_t c = *unit++;
      // A pair may be parted by the end of the buffer only if ICU parts one, which it does not.
      if (U16_IS_LEAD(c) && unit < to && U16_IS_TRAIL(*unit)) c = U16_GET_SUPPLEMENTARY(c, *unit++);
      if (U_IS_SURROGATE(c)) c = 0xFFFD;
      if (c == 0xFFFD) result.lossy = true;
      append_utf8(result.text, c);
    }
  }
  if (U_FAILURE(status)) return std::nullopt;
  return result;
}

// Ill-formed sequences become U+FFFD each.
std::string repaired(std::string_view bytes, std::size_t& good, std::size_t& bad) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    const CodePoint c = code_point_at(bytes, i);
    const bool is_bad = c.value == 0xFFFD && !bytes.substr(i).starts_with(kReplacement);
    if (c.bytes > 1) ++(is_bad ? bad : good);
    if (c.bytes == 1 && is_bad) ++bad;
    append_utf8(text, c.value);
    i += c.bytes;
  }
  return text;
}

// A few broken bytes in a text that is UTF-8 everywhere else.
std::optional<Decoded> mostly_utf8(std::string_view bytes, bool declared) {
  std::size_t good = 0;
  std::size_t bad = 0;
  std::string text = repaired(bytes, good, bad);
  if (good < (declared ? 1 : 4) * bad) return std::nullopt;
  return Decoded{std::move(text), std::string(kUtf8), true};
}

// What ICU's statistics say, where they are sure enough to beat the most common of all.
std::string detected_name(std::string_view bytes) {
  constexpr std::size_t kLookBytes = std::size_t{64} << 10;
  constexpr std::int32_t kSure = 30;  // of 100
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  if (U_FAILURE(status)) return std::string(kWindows);
  const auto size = std::int32_t(std::min(bytes.size(), kLookBytes));
  ucsdet_setText(detector.get(), bytes.data(), size, &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || !match) return std::string(kWindows);
  const std::int32_t confidence = ucsdet_getConfidence(match, &status);
  const char* name = ucsdet_getName(match, &status);
  if (U_FAILURE(status) || confidence < kSure) return std::string(kWindows);
  std::string usual = usual_name(name);
  // UTF-16 and -32 have been taken off before, IBM's mainframe encodings hold no ASCII.
  const bool is_wide = usual.starts_with("utf-") || usual.starts_with("ibm42");
  return is_wide ? std::string(kWindows) : usual;
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view declared) {
  if (bytes.starts_with(kByteOrderMark)) {
    bytes.remove_prefix(kByteOrderMark.size());
    declared = kUtf8;
  }
  const std::string name = usual_name(declared);
  const bool is_valid = !first_invalid_utf8(bytes);
  const bool is_multibyte = !name.empty() && name != kWindows && name != "windows-1254" &&
                            !name.starts_with("iso-8859") && !name.starts_with("utf-");
  // Escape sequences and double bytes may be valid UTF-8 by chance; accented Latin is not.
  if (is_valid && (!is_multibyte || is_ascii(bytes)) && !name.starts_with("iso-2022") &&
      name != "hz-gb-2312")
    return {std::string(bytes), std::string(kUtf8), false};
  if (!name.empty() && !name.starts_with("utf-"))
    if (auto converted = convert(bytes, name); converted && !converted->lossy) return *converted;
  if (is_valid) return {std::string(bytes), std::string(kUtf8), false};
  if (auto text = mostly_utf8(bytes, name == "utf-8")) return *text;
  if (auto text = convert(bytes, detected_name(bytes)); text && !text->lossy) return *text;
  return convert(bytes, kWindows).value_or(Decoded{std::string(bytes), {}, true});
}

}  // namespace backfile
