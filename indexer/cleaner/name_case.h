// Names in capitals, as wire services write bylines.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// Whether `name` has letters and all are capitals; the small ones of `McDONALD` and `MacLEAN` are.
bool is_in_capitals(std::string_view name);

// `JOHN McDONALD O'BRIEN` -> `John McDonald O'Brien`, `URSULA VON DER AU` -> `Ursula von der Au`,
// `J.K. ROE-DOE III` -> `J.K. Roe-Doe III`.
std::string capitalized_name(std::string_view name);

}  // namespace backfile
