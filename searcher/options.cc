#include "searcher/options.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <utility>

#include <boost/program_options.hpp>

#include "common/command_line.h"
#include "common/error.h"
#include "searcher/query/filters.h"
#include "searcher/recency.h"

namespace backfile {
namespace {

namespace po = boost::program_options;

constexpr std::string_view kUsage =
    "Usage: backfile-search [OPTIONS] ARCHIVE... QUERY\n"
    "\n"
    "Searches archives made by backfile-index; several are searched as one. ARCHIVE\n"
    "is a folder or tcp://host:port of a Xapian remote server. An empty QUERY ('')\n"
    "finds all articles.\n"
    "\n"
    "Query:\n"
    "  ceasefire talks            ranked: the more of the words the better, in any form\n"
    "  \"red line\"                 the phrase, these very forms\n"
    "  =Zürich                    this form only, accents counting\n"
    "  ukrain*                    words that begin so\n"
    "  a AND (b OR c) NOT d       operators in capitals\n"
    "  +must -not                 of words side by side\n"
    "  a NEAR/5 b  a pre/5 b      within 5 words, in any order or this one; a and b may\n"
    "                             be phrases, prefixes, (c OR d); w/5 is NEAR/5\n"
    "  a w/s b  a w/p b           in one sentence, in one paragraph\n"
    "  title:(flood dam)          in a field; also author: source: section: tag:\n"
    "                             place: person: lang: url: id:\n"
    "  group:harbour-17           an article and its near-copies, the first one first\n"
    "  date:2024-11  date:2024-01..2024-06  date:..2010  date:-30d\n"
    "  flood tag:dam date:2024    fields but title: narrow what stands beside them\n"
    "\n";

constexpr std::string_view kExamples =
    "\n"
    "Examples:\n"
    "  backfile-search news 'harbour strike'\n"
    "  backfile-search news '\"night shift\" NOT hospital' --from 2023 --sort newest\n"
    "  backfile-search news '' --filter section=sport --facet source --facet year:20\n"
    "  backfile-search news flood --timeline month --facet words --limit 0\n"
    "  backfile-search news flood --format json | jq '.hits[].title'\n"
    "  backfile-search news flood --group --facet source\n"
    "  backfile-search news --show harbour-17\n"
    "  backfile-search news --similar harbour-17 --from 2024\n"
    "  backfile-search news flood --all --format ids | wc -l\n"
    "  backfile-search news -- '-sport'                a query that begins with a dash\n"
    "\n"
    "Exit: 0 at least one match; 1 none; 2 error.\n";

constexpr std::array<std::pair<std::string_view, OutputFormat>, 4> kFormats = {
    {{"text", OutputFormat::kText},
     {"json", OutputFormat::kJson},
     {"jsonl", OutputFormat::kJsonl},
     {"ids", OutputFormat::kIds}}};

constexpr std::array<std::pair<std::string_view, Sort>, 3> kSorts = {
    {{"relevance", Sort::kRelevance}, {"newest", Sort::kNewest}, {"oldest", Sort::kOldest}}};

constexpr std::array<std::pair<std::string_view, FacetMode>, 2> kFacetModes = {
    {{"and", FacetMode::kAnd}, {"multi", FacetMode::kMulti}}};

constexpr std::array<std::pair<std::string_view, TimelineStep>, 4> kSteps = {
    {{"year", TimelineStep::kYear},
     {"month", TimelineStep::kMonth},
     {"week", TimelineStep::kWeek},
     {"day", TimelineStep::kDay}}};

// What --facet takes beside the fields.
constexpr std::string_view kWords = "words";

using Texts = std::vector<std::string>;

po::options_description described() {
  po::options_description options("Options");
  options.add_options()                                                                           //
      ("limit", po::value<std::string>()->default_value("10")->value_name("N"), "hits to print")  //
      ("offset", po::value<std::string>()->default_value("0")->value_name("N"),
       "hits to leave out before")            //
      ("all", "print every match, in order")  //
      ("sort", po::value<std::string>()->default_value("relevance")->value_name("ORDER"),
       "relevance, newest or oldest; ties by newest, then id")  //
      ("recency", po::value<std::string>()->value_name("HALFLIFE"),
       "newer articles rank higher: what being new is worth halves in 30d, 2w, 6m or 2y")  //
      ("similar", po::value<std::string>()->value_name("ID"),
       "articles like this one; a QUERY narrows")  //
      ("from", po::value<std::string>()->value_name("DATE"),
       "first day: 2024, 2024-11, 2024-11-17, or back from today: -30d, -2w, -6m, -2y")  //
      ("to", po::value<std::string>()->value_name("DATE"), "last day")                   //
      ("filter", po::value<Texts>()->value_name("FIELD=VALUE"),
       ("only articles with this value; the same field twice means either. Fields: " +
        facet_names())
           .c_str())                                                                             //
      ("exclude", po::value<Texts>()->value_name("FIELD=VALUE"), "no articles with this value")  //
      ("facet", po::value<Texts>()->value_name("FIELD[:N|:all]"),
       "count all matches by a field: N most frequent values (10), or all; by words: what they "
       "have "
       "that the rest of the archive has not")  //
      ("facet-mode", po::value<std::string>()->default_value("and")->value_name("MODE"),
       "and: fields filtered by are counted over the matches; multi: as if not filtered by, so "
       "that "
       "other values show")  //
      ("timeline", po::value<std::string>()->value_name("STEP"),
       "count all matches by year, month, week or day, with their share of all articles and the "
       "words of peaks")  //
      ("group",
       "near-copies (syndicated, published again) appear once, and count once in totals, facets "
       "and timelines; `group:ID` as a query lists those of an article in order of time")  //
      ("snippet", po::value<std::string>()->default_value("200")->value_name("N"),
       "characters of a snippet; 0 for none")                                          //
      ("explain", "say how the query was understood, and why each hit has its score")  //
      ("show", po::value<std::string>()->value_name("ID"), "print one article whole")  //
      ("raw", "with --show: its text as it came, if it was indexed with --keep-raw")   //
      ("format", po::value<std::string>()->default_value("text")->value_name("F"),
       "text, json, jsonl (one hit a line), ids");
  return options;
}

std::size_t count_of(const po::variables_map& values, const std::string& option) {
  constexpr std::size_t kMaxCount = 1'000'000'000;
  const auto& text = values[option].as<std::string>();
  std::size_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || rest != end || number > kMaxCount)
    throw Error("not a number", "--" + option + " " + text, "write a whole number such as 20");
  return number;
}

template <class Table>
auto choice_of(const po::variables_map& values, const std::string& option, const Table& table) {
  const auto& name = values[option].as<std::string>();
  std::string names;
  for (const auto& [choice, value] : table) {
    if (choice == name) return value;
    names.append(names.empty() ? "" : ", ").append(choice);
  }
  throw Error("not a choice of this version", "--" + option + " " + name, "use " + names);
}

std::optional<Period> period_of(const po::variables_map& values, const std::string& option,
                                std::chrono::sys_days today) {
  if (!values.count(option)) return std::nullopt;
  const auto& text = values[option].as<std::string>();
  const auto period = parse_period(text, today);
  if (!period)
    throw Error("not a date", "--" + option + " " + text,
                "use 2024, 2024-11, 2024-11-17, -30d, -6m or -2y");
  return period;
}

std::optional<std::string> text_of(const po::variables_map& values, const std::string& option) {
  if (!values.count(option)) return std::nullopt;
  return values[option].as<std::string>();
}

std::optional<std::chrono::days> half_life_of(const po::variables_map& values) {
  const auto text = text_of(values, "recency");
  if (!text) return std::nullopt;
  const auto half_life = parse_half_life(*text);
  if (!half_life)
    throw Error("not a half-life", "--recency " + *text, "write 30d, 2w, 6m or 2y, of 1d to 6y");
  return half_life;
}

// How many hits: all that there are, or the limit.
std::size_t limit_of(const po::variables_map& values) {
  if (!values.count("all")) return count_of(values, "limit");
  if (!values["limit"].defaulted())
    throw Error("--all has no limit", {}, "leave out --all or --limit");
  return std::numeric_limits<std::size_t>::max();
}

const Facet* facet_of(const std::string& option, const std::string& name) {
  if (const Facet* facet = facet_by_name(name)) return facet;
  if (option != "facet" && name == kWords)
    throw Error("words are counted, not filtered by", "--" + option + " " + name,
                "put the word into the query");
  throw Error("no such field", "--" + option + " " + name,
              "fields are " + facet_names() + (option == "facet" ? ", and words" : ""));
}

std::vector<Filter> filters_of(const po::variables_map& values, const std::string& option) {
  std::vector<Filter> filters;
  for (Assignment& assignment : assignments(values, option)) {
    filters.push_back({facet_of(option, assignment.name), std::move(assignment.value)});
    check_filter(filters.back());
  }
  return filters;
}

// FIELD, FIELD:N or FIELD:all.
std::size_t facet_limit(const std::string& text, std::size_t colon) {
  if (colon == std::string::npos) return FacetRequest().limit;
  if (text.substr(colon + 1) == "all") return FacetRequest::kAll;
  std::size_t limit = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data() + colon + 1, end, limit);
  if (error != std::errc() || rest != end || limit == 0)
    throw Error("not a number of values", "--facet " + text,
                "write as in --facet source:20 or --facet source:all");
  return limit;
}

// The first of a name says how many.
void take_facets(const po::variables_map& values, SearchRequest& request) {
  if (!values.count("facet")) return;
  for (const std::string& text : values["facet"].as<Texts>()) {
    const auto colon = text.find(':');
    const std::string name = text.substr(0, colon);
    const std::size_t limit = facet_limit(text, colon);
    if (name == kWords) {
      if (!request.words) request.words = limit;
      continue;
    }
    const Facet* const facet = facet_of("facet", name);
    const auto same = [&](const FacetRequest& other) { return other.facet == facet; };
    if (std::ranges::none_of(request.facets, same)) request.facets.push_back({facet, limit});
  }
}

std::optional<TimelineStep> timeline_of(const po::variables_map& values) {
  if (!values.count("timeline")) return std::nullopt;
  return choice_of(values, "timeline", kSteps);
}

void check_raw(const SearchOptions& options) {
  if (!options.raw) return;
  if (!options.show) throw Error("--raw without --show", {}, "name an article: --show ID --raw");
  if (options.format == OutputFormat::kIds)
    throw Error("--raw with --format ids", {}, "use text, json or jsonl");
}

// ARCHIVE... QUERY; the query may be missing where something else says what is wanted.
void take_words(Texts words, bool query_is_optional, SearchOptions& options) {
  if (words.empty()) throw Error("no archive given", {}, "usage: backfile-search ARCHIVE QUERY");
  if (!options.show && words.size() > 1) {
    options.request.query = std::move(words.back());
    words.pop_back();
  } else if (!options.show && !query_is_optional) {
    throw Error("no query given", {}, "usage: backfile-search ARCHIVE QUERY ('' for all articles)");
  }
  options.archives = std::move(words);
}

}  // namespace

std::optional<SearchOptions> parse_search_options(int argc, const char* const* argv,
                                                  std::chrono::sys_days today) {
  auto line = parse_command_line({"backfile-search", kUsage, kExamples}, described(), argc, argv);
  if (!line) return std::nullopt;
  const po::variables_map& values = line->values;
  SearchOptions options;
  SearchRequest& request = options.request;
  request.today = today;
  request.limit = limit_of(values);
  request.offset = count_of(values, "offset");
  request.snippet_characters = count_of(values, "snippet");
  request.sort = choice_of(values, "sort", kSorts);
  request.recency = half_life_of(values);
  request.similar = text_of(values, "similar");
  request.filters.required = filters_of(values, "filter");
  request.filters.excluded = filters_of(values, "exclude");
  if (const auto from = period_of(values, "from", today)) request.filters.dates.from = from->first;
  if (const auto to = period_of(values, "to", today)) request.filters.dates.to = to->last;
  if (request.filters.dates.from && request.filters.dates.to &&
      *request.filters.dates.from > *request.filters.dates.to)
    throw Error("--from lies after --to", {}, "exchange the two");
  take_facets(values, request);
  request.facet_mode = choice_of(values, "facet-mode", kFacetModes);
  request.timeline = timeline_of(values);
  request.group = values.count("group") > 0;
  options.format = choice_of(values, "format", kFormats);
  if (options.format == OutputFormat::kIds) request.snippet_characters = 0;  // nobody sees them
  options.all = values.count("all") > 0;
  request.explain = values.count("explain") > 0;
  if (options.all && request.explain)
    throw Error("--all with --explain", {}, "use --limit: an explanation costs more than a hit");
  options.show = text_of(values, "show");
  options.raw = values.count("raw") > 0;
  check_raw(options);
  const bool wants_something = request.similar || !request.facets.empty() || request.words ||
                               request.timeline || !request.filters.required.empty() ||
                               !request.filters.excluded.empty() || request.filters.dates.from ||
                               request.filters.dates.to;
  take_words(std::move(line->words), wants_something, options);
  return options;
}

}  // namespace backfile
