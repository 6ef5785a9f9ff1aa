#!/bin/sh
# From navigation to all charts drawn, for each page of a running dashboard server: pages.sh LAKE [VISITS]. See pages.py.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
python=$(python3 "$here/../../dashboards/manage.py" venv browser)
exec "$python" "$here/pages.py" "$@"
