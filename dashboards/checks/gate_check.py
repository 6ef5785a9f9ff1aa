"""Tries every door as every kind of reader, and writes down what came back: docs/dashboards-roles.md.

Runs inside the Superset environment, against the running server. The readers, and plain data sets over views, are made for the
trial; afterwards the readers are shut out and the data sets deleted. Ends with 5 when something came back other than the page says."""

import argparse
import contextlib
import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb

from access.rules import OWN_UNITS, matching, read_roles
from failures import WorldFailed
from checks.gate_addresses import addresses, as_rows, opened
from checks.gate_attempts import LOCKED, TRIAL_VIEWS, World
from checks.gate_client import Client
from checks.gate_demands import DEMANDS
from checks.gate_opening import OPENING, opening
from checks.gate_session import RUNAWAY, SESSION, runaway
from checks.gate_ways import ATTEMPTS

HERE = Path(__file__).resolve().parent
INSTANCE = Path(os.environ["XEPHANG_SUPERSET_DIR"])
PAGE = HERE.parents[1] / "docs" / "dashboards-roles.md"
USERS = HERE / "gate_users.yaml"
READERS = ("anonymous", "viewer", "leadership", "analyst", "operator", "administrator")
VIEWER_UNIT = "VNM.long-an"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--url", required=True)
    arguments.add_argument("--write", action="store_true")
    options = arguments.parse_args()
    try:
        with _trial(options.url) as trial:
            came = trial.page()
    except WorldFailed as failure:
        print(failure)
        return failure.exit_code
    if options.write:
        PAGE.write_text(came, encoding="utf-8")
    print(came)
    differing = _differing(PAGE.read_text(encoding="utf-8"), came)
    if differing:
        print(f"{len(differing)} line(s) are other than in {PAGE.name}:\n" + "\n".join(differing))
    return 5 if differing else 0


def _differing(expected, came):
    lines = set(expected.splitlines())
    found = set(came.splitlines())
    return [f"- {line}" for line in expected.splitlines() if line not in found] + \
        [f"+ {line}" for line in came.splitlines() if line not in lines]


@contextlib.contextmanager
def _trial(url):
    trial = Trial(url)
    try:
        trial.prepare()
        yield trial
    finally:
        trial.clean_up()


class Trial:
    def __init__(self, url):
        self.url = url
        self.admin = Client(url)
        self.made = []

    def _sign_in(self):
        self.admin.open_session("admin", (INSTANCE / "admin_password").read_text().strip())
        answer = self.admin.get("/api/v1/me/")
        if answer.status != 200:
            raise WorldFailed(f"Cannot sign in as admin: HTTP {answer.status} {answer.said()}")
        self.admin.take_token()

    def prepare(self):
        self._sign_in()
        self.database = self._one("/api/v1/database/")["id"]
        self.datasets = {view: self._dataset(view) for view in TRIAL_VIEWS + (LOCKED,)}
        self.datasets["database"] = self.database
        _roles("--also", str(USERS), "--datasets", *TRIAL_VIEWS)
        self.dashboards = self.admin.get("/api/v1/dashboard/?q=(page_size:100)").json()["result"]
        self.own_units = self._own_units()
        self.declared = read_roles()["roles"]

    def _one(self, path):
        return self.admin.get(path).json()["result"][0]

    def _dataset(self, view):
        asked = {"filters": [{"col": "table_name", "opr": "eq", "value": view}]}
        found = self.admin.get("/api/v1/dataset/?q=" + json.dumps(asked).replace(" ", "")).json()["result"]
        if found:
            return found[0]["id"]
        answer = self.admin.post("/api/v1/dataset/", {"database": self.database, "schema": "mart", "table_name": view})
        if answer.status != 201:
            raise WorldFailed(f"Cannot make a data set over {view} for the trial: {answer.said()}")
        self.made.append(answer.json()["id"])
        return answer.json()["id"]

    def _own_units(self):
        file = Path(os.environ["XEPHANG_LAKE"]) / "current" / "xephang.duckdb"
        with duckdb.connect(str(file), read_only=True) as release:
            return {row[0] for row in release.execute(
                "select reached_org_unit_id from mart.dim_org_unit_reach where org_unit_id = ?", [VIEWER_UNIT]).fetchall()}

    def clean_up(self):
        _roles("--without", str(USERS))
        self.admin = Client(self.url)
        self._sign_in()
        refused = [f"{number} (HTTP {answer.status} {answer.said()})" for number, answer in
                   [(number, self.admin.delete(f"/api/v1/dataset/{number}")) for number in self.made] if answer.status != 200]
        if refused:
            raise WorldFailed("Cannot delete data sets of the trial: " + ", ".join(refused))

    def page(self):
        began = time.monotonic()

        def note(what):
            print(f"{time.monotonic() - began:.1f} s: {what}", file=sys.stderr, flush=True)

        readers = {reader: self._reader(reader) for reader in READERS}
        worlds = {reader: self._world(reader) for reader in READERS}
        with ThreadPoolExecutor(len(RUNAWAY)) as pool:  # each takes as long as the time limit
            endless = [pool.submit(runaway, self, readers, name) for name in RUNAWAY]
            parts = [Path(HERE / "gate_page.md").read_text(encoding="utf-8")]
            for title, attempts in ATTEMPTS + [("Asking for too much", DEMANDS)]:
                rows = [[what] + [attempt(readers[reader], worlds[reader]) for reader in READERS]
                        for what, attempt in attempts]
                note(title)
                parts.append(_table(title, ("Tried",) + READERS, rows))
            found = opened(readers, addresses(), worlds["viewer"])
            note("addresses")
            parts.append(_table("Every address that Superset has", ("Opened",) + READERS, as_rows(found, READERS)))
            parts.append(_table("Where the leadership page opens", ("Reader", "Scorecard", "Unit", "First of the filter", "Its points"),
                                [[who] + opening(self._signed_in(name)) for name, who in OPENING.items()]))
            parts.append(_table("Queries that run away", ("Tried", "Came back"),
                                [[what, future.result()] for what, future in zip(RUNAWAY.values(), endless)]))
        note("runaways done")
        viewer = self._password("try-viewer")
        parts.append(_table("Sessions", ("Tried", "Came back"), [[what, tried(self.url, "try-viewer", viewer)]
                                                                 for what, tried in SESSION]))
        return "\n".join(parts)

    def _reader(self, reader):
        if reader == "administrator":
            return self.admin
        return Client(self.url) if reader == "anonymous" else self._signed_in(f"try-{reader}")

    def _signed_in(self, username):
        client = Client(self.url)
        client.open_session(username, self._password(username))
        client.take_token()
        return client

    @staticmethod
    def _password(username):
        return (INSTANCE / "first_passwords" / username).read_text().strip()

    def _world(self, reader):
        slugs = {each["slug"]: each["id"] for each in self.dashboards if each["slug"]}
        role = self.declared.get(reader)
        shown = matching(list(slugs), role["dashboards"])[0] if role else set(slugs)
        charts = sorted({chart["id"] for slug in shown
                         for chart in self.admin.get(f"/api/v1/dashboard/{slugs[slug]}/charts").json()["result"]})
        known = {"all": set(slugs) if reader == "administrator" else None, "role": shown, "first": min(slugs.values())}
        return World(self.datasets, charts, self.own_units, known, is_cut=role is not None and role["rows"] == OWN_UNITS)


def _table(title, head, rows):
    lines = [f"## {title}", "", "| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _roles(*arguments):
    done = subprocess.run([sys.executable, "-m", "access.roles", *arguments], stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise WorldFailed(f"roles.py {' '.join(arguments)} failed: {done.stdout.strip()}")


if __name__ == "__main__":
    sys.exit(main())
