#!/bin/sh
# 63 units x 100 criteria x 15 years under 1,000 rubrics: the plain Java core and numpy/pandas, which must agree.
# usage: bench/rubric-variants/measure.sh [N]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$here/../.." && pwd)
rounds=${1:-5}
work=$home/target/bench/rubric-variants
mkdir -p "$work"

"$home/xephang" --version >/dev/null # builds when needed
python=$(python3 "$home/dashboards/manage.py" venv notebook)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac
class_path=$home/target/xephang.jar:$home/target/lib/*:$work
"$javac" -d "$work" -cp "$class_path" "$here/Variants.java"

echo "load before: $(cut -d' ' -f1-3 /proc/loadavg)"
round=0
while [ "$round" -lt "$rounds" ]; do
  "$java" -Xmx1g -cp "$class_path" Variants | tee "$work/java"
  "$python" "$here/variants.py" | tee "$work/python"
  [ "$(sed 's/.*checksum //' "$work/java")" = "$(sed 's/.*checksum //' "$work/python")" ] || {
    echo "The two do not agree." >&2
    exit 1
  }
  round=$((round + 1))
done
