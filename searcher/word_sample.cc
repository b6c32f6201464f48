#include "searcher/word_sample.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "common/breaks.h"
#include "common/character.h"
#include "common/utf8.h"
#include "searcher/significant_terms.h"

namespace backfile {
namespace {

constexpr std::size_t kMaxBytes = 4000;  // of an article
constexpr std::size_t kMaxNameWords = 4;
// What a word inside a sentence says of how it is written, of what one elsewhere says: in headlines
// and at the begin of sentences anything has capitals.
constexpr unsigned kInsideSentence = 100;

bool is_capital(std::string_view text, std::size_t at) {
  const CodePoint c = code_point_at(text, at);
  return character(c.value).lower.view() != text.substr(at, c.bytes);
}

// Figures are no words, nor are codes such as `dec7`.
bool is_word(std::string_view folded) {
  return is_telling(folded) && std::ranges::none_of(folded, is_ascii_digit);
}

bool has_small_letters(std::string_view text) {
  std::size_t capitals = 0;
  std::size_t letters = 0;
  for (const char c : text) {
    if (!is_ascii_alpha(c)) continue;
    ++letters;
    if (ascii_lower(c) != c) ++capitals;
  }
  return capitals * 2 <= letters;
}

}  // namespace

// One article on its way into the sample.
class WordSample::Text {
 public:
  Text(WordSample& sample, std::string language)
      : sample_(sample), language_(std::move(language)) {}

  void add_headline(std::string_view text) {
    Tokenizer tokenizer(text);
    for (Token token; tokenizer.next(token);) add_word(token, std::string(token.form), 1);
  }

  void add_body(std::string_view text) {
    const bool has_case = has_small_letters(text);
    Run run;
    Tokenizer tokenizer(text);
    std::size_t begin = 0;
    std::size_t end = 0;  // of the word before; 0: there is none
    for (Token token; tokenizer.next(token);) {
      const bool is_inside =
          has_case && end > 0 &&
          break_between(text, language_, begin, end, token.begin) == Break::kNone;
      const std::string_view written = text.substr(token.begin, token.end - token.begin);
      add_word(token, std::string(is_inside ? written : token.form),
               is_inside ? kInsideSentence : 1);
      const bool goes_on = token.begin == end + 1 && (text[end] == ' ' || text[end] == '-');
      if (!goes_on || !is_inside) add_name(text, run);
      if (is_inside && is_capital(text, token.begin))
        run.add(token);
      else
        add_name(text, run);
      begin = token.begin;
      end = token.end;
    }
    add_name(text, run);
  }

 private:
  // Words with capitals in a row.
  struct Run {
    struct Word {
      std::string folded;
      std::size_t begin;
    };
    std::vector<Word> words;
    std::size_t end = 0;

    void add(const Token& token) {
      words.push_back({std::string(token.folded), token.begin});
      end = token.end;
    }
  };

  // Of all that this article has, the entry counts the article once.
  Entry& entry(Entries& entries, const std::string& key) {
    Entry& found = entries[key];
    if (found.articles == 0) found.language = language_;
    if (seen_.insert(key).second) ++found.articles;
    return found;
  }

  void add_word(const Token& token, std::string form, unsigned weight) {
    if (!is_word(token.folded)) return;
    stems_.clear();
    sample_.analyzer_.append_stems(token, language_, {}, stems_);
    // The last is that of the word without accents, which all who have the word have.
    Entry& found = entry(sample_.words_, stems_.back());
    found.forms[std::move(form)] += weight;
  }

  // What stands before a name in such a row are titles, mostly: `Treasury Secretary James Baker`.
  void add_name(std::string_view text, Run& run) {
    std::string key;
    for (std::size_t count = 1; count <= std::min(run.words.size(), kMaxNameWords); ++count) {
      const Run::Word& first = run.words[run.words.size() - count];
      if (count > 1) key.insert(0, 1, ' ');
      key.insert(0, first.folded);
      if (std::ranges::any_of(first.folded, is_ascii_digit)) break;
      if (count < 2 || !is_telling(key)) continue;
      const std::string_view written = text.substr(first.begin, run.end - first.begin);
      ++entry(sample_.names_, key).forms[std::string(written)];
    }
    run.words.clear();
  }

  WordSample& sample_;
  std::string language_;
  std::set<std::string> seen_;  // stems have a Z before them, names do not
  std::vector<std::string> stems_;
};

const std::string& WordSample::Entry::form() const {
  return std::ranges::max_element(forms, {}, [](const auto& form) { return form.second; })->first;
}

void WordSample::add(const Article& article) {
  const std::string language = Stemmer::knows(article.language) ? article.language : std::string();
  ++languages_[language];
  Text text(*this, language);
  text.add_headline(article.title);
  const std::string_view body = article.body;
  text.add_body(body.substr(0, boundary_before(body, kMaxBytes)));
}

}  // namespace backfile
