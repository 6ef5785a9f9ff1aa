"""What a release cannot tell of runs, because it was made before they ended: their records in <lake>/runs/, as SQL.

A run that failed after the last release is in no release; its record is. Read at each question, by the operations page only."""

import json
import re

NEWEST = 200
LONGEST_MESSAGE = 600
COLUMNS = {"run_id": "varchar", "started_at": "timestamp", "ended_at": "timestamp", "outcome": "varchar", "exit_code": "integer",
           "release_id": "varchar", "is_served": "boolean", "arrived_count": "integer", "new_finding_count": "integer",
           "quarantined_count": "integer", "message": "varchar"}
_NAME = re.compile(r"\d{8}T\d{9}Z\.json")


def run_records(lake):
    """A select of the newest records; without any it has the columns and no rows."""
    rows = [_row(record) for record in _records(lake)]
    empty = "(" + ", ".join(f"cast(null as {kind})" for kind in COLUMNS.values()) + ")"
    listed = ",\n".join([empty, *rows])
    return f"select * from (values {listed}) as record({', '.join(COLUMNS)}) where run_id is not null"


def _records(lake):
    files = sorted(path for path in (lake / "runs").glob("*.json") if _NAME.fullmatch(path.name))
    for path in files[-NEWEST:]:
        try:
            yield {**json.loads(path.read_text(encoding="utf-8")), "run_id": path.stem}
        except (OSError, ValueError):
            yield {"run_id": path.stem, "started_at": _moment(path.stem), "outcome": "unreadable", "message": f"runs/{path.name}"}


def _moment(run_id):
    return f"{run_id[:4]}-{run_id[4:6]}-{run_id[6:8]}T{run_id[9:11]}:{run_id[11:13]}:{run_id[13:15]}.{run_id[15:18]}Z"


def _row(record):
    return "(" + ", ".join(f"try_cast({_literal(record.get(name))} as {kind})" for name, kind in COLUMNS.items()) + ")"


def _literal(value):
    if value is None:
        return "null"
    text = " ".join(str(value).replace("\0", "").split())[:LONGEST_MESSAGE]
    return "'" + text.replace("'", "''") + "'"
