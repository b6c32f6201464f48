#include "indexer/markup/page.h"

namespace backfile {

ParsedItem parse_page(const RawPage& page) {
  return Rejection{page.origin, "unknown format", "an HTML page"};
}

}  // namespace backfile
