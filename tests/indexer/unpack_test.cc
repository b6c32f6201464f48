#include "indexer/input/unpack.h"

#include <doctest/doctest.h>

#include "common/error.h"
#include "tests/common/random_values.h"
#include "tests/indexer/packed.h"
#include "tests/string_source.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

using namespace std::string_literals;

// All bytes of an input, and "!" with the reason where it breaks off, as often as it can go on.
std::string all_of(Input& input) {
  std::string text;
  for (;;) {
    for (std::string_view ahead = input.peek(1000); !ahead.empty(); ahead = input.peek(1000)) {
      text += ahead;
      input.take(ahead.size());
    }
    try {
      input.require_whole();
      return text;
    } catch (const Error& error) {
      text += "!" + error.reason();
    }
    if (!input.resume()) return text;
  }
}

// "name@folder=text" of every input inside, in lines; "! reason: where" for what cannot be
// unpacked.
std::string described(Unpacker& file) {
  std::string lines;
  for (int failures = 0; failures < 10;) {
    try {
      Input* input = file.next();
      if (!input) return lines;
      const InputName name = input->name();
      lines += name.path + " " + name.name + "@" + name.folder + "=" + all_of(*input) + "\n";
    } catch (const Error& error) {
      ++failures;
      lines += "! " + error.reason() + ": " + error.where() + "\n";
    }
  }
  return lines + "no end";
}

std::string unpacked(const std::string& name, std::string bytes,
                     std::size_t piece_bytes = 1 << 20) {
  Unpacker file({name, name, "f"}, std::make_unique<StringSource>(std::move(bytes), piece_bytes));
  return described(file);
}

std::string on_disk(const std::string& name, const std::string& bytes) {
  const TempFolder folder;
  const std::string path = folder.write(name, bytes);
  Unpacker file({path, name, "f"}, open_file(path));
  std::string lines = described(file);
  for (auto at = lines.find(path); at != std::string::npos; at = lines.find(path))
    lines.replace(at, path.size(), name);
  return lines;
}

TEST_CASE("unpack: every packing, named so that the format's ending shows") {
  struct Row {
    std::string name;
    std::string bytes;
    std::string expected;
  };
  const std::string utf16 = "\xFF\xFEt\0e\0x\0t\0=\xD8\x00\xDE"s;
  const Row rows[] = {
      {"a.txt", "text", "a.txt a.txt@f=text\n"},
      {"a.txt", "", "a.txt a.txt@f=\n"},
      {"a.txt.gz", gzipped("text"), "a.txt.gz a.txt@f=text\n"},
      {"a.TXT.GZ", gzipped("text"), "a.TXT.GZ a.TXT@f=text\n"},
      {"a", gzipped("text"), "a a@f=text\n"},
      {"a.gz", gzipped(""), "a.gz a@f=\n"},
      {"a.gz", gzipped("one ") + gzipped("") + gzipped("two") + "\0\0\0\0"s, "a.gz a@f=one two\n"},
      {"a.bz2", filtered(archive_write_add_filter_bzip2, "text"), "a.bz2 a@f=text\n"},
      {"a.xz", filtered(archive_write_add_filter_xz, "text"), "a.xz a@f=text\n"},
      {"a.zst", filtered(archive_write_add_filter_zstd, "text"), "a.zst a@f=text\n"},
      {"a.txt", utf16, "a.txt a.txt@f=text\xF0\x9F\x98\x80\n"},
      {"a.txt", "\xFE\xFF\0t\0e"s, "a.txt a.txt@f=te\n"},
      {"a.txt", "<\0?\0x\0"s, "a.txt a.txt@f=<?x\n"},
      {"a.txt", "\xFF\xFE\0\0t\0\0\0"s, "a.txt a.txt@f=t\n"},
      {"a.txt", "\xFF\xFEt\0\0\xD8x\0y"s, "a.txt a.txt@f=t\uFFFDx\uFFFD\n"},
      {"a.zip", zipped({{"one.txt", "1"}, {"s/two.txt", "2"}}),
       "a.zip/one.txt one.txt@=1\na.zip/s/two.txt two.txt@s=2\n"},
      {"a.tar", tarred({{"one.txt", "1"}, {"s/two.txt", "2"}}),
       "a.tar/one.txt one.txt@=1\na.tar/s/two.txt two.txt@s=2\n"},
      {"a.tgz", gzipped(tarred({{"one.txt", "1"}})), "a.tgz/one.txt one.txt@=1\n"},
      {"a.zip", zipped({{"d/b.txt.gz", gzipped("b")}, {"c.tar", tarred({{"e/f.txt", "f"}})}}),
       "a.zip/d/b.txt.gz b.txt@d=b\na.zip/c.tar/e/f.txt f.txt@e=f\n"},
      {"a.gz", gzipped(gzipped(utf16)), "a.gz a@f=text\xF0\x9F\x98\x80\n"},
      {"a.zip",
       zipped({{"../../up.txt", "u"},
               {".hidden", "h"},
               {"README.md", "r"},
               {"__MACOSX/x.txt", "m"},
               {"./z.txt", "z"}}),
       "a.zip/../../up.txt up.txt@..=u\na.zip/./z.txt z.txt@.=z\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CAPTURE(row.expected);
    CHECK(unpacked(row.name, row.bytes) == row.expected);
    CHECK(unpacked(row.name, row.bytes, 1) == row.expected);
    CHECK(on_disk(row.name, row.bytes) == row.expected);
  }
}

TEST_CASE("unpack: folders and links in a tar are no files") {
  Packer packer(archive_write_set_format_pax_restricted);
  packer.add({"d", ""}, AE_IFDIR).add({"link", ""}, AE_IFLNK).add({"d/a.txt", "a"});
  CHECK(unpacked("a.tar", packer.bytes()) == "a.tar/d/a.txt a.txt@d=a\n");
}

TEST_CASE("unpack: layers without end") {
  std::string bytes = "text";
  for (std::size_t i = 0; i < Unpacker::kMaxLayers; ++i) bytes = gzipped(bytes);
  CHECK(unpacked("a", bytes) == "a a@f=text\n");
  CHECK(unpacked("a", gzipped(bytes)) == "! packed too deep: a\n");
  CHECK(unpacked("z", zipped({{"a", gzipped(bytes)}, {"b", "b"}})) ==
        "! packed too deep: z/a\nz/b b@=b\n");
}

TEST_CASE("unpack: what is damaged or cut off costs itself") {
  RandomValues random(3);
  std::string noise;
  while (noise.size() < 50000) noise += char(random.number('a', 'z'));
  const std::string one = gzipped("one");
  std::string bad = gzipped(noise);
  bad[bad.size() / 2] = char(~bad[bad.size() / 2]);
  std::string bad_sum = one;
  bad_sum[bad_sum.size() - 6] = char(~bad_sum[bad_sum.size() - 6]);

  CHECK(unpacked("a", one + bad + one) == "a a@f=one!damagedone\n");
  CHECK(unpacked("a", one + bad_sum + one) == "a a@f=one!damagedone\n");
  CHECK(unpacked("a", bad_sum) == "a a@f=one!damaged\n");
  CHECK(unpacked("a", one + "garbage" + one) == "a a@f=one!damagedone\n");
  CHECK(unpacked("a", one + "garbage") == "a a@f=one!damaged\n");
  // Of one that stands alone, what came before the damage is there.
  const std::string packed = gzipped(noise);
  const std::string cut = unpacked("a", packed.substr(0, packed.size() / 2), 100);
  CHECK(cut.ends_with("!damaged\n"));
  CHECK(cut.size() > packed.size() / 4);
  CHECK((noise.starts_with(cut.substr(6, cut.size() - 16))));

  std::string long_noise;
  while (long_noise.size() < (std::size_t{3} << 20)) long_noise += char(random.number('a', 'z'));
  for (const auto set_filter : {archive_write_add_filter_bzip2, archive_write_add_filter_xz,
                                archive_write_add_filter_zstd}) {
    const std::string whole = filtered(set_filter, long_noise);
    const std::string half = unpacked("a", whole.substr(0, whole.size() / 2));
    CHECK(half.starts_with("a a@f="));
    CHECK(half.size() > long_noise.size() / 4);
    CHECK(half.ends_with("!damaged\n"));
    CHECK(unpacked("a", whole.substr(0, 20)) == "! damaged: a\n");
  }
}

TEST_CASE("unpack: a damaged member of a zip or tar costs itself") {
  RandomValues random(4);
  std::string noise;
  while (noise.size() < 5000) noise += char(random.number('a', 'z'));
  std::string zip = zipped({{"a", "first"}, {"b", noise}, {"c", "third"}});
  const std::string cut_zip = zip.substr(0, 2000);
  zip[2000] = char(~zip[2000]);
  const std::string found = on_disk("z.zip", zip);
  CAPTURE(found);
  CHECK(found.starts_with("z.zip/a a@=first\n"));
  CHECK(found.find("!damaged\n") != std::string::npos);
  CHECK(found.ends_with("z.zip/c c@=third\n"));
  CHECK(on_disk("z.zip", cut_zip).starts_with("z.zip/a a@=first\nz.zip/b b@="));
  CHECK(unpacked("z.zip", cut_zip).starts_with("z.zip/a a@=first\nz.zip/b b@="));

  const std::string tar = tarred({{"a", "first"}, {"b", noise}, {"c", "third"}});
  const std::string found_cut = unpacked("t.tar", tar.substr(0, 3000));
  CAPTURE(found_cut);
  CHECK(found_cut.starts_with("t.tar/a a@=first\nt.tar/b b@="));
  CHECK(found_cut.find("!damaged\n") != std::string::npos);
}

TEST_CASE("unpack: any bytes end, whatever is broken in them") {
  RandomValues random(5);
  const std::string whole[] = {
      gzipped("one") + gzipped(std::string(5000, 'x')),
      zipped({{"a", "first"}, {"b", gzipped("b")}, {"c", std::string(3000, 'c')}}),
      gzipped(tarred({{"a", "first"}, {"b", "b"}})),
      tarred({{"a", "first"}, {"b", "b"}}),
      filtered(archive_write_add_filter_zstd, std::string(5000, 'x')),
  };
  for (int round = 0; round < 400; ++round) {
    std::string bytes = whole[random.below(std::size(whole))];
    for (int i = 0; i < 3; ++i) bytes[random.below(bytes.size())] = char(random.number(0, 255));
    if (random.below(3) == 0) bytes.resize(random.below(bytes.size()));
    CAPTURE(round);
    CHECK_FALSE(unpacked("a", bytes, 1 + random.below(500)).ends_with("no end"));
    CHECK_FALSE(on_disk("a", bytes).ends_with("no end"));
  }
}

TEST_CASE("unpack: a bomb is let go before it fills anything") {
  const std::string zeros(std::size_t{4} << 20, '\0');
  const std::string member = gzipped(zeros);
  std::string bomb;
  while (bomb.size() < member.size() * 80) bomb += member;  // 320 MB, a thousand times its size
  Unpacker file({"a", "a", {}}, std::make_unique<StringSource>(bomb));
  Input* input = file.next();
  REQUIRE(input);
  std::uint64_t bytes = 0;
  for (std::string_view ahead = input->peek(1); !ahead.empty(); ahead = input->peek(1)) {
    bytes += ahead.size();
    input->take(ahead.size());
  }
  CHECK(bytes < (std::uint64_t{300} << 20));
  CHECK_THROWS_WITH_AS(input->require_whole(), doctest::Contains("unpacks to too much: a; "),
                       Error);
  CHECK_FALSE(input->resume());
}

TEST_CASE("unpack: bytes of the file are counted packed") {
  const std::string bytes = gzipped(std::string(100000, 'x'));
  Unpacker file({"a", "a", {}}, std::make_unique<StringSource>(bytes));
  Input* input = file.next();
  REQUIRE(input);
  CHECK(all_of(*input).size() == 100000);
  CHECK(file.bytes_read() == bytes.size());
}

}  // namespace
}  // namespace backfile
