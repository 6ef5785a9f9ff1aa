"""Imports the dashboard files again and again into a copy of the server's own database, and reads what each import left there.

The same files twice change no row; what left the files goes, and nothing else; what a person made stays; broken files change
nothing. The running server and its database are not touched."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import uuid
from pathlib import Path

from failures import AssetsRefused, WorldFailed
from importing.assets import ASSETS

INSTANCE = Path(os.environ["XEPHANG_SUPERSET_DIR"])
KEPT = {"dashboards": "slug", "slices": "slice_name", "tables": "table_name"}
NEW_CHART = """
title: {vi: Hình thử, en: Trial chart}
viz_type: table
dataset: trial
params: {all_columns: [release_id]}
"""
NEW_DATASET = """
description: {vi: Tập thử, en: Trial}
database: xephang
sql: select release_id from mart.rpt_release
columns: {release_id: VARCHAR}
"""
NEW_DASHBOARD = """
title: {vi: Trang thử, en: Trial page}
slug: {vi: trang-thu, en: trial-page}
rows:
- - {chart: trial, width: 12, height: 40}
"""
NEW_FILES = {"charts/trial.yaml": NEW_CHART, "datasets/trial.yaml": NEW_DATASET, "dashboards/trial.yaml": NEW_DASHBOARD}
BROKEN = ("charts/trial.yaml", "viz_type: tabel", "charts/trial.yaml:2: viz_type 'tabel' is not one of")


class Trial:
    def __init__(self, folder):
        self.assets, self.instance = folder / "assets", folder / "superset"
        shutil.copytree(ASSETS, self.assets)
        self.instance.mkdir()
        for name in ("superset.db", "secret_key", "imported.json"):
            shutil.copy2(INSTANCE / name, self.instance / name)
        self.said = []

    def imports(self, exit_code=0):
        called = subprocess.run([sys.executable, "-m", "importing.importer", str(self.assets)], capture_output=True, text=True,
                                cwd=self.instance, env={**os.environ, "XEPHANG_SUPERSET_DIR": str(self.instance),
                                                        "SUPERSET_HOME": str(self.instance)})
        if called.returncode != exit_code:
            raise WorldFailed(f"The import ended with {called.returncode}, not {exit_code}: {called.stdout} {called.stderr[-2000:]}")
        return called.stdout.strip()

    def rows(self):
        """Every row of every table"""
        with sqlite3.connect(self.instance / "superset.db") as metadata:
            tables = [name for name, in metadata.execute("select name from sqlite_master where type = 'table' order by name")]
            return {name: sorted(map(repr, metadata.execute(f'select * from "{name}"'))) for name in tables}

    def numbers(self):
        """{kind: {uuid: (number, name)}}"""
        with sqlite3.connect(self.instance / "superset.db") as metadata:
            return {kind: {number: (key, name) for number, key, name in metadata.execute(f"select uuid, id, {name} from {kind}")}
                    for kind, name in KEPT.items()}

    def make_by_hand(self, name):
        """A person's own chart on the dataset of that name"""
        with sqlite3.connect(self.instance / "superset.db") as metadata:
            columns = [row[1] for row in metadata.execute("pragma table_info(slices)") if row[1] not in ("id", "uuid", "slice_name")]
            listed = ", ".join(columns)
            metadata.execute(f"insert into slices (uuid, slice_name, {listed}) select ?, 'by hand', {listed} from slices"
                             " where datasource_id = (select id from tables where table_name = ?) limit 1", (uuid.uuid4().bytes, name))


def check(trial):
    trial.imports()
    first = trial.numbers()
    write(trial, NEW_FILES)
    yield from expected("an import with a new page", trial.imports(), "imported ")
    before = trial.rows()
    yield from expected("the same import again", trial.imports(), "dashboards unchanged (")
    yield from (f"the same import again changed the table {name}" for name, rows in trial.rows().items() if rows != before[name])
    path, fault, reason = BROKEN
    (trial.assets / path).write_text((trial.assets / path).read_text().replace("viz_type: table", fault))
    yield from expected("an import of broken files", trial.imports(AssetsRefused.exit_code), "1 problem(s) in ", reason, "nothing was imported")
    yield from (f"an import of broken files changed the table {name}" for name, rows in trial.rows().items() if rows != before[name])
    trial.make_by_hand("trial_vi")
    for path in NEW_FILES:
        (trial.assets / path).unlink()
    said = trial.imports()
    yield from expected("an import without the page", said, *[f" {name}" for name in ("Trang thử", "Hình thử", "Trial chart", "trial_en")])
    yield from left_behind(first, trial.numbers())


def write(trial, files):
    for path, text in files.items():
        (trial.assets / path).write_text(text.lstrip(), encoding="utf-8")


def left_behind(first, last):
    """The dataset under a person's chart stays with it; all else is as it was."""
    allowed = {"slices": {"by hand"}, "tables": {"trial_vi"}, "dashboards": set()}
    for kind, before in first.items():
        yield from (f"{kind}: '{name}' is gone or has another number" for key, (number, name) in before.items()
                    if last[kind].get(key, (None,))[0] != number)
        extra = {name for key, (_, name) in last[kind].items() if key not in before}
        if extra != allowed[kind]:
            yield f"{kind}: {sorted(extra)} are left; {sorted(allowed[kind])} should be"


def expected(what, said, *words):
    yield from (f"{what} should say {word!r}; it said: {said}" for word in words if word not in said)


def main():
    if not (INSTANCE / "superset.db").is_file():
        print("The server keeps its own data elsewhere (local_config.py); this check copies superset.db.")
        return WorldFailed.exit_code
    with tempfile.TemporaryDirectory(dir=INSTANCE) as folder:
        try:
            problems = list(check(Trial(Path(folder))))
        except WorldFailed as failure:
            problems = [str(failure)]
    print("\n".join(problems) or "the same import changes nothing, what left the files goes, broken files change nothing")
    return WorldFailed.exit_code if problems else 0


if __name__ == "__main__":
    sys.exit(main())
