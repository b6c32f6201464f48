// Addresses as pages write them.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// `url`, which may be relative to `base`, as an address of an article: http(s), and more than the
// root of a site. Empty when it is none.
std::string article_url(std::string_view url, std::string_view base);

// "paper" of "https://www.paper.example/a"; empty when there is no such name.
std::string site_label(std::string_view url);

}  // namespace backfile
