#include "indexer/input/encoding.h"

namespace backfile {

Decoded decode(std::string_view bytes, std::string_view) {
  return {std::string(bytes), "UTF-8", false};
}

}  // namespace backfile
