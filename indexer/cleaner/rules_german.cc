// Line rules for German pages.
#include "indexer/cleaner/rules.h"

namespace backfile {
namespace {

constexpr LineRule kRules[] = {
    {"prev-next", "de", R"((?:[«‹<]+\s*)?(?:Zurück|Weiter|Vorherige[rs]?|Nächste[rs]?)\s*[:»›>]*)",
     "Weiter »", "Weiter Streit um Rente"},
    {"prev-next", "de",
     R"((?:[«‹<]+\s*)?(?:Vorherig|Vorig|Nächst|Älter|Neuer)e[rsn]? )"
     R"((?:Artikel|Beitrag|Beiträge|Meldung|Seite|Bild|Foto|Eintrag|Einträge|Nachricht|Thema)"
     R"(|Video)(?:\s*[»›>]+|\s*:.*)?)",
     "Vorheriger Beitrag: Hochwasser an der Oder", "Nächster Artikel im Streit ist Paragraf 5"},
    {"prev-next", "de",
     R"((?:Zurück )?(?:Zur|Zum|Nach|An den) (?:Startseite|Übersicht|oben|Seitenanfang)"
     R"(|Anfang der Seite|Anfang|Homepage|Hauptseite)(?: springen| scrollen)?\s*[»›>^↑]*)"
     R"(|Seitenanfang)",
     "Nach oben", "Nach oben offen ist die Skala"},
    {"prev-next", "de", R"(Beitragsnavigation|Artikelnavigation|Seite \d+ von \d+|Seite \d+/\d+)",
     "Seite 2 von 5", "Seite 2 von Buch und Vertrag fehlt"},

    {"share", "de",
     R"((?:(?:Diesen |Den )?(?:Artikel|Beitrag|Inhalt|Text|Link|Seite)\s+)?)"
     R"((?:Teilen|Weiterleiten|Weitersagen|Empfehlen|Merken|Drucken|Ausdrucken|Vorlesen|Anhören)"
     R"(|Versenden|Mailen|Twittern)(?: mit| auf| über| via)?\s*[:!]?(?:\s*\(?\d{1,4}\)?)?)",
     "Artikel teilen", "Drucken lohnt sich nicht, sagt der Verlag"},
    {"share", "de",
     R"((?:(?:Diesen |Den )?(?:Artikel|Beitrag) )?(?:Auf|Bei|Per|Via|Über|In) [^\s\d.,;:!?'’]+ )"
     R"((?:teilen|posten|empfehlen|versenden|verschicken|weiterleiten|weitersagen|senden|merken)"
     R"(|pinnen)[!:]?(?: \(Wird in neuem Fenster geöffnet\))?)",
     "Auf Facebook teilen", "Auf Worte folgen Taten"},
    {"share", "de",
     R"((?:Teilen|Weiterleiten|Weitersagen|Empfehlen)(?: Sie)?)"
     R"((?: diesen Artikel| diesen Beitrag)? (?:auf|bei|per|via|über) [^\s\d.,;:!?'’]+)",
     "Teilen auf Facebook", "Teilen auf beiden Seiten gefordert"},
    {"share", "de",
     R"(Klick(?:en|e)?(?: Sie)?,? (?:um|hier|zum)\b.*)"
     R"(|Zum (?:Teilen|Drucken|Ausdrucken|Versenden) .*klicken.*)",
     "Klick, um auf Facebook zu teilen (Wird in neuem Fenster geöffnet)",
     "Zum Glück lässt sich Wissen teilen"},
    {"share", "de",
     R"(Folg(?:en Sie|e|t) (?:uns|mir)\s*[:!]?|Folg(?:en Sie|e|t) )"
     R"((?:uns|mir|[^\s\d.,;:!?]+(?: [^\s\d.,;:!?]+){0,2})(?: auch| jetzt)? (?:auf|bei|in|via) )"
     R"((?:Facebook|Twitter|X|Instagram|LinkedIn|XING|WhatsApp|Pinterest|YouTube|Google|Telegram)"
     R"(|TikTok|Threads|Bluesky|Mastodon|Social Media|den sozialen (?:Medien|Netzwerken)))"
     R"((?:[^\p{L}].*)?)",
     "Folgen Sie uns auf Facebook und Instagram", "Folge der Klimakrise"},
    {"share", "de",
     R"(Gefällt mir(?:[:!]| Wird geladen.*|\s*\(?\d*\)?)?|(?:Werden Sie|Werde) Fan(?: .*)?)"
     R"(|Zur Merkliste(?: hinzufügen)?|(?:Link|URL) kopier(?:en|t)!?|Druckversion)",
     "Gefällt mir", "Gefällt mir gut, sagt die Jury"},

    {"related", "de",
     R"((?:Lesen|Sehen|Hören) Sie (?:auch|hier|dazu|mehr|jetzt|weiter|hierzu|ebenfalls|außerdem))"
     R"((?: auch| mehr| dazu| zum Thema| hier| im Interview)*\s*(?::.*|…|\.{2,}|[»›>]+)?)",
     "Lesen Sie auch: Der Streit um die Rente", "Lesen Sie dazu die Akten, rief der Richter."},
    {"related", "de",
     R"((?:Lies|Lest|Siehe) (?:auch|hier|dazu|mehr|hierzu)(?: dazu| hier| auch)?\s*(?::.*)?)"
     R"(|(?:Auch|Ebenfalls|Außerdem) (?:interessant|lesenswert)\s*(?::.*)?)",
     "Auch interessant", "Auch interessant war die Frage der Kosten."},
    {"related", "de",
     R"((?:Mehr|Alles|Weiteres|Hintergründe)(?: Informationen| Infos| Artikel| Nachrichten)"
     R"(| News)?(?: auch)? (?:zum Thema|zu diesem Thema|dazu|hierzu|zu diesem Artikel)"
     R"(|aus dem Ressort|aus diesem Ressort|aus der Rubrik|von diesem Autor|aus dem Netz)"
     R"(|aus dem Web)(?: (?:lesen|finden|gibt es|erfahren)(?: Sie)?(?: hier)?)?\s*)"
     R"((?::.*|…|\.{2,}|[»›>]+)?)",
     "Mehr zum Thema: Rente", "Mehr dazu sagen wollte er nicht."},
    {"related", "de",
     R"(Das (?:könnte|dürfte) (?:Sie|dich|Ihnen|dir)(?: auch)? )"
     R"((?:interessieren|gefallen)\s*[:.…]*)",
     "Das könnte Sie auch interessieren", "Das könnte den Kanzler auch interessieren."},
    {"related", "de",
     R"((?:Weitere|Ähnliche|Verwandte|Passende|Mehr|Andere|Empfohlene) )"
     R"((?:Artikel|Beiträge|Themen|Nachrichten|Meldungen|News|Links|Inhalte|Videos|Storys|Stories)"
     R"(|Informationen|Texte|Bilder)(?: (?:zum Thema|zu diesem Thema|aus diesem Ressort|für Sie)"
     R"(|aus dem Netz|anzeigen|laden|lesen|des Autors))?\s*[:»›>]*)",
     "Weitere Artikel", "Weitere Themen waren Rente und Pflege"},
    {"related", "de",
     R"((?:Zum Thema|Siehe auch|Lesetipps?|Mehr (?:lesen|anzeigen|erfahren|laden)|Alles lesen)"
     R"(|Ganzen Artikel lesen|Zum (?:ganzen )?(?:Artikel|Beitrag)|Artikel lesen|Jetzt lesen)"
     R"(|Unsere Empfehlungen|Empfehlungen (?:der Redaktion|für Sie))"
     R"(|Links zum (?:Thema|Artikel))\s*(?:…|\.{2,}|[:»›>]+)?)"
     R"(|(?:Zum Thema|Siehe auch|Lesetipp|Mehr lesen|Mehr erfahren)\s*:\s*\S.*)",
     "Lesetipp: Was die Reform bringt", "Zum Thema Rente: kein Wort"},
    {"related", "de",
     R"(Weiterlesen(?: (?:mit|nach|auf|bei|hier)\b[^.!?]*)?\s*(?:…|\.{2,}|[:»›>]+)?)"
     R"(|mehr\s*(?:…|\.{2,}|[»›>]+))",
     "Weiterlesen »", "Weiterlesen wollte kaum einer"},

    {"most-read", "de",
     R"((?:Am )?(?:Meist|Häufig)(?:gelesen|geklickt|kommentiert|gesehen|geteilt|en gelesen)"
     R"(|en kommentiert)(?:e|en|es)?(?: (?:Artikel|Beiträge|Videos|Nachrichten|Themen|heute)"
     R"(|Texte))?\s*[:»›>]*)",
     "Meistgelesene Artikel", "Meistgelesene Zeitung im Land ist ein Boulevardblatt"},
    {"most-read", "de",
     R"((?:Die )?(?:Beliebte(?:ste)?n?|Neuesten?|Aktuellen?|Letzten?|Top)[ -])"
     R"((?:Artikel|Beiträge|Themen|Nachrichten|Meldungen|Videos|Kommentare|News|Storys)"
     R"(|Stories)\s*[:»›>]*|Schlagzeilen)",
     "Neueste Beiträge", "Aktuelle Themen bestimmen den Wahlkampf"},

    {"newsletter", "de",
     R"((?:Jetzt |Hier |Kostenlos(?:en)? |Unseren |Den |Zum |Für den |Täglichen |Gratis-?)*)"
     R"((?:[^\s.,;:!?]+-)?Newsletters?(?: (?:jetzt|hier|kostenlos|gratis))*)"
     R"((?: (?:abonnieren|bestellen|anmelden|erhalten|anmeldung|abbestellen|bestellung)"
     R"(|abonnement))?\s*[!:»›>]*|Newsletter-?(?:Anmeldung|Abo|Bestellung|Archiv))",
     "Newsletter abonnieren", "Newsletter der Partei sorgt für Streit"},
    {"newsletter", "de",
     R"((?:Abonnieren Sie|Abonniere|Bestellen Sie|Melden Sie sich|Melde dich|Holen Sie sich)"
     R"(|Erhalten Sie|Tragen Sie sich|Registrieren Sie sich)\b[^.!?]*[ -]newsletter\b.*)"
     R"(|Jetzt (?:[^.!?]* )?newsletter [^.!?]*(?:anmelden|abonnieren|bestellen|sichern)[.!]?)",
     "Melden Sie sich hier für unseren Newsletter an.", "Melden Sie sich, rief der Lehrer."},
    {"newsletter", "de",
     R"((?:Bitte )?geben Sie (?:hier )?(?:Ihre|eine gültige) E-?Mail(?:-?Adresse)?\b.*)"
     R"(|(?:(?:Ihre|Deine) )?E-?Mail-?Adresse\s*[*:]?)"
     R"(|Jetzt (?:kostenlos )?(?:anmelden|abonnieren|registrieren)\s*[!»›>]*|Abonnieren|Anmelden)"
     R"(|Abbestellen)",
     "Bitte geben Sie Ihre E-Mail-Adresse ein", "Anmelden muss sich jeder Gast"},
    {"newsletter", "de",
     R"((?:Eine |Die )?(?:Abmeldung|Abbestellung) (?:vom Newsletter )?ist jederzeit möglich\b.*)"
     R"(|Sie können (?:sich|den Newsletter|Ihre Einwilligung)\b[^.!?]* jederzeit\b.*)"
     R"((?:abmelden|abbestellen|widerrufen)\b.*)",
     "Eine Abmeldung ist jederzeit möglich.", "Eine Abmeldung vom Gipfel ist nicht geplant."},

    {"cookie", "de",
     R"((?:Wir(?: und unsere Partner)?|(?:Diese|Unsere) )"
     R"((?:Web-?site|Webseite|Internetseite|Seite)|Unser Angebot) )"
     R"((?:verwende[nt]|benutz(?:t|en)|nutz(?:t|en)|setz(?:t|en)) (?:\S+ ){0,3}Cookies\b.*)",
     "Wir verwenden Cookies, um Inhalte zu personalisieren.",
     "Wir nutzen Kohle, sagt der Minister."},
    {"cookie", "de",
     R"((?:Um (?:unsere|diese|Ihnen)|Durch die (?:weitere )?Nutzung|Mit der (?:weiteren )?Nutzung)"
     R"(|Wenn Sie (?:auf )?(?:diese|unsere))\b[^.!?]*\bCookies\b.*)",
     "Durch die Nutzung der Website stimmen Sie der Verwendung von Cookies zu.",
     "Durch die Nutzung der Wärme sinken die Kosten."},
    {"cookie", "de",
     R"((?:Alle(?:n|s)? )?(?:Cookies? )?(?:akzeptieren|zustimmen|ablehnen|annehmen|erlauben))"
     R"((?: und (?:weiter|schließen|fortfahren|weiterlesen))?)"
     R"(|Einstellungen (?:verwalten|anpassen|ändern)|(?:Cookie|Datenschutz|Privatsphäre|Privacy))"
     R"([- ]?(?:Einstellungen|Richtlinien?|Manager|Präferenzen))"
     R"((?: (?:ändern|verwalten|anpassen))?|Nur notwendige Cookies(?: .*)?|Cookies verwalten)",
     "Alle akzeptieren", "Alle Gäste zustimmen zu lassen, war schwer"},
    // Consent boxes that stand in for an embedded post.
    {"cookie", "de",
     R"((?:Empfohlener |Redaktioneller |externer )+Inhalt(?: laden| anzeigen)?)"
     R"(|Externe Inhalte (?:anzeigen|aktivieren)|An dieser Stelle )"
     R"((?:finden|befindet|sehen)\b[^.!?]* externe[rn]? Inhalt.*)"
     R"(|Ich bin (?:damit )?einverstanden, dass mir externe Inhalte\b.*)",
     "Empfohlener redaktioneller Inhalt", "Ich bin damit einverstanden, dass er geht."},

    {"comments", "de",
     R"((?:\d{1,5}|Keine?|Alle|Neuer?|Ihr|Dein|Erster?|Einen)\s+(?:Leser-?)?Kommentare?)"
     R"((?: (?:anzeigen|lesen|vorhanden|schreiben|verfassen|hinterlassen|abgeben|ansehen))?\s*)"
     R"([»›>!]*|\d{1,5} Antworten)",
     "Keine Kommentare", "Keine Antworten"},
    {"comments", "de",
     R"((?:Leser-?)?Kommentare?(?:\s*[:(]\s*\d*\s*\)?| \d{1,5})"
     R"(| (?:schreiben|verfassen|hinterlassen|abgeben|abschicken|absenden|lesen|anzeigen|ansehen)"
     R"(|melden|schließen))?\s*[:»›>]*|Kommentieren|(?:Diskutieren|Kommentieren) Sie mit\.?)"
     R"(|Jetzt (?:kommentieren|mitdiskutieren)!?)",
     "Kommentare (12)", "Kommentare aus Paris blieben aus"},
    {"comments", "de",
     R"((?:Schreib(?:en Sie|e)?|Hinterlass(?:en Sie|e)?|Verfass(?:en Sie|e)) (?:hier )?(?:uns )?)"
     R"((?:einen|Ihren|deinen|den ersten|eine)(?: ersten)? (?:Kommentar|Antwort))"
     R"((?: Antworten? abbrechen)?[.!]?|Antworten? abbrechen)"
     R"(|Ihre Meinung(?: (?:ist gefragt|zählt))?[.!:]?)",
     "Schreibe einen Kommentar", "Schreiben Sie das auf, sagte der Richter."},
    {"comments", "de",
     R"((?:Deine|Ihre|Die) E-?Mail-?Adresse wird nicht veröffentlicht\b.*)"
     R"(|Erforderliche Felder sind\b.*|Meinen? Namen?, (?:meine )?E-?Mail\b.*)"
     R"((?:Browser|Kommentar)\b.*|Benachrichtig(?:e|en Sie) mich\b.*)"
     R"((?:Kommentar|Beiträge|E-?Mail).*)",
     "Deine E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert",
     "Deine Adresse wird nicht veröffentlicht, sagte er."},
    {"comments", "de",
     R"((?:Du musst|Sie müssen) (?:angemeldet|eingeloggt|registriert) sein\b.*)"
     R"((?:Kommentar|kommentieren).*|(?:Die Kommentarfunktion|Kommentare?) )"
     R"((?:ist|sind|wurde|wurden)(?: \S+){0,4} (?:geschlossen|deaktiviert|gesperrt|beendet)\.?)",
     "Die Kommentarfunktion ist geschlossen.", "Kommentare wurden verlesen."},

    {"legal", "de", R"((?:[^.!?]+[.,|]? )?Alle Rechte vorbehalten\b.*)", "Alle Rechte vorbehalten.",
     "Alle Rechte liegen beim Verlag"},
    {"legal", "de",
     R"(Impressum|Datenschutz(?:erklärung|hinweise?|bestimmungen|richtlinien?)|AGB)"
     R"(|Nutzungsbedingungen|Mediadaten|Allgemeine Geschäftsbedingungen)"
     R"(|Erklärung zur Barrierefreiheit|Verträge hier kündigen|Netiquette|Cookie-?Policy)"
     R"(|(?:(?:Impressum|Datenschutz(?:erklärung|hinweise?|bestimmungen)?|AGB|Nutzungsbedingungen)"
     R"(|Kontakt|Mediadaten|Über uns|Barrierefreiheit|Widerrufsrecht|Abo kündigen)"
     R"(|Vertrag kündigen|Jobs|Karriere|Werben|Werbung|Abo|Hilfe|FAQ|Newsletter|RSS|Presse|Archiv)"
     R"(|Netiquette|Cookies?)[\s|•·/,&;-]*){2,})",
     "Impressum | Datenschutz | AGB", "Hilfe vom Datenschutz erhofft"},
    {"legal", "de",
     R"((?:Die )?(?:Vervielfältigung|Nachdruck|Wiedergabe|Weiterverbreitung)"
     R"(|Wiederveröffentlichung)\b[^.!?]*(?:nur mit (?:\S+ ){0,2}(?:Genehmigung|Zustimmung))"
     R"(|nicht gestattet|verboten|untersagt)\b.*|(?:Dieser (?:Artikel|Text|Beitrag))"
     R"(|Dieses Werk) ist urheberrechtlich geschützt\b.*)",
     "Nachdruck nur mit Genehmigung des Verlags.", "Nachdruck auf die Minister wächst"},

    {"photo", "de",
     R"([\[(]?\s*(?:(?:Symbol|Archiv|Titel|Teaser)-?)?)"
     R"((?:Foto|Fotografie|Bildquellen?|Bildnachweise?|Bildrechte|Bildcredits?|Fotocredits?)"
     R"(|Fotoquelle|Fotonachweis|Quelle Bild|Quelle Foto)\s*:\s*\S.*)",
     "Foto: Weiss/dpa", "Foto des Jahres gekürt"},
    // A newspaper is called Bild and is quoted as "Bild: ...".
    {"photo", "de",
     R"((?-i:[\[(]?(?:Fotos|Bild|Bilder|Grafik|Video|Symbolbild|Archivbild|Illustration): )"
     R"((?:©.*|[a-z]{2,4}|[A-Z]{2,5}|[^.!?:]*\S\s?/\s?(?:[a-z]{3}|[A-Z][\p{L}]*))"
     R"((?: \p{Lu}\p{L}*)?)[\])]?))",
     "Bild: Maria Weiss/dpa", "Bild: Kanzler erwägt Rücktritt"},
    {"photo", "de",
     R"([\[(]?(?:Symbol|Archiv)(?:bild|foto|aufnahme)s?[\])]?|Bild vergrößern)"
     R"(|Bild(?:er)? (?:anzeigen|öffnen|ansehen)|(?:Zur )?)"
     R"((?:Bildergalerie|Fotostrecke|Bilderstrecke|Fotogalerie|Bilderserie))"
     R"((?: (?:öffnen|ansehen|anzeigen|starten))?|\d{1,3} (?:Bilder|Fotos)|Bild \d+ von \d+)"
     R"(|In Bildern|Vollbild)",
     "Symbolbild", "Symbolbild der Krise ist die leere Werft"},

    {"paywall", "de",
     R"(Jetzt (?:weiterlesen|kostenlos (?:testen|weiterlesen|lesen)|gratis (?:testen|lesen))"
     R"(|testen|Abonnent werden|(?:\S+-?)?Abo (?:abschließen|sichern|bestellen|testen))"
     R"(|freischalten|Mitglied werden|\d+ (?:Tage|Wochen|Monate)(?: \S+)? testen))"
     R"((?: und [^.!?]*)?\s*[.!»›>]*)",
     "Jetzt weiterlesen", "Jetzt testen die Länder den Ernstfall"},
    {"paywall", "de",
     R"(Sie haben (?:noch )?(?:\S+ )?\d+ (?:kostenlose |freie |Gratis-?)?)"
     R"((?:Artikel|Texte|Beiträge)\b.*|(?:Sie sind )?(?:Bereits|Schon|Noch kein|Noch nicht))"
     R"((?: ein| eine)? (?:(?:Digital|Plus|Print)-?)?)"
     R"((?:Abonnent(?:in)?|Abo|registriert|Kunde|angemeldet)(?:\*?in)?\?.*)",
     "Bereits Abonnent? Jetzt anmelden", "Schon drei Artikel des Pakts gelten"},
    {"paywall", "de",
     R"((?:Nur|Exklusiv|Vorteile) für (?:\S+-?)?(?:Abonnenten|Abonnent:innen)"
     R"(|Abonnentinnen und Abonnenten|Mitglieder)|(?:Dieser|Der)(?: \S+)? )"
     R"((?:Artikel|Inhalt|Beitrag|Text)(?: ist)?(?: \S+){0,2} (?:nur )?für (?:\S+ )?)"
     R"((?:Abonnenten|Abonnentinnen)\b.*|Premium(?:-Inhalt|-Artikel)|Abo-?Artikel)"
     R"(|Artikel (?:freischalten|kaufen)|(?:Diesen|Den|Lesen Sie diesen) (?:ganzen |kompletten )?)"
     R"((?:Artikel|Text|Beitrag) (?:weiterlesen )?(?:mit|im) .*Abo.*)",
     "Nur für Abonnenten", "Nur für Leser von 1984"},
    {"paywall", "de",
     R"(Einloggen|Ausloggen|Abmelden|Registrieren|Anmelden (?:oder|/|\|) registrieren|Mein Konto)"
     R"(|Passwort vergessen\??|Zum (?:Login|Abo|Probeabo)|Abo (?:bestellen|testen))"
     R"(|(?:Hier |Jetzt )einloggen|Um (?:diesen|den)(?: \S+)? (?:Artikel|Beitrag|Text)(?: \S+)? )"
     R"((?:weiterzulesen|zu lesen|lesen zu können)\b.*)",
     "Passwort vergessen?", "Registrieren muss sich jeder, der einreist"},

    {"ads", "de",
     R"([-–—*\[(_|\s]*(?:Anzeigen?|Werbung|Reklame|Advertorial|Gesponsert)"
     R"(|Gesponserte (?:Inhalte|Beiträge)|Bezahlte (?:Anzeige|Werbung))"
     R"(|Anzeige (?:endet hier|überspringen)|Affiliate-?Link)"
     R"(|Werbung (?:schließen|ausblenden|überspringen))[-–—*\])_|:\s]*)",
     "- Anzeige -", "Anzeige erstattete die Frau am Montag"},
    {"ads", "de",
     R"((?:[-–—*\[(]\s*)?(?:(?:Der |Dieser )?(?:Artikel|Beitrag|Text|Inhalt) (?:geht|wird) )"
     R"((?:nach|unter|unterhalb) (?:der|dieser) (?:Anzeige|Werbung) (?:weiter|fortgesetzt))"
     R"(|(?:Weiter|Weiterlesen) nach (?:der )?(?:Anzeige|Werbung)|Nach der Anzeige weiterlesen)"
     R"(|Lesen Sie nach der Anzeige weiter)[.!]?\s*[-–—*\])]*)",
     "Der Artikel geht nach der Anzeige weiter", "Nach der Anzeige geht der Streit weiter."},
    {"ads", "de",
     R"((?:\*\s?)?(?:Dieser (?:Artikel|Beitrag|Text)|Diese Seite) enthält (?:\S+ )?)"
     R"((?:Affiliate|Werbe|Provisions)-?Links?\b.*)",
     "Dieser Artikel enthält Affiliate-Links.", "Dieser Artikel enthält ein Verbot der Folter."},

    {"tags", "de",
     R"((?:Schlagw(?:orte|örter)|Stichw(?:orte|örter)|Getaggt(?: mit| als)?)"
     R"(|Verschlagwortet(?: mit| unter)?|Markiert mit|Abgelegt unter|Veröffentlicht unter)"
     R"(|Themen in diesem Artikel)\s*:.*|(?:Schlagwort|Stichwort|Kategorien?|Themen|Mehr zu)"
     R"(|Mehr über|Rubrik|Ressort)\s*:\s*(?-i:[^\p{Ll}\s].*)?)",
     "Schlagwörter: Haushalt, Steuern", "Themen: warum nur?"},
    {"tags", "de",
     R"(Schlagw(?:orte|örter)|Stichw(?:orte|örter)|Getaggt mit|Verschlagwortet mit|Abgelegt unter)"
     R"(|Kategorien|Themen (?:in diesem|des) Artikels?)"
     R"(|(?:Getaggt|Verschlagwortet) mit [^.!?,]+(?:, [^.!?,]+)*)",
     "Getaggt mit Haushalt, Steuern", "Themen in Brüssel"},

    {"breadcrumb", "de",
     R"(Startseite\s*(?:[>›»→/|]|::)\s*[^.!?]+|Start\s*[>›»→]\s*[^.!?]+)"
     R"(|Sie (?:sind|befinden sich) hier\s*:.*|Startseite)"
     R"(|(?:Zum|Direkt zum|Zur|Springe zum|Springe zu|Direkt zur) )"
     R"((?:Inhalt|Navigation|Hauptinhalt|Hauptnavigation|Suche|Footer|Menü)(?: springen)?)"
     R"(|(?:Menü|Navigation)(?: (?:öffnen|schließen|überspringen))?)",
     "Startseite > Politik > Rente", "Sie sind hier nicht willkommen, sagte er"},
};

}  // namespace

std::span<const LineRule> german_line_rules() { return kRules; }

}  // namespace backfile
