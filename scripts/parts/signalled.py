#!/usr/bin/env python3
"""signalled.py SIGNAL SECONDS COMMAND...

Runs COMMAND, sends it SIGNAL after SECONDS (`never`: not at all) unless it has ended,
and prints its exit status (128 and the signal that ended it, as a shell has it) and
the seconds it went on after SIGNAL, or `unsignalled`. A process that goes on for two
minutes is killed, and `hung` printed for its status."""
import signal, subprocess, sys, time

PATIENCE = 120  # seconds

name, wait, *command = sys.argv[1:]
process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
took = "unsignalled"
try:
    process.wait(None if wait == "never" else float(wait))
except subprocess.TimeoutExpired:
    process.send_signal(signal.Signals["SIG" + name])
    start = time.monotonic()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        print("hung", PATIENCE)
        sys.exit()
    took = "%.3f" % (time.monotonic() - start)
print(process.returncode if process.returncode >= 0 else 128 - process.returncode, took)
