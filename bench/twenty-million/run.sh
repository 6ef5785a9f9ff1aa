#!/bin/sh
# Twenty million rows through conform, score and write in a heap of 2 GB; the same in DuckDB alone; both compared.
# usage: bench/twenty-million/run.sh [FOLDER] [KEYS_MILLION]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$here/../.." && pwd)
work=${1:-$home/target/bench/twenty-million}
keys=${2:-10}
heap=${XEPHANG_HEAP:-2g}
partitions=${PARTITIONS:-10}
mkdir -p "$work"

"$home/xephang" --version >/dev/null # builds when needed
python=$(python3 "$home/dashboards/manage.py" venv notebook)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac
class_path=$home/target/xephang.jar:$home/target/lib/*:$work/classes
"$javac" -d "$work/classes" -cp "$class_path" "$here/TwentyMillion.java"

[ -f "$work/deliveries.csv" ] || "$python" "$here/rows.py" "$work" "$keys"

opens=""
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util \
  java.util.concurrent java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action \
  sun.util.calendar; do
  opens="$opens --add-opens=java.base/$package=ALL-UNNAMED"
done

# Prints what a command says, its wall time, its processor time and the most memory it held.
measured() {
  label=$1
  shift
  echo "$label (load before: $(cut -d' ' -f1-3 /proc/loadavg))"
  /usr/bin/time -f '  %e s wall, %U s user, %S s system, %M KB at most' "$@" 2>"$work/log" | sed 's/^/  /'
  tail -n 1 "$work/log"
}

rm -rf "$work/release" "$work/duckdb" "$work/duckdb.tmp" "$work/spark"
mkdir -p "$work/spark"
# shellcheck disable=SC2086
measured "xephang, heap $heap" "$java" "-Xmx$heap" $opens -Duser.timezone=UTC -Dspark.local.dir="$work/spark" \
  -cp "$class_path" TwentyMillion "$work" "$work/release" "$home/schemas" "$partitions"
measured "duckdb alone${DUCKDB_MEMORY:+, $DUCKDB_MEMORY}" "$python" "$here/duckdb_alone.py" "$work" "$work/duckdb" ${DUCKDB_MEMORY:-}
"$python" "$here/check.py" "$work/release" "$work/duckdb"
