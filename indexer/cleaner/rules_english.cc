// Line rules for English pages.
#include "indexer/cleaner/rules.h"

namespace backfile {
namespace {

constexpr LineRule kRules[] = {
    {"prev-next", "en",
     R"((?:Prev|Previous|Next)(?:\s*[/|]?\s*(?:Prev|Previous|Next))?\s*[:»›>«‹<]*)", "Previous",
     "Next week's vote"},
    {"prev-next", "en",
     R"([«‹<]+\s*(?:Prev|Previous|Older|Newer|Back)(?: \S+){0,3})"
     R"((?:\s*[|•]?\s*Next(?: \S+)?\s*[»›>]+)?)",
     "« Previous Post Next Post »", "Back in Berlin, talks resume"},
    {"prev-next", "en", R"((?:Next|Newer|Older|Previous|Prev)(?: \S+){0,3}\s*[»›>]+)",
     "Older entries »", "Older drivers face test"},
    {"prev-next", "en",
     R"((?:Next|Previous|Prev|Older|Newer)\s+(?:post|article|story|entry|page|image|photo|slide)"
     R"(|gallery|video|item|stories|articles|entries|posts)\s*(?:[:|»›>–-].*)?)",
     "Next post: Storm warning for the coast", "Next article to be voted on is the budget"},
    // Some themes print the label in sentence case and then the headline.
    {"prev-next", "en",
     R"((?-i:(?:Next|Previous|Prev) (?:article|story|post) [^\p{Ll}\s]\S* .*[^.!?…'"’”]))",
     "Next article Girl, 8, rescued by police in footage", "Next article of the treaty"},
    {"prev-next", "en", R"((?-i:Prev [\p{Lu}\d'"‘“]\S* [^\d\s]\S* \S.*\p{Ll}.*))",
     "Prev Is Your Mindset Keeping You From Work?", "Prev Wk 4/2/87 Prev Wk"},
    // "Previous: 3.5 pct" is a line of economic figures, and "Next: at Chelsea" one
    // of sport, which is why "Next:" alone is no cue.
    {"prev-next", "en", R"((?-i:(?:Prev|Previous): [\p{Lu}'"‘“«]\S* \S+ \S.*))",
     "Previous: Council backs new bridge", "Previous: plus 0.3 pct"},
    {"prev-next", "en",
     R"((?:(?:Back|Return|Go|Go back|Scroll|Jump) to (?:the )?)"
     R"((?:top|top of (?:the )?page|homepage|home page|gallery|article|previous page)"
     R"(|search results|main page)|Top of page)\s*[\^↑»›>]*)",
     "Back to top", "Back to the top of the league"},
    {"prev-next", "en", R"(Post navigation|Page \d+ of \d+|Pages?:(?: \d+)+)", "Page 2 of 5",
     "Page 2 of the bill"},

    // "share" in small letters ends many a wrapped line of prose.
    {"share", "en",
     R"((?:(?-i:Share|SHARE)|(?:Please )?Share (?:this|it|article|story|post|page)))"
     R"((?: (?:article|story|post|page|entry|video|photo|item|news))?)"
     R"((?: on| via| with)?\s*[:!»›>+]*)",
     "Share this story:", "Share this burden, he said"},
    {"share", "en",
     R"(Shares?\s*[:(]\s*(?:\d{1,3}|\d{1,3}(?:[.,]\d)?\s?K)\)?)"
     R"(|(?:\d{1,3}|\d{1,3}(?:[.,]\d)?\s?K)\s+Shares?)",
     "1.2K Shares", "Shares 1,250,000 vs 1,300,000"},
    {"share", "en",
     R"((?-i:Share|SHARE) (?:on|via) ?[^\s\d.,;:!?'’]+)"
     R"((?: \(opens? in (?:a )?new (?:window|tab)\))?)",
     "Share on Facebook", "Share on Friday's close"},
    {"share", "en",
     R"((?:Share (?:this|it|article|story|post|page)(?: (?:article|story|post|page))? )"
     R"((?:on|via|with|by|to)|(?-i:Share) (?:with|by|to)) )"
     R"((?:social media|your friends|friends|e-?mail|mail|(?-i:\p{Lu})[^\s\d.,;:!?'’]*))",
     "Share this article via email", "Share with us your view, he asked."},
    {"share", "en", R"(Share(?: this)? on\s*:(?: [^\s\d.,;:!?'’]+)+)",
     "Share on: Facebook Twitter Reddit", "Share on: 4.5 dlrs"},
    {"share", "en",
     R"(Click to (?:share|e-?mail|print|tweet|copy|post|pin|follow|send|like)(?: .*)?)",
     "Click to share on Twitter (Opens in new window)", "Click to pay is a new card scheme"},
    {"share", "en",
     R"((?:Share|Tweet|Print|E-?mail|Pin|Post|Send|Follow|Like)[^.!?]* \(opens? in (?:a )?new )"
     R"((?:window|tab)\))",
     "Email a link to a friend (Opens in new window)", "Print shop opens in new building"},
    {"share", "en",
     R"(Follow(?: us| me| him| her| them)?\s*[:!»›>]*|Follow (?:us )?on\s*:?)"
     R"(|Follow the (?:author|topics) (?:of|within|in) this article)",
     "Follow us:", "Follow the money, said the inspector"},
    {"share", "en",
     R"(Follow (?:us |me |him |her |them |@\w+ |(?:[^\s\d.,;:!?]+ ){1,3})?(?:on|via|by|@) )"
     R"((?:Facebook|Twitter|X|Instagram|LinkedIn|WhatsApp|Pinterest|YouTube|Google|Telegram)"
     R"(|TikTok|Snapchat|Threads|Bluesky|Mastodon|Flipboard|RSS|social media|e-?mail))"
     R"((?:[^\p{L}].*)?)",
     "Follow us on Twitter @example and Facebook", "Follow on from the talks"},
    {"share", "en",
     R"((?:Like|Find|Join|Visit|Connect with|Message|Friend) us (?:on|at|via) (?:our )?)"
     R"((?:Facebook|Twitter|X|Instagram|LinkedIn|WhatsApp|Pinterest|YouTube|Google|Telegram)"
     R"(|TikTok|Snapchat|Threads|Bluesky|Mastodon|social media)(?:[^\p{L}].*)?)",
     "Like us on Facebook to see similar stories", "Find us on the map, villagers say"},
    {"share", "en",
     R"((?:Like|Love|Enjoy|Enjoyed) this(?: article| story| post| page)?\s*[:?!]*|Like Loading\.*)"
     R"(|Like this (?:article|story)\? (?:Share|Follow)\b.*)"
     R"(|This (?:story|article) has been shared [\d,.]+ times.*)",
     "Like this:", "Like this year's frost, the last one cost growers dearly."},
    {"share", "en",
     R"((?:Tweet|Retweet)(?: this)?|Pin(?: it| this)?|Like|Blog ?this!?|\+1|Tweets?\s*\d{1,4})",
     "Tweet this", "Pin It on Stewart, senator says"},
    {"share", "en",
     R"((?:E-?mail|Print|Save|Bookmark|Download)(?: this)?)"
     R"((?: (?:article|story|page|photo|link|pdf|as pdf)))"
     R"(|(?:E-?mail|Print) (?:this|the article|the story|the page|the author))"
     R"(|Print (?:only|options|mode):?)",
     "Print this article", "Print the money, he urged"},
    {"share", "en",
     R"(E-?mail|Print|Print(?:er)?[- ]friendly(?: (?:version|page))?|Read later|Save for later)",
     "Printer-friendly version", "Print is dead, says publisher"},
    {"share", "en",
     R"((?:Send|Forward|E-?mail|Tell)(?: this| it)?(?: (?:article|story|link|page))?(?: to)? an? )"
     R"((?:friend|colleague))",
     "Send to a friend", "Tell a friend about your plan and you may keep it, study finds"},
    {"share", "en",
     R"(Copy (?:link|url|permalink)(?: to clipboard)?|(?:Link|URL) copied(?: to clipboard)?!?)"
     R"(|Copied!?)",
     "Copy link", "Copy machines sell"},
    {"share", "en",
     R"((?:These are external links and will open in a new window|Close share panel|About sharing)"
     R"(|Read more about sharing|Show more sharing options|Share (?:page|permalink|count|options))"
     R"(|Sharing options|Social (?:media )?(?:links|share|sharing))\.?)",
     "These are external links and will open in a new window", "Sharing power is hard"},

    {"related", "en",
     R"([\[(]?(?-i:Read|READ|See|SEE|View|VIEW|Show|SHOW|Load|LOAD|Learn|LEARN) )"
     R"((?:more|all|less|(?:the )?full (?:story|article)))"
     R"((?: here| now| articles| stories| news| posts| photos| videos| comments| information)?\s*)"
     R"((?:…|\.{2,}|[:»›>+]+)?[\])]?)",
     "Read more »", "Read more books, minister says"},
    {"related", "en",
     R"((?:Read|See|Watch|Learn|Find out|Discover) (?:more|also|next|this|related))"
     R"((?: on this| here| now)?(?: story| next)?\s*:\s*\S.*)",
     "READ MORE: Plague outbreak confirmed in the north", "Read this if you can, she wrote"},
    {"related", "en", R"(Read more (?:about|from) .+|Read more\s*[|»›>–-]+\s*\S.*)",
     "Read more about this topic here", "Read more in summer, pupils told"},
    {"related", "en",
     R"((?:Also read|Also see|Also on|See also|Read also|Must[- ]read|Further reading)"
     R"(|More on this|You may (?:also )?like|In case you missed it|ICYMI|Don[’']t miss)"
     R"(|Editor[’']s picks?|Explore more|Recommended(?: reading| articles?| for you)?)"
     R"(|Related(?: (?:stories|story|articles?|coverage|reading|news|posts?|links?))?)\s*:\s*\S.*)",
     "Also read: Council approves new bridge", "Related party sales: 4.5 mln dlrs"},
    {"related", "en", R"((?-i:(?:READ|Read): ["'‘“\[]?\p{Lu}.*))", "READ: How the vote was won",
     "Read: chief"},
    {"related", "en", R"((?-i:MORE: ["'‘“]?\p{Lu}.*\p{Ll}.*))",
     "MORE: Mayor denies claims of fraud", "MORE: 34 PCT"},
    {"related", "en",
     R"((?:Also (?:read|see)|See also|Read (?:also|next|this|this next)|Must[- ]reads?)"
     R"(|Further reading|What to read next|Don[’']t miss(?: this)?|In case you missed it|ICYMI)"
     R"(|Suggested(?: for you)?)\s*:?)",
     "Read next", "Also, read the small print"},
    {"related", "en",
     R"(Related(?: (?:articles?|stories|story|posts?|content|coverage|news|topics?|links?|videos?)"
     R"(|reading|items?|pages?|internet links|searches|tags?|galler(?:y|ies)|photos?)"
     R"(|documents?))?\s*:?)",
     "Related Stories", "Related deaths rise"},
    {"related", "en",
     R"(You (?:may|might|will|could)(?: also)? (?:like|enjoy|be interested in|want to read))"
     R"((?: these)?(?: (?:posts|articles|stories))?\s*[:.…]*)",
     "You might also be interested in:", "You may like it or not, but he stays."},
    {"related", "en",
     R"((?:Recommended|We recommend|Recommendations)(?: )"
     R"((?:for you|stories|articles|reading|videos|posts|links|by our editors|by))?\s*:?)",
     "Recommended for you", "We recommend caution, she said"},
    {"related", "en",
     R"((?:Continue|Keep) reading(?: (?:this|the) (?:article|story|main story|post|rest))?)"
     R"((?: below| here)?\s*(?:…|\.{2,}|[:»›>]+)?|Continue to (?:the )?(?:full )?)"
     R"((?:article|story))",
     "Continue reading the main story", "Keep reading, teacher tells pupils"},
    {"related", "en", R"((?:Please )?Click (?:here|below) (?:to|for) .+|Click here\s*[.!»›>]*)",
     "Click here to read the full story", "Click beetles hop without using their legs"},
    {"related", "en",
     R"((?:(?:More |From |More from )?(?:around|across) the (?:web|network))"
     R"(|Elsewhere on the web)\s*:?)",
     "From around the web", "Across the web of tunnels"},
    {"related", "en",
     R"(More (?:articles |stories |news |posts )?(?:from|in|on|about) (?:this|the|our|the same) )"
     R"((?:author|section|story|stories|topic|series|subject|web|category|network|partners?|site)"
     R"(|blog)\s*[:»›>]*)",
     "More on this story", "More on this from our political editor at noon, the presenter said"},
    {"related", "en",
     R"(More (?:(?:in|from) (?:the )?(?:U\.S\.|US|UK))"
     R"(|(?:in |from )?(?:World|Politics|Business|Sports?|Tech|Technology|Science|Health|Opinion)"
     R"(|Entertainment|Culture|Crime|Local|National|International|Latest|Related)))"
     R"((?: (?:news|stories|headlines|articles|videos|galleries|posts|coverage))?\s*[:»›>]*)",
     "More in Politics", "More business, less politics"},
    {"related", "en",
     R"(More (?:stories|news|articles|headlines|coverage|posts|videos|photos|galleries|results)"
     R"(|links)(?: (?:like this|like this one|to explore|for you|you may like)"
     R"(|you might like))?\s*[:»›>.…]*)",
     "More stories like this one", "More news is good news"},
    {"related", "en", R"(More\s*(?:…|\.{2,}|[:»›>→+]+))", "More »", "More or less"},

    {"most-read", "en",
     R"((?:The )?Most (?:read|popular|viewed|shared|commented|watched|e-?mailed|discussed|recent)"
     R"(|clicked)(?: (?:stories|articles|news|posts|videos|today|now|this week|this month)"
     R"(|on this site))*(?: in (?:the section|this section|News|Business|Sports?|Politics|Science)"
     R"(|Health|World))?\s*:?)",
     "Most Popular", "Most recent polls show the party ahead"},
    {"most-read", "en", R"((?:Most (?:read|shared|viewed|popular|watched|commented)[\s|/]*){2,})",
     "Most Read | Most Shared", "Most read novels are short"},
    {"most-read", "en",
     R"(Trending(?: (?:now|news|today|stories|topics|articles|videos|this week)"
     R"(|on social media))?\s*:?)",
     "Trending now", "Trending upward for months, the yen fell"},
    {"most-read", "en",
     R"(Popular(?: (?:now|posts|stories|articles|news|topics|today|this week|on this site|content)"
     R"(|videos))?\s*:?)",
     "Popular this week", "Popular vote"},
    {"most-read", "en",
     R"((?:Top|Latest|Recent|Featured|Hot|Breaking)(?: )"
     R"((?:stories|posts|news|articles|headlines|videos|topics|comments|entries|galleries))\s*)"
     R"([:»›>]*)",
     "Latest Headlines", "Recent comments by Fed officials point to a rise."},
    {"most-read", "en", R"((?:Editor[’']?s[’']?|Staff) (?:picks?|choice)|Our picks?|Must reads?)",
     "Editor’s Picks", "Our choice is clear, he said"},

    {"newsletter", "en",
     R"(Sign(?:ing)? ?up (?:now |today |here |below )?(?:for|to) (?:our |the |your |my )?)"
     R"((?:[^\s\d.,;:!?]+ ){0,4}(?:newsletters?|mailing list|briefing|bulletin))"
     R"((?: (?:here|now|today|below|(?:and|to|for|with|in|from) .*))?[.!:»›>]*)",
     "Sign up for our daily newsletter and get it all in your inbox",
     "Sign up for the race closes on Friday, the club said."},
    {"newsletter", "en",
     R"(Subscri(?:be|bing) (?:now |today |here )?(?:for|to) (?:our |the |your |this )?)"
     R"((?:[^\s\d.,;:!?]+ ){0,4}(?:newsletters?|mailing list|briefing|podcast|magazine))"
     R"((?: (?:here|now|today|below|(?:and|to|for|via|with) .*))?[.!:»›>]*)",
     "Subscribe to our newsletter for exclusive updates", "Subscribers to the loan paid late"},
    {"newsletter", "en",
     R"((?:Sign ?up|Subscribe) (?:for|to|via) (?:our |the |your |my )"
     R"(|[^\s\d.,;:!?]+ (?:[^\s\d.,;:!?]+ )?)?(?:via )?)"
     R"((?:e-?mails?|e-?mail alerts|alerts|e-?mail updates|updates|rss|channel|feed|rss feed)"
     R"(|blog)(?: here| now| today)?[.!:»›>]*)",
     "Sign up for email alerts", "Sign up for flood alerts, residents are told"},
    {"newsletter", "en",
     R"((?:Join|Get|Receive) (?:our|the|your) (?:free |daily |weekly |morning |latest )"
     R"(|e-?mail )*newsletters?(?: (?:here|now|today|in your inbox|delivered .*))?[.!]?)",
     "Get our free daily newsletter", "Get the newsletter or lose your seat, members told"},
    {"newsletter", "en",
     R"((?:Get|Receive|Have) [^.!?]* (?:delivered|sent) (?:straight |directly |right )?)"
     R"((?:to|into) your (?:e-?mail )?(?:inbox|email)\b.*)",
     "Get the top stories delivered straight to your inbox", "Get parcels delivered to your door"},
    {"newsletter", "en",
     R"((?:Please )?(?:Enter|Type|Confirm) (?:your |a valid |an? )?e-?mail(?: address)?)"
     R"((?: (?:to|below|and|here|in) .*|[.:*]|))",
     "Enter your email address to subscribe", "Enter emails, the end of post"},
    {"newsletter", "en",
     R"((?:Your (?:friend[’']s )?)?E-?mail address\s*[*:]?|Your (?:friend[’']s )?e-?mail\s*[*:]?)"
     R"(|E-?mail:)",
     "Your email address:", "Email addresses leaked"},
    {"newsletter", "en",
     R"(Sign ?up(?: (?:now|here|today|free|for free))?\s*[.!»›>]*|Sign me up!?)", "Sign up",
     "Sign up or pay up"},
    {"newsletter", "en",
     R"(Subscribe(?: (?:now|today|here|for free|free|via e-?mail|by e-?mail))?\s*[:!»›>]*)"
     R"(|Unsubscribe)",
     "Subscribe now", "Subscribe or lose your rights"},
    {"newsletter", "en",
     R"((?:E-?mail |Daily |Weekly |Free |Our |Latest )*Newsletters?)"
     R"((?: (?:sign-?up|sign up|subscription|archive))?)",
     "Daily Newsletter", "Our newsletter war with City Hall"},
    {"newsletter", "en",
     R"((?:No spam[.,!]? .*)?You (?:can|may) (?:also )?)"
     R"((?:unsubscribe\b|(?:opt[- ]out|change your preferences)(?: at)? any ?time).*)",
     "You can unsubscribe at any time.", "You can opt out of the scheme, ministers say."},
    {"newsletter", "en",
     R"((?:Thank you|Thanks) for (?:subscribing|signing up)\b.*)"
     R"(|You have succ?ess?fully subscribed.*)",
     "Thank you for subscribing!", "Thank you for nothing, says widow"},
    {"newsletter", "en",
     R"((?:(?:Want|Need) (?:more|to stay)|Stay (?:informed|up[- ]to[- ]date))\b[^.!?]*[.!?] )"
     R"((?:Sign up|Subscribe|(?:Read|Get|Follow|Join)\b[^.!?]*)"
     R"((?:newsletter|subscription|follow us))\b.*)",
     "Want more politics? Sign up for our newsletter.",
     "Want more pay? Join the strike, says union"},
    {"newsletter", "en",
     R"(By (?:submitting|subscribing|signing up|registering|entering your e-?mail|clicking)\b)"
     R"([^.!?]* (?:I|you) (?:agree|accept|acknowledge|consent|confirm)\b.*)",
     "By signing up you agree to our terms of use.",
     "By signing the treaty you agree to a truce, he said."},

    {"cookie", "en",
     R"((?:This|Our) (?:web ?site|site|web page|page) (?:uses|use|may use|sets|stores) )"
     R"((?:\S+ ){0,3}cookies\b.*)",
     "This site uses cookies to improve your experience.", "This site uses coal from Poland."},
    {"cookie", "en",
     R"(We(?: and our (?:\S+ )?partners)?(?: may)? (?:use|store|set) (?:\S+ ){0,3})"
     R"((?:cookies(?:[^\p{L}\s].*| (?:to|and|on|for|in order|or|that|which|so|&)\b.*)?)"
     R"(|and/or access information\b.*|technologies, such as cookies\b.*))",
     "We use cookies to personalise content and ads.", "We use cookies as bait, the ranger said."},
    {"cookie", "en",
     R"(By (?:continuing to (?:use|browse)|using|browsing|closing|clicking)\b[^.!?]* you )"
     R"((?:agree|accept|consent|are agreeing)\b.*(?:cookies|terms|privacy|policy)\b.*)",
     "By continuing to use this site you agree to our use of cookies.",
     "By using force, you accept that people die, he told the court."},
    {"cookie", "en",
     R"((?:I )?(?:Accept|Allow|Reject|Decline|Manage|Customi[sz]e)(?: all| my| your)?)"
     R"((?: optional| additional| necessary)? (?:cookies?|consent))"
     R"((?: (?:settings|preferences|choices))?(?:\s*(?:&|and) (?:close|continue))?)",
     "Accept all cookies", "Accept cookies from strangers? Not here"},
    {"cookie", "en",
     R"((?:Cookies?|Consent|GDPR|Privacy (?:&|and) cookies?) )"
     R"((?:policy|settings|preferences|notice|consent|options|statement|choices|manager)\s*)"
     R"([:»›>]*|Privacy (?:settings|preferences|options|choices|manager))",
     "Cookie Settings", "Privacy settings changed after leak"},
    {"cookie", "en",
     R"((?:Accept|Reject|Decline|Allow) all|(?:Accept|Agree) (?:and|&) (?:close|continue|proceed))",
     "Accept & continue", "Accept all terms, Iran is told"},

    {"comments", "en", R"([\[(]?\s*\d{1,5}\s+(?:Comments?|Replies|Responses)\s*[\])»›>]*)",
     "11 Comments", "11 responses were late"},
    {"comments", "en",
     R"([\[(]?\s*(?:User |Reader |Recent |Last |Top |Top rated )?Comments?\s*)"
     R"((?:[:(]?\s*(?:\d[\d,.]*|\+)\s*\)?|:)?\s*[\])]?|Comments & replies)",
     "Comments (11)", "Comments on 11 bills are due"},
    {"comments", "en",
     R"((?:Leave|Post|Add|Write|Submit|Make|Be the first to)(?: an?| your| the)?(?: new| first)? )"
     R"((?:comments?|reply|response)(?: (?:below|here|now|on this (?:story|article)))?\s*)"
     R"((?:\(\+?\))?[.…!»›>]*)",
     "Leave a Reply", "Leave a comment, lose a job"},
    {"comments", "en",
     R"([\[(]?\s*(?:View|See|Show|Hide|Read|Load|Sort|All|No|New|Skip to))"
     R"((?: the| all| more)? comments(?: (?:yet|below|here|from the forums))?\s*)"
     R"((?:\(\d*\))?\s*[.…!»›>\])]*|Comment on this (?:story|article|post))"
     R"(|Comments? (?:policy|rules|guidelines))",
     "View comments", "No comment"},
    {"comments", "en",
     R"((?:Leave a (?:reply|comment) )?Cancel reply|Reply|Report (?:abuse|comment|this comment))"
     R"(|Permalink|Flag (?:comment|as inappropriate))",
     "Leave a Reply Cancel reply", "Reply from Paris awaited"},
    {"comments", "en",
     R"((?:The )?Comments? (?:section )?(?:are|is|have been|has been)(?: now)? )"
     R"((?:closed|disabled|turned off|off|moderated)(?: (?:on|for) [^.!?]*)?\.?)",
     "Comments are closed.", "Comments are mixed"},
    {"comments", "en",
     R"(Your e-?mail(?: address)? (?:will|is)(?: not| never| only| used)?(?: be)? )"
     R"((?:published|shared|displayed|used|only to)\b.*)",
     "Your email address will not be published. Required fields are marked *",
     "Your email is not private, judges rule"},
    {"comments", "en",
     R"(Required fields are marked.*|Save my name, e-?mail,? and web ?site in this browser.*)"
     R"(|Notify me (?:of|via|by|when)\b.*(?:comments?|posts?|e-?mail)\b.*)",
     "Save my name, email, and website in this browser for the next time I comment.",
     "Required fields of study are cut"},
    {"comments", "en",
     R"((?:You must|Please|You need to|If you would like to add a comment, please) )"
     R"((?:be logged in|log ?in|sign in|register|enable javascript)[^.!?]* (?:to|or))"
     R"((?: \S+){0,6} (?:comments?|reply|log in)\b.*|(?:Log|Sign) in to )"
     R"((?:comment|reply|post|leave .*))",
     "You must be logged in to post a comment.", "You must be logged in the book"},
    {"comments", "en",
     R"((?:You are commenting using your .* account|Please log in using one of these methods)"
     R"(|JavaScript is required to load the comments|Please enable javascript to view the )"
     R"(comments)\b.*)",
     "You are commenting using your WordPress.com account.", "You are commenting on rumours"},
    {"comments", "en",
     R"(Join (?:in )?(?:the|our) (?:conversation|discussion|debate)\s*[.!:»›>]*|Have your say)"
     R"(|Share your (?:thoughts|views|opinion)(?: (?:below)"
     R"(|in the comments(?: (?:below|section))?))?[.!]?)"
     R"(|What do you think\? .*comments? (?:below|section).*)"
     R"(|Let us know (?:what you think )?in the comments?\b.*)",
     "Join the conversation", "Join the debate on bases or quit, PM says"},
    {"comments", "en",
     R"((?:Name|E-?mail|Website|Comment|Message|Url) ?(?:\*|\(required\)))"
     R"(|This site uses akismet .*|Comments? powered by .*)",
     "Name *", "Name withheld"},

    {"legal", "en",
     R"((?:[^.!?]+[.,|]? )?(?-i:All [Rr]ights? [Rr]eserved|ALL RIGHTS RESERVED)\b.*)",
     "Example Media Group. All Rights Reserved.", "All rights to the film were sold"},
    {"legal", "en",
     R"(This (?:material|article|content|story|report|copy|document|work) )"
     R"((?:(?:may|must|can)(?: ?not) be (?:published|reproduced|copied|redistributed))"
     R"(|is (?:subject to copyright|protected by copyright|for your personal))\b.*)",
     "This material may not be published, broadcast, rewritten or redistributed.",
     "This report may be published in May, officials said."},
    {"legal", "en",
     R"((?:No part of this|The (?:material|content|contents) (?:on|of) this )"
     R"((?:site|website|page)) [^.!?]*(?:may|must) (?:not )?be )"
     R"((?:reproduced|copied|published|used)\b.*)",
     "No part of this site may be reproduced without permission.",
     "No part of this is true, he said."},
    {"legal", "en",
     R"((?:Reproduction|Republication|Redistribution)(?: or \S+)? )"
     R"((?:in whole|of (?:this|our|any)|without|is)\b[^.!?]*)"
     R"((?:prohibited|forbidden|permission|consent)\b.*)",
     "Reproduction in whole or in part without permission is prohibited.",
     "Redistribution of land without consent is unlawful, the court said."},
    {"legal", "en",
     R"((?:Privacy (?:policy|notice|statement|& policy))"
     R"(|Terms (?:of|and|&) (?:use|service|conditions|sale)|Terms & conditions of use)"
     R"(|Your (?:\S+ )?privacy (?:rights|choices)|Contact us|About us|Site ?map|Ad ?choices)"
     R"(|Your ad choices|About our ads|Legal notice|Subscriber agreement|Code of ethics)"
     R"(|Accessibility (?:help|statement)|Do not sell (?:or share )?my (?:personal )?info)"
     R"((?:rmation)?|Editorial (?:standards|guidelines|policy))"
     R"(|(?:Corrections|Copyright|Advertising) policy)\s*[»›>]*)",
     "Privacy Policy", "Privacy rights"},
    {"legal", "en",
     R"((?:(?:Privacy|Privacy (?:policy|notice|statement|preferences)|Terms)"
     R"(|Terms (?:of|and|&) (?:use|service|conditions|sale))"
     R"(|Your (?:\S+ )?privacy (?:rights|choices)|Contact(?: us)?|About(?: us| our ads)?)"
     R"(|Site ?map|Ad ?choices?|Your ad choices|Advertis(?:e|ing)(?: with us)?|Careers|Jobs|Help)"
     R"(|FAQs?|RSS|Cookies?(?: policy)?|Legal(?: notice)?|Accessibility|Feedback|Sign up|Log in)"
     R"(|Mobile user agreement|Subscriber agreement|Disclaimer|Copyright|Imprint|Press)"
     R"(|Newsletters?|Home|Subscribe)[\s|•·/,&;-]*){2,})",
     "Terms of Use | Privacy | Sitemap | About Our Ads", "Jobs, privacy and help at home"},
    {"legal", "en",
     R"((?:The )?(?:\S+ ){1,2}(?:is|are) not responsible for the content (?:of|on) external )"
     R"((?:internet )?(?:web)?sites\b.*)",
     "The publisher is not responsible for the content of external sites.",
     "The mayor is not responsible for the content of the letter."},
    {"legal", "en", R"(This (?:site|form) is protected by (?:re)?captcha\b.*)",
     "This site is protected by reCAPTCHA and the Privacy Policy applies.",
     "This site is protected by law and by a fence."},
    {"legal", "en",
     R"((?:Request|Order|Purchase|Buy)(?: a)? (?:reprints?|reprint & licensing|licensing rights)"
     R"(|photos)\b[^.!?]*|Reprints?(?: (?:policy|& permissions|and permissions))?)",
     "Order Reprints", "Order restored in Lagos"},

    {"photo", "en",
     R"([\[(]?\s*(?:(?:Main|Lead|Featured|Cover|Header|File|Top|Hero|Stock) )?)"
     R"((?:Image|Photo|Photograph|Picture|Video|Illustration|Graphic|Pic|Art)s? ?credits?\s*)"
     R"([:|]\s*.+)",
     "(Image credit: Example/NASA)", "Picture credits roll at dawn"},
    {"photo", "en",
     R"([\[(]?(?:Photo|Photograph|Pic|Photographer|Caption)\s*:\s*\S.*)"
     R"(|[\[(]?Image\s*:\s*(?-i:[©\p{Lu}'"‘“]).*)",
     "Photo: Jane Roe", "Photograph of the year: no winner"},
    // Lists of awards have lines such as "Picture: <film>": these labels want the
    // slash between photographer and agency.
    {"photo", "en",
     R"([\[(]?(?:Photos|Pics|Pictures?|Images?|Graphic|Illustration|Videos?|Composite)\s*:\s*)"
     R"((?:[^.!?]|(?-i:\b\p{Lu}\.))*[/©](?:[^.!?]|(?-i:\b\p{Lu}\.))*)",
     "Picture: Jane Roe/Example Images", "Picture: No Country for Old Men"},
    {"photo", "en",
     R"((?-i:[\[(]?\s*(?:Photo|Image|Picture|Photograph|Illustration|Graphic|Video|PHOTO)"
     R"(|IMAGE)s? (?:by|courtesy(?: of)?|via|from):? )"
     R"((?:(?:[\p{Lu}@][^\s/,;:!?()]*|of|for|and|the|on|via)[ /,]*)+[\])]?))",
     "Photo by Jane Roe/Example Images", "Photos by drone show damage"},
    {"photo", "en",
     R"((?:Image|Media|Video) (?:source|copyright|caption)\s*[,:]\s*\S.*)"
     R"(|(?-i:(?:Image|Media|Video) (?:source|[Cc]opyright|caption))"
     R"((?: (?:@|\p{Lu}[\p{Lu}\p{Ll}]).*)?))",
     "Image copyright Example Pictures", "Image copyright suit is settled"},
    {"photo", "en",
     R"((?-i:FILE PHOTO|File photo|FILE PIC|File picture|FILE IMAGE|File image|Stock photo)"
     R"(|Stock image)(?:\s*[:/].*|\.)?)",
     "FILE PHOTO: The logo of a bank is seen in Zurich", "File photo shows the old bridge"},
    {"photo", "en",
     R"((?:Click|Tap)(?: here| image| photo| on (?:image|photo))? to (?:enlarge|expand|zoom|view))"
     R"((?: .*)?|Enlarge (?:this )?(?:image|photo)|(?:hide|toggle|show) caption|image/svg\+xml)"
     R"(|(?:View|Open|See) (?:image|photo|picture|gallery|slideshow|fullscreen)s?)"
     R"((?: in (?:fullscreen|full screen|gallery))?)",
     "View image in fullscreen", "Enlarge the bloc, ministers urge"},
    {"photo", "en",
     R"((?:Photo|Image|Picture)s?(?: (?:gallery|galleries|of the day|archive))?|In pictures)"
     R"(|Slide ?show|\d{1,3} (?:photos|images|pictures|slides))"
     R"(|(?:Image|Photo|Slide) \d+ of ?/? \d+)",
     "Photo gallery", "Picture of the day's trading: flat"},
    {"photo", "en",
     R"((?-i:[\[(]?(?:Credit|Credits|CREDIT): (?:(?:[\p{Lu}@][^\s/,;:!?()|]*|of|for|and|the|via)"
     R"(|de|von|van)[ /,|]*)+[\])]?))",
     "Credit: Jane Roe/Example Images", "Credit: a tighter market"},

    {"paywall", "en",
     R"(You(?:[’']ve| have)? (?:\S+ ){0,3}\d+ (?:\S+ ){0,3}(?:articles?|stories|story|views?) )"
     R"((?:left|remaining|this month)\b.*)",
     "You have 4 free articles left this month.", "You have 4 days left to vote"},
    {"paywall", "en",
     R"((?:Please )?(?:Subscribe|Sign ?in|Log ?in|Register|Sign ?up|Create an? (?:free )?account)"
     R"(|Become an? (?:member|subscriber))(?: (?:now|today|here|for free|or \S+(?: \S+)?))? )"
     R"((?:to|and) (?:continue|keep reading|read|unlock|get full|view this)"
     R"(|access (?:this|the|all|full|our|unlimited))\b.*)",
     "Subscribe to continue reading", "Register to vote by Friday, officials say"},
    {"paywall", "en",
     R"((?:To|Want to) (?:continue|keep reading|read more|read the|read this|unlock|get full)\b)"
     R"([^.!?]*[,?] (?:please )?(?:subscribe|sign (?:in|up)|log in|register|become an?|create an?)"
     R"(|choose)\b.*)",
     "To continue reading, please subscribe.", "To keep the peace, sign the pact, envoy urges"},
    {"paywall", "en",
     R"((?:This|The full)(?: \S+)? (?:article|story|content|page|post|video)(?: is)?)"
     R"((?: \S+){0,3} (?:for|to) (?:\S+ )?(?:subscribers|members)(?: only)?\.?)",
     "This article is available to subscribers only.", "This story is for children of all ages."},
    {"paywall", "en",
     R"((?:For )?Subscribers?[- ](?:only|exclusive|content|sign in|login|log in)(?: content)?)"
     R"(|For members only|(?:Exclusive|Only) (?:for|to) (?:subscribers|members))"
     R"(|Premium(?: (?:content|article))?)",
     "Subscriber-only content", "Members only pay half"},
    {"paywall", "en",
     R"((?:Already|Not|Not yet|Are you)(?: a| an| have an)? )"
     R"((?:print |digital |paid |current |registered )?)"
     R"((?:subscriber|subscribed|member|registered|account)(?: yet)?\? ?.*)",
     "Already a subscriber? Sign in", "Not a member of Nato?"},
    {"paywall", "en",
     R"((?:Log|Sign) ?(?:in|out)(?: (?:here|now|or register|or subscribe|/ ?register|with \S+))?)"
     R"(|Register(?: now| here)?|My account|Forgot(?: your)? password\?? ?)"
     R"(|(?:Sign in|Log in|Register|Login|Subscribe|Join))"
     R"((?:[\s|/]+(?:Sign in|Log in|Register|Login|Subscribe|Membership|Sign up)){1,2})",
     "Log in", "Register grows longer"},
    {"paywall", "en",
     R"((?:Start|Get|Claim|Try)(?: (?:your|a|our))? (?:free|\d+[- ]day|\d+[- ]week|risk-free))"
     R"((?: free)? trial\b[^.?]*|(?:Manage|See|View|Choose|Cancel))"
     R"((?: my| your| our)? subscriptions?(?: options| offers| plans)?|Subscription offers)"
     R"(|Become an? (?:member|subscriber|supporter)\s*[!»›>]*|Subscriber (?:services|experience))",
     "Start your free trial", "Get a fair trial, lawyer says"},

    {"ads", "en",
     R"([-–—*\[(_|\s]*(?:Advertisements?|Advertorial|Advert|Ads?|Ads by \S+|Sponsored)"
     R"(|Sponsored (?:content|links?|post|stories|by|message|narratives))"
     R"(|Promoted(?: (?:content|stories|links?|by))?|Paid )"
     R"((?:content|post|advertisement|partner content)|Partner content)[-–—*\])_|:\s]*)",
     "— ADVERTISEMENT —", "Sponsored walk raises 400"},
    {"ads", "en",
     R"([-–—*\[(\s]*(?:Advertisement\s*[-–—:;.,|]?\s*)?)"
     R"((?:(?:The )?(?:Story|Article|Content|Post|Text) (?:continues?|resumes?) (?:below|after))"
     R"(|(?:Continue|Continues|Keep) (?:reading )?below))"
     R"((?:(?: this| the)? (?:advert|advertisement|ads?|sponsor message|video)"
     R"(|newsletter promotion|promotion))?[-–—*\])\s.…]*)",
     "Story continues below advertisement", "Story after story of loss"},
    {"ads", "en",
     R"((?:Advertisement\s*[-–—:;.|]\s*)?(?:Scroll (?:down )?to (?:continue|keep))"
     R"((?: reading| with content)?|Skip (?:advertisement|ad|past newsletter promotion))"
     R"(|Report this ad|Close (?:this )?ad|Remove ads|Ad feedback|Why this ad\?|Hide ad)\s*)"
     R"((?:…|\.+)?)",
     "Scroll to continue with content", "Skip advertising, regulator tells banks"},
    {"ads", "en",
     R"((?:This|Our|Some|These) (?:article|post|page|story|site|posts|stories|articles))"
     R"((?: on \S+)?(?: may)? contains? (?:\S+ )?(?:affiliate|sponsored (?:links|content))\b.*)",
     "This post may contain affiliate links.", "This page may contain the truth"},
    {"ads", "en",
     R"((?:When|If) you\b[^.!?]* (?:links?|purchase|buy)\b[^.!?]*[ ,](?:we|this site)(?: may)? )"
     R"((?:earn|receive|get)\b[^.!?]* (?:commission|fee)\b.*)"
     R"(|We may (?:earn|receive|get) (?:\S+ ){0,3}commission\b.*)"
     R"(|Disclos?ure: [^.!?]* (?:commission|affiliate)\b.*)",
     "If you buy through our links, we may earn a commission.",
     "If you buy a house, the agent may get a fee of 2 pct."},
    // "Buy now" and its like are labels in articles about goods, and no certain cue.
    {"ads", "en", R"(Advertise|Advertise (?:with us|here|on this site))", "Advertise with us",
     "Advertising rose 4 pct"},

    {"tags", "en",
     R"((?:Filed (?:under|in|to)|Posted (?:in|under)|Tagged(?: with| as)?|Related t(?:opics|ags))"
     R"(|Keywords|Article topics|Explore (?:more )?topics)\s*:.*)"
     R"(|(?:Topics?|Categor(?:y|ies)|Subjects|More on|Read more on)"
     R"(|In this (?:article|story))\s*:\s*(?-i:[^\p{Ll}\s].*|\p{Ll}.*,.*)?)",
     "Filed under: Politics, Europe", "Topic: why it rains"},
    {"tags", "en",
     R"(Filed (?:under|in)|Tagged(?: with| as)?|(?:Explore|Article|Hot|Related|All|My|See all)"
     R"(|More) topics?|Topics|Keywords|Categories)",
     "Filed under", "Topics of the talks"},
    {"tags", "en", R"((?-i:Posted in [^.|]+ \| .*))",
     "Posted in Open thread | Permalink | 10 Comments", "Posted in Iraq, he wrote home daily"},

    {"breadcrumb", "en",
     R"((?:Home|Home ?page|Front ?page)\s*(?:[>›»→|]|::)\s*[^.!?]+|Home / [^./!?]+(?: / [^./]+)+)",
     "Home > News > Politics", "Home / Away"},
    {"breadcrumb", "en", R"(You are (?:here|currently in)\s*:.*)", "You are here: Home » News",
     "You are here to serve, he told them"},
    {"breadcrumb", "en",
     R"((?:Skip|Jump) to (?:(?:the|main|primary|page|secondary) )*)"
     R"((?:content|navigation|search|footer|menu|nav|sidebar|article|comments))"
     R"(|(?:Toggle|Open|Close|Main|Site|Show|Hide) (?:navigation|menu|search)|Menu|Home ?page)",
     "Skip to main content", "Skip to the end, critics advise"},
};

}  // namespace

std::span<const LineRule> english_line_rules() { return kRules; }

}  // namespace backfile
