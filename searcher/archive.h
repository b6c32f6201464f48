// One or many archives, opened for searching as one.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/analyzer.h"
#include "common/article.h"
#include "common/copy_groups.h"
#include "searcher/copies.h"
#include "searcher/match/evaluator.h"
#include "searcher/opening.h"

namespace backfile {

// One thread at a time.
class Archive {
 public:
  // Each of `names` is an archive's folder, tcp://host:port of a Xapian server, or @FILE with a
  // list of such. Throws Error for one that is missing, no archive, or of another schema version;
  // Xapian::Error when it cannot be opened.
  explicit Archive(const std::vector<std::string>& names, const OpenOptions& options = {});

  const Xapian::Database& database() const { return opened_.database; }
  // Those that did not answer; none unless the options allow it.
  const std::vector<MissingArchive>& missing() const { return opened_.missing; }
  // The languages that the articles are in, in alphabetical order; "" for all without a stemmer and
  // for articles of no known language.
  const std::vector<std::string>& languages() const { return languages_; }
  // Whether any of it is behind a server: its terms come all or none, and over the network.
  bool is_remote() const;
  // The document of the article with that id.
  std::optional<Xapian::docid> docid_of(const std::string& id) const;
  std::optional<Article> find(const std::string& id) const;
  // The stored form of the same (common/stored.h).
  std::optional<std::string> find_stored(const std::string& id) const;

  // The article of a document of database(). Throws Error when it is damaged.
  Article article(Xapian::docid docid) const;
  // The same of a document that may be of a state before reopen().
  Article article(const Xapian::Document& document) const;

  // Of the documents `docids`, in ascending order, what they have in a slot; empty for nothing.
  std::vector<std::string> values(const std::vector<Xapian::docid>& docids, unsigned slot) const;

  // What a document, which may be of a state before reopen(), has in a slot. Servers tell no values
  // of databases without term lists: those of their articles are made again.
  std::string value(const Xapian::Document& document, unsigned slot) const;

  // The groups of near-copies; read when first asked for, and of several archives found then.
  std::shared_ptr<const Copies> copies() const;
  // Whether they are read quickly.
  bool knows_copies() const;

  // What our own matcher reads; nothing when there is a part that it cannot read, such as one
  // behind a server. Lives until reopen().
  std::optional<Collection> collection();

  // Opens the newest state, after a writer took away what was open.
  void reopen();
  // The same if there may be a newer state: of servers none is expected for ten seconds.
  void refresh();
  // The same after a server failed: at first with all of them, after that without the one that
  // failed, if the options allow that. Throws Error otherwise.
  void reopen_after(const Xapian::NetworkError& failure, bool is_first);

 private:
  void take(Opened opened);
  std::string stored(Xapian::docid docid) const;
  // False when they are not known: several archives behind one server or stub tell of the first
  // one's alone.
  bool append_groups(const Part& part, std::vector<Copies::Group>& groups) const;
  void put_in_order(Copies::Group& group) const;
  std::vector<std::string> read_languages() const;

  std::vector<std::string> names_;
  OpenOptions options_;
  mutable Opened opened_;
  std::vector<std::string> languages_;
  mutable std::shared_ptr<const Copies> copies_;
  mutable std::optional<bool> knows_copies_;
};

}  // namespace backfile
