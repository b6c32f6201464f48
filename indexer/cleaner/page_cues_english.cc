// Labels around articles on English pages.
#include "indexer/cleaner/page_cues.h"

namespace backfile {
namespace {

constexpr LineRule kLabels[] = {
    {"related", "en",
     R"((?:related|recommended|popular|featured|sponsored|similar|latest|recent|other|top|trending)"
     R"(|more|our latest|most recent)(?: (?:\pL+ )?(?:articles?|stor(?:y|ies)|news|posts?|content)"
     R"(|links?|topics?|videos?|coverage|reading|headlines|galler(?:y|ies)|items|reads|roundup))?:?)",
     "Related news stories:", "Related parties were paid"},
    {"related", "en",
     R"((?:most (?:popular|read|viewed|shared|commented|recent|watched|discussed))"
     R"(|(?:editor.?s.?|staff) (?:picks?|choice))"
     R"(|you (?:may|might|ll|will) (?:also )?(?:like|love|be interested|have missed))"
     R"(|don.?t miss|read (?:more|next|also)|what to read next|see also|also (?:read|see|on)\b)"
     R"(|on our radar|up next|next up|explore (?:further|more)|must[ -]reads?|today.?s top)"
     R"(|(?:from )?(?:around|elsewhere on) the web|from our (?:partners|sponsors|network))"
     R"(|paid content|promoted(?: content| stories)?|photo gallery|watch next|keep reading)"
     R"(|further reading|recommended for you|more for you|we recommend|hot topics|what.?s hot)"
     R"(|in case you missed it|story timeline|trending now|in other news|top rated)[^.!?]{0,50}(?:\.\.+|[:…])?)",
     "You might also like...", "Most popular of all were the trams."},
    {"related", "en",
     R"((?:more|popular|most read|trending|latest|recommended|best|top stories|posts|other stories)"
     R"(|other news|stories|what.?s new) (?:from|on|in|at|by|about|for) [^.!?]{2,50})",
     "More from the City desk", "More on that later, he said, and left."},
    {"related", "en",
     R"((?:more|also on|on) [^.!?]{2,30} (?:news|stories|articles|coverage|videos))",
     "More business news", "More people read the news."},
    {"comments", "en",
     R"(\W*(?:\d[\d,.]* )?(?:comments?|responses?|repl(?:y|ies))(?: \(?\d*\)?)?\W*)",
     "[ 167 comments ]", "Comments came from 11 mayors"},
    {"comments", "en",
     R"((?:leave|post|add|write|submit|view|read|show|join|load|see|hide|sign in to|log in to))"
     R"((?: all| a| your| the| an?| more| to| \d+)*)"
     R"( (?:comments?|reply|conversation|discussion|response)\b[^.!?]{0,30}[.!]?)",
     "View all 12 comments", "Post offices reply"},
    {"comments", "en",
     R"(have your say.*|what do you think\??|comments are (?:closed|off).*|cancel reply)"
     R"(|(?:newest|oldest) first|be the first to comment.*|[^.!?,]{1,40} (?:says|said):)"
     R"(|\d* ?thoughts? on .*|(?:reader|user|facebook|latest|recent|top) comments)",
     "3 thoughts on “Harbour to be dredged”", "Thoughts turn to spring"},
    {"author", "en",
     R"(about (?:the )?(?:authors?|writers?|us|me)\b[^.!?]{0,40})"
     R"(|(?:written|posted|reported|edited|contributed) by [^.!?]{2,60})"
     R"(|(?-i:About \p{Lu}\pL+(?: \p{Lu}\pL*\.?){1,2})|contributing (?:writer|editor|author))"
     R"(|(?:staff|senior) (?:writer|reporter)|(?:all|more|other) (?:posts|articles|stories) by .{2,40})",
     "About Anna Miller", "About 200 people"},
    {"tags", "en",
     R"((?:related )?(?:tags?|topics?|categor(?:y|ies)|keywords?|filed under|in this article))"
     R"((?: ?:.*)?|this (?:article|story|post) is (?:related to|tagged).*|(?:posted|filed) in .*)",
     "Filed under: Harbour", "Topics were agreed in advance"},
    {"share", "en",
     R"((?:share|tweet|follow|print|e-?mail|pin|like)(?: (?:this|it|on|via|with|us|story|article)"
     R"(|post|page|facebook|twitter|linkedin|whatsapp|e-?mail|the|your|friends|a|friend|to))*[:!?]?)",
     "Share this story with a friend", "Share prices fall"},
    {"share", "en",
     R"(\d[\d.,k]* ?shares?|like (?:this|us)(?: (?:article|story|post|on facebook))?[:?!].*)"
     R"(|sharing is caring.*|(?:share|follow) (?:us|this|your)[^.!?]{0,40}[?!]?)"
     R"(|copied!|copy link|shares?|share tools)",
     "Like this article?", "Like this bridge, the road is old"},
    {"navigation", "en",
     R"(home|menu|search[^.!?]{0,20}|(?:sign|log) ?(?:in|up|out)[^.!?]{0,15}|subscribe[^.!?]{0,40})"
     R"(|(?:contact|about)(?: us)?|privacy[^.!?]{0,20}|terms[^.!?]{0,30}|advertise[^.!?]{0,20})"
     R"(|site ?map|careers|jobs|help|faq|skip (?:to|ad)\b.*|newsletters?|feedback)",
     "Terms of Use", "Home wins for both"},
    {"navigation", "en",
     R"(next|prev(?:ious)?|(?:next|previous|prev|older|newer) (?:article|post|story|page)[^.!?]*)"
     R"(|close|more|videos?|live|watch(?: [^.!?]{0,25})?|image \d.*|back to [^.!?]*|load more[^.!?]*)"
     R"(|(?:see|view|show) (?:all|more|full)[^.!?]*|explore|get (?:it|started|the app))"
     R"(|(?:buy|shop|order|sign up|subscribe|download|play) now|shop|click (?:here|to) [^.!?]{0,60})",
     "See all sports", "Next week they vote."},
    {"ads", "en",
     R"(advertise?ments?|ad|(?:story|article) continues (?:below|after).*|sponsored(?: by .*)?)",
     "Story continues below this ad", "Ad revenue rises"},
    {"dated", "en",
     R"((?:first |last |originally )?(?:published|updated|posted|modified)\b[^.!?]{0,80})"
     R"(|[^.!?]{0,30}\b\d+ (?:min(?:ute)?s?|hours?|days?)(?: ago| read)|(?:via|sources?)\s?: ?.{0,40})"
     R"(|by)",
     "Last updated on Monday at 9:12 am", "Published figures were wrong."},
};

}  // namespace

std::span<const LineRule> english_page_labels() { return kLabels; }

}  // namespace backfile
