#!/usr/bin/env python3
"""timed.py [--runs N] [--statuses 0,1] [--output FILE] COMMAND...

Runs COMMAND as a whole process, N times one after the other, and prints one line
a run: wall seconds and peak resident memory in KiB. What COMMAND says goes to
FILE, or nowhere; when it ends with another status, that and its last words go to
standard error and this ends with 1."""
import argparse, os, subprocess, sys, tempfile, time

parser = argparse.ArgumentParser(usage=__doc__)
parser.add_argument("--runs", type=int, default=1)
parser.add_argument("--statuses", default="0")
parser.add_argument("--output", default=os.devnull)
parser.add_argument("command", nargs=argparse.REMAINDER)
options = parser.parse_args()
statuses = [int(status) for status in options.statuses.split(",")]

for _ in range(options.runs):
    with open(options.output, "wb") as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(options.command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in statuses:
            errors.seek(0)
            words = errors.read().decode(errors="replace").strip().splitlines()[-1:]
            sys.exit("timed: status %d from: %s: %s" % (process.returncode, " ".join(options.command), "".join(words)))
    print("%.6f %d" % (seconds, usage.ru_maxrss), flush=True)
