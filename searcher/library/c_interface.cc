// backfile.h over the C++ interface. No exception leaves it.
#include <chrono>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/utf8.h"
#include "common/version.h"
#include "searcher/library/backfile.h"
#include "searcher/render/render.h"
#include "searcher/request_json.h"
#include "searcher/searcher.h"

struct backfile_archive {
  std::optional<backfile::Searcher> searcher;
  std::string answer;
  std::string message;
};

namespace backfile {
namespace {

constexpr const char* kNoMemory = "out of memory";  // so short that it takes none

struct BadOptions : Error {
  using Error::Error;
};

OpenOptions parse_options(const char* text) {
  OpenOptions options;
  if (!text) return options;
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) throw BadOptions("the options are no JSON object");
  for (const auto& [name, value] : json.items()) {
    if (name == "partial" && value.is_boolean())
      options.partial = value.get<bool>();
    else if (name == "timeout" && value.is_number() && timeout_of(value.get<double>()))
      options.timeout = *timeout_of(value.get<double>());
    else
      throw BadOptions("no such option, or not its kind of value: " + name);
  }
  return options;
}

backfile_status failed(backfile_archive& archive, const JsonRequestError& error,
                       backfile_status status) {
  archive.message = clean_line(error.message);
  archive.answer = error_json(archive.message, error.at, error.id);
  return status;
}

backfile_status answered(backfile_archive& archive, std::string answer) {
  archive.answer = std::move(answer);
  return BACKFILE_OK;
}

backfile_status show(backfile_archive& archive, const JsonRequest& request) {
  const auto article = archive.searcher->find(*request.show);
  if (!article)
    return failed(archive, {"no article has the id: " + *request.show, {}, request.id},
                  BACKFILE_BAD_REQUEST);
  return answered(archive, answer_json(*article, request.id));
}

backfile_status search(backfile_archive& archive, const JsonRequest& request) {
  const auto found = archive.searcher->search(request.request);
  if (const auto* error = std::get_if<QueryError>(&found)) {
    const auto at = error->column > 0 ? std::optional(error->column) : std::nullopt;
    return failed(archive, {error->message, at, request.id}, BACKFILE_BAD_REQUEST);
  }
  return answered(archive, answer_json(std::get<SearchResult>(found), request.id));
}

backfile_status answer(backfile_archive& archive, std::string_view text) {
  const auto now = std::chrono::system_clock::now();
  const auto parsed = parse_json_request(text, std::chrono::floor<std::chrono::days>(now));
  if (const auto* error = std::get_if<JsonRequestError>(&parsed))
    return failed(archive, *error, BACKFILE_BAD_REQUEST);
  const auto& request = std::get<JsonRequest>(parsed);
  try {
    return request.show ? show(archive, request) : search(archive, request);
  } catch (const Error& error) {
    return failed(archive, {error.what(), {}, request.id}, BACKFILE_UNREADABLE);
  } catch (const std::exception& error) {
    return failed(archive, {std::string("unexpected: ") + error.what(), {}, request.id},
                  BACKFILE_FAILED);
  }
}

}  // namespace
}  // namespace backfile

const char* backfile_version() { return backfile::kVersion; }

backfile_status backfile_open(const char* const* names, size_t count, const char* options,
                              backfile_archive** archive) {
  if (!archive) return BACKFILE_MISUSE;
  *archive = new (std::nothrow) backfile_archive;
  if (!*archive) return BACKFILE_FAILED;
  try {
    for (size_t i = 0; i < count; ++i)
      if (!names || !names[i]) throw backfile::Error("a null pointer for the name of an archive");
    if (count == 0) throw backfile::Error("no archive given");
    (*archive)->searcher.emplace(std::vector<std::string>(names, names + count),
                                 backfile::parse_options(options));
    return BACKFILE_OK;
  } catch (const backfile::BadOptions& error) {
    (*archive)->message = backfile::clean_line(error.what());
    return BACKFILE_BAD_REQUEST;
  } catch (const backfile::Error& error) {
    (*archive)->message = backfile::clean_line(error.what());
    return BACKFILE_UNREADABLE;
  } catch (...) {
    (*archive)->message = backfile::kNoMemory;
    return BACKFILE_FAILED;
  }
}

backfile_status backfile_search(backfile_archive* archive, const char* request, size_t length,
                                const char** answer) {
  if (answer) *answer = nullptr;
  if (!archive || !request || !answer) return BACKFILE_MISUSE;
  try {
    archive->message.clear();
    if (!archive->searcher) {
      archive->message = "the archive was not opened";
      return BACKFILE_MISUSE;
    }
    const backfile_status status = backfile::answer(*archive, {request, length});
    *answer = archive->answer.c_str();
    return status;
  } catch (...) {
    archive->message = backfile::kNoMemory;
    return BACKFILE_FAILED;
  }
}

const char* backfile_message(const backfile_archive* archive) {
  return archive ? archive->message.c_str() : "no memory";
}

void backfile_close(backfile_archive* archive) { delete archive; }
