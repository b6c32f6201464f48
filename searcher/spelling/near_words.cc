#include "searcher/spelling/near_words.h"

#include <map>
#include <utility>

#include "common/character.h"
#include "common/fold.h"
#include "common/terms.h"
#include "common/utf8.h"
#include "searcher/spelling/near_texts.h"

namespace backfile {
namespace {

// A few microseconds each, for every segment of the archive.
constexpr std::size_t kMaxJumps = 5000;

using Found = std::map<std::string, NearWord>;

// Goes through the terms of `prefix` and adds the near words among them.
void walk(const Xapian::Database& database, const std::string& prefix, const std::u32string& word,
          unsigned max_edits, Found& found) {
  NearTexts near(word, max_edits);
  // Before small letters come digits, and the capitals of other prefixes.
  std::string target = prefix + (max_edits > 1 ? to_utf8(word.substr(0, 1)) : "a");
  const std::string range = max_edits > 1 ? target : prefix;
  auto term = database.allterms_begin(range);
  for (std::size_t jump = 0; jump < kMaxJumps; ++jump) {
    term.skip_to(target);
    if (term == database.allterms_end(range)) return;
    const std::string text = (*term).substr(prefix.size());
    if (const auto edits = near.edits(to_code_points(text)); edits && fold_accents(text) == text) {
      NearWord& entry = found.try_emplace(text, NearWord{text, *edits, 0}).first->second;
      entry.articles += term.get_termfreq();
    }
    const auto next = near.next();
    if (!next) return;
    target = prefix + to_utf8(*next);
  }
}

class Spellings {
 public:
  Spellings(const Xapian::Database& database, std::string_view prefix)
      : database_(database), prefix_size_(prefix.size()) {}

  // Goes through the forms that begin with `form` (a term) and end in `folded`, accents aside.
  void walk(const std::string& form, std::string_view folded) {
    if (folded.empty()) return offer(form);
    const std::size_t plain_bytes = code_point_at(folded, 0).bytes;
    walk(form + std::string(folded.substr(0, plain_bytes)), folded.substr(plain_bytes));
    constexpr std::string_view kBeyondAscii = "\xC2";
    auto term = database_.allterms_begin(form);
    for (std::string target = form + std::string(kBeyondAscii);;) {
      term.skip_to(target);
      if (term == database_.allterms_end(form)) return;
      const CodePoint letter = code_point_at(*term, form.size());
      target = (*term).substr(0, form.size() + letter.bytes);
      const std::string_view plain = character(letter.value).folded.view();
      if (character(letter.value).is(Character::kAccented) && folded.starts_with(plain))
        walk(target, folded.substr(plain.size()));
      ++target.back();  // all that begin with the letter are passed
    }
  }

  const std::string& best() const { return best_; }

 private:
  void offer(const std::string& form) {
    const Xapian::doccount articles = database_.get_termfreq(form);
    if (articles <= most_) return;
    most_ = articles;
    best_ = form.substr(prefix_size_);
  }

  const Xapian::Database& database_;
  std::size_t prefix_size_;
  Xapian::doccount most_ = 0;
  std::string best_;
};

}  // namespace

std::vector<NearWord> near_words(const Xapian::Database& database, std::string_view prefix,
                                 std::string_view folded, unsigned max_edits) {
  const std::u32string word = to_code_points(folded);
  Found found;
  walk(database, form_term(prefix, {}), word, max_edits, found);
  walk(database, folded_term(prefix, {}), word, max_edits, found);
  std::vector<NearWord> words;
  for (auto& [text, entry] : found) words.push_back(std::move(entry));
  return words;
}

std::string usual_spelling(const Xapian::Database& database, std::string_view prefix,
                           std::string_view folded) {
  if (!database.term_exists(folded_term(prefix, folded))) return std::string(folded);
  Spellings spellings(database, prefix);
  spellings.walk(std::string(prefix), folded);
  return spellings.best().empty() ? std::string(folded) : spellings.best();
}

std::u32string to_code_points(std::string_view text) {
  std::u32string code_points;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    code_points += c.value;
    i += c.bytes;
  }
  return code_points;
}

std::string to_utf8(std::u32string_view code_points) {
  std::string text;
  for (const char32_t c : code_points) append_utf8(text, c);
  return text;
}

}  // namespace backfile
