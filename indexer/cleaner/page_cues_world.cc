// Labels around articles on pages in other languages than English.
#include "indexer/cleaner/page_cues.h"

namespace backfile {
namespace {

constexpr LineRule kLabels[] = {
    // Names of services, which are the same everywhere.
    {"share", "*",
     R"((?:facebook|twitter|x|whatsapp|linkedin|pinterest|reddit|google\+?|telegram|instagram)"
     R"(|youtube|flipboard|rss(?: feed)?|(?:e-?)?mail|tumblr|xing|messenger|vk|pocket))"
     R"((?:\W+(?:facebook|twitter|x|whatsapp|linkedin|pint?(?:erest)?|reddit|telegram|instagram)"
     R"(|youtube|e-?mail|print|xing|messenger|vk|pocket|share|baixar))*)",
     "Facebook Twitter", "Twitter users protest"},

    {"related", "de",
     R"((?:das könnte|lesen sie|mehr zu[mr]?|weitere |ähnliche |verwandte |aktuelle |neueste ))"
     R"([^.!?]{0,50}[.:…]*|(?:meist ?gelesen|am häufigsten|beliebt)[^.!?]{0,30}|auch interessant:?)",
     "Weitere Beiträge zum Thema", "Mehr als 200 kamen."},
    {"comments", "de",
     R"(\W*\d* ?kommentare?\W*|(?:hinterlassen? |schreiben? )?(?:sie )?(?:einen |eine )?)"
     R"((?:kommentar|antwort)(?: (?:hinterlassen|schreiben|verfassen|abgeben))?[^.!?]{0,30})",
     "Schreiben Sie einen Kommentar", "Kommentare der Minister blieben aus."},
    {"author", "de",
     R"(über (?:den autor|die autorin|uns|(?-i:\p{Lu}\pL+ \p{Lu}\pL+))[^.!?]{0,30})",
     "Über den Autor", "Über die Brücke"},
    {"tags", "de", R"((?:schlagw[oö]rte?r?|themen|kategorien?|stichw[oö]rte?r?)(?: ?:.*)?)",
     "Themen: Hafen, Rat", "Themen gibt es genug."},
    {"share", "de",
     R"((?:artikel )?(?:teilen|drucken|senden|merken)(?: (?:auf|mit|per) [^.!?]{0,20})?:?)",
     "Teilen auf Facebook", "Teilen fällt schwer"},
    {"navigation", "de",
     R"(startseite|impressum|datenschutz[^.!?]{0,20}|kontakt|suchen?|anmelden|registrieren|agb)"
     R"(|zur? [^.!?]{2,20}|zurück[^.!?]{0,30}|mehr (?:anzeigen|erfahren|lesen)|weiter(?:lesen)?|hilfe)",
     "Zurück zur Übersicht", "Kontakt brach ab."},
    {"ads", "de", R"(anzeigen?|werbung)", "Anzeige", "Anzeige gegen Bürgermeister"},
    {"dated", "de",
     R"((?:veröffentlicht|aktualisiert|stand|erstellt)\b[^.!?]{0,6}:?[^!?]{0,40}\d{4}.*)",
     "Veröffentlicht am 3. Mai 2019", "Stand der Dinge"},

    {"related", "fr",
     R"((?:articles? (?:liés|similaires|connexes|recommandés)|à lire|lire aussi|sur le même)"
     R"(|les plus (?:lus|populaires|partagés|commentés)|voir aussi|vous aimerez|dans la même)"
     R"(|plus d.(?:infos?|articles|actu)|à découvrir)[^.!?]{0,50}(?:\.\.+|[:…])?)",
     "À lire aussi :", "Les plus pauvres attendent."},
    {"comments", "fr",
     R"(\W*\d* ?(?:commentaires?|réactions?)\W*|(?:laisser|poster|ajouter|écrire|lire|voir) )"
     R"((?:un|une|les|votre|des)? ?(?:commentaires?|réponse|réaction)s?[^.!?]{0,30})",
     "Laisser un commentaire", "Commentaires hostiles à Lyon"},
    {"author", "fr",
     R"((?:à propos|au sujet) (?:de l.auteure?|d[eu]|de nous)[^.!?]{0,40}|à propos)",
     "À propos de l’auteur", "À propos de Paris, le maire se tait."},
    {"tags", "fr", R"((?:mots[- ]clés|étiquettes|thèmes|sujets|catégories?)(?: ?:.*)?)",
     "Mots-clés : port, ville", "Sujets de discorde"},
    {"share", "fr", R"((?:partager?|imprimer|envoyer|suivez[- ]nous)(?: [^.!?]{0,30})? ?:?)",
     "Partager sur Facebook", "Partagés, ils votent."},
    {"navigation", "fr",
     R"(accueil|rechercher?|connexion|s.(?:inscrire|abonner)|mentions légales|contact(?:ez-nous)?)"
     R"(|plan du site|aller au contenu[^.!?]{0,20}|voir (?:plus|tous?|toutes)[^.!?]{0,30}|retour[^.!?]{0,20})",
     "Mentions légales", "Retour au calme."},
    {"ads", "fr", R"(publicité|annonce|la suite après cette publicité)", "Publicité",
     "Publicité interdite"},
    {"dated", "fr", R"((?:publié|mis à jour|posté|modifié)e? (?:le|il y a)\b[^.!?]{0,60})",
     "Publié le 3 mai 2019", "Publié trop tard."},

    {"related", "es",
     R"((?:(?:artículos|noticias|notas|entradas|temas) relacionad[oa]s|te puede interesar)"
     R"(|lo más (?:leído|visto|popular|comentado)|más (?:noticias|leídas|sobre|en)|también te)"
     R"(|lea también|ver también|le puede interesar|recomendad[oa]s|últimas noticias)[^.!?]{0,50}(?:\.\.+|[:…])?)",
     "Noticias relacionadas", "Lo más grave es el frío."},
    {"comments", "es",
     R"(\W*\d* ?comentarios?\W*|(?:deja|escrib[ei]r?|añad[ei]r?|agrega|ver|publicar) )"
     R"((?:un|una|tu|los|su)? ?(?:comentarios?|respuesta)[^.!?]{0,30})",
     "Deja un comentario", "Comentarios del ministro"},
    {"author", "es",
     R"((?:sobre|acerca) (?:el|la|de|del) (?:autora?|nosotros)[^.!?]{0,40}|acerca de)",
     "Sobre el autor", "Sobre el mar"},
    {"tags", "es", R"((?:etiquetas|temas|palabras clave|categorías?|archivado en)(?: ?:.*)?)",
     "Etiquetas: puerto", "Temas de hoy en el pleno"},
    {"share", "es", R"((?:compart[ei]r?|imprimir|enviar|s[íi]guenos)(?: [^.!?]{0,30})? ?:?)",
     "Compartir en Facebook", "Compartieron mesa y mantel."},
    {"navigation", "es",
     R"(inicio|buscar|portada|contacto|iniciar sesión|reg[íi]strate|suscr[íi]bete|aviso legal|ayuda)"
     R"(|política de [^.!?]{0,30}|ver (?:más|todos?|todas)[^.!?]{0,30}|volver[^.!?]{0,20}|saltar al [^.!?]{0,20})",
     "Política de privacidad", "Volver a empezar."},
    {"ads", "es", R"(publicidad|anuncios?|contenido patrocinado)", "Publicidad",
     "Anuncios de boda"},
    {"dated", "es", R"((?:publicado|actualizado)[ :](?:el|hace|en)?[^.!?]{0,60}\d.*)",
     "Publicado el 3 de mayo de 2019", "Publicado en Madrid."},

    {"related", "pt",
     R"((?:(?:artigos|notícias|posts|matérias) relacionad[oa]s|(?:leia|veja) (?:também|mais))"
     R"(|mais (?:lidas|notícias|sobre|vistas)|você (?:pode|também)|recomendad[oa]s|últimas notícias))"
     R"([^.!?]{0,50}(?:\.\.+|[:…])?)",
     "Leia também:", "Mais de mil pessoas vieram."},
    {"comments", "pt",
     R"(\W*\d* ?comentários?\W*|comente!?|(?:deixe|escreva|adicione|ver) )"
     R"((?:um|uma|seu|os|o seu)? ?(?:comentários?|resposta)[^.!?]{0,30})",
     "Deixe um comentário", "Comentários do prefeito"},
    {"author", "pt", R"(sobre (?:(?:o|a) autora?|nós|(?-i:\p{Lu}\pL+ \p{Lu}\pL+))[^.!?]{0,30})",
     "Sobre o autor", "Sobre a mesa"},
    {"share", "pt", R"((?:compartilh[ea]r?|partilh[ea]r?|imprimir|siga-nos)(?: [^.!?]{0,30})? ?:?)",
     "Compartilhe no Facebook", "Compartilhavam a casa."},

    {"related", "it",
     R"((?:articoli (?:correlati|simili|recenti)|leggi anche|potrebbe(?:ro)? interessarti)"
     R"(|i più letti|ti potrebbe|vedi anche|altre notizie|notizie correlate|ultime notizie)[^.!?]{0,50}(?:\.\.+|[:…])?)",
     "Articoli correlati", "I più poveri aspettano."},
    {"comments", "it",
     R"(\W*\d* ?comment[io]\W*|(?:lascia|scrivi|aggiungi|leggi) (?:un|una|i|il tuo)? ?)"
     R"((?:comment[io]|risposta)[^.!?]{0,30})",
     "Lascia un commento", "Commenti del sindaco"},
    {"share", "it", R"((?:condividi|stampa|invia|seguici)(?: [^.!?]{0,30})? ?:?)",
     "Condividi su Facebook", "Condividono tutto."},

    {"related", "nl",
     R"((?:lees (?:ook|verder|meer)|meer (?:over|nieuws)|meest (?:gelezen|bekeken)|gerelateerde?)"
     R"(|bekijk ook|ander nieuws|aanbevolen)[^.!?]{0,50}(?:\.\.+|[:…])?)",
     "Lees ook:", "Meer dan dat was er niet."},
    {"comments", "nl",
     R"(\W*\d* ?reacties?\W*|(?:geef|plaats|laat) (?:een|uw|je)? ?reactie[^.!?]{0,30})",
     "Geef een reactie", "Reacties uit Utrecht"},
    {"share", "nl", R"((?:delen?|deel (?:dit|op)|volg ons)(?: [^.!?]{0,30})? ?:?)",
     "Deel dit artikel", "Deelnemers gezocht."},

    {"related", "*",
     R"((?:artikel terkait|berita (?:terkait|lainnya)|baca juga|terpopuler|czytaj (?:także|też|więcej))"
     R"(|zobacz (?:także|też)|polecane|läs (?:mer|också)|les også|læs også|lue myös|ilgili haberler)"
     R"(|čtěte také|читайте также|по теме|похожие|(?:самые )?популярн\pL+|другие новости|ещё по теме)"
     R"(|اقرأ أيضا|مواضيع ذات صلة|الأكثر قراءة|संबंधित|ये भी पढ़ें)[^.!?]{0,50}(?:\.\.+|[:…])?)",
     "Baca juga:", "По дороге домой"},
    {"related", "*",
     R"((?:関連|人気|おすすめ|あわせて読みたい|アクセスランキング|相关|相關|热门|熱門|推荐|推薦|延伸阅读|延伸閱讀)"
     R"(|관련|추천|인기|많이 본)[^。.!?]{0,10})",
     "関連記事", "人気が高まっている理由を関係者に聞いた"},
    {"comments", "*",
     R"((?:отзывы|комментари[ийя]|добавить (?:отзыв|комментарий)|コメント|댓글|评论|評論|留言)"
     R"(|tinggalkan (?:komentar|balasan)|komentar|komentarze|kommentarer|yorumlar|التعليقات|تعليقات))"
     R"([^。.!?]{0,12})",
     "Добавить комментарий", "Комментарии к закону ждут до осени"},
    {"tags", "*", R"((?:теги|метки|標籤|标签|タグ|태그|etiketler|tagi|taggar)\b?(?: ?[:：].*)?)",
     "Теги: порт", "Теги рвутся"},
    {"share", "*",
     R"((?:поделиться|シェア|分享|공유|bagikan|paylaş|udostępnij|dela|شارك)[^。.!?]{0,15})",
     "Поделиться", "Поделиться едой решили сотни человек"},
    {"ads", "*", R"(реклама|広告|广告|廣告|광고|iklan|reklama?|advertentie|pubblicità|publicidade)",
     "Реклама", "Реклама пива"},
};

}  // namespace

std::span<const LineRule> page_labels() { return kLabels; }

}  // namespace backfile
