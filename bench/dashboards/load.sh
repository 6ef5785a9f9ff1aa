#!/bin/sh
# Charts of a running dashboard server under 1, 8 and 20 readers: load.sh LAKE [SECONDS]. See load.py.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
python=$(python3 "$here/../../dashboards/manage.py" venv superset)
exec "$python" "$here/load.py" "$@"
