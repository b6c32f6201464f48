// Random archives for the tests of glass databases: made in memory, written once by
// our writer and once by Xapian's, and read back as texts to compare.
#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "indexer/glass/segment_writer.h"

namespace backfile {

struct GlassPosting {
  std::uint32_t wdf = 0;
  std::vector<std::uint32_t> positions;
};

struct GlassDocument {
  std::string data;
  std::map<std::uint32_t, std::string> values;
};

// What is in an archive; docids count from 1.
struct GlassSample {
  std::map<std::string, std::string> metadata;
  std::vector<GlassDocument> documents;
  std::map<std::string, std::map<std::uint32_t, GlassPosting>> terms;
};

struct GlassSampleSize {
  std::uint32_t documents = 0;
  std::size_t terms = 0;
  // Of the terms, how many are in most documents.
  std::size_t common_terms = 2;
  // Data of 200 KB, values of 3 KB, terms of 245 bytes.
  bool large_parts = true;
};

using GlassRandom = std::mt19937_64;

GlassSample random_sample(GlassRandom& random, const GlassSampleSize& size);

// By document: the terms of each, those of document 1 first.
std::vector<std::map<std::string, GlassPosting>> terms_by_document(const GlassSample& sample);

void write_segment(const GlassSample& sample, const std::string& folder,
                   const glass::SegmentOptions& options = {.sync = false});

// The same by Xapian's writer; `flags` beside those that make it.
void write_stock(const GlassSample& sample, const std::string& folder, int flags);

// Adds its documents by Xapian's writer in several commits, and the metadata "added".
void add_stock(const GlassSample& sample, const std::string& folder, int flags);

// Everything that Xapian's interface can read of the archive, but the terms of a document.
std::vector<std::string> glass_contents(const std::string& folder);

// The first line in which they differ, both ways; empty when they are equal.
std::string first_difference(const std::vector<std::string>& left,
                             const std::vector<std::string>& right);

// What Xapian's check says of the folder: empty when it finds nothing.
std::string glass_faults(const std::string& folder);

}  // namespace backfile
