#!/usr/bin/env python3
"""The measure of scripts/check-copies.

copies.py plant --dump ARTICLES... --out PLANTED --truth TRUTH [--groups N]
    [--negatives N] [--seed TEXT] [--order TEXT] [--min-words N]
    plants copies and stories that are none among ARTICLES (what backfile-index
    --dry-run prints); TRUTH gets lines of ID, tab, GROUP, tab, KIND for these and for
    the originals.
copies.py shuffle --order TEXT <PLANTED
    prints the same lines in another order.
copies.py found <HITS
    prints what the other commands call FOUND: lines of ID, tab, GROUP for all articles,
    of what backfile-search --all --format jsonl prints.
copies.py score --truth TRUTH --found FOUND [--of NAME] [--articles PLANTED] [--examples N]
    prints figures, a JSON line each. Examples go to standard error, with headlines if
    ARTICLES are given.
copies.py same FOUND FOUND... [--of NAME]
    prints whether all have the same groups, and ends with 1 if not."""
import argparse, collections, itertools, json, random, signal, sys
import planted_copies


def show(figure, of, **values):
    rounded = {name: round(value, 4) if isinstance(value, float) else value for name, value in values.items()}
    about = {"of": of} if of else {}
    print(json.dumps({"figure": figure, **rounded, **about}, separators=(",", ":"), ensure_ascii=False))


def pairs_in(count):
    return count * (count - 1) // 2


def ratio(part, whole):
    # What is not there cannot be wrong.
    return part / whole if whole else 1.0


def groups_of(found):
    groups = collections.defaultdict(list)
    for name, group in found.items():
        groups[group].append(name)
    return groups


def read_table(path, columns):
    rows = {}
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            fields = line.rstrip("\n").split("\t")
            if len(fields) != columns:
                sys.exit("check-copies: %s:%d: not %d columns" % (path, number, columns))
            rows[fields[0]] = fields[1] if columns == 2 else tuple(fields[1:])
    return rows


# scoring -------------------------------------------------------------------------------------------


class Score:
    """Of pairs of articles that the truth names. Nobody knows which pairs with another
    article are right, for a real dump has copies of its own: those are counted only."""

    def __init__(self, truth, found):
        self.truth, self.found = truth, found
        self.originals = {group: name for name, (group, kind) in truth.items() if kind == "original"}
        self.named, self.natural = {}, {}
        for group, names in groups_of(found).items():
            self.named[group] = [name for name in names if name in truth]
            self.natural[group] = [name for name in names if name not in truth]
        wanted = groups_of({name: group for name, (group, _) in truth.items()})
        self.missed = [(one, other) for names in wanted.values() for one, other in itertools.combinations(names, 2)
                       if found[one] != found[other]]
        self.wrong = [(one, other) for names in self.named.values() for one, other in itertools.combinations(names, 2)
                      if truth[one][0] != truth[other][0]]
        self.wanted_pairs = sum(pairs_in(len(names)) for names in wanted.values())
        self.found_pairs = sum(pairs_in(len(names)) for names in self.named.values())

    def figures(self):
        right = self.found_pairs - len(self.wrong)
        chance = ratio(self.wanted_pairs * self.found_pairs, pairs_in(len(self.truth)))
        most = (self.wanted_pairs + self.found_pairs) / 2
        yield "copies", {
            "precision": ratio(right, self.found_pairs), "recall": ratio(right, self.wanted_pairs),
            "f1": ratio(2 * right, self.wanted_pairs + self.found_pairs),
            "rand": ratio(right - chance, most - chance),  # adjusted for chance
            "right": right, "false": len(self.wrong), "missed": len(self.missed)}
        copies, stories = collections.defaultdict(list), collections.Counter()
        for name, (group, kind) in self.truth.items():
            if group not in self.originals:
                stories[kind] += 1
            elif kind != "original":
                copies[kind].append(self.found[name] == self.found[self.originals[group]])
        for kind in sorted(copies, key=lambda kind: (kind.count("+"), kind)):
            yield "found", {"kind": kind, "recall": sum(copies[kind]) / len(copies[kind]), "copies": len(copies[kind])}
        wrong = collections.Counter(map(self.kind_of_pair, self.wrong))
        for kind in ["other copies", *sorted(stories), *sorted(kind for kind in wrong if "/" in kind)]:
            yield "false", {"kind": kind, "pairs": wrong[kind], **({"stories": stories[kind]} if kind in stories else {})}
        sizes = [len(self.named[group]) + len(self.natural[group]) for group in self.named]
        yield "natural", {
            "pairs_with_named": sum(len(self.named[group]) * len(self.natural[group]) for group in self.named),
            "pairs": sum(pairs_in(len(names)) for names in self.natural.values()),
            "groups": sum(len(names) > 1 for names in self.natural.values()), "largest": max(sizes)}

    def kind_of_pair(self, pair):
        """The kinds of those of the two that are copies of nothing."""
        kinds = {kind for group, kind in map(self.truth.get, pair) if group not in self.originals}
        return "/".join(sorted(kinds)) or "other copies"

    def examples(self):
        """By what they are examples of, in an order that says nothing."""
        def kinds(pair):
            return "+".join(dict.fromkeys(self.truth[name][1] if name in self.truth else "natural" for name in pair))

        rows = {"missed": self.missed, "false": self.wrong,
                "with_natural": [(named[0], natural[0]) for named, natural in
                                 ((self.named[group], self.natural[group]) for group in self.named) if named and natural],
                "natural": [tuple(names[:2]) for names in self.natural.values() if len(names) > 1]}
        for what, pairs in rows.items():
            pairs = sorted(tuple(sorted(pair)) for pair in pairs)
            random.Random("examples").shuffle(pairs)
            yield what, [(kinds(pair), pair) for pair in pairs]


def score(options):
    truth, found = read_table(options.truth, 3), read_table(options.found, 2)
    if lost := truth.keys() - found.keys():
        sys.exit("check-copies: not in %s: %d articles, %s among them" % (options.found, len(lost), min(lost)))
    scored = Score(truth, found)
    for figure, values in scored.figures():
        show(figure, options.of, **values)
    titles = {}
    if options.articles and options.examples:
        with open(options.articles, encoding="utf-8") as lines:
            titles = {article["id"]: article.get("title", "") for article in map(json.loads, lines)}
    for what, rows in scored.examples():
        for kind, pair in rows[:options.examples]:
            print(what, kind, *pair, *(titles.get(name, "") for name in pair), sep="\t", file=sys.stderr)


# answers of the program ----------------------------------------------------------------------------


def found(_):
    hits = [json.loads(line) for line in sys.stdin]
    if not any(hit.get("group") for hit in hits):
        sys.exit("check-copies: no hit has a group: is the program too old?")
    for hit in hits:
        print(hit["id"], hit.get("group") or hit["id"], sep="\t")


def same(options):
    answers = [read_table(path, 2) for path in options.found]
    groups = [{frozenset(names) for names in groups_of(answer).values()} for answer in answers]
    is_same = all(each == groups[0] for each in groups)
    show("same_for_all_orders", options.of, value=is_same, heads=all(each == answers[0] for each in answers),
         answers=len(answers))
    for path, each in zip(options.found, groups):
        if each != groups[0]:
            other = min(sorted(names) for names in each - groups[0]) if each - groups[0] else []
            print("check-copies: %s: %d groups are not as in %s: %s" %
                  (path, len(each - groups[0]), options.found[0], " ".join(other[:5])), file=sys.stderr)
    sys.exit(not is_same)


def shuffle(options):
    lines = sys.stdin.readlines()
    planted_copies.shuffle(lines, options.order)
    sys.stdout.writelines(lines)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    does = {"plant": planted_copies.plant, "shuffle": shuffle, "found": found, "score": score, "same": same}
    parsers = {name: commands.add_parser(name, usage=__doc__) for name in does}
    parsers["plant"].add_argument("--dump", nargs="+", action="extend", required=True)
    for name in ("--out", "--truth"):
        parsers["plant"].add_argument(name, required=True)
    for name, value in (("--groups", 400), ("--negatives", 200), ("--min-words", 60)):
        parsers["plant"].add_argument(name, type=int, default=value)
    parsers["plant"].add_argument("--seed", default="1")
    for name in ("plant", "shuffle"):
        parsers[name].add_argument("--order", default="1")
    for name in ("--truth", "--found"):
        parsers["score"].add_argument(name, required=True)
    parsers["score"].add_argument("--articles")
    parsers["score"].add_argument("--examples", type=int, default=0)
    parsers["same"].add_argument("found", nargs="+")
    for name in ("score", "same"):
        parsers[name].add_argument("--of", default="")
    options = parser.parse_args()
    does[options.command](options)


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    main()
