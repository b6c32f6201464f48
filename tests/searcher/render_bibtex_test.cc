#include <doctest/doctest.h>

#include "searcher/render/bibtex.h"
#include "tests/searcher/exported.h"

namespace backfile {
namespace {

std::string bibtex_of(const Article& article) {
  std::ostringstream out;
  render_bibtex(article, out);
  return std::move(out).str();
}

// What stands in the braces of a field.
std::string field_of(const Article& article, const std::string& name) {
  const std::string entry = bibtex_of(article);
  const std::string start = "\n  " + name + " = {";
  const std::size_t begin = entry.find(start);
  if (begin == std::string::npos) return "none";
  const std::size_t text = begin + start.size();
  const std::size_t end = std::min(entry.find("},\n", text), entry.find("}\n", text));
  return entry.substr(text, end - text);
}

std::string key_of(const std::string& id) {
  const std::string entry = bibtex_of(article_with(id, ""));
  const std::size_t begin = entry.find('{') + 1;
  return entry.substr(begin, entry.find('\n') - begin);
}

TEST_CASE("bibtex: hits") {
  const SearchResult result = hits_of({exported_article(), article_with("b", "")});
  CHECK(printed(render_bibtex, result) ==
        "@article{harbour-17,\n"
        "  author = {Ann Bo and Cy Dee},\n"
        "  title = {Strike at “Quay 4”},\n"
        "  journal = {Harbour Gazette},\n"
        "  year = {2024},\n"
        "  month = nov,\n"
        "  day = {17},\n"
        "  url = {https://gazette.example/17},\n"
        "  language = {en},\n"
        "  keywords = {docks, Port Ellery, Jo Fay},\n"
        "  note = {business},\n"
        "  abstract = {One. Two \\& three.}\n"
        "}\n\n"
        "@article{b,\n"
        "  abstract = {One. Two \\& three.}\n"
        "}\n\n");
  CHECK(printed(render_bibtex, SearchResult()).empty());
  CHECK(bibtex_of(article_with("b", "")) == "@article{b\n}\n\n");
}

TEST_CASE("bibtex: what TeX takes for its own") {
  struct Row {
    std::string title;
    std::string tex;
  };
  const Row rows[] = {
      {"50 % of $3 & #1_a", "50 \\% of \\$3 \\& \\#1\\_a"},
      {"~a^b", "\\textasciitilde{}a\\textasciicircum{}b"},
      {"a}b{c\\d", "a\\textbraceright{}b\\textbraceleft{}c\\textbackslash{}d"},
      {"\\input{x}", "\\textbackslash{}input\\textbraceleft{}x\\textbraceright{}"},
      {"“é” 🙂 \"q\" @x", "“é” 🙂 \"q\" @x"},
      {"one\n}\ntwo\x1b", "one \\textbraceright{} two"},
  };
  for (const Row& row : rows) CHECK(field_of(article_with("x", row.title), "title") == row.tex);
}

TEST_CASE("bibtex: names and keywords stay whole") {
  Article article = article_with("x", "");
  article.authors = {"Ann Bo", "AP, Reuters", "Sons AND Co", "Anders Sand", "Others", "a {b"};
  CHECK(field_of(article, "author") ==
        "Ann Bo and {AP, Reuters} and {Sons AND Co} and Anders Sand and {Others} and "
        "a \\textbraceleft{}b");
  article.tags = {"bed and breakfast", "a, b"};
  CHECK(field_of(article, "keywords") == "bed and breakfast, {a, b}");
}

TEST_CASE("bibtex: addresses are verbatim, with balanced braces") {
  Article article = article_with("x", "");
  article.url = "https://a.example/~b_c?d=%20&e=100%#f{\\g} h";
  CHECK(field_of(article, "url") == "https://a.example/~b_c?d=%20&e=100%25#f%7B%5Cg%7D%20h");
  article.url = "javascript:alert(1)";
  CHECK(field_of(article, "url") == "none");
}

TEST_CASE("bibtex: keys are the id where that can be one, and never the same for two") {
  CHECK(key_of("harbour-17") == "harbour-17");
  CHECK(key_of("https://a.example/b_c.html") == "https://a.example/b_c.html");
  CHECK(key_of("a b,c{d}") == "abcd-" + key_of("a b,c{d}").substr(5));
  CHECK(key_of("a b") != key_of("a,b"));
  CHECK(key_of("新聞-1") != key_of("新聞の-1"));
  CHECK(key_of("新聞") == key_of("新聞"));
  CHECK(key_of(std::string(500, 'x')).size() == 80 + 1 + 13);
  for (const char c : key_of("}\\\"#%',=~() é"))
    CHECK((std::isalnum(static_cast<unsigned char>(c)) || c == '-'));
}

}  // namespace
}  // namespace backfile
