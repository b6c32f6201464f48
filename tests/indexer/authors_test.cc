#include "indexer/cleaner/authors.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace backfile {
namespace {

using Texts = std::vector<std::string>;

struct Row {
  Texts bylines;
  Texts names;
};

std::string joined(const Texts& texts) {
  std::string all;
  for (const std::string& text : texts) all += "[" + text + "]";
  return all;
}

void check(const Row& row) {
  CAPTURE(joined(row.bylines));
  CHECK(joined(clean_authors(row.bylines)) == joined(row.names));
  CHECK(joined(clean_authors(row.names)) == joined(row.names));
}

TEST_CASE("authors: what stands before a name") {
  const Row rows[] = {
      {{}, {}},
      {{"Jane Roe"}, {"Jane Roe"}},
      {{"  Jane \n Roe "}, {"Jane Roe"}},
      {{"By\n\n  Jane Roe\n  Staff Writer\n"}, {"Jane Roe"}},
      {{"Jane Roe\nReuters"}, {"Jane Roe"}},
      {{"By Jane Roe"}, {"Jane Roe"}},
      {{"by: Jane Roe"}, {"Jane Roe"}},
      {{"By\nJane Roe"}, {"Jane Roe"}},
      {{"By By Jane Roe"}, {"Jane Roe"}},
      {{"Von Jane Roe"}, {"Jane Roe"}},
      {{"VON JANE ROE"}, {"Jane Roe"}},
      {{"Von Roe"}, {"Von Roe"}},
      {{"von der Au"}, {"von der Au"}},
      {{"Von dpa"}, {"dpa"}},
      {{"Par Jane Roe"}, {"Jane Roe"}},
      {{"Écrit par Jane Roe"}, {"Jane Roe"}},
      {{"Por Jane Roe"}, {"Jane Roe"}},
      {{"From Jane Roe"}, {"Jane Roe"}},
      {{"Words by Jane Roe"}, {"Jane Roe"}},
      {{"Written by Jane Roe"}, {"Jane Roe"}},
      {{"Analysis by Jane Roe"}, {"Jane Roe"}},
      {{"Author: Jane Roe"}, {"Jane Roe"}},
      {{"Byron Roe"}, {"Byron Roe"}},
      {{"By"}, {}},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("authors: roles, addresses and times") {
  const Row rows[] = {
      {{"Jane Roe, Staff Writer"}, {"Jane Roe"}},
      {{"Jane Roe Staff Writer"}, {"Jane Roe"}},
      {{"JANE ROE, TIMES STAFF WRITER"}, {"Jane Roe"}},
      {{"Jane Roe, Political Correspondent"}, {"Jane Roe"}},
      {{"Jane Roe, editor of the Harbour Gazette"}, {"Jane Roe"}},
      {{"Jane Roe, MS, RD"}, {"Jane Roe"}},
      {{"Jane Roe", "MS", "RD"}, {"Jane Roe"}},
      {{"Jane Roe, Reuters"}, {"Jane Roe"}},
      {{"Jane Roe/Reuters"}, {"Jane Roe"}},
      {{"Jane Roe - Harbour Gazette"}, {"Jane Roe"}},
      {{"Jane Roe (Reuters)"}, {"Jane Roe"}},
      {{"Jane Roe [Staff]"}, {"Jane Roe"}},
      {{"Jane Roe (Berlin"}, {"Jane Roe"}},
      {{"Jane (Jay) Roe"}, {"Jane (Jay) Roe"}},
      {{"Jane Roe, Redakteurin"}, {"Jane Roe"}},
      {{"Jane Roe, Journaliste"}, {"Jane Roe"}},
      {{"Jane Roe, corresponsal en Lima"}, {"Jane Roe"}},
      {{"Jane Roe, PhD"}, {"Jane Roe"}},
      {{"Jane Roe in Berlin"}, {"Jane Roe"}},
      {{"Jane Roe, in Berlin"}, {"Jane Roe"}},
      {{"Jane Roe for the Harbour Gazette"}, {"Jane Roe"}},
      {{"In Sook Roe"}, {"In Sook Roe"}},
      {{"Staff Writer"}, {}},
      {{"Jane Roe", "Staff Writer"}, {"Jane Roe"}},
      {{"Jane Roe jane.roe@paper.example"}, {"Jane Roe"}},
      {{"Jane Roe,jane@paper.example"}, {"Jane Roe"}},
      {{"Jane Roe <jane@paper.example>"}, {"Jane Roe"}},
      {{"jane@paper.example (Jane Roe)"}, {"Jane Roe"}},
      {{"jane@paper.example"}, {}},
      {{"Jane Roe @janeroe"}, {"Jane Roe"}},
      {{"@janeroe"}, {}},
      {{"https://www.facebook.com/harbourgazette"}, {}},
      {{"www.paper.example/jane"}, {}},
      {{"Jane Roe https://paper.example/jane"}, {"Jane Roe"}},
      {{"Jane Roe 2 hours ago"}, {"Jane Roe"}},
      {{"Jane Roe", "Hours Ago"}, {"Jane Roe"}},
      {{"2 hours ago"}, {}},
      {{"Jane Roe 5 min read"}, {"Jane Roe"}},
      {{"Jane Roe Updated November 17, 2024"}, {"Jane Roe"}},
      {{"Jane Roe, November 17, 2024"}, {"Jane Roe"}},
      {{"Jane Roe | November 17 2024"}, {"Jane Roe"}},
      {{"Updated November"}, {}},
      {{"Associated Press"}, {"Associated Press"}},
      {{"AFP"}, {"AFP"}},
      {{"By AFP"}, {"AFP"}},
      {{"(Reuters)"}, {"Reuters"}},
      {{"Reuters Staff"}, {"Reuters Staff"}},
      {{"AFP/Reuters"}, {"AFP", "Reuters"}},
      {{"Jane Roe and Reuters"}, {"Jane Roe"}},
      {{"Jane Roe", "Associated Press"}, {"Jane Roe", "Associated Press"}},
      {{"None"}, {}},
      {{"nan", "", " ", "null", "N/A", "-", "[]"}, {}},
      {{"12345"}, {}},
      {{std::string(101, 'x')}, {}},
      {{"{\"name\": 1}"}, {}},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("authors: several in one byline") {
  const Row rows[] = {
      {{"Jane Roe and John Doe"}, {"Jane Roe", "John Doe"}},
      {{"Jane Roe & John Doe"}, {"Jane Roe", "John Doe"}},
      {{"Jane Roe, John Doe and Max Poe"}, {"Jane Roe", "John Doe", "Max Poe"}},
      {{"Jane Roe, John Doe, and Max Poe"}, {"Jane Roe", "John Doe", "Max Poe"}},
      {{"Jane Roe; John Doe"}, {"Jane Roe", "John Doe"}},
      {{"Jane Roe|John Doe"}, {"Jane Roe", "John Doe"}},
      {{"Jane Roe, John Doe"}, {"Jane Roe", "John Doe"}},
      {{"Von Jane Roe und John Doe"}, {"Jane Roe", "John Doe"}},
      {{"Par Jane Roe et John Doe"}, {"Jane Roe", "John Doe"}},
      {{"Por Jane Roe y John Doe"}, {"Jane Roe", "John Doe"}},
      {{"Jane Roe with John Doe"}, {"Jane Roe", "John Doe"}},
      {{"By JANE ROE AND JOHN DOE"}, {"Jane Roe", "John Doe"}},
      {{"Jane Roe, Staff Writer, and John Doe, Editor"}, {"Jane Roe", "John Doe"}},
      {{"Jane Roe in Lima and John Doe in Rome"}, {"Jane Roe", "John Doe"}},
      {{"Roe and Doe"}, {"Roe", "Doe"}},
      {{"Jane and John Doe"}, {"Jane and John Doe"}},
      {{"José Ortega y Gasset"}, {"José Ortega y Gasset"}},
      {{"Jane Roe et al."}, {"Jane Roe"}},
      {{"['Jane Roe', 'John Doe']"}, {"Jane Roe", "John Doe"}},
      {{"[\"By Jane Roe\",\"John O'Doe\"]"}, {"Jane Roe", "John O'Doe"}},
      {{"['Jane Roe', None, \"John O\\'Doe\"]"}, {"Jane Roe", "John O'Doe"}},
      {{"[\"Ren\\u00e9 Roe\"]"}, {"René Roe"}},
      {{"Jane Roe", "JANE ROE", "jane roe"}, {"Jane Roe"}},
      {{"René Roe", "Rene Roe"}, {"René Roe"}},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("authors: names turned round, and what belongs to names") {
  const Row rows[] = {
      {{"Doe, John"}, {"John Doe"}},
      {{"Doe,John"}, {"John Doe"}},
      {{"Doe, John A."}, {"John A. Doe"}},
      {{"von der Au, Maria"}, {"Maria von der Au"}},
      {{"Doe, John, Staff Writer"}, {"John Doe"}},
      {{"Doe, John; Roe, Jane"}, {"John Doe", "Jane Roe"}},
      {{"Doe, John, and Jane Roe"}, {"John Doe", "Jane Roe"}},
      {{"Roe, Doe and Poe"}, {"Roe", "Doe", "Poe"}},
      {{"Jane Roe, Berlin"}, {"Jane Roe, Berlin"}},
      {{"Martin Lee Doe, Jr."}, {"Martin Lee Doe, Jr."}},
      {{"Martin Doe Jr."}, {"Martin Doe Jr."}},
      {{"Martin Doe, Jr. and Jane Roe"}, {"Martin Doe, Jr.", "Jane Roe"}},
      {{"MARTIN DOE III"}, {"Martin Doe III"}},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("authors: capitals") {
  const Row rows[] = {
      {{"JOHN DOE"}, {"John Doe"}},
      {{"By JOHN McDONALD O'BRIEN"}, {"John McDonald O'Brien"}},
      {{"JOHN MCDONALD"}, {"John McDonald"}},
      {{"JOHN MACK"}, {"John Mack"}},
      {{"URSULA VON DER AU"}, {"Ursula von der Au"}},
      {{"J.K. ROE-DOE"}, {"J.K. Roe-Doe"}},
      {{"JJ ROE"}, {"JJ Roe"}},
      {{"ÉMILE ZÜRN"}, {"Émile Zürn"}},
      {{"SEÁN Ó BROIN"}, {"Seán Ó Broin"}},
      {{"JOHN Doe"}, {"JOHN Doe"}},
      {{"ADA"}, {"ADA"}},
      {{"ИВАН РОЕВ"}, {"Иван Роев"}},
      {{"東京太郎"}, {"東京太郎"}},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("authors: hostile lists") {
  Texts many;
  for (int i = 0; i < 100'000; ++i)
    many.push_back("Jane Roe " + std::string(std::size_t(i % 50), 'a'));
  CHECK(clean_authors(many).size() <= 100);
  CHECK(clean_authors(Texts{std::string(1 << 24, '(')}).empty());
  CHECK(clean_authors(Texts{"[" + std::string(1 << 24, '\'') + "]"}).empty());
  for (const std::string part :
       {"(", ")", " and ", ", ", "a, ", "By ", "@", "'", "[", " ago", "\\"}) {
    std::string text;
    while (text.size() + part.size() <= 1000) text += part;
    CAPTURE(text);
    const Texts names = clean_authors(Texts{text});
    CHECK(clean_authors(names) == names);
  }
}

}  // namespace
}  // namespace backfile
