// What libFuzzer is to a target, without its compiler: all seeds, and then changes of
// them for some seconds, the same at every run. For builds from nothing, which have no
// time to compile all that is fuzzed anew to see which code an input reaches;
// scripts/check-fuzz does that.
//
//   TARGET SECONDS FOUND SEEDS
//
// The input at hand lies in the file FOUND, which is removed when nothing was found.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxBytes = 8192;
constexpr unsigned kMaxSeconds = 10;  // for one input

// A file that holds the input at hand, also when that ends the process.
class LastInput {
 public:
  explicit LastInput(const char* path)
      : path_(path), file_(::open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644)) {
    if (file_ < 0) std::exit(2);
  }
  void set(const std::string& input) const {
    if (::pwrite(file_, input.data(), input.size(), 0) < 0 ||
        ::ftruncate(file_, off_t(input.size())) != 0)
      std::exit(2);
  }
  void remove() const { ::unlink(path_); }

 private:
  const char* path_;
  int file_;
};

class Mutator {
 public:
  explicit Mutator(std::vector<std::string> seeds) : seeds_(std::move(seeds)) {}

  std::string next() {
    std::string input = seeds_[below(seeds_.size())];
    for (std::size_t left = 1 + below(6); left > 0; --left) change(input);
    input.resize(std::min(input.size(), kMaxBytes));
    return input;
  }

 private:
  std::size_t below(std::size_t end) { return end == 0 ? 0 : random_() % end; }

  void change(std::string& input) {
    const std::size_t at = below(input.size() + 1);
    const std::size_t length = std::min(1 + below(below(40) + 1), input.size() - at);
    const std::string& other = seeds_[below(seeds_.size())];
    const std::size_t from = below(other.size() + 1);
    switch (below(8)) {
      case 0:
        if (at < input.size()) input[at] = char(input[at] ^ (1 << below(8)));
        break;
      case 1:
        if (at < input.size()) input[at] = char(below(256));
        break;
      case 2:
        input.erase(at, length);
        break;
      case 3:
        input.insert(at, 1 + below(4), char(below(2) == 0 ? below(256) : 0xFF * below(2)));
        break;
      case 4:
        input.insert(at, std::string(input, at, length));
        break;
      case 5:
        input.insert(at, other, from, 1 + below(100));
        break;
      case 6:
        input.replace(at, length, other, from, length);
        break;
      default:
        input.resize(at);
    }
  }

  std::mt19937_64 random_{1};
  std::vector<std::string> seeds_;
};

std::vector<std::string> read_seeds(const fs::path& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder)) paths.push_back(entry.path());
  std::ranges::sort(paths);
  std::vector<std::string> seeds = {""};
  for (const fs::path& path : paths) {
    std::ifstream file(path, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    seeds.back().resize(std::min(seeds.back().size(), kMaxBytes));
  }
  return seeds;
}

void run(const std::string& input, const LastInput& last) {
  last.set(input);
  ::alarm(kMaxSeconds);
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(std::atoi(argv[1]));
  const LastInput last(argv[2]);
  const std::vector<std::string> seeds = read_seeds(argv[3]);
  if (seeds.size() < 2) return 2;
  for (const std::string& seed : seeds) run(seed, last);
  Mutator mutator(seeds);
  std::size_t runs = seeds.size();
  for (; std::chrono::steady_clock::now() < end; ++runs) run(mutator.next(), last);
  last.remove();
  std::cout << fmt::format("{} inputs\n", runs);
  return 0;
}
