"""Prints what measure.sh took as a Markdown table: medians, and the steps of the cold run from its own record."""

import datetime
import json
import statistics
import sys
from pathlib import Path

taken = Path(sys.argv[1])
LABELS = {
    "run-cold": "`run`, one workbook, new lake, to the switched release",
    "run-nothing-new": "`run`, nothing new",
    "validate": "`validate` of the workbook",
    "by-hand": "by hand: pandas and DuckDB, the same workbook",
    "demo-first": "`demo --no-dashboards`, first time",
    "demo-second": "`demo --no-dashboards`, second time",
}
STEPS = ("landing", "read", "validate", "conform", "score", "publish", "view")


def rows(label):
    return [line.split() for line in (taken / label).read_text().splitlines()]


def record(lake):
    """The record of the first run of a lake, which was the cold one."""
    return json.loads(min((Path(lake) / "runs").glob("*.json")).read_text())


def median(values):
    return statistics.median(values)


print("| What | wall s, median | least | most | cpu s, median | peak MB, largest process |")
print("|---|--:|--:|--:|--:|--:|")


def cpu(row):
    """Of all processes: where a machine is busy, wall time says little."""
    return float(row[2]) + float(row[3])


def line(what, seconds, cpu="", peak=""):
    print(f"| {what} | {median(seconds):.1f} | {min(seconds):.1f} | {max(seconds):.1f} | {cpu} | {peak} |")


def since_start(start, started_at, millis):
    began = datetime.datetime.fromisoformat(started_at.replace("Z", "+00:00")).timestamp()
    return began + millis / 1000 - float(start)


cold = [(row[0], record(row[5])) for row in rows("run-cold")]
line("`run`, one workbook, new lake, to written Parquet",
     [since_start(start, run["started_at"], run["millis_at_end_of_step"]["publish"]) for start, run in cold])
for label, what in LABELS.items():
    found = rows(label)
    line(what, [float(row[1]) for row in found], f"{median([cpu(row) for row in found]):.1f}",
         f"{median([int(row[4]) for row in found]) / 1024:.0f}")

print("\nThe cold run, seconds from the start of the process to the end of a step, medians: ", end="")
print(f"in `main` {median([since_start(start, run['started_at'], 0) for start, run in cold]):.1f}", end="")
for step in STEPS:
    print(f", {step} {median([since_start(start, run['started_at'], run['millis_at_end_of_step'][step]) for start, run in cold]):.1f}",
          end="")
print(".")
by_hand, run = rows("by-hand"), rows("run-cold")
print(f"\nThe cold run takes {median([float(row[1]) for row in run]) / median([float(row[1]) for row in by_hand]):.1f} times"
      f" the wall time of the script, and {median([cpu(row) for row in run]) / median([cpu(row) for row in by_hand]):.1f}"
      " times its processor time.")
