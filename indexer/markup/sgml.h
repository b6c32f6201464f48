// SGML as news collections of the 1980s and 1990s hold it, before XML and without a parser for
// it: upper-case tags, some never closed, `&` and `<` that mean nothing but themselves.
//   <DOC><DOCNO> LA010189-0001 </DOCNO><TEXT><P>Fish & chips, < 5 crowns</P></TEXT></DOC>
//
// So nothing here fails: each function looks for what it is asked for and takes the rest for text.
// Names of tags match whatever the case of their letters. All are linear in the text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

struct SgmlTag {
  std::size_t at = std::string_view::npos;  // of its `<`
  bool is_end = false;                      // </NAME>

  explicit operator bool() const { return at != std::string_view::npos; }
};

// The first start or end tag of that name at or behind `from`. One that is cut off at the end of
// the text before the character behind its name is not seen.
SgmlTag find_tag(std::string_view text, std::string_view name, std::size_t from = 0);

// What stands between the first <NAME ...> and the end tag behind it; empty without the two.
std::optional<std::string_view> element(std::string_view text, std::string_view name);
// The same; without an end tag all that is behind the start tag, without either nothing.
std::string_view element_or_rest(std::string_view text, std::string_view name);
// Of all that stand one behind another.
std::vector<std::string_view> elements(std::string_view text, std::string_view name);

// The value of an attribute of the first tag in `text`: of <REUTERS NEWID="1"> the "1" of NEWID.
std::string_view attribute(std::string_view text, std::string_view name);

// Tags cut, <P> and </P> an empty line, <BR> a line end, entities decoded; lines and white space as
// they were. Control characters go.
std::string sgml_to_text(std::string_view sgml);

}  // namespace backfile
