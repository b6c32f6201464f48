#include "indexer/cleaner/date_words.h"

#include <algorithm>
#include <array>
#include <memory>
#include <span>

#include <unicode/timezone.h>

namespace backfile {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::string_view kLabels[] = {
    "published",
    "publication",
    "posted",
    "updated",
    "update",
    "last",
    "first",
    "modified",
    "created",
    "issued",
    "date",
    "dated",
    "released",
    "online",
    "on",
    "at",
    "the",
    "ft",
    "veroffentlicht",
    "veroeffentlicht",
    "aktualisiert",
    "zuletzt",
    "erstellt",
    "erschienen",
    "geandert",
    "stand",
    "am",
    "vom",
    "den",
    "publie",
    "publiee",
    "mis",
    "mise",
    "a",
    "jour",
    "modifie",
    "le",
    "publicado",
    "publicada",
    "actualizado",
    "actualizada",
    "fecha",
    "el",
};

constexpr std::string_view kTimeLinks[] = {"at", "um", "a", "las", "la", "t"};

struct Zone {
  std::string_view word;
  int minutes;
};

constexpr Zone kZones[] = {
    {"z", 0},      {"utc", 0},    {"gmt", 0},    {"ut", 0},      {"wet", 0},     {"west", 60},
    {"bst", 60},   {"cet", 60},   {"mez", 60},   {"cest", 120},  {"mesz", 120},  {"eet", 120},
    {"eest", 180}, {"msk", 180},  {"sast", 120}, {"ist", 330},   {"pkt", 300},   {"hkt", 480},
    {"sgt", 480},  {"jst", 540},  {"kst", 540},  {"aest", 600},  {"aedt", 660},  {"nzst", 720},
    {"nzdt", 780}, {"est", -300}, {"edt", -240}, {"cst", -360},  {"cdt", -300},  {"mst", -420},
    {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"akst", -540}, {"akdt", -480}, {"hst", -600},
};

struct Region {
  std::string_view word;
  const char* name;  // as the time zone database has it
};

constexpr Region kRegions[] = {
    {"et", "America/New_York"},
    {"ct", "America/Chicago"},
    {"mt", "America/Denver"},
    {"pt", "America/Los_Angeles"},
};

bool holds(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

seconds regional_offset(const char* name, std::chrono::local_seconds time) {
  const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(name));
  std::int32_t standard_ms = 0;
  std::int32_t summer_ms = 0;
  UErrorCode status = U_ZERO_ERROR;
  constexpr UDate kMsPerSecond = 1000;
  zone->getOffset(UDate(time.time_since_epoch().count()) * kMsPerSecond, /*local=*/true,
                  standard_ms, summer_ms, status);
  return std::chrono::duration_cast<seconds>(std::chrono::milliseconds(standard_ms + summer_ms));
}

}  // namespace

bool is_date_label(std::string_view word) { return holds(kLabels, word); }
bool is_time_link(std::string_view word) { return holds(kTimeLinks, word); }

std::optional<seconds> zone_offset(std::string_view word, std::chrono::local_seconds time) {
  const auto* zone = std::ranges::find(kZones, word, &Zone::word);
  if (zone != std::end(kZones)) return minutes(zone->minutes);
  const auto* region = std::ranges::find(kRegions, word, &Region::word);
  if (region != std::end(kRegions)) return regional_offset(region->name, time);
  return std::nullopt;
}

}  // namespace backfile
