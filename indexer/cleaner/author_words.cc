#include "indexer/cleaner/author_words.h"

#include <algorithm>
#include <span>

#include "common/fold.h"
#include "common/utf8.h"

namespace backfile {
namespace {

using Words = std::span<const std::string_view>;

// The longer ones first.
constexpr std::string_view kOpenings[] = {
    "words and pictures by",
    "words and photos by",
    "story and photos by",
    "compiled by",
    "written by",
    "reported by",
    "reporting by",
    "posted by",
    "published by",
    "submitted by",
    "contributed by",
    "words by",
    "story by",
    "text by",
    "article by",
    "report by",
    "analysis by",
    "commentary by",
    "opinion by",
    "review by",
    "by",
    "from",
    "geschrieben von",
    "ein artikel von",
    "eine analyse von",
    "ein kommentar von",
    "text von",
    "text",
    "von",
    "propos recueillis par",
    "ecrit par",
    "redige par",
    "publie par",
    "par",
    "escrito por",
    "texto de",
    "texto",
    "por",
    "author",
    "authors",
    "autor",
    "autorin",
    "auteur",
    "byline",
};

// Openings that need no more than a name's word behind them to be part of it ("Von Miller").
constexpr std::string_view kNameLikeOpenings[] = {"von", "par", "por"};

// Of these, "text", "author" and their kin only with a colon.
constexpr std::string_view kColonOpenings[] = {"text",  "texto",   "author", "authors",
                                               "autor", "autorin", "auteur", "byline"};

// The last word of a role, or its first before "of", "at", "for", "in".
constexpr std::string_view kRoleNouns[] = {
    "writer",
    "writers",
    "reporter",
    "reporters",
    "correspondent",
    "correspondents",
    "editor",
    "editors",
    "columnist",
    "journalist",
    "contributor",
    "contributors",
    "producer",
    "photographer",
    "photojournalist",
    "analyst",
    "critic",
    "staff",
    "bureau",
    "desk",
    "intern",
    "blogger",
    "freelancer",
    "author",
    "commentator",
    "presenter",
    "professor",
    "director",
    "chief",
    "publisher",
    // German
    "redakteur",
    "redakteurin",
    "redaktion",
    "chefredakteur",
    "chefredakteurin",
    "korrespondent",
    "korrespondentin",
    "reporterin",
    "journalistin",
    "autor",
    "autorin",
    "volontar",
    "volontarin",
    "kolumnist",
    "kolumnistin",
    "ressortleiter",
    "ressortleiterin",
    "fotograf",
    "fotografin",
    "praktikant",
    "praktikantin",
    // French
    "journaliste",
    "redacteur",
    "redactrice",
    "redaction",
    "correspondant",
    "correspondante",
    "envoye special",
    "envoyee speciale",
    "chroniqueur",
    "chroniqueuse",
    "auteur",
    "autrice",
    "photographe",
    "pigiste",
    // Spanish
    "periodista",
    "redactor",
    "redactora",
    "redaccion",
    "corresponsal",
    "enviado especial",
    "enviada especial",
    "columnista",
    "reportero",
    "reportera",
    "colaborador",
    "colaboradora",
    "autora",
    "fotografo",
    "fotografa",
};

constexpr std::string_view kRoleLinks[] = {
    "of", "at", "for", "in",  "on", "de",  "du",        "des",      "del",     "a",
    "au", "en", "bei", "fur", "im", "der", "politique", "politico", "special", "emeritus"};

constexpr std::string_view kRoleOpenings[] = {"special to ", "special for ", "exclusive to ",
                                              "head of "};
constexpr std::string_view kRemarkOpenings[] = {"in ",   "at ",  "for ",   "of ",
                                                "from ", "aus ", "desde ", "en "};

constexpr std::string_view kTitles[] = {
    "phd",    "ms",      "msc",   "mph",    "rd",         "rdn",   "jd",    "ph.d.",
    "ph.d",   "md",      "m.d.",  "mba",    "esq",        "esq.",  "mp",    "qc",
    "kc",     "obe",     "mbe",   "cbe",    "rn",         "cfa",   "email", "e-mail",
    "mailto", "twitter", "et al", "et al.", "and others", "others"};

constexpr std::string_view kAgencies[] = {
    "reuters",
    "associated press",
    "the associated press",
    "ap",
    "afp",
    "agence france-presse",
    "agence france presse",
    "dpa",
    "efe",
    "upi",
    "united press international",
    "ansa",
    "apa",
    "sda",
    "sid",
    "kna",
    "epd",
    "tass",
    "itar-tass",
    "ria novosti",
    "interfax",
    "xinhua",
    "kyodo",
    "yonhap",
    "anadolu",
    "bloomberg",
    "press association",
    "pa",
    "pa media",
    "canadian press",
    "the canadian press",
    "ians",
    "pti",
    "ani",
    "europa press",
    "lusa",
    "belga",
    "anp",
    "ats",
    "bbc",
    "cnn",
    "npr",
    "wire",
    "wires",
    "agencies",
    "agencias",
    "agences",
    "agenturen",
};

// Agencies whose name may be a person's first name or a word; these stand for one only alone.
constexpr std::string_view kAloneAgencies[] = {"ani", "sid", "pa",  "wire", "wires",
                                               "ap",  "efe", "ats", "lusa", "apa"};

// The last word of a paper's, a station's or an agency's name.
constexpr std::string_view kOrganisationNouns[] = {
    "gazette",     "times",     "post",       "news",      "press",    "tribune",  "herald",
    "journal",     "network",   "service",    "services",  "radio",    "tv",       "agency",
    "magazine",    "newspaper", "newspapers", "media",     "reports",  "online",   "zeitung",
    "nachrichten", "agentur",   "rundfunk",   "agence",    "agencia",  "presse",   "prensa",
    "diario",      "guardian",  "telegraph",  "chronicle", "observer", "examiner", "bulletin",
    "inquirer",    "courier",   "mirror",     "dispatch",  "globe",
};

constexpr std::string_view kSuffixes[] = {"jr", "jr.",    "sr",    "sr.",  "ii",  "iii",
                                          "iv", "junior", "filho", "hijo", "fils"};

constexpr std::string_view kParticles[] = {
    "von", "van", "vom", "zu",  "zum", "zur", "der", "den", "de", "del", "della", "di", "da",
    "dos", "das", "du",  "des", "la",  "las", "los", "le",  "y",  "e",   "ter",   "ten"};

bool holds(Words words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// Whether `text` is `word`, or ends with it after a blank.
bool ends_with_word(std::string_view text, std::string_view word) {
  if (!text.ends_with(word)) return false;
  return text.size() == word.size() || text[text.size() - word.size() - 1] == ' ';
}

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.starts_with(word) && (text.size() == word.size() || text[word.size()] == ' ');
}

}  // namespace

std::string fold_name(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    i += c.bytes;
    constexpr char32_t kTypographicApostrophe = 0x2019;
    append_utf8(folded, c.value == kTypographicApostrophe ? U'\'' : fold_case(c.value));
  }
  return is_ascii(folded) ? folded : fold_accents(folded);
}

std::size_t byline_opening_bytes(std::string_view text) {
  for (const std::string_view opening : kOpenings) {
    if (!text.starts_with(opening)) continue;
    std::string_view rest = text.substr(opening.size());
    if (rest.empty() && !holds(kNameLikeOpenings, opening)) return text.size();
    const bool colon = rest.starts_with(':') || rest.starts_with(" :");
    if (!colon && (!rest.starts_with(' ') || holds(kColonOpenings, opening))) continue;
    rest.remove_prefix(std::min(rest.find_first_not_of(" :"), rest.size()));
    if (rest.empty()) return text.size();
    const std::string_view first = rest.substr(0, rest.find(' '));
    const bool may_be_name = !colon && holds(kNameLikeOpenings, opening) &&
                             (holds(kParticles, first) || first.size() == rest.size());
    if (may_be_name && !is_agency(rest)) continue;
    return text.size() - rest.size();
  }
  return 0;
}

bool is_role(std::string_view text) {
  if (holds(kTitles, text)) return true;
  for (const std::string_view opening : kRoleOpenings)
    if (text.starts_with(opening)) return true;
  for (const std::string_view noun : kRoleNouns) {
    if (ends_with_word(text, noun)) return true;
    if (!starts_with_word(text, noun)) continue;
    const std::string_view rest = text.substr(noun.size() + 1);
    if (holds(kRoleLinks, rest.substr(0, rest.find(' ')))) return true;
  }
  return false;
}

bool is_agency(std::string_view text) {
  return std::ranges::any_of(kAgencies, [&](std::string_view agency) {
    return text == agency || (starts_with_word(text, agency) && !holds(kAloneAgencies, agency));
  });
}

bool is_remark(std::string_view text) {
  if (is_role(text) || is_agency(text) || text.starts_with("the ")) return true;
  const auto opens = [&](std::string_view opening) { return text.starts_with(opening); };
  if (std::ranges::any_of(kRemarkOpenings, opens)) return true;
  return std::ranges::any_of(kOrganisationNouns,
                             [&](std::string_view noun) { return ends_with_word(text, noun); });
}

bool is_name_suffix(std::string_view text) { return holds(kSuffixes, text); }
bool is_name_particle(std::string_view word) { return holds(kParticles, word); }

}  // namespace backfile
