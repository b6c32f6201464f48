#!/usr/bin/env python3
"""What scripts/check-shards does; see there."""
import argparse, hashlib, json, pathlib, random, re, signal, socket, subprocess, sys, threading, time

FAILURES = 0


def fail(text):
    global FAILURES
    FAILURES += 1
    if FAILURES <= 20:
        print("check-shards:", text, file=sys.stderr)


def run(*command, **more):
    return subprocess.run(command, check=True, text=True, capture_output=True, **more).stdout


class Batch:
    """A child of backfile-search that answers requests."""

    def __init__(self, bin_folder, archives, *options):
        self.child = subprocess.Popen(
            [bin_folder + "/backfile-search", "--batch", *options, *archives],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def answer(self, request):
        self.child.stdin.write(json.dumps(request) + "\n")
        self.child.stdin.flush()
        line = self.child.stdout.readline()
        return json.loads(line) if line else {"error": {"message": "the child ended"}}

    def close(self):
        self.child.stdin.close()
        return self.child.wait()


def free_port():
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return tried.getsockname()[1]


class Servers:
    """A xapian-tcpsrv for every archive: on loopback, or in turns on three hosts of their own."""

    HOSTS = 3

    def __init__(self, archives, hosts):
        self.archives, self.hosts = archives, hosts
        if hosts:
            self.clean()
            run("ip", "link", "add", "backfile0", "type", "bridge")
            run("ip", "addr", "add", "10.203.7.1/24", "dev", "backfile0")
            run("ip", "link", "set", "backfile0", "up")
            for host in range(self.HOSTS):
                space, wire = f"backfile{host}", f"bf-wire{host}"
                run("ip", "netns", "add", space)
                run("ip", "link", "add", wire, "type", "veth", "peer", "name", "eth0", "netns", space)
                run("ip", "link", "set", wire, "master", "backfile0", "up")
                run("ip", "-n", space, "addr", "add", f"10.203.7.{host + 2}/24", "dev", "eth0")
                run("ip", "-n", space, "link", "set", "eth0", "up")
        self.names, self.ports, self.children = [], [], []
        for number in range(len(archives)):
            self.ports.append(free_port())
            self.names.append(f"tcp://{self.address(number)}:{self.ports[number]}")
            self.children.append(None)
            self.start(number)

    def address(self, number):
        return f"10.203.7.{number % self.HOSTS + 2}" if self.hosts else "127.0.0.1"

    def start(self, number):
        port = self.ports[number]
        command = ["xapian-tcpsrv", "--quiet", "--interface", self.address(number), "--port", str(port),
                   self.archives[number]]
        if self.hosts:
            command = ["ip", "netns", "exec", f"backfile{number % self.HOSTS}"] + command
        # A group of its own, for a server has a child for every connection.
        self.children[number] = subprocess.Popen(command, start_new_session=True,
                                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(100):
            try:
                socket.create_connection((self.address(number), port), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        sys.exit(f"check-shards: no server on {self.names[number]}")

    def kill(self, number):
        subprocess.run(["kill", "-KILL", "--", f"-{self.children[number].pid}"], check=False)
        self.children[number].wait()

    def clean(self):
        for host in range(self.HOSTS):
            subprocess.run(["ip", "link", "del", f"bf-wire{host}"], capture_output=True)
            subprocess.run(["ip", "netns", "del", f"backfile{host}"], capture_output=True)
        subprocess.run(["ip", "link", "del", "backfile0"], capture_output=True)

    def close(self):
        for number in range(len(self.children)):
            self.kill(number)
        if self.hosts:
            self.clean()


def requests_of(articles, count):
    """Queries of every kind, made of the words, names and days of the articles."""
    dice = random.Random(8)
    # Long ones are cut off by the engine's server where a phrase needs them; none begins with a capital alone.
    word = re.compile(r"[A-Za-z]{4,12}")
    made = []
    while len(made) < count:
        article = dice.choice(articles)
        words = word.findall(article.get("body", ""))
        if len(words) < 60:
            continue
        at = dice.randrange(len(words) - 40)
        one, two, three, far = words[at], words[at + 3], words[at + 7], words[at + 30]
        title = word.findall(article.get("title", "")) or [one]
        day = article.get("published", "")[:10]
        pair = " ".join(words[at:at + 2])
        queries = [
            one, f"{one} {two}", f"{one} {two} {three}", " ".join(words[at:at + 6]), " ".join(title),
            f"{one} AND {two}", f"{one} OR {far}", f"{one} {two} NOT {far}", f"+{one} {two} -{far}",
            f'"{pair}"', f'"{pair}" {far}', f"={one}", f"{one[:4]}*", f"title:{title[0]}",
            f"title:({' '.join(title[:3])}) {one}", f"({one} OR {two}) AND ({three} OR {far})", "",
        ]
        if one.lower() != two.lower():
            queries.append(f"{one} NEAR/9 {two}")
        request = {"query": dice.choice(queries), "snippet": dice.choice([0, 200]),
                   "limit": dice.choice([5, 10, 50]), "offset": dice.choice([0, 0, 0, 7])}
        if dice.random() < .3:
            request["sort"] = dice.choice(["newest", "oldest"])
        if dice.random() < .3:
            request["facets"] = dice.sample(
                ["source:all", "section", "tag:20", "place", "person:5", "year", "month:all", "author",
                 "language", "words:5"], 2)
        if day and dice.random() < .3:
            request["timeline"] = dice.choice(["year", "month", "week", "day"])
        if day and dice.random() < .2:
            request["from"] = day[:dice.choice([4, 7])]
        if article.get("tags") and dice.random() < .2:
            request["filter"] = {"tag": dice.sample(article["tags"], 1)}
        elif article.get("places") and dice.random() < .1:
            request["exclude"] = {"place": article["places"][0]}
        if dice.random() < .25:
            request["group"] = True
        kind = dice.random()
        if kind < .08:
            request.update(query="", similar=article["id"])
            request.pop("sort", None)
        elif kind < .16:
            request["recency"] = "30d"
            request.pop("sort", None)
        elif kind < .22:
            request["query"] = f'group:"{article["id"]}"'
        made.append(request)
    return made


def plain(value):
    """Without what may differ: times; words put right, which servers do not; and telling words, which are
    looked for in a sample of the matches."""
    value = json.loads(json.dumps(value))
    value.get("facets", {}).pop("words", None)
    for period in value.get("timeline", []):
        period.pop("words", None)
    value.pop("took_ms", None)
    value.get("query", {}).pop("did_you_mean", None)
    return value


def rounded(value):
    if isinstance(value, float):
        return float(f"{value:.6g}")
    if isinstance(value, dict):
        return {name: rounded(each) for name, each in value.items()}
    return [rounded(each) for each in value] if isinstance(value, list) else value


def told(request, answer, has_servers):
    """What is compared of an answer's hits: of copies with the very same score any may stand for the group;
    by Xapian's matcher, which servers and recency need, the forms of `word*` that one archive lacks make the
    word a little rarer there, and scores with it."""
    for hit in answer.get("hits", []):
        # Groups over the borders of archives are told when they are asked for.
        if not request.get("group") and not request["query"].startswith("group:"):
            hit.pop("group", None)
        if request.get("group") and hit.get("copies", 1) > 1:
            for name in hit.keys() - {"rank", "score", "group", "copies", "sources"}:
                del hit[name]
    if "*" in request["query"] and (has_servers or "recency" in request):
        answer["hits"] = len(answer.get("hits", []))
    return answer


def compare(what, batch, requests, expected, has_servers):
    start, wrong = time.monotonic(), 0
    for request, should in zip(requests, expected):
        got = told(request, rounded(plain(batch.answer(request))), has_servers)
        should = told(request, json.loads(json.dumps(should)), has_servers)
        if got != should:
            wrong += 1
            parts = [name for name in should.keys() | got.keys() if should.get(name) != got.get(name)]
            part = "hits" if "hits" in parts else parts[0]
            fail(f"{what}: {json.dumps(request)} differs in {parts}:\n  should {json.dumps(should.get(part))[:600]}"
                 f"\n  got    {json.dumps(got.get(part) or got)[:600]}")
    seconds = time.monotonic() - start
    print(f"{what}: {len(requests) - wrong} of {len(requests)} answers are the same, {seconds:.1f} s", flush=True)


def check_kill(bin_folder, servers, requests, expected):
    """One server goes under load, and comes back."""
    gone = 1 % len(servers.names)
    quick = [(request, should) for request, should in zip(requests, expected)
             if "words" not in str(request.get("facets")) and not request.get("group")
             and not request["query"].startswith("group:")][:60]
    seen, ends = [], threading.Event()

    def load():
        batch = Batch(bin_folder, servers.names, "--timeout", "5")
        while not ends.is_set():
            for request, should in quick:
                got = batch.answer(request)
                seen.append((time.monotonic(), request, should, got))
                if ends.is_set():
                    break
        batch.close()

    workers = [threading.Thread(target=load) for _ in range(3)]
    for worker in workers:
        worker.start()
    time.sleep(1.5)
    servers.kill(gone)
    died = time.monotonic()
    time.sleep(1.5)
    partial = Batch(bin_folder, servers.names, "--partial", "--timeout", "5").answer({"query": ""})
    left = [each["archive"] for each in partial.get("missing", [])]
    if left != [servers.names[gone]] or partial["total"]["exact"]:
        fail(f"--partial does not say what is missing: {json.dumps(partial)[:300]}")
    starts = time.monotonic()
    servers.start(gone)  # it answers others before this returns
    back = time.monotonic()
    time.sleep(2)
    ends.set()
    for worker in workers:
        worker.join()
    errors = before = between = after = 0
    for moment, request, should, got in seen:
        address = servers.names[gone][len("tcp://"):]
        if "error" in got:
            errors += 1
            if address not in got["error"]["message"]:
                fail(f"an error that does not name the server: {got['error']['message']}")
            if not died - 1 < moment < back + 1:
                fail(f"an error while all servers were there: {got['error']['message']}")
            continue
        before, after = before + (moment < died), after + (moment > back)
        between += died + 0.5 < moment < starts
        if got["total"] != should["total"]:
            fail(f"{json.dumps(request)} had a wrong total while a server went")
    if between:
        fail(f"{between} answers without an error while a server was gone")
    if not (errors and before and after):
        fail(f"nothing was tried: {before} answers before, {errors} errors, {after} after")
    print(f"kill: {before} answers before, {errors} errors that name the server while it was gone, "
          f"{after} answers after; --partial names it", flush=True)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--folder", type=pathlib.Path, required=True)
    options.add_argument("--dump", required=True)
    options.add_argument("--bin", required=True)
    options.add_argument("--shards", default="1,3,8")
    options.add_argument("--queries", type=int, default=200)
    options.add_argument("--hosts", action="store_true")
    options.add_argument("--kill", action="store_true")
    args = options.parse_args()
    signal.signal(signal.SIGINT, signal.SIG_DFL)

    args.folder.mkdir(parents=True, exist_ok=True)
    dump = args.folder / "articles.jsonl"
    if not dump.exists():
        with open(args.folder / "new", "w") as out:
            subprocess.run([args.bin + "/backfile-index", "--dry-run", "none", args.dump], stdout=out,
                           stderr=subprocess.DEVNULL, check=False)
        (args.folder / "new").rename(dump)
    with open(dump) as lines:
        articles = [json.loads(line) for line in lines]

    def index(name, some):
        path = args.folder / name
        if not path.exists():
            lines = "\n".join(json.dumps({key: value for key, value in article.items()
                                          if key not in ("removed", "input", "position")})
                              for article in some)
            run(args.bin + "/backfile-index", "--clean", "off", "--format", "jsonl", str(path), "-",
                input=lines)
        return str(path.resolve())

    def shard_of(article, count):
        return int(hashlib.sha1(article["id"].encode()).hexdigest(), 16) % count

    whole = index("whole", articles)
    requests = requests_of(articles, args.queries)
    batch = Batch(args.bin, [whole])
    expected = [rounded(plain(batch.answer(request))) for request in requests]
    batch.close()
    found = sum(bool(each.get("hits")) for each in expected)
    refused = [each["error"]["message"] for each in expected if "error" in each]
    print(f"whole: {len(articles)} articles; {found} of {len(requests)} queries have hits, "
          f"{len(refused)} are refused {refused[:2]}", flush=True)

    for count in map(int, args.shards.split(",")):
        archives = [index(f"shard-{number}-of-{count}",
                          [article for article in articles if shard_of(article, count) == number])
                    for number in range(count)]
        batch = Batch(args.bin, archives)
        compare(f"{count} here", batch, requests, expected, False)
        batch.close()
        servers = Servers(archives, args.hosts)
        try:
            where = "on three hosts" if args.hosts else "behind servers"
            batch = Batch(args.bin, servers.names)
            compare(f"{count} {where}", batch, requests, expected, True)
            batch.close()
            if count > 1:
                batch = Batch(args.bin, [archives[0], *servers.names[1:]])
                compare(f"1 here, {count - 1} {where}", batch, requests, expected, True)
                batch.close()
                if args.kill:
                    check_kill(args.bin, servers, requests, expected)
        finally:
            servers.close()
    sys.exit(1 if FAILURES else 0)


main()
