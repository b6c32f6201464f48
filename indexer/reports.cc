#include "indexer/reports.h"

#include <cstdio>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/json.h"
#include "common/utf8.h"

namespace backfile {
namespace {

// Lines shown to a person; a broken dump would bury everything else.
constexpr std::uint64_t kMaxShown = 20;

}  // namespace

Reports::Reports(std::string rejects_path) : path_(std::move(rejects_path)) {
  if (path_.empty()) return;
  file_.open(path_, std::ios::binary | std::ios::trunc);
  if (!file_) throw Error("cannot write", path_, "name another file for --rejects");
}

void Reports::tell(const Rejection& rejection) {
  if (rejection.kind == Rejection::Kind::kReject) ++rejected_;
  write(rejection);
  if (rejection.kind != Rejection::Kind::kNote) show(rejection);
}

void Reports::flush() {
  if (path_.empty()) return;
  file_.flush();
  if (!file_) throw Error("cannot write", path_, "is the disk full?");
}

void Reports::finish() {
  if (not_shown_ > 0)
    fmt::print(stderr, "backfile-index: {} more were rejected; {}\n", not_shown_,
               path_.empty() ? "list them with --rejects FILE" : "see " + path_);
  flush();
}

void Reports::write(const Rejection& rejection) {
  if (path_.empty()) return;
  nlohmann::ordered_json line;
  line["input"] = rejection.origin.input;
  line["position"] = rejection.origin.position;
  line["reason"] = rejection.reason;
  line["detail"] = rejection.detail;
  if (rejection.kind != Rejection::Kind::kReject) line["kind"] = "note";
  file_ << dump_line(line);
}

void Reports::show(const Rejection& rejection) {
  if (shown_ == kMaxShown) {
    if (rejection.kind == Rejection::Kind::kReject) ++not_shown_;
    return;
  }
  ++shown_;
  std::string where = rejection.origin.input;
  if (!rejection.origin.position.empty()) where += ", " + rejection.origin.position;
  fmt::print(stderr, "backfile-index: {}\n",
             clean_line(fmt::format("{}: {}; {}", rejection.reason, where, rejection.detail)));
}

}  // namespace backfile
