// The encoding that a page names in its own text.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// Of `<?xml version="1.0" encoding="iso-8859-1"?>`, `<meta charset="utf-8">` or
// `<meta http-equiv="Content-Type" content="text/html; charset=utf-8">` within the first 4 KB;
// empty when there is none.
std::string declared_charset(std::string_view html);

}  // namespace backfile
