"""scripts/python/backfile.py over the news of corpus/, in either way: what is expected is the
same. Run in a folder where that is indexed as `news`, with BACKFILE_LIBRARY set and the programs
on the PATH."""

import ctypes
import datetime
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import unittest
from unittest import mock

import backfile


class Cases:
    way = ""

    def setUp(self):
        self.news = self.open("news")

    def tearDown(self):
        self.news.close()

    def open(self, *names, **options):
        return backfile.Archive(*names, way=self.way, **options)

    def assert_error(self, message, at, function, *arguments, **named):
        with self.assertRaises(backfile.Error) as raised:
            function(*arguments, **named)
        self.assertIn(message, str(raised.exception))
        self.assertEqual(raised.exception.at, at)

    def test_hits(self):
        self.assertEqual(self.news.way, self.way)
        answer = self.news.search("harbour OR port", limit=3, sort="newest")
        self.assertEqual((answer.total, answer.exact, len(answer.hits)), (19, True, 3))
        self.assertEqual([hit.rank for hit in answer.hits], [1, 2, 3])
        self.assertEqual(answer.hits[0].language, "en")
        self.assertIsNone(answer.groups)

    def test_all_pages(self):
        whole = [hit.id for hit in self.news.search("", limit=1000).hits]
        self.assertEqual(len(whole), 42)
        with mock.patch.object(backfile, "_PAGE", 7):
            for limit in (0, 1, 7, 10, 42, 50):
                answer = self.news.search("", limit=limit)
                self.assertEqual([hit.id for hit in answer.all()], whole)
            answer = self.news.search("", limit=2, offset=40, facets=["year"])
            self.assertEqual([hit.id for hit in answer.all()], whole[40:])
        self.assertEqual(list(self.news.search("unheard").all()), [])

    def test_pages_come_as_they_are_needed(self):
        with mock.patch.object(backfile, "_PAGE", 5):
            hits = self.news.search("", limit=5).all()
            self.news.close()
            self.assertEqual([next(hits).rank for _ in range(5)], [1, 2, 3, 4, 5])
            self.assert_error("closed", None, next, hits)

    def test_an_article_comes_once_while_others_are_added(self):
        with tempfile.TemporaryDirectory() as folder, mock.patch.object(backfile, "_PAGE", 5):
            shutil.copytree("news", folder + "/news")
            archive = self.open(folder + "/news")
            ids = []
            for hit in archive.search("", limit=5, sort="newest").all():
                ids.append(hit.id)
                if len(ids) == 2:
                    subprocess.run(["backfile-index", "--format", "jsonl", folder + "/news", "-"],
                                   input=b'{"id":"new","title":"New","body":"All that is new.",'
                                         b'"published":"2026-01-01"}', check=True)
            self.assertEqual(len(ids), 42)
            self.assertEqual(len(set(ids)), 42)
            self.assertEqual(archive.search("").total, 43)
            archive.close()

    def test_facets_are_dicts(self):
        answer = self.news.search("", facets=["source:3", "year:all", "words:2"], limit=0)
        self.assertEqual(list(answer.facets), ["source", "year", "words"])
        self.assertEqual(list(answer.facets["source"].items())[0], ("Coastal News", 8))
        self.assertEqual(answer.facets["year"]["2018"], 4)
        self.assertEqual(answer.json["facet_totals"]["source"]["without"], 12)

    def test_timeline(self):
        rows = self.news.search("harbour OR port", timeline="year").timeline
        self.assertEqual(len(rows), 10)
        self.assertEqual(rows[6], {"period": "2022", "date": datetime.date(2022, 1, 1), "count": 0,
                                   "share": 0, "articles": 3, "peak": False, "words": []})
        for step, period, day in (("month", "2016-05", (2016, 5, 1)),
                                  ("week", "2016-W20", (2016, 5, 16)),
                                  ("day", "2016-05-17", (2016, 5, 17))):
            row = self.news.search("id:harbour-2016-05", timeline=step).timeline[0]
            self.assertEqual((row["period"], row["date"]), (period, datetime.date(*day)))
        self.assertEqual(self.news.search("unheard", timeline="day").timeline, [])
        self.assertEqual(self.news.search("harbour").timeline, [])

    def test_groups(self):
        answer = self.news.search("id:harbour-2019-03 OR id:courier-2019-03-15-docks", group=True)
        self.assertEqual((answer.total, answer.groups, len(answer.hits)), (2, 1, 1))
        self.assertEqual((answer.hits[0].copies, answer.hits[0].sources), (2, 2))
        listed = self.news.search("group:harbour-2019-03").hits
        self.assertEqual([hit.group for hit in listed], ["harbour-2019-03"] * 2)
        self.assertEqual(listed[1].copy["kept"], 1)

    def test_what_else_is_asked(self):
        find = self.news.search
        self.assertEqual(find(from_=datetime.date(2019, 1, 1), to="2019").total, 3)
        self.assertEqual(find(from_=datetime.datetime(2025, 1, 1, 12)).total, 2)
        self.assertEqual(find(filter={"source": ["Harbour Gazette", "Coastal News"]}).total, 12)
        self.assertEqual(find(exclude={"language": "en"}).total, 22)
        self.assertEqual(find(filter={"section": "sport"}, facets=["section"],
                              facet_mode="multi").facets["section"]["business"], 10)
        self.assertEqual(find(similar="harbour-2019-03").hits[0].id, "courier-2019-03-15-docks")
        self.assertEqual(find("harbour", recency="30d", total="about").total, 3)
        self.assertIsNone(find("harbour", snippet=0).hits[0].snippet)
        self.assertGreater(len(find("harbour", explain=True).hits[0].explanation), 0)
        self.assertIn("harbour", find("harbuor").did_you_mean)

    def test_text_of_any_script(self):
        for query, part in (("ワクチン", "ワ"), ("Würl*", "Würl"), ("école", "cole")):
            snippet = self.news.search(query).hits[0].snippet
            first, last = snippet.highlights[0]
            self.assertIn(part, snippet.text[first:last])
            self.assertIn("<" + snippet.text[first:last] + ">", snippet.marked("<", ">"))
        self.assertRaises(UnicodeEncodeError, self.news.search, "a\ud800")
        self.assertEqual(self.news.search("harbour\n\0\u2028port").total, 19)

    def test_article(self):
        article = self.news.article("harbour-2016-05")
        self.assertEqual(article.people[0][:3], "Tob")
        self.assertEqual(article.published, "2016-05-17T06:30:00Z")
        self.assertEqual(article.body.count("\n\n"), 4)
        hit = self.news.search("id:harbour-2016-05").hits[0]
        self.assertEqual(hit.day, datetime.date(2016, 5, 17))
        self.assert_error("no article has the id: none", None, self.news.article, "none")

    def test_what_cannot_be_understood(self):
        self.assert_error("unclosed quote at column 9", 9, self.news.search, 'harbour "night')
        self.assert_error("no such member of a request: limt", None,
                          self.news.request, {"limt": 5})
        self.assert_error("whole number", None, self.news.search, "harbour", limit=-1)
        self.assert_error("facet", None, self.news.search, facets=["colour"])
        self.assert_error("too long", None, self.news.search, "a" * 1_100_000)
        self.assertEqual(self.news.search("harbour").total, 3)  # and goes on

    def test_archives(self):
        self.assert_error("no such archive: none", None, self.open, "none")
        self.assert_error("no archive given", None, self.open)
        self.assert_error("seconds" if self.way == "program" else "option", None,
                          self.open, "news", timeout=0)
        with self.open("news", "none", partial=True, timeout=1.5) as news:
            answer = news.search("harbour")
            self.assertEqual((answer.total, answer.exact), (3, False))
            self.assertEqual(answer.missing[0]["archive"], "none")

    def test_closing(self):
        with self.news as news:
            self.assertEqual(news.search("harbour").total, 3)
        news.close()
        self.assert_error("the archive is closed", None, news.search, "harbour")
        self.open("news")  # forgotten, it closes itself

    def test_a_thread_with_an_archive_each(self):
        self.run_threads(lambda: self.open("news"))

    def test_threads_that_share_one(self):
        self.run_threads(lambda: self.news)

    def run_threads(self, archive):
        totals = []

        def ask():
            mine = archive()
            totals.extend(mine.search("harbour", facets=["year"]).total for _ in range(20))

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(totals, [3] * 80)

    def test_a_fork_opens_its_own(self):
        child = os.fork()
        if child == 0:
            status = 1
            try:
                self.assert_error("another process", None, self.news.search, "harbour")
                self.news.close()
                with self.open("news") as own:
                    status = 0 if own.search("harbour").total == 3 else 2
            finally:
                os._exit(status)
        self.assertEqual(os.waitpid(child, 0)[1], 0)
        self.assertEqual(self.news.search("harbour").total, 3)


class LibraryTest(Cases, unittest.TestCase):
    way = "library"

    def test_which_library(self):
        with mock.patch.dict(os.environ, BACKFILE_LIBRARY="/none"):
            self.assert_error("cannot be loaded", None, backfile.Archive, "news")
        del os.environ["BACKFILE_LIBRARY"]
        try:
            with mock.patch.object(ctypes, "CDLL", side_effect=OSError):
                backfile._load.cache_clear()
                self.assert_error("set BACKFILE_LIBRARY", None, self.open, "news")
                with backfile.Archive("news") as news:
                    self.assertEqual(news.way, "program")
        finally:
            backfile._load.cache_clear()
            os.environ["BACKFILE_LIBRARY"] = self.library

    library = os.environ["BACKFILE_LIBRARY"]


class ProgramTest(Cases, unittest.TestCase):
    way = "program"

    def test_a_child_that_is_killed(self):
        child = self.news._asked._child
        os.kill(child.pid, signal.SIGKILL)
        for _ in range(2):
            self.assert_error("ended by signal 9", None, self.news.search, "harbour")
        self.news.close()

    def test_interrupted_within_an_answer(self):
        pipe = mock.Mock(wraps=self.news._asked._child.stdout)
        pipe.readline.side_effect = KeyboardInterrupt
        with mock.patch.object(self.news._asked._child, "stdout", pipe):
            self.assertRaises(KeyboardInterrupt, self.news.search, "harbour")
        self.assert_error("stopped within an answer", None, self.news.search, "harbour")

    def test_which_program(self):
        with mock.patch.dict(os.environ, BACKFILE_SEARCH="/none/backfile-search"):
            self.assert_error("set BACKFILE_LIBRARY or BACKFILE_SEARCH", None, self.open, "news")
        with mock.patch.dict(os.environ, BACKFILE_SEARCH="false"):
            self.assert_error("ended with status 1", None, self.open, "news")


if __name__ == "__main__":
    unittest.main()
