// Any bytes as a query: an answer or an error, and what was understood is
// understood again.
#include <chrono>

#include "searcher/query/parser.h"
#include "tests/fuzz/fuzz_input.h"

using namespace backfile;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::chrono::sys_days today = std::chrono::year(2024) / 11 / 17;
  const auto parsed = parse_query(as_text(bytes, size), today);
  if (const auto* error = std::get_if<QueryError>(&parsed)) {
    require(!error->message.empty() && error->column >= 1);
    return 0;
  }
  const auto& query = std::get<QueryNode>(parsed);
  const std::string understood = to_text(query);
  if (understood.size() > kMaxQueryBytes) return 0;
  const auto again = parse_query(understood, today);
  require(std::holds_alternative<QueryNode>(again) && std::get<QueryNode>(again) == query);
  return 0;
}
