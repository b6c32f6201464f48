// English told by its commonest words: most dumps are English, and CLD2 takes longer over an
// article than all the rest of the cleaning.
#pragma once

#include <string_view>

namespace backfile {

// Whether `text` is English beyond doubt: so rich, from its front to its end, in words that no
// other language has. False says nothing.
bool is_surely_english(std::string_view text);

}  // namespace backfile
