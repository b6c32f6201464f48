// Whose site an address leads to.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// The host of `https://www.Paper.example:80/x` or `//paper.example/x` in lower case, without user,
// `www.` and port: "paper.example". Empty when there is none, or one in brackets, which names
// nobody.
std::string host_of(std::string_view url);

}  // namespace backfile
