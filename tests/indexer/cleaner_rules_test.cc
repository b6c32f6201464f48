#include <algorithm>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/cleaner/line_matcher.h"
#include "indexer/cleaner/rules.h"

namespace backfile {
namespace {

std::vector<LineRule> every_row() {
  std::vector<LineRule> rows;
  for (auto table : {common_line_rules(), english_line_rules(), german_line_rules(),
                     french_line_rules(), spanish_line_rules()}) {
    rows.insert(rows.end(), table.begin(), table.end());
  }
  return rows;
}

std::string printable(std::optional<std::string_view> rule) {
  return std::string(rule.value_or("no rule"));
}

}  // namespace

TEST_CASE("every row matches its hit, and no row its miss") {
  const LineMatcher all;
  for (const LineRule& row : every_row()) {
    INFO("row: ", std::string(row.rule), "/", std::string(row.language), " ",
         std::string(row.pattern));
    REQUIRE_FALSE(row.hit.empty());
    REQUIRE_FALSE(row.miss.empty());
    CHECK(printable(LineMatcher(std::span(&row, 1)).rule_of(row.hit)) == row.rule);
    CHECK(printable(all.rule_of(row.hit)) == row.rule);
    INFO("miss: ", std::string(row.miss));
    CHECK(printable(all.rule_of(row.miss)) == "no rule");
  }
}

TEST_CASE("classes and languages are the known ones") {
  const std::vector<std::string_view> classes = {
      "separator", "prev-next", "share", "related", "most-read", "newsletter", "cookie",
      "comments",  "legal",     "photo", "paywall", "ads",       "tags",       "breadcrumb"};
  const std::vector<std::string_view> languages = {"*", "en", "de", "fr", "es"};
  for (const LineRule& row : every_row()) {
    CAPTURE(std::string(row.pattern));
    CHECK(std::ranges::find(classes, row.rule) != classes.end());
    CHECK(std::ranges::find(languages, row.language) != languages.end());
  }
}

TEST_CASE("boilerplate is known by its class") {
  struct Case {
    std::string_view rule;
    std::string_view line;
  };
  const Case cases[] = {
      {"separator", "-"},
      {"separator", "——————"},
      {"separator", "* * *"},
      {"separator", "___"},
      {"separator", "…"},
      {"separator", "| • |"},
      {"prev-next", "PREV Julian X, time for experimentation – International – Germany"},
      {"prev-next", "PREV Will the strike end this week?"},
      {"prev-next", "NEXT Saoirse X ‘absolutely right’ about fears, says trainer | Moviesbusiness"},
      {"prev-next", "NEXT: Mayor calls it ‘a disgrace’"},
      {"prev-next", "PREVIOUS Storm hits the coast"},
      {"prev-next", "« Older posts"},
      {"prev-next", "Previous article"},
      {"prev-next", "Nächster Artikel"},
      {"prev-next", "Zurück zur Startseite"},
      {"prev-next", "Article suivant"},
      {"prev-next", "Siguiente"},
      {"share", "Share this:"},
      {"share", "  Share on Facebook  "},
      {"share", "o Share on Facebook"},
      {"share", "* Tweet"},
      {"share", "Follow us on"},
      {"share", "Share on Twitter (Opens in new window)"},
      {"share", "FacebookTwitterWhatsApp"},
      {"share", "Teilen mit:"},
      {"share", "Drucken"},
      {"share", "Bei Twitter teilen"},
      {"share", "Partager"},
      {"share", "J’aime"},
      {"share", "Compartir"},
      {"share", "Síguenos en"},
      {"share", "Haz clic aquí para compartir"},
      {"related", "Read more: Council approves new bridge"},
      {"related", "[Read more...]"},
      {"related", "You may also like"},
      {"related", "Lesen Sie auch"},
      {"related", "Mehr zum Thema:"},
      {"related", "À lire aussi : la grève continue"},
      {"related", "Lire la suite"},
      {"related", "Te puede interesar"},
      {"related", "LEE: Sube el pan en la capital"},
      {"most-read", "Trending"},
      {"most-read", "Meistgelesen"},
      {"most-read", "Les plus lus"},
      {"most-read", "Lo más leído"},
      {"newsletter", "Sign up for our newsletter"},
      {"newsletter", "Subscribe"},
      {"newsletter", "Newsletter abonnieren"},
      {"newsletter", "Inscrivez-vous à la newsletter"},
      {"newsletter", "Suscríbete a nuestro boletín"},
      {"cookie", "This website uses cookies to ensure you get the best experience."},
      {"cookie", "Wir verwenden Cookies"},
      {"cookie", "Ce site utilise des cookies"},
      {"cookie", "Este sitio utiliza cookies propias y de terceros."},
      {"comments", "1 Comment"},
      {"comments", "Leave a comment"},
      {"comments", "Comments"},
      {"comments", "12 Kommentare"},
      {"comments", "Laisser un commentaire"},
      {"comments", "Vous devez être connecté pour publier un commentaire."},
      {"comments", "3 comentarios"},
      {"legal", "© 2024 Example News. All rights reserved."},
      {"legal", "Copyright 2024 Example Agency. This material may not be published."},
      {"legal", "Terms of Use"},
      {"legal", "© 2024 Beispiel GmbH. Alle Rechte vorbehalten"},
      {"legal", "Impressum"},
      {"legal", "Mentions légales"},
      {"legal", "Aviso legal"},
      {"photo", "(Image credit: Jane Roe)"},
      {"photo", "Photo: Jane Roe/Example"},
      {"photo", "Foto: Max Muster/dpa"},
      {"photo", "© dpa"},
      {"photo", "Bild: dpa"},
      {"photo", "Crédit photo : Marie Petit"},
      {"photo", "Foto: EFE"},
      {"paywall", "You have 3 free articles remaining."},
      {"paywall", "Already a subscriber? Log in"},
      {"paywall", "Nur für Abonnenten"},
      {"paywall", "Il vous reste 70% de cet article à lire. La suite est réservée aux abonnés."},
      {"paywall", "Pour lire cet article, abonnez-vous. Déjà abonné ?"},
      {"paywall", "Para seguir leyendo, suscríbete"},
      {"ads", "Advertisement"},
      {"ads", "[Advertisement]"},
      {"ads", "Article continues below advertisement"},
      {"ads", "ANZEIGE"},
      {"ads", "Publicité"},
      {"ads", "Publicidad"},
      {"tags", "Filed under: Politics"},
      {"tags", "Tags:"},
      {"tags", "Schlagworte: Haushalt"},
      {"tags", "Mots-clés : budget"},
      {"tags", "Etiquetas: presupuesto"},
      {"breadcrumb", "Home > News > World"},
      {"breadcrumb", "Home » Sport » Football"},
      {"breadcrumb", "Startseite › Politik"},
      {"breadcrumb", "Accueil > Monde"},
      {"breadcrumb", "Inicio > Deportes"},
  };
  const LineMatcher matcher;
  for (const Case& c : cases) {
    CAPTURE(std::string(c.line));
    CHECK(printable(matcher.rule_of(c.line)) == c.rule);
  }
}

TEST_CASE("news stays") {
  const std::string_view lines[] = {
      // Datelines, wire usage, figures, scores.
      "WASHINGTON (AP) -",
      "BERLIN (dpa) -",
      "PARIS (AFP) —",
      "LONDON, March 3 - Reuter",
      "Shr 34 cts vs 1.19 dlrs",
      "Net 4,200,000 vs 3,100,000",
      "Avg shrs 12.4 mln vs 12.1 mln",
      "Shares 1,204,000",
      "10,000 shares.",
      "Prev close 34.20",
      "NEXT WEEK FED MEETING",
      "NEXT WEEK'S MEETING",
      "NEXT shares fall after warning on prices",
      "NEXT is what they all ask for.",
      "PREVIOUS OWNER SOUGHT IN FERRY CASE",
      "Bayern 2, Dortmund 1",
      "6-4 3-6 7-6 (7-5)",
      "(Reporting by Jane Roe; Editing by John Doe)",
      "(c) 2012 results were restated",
      "Forecast: 2.1 pct",
      "Previous: 2.0 pct",
      // Cross-heads and single words.
      "UP NEXT",
      "Background",
      "No comment",
      "No response",
      "Privacy",
      "Shares",
      "What happens next?",
      "Home / Away",
      "Picture: The Shape of Water",
      "Q: What comes next?",
      "A: We do not know yet.",
      "CORRECTION: An earlier version of this story misstated the age of the mayor.",
      // Sentences and headlines that open like a cue.
      "Next steps for the council are unclear",
      "Next up for the team is a trip to Cardiff.",
      "Next: at Chelsea, Sunday",
      "Previous attempts failed.",
      "Print is dead, says publisher",
      "Sign up for the race closes on Friday, the club said.",
      "Sign up for flood alerts, residents are told.",
      "Share prices fell 3 percent on Monday.",
      "Follow the leader: how the vote was won",
      "Read the full text of the speech, he urged them.",
      "Read more books, minister tells pupils",
      "Related costs rose to 4 mln dlrs.",
      "Most read the paper on trains.",
      "Popular vote goes to the Greens",
      "Trending upward, the index gained 2 percent.",
      "Top stories high, the tower sways in the wind",
      "Comments by the minister angered Tokyo.",
      "Leave a light on, police tell residents",
      "Subscribe or lose it, small theatre tells town",
      "We use cookies as bait, the ranger said.",
      "Cookies sell out at scout fair",
      "Copyright law faces overhaul",
      "All rights of appeal are exhausted, the court said.",
      "Any use of nuclear weapons is prohibited by the treaty.",
      "This report may be published in May, officials said.",
      "Photo shows minister at party",
      "Picture this: a town without cars",
      "Image problem haunts the bank",
      "Advertisement spending fell 4 percent",
      "Sponsored walk raises 400 pounds",
      "If you buy a house, the agent may get a fee of 2 percent.",
      "Filed under seal, the suit accuses the bank of fraud.",
      "Tags on the whales sent data for a year.",
      "Home sales rose in May > analysts",
      "Facebook to cut 4,000 jobs",
      "Twitter, Facebook and Google face hearing",
      "Register to vote by Friday, officials say",
      "More from the talks is expected on Tuesday.",
      "More business, less politics",
      "Premium prices hit drivers",
      // German.
      "Anzeige erstattete die Frau am Montag.",
      "Anzeigen gegen Unbekannt",
      "Teilen wollte er nicht.",
      "Zum Glück lässt sich Wissen teilen",
      "Folge der Klimakrise",
      "Weiter Streit um die Rente",
      "Nächste Runde im Tarifstreit",
      "Foto des Jahres gekürt",
      "Bild: Kanzler erwägt Rücktritt",
      "Mehr zum Thema sagen will er am Freitag.",
      "Kommentare aus Paris blieben aus.",
      "Keine Antworten",
      "Werbung für Zigaretten wird verboten",
      "Startseite der Zeitung gehackt",
      // French.
      "Suivant la loi, l’amende est de 300 euros.",
      "Partager le pouvoir, dit-il, ne va pas de soi.",
      "Réactions",
      "Lire la presse chaque matin l’ennuie.",
      "À la une des journaux, la grève",
      "Publicité mensongère : la firme paie",
      "Photo de classe : polémique au lycée",
      "Abonnés lésés, la banque rembourse",
      "« Non », répond le ministre.",
      "— Suivez-moi, dit le guide.",
      // Spanish.
      "Siguiente parada: Madrid",
      "Foto de familia en la cumbre de Lima",
      "Compartir el poder, dice el presidente",
      "Sin respuesta",
      "Además",
      "Lo más visto en la feria fue un coche chino",
      "Recibe alcalde amenazas por correo",
      "Publicidad engañosa: multa a un banco",
      "Etiquetas nuevas en los alimentos",
      "Le puede costar el cargo",
      // Quotations and turned words.
      "»Nein«, sagt die Ministerin.",
      "- 12 dead",
      "* The council meets on Monday.",
      "#2 seed beaten",
      "XX",
  };
  const LineMatcher matcher;
  for (std::string_view line : lines) {
    CAPTURE(std::string(line));
    CHECK(printable(matcher.rule_of(line)) == "no rule");
  }
}

TEST_CASE("an empty line and a paragraph are never judged") {
  const LineMatcher matcher;
  CHECK_FALSE(matcher.rule_of("").has_value());
  CHECK_FALSE(matcher.rule_of("  \t ").has_value());

  const std::string label = "Read more: ";
  CHECK(matcher.rule_of(label + std::string(100, 'x')).has_value());
  CHECK_FALSE(matcher.rule_of(label + std::string(LineMatcher::kMaxLabelBytes, 'x')).has_value());

  const std::string notice = "We use cookies to ";
  CHECK(matcher.rule_of(notice + std::string(300, 'x')).has_value());
  CHECK_FALSE(matcher.rule_of(notice + std::string(LineMatcher::kMaxNoticeBytes, 'x')).has_value());
}

TEST_CASE("the first row that matches names the class") {
  const LineRule rows[] = {{"share", "en", "Share.*", "Share", "Sharp"},
                           {"related", "en", "Share this", "Share this", "Sharp"}};
  CHECK(printable(LineMatcher(rows).rule_of("Share this")) == "share");
}

TEST_CASE("a row that does not compile is named") {
  const LineRule broken[] = {{"share", "en", "Share(", "Share", "Sharp"}};
  CHECK_THROWS_AS(LineMatcher{broken}, std::logic_error);
  CHECK_THROWS_WITH(LineMatcher{broken}, doctest::Contains("share/en /Share(/"));
}

}  // namespace backfile
