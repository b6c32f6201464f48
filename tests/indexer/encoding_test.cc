#include "indexer/input/encoding.h"

#include <doctest/doctest.h>

#include "common/utf8.h"
#include "tests/common/random_values.h"

namespace backfile {
namespace {

TEST_CASE("encoding: declared, marked, valid, detected") {
  struct Row {
    std::string bytes;
    std::string declared;
    std::string text;
    std::string encoding;
  };
  const std::string german =
      "Die B\xFCrgermeisterin der Stadt erkl\xE4rte am Dienstag, man werde die M\xFChle und die "
      "Stra\xDF"
      "e f\xFCr den Verkehr sperren.";
  const std::string german_utf8 =
      "Die Bürgermeisterin der Stadt erklärte am Dienstag, man werde die Mühle und die Straße für "
      "den Verkehr sperren.";
  const std::string russian =
      "\xCF\xEE\xF0\xF2 \xEE\xF2\xEA\xF0\xEE\xE5\xF2\xF1\xFF \xE2 \xEF\xEE\xED\xE5\xE4\xE5\xEB\xFC"
      "\xED\xE8\xEA, \xF1\xEA\xE0\xE7\xE0\xEB \xEC\xE8\xED\xE8\xF1\xF2\xF0 \xED\xE0 \xE2\xF1\xF2"
      "\xF0\xE5\xF7\xE5 \xF1 \xE6\xF3\xF0\xED\xE0\xEB\xE8\xF1\xF2\xE0\xEC\xE8.";
  const std::string russian_utf8 =
      "Порт откроется в понедельник, сказал министр на встрече с журналистами.";
  const Row rows[] = {
      {"", "", "", "UTF-8"},
      {"plain", "iso-8859-1", "plain", "UTF-8"},
      {"caf\xC3\xA9", "", "café", "UTF-8"},
      {"\xEF\xBB\xBF"
       "caf\xC3\xA9",
       "latin1", "café", "UTF-8"},
      {"caf\xE9", "ISO-8859-1", "café", "windows-1252"},
      {"caf\xE9", "\"iso-8859-1\"", "café", "windows-1252"},
      {"\x93quoted\x94 \x96 \x80", "latin1", "“quoted” – €", "windows-1252"},
      {"\xA3"
       "600m in sales",
       "", "£600m in sales", "windows-1252"},
      {"\xA4", "iso-8859-15", "€", "ISO-8859-15"},
      // Declared Latin, and yet UTF-8: nobody writes that by chance.
      {"caf\xC3\xA9", "iso-8859-1", "café", "UTF-8"},
      {"caf\xC3\xA9", "windows-1252", "café", "UTF-8"},
      {"\x93\xFA\x96{", "Shift_JIS", "日本", "Shift_JIS"},
      {"\x1B$BF|K\\\x1B(B", "iso-2022-jp", "日本", "ISO-2022-JP"},
      {"\xC8\xD5\xB1\xBE", "gb2312", "日本", "gb18030"},
      {"caf\xE9", "no-such-encoding", "café", "windows-1252"},
      {"caf\xE9", "utf-16", "café", "windows-1252"},
      {german, "", german_utf8, "windows-1252"},
      {german, "utf-8", german_utf8, "windows-1252"},
      {russian, "windows-1251", russian_utf8, "windows-1251"},
      {russian, "", russian_utf8, "windows-1251"},
      // One byte is broken in what is UTF-8 otherwise.
      {"Zürich, Köln, Málaga, Ærø, \xC3", "", "Zürich, Köln, Málaga, Ærø, \uFFFD", "UTF-8"},
      {"Zürich \xFF", "utf-8", "Zürich \uFFFD", "UTF-8"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CAPTURE(row.declared);
    const Decoded decoded = decode(row.bytes, row.declared);
    CHECK(decoded.text == row.text);
    CHECK(decoded.encoding == row.encoding);
    CHECK(decoded.lossy == (row.text.find("\uFFFD") != std::string::npos));
  }
}

TEST_CASE("encoding: any bytes give valid UTF-8, whatever is declared") {
  RandomValues random(7);
  for (int round = 0; round < 60; ++round) {
    std::string bytes;
    const std::size_t size = random.below(9000);
    while (bytes.size() < size)
      bytes += char(random.below(3) > 0 ? random.number(32, 126) : random.number(0, 255));
    for (const char* declared : {"", "utf-8", "utf-16", "latin1", "big5", "iso-2022-kr", "utf-7"}) {
      CAPTURE(declared);
      CHECK_FALSE(first_invalid_utf8(decode(bytes, declared).text));
    }
  }
}

}  // namespace
}  // namespace backfile
