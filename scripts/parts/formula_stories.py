"""Formula stories for scripts/check-copies: texts of our own writing with slots for
facts. Two stories of one template share most of their words and are no copies.

A slot is {KIND} or {KIND:N}; the same slot has the same value all through a story,
and two slots of a kind have different ones. Templates whose name ends in `-names`
have hardly a number in them: what differs is who and where."""
import re

NAMES = {
    "start": "Ash Brack Calder Dun Elm Farn Gar Hol Ing Kel Lang Mar Nor Oster Pen Quarr Ram Sel Thorn Ul Ven Wex "
             "Yar Zel",
    "end": "bury ford ham by wick mouth field stead dale ton haven gate",
    "first": "Ada Bruno Carla Dennis Edith Felix Greta Hugo Irene Jonas Karin Leo Mira Nils Olga Paul Rosa Simon "
             "Tilda Victor",
    "last": "Abernathy Bergstrom Calloway Dufresne Eckhart Fairbairn Gilmour Hathersage Ivanson Jessop Kirkbride "
            "Lindqvist Marchetti Novello Ormerod Pettifer Quillan Rasmussen Sandoval Tremayne Underhill Vasquez "
            "Whitlock Zielinski",
    "firm": "Alder Beacon Corvid Delphin Ember Falcon Granite Heron Ironbridge Juniper Keystone Larkspur Meridian "
            "Nimbus Orchard Pinnacle Quartz Redwood Saffron Tamarack Umber Vantage Willow Zenith",
    "trade": "Foods Holdings Industries Instruments Insurance Mining Motors Paper Pharma Shipping Steel Stores "
             "Textiles Timber",
    "good": "barley|bicycles|bottling plants|cement|ceramics|cocoa|copper pipe|dairy goods|engine parts|"
            "fertiliser|furniture|garden tools|glass|knitwear|lamps|leather|machine tools|packaging|paint|"
            "printing ink|pumps|rope|salt|shoes|soap|spare parts|tin cans|toys|tractors|wallpaper|watches|wool",
    "club": "Albion Athletic City Harriers Rangers Rovers Town United Wanderers",
    "road": "Abbey Bridge Castle Chapel Cross Dock Foundry Garden Harbour King's Market Mill North Orchard Park "
            "Quarry Queen's Railway School Spring Station Tannery Vicarage Windmill",
    "kind": "Avenue Hill Lane Road Row Street Terrace",
    "day": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "month": "January February March April May June July August September October November December",
    "sky": "bright|cloudy|dull|foggy|frosty|gloomy|grey|misty|mostly sunny|rainy|showery|snowy|stormy|sunny|wet|"
           "windy",
    "wind": "northerly north-easterly easterly south-easterly southerly south-westerly westerly north-westerly",
    "work": "baker|bookseller|bus driver|carpenter|dentist|glazier|farmer|fishmonger|florist|gardener|headteacher|"
            "librarian|locksmith|midwife|roofer|painter|pharmacist|plumber|postman|potter|printer|saddler|"
            "surveyor|tailor",
    "deed": "breaking a shop window|burglary|careless driving|damaging a bus shelter|dumping rubble in a field|"
            "fishing without a licence|handling stolen lead|keeping a dangerous dog|poaching deer|"
            "selling false tickets|shoplifting|stealing a boat|stealing bicycles|threatening a neighbour|"
            "using a false name|withholding wages",
    "cause": "a burst water main|a carnival procession|a collapsed wall|a fallen tree|a film crew at work|"
             "a gas leak|a lorry on its side|a loose herd of cattle|a market|bridge repairs|cable laying|flooding|"
             "new kerbs|resurfacing|roof work at the church|tram rails being laid",
    "hobby": "bell ringing|bowls|brass bands|bread baking|chess|choral singing|cricket|dahlias|fell walking|"
             "fly fishing|folk dancing|local history|model railways|old clocks|pigeons|rose growing|rowing|sailing|"
             "watercolours|whist",
    "party": "Civic|Farmers'|Green Valley|Harbour|Labour Unity|Liberal Union|National Reform|New Centre|"
             "Pensioners'|People's|Progress|Radical|Traders'|Workers'",
}
LISTS = {kind: words.split("|") if "|" in words else words.split() for kind, words in NAMES.items()}


def made_up(kind, chance):
    def pick(name):
        return chance.choice(LISTS[name])

    if kind == "town":
        return pick("start") + pick("end")
    if kind == "person":
        return pick("first") + " " + pick("last")
    if kind == "company":
        return pick("firm") + " " + pick("trade")
    if kind == "team":
        return pick("start") + pick("end") + " " + pick("club")
    if kind == "street":
        return pick("road") + " " + pick("kind")
    ranges = {"mln": (11, 9899, 10), "cents": (3, 989, 10), "pct": (3, 389, 10), "temp": (1, 34, 1), "goals": (0, 9, 1),
              "votes": (1043, 38999, 1), "ball": (1, 90, 1), "date": (1, 28, 1), "age": (41, 98, 1),
              "points": (112, 9999, 1), "share": (40, 5999, 10), "prize": (1201, 98999, 1), "mm": (1, 80, 1)}
    if kind in ranges:
        low, high, parts = ranges[kind]
        number = chance.randint(low, high)
        return "{:,}".format(number) if parts == 1 else "{:,.1f}".format(number / parts)
    return pick(kind)


def story(template, chance):
    """A title and a body."""
    values = {}

    def value(match):
        slot, kind = match.group(1), match.group(1).partition(":")[0]
        taken = {values[other] for other in values if other.partition(":")[0] == kind}
        while slot not in values:
            found = made_up(kind, chance)
            if found not in taken:
                values[slot] = found
        return values[slot]

    text = re.sub(r"\{([a-z]+(?::\d)?)\}", value, TEMPLATES[template].strip())
    title, _, body = text.partition("\n\n")
    paragraphs = [" ".join(paragraph.split()) for paragraph in body.split("\n\n")]
    return title, "\n\n".join(paragraph[0].upper() + paragraph[1:] for paragraph in paragraphs)


TEMPLATES = {
    "earnings": """
{company} reports results for the quarter

{company} of {town} said net profit for the quarter ended {month} {date} was {mln:1} million, or {cents:1} cents a
share, against {mln:2} million, or {cents:2} cents a share, a year before.

Sales came to {mln:3} million, against {mln:4} million. Sales of {good:1} changed by {pct:1} percent and those of
{good:2} by {pct:2} percent.

For the first nine months, net profit was {mln:5} million against {mln:6} million, on sales of {mln:7} million
against {mln:8} million. The average number of shares was {mln:9} million.

The company said that order books stood at {mln:0} million at the end of the period. Chief executive {person} said
that he was content with the quarter and expected the year as a whole to be in line with what had been said in
{month:2}.
""",
    "earnings-table": """
{company} 4th quarter net

Qtr ended {month} {date}. Shr {cents:1} cts vs {cents:2} cts. Net {mln:1} mln vs {mln:2} mln. Revs {mln:3} mln vs
{mln:4} mln. Avg shrs {mln:5} mln vs {mln:6} mln.

Year. Shr {cents:3} cts vs {cents:4} cts. Net {mln:7} mln vs {mln:8} mln. Revs {mln:9} mln vs {mln:0} mln.

NOTE: Company's full name is {company} of {town}. Year and quarter include a gain of {cents:5} cts a share from the
sale of the {good} business to {company:2}, and a charge of {cents:6} cts a share for the closing of the plant at
{town:2}. Results of the earlier year are restated for a change of method.
""",
    "dividend": """
{company} sets quarterly dividend

{company} said its board declared a quarterly dividend of {cents:1} cents a share, payable {month:1} {date:1} to
holders of record on {month:2} {date:2}. The last payment was {cents:2} cents.

The company, which makes {good:1} and {good:2} in {town}, has {mln:1} million shares outstanding. On an annual basis
the payout comes to {cents:3} cents a share, a yield of {pct:1} percent at the closing price on {day} of {share:1}.

The annual meeting of shareholders will be held in {town:2} on {month:3} {date:3}, the company said.
""",
    "dividend-names": """
{company} leaves dividend as it is

{company}, the {town:1} maker of {good:1}, said on {day:1} that its board had left the dividend unchanged for
another quarter.

The board met in {town:2} under its chairman, {person:1}, and followed the advice of the finance director,
{person:2}. The payment goes to shareholders of record at the end of {month:1} and will be made early in {month:2}.

{person:1} said that demand for {good:1} had been steady and that the smaller business in {good:2}, bought from
{company:2}, was doing better than it had. The shareholders will be asked at the annual meeting in {town:3} to elect
{person:3} to the board in place of {person:4}, who retires.
""",
    "weather": """
Weather for {town:1} and district on {day}

{town:1} will be {sky:1} in the morning with a temperature of {temp:1} degrees at dawn, rising to {temp:2} degrees
by the early afternoon. Winds will be {wind:1} at {temp:3} kilometres an hour.

In {town:2} the highest temperature will be {temp:4} degrees, in {town:3} {temp:5} degrees and on the coast at
{town:4} {temp:6} degrees. Up to {mm:1} millimetres of rain are expected in the hills and {mm:2} millimetres
elsewhere.

The night will be {sky:2} with a low of {temp:7} degrees. The sun rises at {temp:8} minutes past seven. On this day
last year {temp:9} degrees were measured at {town:1}, and {mm:3} millimetres of rain fell.
""",
    "weather-names": """
{town:1}: a {sky:1} day to come

It will be a {sky:1} morning in {town:1} and along the river as far as {town:2}, the weather office said on {day:1}.
The afternoon will be {sky:2}, with {wind:1} winds.

Around {town:3} it will stay {sky:3} all day, and people who drive to {town:4} by way of {town:5} are asked to take
care. On the coast near {town:6} the wind turns {wind:2} after dark.

The outlook for {day:2} is {sky:4}, first in {town:2} and later everywhere. Forecaster {person} said that no warning
was in force, and that the next report would be given in the evening.
""",
    "market": """
{town} shares at the close on {day}

The {town} stock exchange index closed {pct:1} percent away from the day before at {points:1} points, after it had
been between {points:2} and {points:3}. Turnover was {mln:1} million shares, against {mln:2} million.

{company:1} closed at {share:1} after {share:2}, {company:2} at {share:3} after {share:4}, and {company:3} at
{share:5} after {share:6}. Of the shares traded {points:4} went up, {points:5} went down and {points:6} were
unchanged.

The dollar was quoted at {cents:1} and gold at {points:7} an ounce. The yield of the ten-year bond was {pct:2}
percent, dealers said.
""",
    "market-names": """
{town} market: {company:1} in demand, {company:2} out of favour

Shares in {town} ended {day} little changed after a quiet day. Dealers said that the market lacked direction before
the holiday.

Among the gainers were {company:1}, on hopes of better sales of {good:1}, and {company:3}, which is said to be in
talks about its {good:2} business. {company:4} also rose.

{company:2} was weak after a remark by its chairman, {person:1}, about the price of {good:3}, and {company:5} fell
in sympathy. There was selling of {company:6} as well. {person:2}, a dealer with {company:7}, said that he saw no
reason for the market to move much before {day:2}.
""",
    "sports": """
{team:1} {goals:1}, {team:2} {goals:2}

{team:1} met {team:2} at {town} on {day} before {votes:1} spectators, and the match ended {goals:1} to {goals:2}.
The score at half time was {goals:3} to {goals:4}.

{person:1} scored in minute {ball:1}, {person:2} in minute {ball:2} and {person:3} in minute {ball:3}. {person:4}
was shown a red card in minute {ball:4}. Referee {person:5} gave {goals:5} corners to the home side and {goals:6} to
the visitors.

After this match {team:1} have {ball:5} points from {temp:1} matches and {team:2} have {ball:6} points from
{temp:2}. The next match of the home side is on {month} {date} against {team:3}.
""",
    "sports-names": """
{team:1} and {team:2} share the points

{team:1} and {team:2} shared the points on {day:1} in a match that had few chances. {person:1} put the home side
ahead soon after the start, and {person:2} made it level just before the break.

In the second half {person:3} came nearest to a winning goal, but {person:4} was in the way. {person:5} had to go
off with a knee injury and was replaced by {person:6}.

"We must be content with that," said the visitors' coach, {person:7}. His colleague {person:8} saw it the same way.
{team:1} play {team:3} in {town} next, while {team:2} have the week off.
""",
    "traffic-names": """
{street:1} in {town:1} closed because of {cause:1}

{street:1} in {town:1} is closed to all traffic from {day:1} because of {cause:1}. The closure runs from the corner
of {street:2} to the corner of {street:3}, the council said.

Drivers who come from {town:2} are led round by way of {street:4}, those from {town:3} by way of {street:5}. Buses
stop in {street:6} instead. On foot the houses can be reached at all times.

The works are in the hands of {company}. Questions are answered by {person} at the town hall. It is hoped that the
road can be opened again on {day:2}, if the weather allows.
""",
    "court-names": """
{town:1} court: {person:1} fined for {deed:1}

{person:1}, a {work:1} of {street:1}, {town:2}, was fined by the magistrates at {town:1} on {day} for {deed:1}.

{person:2}, for the prosecution, said that the offence had been seen by a {work:2}, {person:3}, who was on the way
home along {street:2}. The defendant admitted it at once. {person:4}, for the defence, said that the {work:1} was
ashamed and would not come before the court again.

{person:5}, in the chair, said that the court had taken the plea into account. In another case {person:6}, a
{work:3} of {street:3}, {town:3}, was warned for {deed:2}.
""",
    "obituary-names": """
{person:1}, {work:1} of {town:1}

{person:1}, who was known to many in {town:1} as a {work:1}, has died after a short illness. Born in {town:2}, the
child of a {work:2}, {person:1} came to {town:1} to learn the trade with {person:2} and later took over the business
in {street:1}.

Outside work there was a lifelong love of {hobby:1} and, in later years, of {hobby:2}. {person:3}, a friend, said
that there was nobody in {street:1} who would not miss a good neighbour.

The funeral will be held on {day} at the church in {street:2}. The family, who live in {town:3}, ask for no flowers,
but for gifts to the {town:1} {hobby:1} society.
""",
    "election": """
{town:1}: {person:1} elected

Result of the constituency of {town:1}: {person:1} ({party:1}) {votes:1} votes, {person:2} ({party:2}) {votes:2},
{person:3} ({party:3}) {votes:3}, {person:4} ({party:4}) {votes:4}.

The majority is {votes:5}, and the turnout was {pct:1} percent, against {pct:2} percent four years ago. There were
{points:1} spoilt papers. At the last election the candidate of the {party:1} party had {votes:6} votes and that of
the {party:2} party {votes:7}.

The constituency takes in the towns of {town:1}, {town:2} and {town:3} and has {prize:1} people with a vote. The
result was read out at {temp:1} minutes past midnight by the returning officer, {person:5}.
""",
    "election-names": """
{party:1} party holds {town:1}

The {party:1} party has held the seat of {town:1}, where its candidate, {person:1}, came in ahead of {person:2} of
the {party:2} party. {person:3}, who stood for the {party:3} party, was third.

The new member, a {work:1} from {town:2}, told supporters in {street:1} that the first task would be the hospital at
{town:3}. {person:2}, a {work:2}, spoke of a fair fight and promised to be back.

The seat had been held for the {party:1} party by {person:4}, who did not stand again. The result was read out by
the returning officer, {person:5}, before a small crowd.
""",
    "lottery": """
The numbers of {day}

The winning numbers of the {town} lottery on {day}, {month} {date}, were {ball:1}, {ball:2}, {ball:3}, {ball:4},
{ball:5} and {ball:6}. The additional number was {ball:7}.

All six numbers were on {goals:1} tickets, which win {prize:1} each. Five numbers and the additional number win
{prize:2}, five numbers {prize:3}, and four numbers {points:1}. In the game with the ticket's own number, the number
drawn was {prize:4}{ball:8}.

The stakes came to {mln:1} million. The next jackpot is put at {mln:2} million. All figures are given without
guarantee, and tickets must be handed in within thirteen weeks.
""",
}
