#include "tests/indexer/glass_sample.h"

#include <algorithm>
#include <functional>
#include <iomanip>
#include <sstream>

#include <xapian.h>

#include "indexer/glass/packed_positions.h"

namespace backfile {
namespace {

// Those that the samples use: the public interface does not say which are in use.
constexpr std::uint32_t kSlots[] = {
    0,  1,   2,   3,   4,   5,     6,     7,      8,          9,          10,        11,
    12, 127, 128, 255, 256, 16383, 16384, 65'536, 0x7fffffff, 0x80000000, 0xfffffffe};

std::uint64_t up_to(GlassRandom& random, std::uint64_t most) {
  return std::uniform_int_distribution<std::uint64_t>(0, most)(random);
}

// Small numbers mostly, large ones now and then.
std::uint32_t skewed(GlassRandom& random, unsigned most_bits) {
  return static_cast<std::uint32_t>(random() &
                                    ((std::uint64_t{1} << up_to(random, most_bits)) - 1));
}

std::string random_bytes(GlassRandom& random, std::size_t size) {
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

std::string random_term(GlassRandom& random, bool large) {
  static constexpr std::string_view kLetters("abcdeA\0\xff\x01 ", 10);
  // NUL bytes take two, and a key has room for 255.
  const std::size_t longest = large && up_to(random, 9) == 0 ? 245 : 9;
  std::string term(1 + up_to(random, longest - 1), '\0');
  const std::size_t letters = term.size() > 100 ? 5 : kLetters.size();
  for (char& letter : term) letter = kLetters[up_to(random, letters - 1)];
  if (large && up_to(random, 40) == 0) term.resize(245, 'z');
  if (term.size() > 200) std::ranges::replace(term, '\0', 'y');
  return term;
}

std::vector<std::uint32_t> random_positions(GlassRandom& random) {
  if (up_to(random, 2) == 0) return {};
  const unsigned bits = up_to(random, 20) == 0 ? 32 : 11;
  std::vector<std::uint32_t> positions(1 + skewed(random, up_to(random, 30) == 0 ? 10 : 3));
  for (std::uint32_t& position : positions) position = skewed(random, bits);
  std::ranges::sort(positions);
  const auto repeated = std::ranges::unique(positions);
  positions.erase(repeated.begin(), repeated.end());
  return positions;
}

GlassDocument random_document(GlassRandom& random, bool large) {
  GlassDocument document;
  const std::uint64_t kind = up_to(random, 60);
  const std::size_t bytes = large && kind == 0 ? 200'000 : kind < 10 ? 0 : skewed(random, 12);
  // Every other can be compressed.
  document.data = kind % 2 == 0 ? random_bytes(random, bytes) : std::string(bytes, 'x');
  if (kind % 5 == 0) return document;
  for (std::uint64_t i = up_to(random, 8); i > 0; --i) {
    const std::uint32_t slot = kSlots[up_to(random, std::size(kSlots) - 1)];
    const bool long_value = large && up_to(random, 50) == 0;
    document.values[slot] = random_bytes(random, 1 + skewed(random, long_value ? 12 : 4));
  }
  return document;
}

// Printable but for long ones, which are told by their size and hash.
std::string hex(std::string_view bytes) {
  constexpr std::size_t kLong = 100'000;
  if (bytes.size() > kLong)
    return std::to_string(bytes.size()) + " bytes, hash " +
           std::to_string(std::hash<std::string_view>()(bytes));
  std::ostringstream text;
  text << std::hex << std::setfill('0');
  for (const char byte : bytes) {
    if (byte >= '!' && byte <= '~')
      text << byte;
    else
      text << '<' << std::setw(2) << int{static_cast<unsigned char>(byte)} << '>';
  }
  return text.str();
}

std::string packed(const std::vector<std::uint32_t>& positions) {
  if (positions.empty()) return {};
  std::string bytes(glass::max_packed_positions(positions.size()), '\0');
  bytes.resize(std::size_t(glass::pack_positions(bytes.data(), positions) - bytes.data()));
  return bytes;
}

std::vector<Xapian::Document> stock_documents(const GlassSample& sample) {
  std::vector<Xapian::Document> documents;
  const auto terms = terms_by_document(sample);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    Xapian::Document& document = documents.emplace_back();
    document.set_data(sample.documents[i].data);
    for (const auto& [slot, value] : sample.documents[i].values) document.add_value(slot, value);
    for (const auto& [term, posting] : terms[i]) {
      document.add_term(term, posting.wdf);
      for (const std::uint32_t position : posting.positions)
        document.add_posting(term, position, 0);
    }
  }
  return documents;
}

void append_terms(const Xapian::Database& database, std::vector<std::string>& lines) {
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    std::ostringstream line;
    line << "term " << hex(*term) << " " << term.get_termfreq() << " "
         << database.get_termfreq(*term) << " " << database.get_collection_freq(*term) << " "
         << database.get_wdf_upper_bound(*term) << ":";
    for (auto posting = database.postlist_begin(*term); posting != database.postlist_end(*term);
         ++posting) {
      line << " " << *posting << "x" << posting.get_wdf();
      char before = '@';
      for (auto position = posting.positionlist_begin(); position != posting.positionlist_end();
           ++position) {
        line << before << *position;
        before = ',';
      }
    }
    lines.push_back(line.str());
  }
}

void append_values(const Xapian::Database& database, std::uint32_t slot,
                   std::vector<std::string>& lines) {
  const Xapian::doccount count = database.get_value_freq(slot);
  std::ostringstream line;
  line << "slot " << slot << " " << count << " " << hex(database.get_value_lower_bound(slot)) << " "
       << hex(database.get_value_upper_bound(slot)) << ":";
  for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
       ++value)
    line << " " << value.get_docid() << "=" << hex(*value);
  if (count > 0) lines.push_back(line.str());
}

}  // namespace

GlassSample random_sample(GlassRandom& random, const GlassSampleSize& size) {
  GlassSample sample;
  for (std::uint64_t i = up_to(random, 5); i > 0; --i)
    sample.metadata[random_bytes(random, 1 + skewed(random, 5))] =
        random_bytes(random, 1 + skewed(random, size.large_parts ? 14 : 4));
  for (std::uint32_t i = 0; i < size.documents; ++i)
    sample.documents.push_back(random_document(random, size.large_parts));
  for (std::size_t i = 0; i < size.terms && size.documents > 0; ++i) {
    auto& postings = sample.terms[random_term(random, size.large_parts)];
    // One document in so many.
    const std::uint32_t rarity = i < size.common_terms ? 1 : 1 + skewed(random, 10);
    for (std::uint64_t docid = 1 + up_to(random, rarity); docid <= size.documents;
         docid += 1 + up_to(random, rarity)) {
      GlassPosting& posting = postings[static_cast<std::uint32_t>(docid)];
      posting.positions = random_positions(random);
      posting.wdf = up_to(random, 3) == 0 ? skewed(random, up_to(random, 30) == 0 ? 20 : 3)
                                          : static_cast<std::uint32_t>(posting.positions.size());
    }
  }
  std::erase_if(sample.terms, [](const auto& term) { return term.second.empty(); });
  return sample;
}

std::vector<std::map<std::string, GlassPosting>> terms_by_document(const GlassSample& sample) {
  std::vector<std::map<std::string, GlassPosting>> documents(sample.documents.size());
  for (const auto& [term, postings] : sample.terms)
    for (const auto& [docid, posting] : postings) documents[docid - 1][term] = posting;
  return documents;
}

void write_segment(const GlassSample& sample, const std::string& folder,
                   const glass::SegmentOptions& options) {
  glass::SegmentWriter writer(folder, options);
  for (const auto& [key, value] : sample.metadata) writer.set_metadata(key, value);
  std::vector<std::uint32_t> lengths(sample.documents.size());
  for (const auto& [term, postings] : sample.terms)
    for (const auto& [docid, posting] : postings) lengths[docid - 1] += posting.wdf;
  for (std::size_t i = 0; i < sample.documents.size(); ++i) {
    std::vector<glass::SlotValue> values;
    for (const auto& [slot, value] : sample.documents[i].values) values.push_back({slot, value});
    writer.add_document(sample.documents[i].data, lengths[i], values);
  }
  for (const auto& [term, postings] : sample.terms) {
    writer.begin_term(term);
    for (const auto& [docid, posting] : postings)
      writer.add_posting(docid, posting.wdf, packed(posting.positions));
  }
  writer.finish();
}

void write_stock(const GlassSample& sample, const std::string& folder, int flags) {
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE | Xapian::DB_NO_SYNC | flags);
  for (const auto& [key, value] : sample.metadata) database.set_metadata(key, value);
  for (const Xapian::Document& document : stock_documents(sample)) database.add_document(document);
  database.commit();
}

void add_stock(const GlassSample& sample, const std::string& folder, int flags) {
  Xapian::WritableDatabase database(folder, Xapian::DB_OPEN | Xapian::DB_NO_SYNC | flags);
  for (const Xapian::Document& document : stock_documents(sample))
    if (database.add_document(document) % 100 == 50) database.commit();
  database.set_metadata("added", "yes");
  database.commit();
}

std::vector<std::string> glass_contents(const std::string& folder) {
  const Xapian::Database database(folder);
  std::ostringstream head;
  head << "documents " << database.get_doccount() << " last " << database.get_lastdocid()
       << " average " << database.get_avlength() << " total " << database.get_total_length()
       << " shortest " << database.get_doclength_lower_bound() << " longest "
       << database.get_doclength_upper_bound() << " positions " << database.has_positions();
  std::vector<std::string> lines = {head.str()};
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
    lines.push_back("metadata " + hex(*key) + " " + hex(database.get_metadata(*key)));
  for (auto docid = database.postlist_begin(""); docid != database.postlist_end(""); ++docid)
    lines.push_back("document " + std::to_string(*docid) + " length " +
                    std::to_string(database.get_doclength(*docid)) + " " +
                    std::to_string(docid.get_doclength()) + " data " +
                    hex(database.get_document(*docid).get_data()));
  append_terms(database, lines);
  for (const std::uint32_t slot : kSlots) append_values(database, slot, lines);
  return lines;
}

std::string first_difference(const std::vector<std::string>& left,
                             const std::vector<std::string>& right) {
  const auto [in_left, in_right] = std::ranges::mismatch(left, right);
  if (in_left == left.end() && in_right == right.end()) return {};
  const std::string left_line = in_left == left.end() ? "(end)" : *in_left;
  const std::string right_line = in_right == right.end() ? "(end)" : *in_right;
  const auto place = static_cast<std::size_t>(std::ranges::mismatch(left_line, right_line).in1 -
                                              left_line.begin());
  const std::size_t from = place < 60 ? 0 : place - 60;
  return left_line.substr(0, 40) + " ... byte " + std::to_string(place) + "\n" +
         left_line.substr(from, 160) + "\n" + right_line.substr(from, 160);
}

std::string glass_faults(const std::string& folder) {
  std::ostringstream text;
  const std::size_t faults = Xapian::Database::check(folder, 0, &text);
  return faults == 0 ? std::string() : std::to_string(faults) + " faults\n" + text.str();
}

}  // namespace backfile
