#!/usr/bin/python3
"""check.py FORMAT HITS FILE: whether FILE, read by strict parsers, is in that format and holds the
hits of HITS, which are those of --format jsonl. Says how many, or fails."""

import csv
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
MODS = "{http://www.loc.gov/mods/v3}"
LISTS = ("authors", "tags")
LINK = r"https?://[^\s<>\"{}|\\^`]+"
TEXTS = ("id", "url", "title", "published", "source", "section", "language")


def text_of(file):
    with open(file, encoding="utf-8", newline="") as opened:
        text = opened.read()
    bad = [c for c in text if c not in "\r\n\t" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\ufffe")]
    assert not bad, bad
    return text


def values_of(hit, name):
    """The values of a field of a hit."""
    value = hit[name]
    return value if isinstance(value, list) else [] if value is None else [value]


def snippet_of(hit):
    return hit["snippet"]["text"] if hit["snippet"] else ""


def check_rows(rows, hits):
    assert len({len(row) for row in rows}) == 1, "rows of one length"
    names = rows[0]
    for row, hit in zip(rows[1:], hits, strict=True):
        cells = dict(zip(names, row, strict=True))
        assert int(cells["rank"]) == hit["rank"]
        assert abs(float(cells["score"]) - hit["score"]) < 1e-5
        for name, cell in cells.items():
            assert name in ("rank", "score") or cell[:1] not in tuple("=+-@\t\r"), cell
        for name in TEXTS + LISTS:
            text = "; ".join(values_of(hit, name))
            assert cells[name] in (text, "'" + text), (name, cells[name], text)
        assert cells["snippet"] in (snippet_of(hit), "'" + snippet_of(hit))
    return len(rows) - 1


def check_csv(file, hits):
    lines = text_of(file).split("\r\n")
    assert lines.pop() == "" and not any("\r" in line for line in lines)
    return check_rows(list(csv.reader(lines, strict=True)), hits)


def check_tsv(file, hits):
    text = text_of(file)
    assert text.endswith("\n") and "\r" not in text
    # As it is, and as what takes quotes for quotes reads it.
    quoted = list(csv.reader(text.splitlines(keepends=True), dialect="excel-tab"))
    assert quoted == [line.split("\t") for line in text[:-1].split("\n")]
    return check_rows(quoted, hits)


def check_ris(file, hits):
    tags = {"ID": "id", "TI": "title", "T2": "source", "SE": "section", "LA": "language", "AU": "authors"}
    records = text_of(file).split("\r\n\r\n")
    assert records.pop() == ""
    for record, hit in zip(records, hits, strict=True):
        lines = record.split("\r\n")
        assert lines[0] == "TY  - NEWS" and lines[-1] == "ER  - "
        pairs = []
        for line in lines[1:-1]:
            parts = re.fullmatch(r"([A-Z][A-Z0-9])  - (\S.*)", line)
            assert parts, line
            pairs.append(parts.groups())
        for tag, name in tags.items():
            assert [value for of, value in pairs if of == tag] == values_of(hit, name), (tag, record)
        links = [value for of, value in pairs if of == "UR"]
        assert all(re.fullmatch(LINK, link) for link in links)
        assert len(links) == (hit["url"] or "").startswith("http"), record
        dates = [value for of, value in pairs if of == "DA"]
        assert dates == [day[:10].replace("-", "/") + "/" for day in values_of(hit, "published")]
    told = subprocess.run(["ris2xml", file], capture_output=True, check=True).stdout
    assert len(ElementTree.fromstring(told).findall(MODS + "mods")) == len(hits)
    return len(records)


def plain(tex):
    """What TeX prints."""
    commands = {"backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~", "asciicircum": "^"}
    return re.sub(r"\\text([a-z]+)\{\}|\\([$&#_%])", lambda m: commands[m[1]] if m[1] else m[2], tex)


def check_bibtex(file, hits):
    import bibtexparser
    from bibtexparser.bparser import BibTexParser
    import pybtex.database
    import pybtex.errors

    pybtex.errors.set_strict_mode(True)
    text = text_of(file)
    entries = pybtex.database.parse_string(text, "bibtex").entries
    # It has the names of the months as BibTeX has them, and takes no empty file.
    others = bibtexparser.loads(text or " ", BibTexParser(common_strings=True)).entries
    assert len(entries) == len(others) == len(hits)
    for (key, entry), other, hit in zip(entries.items(), others, hits, strict=True):
        assert entry.type == other["ENTRYTYPE"] == "article" and key == other["ID"]
        assert re.fullmatch(r"[-A-Za-z0-9_.:/]+", key), key
        for field, name in {"title": "title", "journal": "source", "note": "section"}.items():
            assert [plain(entry.fields[field])] == values_of(hit, name) if field in entry.fields else hit[name] is None
        assert plain(entry.fields.get("abstract", "")) == plain(other.get("abstract", "")) == snippet_of(hit)
        assert len(entry.persons.get("author", [])) == len(hit["authors"]), entry
        assert [entry.fields.get("year")] == ([hit["published"][:4]] if hit["published"] else [None])
    return len(entries)


def check_atom(file, hits):
    import feedparser

    text = text_of(file)
    feed = ElementTree.fromstring(text.encode())
    instant = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
    assert feed.tag == ATOM + "feed"

    def one(element, name):
        found = element.findall(ATOM + name)
        assert len(found) == 1, (name, len(found))
        return found[0].text

    def check_required(element):
        assert re.match(r"urn:uuid:[-0-9a-f]{36}$|" + LINK + "$", one(element, "id"))
        assert one(element, "title")
        assert instant.fullmatch(one(element, "updated"))

    check_required(feed)
    order = [child.tag for child in feed]
    assert order == sorted(order, key=lambda tag: tag == ATOM + "entry"), "entries are last"
    entries = feed.findall(ATOM + "entry")
    assert len({one(entry, "id") for entry in entries}) == len(entries)
    for entry, hit in zip(entries, hits, strict=True):
        check_required(entry)
        assert one(entry, "title") == (hit["title"] or "(no headline)")
        assert one(entry, "updated") <= one(feed, "updated")
        authors = [one(author, "name") for author in entry.findall(ATOM + "author")]
        assert authors == (hit["authors"] or [hit["source"] or "unknown"])
        links = [link.get("href") for link in entry.findall(ATOM + "link")]
        assert all(re.fullmatch(LINK, link) for link in links)
        assert links or entry.find(ATOM + "content") is not None
        terms = [category.get("term") for category in entry.findall(ATOM + "category")]
        assert terms == values_of(hit, "section") + hit["tags"]
    parsed = feedparser.parse(text.encode(), sanitize_html=False)
    assert not parsed.bozo and parsed.version == "atom10"
    for entry, hit in zip(parsed.entries, hits, strict=True):
        assert entry.title == (hit["title"] or "(no headline)"), (entry.title, hit["title"])
    return len(entries)


def main():
    name, hits, file = sys.argv[1:]
    with open(hits, encoding="utf-8") as lines:
        hits = [json.loads(line) for line in lines]
    print(name, globals()["check_" + name](file, hits))


main()
