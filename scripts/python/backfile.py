# SPDX-License-Identifier: GPL-3.0-or-later
"""Backfile in Python: searches of news archives, with the standard library only.

    import backfile

    with backfile.Archive("news") as news:
        answer = news.search("harbour strike", facets=["source:5"], timeline="month")
        print(answer.total, answer.facets["source"])    # 41 {'Harbour Gazette': 17, ...}
        for hit in answer.hits:                         # the best ten
            print(hit.published, hit.title)
        for hit in news.search("title:flood").all():    # every match, page by page
            print(news.article(hit.id).body)
        pandas.DataFrame(answer.timeline).plot("date", "share")

What goes wrong (a query that cannot be understood, an archive that is not there, an unknown
id) is raised as `Error`; its `at` is the column of the query where that is known.

Requests are answered by libbackfile: that which BACKFILE_LIBRARY names, else one beside this file,
else where the system has its libraries. Where there is none, a child process answers,
`backfile-search --batch`: that which BACKFILE_SEARCH names, else on the PATH.

Threads: open an archive in each. One that is shared answers one thread after the other. A
process that was forked opens its own.
"""

import ctypes
import dataclasses
import datetime
import functools
import json
import os
import subprocess
import tempfile
import threading
from typing import (Any, Dict, Iterator, List, Mapping, Optional, Sequence, Tuple, Type, TypedDict,
                    TypeVar, Union)

__all__ = ["Answer", "Archive", "Article", "Error", "Hit", "Period", "Snippet"]

_SONAME = "libbackfile.so.0"
_PAGE = 500  # hits that Answer.all() asks for at once

Day = Union[str, datetime.date]  # "2024", "2024-11", "2024-11-17", "-30d" (back from today)
Values = Mapping[str, Union[str, Sequence[str]]]  # of fields: {"source": ["a", "b"]}


class Error(Exception):
    """What went wrong, in a line. `at` is the column of the query, from 1, or None."""

    def __init__(self, message: str, at: Optional[int] = None) -> None:
        super().__init__(message)
        self.at = at


@dataclasses.dataclass(frozen=True)
class Snippet:
    """Where the query stands in an article: `highlights` are slices of `text`, as str has them."""

    text: str
    highlights: List[Tuple[int, int]]

    def marked(self, before: str = "*", after: str = "*") -> str:
        """The text with every highlight between two marks."""
        parts, end = [], 0
        for first, last in self.highlights:
            parts += [self.text[end:first], before, self.text[first:last], after]
            end = last
        return "".join(parts) + self.text[end:]


@dataclasses.dataclass(frozen=True)
class Hit:
    """An article that matches. Times are ISO 8601, in UTC; some are a day only."""

    rank: int
    id: str
    score: float
    title: Optional[str] = None
    url: Optional[str] = None
    source: Optional[str] = None
    section: Optional[str] = None
    published: Optional[str] = None
    authors: List[str] = dataclasses.field(default_factory=list)
    tags: List[str] = dataclasses.field(default_factory=list)
    language: Optional[str] = None
    snippet: Optional[Snippet] = None
    group: Optional[str] = None  # id of the first of its near-copies
    copies: Optional[int] = None  # with group=True: matches among them, itself too
    sources: Optional[int] = None  # with group=True: that these are from
    copy: Optional[Dict[str, Any]] = None  # to `group:ID`: what it has of the first one
    explanation: Optional[List[Dict[str, Any]]] = None  # with explain=True

    @property
    def day(self) -> Optional[datetime.date]:
        """Of publication."""
        return datetime.date.fromisoformat(self.published[:10]) if self.published else None


@dataclasses.dataclass(frozen=True)
class Article:
    """An article, whole. Paragraphs of `body` are separated by an empty line."""

    id: str
    url: Optional[str] = None
    title: Optional[str] = None
    body: str = ""
    published: Optional[str] = None
    updated: Optional[str] = None
    source: Optional[str] = None
    section: Optional[str] = None
    authors: List[str] = dataclasses.field(default_factory=list)
    tags: List[str] = dataclasses.field(default_factory=list)
    places: List[str] = dataclasses.field(default_factory=list)
    people: List[str] = dataclasses.field(default_factory=list)
    language: Optional[str] = None


class Period(TypedDict):
    """A year, month, week or day of a timeline: a row for pandas."""

    period: str  # "2024", "2024-11", "2024-W47", "2024-11-17"
    date: datetime.date  # its first day
    count: int  # matches
    share: float  # of all articles of the period
    articles: int  # all of the period
    peak: bool  # more matches than chance explains
    words: List[str]  # of a peak: what sets its matches apart


class Answer:
    """What was found: the hits that were asked for, and counts of all that matches.

    total        articles that match; `exact` says whether that is no estimate
    groups       the same with near-copies counted once; None without group=True
    hits         a list of Hit
    facets       {"source": {"Harbour Gazette": 17, ...}, ...}, the most frequent first
    timeline     a list of Period, empty ones too; none without timeline=...
    understood   how the query was read
    did_you_mean the query put right, or None
    missing      archives that did not answer, with partial=True: {"archive": ..., "reason": ...}
    json         all of it as it came, such as facet_totals and took_ms
    """

    def __init__(self, archive: "Archive", request: Dict[str, Any], answer: Dict[str, Any]) -> None:
        self._archive = archive
        self._request = request
        self.json = answer
        self.total: int = answer["total"]["articles"]
        self.exact: bool = answer["total"]["exact"]
        self.groups: Optional[int] = answer["total"].get("groups")
        self.hits: List[Hit] = [_hit(hit) for hit in answer["hits"]]
        self.facets: Dict[str, Dict[str, int]] = {
            name: {value["value"]: value["count"] for value in values}
            for name, values in answer["facets"].items()}
        self.timeline: List[Period] = [_period(period) for period in answer.get("timeline", [])]
        self.understood: str = answer["query"]["understood"]
        self.did_you_mean: Optional[str] = answer["query"]["did_you_mean"]
        self.missing: List[Dict[str, str]] = answer.get("missing", [])

    def all(self) -> Iterator[Hit]:
        """These hits and all that follow, asked for page by page as they are needed.

        Each article comes once, also when a writer changes the archive meanwhile; what it adds
        may be missed.
        """
        request = {name: value for name, value in self._request.items()
                   if name not in ("facets", "timeline")}
        offset, limit, hits = request.get("offset", 0), request["limit"], self.hits
        seen = set()
        while True:
            for hit in hits:
                if hit.id not in seen:
                    yield hit
                seen.add(hit.id)
            if len(hits) < limit:
                return
            offset, limit = offset + len(hits), _PAGE
            request.update(offset=offset, limit=limit)
            hits = [_hit(hit) for hit in self._archive.request(request)["hits"]]


class Archive:
    """Archives, opened to be searched as one, until close() or the end of a `with`.

    Each name is a folder that backfile-index made, tcp://host:port of a Xapian server, or @FILE
    with a list of such. partial=True leaves out archives that do not answer (Answer.missing says
    which); `timeout` is how many seconds a server may take, 30 when None. `way` is how: "library"
    or "program", and when None the first of them that there is.
    """

    _asked: Union["_Library", "_Program", None] = None

    def __init__(self, *names: Union[str, "os.PathLike[str]"], partial: bool = False,
                 timeout: Optional[float] = None, way: Optional[str] = None) -> None:
        self._process = os.getpid()
        self._lock = threading.Lock()
        paths = [os.fsencode(name) for name in names]
        library = None if way == "program" else _load(os.environ.get("BACKFILE_LIBRARY"))
        if library is None and way == "library":
            raise Error("the library cannot be loaded: " + _SONAME + "; set BACKFILE_LIBRARY")
        self.way = "program" if library is None else "library"
        self._asked = (_Program(paths, partial, timeout) if library is None else
                       _Library(library, paths, partial, timeout))

    def search(self, query: str = "", *, limit: int = 10, offset: int = 0,
               sort: Optional[str] = None, from_: Optional[Day] = None, to: Optional[Day] = None,
               filter: Optional[Values] = None, exclude: Optional[Values] = None,
               facets: Sequence[str] = (), facet_mode: Optional[str] = None,
               timeline: Optional[str] = None, group: bool = False, total: Optional[str] = None,
               similar: Optional[str] = None, recency: Optional[str] = None,
               snippet: Optional[int] = None, explain: bool = False) -> Answer:
        """What the query finds; an empty one finds all. The rest is as the options of
        backfile-search have it, `from_` being `--from`."""
        request: Dict[str, Any] = dict(
            query=query, limit=limit, offset=offset, sort=sort, to=_day(to), filter=filter,
            exclude=exclude, facets=facets, facet_mode=facet_mode, timeline=timeline, group=group,
            total=total, similar=similar, recency=recency, snippet=snippet, explain=explain)
        request["from"] = _day(from_)
        return Answer(self, request, self.request(request))

    def article(self, id: str) -> Article:
        """The article with that id; Error when there is none."""
        return _made(Article, self.request({"show": id})["article"])

    def request(self, request: Mapping[str, Any]) -> Dict[str, Any]:
        """The answer to a request as `backfile-search --batch` takes it, JSON both."""
        line = json.dumps(request, ensure_ascii=False).encode()
        if os.getpid() != self._process:
            raise Error("the archive was opened by another process; open it here")
        with self._lock:
            if self._asked is None:
                raise Error("the archive is closed")
            answer: Dict[str, Any] = json.loads(self._asked.ask(line))
        if "error" in answer:
            raise Error(answer["error"]["message"], answer["error"]["at"])
        return answer

    def close(self) -> None:
        """Closing twice does nothing; other calls raise Error after it."""
        if os.getpid() != self._process:
            return  # is the parent's to close
        with self._lock:
            asked, self._asked = self._asked, None
            if asked is not None:
                asked.close()

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        if self._asked is not None:
            self.close()


class _Library:
    """Over backfile.h."""

    def __init__(self, library: ctypes.CDLL, names: List[bytes], partial: bool,
                 timeout: Optional[float]) -> None:
        options: Dict[str, Any] = {"partial": partial}
        if timeout is not None:
            options["timeout"] = timeout
        self._library = library
        self._handle = ctypes.c_void_p()
        status = library.backfile_open((ctypes.c_char_p * len(names))(*names), len(names),
                                       json.dumps(options).encode(), ctypes.byref(self._handle))
        if status != 0:
            message = self._message()
            self.close()
            raise Error(message)

    def ask(self, request: bytes) -> bytes:
        answer = ctypes.c_char_p()
        self._library.backfile_search(self._handle, request, len(request), ctypes.byref(answer))
        if answer.value is None:
            raise Error(self._message())
        return answer.value

    def close(self) -> None:
        self._library.backfile_close(self._handle)

    def _message(self) -> str:
        message: bytes = self._library.backfile_message(self._handle)
        return message.decode(errors="replace") or "libbackfile failed"


@functools.lru_cache(maxsize=None)
def _load(path: Optional[str]) -> Optional[ctypes.CDLL]:
    beside = os.path.join(os.path.dirname(os.path.abspath(__file__)), _SONAME)
    for name in [path] if path else [beside, _SONAME]:
        try:
            library = ctypes.CDLL(name)
        except OSError as error:
            if path:
                raise Error("the library cannot be loaded: %s" % error) from None
            continue
        pointer = ctypes.POINTER
        library.backfile_open.argtypes = [pointer(ctypes.c_char_p), ctypes.c_size_t,
                                          ctypes.c_char_p, pointer(ctypes.c_void_p)]
        library.backfile_search.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t,
                                            pointer(ctypes.c_char_p)]
        library.backfile_message.argtypes = [ctypes.c_void_p]
        library.backfile_message.restype = ctypes.c_char_p
        library.backfile_close.argtypes = [ctypes.c_void_p]
        library.backfile_close.restype = None
        return library
    return None


class _Program:
    """Over a child that answers line by line."""

    def __init__(self, names: List[bytes], partial: bool, timeout: Optional[float]) -> None:
        program = os.environ.get("BACKFILE_SEARCH") or "backfile-search"
        options = ["--partial"] if partial else []
        if timeout is not None:
            options.append("--timeout=%s" % timeout)
        self._errors = tempfile.TemporaryFile()
        try:
            # In a session of its own, so that Ctrl-C is for us to deal with.
            self._child = subprocess.Popen(
                [program, "--batch", *options, "--", *names], stdin=subprocess.PIPE,
                stdout=subprocess.PIPE, stderr=self._errors, start_new_session=True)
        except OSError as error:
            self._errors.close()
            raise Error("neither %s nor the program %s is found; set BACKFILE_LIBRARY or "
                        "BACKFILE_SEARCH: %s" % (_SONAME, program, error.strerror)) from None
        try:
            self.ask(b'{"limit":0}')  # archives are open when it is answered
        except BaseException:
            self.close()
            raise

    def ask(self, request: bytes) -> bytes:
        child = self._child
        assert child.stdin and child.stdout
        if child.stdin.closed:
            raise Error("backfile-search was stopped within an answer; open the archive again")
        answer = b""
        try:
            child.stdin.write(request + b"\n")
            child.stdin.flush()
            answer = child.stdout.readline()
        except BrokenPipeError:
            pass  # it has ended
        except BaseException:
            self._stop()  # what is asked next would get the answer to this
            raise
        if not answer.endswith(b"\n"):
            raise Error(self._last_words())
        return answer

    def close(self) -> None:
        self._stop()
        self._errors.close()

    def _stop(self) -> None:
        child = self._child
        child.kill()  # has nothing to lose
        child.wait()
        for pipe in (child.stdin, child.stdout):
            try:
                if pipe:
                    pipe.close()
            except BrokenPipeError:
                pass  # a request that nobody reads any more

    def _last_words(self) -> str:
        status = self._child.wait()
        self._errors.seek(0)
        words = self._errors.read().decode(errors="replace").strip()
        prefix = "backfile-search: "
        if words.startswith(prefix):
            return words[len(prefix):]
        return words or ("backfile-search was ended by signal %d" % -status if status < 0 else
                         "backfile-search ended with status %d" % status)


_Made = TypeVar("_Made", Hit, Article)


def _made(kind: Type[_Made], members: Mapping[str, Any]) -> _Made:
    names = [field.name for field in dataclasses.fields(kind)]
    return kind(**{name: members[name] for name in names if name in members})


def _hit(members: Mapping[str, Any]) -> Hit:
    snippet = members.get("snippet")
    return _made(Hit, {**members, "snippet": _snippet(snippet) if snippet else None})


def _snippet(members: Mapping[str, Any]) -> Snippet:
    """Out of offsets of bytes, as JSON has them."""
    text = members["text"].encode()
    return Snippet(members["text"], [(len(text[:first].decode()), len(text[:last].decode()))
                                     for first, last in members["highlights"]])


def _period(members: Mapping[str, Any]) -> Period:
    name = members["period"]
    numbers = [int(number) for number in name.replace("W", "").split("-")]
    if "W" in name:
        first = datetime.date.fromisocalendar(numbers[0], numbers[1], 1)
    else:
        first = datetime.date(*(numbers + [1, 1])[:3])
    return {"period": name, "date": first, "count": members["count"], "share": members["share"],
            "articles": members["articles"], "peak": members.get("peak", False),
            "words": [word["value"] for word in members.get("words", [])]}


def _day(day: Optional[Day]) -> Optional[str]:
    return day.strftime("%Y-%m-%d") if isinstance(day, datetime.date) else day
