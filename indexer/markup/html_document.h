// A parsed page or piece of HTML: libxml2's tree, and what stood beside it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

// libxml2's own names.
// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming)
struct _xmlDoc;
struct _xmlNode;
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)

namespace backfile {

// Elements nested deeper have no nodes; their text belongs to what is around them. Pages of people
// stay below 60.
inline constexpr int kMaxHtmlDepth = 200;

class HtmlDocument {
 public:
  // Never fails; time is linear in the size. Nothing is fetched.
  explicit HtmlDocument(std::string_view html);

  // <body>, which holds everything, also what stood in <head>; nullptr when there is nothing.
  const _xmlNode* body() const;
  // Of <html lang>, as written.
  const std::string& language() const { return language_; }
  // Each <script type="application/ld+json">, as written.
  const std::vector<std::string>& json_ld() const { return json_ld_; }

 private:
  struct Free {
    void operator()(_xmlDoc* document) const;
  };

  std::string language_;
  std::vector<std::string> json_ld_;
  std::unique_ptr<_xmlDoc, Free> document_;
};

}  // namespace backfile
