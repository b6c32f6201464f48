#include "indexer/archive/running_merges.h"

#include <algorithm>
#include <utility>

namespace backfile {

void RunningMerges::begin(Merge merge) {
  auto task = pool_.submit([this, merge] { return maker_.merge(merge.from, merge.into); });
  running_.push_back({std::move(merge), std::move(task)});
}

std::vector<RunningMerges::Merge> RunningMerges::take(bool all) {
  std::vector<Merge> ended;
  for (auto each = running_.begin(); each != running_.end();) {
    if (!all && !is_ready(each->task)) {
      ++each;
      continue;
    }
    Running one = std::move(*each);
    each = running_.erase(each);
    if (one.task.get()) ended.push_back(std::move(one.merge));
  }
  return ended;
}

bool RunningMerges::is_making(const std::string& name) const {
  return std::ranges::any_of(running_,
                             [&](const Running& each) { return each.merge.into == name; });
}

void RunningMerges::give_up() {
  for (const Running& each : running_) each.task.wait();
  running_.clear();
}

}  // namespace backfile
