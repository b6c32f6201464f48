#include "indexer/cleaner/page_judge.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/common/random_values.h"
#include "tests/indexer/cleaned.h"

namespace backfile {
namespace {

const Cleaner& aggressive() {
  static const Cleaner cleaner{CleanOptions{CleanMode::kAggressive, "en", {}}};
  return cleaner;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n\n") + line;
  return text;
}

struct PageText {
  std::string name;
  std::vector<std::string> above;
  std::vector<std::string> article;
  std::vector<std::string> below;
};

const std::vector<PageText>& pages() {
  static const std::vector<PageText> all = {
      {"English",
       {"Skip to content", "* Home", "* News", "* Sport", "* Weather", "Search", "Log in",
        "Ferry to Tolven Island out of service", "By Jane Roe", "May 3, 2019 9:12 am", "Share"},
       {"The ferry to Tolven Island was taken out of service on Monday after its engine failed for "
        "the third time this month, the company said.",
        "Some 400 people who live on the island have no other way to reach the mainland, and the "
        "school has been closed until further notice.",
        "No date yet", "“We were told on the quay, in the rain,” said a teacher who works there.",
        "The company expects a second boat by the end of the week, but it could not say which one "
        "or from where it would come."},
       {"Related stories", "* Bridge To Close For A Year", "* Harbour Wall Cracks Again",
        "3 Comments", "islander says:",
        "I have lived here for forty years and it was never as bad as it is now, believe me.",
        "Leave a comment", "About us", "Terms of Use", "© 2019 Example Gazette"}},
      {"German",
       {"Startseite", "Politik", "Sport", "Wetter", "Suche", "Anmelden",
        "Fähre nach Tolven fällt aus", "Von Hanna Weiß", "3. Mai 2019, 9:12 Uhr"},
       {"Die Fähre zur Insel Tolven fährt seit Montag nicht mehr, nachdem die Maschine zum dritten "
        "Mal in diesem Monat ausgefallen war, wie die Reederei mitteilte.",
        "Rund 400 Menschen leben auf der Insel und kommen nun nicht mehr an das Festland, die "
        "Schule bleibt bis auf weiteres geschlossen.",
        "Die Reederei rechnet damit, dass ein zweites Schiff bis zum Ende der Woche kommt, konnte "
        "aber nicht sagen, welches das sein wird."},
       {"Weitere Artikel zum Thema", "Brücke ein Jahr lang gesperrt", "Teilen", "Drucken",
        "2 Kommentare", "Das ist seit vierzig Jahren nicht so schlimm gewesen, glaubt mir.",
        "Impressum", "Datenschutz", "© 2019 Beispielzeitung"}},
      {"Russian",
       {"Главная", "Новости", "Спорт", "Погода", "Поиск", "Facebook", "Twitter",
        "Паром на остров не ходит", "3 мая 2019, 9:12"},
       {"Паром на остров Толвен не ходит с понедельника, после того как его двигатель отказал в "
        "третий раз за этот месяц, сообщила компания.",
        "На острове живут около четырёхсот человек, и другого пути на материк у них нет, а школа "
        "закрыта до особого распоряжения.",
        "Компания ждёт второе судно к концу недели, но не может сказать, какое именно и откуда оно "
        "придёт."},
       {"Читайте также", "Мост закроют на год", "Комментарии", "Добавить комментарий",
        "За сорок лет так плохо ещё никогда не было, поверьте мне, соседи.", "Реклама",
        "© 2019 Газета"}},
      {"Chinese",
       {"首页", "新闻", "体育", "天气", "Facebook", "Twitter", "往托尔文岛的渡轮停航",
        "2019年5月3日 09:12"},
       {"公司表示，往托尔文岛的渡轮在本月第三次发生引擎故障之后，从星期一起停止服务，何时恢复尚不清"
        "楚。",
        "岛上大约有四百名居民，他们没有其他方法可以前往大陆，学校也已经关闭，直到另行通知为止。",
        "公司预计第二艘船将在本周末之前到达，但是无法说明是哪一艘船，也无法说明它将从哪里出发。"},
       {"相关新闻", "大桥将关闭一年", "评论", "四十年来从来没有这么糟糕过，请相信我，各位邻居。",
        "广告", "© 2019 报社"}},
  };
  return all;
}

std::string page_text(const PageText& page) {
  return joined(page.above) + "\n\n" + joined(page.article) + "\n\n" + joined(page.below);
}

TEST_CASE("page judge: of a whole page the article stays") {
  for (const PageText& page : pages()) {
    CAPTURE(page.name);
    const CleanArticle result = cleaned({{"body", {page_text(page)}}}, aggressive());
    CHECK(result.article.body == joined(page.article));
    CHECK(result.removed.size() == page.above.size() + page.below.size());
    CHECK(std::string(result.removed.back().rule) == "legal");
  }
}

TEST_CASE("page judge: every line that goes has its rule") {
  const CleanArticle result = cleaned({{"body", {page_text(pages()[0])}}}, aggressive());
  const auto removed = described(result.removed);
  const auto has = [&](const std::string& line) {
    return std::ranges::find(removed, line) != removed.end();
  };
  CHECK(has("before-article: * Sport"));
  CHECK(has("before-article: Ferry to Tolven Island out of service"));
  CHECK(has("related: Related stories"));
  CHECK(has("after-article: * Bridge To Close For A Year"));
  CHECK(has("comments: 3 Comments"));
}

TEST_CASE("page judge: the headline stands for a title that is the page's") {
  struct Row {
    std::string title;
    std::string expected;
  };
  const std::string headline = "Ferry to Tolven Island out of service";
  const Row rows[] = {
      {"", headline},       {"Skip to main content", headline},
      {"* News", headline}, {"Example Gazette", headline},
      {headline, headline}, {"Why the ferry to Tolven failed", "Why the ferry to Tolven failed"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.title);
    const std::string text = page_text(pages()[0]);
    const CleanArticle result = cleaned({{"title", {row.title}}, {"body", {text}}}, aggressive());
    CHECK(result.article.title == row.expected);
    CHECK(result.article.body == joined(pages()[0].article));
    const bool replaced = !row.title.empty() && row.title != row.expected;
    CHECK((result.removed.front().text == row.title) == replaced);
  }
}

TEST_CASE("page judge: what stands aside within the article goes, and a cross-head stays") {
  PageText page = pages()[0];
  page.article.insert(page.article.begin() + 1, {"Related", "* Mayor Opens Fair", "Advertisement"});
  const CleanArticle result = cleaned({{"body", {page_text(page)}}}, aggressive());
  CHECK(result.article.body == joined(pages()[0].article));
  const auto removed = described(result.removed);
  CHECK(std::ranges::find(removed, "link-list: * Mayor Opens Fair") != removed.end());
}

TEST_CASE("page judge: an article alone is left alone") {
  struct Row {
    std::string name;
    std::string text;
  };
  const Row rows[] = {
      {"prose", joined(pages()[0].article)},
      {"a table",
       "Results\n\nHarbour 3, Mill Lane 1\nTolven 2, Quay 2\nBridge 0, Hill 4\n\n"
       "Table\n\nHarbour 12\nTolven 9\nHill 7\nQuay 4"},
      {"a list",
       "What to bring\n\n- Water\n- Bread\n- A map\n- Warm clothes\n- A whistle\n\n"
       "The walk takes four hours."},
      {"questions", "Q: Why now?\n\nA: Because of the storm.\n\nQ: Who pays?\n\nA: The council."},
      {"upper case",
       "FERRY FIRM SEES LOSS\n\nThe firm said it expects a loss.\n\n"
       "OUTLOOK\n\nIt gave no figures.\n\nREACTION\n\nShares fell."},
      {"two labels", "Related\n\nThe council met.\n\nPhoto: the hall\n\nIt rose at nine"},
      {"one line", "Ferry out of service"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const CleanArticle strict = cleaned({{"body", {row.text}}});
    CHECK(cleaned({{"body", {row.text}}}, aggressive()).article.body == strict.article.body);
  }
}

TEST_CASE("page judge: a page without an article is not lost") {
  const std::string menu = "Home\nNews\nSport\nSearch\nLog in\nTerms of Use\nContact us";
  CHECK_FALSE(cleaned({{"body", {menu}}}, aggressive()).article.body.empty());
}

TEST_CASE("page judge: what is kept and what goes are the whole text, and twice is once") {
  RandomValues random(7);
  for (int round = 0; round < 200; ++round) {
    const PageText& page = pages()[random.below(pages().size())];
    std::vector<std::string> lines;
    for (const auto* part : {&page.above, &page.article, &page.below})
      for (const std::string& line : *part)
        if (random.below(4) > 0) lines.push_back(line);
    if (random.coin()) std::ranges::reverse(lines);
    if (lines.empty()) continue;
    const std::string text = joined(lines);
    CAPTURE(text);
    const CleanArticle once = cleaned({{"body", {text}}}, aggressive());
    std::size_t bytes = once.article.body.size();
    for (const RemovedLine& line : once.removed) {
      CHECK(std::ranges::find(lines, line.text) != lines.end());
      CHECK_FALSE(line.rule.empty());
      bytes += line.text.size() + 2;
    }
    if (once.article.body.empty()) bytes -= 2;
    CHECK(bytes == text.size());
    if (once.article.body.empty()) continue;
    const CleanArticle twice = cleaned({{"body", {once.article.body}}}, aggressive());
    CHECK(twice.article.body == once.article.body);
  }
}

}  // namespace
}  // namespace backfile
