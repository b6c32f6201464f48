#include <doctest/doctest.h>

#include "indexer/readers/ninjs.h"
#include "tests/indexer/read_all.h"

namespace backfile {
namespace {

std::string read(const std::string& content, std::size_t piece_bytes = std::size_t{1} << 20) {
  Input input({"test", "test", {}}, std::make_unique<StringSource>(content, piece_bytes));
  const ReaderSettings settings;
  const auto reader = make_ninjs_reader(input, settings);
  std::string text;
  for (const ParsedItem& item : read_all(*reader))
    text += (text.empty() ? "" : "\n") + described(item);
  return text;
}

struct Row {
  std::string content;
  std::string expected;
};

TEST_CASE("ninjs reader: all versions") {
  const Row rows[] = {
      // 1.x
      {R"({"uri":"http://tide.example/1","type":"text","pubstatus":"usable","headline":"T",)"
       R"("body_text":"B","body_xhtml":"<p>X</p>","versioncreated":"2024-11-18T08:00:00Z",)"
       R"("firstcreated":"2024-11-17T08:00:00Z","byline":"Ada Marl","infosource":[{"name":"Tide"}],)"
       R"("subject":[{"code":"1","name":"harbours"},{"name":"ships"}],"place":[{"name":"Southhaven"}],)"
       R"("person":[{"name":"Ben Quill"}],"language":"en","genre":[{"name":"feature"}],)"
       R"("altids":{"x":"y"}})",
       "id=http://tide.example/1|url=http://tide.example/1|title=T|body=B|"
       "published=2024-11-17T08:00:00Z|updated=2024-11-18T08:00:00Z|source=Tide|authors=Ada Marl|"
       "tags=harbours,ships|places=Southhaven|people=Ben Quill|language=en"},
      // 2.x
      {R"({"uri":"urn:tide:1","headlines":[{"role":"sub","value":"S"},{"role":"main","value":"T"}],)"
       R"("bodies":[{"role":"teaser","value":"x"},{"role":"main","contentType":"text/plain",)"
       R"("value":"B"}],"versionCreated":"2024-11-18","firstCreated":"2024-11-18",)"
       R"("infoSources":[{"name":"Tide"}],"by":"Ada Marl","subjects":[{"name":"harbours"}],)"
       R"("places":[{"name":"Southhaven"}],"people":[{"name":"Ben Quill"}],)"
       R"("pubStatus":"usable"})",
       "id=urn:tide:1|title=T|body=B|published=2024-11-18|source=Tide|authors=Ada Marl|"
       "tags=harbours|places=Southhaven|people=Ben Quill"},
      // 3.x
      {R"({"uri":"urn:tide:2","headlines":[{"value":"T"}],"bodies":[{"contenttype":)"
       R"("text/plain","value":"B"}],"versioncreated":"2024-11-18","infosources":)"
       R"([{"name":"Tide"}],"bylines":[{"byline":"x","name":"Ada Marl"}]})",
       "id=urn:tide:2|title=T|body=B|published=2024-11-18|source=Tide|authors=Ada Marl"},
      {R"({"uri":"7","headline":"T","versionCreated":"2024-11-17","contentModified":"2024-11-18",)"
       R"("urls":[{"role":"short","url":"s"},7,{"role":"canonical","url":"u"}]})",
       "id=7|url=u|title=T|published=2024-11-17|updated=2024-11-18"},
      {R"([{"uri":"a","headline":"A"},{"uri":"b","headline":"B"}])", "id=a|title=A\nid=b|title=B"},
      {"{\"uri\":\"a\",\"headline\":\"A\"}\n{\"uri\":\"b\",\"headline\":\"B\"}\n",
       "id=a|title=A\nid=b|title=B"},
      {R"({"items":[{"uri":"a","headline":"A"}]})", "id=a|title=A"},
      {R"({"uri":"a","headline":"A","pubstatus":"canceled"})",
       "note not usable: the publisher says: canceled"},
      {R"({"uri":"a","headline":"A","type":"picture"})",
       "note no article: an item of type picture"},
      {R"([{"uri":"a"},{"uri":"b","headline":"B"},7])",
       "! no text: the item has no URI with a headline or a body\nid=b|title=B\n"
       "! wrong type: the item is no object"},
      {R"({"uri":null,"headline":[],"bodies":[7,null,{"value":1}]})", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.content);
    CHECK(read(row.content) == row.expected);
    CHECK(read(row.content, 1) == row.expected);
  }
}

TEST_CASE("ninjs reader: damage costs its item only") {
  const std::string text =
      read(R"([{"uri":"a","headline":"A"},{"uri":x},{"uri":"b","headline":"B"},{"uri":"c)");
  CHECK(text.starts_with("id=a|title=A\n! invalid JSON: "));
  CHECK(text.ends_with("\nid=b|title=B\n! cut off: the input ends inside of an item"));
}

TEST_CASE("ninjs reader: told by its keys") {
  CHECK(looks_like_ninjs(R"({"uri":"a","headline":"A","versioncreated":"2024"})"));
  CHECK(looks_like_ninjs("[\n{\"uri\":\"a\",\"bodies\":["));
  CHECK_FALSE(looks_like_ninjs(R"({"uri":"a","headline":{"main":"A"},"pub_date":"2024"})"));
  CHECK_FALSE(looks_like_ninjs(R"({"uri":"a","title":"A","body":"B"})"));
  CHECK_FALSE(looks_like_ninjs("uri, bodies"));
  CHECK_FALSE(looks_like_ninjs(""));
}

}  // namespace
}  // namespace backfile
