#include "searcher/options.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <limits>
#include <utility>

#include <boost/program_options.hpp>

#include "common/command_line.h"
#include "common/error.h"
#include "searcher/query/parser.h"
#include "searcher/request_parts.h"

namespace backfile {
namespace {

namespace po = boost::program_options;

constexpr std::string_view kUsage =
    "Usage: backfile-search [OPTIONS] ARCHIVE... QUERY\n"
    "\n"
    "Searches archives made by backfile-index; several are searched as one. ARCHIVE\n"
    "is a folder, tcp://host:port of a Xapian remote server, or @FILE with a list of\n"
    "such, one a line. An empty QUERY ('') finds all articles.\n"
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
    "  backfile-search news flood --all --format csv >flood.csv\n"
    "  backfile-search news flood --new-since seen --format atom >new.xml\n"
    "  backfile-search --save strikes news 'harbour strike' --sort newest\n"
    "  backfile-search --run strikes              what is new since the last time\n"
    "  backfile-search news -- '-sport'                a query that begins with a dash\n"
    "\n"
    "Exit: 0 at least one match; 1 none; 2 error.\n";

using Texts = std::vector<std::string>;

po::options_description described() {
  po::options_description options("Options");
  options.add_options()                                                                           //
      ("limit", po::value<std::string>()->default_value("10")->value_name("N"), "hits to print")  //
      ("offset", po::value<std::string>()->default_value("0")->value_name("N"),
       "hits to leave out before")            //
      ("all", "print every match, in order")  //
      ("total", po::value<std::string>()->default_value("exact")->value_name("HOW"),
       "exact, or about: may be an estimate, which says so, where that is quicker (on servers)")  //
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
      ("new-since", po::value<std::string>()->value_name("FILE"),
       "only articles not shown before, as FILE says, which is brought up to date; where there is "
       "none yet, all that match now are taken for shown")  //
      ("save", po::value<std::string>()->value_name("NAME"),
       "keep this search by a name, in ~/.config/backfile/searches")  //
      ("run", po::value<std::string>()->value_name("NAME"),
       "what a saved search finds that it has not shown before")                   //
      ("seen", "with --run: what it has shown before, too, and nothing is noted")  //
      ("list", "the saved searches, and when they ran last")                       //
      ("batch",
       "answer JSON requests, one a line of standard input: `backfile-search --batch "
       "ARCHIVE...`")                                                      //
      ("partial", "leave out archives that do not answer, and say which")  //
      ("timeout", po::value<std::string>()->default_value("30")->value_name("S"),
       "seconds that a server may take for an answer")  //
      ("format", po::value<std::string>()->default_value("text")->value_name("F"),
       "text, json, jsonl (one hit a line), csv, tsv (tables, with --limit 0 of what is counted), "
       "ris, bibtex, atom (a feed), ids");
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

const OutputFormat* format_of(const po::variables_map& values) {
  const auto& name = values["format"].as<std::string>();
  for (const OutputFormat& format : output_formats())
    if (format.name == name) return &format;
  throw Error("not a choice of this version", "--format " + name, "use " + output_format_names());
}

std::optional<std::string> text_of(const po::variables_map& values, const std::string& option) {
  if (!values.count(option)) return std::nullopt;
  return values[option].as<std::string>();
}

// How many hits: all that there are, or the limit.
std::size_t limit_of(const po::variables_map& values) {
  if (!values.count("all")) return count_of(values, "limit");
  if (!values["limit"].defaulted())
    throw Error("--all has no limit", {}, "leave out --all or --limit");
  return std::numeric_limits<std::size_t>::max();
}

std::vector<Filter> filters_of(const po::variables_map& values, const std::string& option) {
  std::vector<Filter> filters;
  for (Assignment& assignment : assignments(values, option))
    filters.push_back(parse_filter("--" + option, assignment.name, std::move(assignment.value)));
  return filters;
}

// That the format has what is to be printed.
void check_format_of(const SearchOptions& options) {
  const std::string format = " with --format " + std::string(options.format->name);
  if (options.lists_searches && !options.format->searches)
    throw Error("--list" + format, {}, "use text or json");
  check_format(*options.format, options.request);
  if (!options.raw) return;
  if (!options.show) throw Error("--raw without --show", {}, "name an article: --show ID --raw");
  if (!options.format->raw) throw Error("--raw" + format, {}, "use text, json or jsonl");
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

OpenOptions open_options_of(const po::variables_map& values) {
  OpenOptions options;
  options.partial = values.count("partial") > 0;
  const auto& text = values["timeout"].as<std::string>();
  double seconds = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, seconds);
  const auto timeout = error == std::errc() && rest == end ? timeout_of(seconds) : std::nullopt;
  if (!timeout) throw Error("not a number of seconds", "--timeout " + text, "use 0.1 to 86400");
  options.timeout = *timeout;
  return options;
}

// The options as given, one word each.
Texts option_words(const po::variables_map& values) {
  Texts words;
  const auto add = [&words](const std::string& name, const std::string& value) {
    words.push_back(std::string("--").append(name).append("=").append(value));
  };
  for (const auto& [name, value] : values) {
    if (value.defaulted() || name == "save" || name == "run" || name == "seen") continue;
    if (const auto* text = boost::any_cast<std::string>(&value.value()))
      add(name, *text);
    else if (const auto* texts = boost::any_cast<Texts>(&value.value()))
      for (const std::string& each : *texts) add(name, each);
    else
      words.push_back("--" + name);
  }
  return words;
}

// As it is named from any folder.
std::string absolute_archive(const std::string& name) {
  if (name.starts_with("tcp://")) return name;
  const bool is_list = name.starts_with('@');
  return (is_list ? "@" : "") + std::filesystem::absolute(name.substr(is_list ? 1 : 0)).string();
}

SearchOptions run_options(const po::variables_map& values, const Texts& words) {
  SearchOptions options;
  if (!words.empty())
    throw Error("--run takes archives and query from the saved search", words.front(),
                "leave it out here");
  options.run = text_of(values, "run");
  options.shows_seen = values.count("seen") > 0;
  options.words = option_words(values);
  return options;
}

// What is to be kept: a search that can be understood.
void take_saved(const po::variables_map& values, SearchOptions& options) {
  if (options.show || options.new_since)
    throw Error("only searches are saved", {}, "leave out --show and --new-since");
  const auto parsed = parse_query(options.request.query, options.request.today);
  if (const auto* error = std::get_if<QueryError>(&parsed)) throw Error(error->message);
  options.save_as = text_of(values, "save");
  options.words = option_words(values);
  options.words.emplace_back("--");
  for (const std::string& archive : options.archives)
    options.words.push_back(absolute_archive(archive));
  options.words.push_back(options.request.query);
}

// What is asked stands in the requests.
SearchOptions batch_options(const po::variables_map& values, Texts words) {
  for (const auto& [name, value] : values)
    if (!value.defaulted() && name != "batch" && name != "partial" && name != "timeout")
      throw Error("--batch takes what is asked from its requests", "--" + name,
                  "leave it out here");
  SearchOptions options;
  options.is_batch = true;
  if (words.empty())
    throw Error("no archive given", {}, "usage: backfile-search --batch ARCHIVE...");
  options.archives = std::move(words);
  options.open = open_options_of(values);
  return options;
}

}  // namespace

std::optional<SearchOptions> parse_search_options(int argc, const char* const* argv,
                                                  std::chrono::sys_days today) {
  auto line = parse_command_line({"backfile-search", kUsage, kExamples}, described(), argc, argv);
  if (!line) return std::nullopt;
  const po::variables_map& values = line->values;
  if (values.count("batch")) return batch_options(values, std::move(line->words));
  if (values.count("run")) return run_options(values, line->words);
  SearchOptions options;
  if (values.count("seen")) throw Error("--seen without --run", {}, "name a search: --run NAME");
  options.lists_searches = values.count("list") > 0;
  options.open = open_options_of(values);
  SearchRequest& request = options.request;
  request.today = today;
  request.limit = limit_of(values);
  request.offset = count_of(values, "offset");
  request.snippet_characters = count_of(values, "snippet");
  request.sort = parse_sort("--sort", values["sort"].as<std::string>());
  request.about = parse_total("--total", values["total"].as<std::string>());
  if (const auto text = text_of(values, "recency"))
    request.recency = parse_recency("--recency", *text);
  request.similar = text_of(values, "similar");
  request.filters.required = filters_of(values, "filter");
  request.filters.excluded = filters_of(values, "exclude");
  if (const auto text = text_of(values, "from"))
    request.filters.dates.from = parse_days("--from", *text, today).first;
  if (const auto text = text_of(values, "to"))
    request.filters.dates.to = parse_days("--to", *text, today).last;
  if (values.count("facet"))
    for (const std::string& text : values["facet"].as<Texts>()) add_facet("--facet", text, request);
  request.facet_mode = parse_facet_mode("--facet-mode", values["facet-mode"].as<std::string>());
  if (const auto text = text_of(values, "timeline"))
    request.timeline = parse_step("--timeline", *text);
  check_request(request);
  request.group = values.count("group") > 0;
  options.format = format_of(values);
  if (!options.format->has_snippets) request.snippet_characters = 0;  // nobody sees them
  options.all = values.count("all") > 0;
  request.explain = values.count("explain") > 0;
  if (options.all && request.explain)
    throw Error("--all with --explain", {}, "use --limit: an explanation costs more than a hit");
  options.show = text_of(values, "show");
  options.raw = values.count("raw") > 0;
  check_format_of(options);
  options.new_since = text_of(values, "new-since");
  options.has_limit = options.all || !values["limit"].defaulted();
  if (options.lists_searches) return options;
  const bool wants_something = request.similar || !request.facets.empty() || request.words ||
                               request.timeline || !request.filters.required.empty() ||
                               !request.filters.excluded.empty() || request.filters.dates.from ||
                               request.filters.dates.to;
  take_words(std::move(line->words), wants_something, options);
  if (values.count("save")) take_saved(values, options);
  return options;
}

SearchOptions parse_saved_options(const SearchOptions& given, const Texts& saved,
                                  std::chrono::sys_days today) {
  const auto name_of = [](const std::string& word) { return word.substr(0, word.find('=')); };
  const auto is_given = [&](const std::string& word) {
    return std::ranges::any_of(
        given.words, [&](const std::string& other) { return name_of(other) == name_of(word); });
  };
  Texts words = given.words;
  bool is_option = true;
  for (const std::string& word : saved) {
    if (word == "--") is_option = false;
    if (!is_option || !is_given(word)) words.push_back(word);
  }
  std::vector<const char*> argv = {"backfile-search"};
  for (const std::string& word : words) argv.push_back(word.c_str());
  auto options = parse_search_options(int(argv.size()), argv.data(), today);
  if (!options || options->run || options->save_as || options->is_batch || options->lists_searches)
    throw Error("not a search that was saved", *given.run, "save it again");
  options->shows_seen = given.shows_seen;
  return *options;
}

}  // namespace backfile
