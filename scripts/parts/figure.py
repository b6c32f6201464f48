#!/usr/bin/env python3
"""figure.py NAME UNIT VALUE... [KEY=VALUE...]: one figure as a JSON line, the median
of its runs first."""
import json, statistics, sys


def number(text):
    value = float(text)
    return round(value) if value >= 1000 or value.is_integer() else float("%.4g" % value)


name, unit, *rest = sys.argv[1:]
runs = [number(text) for text in rest if "=" not in text]
more = dict(text.split("=", 1) for text in rest if "=" in text)
if not runs:
    sys.exit("figure: no runs of " + name)
print(json.dumps({"figure": name, "value": number(str(statistics.median(runs))), "unit": unit, "runs": runs,
                  **{key: int(value) if value.isdigit() else value for key, value in more.items()}}, separators=(",", ":"), ensure_ascii=False))
