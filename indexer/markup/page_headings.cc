#include "indexer/markup/page_headings.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/fold.h"
#include "common/utf8.h"

namespace backfile {
namespace {

// A longer line is no such heading, whatever it begins with.
constexpr std::size_t kMaxHeadingBytes = 90;

struct Heading {
  std::string_view text;  // lower case, without accents; one that ends in a blank begins headings
  Part part;
};

constexpr auto kHeadings = std::to_array<Heading>({
    // English
    {"related articles", Part::kRelated},
    {"related content", Part::kRelated},
    {"related coverage", Part::kRelated},
    {"related links", Part::kRelated},
    {"related news", Part::kRelated},
    {"related posts", Part::kRelated},
    {"related reading", Part::kRelated},
    {"related stories", Part::kRelated},
    {"related topics", Part::kRelated},
    {"related videos", Part::kRelated},
    {"also on ", Part::kRelated},
    {"also read", Part::kRelated},
    {"around the web", Part::kRelated},
    {"editors' picks", Part::kRelated},
    {"editor's picks", Part::kRelated},
    {"further reading", Part::kRelated},
    {"keep reading", Part::kRelated},
    {"latest articles", Part::kRelated},
    {"latest headlines", Part::kRelated},
    {"latest news", Part::kRelated},
    {"latest posts", Part::kRelated},
    {"latest stories", Part::kRelated},
    {"more articles", Part::kRelated},
    {"more by ", Part::kRelated},
    {"more from ", Part::kRelated},
    {"more great ", Part::kRelated},
    {"more headlines", Part::kRelated},
    {"more like this", Part::kRelated},
    {"more news", Part::kRelated},
    {"more on this story", Part::kRelated},
    {"more on this topic", Part::kRelated},
    {"more stories", Part::kRelated},
    {"most popular", Part::kRelated},
    {"most read", Part::kRelated},
    {"most viewed", Part::kRelated},
    {"other articles", Part::kRelated},
    {"other news", Part::kRelated},
    {"popular articles", Part::kRelated},
    {"popular posts", Part::kRelated},
    {"promoted stories", Part::kRelated},
    {"read also", Part::kRelated},
    {"read next", Part::kRelated},
    {"recent news", Part::kRelated},
    {"recent posts", Part::kRelated},
    {"recent stories", Part::kRelated},
    {"recommended", Part::kRelated},
    {"recommended for you", Part::kRelated},
    {"recommended reading", Part::kRelated},
    {"recommended stories", Part::kRelated},
    {"see also", Part::kRelated},
    {"similar articles", Part::kRelated},
    {"similar posts", Part::kRelated},
    {"sponsored content", Part::kRelated},
    {"top stories", Part::kRelated},
    {"trending", Part::kRelated},
    {"trending now", Part::kRelated},
    {"we recommend", Part::kRelated},
    {"what to read next", Part::kRelated},
    {"you may also be interested in", Part::kRelated},
    {"you may also like", Part::kRelated},
    {"you might also be interested in", Part::kRelated},
    {"you might also like", Part::kRelated},
    {"you might like", Part::kRelated},
    {"add a comment", Part::kComments},
    {"comments", Part::kComments},
    {"join the conversation", Part::kComments},
    {"join the discussion", Part::kComments},
    {"leave a comment", Part::kComments},
    {"leave a reply", Part::kComments},
    {"post a comment", Part::kComments},
    {"reader comments", Part::kComments},
    {"about the author", Part::kAuthor},
    {"about the authors", Part::kAuthor},
    {"about the writer", Part::kAuthor},
    {"get our newsletter", Part::kAdvertisement},
    {"newsletter", Part::kAdvertisement},
    {"sign up for our newsletter", Part::kAdvertisement},
    {"stay connected", Part::kAdvertisement},
    {"subscribe to our newsletter", Part::kAdvertisement},
    {"share this article", Part::kSharing},
    {"share this story", Part::kSharing},
    // German
    {"ahnliche artikel", Part::kRelated},
    {"ahnliche beitrage", Part::kRelated},
    {"auch interessant", Part::kRelated},
    {"das konnte sie auch interessieren", Part::kRelated},
    {"das konnte dich auch interessieren", Part::kRelated},
    {"lesen sie auch", Part::kRelated},
    {"mehr aus ", Part::kRelated},
    {"mehr zum thema", Part::kRelated},
    {"meistgelesen", Part::kRelated},
    {"neueste artikel", Part::kRelated},
    {"neueste beitrage", Part::kRelated},
    {"verwandte artikel", Part::kRelated},
    {"verwandte themen", Part::kRelated},
    {"weitere artikel", Part::kRelated},
    {"weitere beitrage", Part::kRelated},
    {"weitere meldungen", Part::kRelated},
    {"weitere themen", Part::kRelated},
    {"kommentare", Part::kComments},
    {"kommentar schreiben", Part::kComments},
    {"schreibe einen kommentar", Part::kComments},
    {"schreiben sie einen kommentar", Part::kComments},
    {"uber den autor", Part::kAuthor},
    {"uber die autorin", Part::kAuthor},
    // French
    {"a decouvrir", Part::kRelated},
    {"a lire aussi", Part::kRelated},
    {"a lire egalement", Part::kRelated},
    {"articles lies", Part::kRelated},
    {"articles recents", Part::kRelated},
    {"articles similaires", Part::kRelated},
    {"dans la meme rubrique", Part::kRelated},
    {"les plus lus", Part::kRelated},
    {"lire aussi", Part::kRelated},
    {"sur le meme sujet", Part::kRelated},
    {"sur le meme theme", Part::kRelated},
    {"vous aimerez aussi", Part::kRelated},
    {"voir aussi", Part::kRelated},
    {"commentaires", Part::kComments},
    {"laisser un commentaire", Part::kComments},
    {"a propos de l'auteur", Part::kAuthor},
    // Spanish
    {"articulos relacionados", Part::kRelated},
    {"entradas relacionadas", Part::kRelated},
    {"lo mas leido", Part::kRelated},
    {"lo mas visto", Part::kRelated},
    {"mas noticias", Part::kRelated},
    {"noticias relacionadas", Part::kRelated},
    {"notas relacionadas", Part::kRelated},
    {"te puede interesar", Part::kRelated},
    {"tambien te puede interesar", Part::kRelated},
    {"ultimas noticias", Part::kRelated},
    {"comentarios", Part::kComments},
    {"deja un comentario", Part::kComments},
    {"deja una respuesta", Part::kComments},
    {"sobre el autor", Part::kAuthor},
    // Portuguese
    {"artigos relacionados", Part::kRelated},
    {"leia tambem", Part::kRelated},
    {"mais lidas", Part::kRelated},
    {"mais noticias", Part::kRelated},
    {"materias relacionadas", Part::kRelated},
    {"posts relacionados", Part::kRelated},
    {"veja tambem", Part::kRelated},
    {"voce pode gostar", Part::kRelated},
    {"voce tambem pode gostar", Part::kRelated},
    {"deixe um comentario", Part::kComments},
    {"deixe uma resposta", Part::kComments},
    {"sobre o autor", Part::kAuthor},
    // Italian
    {"altri articoli", Part::kRelated},
    {"articoli correlati", Part::kRelated},
    {"articoli recenti", Part::kRelated},
    {"leggi anche", Part::kRelated},
    {"notizie correlate", Part::kRelated},
    {"potrebbe interessarti", Part::kRelated},
    {"potrebbe interessarti anche", Part::kRelated},
    {"ti potrebbe interessare", Part::kRelated},
    {"commenti", Part::kComments},
    {"lascia un commento", Part::kComments},
    {"rispondi", Part::kComments},
    // Dutch, Swedish, Danish, Norwegian
    {"gerelateerde artikelen", Part::kRelated},
    {"lees ook", Part::kRelated},
    {"meer nieuws", Part::kRelated},
    {"reacties", Part::kComments},
    {"las ocksa", Part::kRelated},
    {"relaterade artiklar", Part::kRelated},
    {"kommentarer", Part::kComments},
    {"laes ogsa", Part::kRelated},
    {"les ogsa", Part::kRelated},
    // Polish, Czech, Turkish, Indonesian, Vietnamese
    {"czytaj takze", Part::kRelated},
    {"czytaj tez", Part::kRelated},
    {"podobne artykuly", Part::kRelated},
    {"powiazane artykuly", Part::kRelated},
    {"zobacz takze", Part::kRelated},
    {"komentarze", Part::kComments},
    {"souvisejici clanky", Part::kRelated},
    {"komentare", Part::kComments},
    {"benzer haberler", Part::kRelated},
    {"ilgili haberler", Part::kRelated},
    {"yorumlar", Part::kComments},
    {"artikel terkait", Part::kRelated},
    {"baca juga", Part::kRelated},
    {"berita terkait", Part::kRelated},
    {"komentar", Part::kComments},
    {"bai viet lien quan", Part::kRelated},
    {"tin lien quan", Part::kRelated},
    // Russian, Ukrainian, Greek
    {"другие новости", Part::kRelated},
    {"другие статьи", Part::kRelated},
    {"по теме", Part::kRelated},
    {"похожие записи", Part::kRelated},
    {"похожие материалы", Part::kRelated},
    {"похожие новости", Part::kRelated},
    {"похожие статьи", Part::kRelated},
    {"популярные статьи", Part::kRelated},
    {"последние новости", Part::kRelated},
    {"смотрите также", Part::kRelated},
    {"читайте также", Part::kRelated},
    {"добавить комментарий", Part::kComments},
    {"комментарии", Part::kComments},
    {"оставить комментарий", Part::kComments},
    {"читайте також", Part::kRelated},
    {"схожі новини", Part::kRelated},
    {"коментарі", Part::kComments},
    {"σχετικα αρθρα", Part::kRelated},
    {"διαβαστε επισησ", Part::kRelated},
    // Arabic, Persian
    {"اقرا ايضا", Part::kRelated},
    {"مواضيع ذات صلة", Part::kRelated},
    {"اخبار ذات صلة", Part::kRelated},
    {"مقالات ذات صلة", Part::kRelated},
    {"التعليقات", Part::kComments},
    {"اخبار مرتبط", Part::kRelated},
    {"مطالب مرتبط", Part::kRelated},
    // Chinese, Japanese, Korean
    {"相关新闻", Part::kRelated},
    {"相关文章", Part::kRelated},
    {"相关阅读", Part::kRelated},
    {"延伸阅读", Part::kRelated},
    {"推荐阅读", Part::kRelated},
    {"热门文章", Part::kRelated},
    {"相關新聞", Part::kRelated},
    {"相關文章", Part::kRelated},
    {"延伸閱讀", Part::kRelated},
    {"评论", Part::kComments},
    {"評論", Part::kComments},
    {"関連記事", Part::kRelated},
    {"関連ニュース", Part::kRelated},
    {"あわせて読みたい", Part::kRelated},
    {"おすすめ記事", Part::kRelated},
    {"人気記事", Part::kRelated},
    {"最新記事", Part::kRelated},
    {"コメント", Part::kComments},
    {"관련 기사", Part::kRelated},
    {"관련기사", Part::kRelated},
    {"관련 뉴스", Part::kRelated},
    {"많이 본 뉴스", Part::kRelated},
    {"인기기사", Part::kRelated},
    {"댓글", Part::kComments},
});

// Straight quotes, no accents, no marks or counts at the ends: "À lire aussi :", "12 Comments".
std::string folded(std::string_view line) {
  std::string text;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    at += c.bytes;
    append_utf8(text, c.value == U'’' ? U'\'' : fold_case(c.value));
  }
  text = fold_accents(text);
  constexpr std::string_view kMarks = " \t\n:.!?()[]<>|-+#0123456789";
  const std::size_t begin = text.find_first_not_of(kMarks);
  if (begin == std::string::npos) return {};
  for (const std::string_view mark : {"…", "»", "›", "：", "→"})
    if (text.ends_with(mark)) text.resize(text.size() - mark.size());
  const std::size_t end = text.find_last_not_of(kMarks);
  return end == std::string::npos || end < begin ? std::string()
                                                 : text.substr(begin, end + 1 - begin);
}

}  // namespace

Part part_headed_by(std::string_view line) {
  if (line.size() > kMaxHeadingBytes) return Part::kNone;
  const std::string text = folded(line);
  const auto is_it = [&](const Heading& heading) {
    return heading.text.ends_with(' ') ? text.starts_with(heading.text) : text == heading.text;
  };
  const auto found = std::ranges::find_if(kHeadings, is_it);
  return found == kHeadings.end() ? Part::kNone : found->part;
}

}  // namespace backfile
