// Which articles match a query, found by reading every article: what the
// engine's answers are held against. Only words come from the project
// (Tokenizer, Analyzer); the logic is its own.
#pragma once

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/analyzer.h"
#include "common/fold.h"
#include "common/utf8.h"
#include "searcher/query/ast.h"
#include "searcher/query/planner.h"

namespace backfile {

class NaiveScan {
 public:
  explicit NaiveScan(const std::vector<Article>& articles) {
    for (const Article& article : articles) documents_.push_back(read(article));
  }

  // In the order of the articles given, which outlive the scan.
  std::vector<const Article*> matches(const QueryNode& query, const Filters& filters) {
    std::vector<const Article*> found;
    for (const Document& document : documents_)
      if (holds(query, document) && passes(filters, *document.article))
        found.push_back(document.article);
    return found;
  }

  // Of a period facet: the articles' dates, cut.
  static std::vector<std::string> values(const Article& article, const Facet& facet) {
    if (facet.field) return field_values(article, *facet.field);
    if (!article.published) return {};
    const std::size_t characters = facet.width == 4 ? 4 : facet.width == 6 ? 7 : 10;
    return {to_iso(*article.published).substr(0, characters)};
  }

 private:
  struct Word {
    std::string form;
    std::string folded;
    std::set<std::string> stems;  // empty in a language without a stemmer
    std::size_t sentence = 0;     // its number in the text
    std::size_t paragraph = 0;
  };
  using Text = std::vector<Word>;
  using Place = std::set<std::size_t>;  // the words of a text that a part of the query takes up

  struct Document {
    const Article* article;
    std::map<const Field*, std::vector<Text>> texts;  // nullptr: title and body
  };

  Text words(std::string_view text, std::string_view language) {
    Text all;
    std::size_t sentence = 0;
    std::size_t paragraph = 0;
    std::size_t end = 0;  // of the word before
    Tokenizer tokenizer(text);
    for (Token token; tokenizer.next(token); end = token.end) {
      const std::string between(text.substr(end, token.begin - end));
      if (between.find("\n\n") != std::string::npos || between.find("\n \n") != std::string::npos)
        ++paragraph, ++sentence;
      else if (!all.empty() && ends_sentence(text, language, between, all.back().form, token))
        ++sentence;
      Word word{std::string(token.form), std::string(token.folded), {}, sentence, paragraph};
      std::vector<std::string> stems;
      if (Stemmer::knows(language)) analyzer_.append_stems(token, language, {}, stems);
      word.stems.insert(stems.begin(), stems.end());
      all.push_back(std::move(word));
    }
    return all;
  }

  // The rules of common/breaks.h for the tests' words.
  static bool ends_sentence(std::string_view text, std::string_view language,
                            std::string_view between, std::string_view before, const Token& next) {
    const bool has_mark = between.find_first_of("!?") != std::string::npos;
    if (between.find(',') != std::string::npos) return false;  // J., The
    const std::size_t dot = between.find('.');
    const bool is_acronym = before == "us" && (between.front() == ' ' || between.front() == '\n');
    if (!has_mark && dot == std::string::npos && !is_acronym) return false;
    if (is_small(text, next.begin)) return false;
    if (has_mark) return true;
    if (between.find("..") != std::string::npos) return true;
    const bool begins_sentences =
        (language == "en" && next.form == "the") || (language == "de" && next.form == "die");
    if (before == "dr") return false;
    if (is_acronym || before == "j" || (before == "19" && language == "de"))
      return begins_sentences;
    return true;
  }

  static bool is_small(std::string_view text, std::size_t at) {
    const char32_t c = code_point_at(text, at).value;
    return fold_case(c) == c && c > '9' && c != U'東';
  }

  Document read(const Article& article) {
    Document document{&article, {}};
    for (const Field& field : fields()) {
      const bool is_text = field.kind == Kind::kText;
      if (!has_words(field)) continue;
      for (const std::string& value : field_values(article, field)) {
        Text text = words(value, is_text ? article.language : std::string());
        if (field.name == "title")  // one sentence
          for (Word& word : text) word.sentence = word.paragraph = 0;
        if (is_text) document.texts[nullptr].push_back(text);
        document.texts[&field].push_back(std::move(text));
      }
    }
    return document;
  }

  bool holds(const QueryNode& node, const Document& document) {
    using Type = QueryNode::Type;
    const auto child_holds = [&](const QueryNode& child) { return holds(child, document); };
    switch (node.type) {
      case Type::kAll:
        return true;
      case Type::kSequence:
        return sequence_holds(node, document);
      case Type::kAnd:
        return std::ranges::all_of(node.children, child_holds);
      case Type::kOr:
        return std::ranges::any_of(node.children, child_holds);
      case Type::kNot:
        return child_holds(node.children[0]) && !child_holds(node.children[1]);
      case Type::kDate:
        return is_within(node.range, *document.article);
      case Type::kValue:
        return field_values(*document.article, *node.field) == std::vector{node.text};
      case Type::kNear:
      case Type::kBefore:
      case Type::kSameSentence:
      case Type::kSameParagraph:
        return stands_somewhere(node, document);
      default:
        return leaf_holds(node, document);
    }
  }

  bool stands_somewhere(const QueryNode& node, const Document& document) {
    const QueryNode* leaf = &node;
    while (!leaf->is_leaf()) leaf = &leaf->children.front();
    const auto texts = document.texts.find(leaf->field);
    return texts != document.texts.end() &&
           std::ranges::any_of(texts->second, [&](const Text& text) {
             return !places(node, text, document.article->language).empty();
           });
  }

  // Every way in which a part of a proximity can be found in a text.
  std::set<Place> places(const QueryNode& node, const Text& text, const std::string& language) {
    std::set<Place> found;
    if (node.type == QueryNode::Type::kOr) {
      for (const QueryNode& child : node.children) found.merge(places(child, text, language));
    } else if (node.is_leaf()) {
      const bool is_text = !node.field || node.field->kind == Kind::kText;
      const Text wanted = words(node.text, is_text ? language : std::string());
      for (std::size_t first = 0; first + wanted.size() <= text.size(); ++first) {
        Place place;
        for (std::size_t i = 0; i < wanted.size(); ++i)
          if (fits(node, text[first + i], wanted[i])) place.insert(first + i);
        if (place.size() == wanted.size()) found.insert(place);
      }
    } else {
      for (const Place& one : places(node.children[0], text, language))
        for (const Place& other : places(node.children[1], text, language))
          if (stand_together(node, one, other, text)) {
            Place both = one;
            both.insert(other.begin(), other.end());
            found.insert(both);
          }
    }
    return found;
  }

  static bool stand_together(const QueryNode& node, const Place& one, const Place& other,
                             const Text& text) {
    for (const std::size_t word : one)
      if (other.contains(word)) return false;
    Place both = one;
    both.insert(other.begin(), other.end());
    const Word& first = text[*both.begin()];
    const Word& last = text[*both.rbegin()];
    const auto gap = [](const Place& before, const Place& after) {
      return std::ptrdiff_t(*after.begin()) - std::ptrdiff_t(*before.rbegin());
    };
    switch (node.type) {
      case QueryNode::Type::kSameSentence:
        return first.sentence == last.sentence;
      case QueryNode::Type::kSameParagraph:
        return first.paragraph == last.paragraph;
      case QueryNode::Type::kBefore:
        return gap(one, other) > 0 && gap(one, other) <= std::ptrdiff_t(node.distance);
      default:
        return std::max(gap(one, other), gap(other, one)) <= std::ptrdiff_t(node.distance);
    }
  }

  bool sequence_holds(const QueryNode& node, const Document& document) {
    using Occur = QueryNode::Occur;
    bool has_must = false;
    bool has_should = false;
    bool should_holds = false;
    for (const QueryNode& child : node.children) {
      const bool child_holds = holds(child, document);
      if (child.occur == Occur::kMust && !child_holds) return false;
      if (child.occur == Occur::kMustNot && child_holds) return false;
      has_must |= child.occur == Occur::kMust;
      has_should |= child.occur == Occur::kShould;
      should_holds |= child.occur == Occur::kShould && child_holds;
    }
    return has_must || !has_should || should_holds;
  }

  // Whether one of the field's texts has the leaf's words in a row.
  bool leaf_holds(const QueryNode& leaf, const Document& document) {
    const auto texts = document.texts.find(leaf.field);
    if (texts == document.texts.end()) return false;
    const bool is_text = !leaf.field || leaf.field->kind == Kind::kText;
    const Text wanted = words(leaf.text, is_text ? document.article->language : std::string());
    const auto same = [&](const Word& word, const Word& want) { return fits(leaf, word, want); };
    if (leaf.field && leaf.field->kind == Kind::kAddress)  // its words have no order
      return std::ranges::all_of(wanted, [&](const Word& want) {
        return std::ranges::any_of(texts->second.front(),
                                   [&](const Word& word) { return same(word, want); });
      });
    return std::ranges::any_of(texts->second, [&](const Text& text) {
      return std::search(text.begin(), text.end(), wanted.begin(), wanted.end(), same) !=
             text.end();
    });
  }

  static bool fits(const QueryNode& leaf, const Word& word, const Word& wanted) {
    switch (leaf.type) {
      case QueryNode::Type::kExact:
        return word.form == wanted.form;
      case QueryNode::Type::kPhrase:
        return word.folded == wanted.folded;
      case QueryNode::Type::kPrefix:
        return word.folded.starts_with(wanted.folded);
      default:
        break;
    }
    if (wanted.stems.empty()) return word.folded == wanted.folded;
    std::vector<std::string> common;
    std::ranges::set_intersection(word.stems, wanted.stems, std::back_inserter(common));
    return !common.empty();
  }

  static bool is_within(const DateRange& range, const Article& article) {
    if (!article.published) return false;
    const auto day = std::chrono::floor<std::chrono::days>(article.published->time);
    return (!range.from || day >= *range.from) && (!range.to || day <= *range.to);
  }

  static bool has_value(const Filter& filter, const Article& article) {
    const std::vector<std::string> all = values(article, *filter.facet);
    return std::ranges::find(all, filter.value) != all.end();
  }

  static bool passes(const Filters& filters, const Article& article) {
    std::map<const Facet*, bool> has_any;
    for (const Filter& filter : filters.required)
      has_any[filter.facet] |= has_value(filter, article);
    const auto is_excluded = [&](const Filter& filter) { return has_value(filter, article); };
    if (std::ranges::any_of(filters.excluded, is_excluded)) return false;
    const bool has_dates = filters.dates.from || filters.dates.to;
    return std::ranges::all_of(has_any, [](const auto& facet) { return facet.second; }) &&
           (!has_dates || is_within(filters.dates, article));
  }

  Analyzer analyzer_;
  std::vector<Document> documents_;
};

}  // namespace backfile
