// How terms are spelled in the database; nothing else spells them. With the
// prefix of a field in the table of common/schema.h (none for all text):
//
//   what                      spelling                  example
//   a word's form             prefix form               missiles, Smissiles, zürich
//   an accented word, folded  F prefix folded           Fzurich
//   a stem                    Z prefix [language:] stem  Zmissil, ZSde:haus
//     without a stemmer       Z prefix : folded         Z:zurych
//   a whole value, kKey       prefix value              Qreuters-1, Len
//   a whole value, kName      V prefix : value          VXSRC:Reuters
//   the day of publication    D, M and Y, as Omega does D20241117, M202411, Y2024
//   what near-copies share    N and 5 characters        Nq0_Zk
//   ends of sentences         XBREAK, with positions (common/breaks.h)
//
// English stems carry no language, so that stock Xapian tools, which stem
// English by default, find them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/date.h"
#include "common/schema.h"

namespace backfile {

// Xapian's own limit for a term, in bytes.
inline constexpr std::size_t kMaxTermBytes = 245;

std::string form_term(std::string_view prefix, std::string_view form);
std::string folded_term(std::string_view prefix, std::string_view folded);
std::string stem_term(std::string_view prefix, std::string_view language, std::string_view stem);

// The term of a field's whole value. A value too long for a term is cut and ends in its hash; such
// a term has at least kCutTermBytes.
inline constexpr std::size_t kCutTermBytes = 180;
// `field` is of kind kKey or kName.
std::string value_term(const Field& field, std::string_view value);

// The article's day, month or year of publication, in UTC: a prefix and digits.
inline constexpr std::string_view kDayPrefix = "D";
inline constexpr std::string_view kMonthPrefix = "M";
inline constexpr std::string_view kYearPrefix = "Y";
std::string day_term(std::chrono::sys_days day);
std::string month_term(std::chrono::sys_days day);
std::string year_term(std::chrono::sys_days day);

// A part of what tells near-copies: a number of 30 bits.
inline constexpr std::string_view kSketchPrefix = "N";
inline constexpr std::string_view kSketchDigits =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~";
std::string sketch_term(std::uint32_t part);
// The number of such a term, in whose order terms are; nothing for another term.
std::optional<std::uint32_t> sketch_part(std::string_view term);

// In every article that has more than one sentence.
inline constexpr std::string_view kBreaksTerm = "XBREAK";

}  // namespace backfile
