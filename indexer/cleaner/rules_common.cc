// Line rules that hold in any language: separators, arrows, copyright signs,
// names of social networks.
#include "indexer/cleaner/rules.h"

namespace backfile {
namespace {

constexpr LineRule kRules[] = {
    // Drawn lines and stray bullets. Digits and letters are never separators.
    {"separator", "*", R"([-‐‑‒–—―_*.…=~+#|¦/\\:;,•·∙●○◦▪▫■□◆◇★☆✦❖─━═▬»«›‹<>←→↑↓▲▼►×\pZ\s]+)",
     "-  – —  * * *", "- 12 dead"},

    // An arrow to the left opens a link to another page. A lone « or » may be a
    // quotation mark and is no cue.
    {"prev-next", "*", R"((?:←|⟵|⇐|<<|«\s*«)\s*\S.*)", "← Minister resigns after vote on pensions",
     "«Non», répond le ministre"},
    {"prev-next", "*", R"([^.!?]+\s(?:→|⟶|⇒|>>|»\s*»))", "Storm leaves thousands without power →",
     "Wahlplakate »gegen den Krieg«"},
    // Themes print "PREV <headline>": the label in capitals, then a text in mixed
    // case that opens like a headline. All capitals are a wire headline; what ends
    // in a full stop is a sentence.
    {"prev-next", "*", R"((?-i:PREV:?\s+[^\p{Ll}\s].*\p{Ll}.*[^.]))",
     "PREV Julian Nagelsmann, time for experimentation – International – Germany",
     "PREV CLOSE 34.25"},
    {"prev-next", "*",
     R"((?-i:(?:PREVIOUS|NEXT):?\s+(?:[^\p{Ll}\s]|i\p{Lu}).*\p{Ll}.*)"
     R"((?:[^.!?…'"’”»)\s]|[^.!?…][’”»)'"])))",
     "NEXT Saoirse Ronan ‘absolutely right’ about women’s safety fears | Movies",
     "NEXT WEEK FED MEETING"},

    {"share", "*",
     R"((?:Facebook|Twitter|X\s?\(?Twitter\)?|Instagram|Linked ?in|WhatsApp|Pinterest|Reddit)"
     R"(|Tumblr|Flipboard|YouTube|Google\s?\+|Google Plus|StumbleUpon|Digg|Snapchat|TikTok)"
     R"(|Bluesky|VKontakte|Del\.icio\.us)(?: \(opens? in (?:a )?new (?:window|tab)\))?:?)",
     "WhatsApp", "Twitter falls 12 percent"},
    // A row of share buttons: two or more labels, joined by anything or nothing.
    {"share", "*",
     R"((?:Share|Tweet|Pin|Pin it|Like|Print|E-?mail|RSS|Copy link|Facebook|Twitter|Instagram)"
     R"(|LinkedIn|WhatsApp|Pinterest|Reddit|Tumblr|Flipboard|YouTube|Google\s?\+|Messenger)"
     R"(|Snapchat|TikTok|Teilen|Drucken|Partager|Imprimer|Compartir|Imprimir)[\s|•·/,+-]*)"
     R"((?:(?:Share|Tweet|Pin|Pin it|Like|Print|E-?mail|Mail|SMS|RSS|Copy link|Link|Facebook)"
     R"(|Twitter|X|Instagram|LinkedIn|WhatsApp|Pinterest|Reddit|Tumblr|Flipboard|YouTube)"
     R"(|Google\s?\+|Telegram|Messenger|Snapchat|TikTok|Bluesky|Threads|Mastodon|XING|Viber)"
     R"(|Pocket|Buffer|VK|Digg|StumbleUpon|Teilen|Drucken|Partager|Imprimer|Compartir|Imprimir)"
     R"(|Submit|Comment|More|Feed)[\s|•·/,+-]*)+)",
     "Facebook Twitter | LinkedIn", "Twitter, Facebook agree on rules"},

    {"photo", "*",
     R"([\[(]?\s*©\s*(?-i:(?:\p{Lu}[^\s/,;:!?()]*|dpa|epd|von|van|de|via|y|et))"
     R"((?:\s*[/,]\s*|\s|$))+[\])]?)",
     "© Maria Weiss/dpa", "© is the sign for copyright"},
    // Agency credits: "AP Photo/Jane Roe".
    {"photo", "*",
     R"((?-i:[\[(]?[A-Z]{2,9} (?:Photo|photo|Foto|PHOTO)\s?/\s?[^.()]+[\])]?)"
     R"(|[\[(][A-Z]{2,9} (?:Photo|photo|Foto)[\])]))",
     "(AP Photo/Jane Roe)", "AP Photo editor dies at 61"},

    {"legal", "*", R"((?:Copyright\s*)?©\s*(?:Copyright|by)?[\s:]*(?:\d{4}|[^!?]{1,60}\d{4}).*)",
     "© 2005-2019 Example Media Ltd. Terms apply", "Copyright 9 years old"},
    {"legal", "*", R"(Copyright\s*(?:\(c\)\s*|[©ⓒ@]\s*)?[:,]?\s*\d{4}\b.*)",
     "Copyright (c) 2019 Example News Agency", "Copyright law of 1976 amended"},
    {"legal", "*", R"(Copyright\s*(?:©|ⓒ|\(c\)).*)", "Copyright © Example News",
     "Copyright case ends"},
    // "(c)" also counts items of a list.
    {"legal", "*",
     R"((?-i:\(c\)) \d{4}(?:\s?[-–]\s?\d{2,4})?,? (?-i:(?:\p{Lu}[^\s\d;:!?]*(?: |$))+))",
     "(c) 2019 Example News", "(c) 2019 accounts were not audited"},

    {"newsletter", "*", R"((?:E-?mail[- ])?Newsletters?:?)", "Newsletter",
     "Newsletter led police to suspect"},

    {"tags", "*", R"((?-i:Tags|TAGS)\s*(?::.*|[»›>]?))", "Tags: budget, tax, Senate",
     "Tags on the whales sent data for a year."},
    {"tags", "*", R"((?:#[^\s\d#.,;:!?][^\s#.,;:!?]*[\s,]*){2,})", "#budget #tax #Senate",
     "#2 seed beaten"},

    // Two arrows or more between short names.
    {"breadcrumb", "*",
     R"([^\s.!?<>«»›→–—-][^.!?<>«»›→]*(?:\s[>›»→]\s[^\s.!?<>«»›→][^.!?<>«»›→]*){2,})",
     "News > World > Europe", "Paris > Londres"},
};

}  // namespace

std::span<const LineRule> common_line_rules() { return kRules; }

}  // namespace backfile
