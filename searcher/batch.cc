#include "searcher/batch.h"

#include <memory>
#include <ostream>
#include <string_view>

#include <fmt/format.h>
#include <unistd.h>

#include "common/error.h"
#include "searcher/library/backfile.h"
#include "searcher/line_reader.h"
#include "searcher/request_json.h"

namespace backfile {
namespace {

struct Close {
  void operator()(backfile_archive* archive) const { backfile_close(archive); }
};
using Handle = std::unique_ptr<backfile_archive, Close>;

Handle open(const std::vector<std::string>& archives, const OpenOptions& options) {
  std::vector<const char*> names;
  for (const std::string& archive : archives) names.push_back(archive.c_str());
  const std::string how = fmt::format(R"({{"partial":{},"timeout":{}}})", options.partial,
                                      double(options.timeout.count()) / 1000);
  backfile_archive* opened = nullptr;
  const auto status = backfile_open(names.data(), names.size(), how.c_str(), &opened);
  Handle handle(opened);
  if (status != BACKFILE_OK) throw Error(backfile_message(opened));
  return handle;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

void answer_batch(const std::vector<std::string>& archives, const OpenOptions& options,
                  std::ostream& out) {
  const Handle archive = open(archives, options);
  LineReader requests(STDIN_FILENO, kMaxRequestBytes);
  while (const auto request = requests.next()) {
    if (is_blank(*request)) continue;
    const char* answer = nullptr;
    backfile_search(archive.get(), request->data(), request->size(), &answer);
    if (!answer) throw Error(backfile_message(archive.get()));
    out << answer << std::flush;
    if (!out) return;
  }
}

}  // namespace backfile
