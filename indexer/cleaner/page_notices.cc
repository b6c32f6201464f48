// The words of notices around articles. A row reads the whole line, so it has no bounded repeats
// in its middle: these make a large automaton.
#include "indexer/cleaner/page_cues.h"

namespace backfile {
namespace {

constexpr LineRule kNotices[] = {
    {"newsletter", "en",
     R"(.*(?:newsletter|sign(?:ing)? up (?:for|to|now)|subscribe (?:to|now|for)|your inbox)"
     R"(|your e-?mail|enter e-?mail|e-?mail address).*)",
     "Get the best of the week in your inbox", "He signed the bill."},
    {"newsletter", "*",
     R"(.*(?:newsletter|abonnieren|s.inscrire|suscr[ií]b|inscreva|iscriviti|berlangganan|подпис(?:аться|ка на))"
     R"(|メールマガジン|订阅|구독).*)",
     "Jetzt unseren Brief abonnieren", "Der Rat stimmt zu."},
    {"legal", "en",
     R"(.*(?:all rights reserved|copyright|privacy (?:policy|notice)|terms (?:of|and|&) )"
     R"((?:use|service|conditions)|registered trademark|affiliate (?:commission|link|partner))"
     R"(|(?:may|will) (?:earn|receive) (?:an? )?(?:affiliate |small )?commission)"
     R"(|reproduc(?:ed|tion) without|(?:written|express) permission|views expressed).*)",
     "We may earn a commission on sales", "The board will receive a report."},
    {"legal", "*",
     R"(.*(?:©|alle rechte vorbehalten|tous droits|todos los derechos|todos os direitos)"
     R"(|tutti i diritti|alle rechten|無断転載|무단전재|版权所有|все права защищены).*)",
     "Tous droits réservés", "Tous sont venus."},
    {"cookie", "*",
     R"(.*(?:\bcookies\b|javascript|your browser|ad ?blocker|recaptcha|internet explorer).*)",
     "Please enable JavaScript", "The baker sold his shop."},
    {"author", "en",
     R"(.* is an? (?:\w+[ -])?(?:\w+[ -])?(?:\w+[ -])?(?:reporter|writer|journalist|editor|correspondent)"
     R"(|columnist|contributor|producer|blogger|author)\b.*)",
     "Jane Roe is a freelance science writer in Oslo", "He is a quiet man."},
    {"author", "en",
     R"(.*(?:contributed to this (?:report|article|story)|follow (?:him|her|me|us|@\w+) (?:on|at))"
     R"(|(?:reach|contact|e-?mail|write to) [^.!?]* at \S+@|additional reporting)"
     R"(|(?:report|edit)ing by |originally (?:published|appeared) (?:on|in|at))"
     R"(|this (?:article|story|post) (?:was|has been|originally|first) ).*)",
     "The Gazette contributed to this report.", "She reported the theft."},
    {"photo", "*",
     R"(.*(?:image (?:copyright|caption|credit)|media caption|(?:photo|image|photograph|picture)s? )"
     R"((?:by|credit|courtesy)|getty images|via getty|shutterstock|(?:ap|afp|reuters) ?photo).*)",
     "Image caption The harbour last week", "The image of the city suffered."},
    {"photo", "*",
     R"((?:photos?|fotos?|bild|crédits?|images?|pictures?|credits?|source photo)\s?[:©/].*)"
     R"(|.*\((?:image|photo|picture|credits?|foto|ap|reuters|pic)\b[^()]*\)|.*/(?:ap|afp|reuters|getty))",
     "The bridge at night (Photo: Jane Roe)", "Photos show the bridge."},
};

}  // namespace

std::span<const LineRule> page_notices() { return kNotices; }

}  // namespace backfile
