// Bylines -> names.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace backfile {

// The names in `bylines`, each once (whatever its case and accents; the first spelling stays), in
// their order, at most 100.
//   By JOHN DOE and Jane Roe, Staff Writer      John Doe; Jane Roe
//   Von Jane Roe (Berlin), jane@paper.example   Jane Roe
//   ['Jane Roe', 'John Doe']                    Jane Roe; John Doe
//   Martin Doe, Jr.                             Martin Doe, Jr.
// Openings, roles, e-mail and web addresses, handles and remarks of time are cut. An agency or a
// paper stays only where no person is named with it. A byline all in capitals is written with small
// letters. What is over 100 bytes long is no name.
//
// A comma between a single word and one or two more (`Doe, John`; `von der Au, Maria`) is taken for
// a name turned round and gives `John Doe`, unless the byline also names somebody by one word. A
// single word behind a longer name (`Jane Roe, Berlin`) may be a place or half of a name: that is
// left as it is. Other commas part names. `Jane and John Doe` and `José Ortega y Gasset` stay one.
std::vector<std::string> clean_authors(std::span<const std::string> bylines);

}  // namespace backfile
