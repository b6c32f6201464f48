#include "indexer/readers/sgml_articles.h"

#include <fmt/format.h>

#include "indexer/input/encoding.h"
#include "indexer/readers/look.h"

namespace backfile {

std::optional<ReadItem> SgmlArticles::next() {
  const auto element = elements_.next();
  if (!element && found_any_) return std::nullopt;
  found_any_ = true;
  if (!element)
    return Rejection{{path_, {}},
                     "no articles",
                     fmt::format("there is no <{}> in it; name its format with --format", name_)};
  Origin origin{path_, element->position()};
  switch (element->fault) {
    case Element::Fault::kTooLarge:
      return too_large(std::move(origin), "an article", max_bytes_);
    case Element::Fault::kNotClosed:
      return Rejection{
          std::move(origin), "cut off",
          fmt::format("the next one begins, or the input ends, before its </{}>", name_)};
    case Element::Fault::kNone:
      break;
  }
  // These collections are of one-byte letters where they are not in UTF-8, and say nothing of it.
  return make_({std::move(origin), decode(element->bytes, "iso-8859-1").text});
}

}  // namespace backfile
