#!/bin/sh
# Whole processes, median of N, as a Markdown table: what a short run costs, and what it costs by hand.
# usage: bench/one-workbook/measure.sh WORKBOOK YEAR [N]      a PCI workbook of 2013-2016 and its year; N is 5
set -eu
here=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$here/../.." && pwd)
[ $# -ge 2 ] || {
  sed -n 3p "$0" | sed 's/^# //' >&2
  exit 2
}
book=$1
year=$2
times=${3:-5}
work=$home/target/bench/one-workbook
rm -rf "$work/lakes" "$work/taken"
mkdir -p "$work/lakes" "$work/taken"

"$home/xephang" --version >/dev/null 2>&1 # builds and prepares when needed
if [ ! -x "$work/python/bin/python" ]; then
  python3 -m venv "$work/python"
  "$work/python/bin/pip" -q install -r "$here/requirements.txt"
fi
python=$work/python/bin/python

# Runs a command once; keeps start, wall and processor seconds and peak memory under a label. Any exit but 0 ends the bench.
taken() {
  label=$1
  shift
  date +%s.%N >"$work/started"
  /usr/bin/time -o "$work/time" -f '%e %U %S %M' "$@" >"$work/out" 2>&1 || {
    echo "$* failed:" >&2
    cat "$work/out" >&2
    exit 1
  }
  echo "$(cat "$work/started") $(cat "$work/time") ${lake:-}" >>"$work/taken/$label"
}

# One round measures everything once, so that a busy minute of the machine falls on all rows alike.
round=1
while [ "$round" -le "$times" ]; do
  lake=$work/lakes/$round
  mkdir -p "$lake/landing/vcci"
  cp "$book" "$lake/landing/vcci/"
  taken run-cold "$home/xephang" run --lake "$lake"
  taken run-nothing-new "$home/xephang" run --lake "$lake"
  taken validate "$home/xephang" validate "$book"
  taken by-hand "$python" "$here/by_hand.py" "$book" "$year" "$work/lakes/$round-by-hand"
  taken demo-first "$home/xephang" demo --no-dashboards --lake "$work/lakes/$round-demo"
  taken demo-second "$home/xephang" demo --no-dashboards --lake "$work/lakes/$round-demo"
  echo "round $round of $times, load $(cut -d' ' -f1-3 /proc/loadavg)" >&2
  round=$((round + 1))
done
"$python" "$here/table.py" "$work/taken"
