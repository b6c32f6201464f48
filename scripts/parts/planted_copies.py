"""Copies and stories that are none, planted among the articles of a dump, for
scripts/check-copies.

A copy is made as papers make them of an agency's story: by one of the KINDS, or by two
one after the other. The stories that are none are formula stories, and follow-ups: an
article that quotes a paragraph of an original (its own text is taken out of the dump,
for there it would be found again)."""
import collections, datetime, itertools, json, random, re, sys, zlib
import formula_stories

KINDS = ("headline", "agency", "cut", "edited", "tail")
PAIRS = ("cut+headline", "cut+agency", "cut+edited", "cut+tail", "edited+headline", "edited+agency", "headline+tail")
PAIR_SHARE = 0.2  # of the copies
FOLLOW_UP_SHARE = 0.25  # of the negatives
RUN = 4  # words
MAX_LIKENESS = 0.1  # of two originals, as a share of runs: else they might be copies by nature
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s*$")
TOKEN = re.compile(r"\S+\s*")
PARAGRAPH = re.compile(r"\n\s*\n")


def runs_of(text):
    words = re.findall(r"\w+", text.lower())
    return [tuple(words[i:i + RUN]) for i in range(len(words) - RUN + 1)]


def sentences_of(text):
    found, current = [], []
    for token in TOKEN.findall(text):
        current.append(token)
        if SENTENCE_END.search(token) or PARAGRAPH.search(token):
            found.append("".join(current).strip())
            current = []
    return found + (["".join(current).strip()] if current else [])


def word_count(text):
    return len(text.split())


# what is done to a copy ----------------------------------------------------------------------------


class Editor:
    def __init__(self, articles, chance):
        self.chance = chance
        self.long = [article for article in articles if word_count(article.get("body", "")) >= 80]
        self.donors = len({article["body"] for article in self.long})
        sample = chance.sample(articles, min(len(articles), 2000))
        # As often as they are said, so that a word put in is as a rule a common one.
        self.words = [word for article in sample for word in re.findall(r"\b[^\W\d_]{2,}\b", article.get("body", ""))
                      if word == word.lower()]
        if not self.long or not self.words:
            sys.exit("check-copies: no articles to take words from")

    def headline(self, article):
        words = article["body"].split()
        start = " ".join(words[:self.chance.randint(5, 9)]).rstrip(".,;:-")
        said = re.findall(r"[^\W\d_]{4,}", article["body"])
        few = self.chance.sample(said, min(len(said), self.chance.randint(3, 6)))
        article["title"] = self.chance.choice(
            [start, " ".join(few).capitalize(), " ".join(few[:3]).capitalize() + ": what is known",
             "%s: %s" % (few[0].capitalize(), start)]) if few else start

    def agency(self, article):
        town = formula_stories.made_up("town", self.chance)
        agency = formula_stories.made_up("firm", self.chance) + self.chance.choice([" Wire", " News", " Press"])
        month, date = (formula_stories.made_up(kind, self.chance) for kind in ("month", "date"))
        person = formula_stories.made_up("person", self.chance)
        article["body"] = self.chance.choice(
            ["%s, %s %s (%s) - " % (town.upper(), month, date, agency), "%s (%s) -- " % (town, agency), "(%s) " % agency,
             "By our correspondent\n\n", "From our correspondent in %s\n\n" % town, "%s\n\n" % agency.upper(),
             "By %s, %s\n\n" % (person, agency), "%s, %s %s\n\n" % (town, month, date),
             "This report comes from %s in %s.\n\n" % (agency, town)]) + article["body"]

    def cut(self, article):
        tokens = TOKEN.findall(article["body"])
        least, most = -(-len(tokens) * 6 // 10), len(tokens) * 9 // 10
        size = self.chance.randint(least, most)
        ends = [end for end in range(least, most + 1) if SENTENCE_END.search(tokens[end - 1])]
        if ends and self.chance.random() < 0.5:
            size = min(ends, key=lambda end: abs(end - size))
        article["body"] = "".join(tokens[:size]).rstrip()

    def edited(self, article):
        tokens = TOKEN.findall(article["body"])
        left = round(len(tokens) * self.chance.uniform(0.05, 0.10))
        places = list(range(len(tokens)))
        self.chance.shuffle(places)
        touched = set()
        for place in places:
            if left <= 0:
                break
            if place in touched:
                continue
            how = self.chance.random()
            if how < 0.5:
                tokens[place] = self.replaced(tokens[place])
            elif how < 0.8:
                space = re.search(r"\s*$", tokens[place]).group()
                # A paragraph stays one where its last word goes.
                tokens[place] = space if "\n" in space else ""
            elif left >= 2 and place + 1 < len(tokens) and place + 1 not in touched:
                one, other = tokens[place].split()[0], tokens[place + 1].split()[0]
                tokens[place] = tokens[place].replace(one, other, 1)
                tokens[place + 1] = tokens[place + 1].replace(other, one, 1)
                touched.add(place + 1)
                left -= 1
            else:
                continue
            touched.add(place)
            left -= 1
        article["body"] = "".join(tokens).strip()

    def replaced(self, token):
        word = self.chance.choice(self.words)
        core = re.search(r"\w(?:\S*\w)?", token)
        if not core:
            return word + re.search(r"\s*$", token).group()
        return token[:core.start()] + (word.capitalize() if core.group()[0].isupper() else word) + token[core.end():]

    def tail(self, article):
        wanted = round(word_count(article["body"]) * self.chance.uniform(0.10, 0.40))
        added, donors = [], set()
        if self.chance.random() < 0.4:
            template = self.chance.choice(list(formula_stories.TEMPLATES))
            added.append(formula_stories.story(template, self.chance)[1].split()[:wanted])
        while (left := wanted - sum(map(len, added))) > 0 and len(donors) < self.donors:
            donor = self.chance.choice(self.long)["body"]
            if donor in donors:
                continue
            donors.add(donor)
            # A part of each, else the copy would be one of the donor as well.
            sentences = sentences_of(donor)
            start = self.chance.randrange(len(sentences))
            added.append(" ".join(sentences[start:]).split()[:min(left, word_count(donor) // 4)])
        article["body"] = "\n\n".join([article["body"], *map(" ".join, added)])


# planting ------------------------------------------------------------------------------------------


class Planter:
    def __init__(self, articles, options):
        self.chance = random.Random("plant %s" % options.seed)
        self.articles, self.options = articles, options
        self.editor = Editor(articles, self.chance)
        self.truth, self.added, self.taken_out = [], [], set()
        self.owned = set()  # runs of words of the originals
        # A sample of the runs of all, to know whose text is found elsewhere.
        self.common = collections.Counter(run for article in articles for run in set(self.sampled(article)))
        self.candidates = [article for article in articles if word_count(article.get("body", "")) >= options.min_words]
        self.chance.shuffle(self.candidates)

    @staticmethod
    def sampled(article):
        return [run for run in runs_of(article.get("body", "")) if zlib.crc32(run[0].encode()) % 8 == 0]

    def next_original(self):
        while self.candidates:
            article = self.candidates.pop()
            runs = set(runs_of(article["body"]))
            if runs and len(runs & self.owned) <= MAX_LIKENESS * len(runs):
                self.owned |= runs
                return article
        sys.exit("check-copies: not enough articles that are long and unlike; try fewer --groups or --negatives")

    def next_donor(self, words):
        """An article that the dump has once, of some length; it is taken out of the dump."""
        for place, article in enumerate(self.candidates):
            runs = self.sampled(article)
            if words <= word_count(article["body"]) <= 3 * words and \
                    sum(self.common[run] > 1 for run in runs) <= MAX_LIKENESS * len(runs):
                del self.candidates[place]
                self.taken_out.add(article["id"])
                return article
        return None

    def add(self, article, name, group, kind):
        self.added.append({**article, "id": name})
        self.truth.append((name, group, kind))

    def later(self, article, most_minutes):
        """The fields of another paper's article, that much later if there is a date."""
        copy = {key: article[key] for key in ("title", "body", "language", "section") if article.get(key)}
        copy["source"] = "paper-%d.example" % self.chance.randint(1, 30)
        if article.get("published"):
            date = datetime.datetime.fromisoformat(article["published"].replace("Z", "+00:00"))
            minutes = round(most_minutes ** self.chance.random())
            copy["published"] = (date + datetime.timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M:%SZ")
        return copy

    def plant_group(self, number):
        original, group = self.next_original(), "group-%d" % number
        self.truth.append((original["id"], group, "original"))
        for each in range(1, self.chance.randint(1, 4) + 1):
            kind = self.chance.choice(PAIRS if self.chance.random() < PAIR_SHARE else KINDS)
            copy = self.later(original, 5 * 24 * 60)
            for step in kind.split("+"):
                getattr(self.editor, step)(copy)
            self.add(copy, "copy-%d-%d" % (number, each), group, kind)

    def plant_formula_stories(self, count):
        dates = [article["published"] for article in self.articles if article.get("published")]
        for number, template in zip(range(1, count + 1), itertools.cycle(formula_stories.TEMPLATES)):
            title, body = formula_stories.story(template, self.chance)
            story = {"title": title, "body": body, "language": "en"}
            if dates:
                story["published"] = self.chance.choice(dates)
            name = "formula-%d" % number
            self.add(self.later(story, 60), name, name, template)

    def plant_follow_ups(self, count, originals):
        for number in range(1, count + 1):
            for quoted in self.chance.sample(originals, len(originals)):
                words = word_count(quoted["body"])
                donor = self.next_donor(words)
                if donor:
                    break
            else:
                sys.exit("check-copies: not enough articles to make follow-ups of; try fewer --groups or --negatives")
            tokens = TOKEN.findall(quoted["body"])
            size = round(words * self.chance.uniform(0.20, 0.25))
            start = self.chance.randint(0, words - size)
            paragraph = "".join(tokens[start:start + size]).strip()
            told = PARAGRAPH.split(donor["body"])
            told.insert(self.chance.randint(1, len(told)), paragraph)
            story = self.later({**donor, "published": quoted.get("published")}, 10 * 24 * 60)
            name = "follow-up-%d" % number
            self.add({**story, "body": "\n\n".join(told)}, name, name, "follow-up")

    def plant(self):
        follow_ups = round(self.options.negatives * FOLLOW_UP_SHARE)
        for number in range(1, self.options.groups + 1):
            self.plant_group(number)
        self.plant_formula_stories(self.options.negatives - follow_ups)
        named = {name for name, _, _ in self.truth}
        originals = [article for article in self.articles if article["id"] in named]
        self.plant_follow_ups(follow_ups, originals)
        left = [article for article in self.articles if article["id"] not in self.taken_out]
        return left + self.added


def read_articles(paths):
    articles = {}
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for article in map(json.loads, lines):
                kept = {key: value for key, value in article.items() if key not in ("input", "position", "removed")}
                articles.setdefault(article["id"], kept)
    return list(articles.values())


def shuffle(lines, order):
    random.Random("order %s" % order).shuffle(lines)


def plant(options):
    planter = Planter(read_articles(options.dump), options)
    lines = [json.dumps(article, ensure_ascii=False) + "\n" for article in planter.plant()]
    shuffle(lines, options.order)
    with open(options.out, "w", encoding="utf-8") as out:
        out.writelines(lines)
    with open(options.truth, "w", encoding="utf-8") as out:
        out.writelines("%s\t%s\t%s\n" % row for row in planter.truth)
