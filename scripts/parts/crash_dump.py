#!/usr/bin/env python3
"""The articles of scripts/check-crash.

crash_dump.py dump ARTICLES.jsonl COUNT > DUMP
    COUNT short articles of ARTICLES' sentences, so short that many commits come in
    little time; one in a hundred is a newer version of one long before.
crash_dump.py base DUMP > BASE
    what the archive holds before DUMP comes: articles that nothing may touch (tag
    crash-kept), articles that are to be deleted (crash-gone), and other versions of
    some of DUMP's (no tag of ours).
crash_dump.py round NUMBER > ROUND
    a small dump: new articles, and new versions of those that every round has (tag
    crash-set)."""
import json, random, re, sys

KEPT, GONE, OLD, SET, NEW = 1000, 100, 1000, 200, 300


def article(name, title, body, tag):
    return {"id": name, "title": title, "body": body, "published": "2024-05-06", "language": "en", "tags": [tag]}


def dump(path, count):
    chance = random.Random(1)
    with open(path, encoding="utf-8") as lines:
        bodies = [json.loads(line).get("body", "") for line in lines]
    sentences = [sentence for body in bodies for sentence in re.split(r"(?<=[.?!])\s+", body) if sentence]
    for number in range(count):
        again = number > count // 4 and number % 100 == 0
        of = chance.randrange(number - count // 4) if again else number
        yield article("crash-%d" % of, "Report %d" % number,
                      "%s Figure w%d." % (chance.choice(sentences), number), "crash-dump")


def base(path):
    for number in range(KEPT):
        yield article("crash-kept-%d" % number, "Kept report %d" % number, "It stays as it is, w%d." % number, "crash-kept")
    for number in range(GONE):
        yield article("crash-gone-%d" % number, "Report %d to delete" % number, "It is to go, w%d." % number, "crash-gone")
    with open(path, encoding="utf-8") as lines:
        step = max(1, sum(1 for _ in lines) // OLD)
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % step or not line.strip():
                continue
            old = json.loads(line)
            name = next((name for name in ("body", "text", "content", "maintext") if old.get(name)), None)
            if name and (old.get("id") or old.get("url")):
                yield {**old, name: "%s\n\nAs it was first reported, w%d." % (old[name], number)}


def small_round(count):
    for number in range(SET):
        yield article("crash-set-%d" % number, "Report %d of round %d" % (number, count),
                      "It changes each time, w%d, and is there once, w%d." % (count, number), "crash-set")
    for number in range(NEW):
        yield article("crash-round-%d-%d" % (count, number), "New report %d" % number,
                      "It came with round w%d, w%d." % (count, number), "crash-round")


match sys.argv[1:]:
    case ["dump", path, count]:
        articles = dump(path, int(count))
    case ["base", path]:
        articles = base(path)
    case ["round", count]:
        articles = small_round(int(count))
    case _:
        sys.exit(__doc__)
for one in articles:
    print(json.dumps(one, ensure_ascii=False))
