#!/usr/bin/env python3
"""The measure of scripts/check-ranking.

ranking.py judged OF SEARCH ARCHIVE BEFORE QUERIES JUDGMENTS
ranking.py known OF SEARCH ARCHIVE BEFORE ARTICLES SAMPLE SEED
    prints figures, a JSON line each, of what the program SEARCH finds in ARCHIVE;
    OF is the name they go by, BEFORE the lines of an earlier run, ARTICLES what
    backfile-index --dry-run prints of ARCHIVE's dump.

The order without re-ranking is that of the scores less the parts that --explain says
re-ranking added."""
import collections, concurrent.futures, hashlib, heapq, json, math, os, random, re, signal, statistics, subprocess, sys

ADDED = {"early in the text", "words of the best articles", "all words close together"}  # searcher/explain.cc
RERANKED = 50  # searcher/rerank.h
ROUNDED = 5e-6  # what the printed parts of two scores may be off by, together
JUDGED_DEPTH, KNOWN_DEPTH = 1000, 100
MIN_CHARACTERS = 300  # of a body, for a known item
MIN_WORDS = 8  # of a sentence
MAX_TITLE_SHARE, MAX_BODY_SHARE, MIN_ARTICLES = 0.25, 0.05, 3  # that have a word of a query
WORD = re.compile(r"[^\W\d_](?:\.[^\W\d_])+(?!\w)|\d+(?:[.,]\d+)+\w*|\w+(?:&\w+)*(?:['’]\w+)*")


def words_of(text):
    return WORD.findall(text.lower())


# searching ------------------------------------------------------------------------------------------


class Searcher:
    def __init__(self, program, archive):
        self.command = [program, "--snippet", "0"]
        self.archive = archive
        self.saw_added = False

    def run(self, query, *options):
        done = subprocess.run([*self.command, *options, "--", self.archive, query], capture_output=True, text=True)
        if done.returncode not in (0, 1):
            sys.exit("check-ranking: %r: %s" % (query, done.stderr.strip()))
        return done.stdout.splitlines()

    def ids(self, query, limit):
        """Of the hits as they come, and as they would without re-ranking."""
        ids = self.run(query, "--format", "ids", "--limit", str(limit))
        explained = [json.loads(line) for line in
                     self.run(query, "--format", "jsonl", "--limit", str(RERANKED), "--explain")]
        first = [hit["id"] for hit in explained]
        if first != ids[:RERANKED]:
            sys.exit("check-ranking: %r is answered in another order with --explain" % query)
        scores = {hit["id"]: hit["score"] - self.added(hit) for hit in explained}
        # Ties by newest, then id, as in the answer; what is printed of scores is rounded.
        explained.sort(key=lambda hit: -scores[hit["id"]])
        tie, last = {}, None
        for hit in explained:
            score = scores[hit["id"]]
            tie[hit["id"]] = tie[last] + (scores[last] - score > ROUNDED) if last is not None else 0
            last = hit["id"]
        explained.sort(key=lambda hit: hit["id"])
        explained.sort(key=lambda hit: hit["published"] or "", reverse=True)
        explained.sort(key=lambda hit: tie[hit["id"]])
        return ids, [hit["id"] for hit in explained] + ids[RERANKED:]

    def added(self, hit):
        parts = [part["score"] for part in hit.get("explanation", []) if part["part"] in ADDED]
        self.saw_added = self.saw_added or bool(parts)
        return sum(parts)

    def rankings(self, queries, limit):
        """Of all queries, in order: pairs of lists of ids."""
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            try:
                rankings = list(pool.map(lambda query: self.ids(query, limit), queries))
            except SystemExit:
                pool.shutdown(cancel_futures=True)
                raise
        if any(ids for ids, _ in rankings) and not self.saw_added:
            sys.exit("check-ranking: --explain names none of %s: has searcher/explain.cc other names?" % sorted(ADDED))
        return rankings


# figures --------------------------------------------------------------------------------------------


def judged_figures(ids, relevant):
    ranks = [rank for rank, name in enumerate(ids, 1) if name in relevant]
    ideal = sum(1 / math.log2(rank + 1) for rank in range(1, min(10, len(relevant)) + 1))
    return {
        "map": sum(number / rank for number, rank in enumerate(ranks, 1)) / len(relevant),
        "ndcg_10": sum(1 / math.log2(rank + 1) for rank in ranks if rank <= 10) / ideal,
        "precision_10": sum(rank <= 10 for rank in ranks) / 10,
        "recall_100": sum(rank <= 100 for rank in ranks) / len(relevant),
        "mrr": 1 / ranks[0] if ranks else 0,
    }


def known_figures(ids, wanted):
    rank = ids.index(wanted) + 1 if wanted in ids else None
    return {"mrr": 1 / rank if rank else 0, "first": rank == 1, "first_10": rank is not None and rank <= 10}


def print_figures(rankings, wanted, figures_of, prefix, about, before):
    both = [[figures_of(pair[which], each) for pair, each in zip(rankings, wanted)] for which in (0, 1)]
    for name in both[0][0]:
        value, without = (round(statistics.fmean(figures[name] for figures in side), 4) for side in both)
        figure = {"figure": prefix + name, "value": value, "without_reranking": without}
        if (earlier := before.get(key_of({**figure, **about}))) is not None:
            figure["before"] = earlier
        print(json.dumps({**figure, **about}, separators=(",", ":"), ensure_ascii=False), flush=True)


def key_of(figure):
    return tuple(sorted((key, value) for key, value in figure.items()
                        if key not in ("value", "without_reranking", "before")))


def read_before(path):
    with open(path, encoding="utf-8") as lines:
        return {key_of(figure): figure["value"] for figure in map(json.loads, lines)}


# a collection with judgments ------------------------------------------------------------------------


def read_queries(path):
    queries = {}
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            name, tab, text = line.rstrip("\n").partition("\t")
            if not tab or not text.strip():
                sys.exit("check-ranking: %s:%d: not NUMBER, tab, QUERY" % (path, number))
            queries[name.strip()] = text.strip().lower()
    return queries


def read_judgments(path):
    relevant = collections.defaultdict(set)
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            fields = line.split()
            if not fields:
                continue
            if len(fields) != 4 or not re.fullmatch(r"-?\d+", fields[3]):
                sys.exit("check-ranking: %s:%d: not NUMBER 0 ARTICLE RELEVANCE" % (path, number))
            if int(fields[3]) > 0:
                relevant[fields[0]].add(fields[2])
    return relevant


def judged(of, searcher, before, queries_path, judgments_path):
    queries, relevant = read_queries(queries_path), read_judgments(judgments_path)
    names = [name for name in queries if name in relevant]
    if not names:
        sys.exit("check-ranking: no query of %s has a relevant article in %s" % (queries_path, judgments_path))
    if left := (queries.keys() | relevant.keys()) - set(names):
        print("check-ranking: left out, as they have no text or no relevant article: queries",
              *sorted(left), file=sys.stderr)
    rankings = searcher.rankings([queries[name] for name in names], JUDGED_DEPTH)
    print_figures(rankings, [relevant[name] for name in names], judged_figures, "",
                  {"of": of, "queries": len(names)}, before)


# known items ----------------------------------------------------------------------------------------


def read_articles(path, sample, seed):
    """The chosen articles, how many articles have which word, and how many there are."""
    counts, seen = collections.Counter(), set()

    def candidates(lines):
        for line in lines:
            article = json.loads(line)
            if article["id"] in seen:
                continue
            seen.add(article["id"])
            title, body = article.get("title") or "", article.get("body") or ""
            counts.update(set(words_of(title + "\n" + body)))
            if len(body) >= MIN_CHARACTERS:
                # By the id, so that another article more or less leaves the choice as it is.
                order = hashlib.blake2b(("%s %s" % (seed, article["id"])).encode()).digest()
                yield order, article["id"], title, body

    with open(path, encoding="utf-8") as lines:
        chosen = heapq.nsmallest(sample, candidates(lines))
    return [each[1:] for each in chosen], counts, len(seen)


def known_queries(article, counts, articles, seed):
    name, title, body = article
    chance = random.Random("%s %s" % (seed, name))
    told = [word for word in dict.fromkeys(words_of(title))
            if len(word) > 1 and counts[word] <= MAX_TITLE_SHARE * articles]
    if len(told) >= 3:
        yield "title_3", " ".join(chance.sample(told, 3))
    if len(told) >= 4:
        yield "title_5", " ".join(chance.sample(told, min(5, len(told))))
    sentences = [found for found in map(words_of, re.split(r"(?<=[.!?])\s+", body)) if len(found) >= MIN_WORDS]
    if not sentences:
        return
    sentence = chance.choice(sentences)
    told = [word for word in dict.fromkeys(sentence)
            if MIN_ARTICLES <= counts[word] <= max(MAX_BODY_SHARE * articles, MIN_ARTICLES)]
    for number in (3, 5):
        if len(told) >= number:
            yield "body_%d" % number, " ".join(chance.sample(told, number))
    if len(told) >= 4:
        yield "sentence", " ".join(sentence)


def known(of, searcher, before, path, sample, seed):
    chosen, counts, articles = read_articles(path, int(sample), seed)
    queries = collections.defaultdict(list)
    for article in chosen:
        for kind, query in known_queries(article, counts, articles, seed):
            queries[kind].append((query, article[0]))
    if not queries:
        sys.exit("check-ranking: no article of %s is long enough to make queries of" % of)
    for kind in sorted(queries, key=["title_3", "title_5", "body_3", "body_5", "sentence"].index):
        asked, wanted = zip(*queries[kind])
        print_figures(searcher.rankings(asked, KNOWN_DEPTH), wanted, known_figures, kind + "_",
                      {"of": of, "queries": len(asked), "sample": int(sample), "seed": seed}, before)


if __name__ == "__main__":
    if len(sys.argv) < 7 or sys.argv[1] not in ("judged", "known"):
        sys.exit(__doc__)
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    what = {"judged": judged, "known": known}[sys.argv[1]]
    what(sys.argv[2], Searcher(*sys.argv[3:5]), read_before(sys.argv[5]), *sys.argv[6:])
