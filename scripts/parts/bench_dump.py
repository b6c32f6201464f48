#!/usr/bin/env python3
"""bench_dump.py DUMP.jsonl FOLDER: what scripts/bench must know of a dump, and what
it makes of it.

Prints `articles N`, `dump_bytes N` and `text_bytes N` (of titles and bodies, in
UTF-8), and writes into FOLDER
  new.jsonl      1,000 articles that the dump has not: halves of two of its bodies
  changed.jsonl  1,000 of the dump's articles, a paragraph longer
  queries.txt    NAME|QUERY|OPTION... of backfile-search: words as common and as
                 rare as the names say, in any dump"""
import collections, json, os, random, re, sys

TITLES = ("title", "headline")
BODIES = ("body", "text", "content", "maintext")
CHOSEN = 1000
SAMPLE = 20000  # articles whose words are counted
WORD = re.compile(r"[a-z]{4,}")


def first_of(article, names):
    return next((str(article[name]) for name in names if article.get(name)), "")


def name_of(article, names):
    return next((name for name in names if article.get(name)), names[0])


def write(path, articles):
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(json.dumps(article, ensure_ascii=False) + "\n" for article in articles)


def new_articles(chosen):
    for number, (one, other) in enumerate(zip(chosen, chosen[1:] + chosen[:1])):
        article = {key: value for key, value in one.items() if key not in ("id", "url")}
        half = first_of(one, BODIES)
        rest = first_of(other, BODIES)
        article["id"] = "bench-new-%d" % number
        article[name_of(one, BODIES)] = half[: len(half) // 2] + " " + rest[len(rest) // 2 :]
        yield article


def changed_articles(chosen):
    for article in chosen:
        name = name_of(article, BODIES)
        yield {**article, name: first_of(article, BODIES) + "\n\nThis article was amended after publication."}


def queries(words, pairs, articles):
    def nearest(share):
        return min(sorted(words), key=lambda word: abs(words[word] - max(share * articles, 2)))

    common, medium, rare = nearest(0.1), nearest(0.01), nearest(0)
    telling = [pair for pair in pairs if max(words[word] for word in pair) <= 0.3 * articles] or list(pairs)
    one, two = max(sorted(telling), key=pairs.get)
    yield "term_common", common
    yield "term_rare", rare
    yield "ranked", "%s %s %s" % (common, medium, rare)
    yield "and", "%s AND %s" % (one, two)
    yield "phrase", '"%s %s"' % (one, two)
    yield "prefix", medium[:4] + "*"
    yield "newest", common, "--sort", "newest"
    yield "facets", common, "--facet", "source", "--facet", "year"
    yield "all_facets", "", "--facet", "source", "--facet", "year"


def main(dump, folder):
    chance = random.Random(1)
    count = text_bytes = sampled = 0
    chosen, words, pairs = [], collections.Counter(), collections.Counter()
    with open(dump, encoding="utf-8") as lines:
        for line in lines:
            if not line.strip():
                continue
            article = json.loads(line)
            title, body = first_of(article, TITLES), first_of(article, BODIES)
            text_bytes += len(title.encode()) + len(body.encode())
            count += 1
            if len(chosen) < CHOSEN:
                chosen.append(article)
            elif (place := chance.randrange(count)) < CHOSEN:
                chosen[place] = article
            if sampled < SAMPLE:
                sampled += 1
                found = WORD.findall(body.lower())
                words.update(set(found))
                pairs.update(pair for pair in set(zip(found, found[1:])) if pair[0] != pair[1])
    if not words:
        sys.exit("bench: no articles with English words in " + dump)
    write(os.path.join(folder, "new.jsonl"), new_articles(chosen))
    write(os.path.join(folder, "changed.jsonl"), changed_articles(chosen))
    with open(os.path.join(folder, "queries.txt"), "w", encoding="utf-8") as out:
        out.writelines("|".join(row) + "\n" for row in queries(words, pairs, sampled))
    print("articles %d\ndump_bytes %d\ntext_bytes %d" % (count, os.path.getsize(dump), text_bytes))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
