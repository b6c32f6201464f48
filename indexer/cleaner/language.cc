#include "indexer/cleaner/language.h"

#include <cstdio>  // which CLD2's header uses and does not include
#include <map>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/locid.h>
#include <unicode/uloc.h>

#include "common/article.h"
#include "common/fold.h"
#include "common/utf8.h"
#include "indexer/cleaner/english.h"

namespace backfile {
namespace {

constexpr int kNoFlags = 0;

// Of a text, what must be in one language, in percent.
constexpr int kMost = 0;  // more than of any other
constexpr int kAlmostAll = 95;

// The language of `text` if CLD2 is sure of it, else UNKNOWN_LANGUAGE.
CLD2::Language detect(const std::string& text, int flags, int min_percent) {
  constexpr int kTop = 3;  // as many as CLD2 gives
  const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::Language languages[kTop];
  int percents[kTop];
  double scores[kTop];
  int text_bytes = 0;
  bool reliable = false;
  CLD2::ExtDetectLanguageSummary(text.data(), int(text.size()), /*is_plain_text=*/true, &hints,
                                 flags, languages, percents, scores, nullptr, &text_bytes,
                                 &reliable);
  return reliable && percents[0] >= min_percent ? languages[0] : CLD2::UNKNOWN_LANGUAGE;
}

// Names of languages, folded, and their codes of two letters.
std::map<std::string, std::string> make_names() {
  std::map<std::string, std::string> names;
  for (const char* const* code = uloc_getISOLanguages(); *code; ++code) {
    if (std::string_view(*code).size() != 2) continue;
    for (const char* shown_in : {"en", *code}) {
      icu::UnicodeString name;
      icu::Locale(*code).getDisplayLanguage(icu::Locale(shown_in), name);
      std::string utf8;
      name.foldCase().toUTF8String(utf8);
      names.emplace(fold_accents(utf8), *code);
    }
  }
  return names;
}

}  // namespace

std::string language_of_name(std::string_view name) {
  if (std::string code = language_code(name); !code.empty()) return code;
  static const std::map<std::string, std::string> names = make_names();
  std::string folded;
  const std::string_view word = trimmed(name.substr(0, name.find('(')));  // "Chinese (Simplified)"
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = code_point_at(word, i);
    append_utf8(folded, fold_case(c.value));
    i += c.bytes;
  }
  const auto row = names.find(fold_accents(folded));
  return row == names.end() ? std::string() : row->second;
}

std::string detect_language(std::string_view title, std::string_view body) {
  // The language of an article shows in its first sentences; where they are mixed or few, in its
  // first paragraphs.
  constexpr std::size_t kFirstBytes = 250;
  constexpr std::size_t kLookBytes = 4096;
  const std::string_view look = body.substr(0, boundary_before(body, kLookBytes));
  if (is_surely_english(look)) return "en";
  std::string text(title);
  text += '\n';
  text += look.substr(0, boundary_before(look, kFirstBytes));
  CLD2::Language language = CLD2::UNKNOWN_LANGUAGE;
  if (text.size() >= kFirstBytes) language = detect(text, kNoFlags, kAlmostAll);
  if (language == CLD2::UNKNOWN_LANGUAGE) {
    text.resize(title.size() + 1);
    text += look;
    language = detect(text, kNoFlags, kMost);
  }
  // Tables and one-line reports: few words, so the last look takes each for what it is.
  if (language == CLD2::UNKNOWN_LANGUAGE) language = detect(text, CLD2::kCLDFlagBestEffort, kMost);
  if (language == CLD2::UNKNOWN_LANGUAGE) return {};
  return language_code(CLD2::LanguageCode(language));
}

}  // namespace backfile
