// Databases on this machine. Xapian's own way to open a folder or a stub does what
// their files say, and these may name a program to run or a host to reach; an archive
// that came from elsewhere must not. So the lists of databases are read here, and all
// that they may name is a folder with tables.
#pragma once

#include <string>

#include <xapian.h>

namespace backfile {

// A folder with tables. Throws Xapian::Error.
Xapian::Database open_glass(const std::string& folder);

// One that is not ours by its manifest: a folder with tables, a copy that xapian-replicate keeps,
// or NAME.stub, a list of `auto FOLDER` or `glass FOLDER`, which are seen from its own folder and
// may be archives. Throws Error for anything else, and Xapian::Error.
Xapian::Database open_local(const std::string& name);

// Whether a folder is an archive by its manifest.
bool has_manifest(const std::string& name);

}  // namespace backfile
