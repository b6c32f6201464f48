#!/usr/bin/env python3
"""extraction.py TRUTH FOLDS SEED WORST <ARTICLES

The measure of scripts/check-extraction and of the pages of scripts/bench: figures, a
JSON line each, of the articles that backfile-index --dry-run printed, against what is
right. A page without an article counts as one without text."""
import collections, json, pathlib, random, re, sys

RUN = 4  # words


def words_of(text):
    return re.findall(r"\w+", text or "")


def runs_of(words):
    return collections.Counter(tuple(words[i:i + RUN]) for i in range(max(1, len(words) - RUN + 1)) if words)


class Page:
    def __init__(self, key, right, body):
        self.key, self.url = key, right.get("url", "")
        wanted, found = words_of(right["articleBody"]), words_of(body)
        self.is_exact = wanted == found
        wanted, found = runs_of(wanted), runs_of(found)
        both = sum((wanted & found).values())
        # Without words there is nothing to be right or wrong about.
        self.precision = both / sum(found.values()) if found else None if wanted else 1.0
        self.recall = both / sum(wanted.values()) if wanted else None


def average(values):
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else 0.0


def figure(pages, **more):
    precision, recall = average(page.precision for page in pages), average(page.recall for page in pages)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    exact = sum(page.is_exact for page in pages) / len(pages)
    values = {"f1": f1, "precision": precision, "recall": recall, "exact": exact}
    return {"figure": "extraction", **more, "pages": len(pages), **{name: round(value, 4) for name, value in values.items()}}


def main():
    truth_path, folds, seed, worst = sys.argv[1], int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
    with open(truth_path, encoding="utf-8") as file:
        truth = json.load(file)
    bodies = {}
    for line in sys.stdin:
        article = json.loads(line)
        bodies[pathlib.PurePath(article["input"]).name.split(".")[0]] = article.get("body", "")
    if not truth or not bodies.keys() & truth.keys():
        sys.exit("check-extraction: no page of %s among the articles" % truth_path)
    pages = [Page(key, right, bodies.get(key, "")) for key, right in sorted(truth.items())]
    lines = [figure(pages)]
    dealt = pages[:]
    random.Random(seed).shuffle(dealt)
    if folds > 1:
        lines += [figure(dealt[fold::folds], fold=fold + 1) for fold in range(min(folds, len(pages)))]
    pages.sort(key=lambda page: (page.precision or 0) * (1 if page.recall is None else page.recall))
    for page in pages[:worst]:
        lines.append({"page": page.key, **{name: value if value is None else round(value, 4) for name, value in
                      (("precision", page.precision), ("recall", page.recall))}, "url": page.url})
    for line in lines:
        print(json.dumps(line, separators=(",", ":"), ensure_ascii=False))


main()
