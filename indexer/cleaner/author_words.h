// The words of bylines that are no names: what stands before them, roles, agencies. All functions
// but fold_name() take text as that gives it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace backfile {

// `text` in lower case without accents, apostrophes straight.
std::string fold_name(std::string_view text);

// The bytes of `by `, `written by `, `von ` and their kin at the front of `text`, blanks and colon
// with them; all of `text` when it is no more than that; 0 for none. `von miller` has none: a name
// may begin so.
std::size_t byline_opening_bytes(std::string_view text);

// `staff writer`, `editor of the gazette`, `special to the gazette`, `phd`: what a person is.
bool is_role(std::string_view text);

// `reuters`, `associated press`, `afp madrid`: who is no person.
bool is_agency(std::string_view text);

// What is no name once it stands behind one: a role, an agency, `harbour gazette`, `in berlin`.
bool is_remark(std::string_view text);

// `jr`, `sr.`, `iii`: what belongs to the name before its comma.
bool is_name_suffix(std::string_view text);

// `von`, `de la`: what begins a surname.
bool is_name_particle(std::string_view word);

}  // namespace backfile
