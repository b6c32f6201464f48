// Any bytes as a date, a period, a range: what is read is written and read alike.
#include "common/date.h"
#include "common/period.h"
#include "indexer/cleaner/news_date.h"
#include "tests/fuzz/fuzz_input.h"

using namespace backfile;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text = as_text(bytes, size);
  if (const auto date = parse_date(text)) {
    require(parse_date(to_iso(*date)) == date);
    require(to_digits(*date).size() == 14);
  }
  for (const std::string_view language : {"", "en", "de"})
    if (const auto date = parse_news_date(text, language)) {
      require(parse_date(to_iso(*date)) == date);
      require(parse_news_date(to_iso(*date), language) == date);
    }
  const std::chrono::sys_days today = std::chrono::year(2024) / 11 / 17;
  if (const auto period = parse_period(text, today)) require(period->first <= period->last);
  parse_date_range(text, today);
  return 0;
}
