#include "tests/archive_fixture.h"

#include <utility>

#include "common/archive_files.h"
#include "indexer/archive/archive_builder.h"

namespace backfile {

Article make_article(std::string id, std::string title, std::string body, std::string language) {
  Article article;
  article.id = std::move(id);
  article.title = std::move(title);
  article.body = std::move(body);
  article.language = std::move(language);
  return article;
}

ArchiveFixture::ArchiveFixture(const std::vector<Article>& articles) : path_(folder_ / "archive") {
  add(articles);
}

std::string ArchiveFixture::stub() const {
  namespace fs = std::filesystem;
  const fs::path stub = fs::path(path_) / "all.stub";
  fs::copy_file(fs::path(path_) / kManifestFile, stub, fs::copy_options::overwrite_existing);
  return stub.string();
}

void ArchiveFixture::add(const std::vector<Article>& articles) {
  WorkerPool pool(1);
  ArchiveBuilder builder(path_, pool);
  for (const Article& article : articles) builder.add(article);
  builder.commit();
}

}  // namespace backfile
