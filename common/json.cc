#include "common/json.h"

#include <nlohmann/json.hpp>

namespace backfile {

std::string dump_line(const nlohmann::ordered_json& value) {
  return value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace backfile
