#!/usr/bin/env python3
"""batch.py PROGRAM ARCHIVE RUNS

Cheap queries by `PROGRAM --batch`, one at a time through its pipes and many at once,
and by a process each, in turns, RUNS times. Prints queries a second of the three (in
each run) and the milliseconds of single requests, median and 99th in 100 of all runs:

  one_by_one 3120 3080 ...
  all_at_once 5100 ...
  processes 110 ...
  ms 0.28 1.9"""
import json, random, statistics, subprocess, sys, time

WORDS = 400  # asked for in a run
PROCESSES = 60

program, archive, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
found = json.loads(subprocess.run([program, archive, "", "--limit", "200", "--format", "json", "--snippet", "0"],
                                  check=True, capture_output=True).stdout)
titles = [hit["title"].split() for hit in found["hits"] if len(hit.get("title", "").split()) > 1]
dice = random.Random(1)


def query():
    words = [word for word in dice.choice(titles) if word.isalpha()] or ["news"]
    return " ".join(words[:dice.choice([1, 2])])


def batch():
    return subprocess.Popen([program, "--batch", archive], stdin=subprocess.PIPE, stdout=subprocess.PIPE)


speeds = {"one_by_one": [], "all_at_once": [], "processes": []}
took = []
for _ in range(runs):
    queries = [query() for _ in range(WORDS)]
    lines = [json.dumps({"query": each}).encode() + b"\n" for each in queries]
    child = batch()
    child.stdin.write(lines[0])
    child.stdin.flush()
    child.stdout.readline()
    start = time.perf_counter()
    for line in lines:
        asked = time.perf_counter()
        child.stdin.write(line)
        child.stdin.flush()
        child.stdout.readline()
        took.append((time.perf_counter() - asked) * 1000)
    speeds["one_by_one"].append(WORDS / (time.perf_counter() - start))
    child.communicate()
    start = time.perf_counter()
    answers = batch().communicate(b"".join(lines) * 5)[0].count(b"\n")
    speeds["all_at_once"].append(answers / (time.perf_counter() - start))
    start = time.perf_counter()
    for each in queries[:PROCESSES]:
        subprocess.run([program, archive, "--format", "json", "--", each], stdout=subprocess.DEVNULL)
    speeds["processes"].append(PROCESSES / (time.perf_counter() - start))
for name, values in speeds.items():
    print(name, *["%.1f" % value for value in values])
took.sort()
print("ms %.3f %.3f" % (statistics.median(took), took[int(len(took) * .99)]))
