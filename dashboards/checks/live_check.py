"""Switches releases under readers, and counts errors, stale answers and answers that mix two releases.

Runs inside the Superset environment, against the running server. A switch is done by the program itself: by its `rollback`
command, or by whoever answers on stdin (`--ask`): the id of a release goes out as a line, any line back says that it is served."""

import argparse
import itertools
import os
import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import duckdb

from failures import WorldFailed
from checks.gate_client import Client
from checks.live_verdict import Answer, Switch, verdict

LAKE = Path(os.environ["XEPHANG_LAKE"])
INSTANCE = Path(os.environ["XEPHANG_SUPERSET_DIR"])
# One statement over tables of several steps: an answer that mixed two releases would give the counts of neither.
STATEMENT = ("select release_id, (select count(*) || '/' || coalesce(sum(total_points), 0) from mart.fct_rank) "
             "|| '/' || (select count(*) from mart.fct_observation) || '/' || (select count(*) from mart.dim_delivery) "
             "|| '/' || (select count(*) from information_schema.tables) as counts from mart.rpt_release")
SEED = 7


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--url", required=True)
    arguments.add_argument("--switches", type=int, default=50)
    arguments.add_argument("--readers", type=int, default=10)
    arguments.add_argument("--command", help="the program, called as: COMMAND rollback ID --lake LAKE")
    arguments.add_argument("--ask", action="store_true", help="switch by lines on stdout and stdin")
    options = arguments.parse_args()
    try:
        said, is_well = _check(options)
    except WorldFailed as failure:
        print(failure)
        return failure.exit_code
    print(said)
    return 0 if is_well else 5


def _check(options):
    releases = _two_releases()
    served = (LAKE / "current").resolve().name
    switcher = _asker() if options.ask else _roller(options.command)
    admin = _admin(options.url)
    dataset = _dataset(admin)
    charts = [chart["id"] for each in admin.get("/api/v1/dashboard/?q=(page_size:100)").json()["result"]
              for chart in admin.get(f"/api/v1/dashboard/{each['id']}/charts").json()["result"]]
    try:
        readers = [Reader(admin, dataset, charts, number) for number in range(options.readers)]
        switches = _switch_under(readers, switcher, releases, served, options.switches)
    finally:
        switcher(served)
        admin.delete(f"/api/v1/dataset/{dataset}")
    return verdict([answer for reader in readers for answer in reader.answers], switches, releases)


def _two_releases():
    """The two newest releases, with the counts that each must give."""
    found = {}
    for path in sorted((LAKE / "releases").glob("R*/xephang.duckdb"))[-2:]:
        with duckdb.connect(str(path), read_only=True) as release:
            found[path.parent.name] = release.execute(STATEMENT).fetchone()[1]
    if len(set(found.values())) < 2:
        raise WorldFailed(f"Two releases that differ are needed; there are {found or 'none'} in {LAKE / 'releases'}.")
    return found


def _switch_under(readers, switcher, releases, served, times):
    chance = random.Random(SEED)
    switches = [Switch(0, 0, served)]
    for reader in readers:
        reader.start()
    time.sleep(1)
    order = itertools.cycle([name for name in releases if name != served] + [name for name in releases if name == served])
    for _ in range(times):
        wanted = next(order)
        began = time.monotonic()
        switcher(wanted)
        switches.append(Switch(began, time.monotonic(), wanted))
        _wait_for_an_answer(readers, switches[-1].ended)
        time.sleep(chance.uniform(0, 0.2))
    for reader in readers:
        reader.is_over = True
    for reader in readers:
        reader.join()
    return switches


def _wait_for_an_answer(readers, moment, seconds=10):
    """Until somebody who asked after the switch was answered; a busy machine takes its time."""
    while time.monotonic() < moment + seconds:
        if any(answer.release and answer.began > moment for reader in readers for answer in reader.answers[-3:]):
            return
        time.sleep(0.02)


def _asker():
    def ask(release):
        print(release, flush=True)
        if not sys.stdin.readline():
            raise WorldFailed("Nobody answers on stdin.")
    return ask


def _roller(command):
    def roll(release):
        done = subprocess.run([*command.split(), "rollback", release, "--lake", str(LAKE)], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True)
        if done.returncode != 0:
            raise WorldFailed(f"rollback {release} failed: {done.stdout}")
    return roll


def _admin(url):
    admin = Client(url)
    answer = admin.sign_in("admin", (INSTANCE / "admin_password").read_text().strip())
    if answer.status != 200:
        raise WorldFailed(f"Cannot sign in as admin: HTTP {answer.status} {answer.said()}")
    return admin


def _dataset(admin):
    number = admin.get("/api/v1/database/").json()["result"][0]["id"]
    made = admin.post("/api/v1/dataset/", {"database": number, "schema": "mart", "table_name": f"live_{time.time_ns()}",
                                           "sql": STATEMENT})
    if made.status != 201:
        raise WorldFailed(f"Cannot make the data set that is read: {made.said()}")
    return made.json()["id"]


class Reader(threading.Thread):
    """Asks which release it sees, over and over, and for a chart of the dashboards in between."""

    def __init__(self, admin, dataset, charts, number):
        super().__init__(daemon=True)
        self.client = admin
        self.dataset, self.charts = dataset, random.Random(number).sample(charts, len(charts))
        self.answers, self.is_over = [], False

    def run(self):
        for chart in itertools.cycle(self.charts):
            for _ in range(4):
                self._note(self._release)
            self._note(lambda: self.client.get(f"/api/v1/chart/{chart}/data/?force=true"))
            if self.is_over:
                return

    def _note(self, ask):
        began = time.monotonic()
        try:
            answer = ask()
            problem = "" if answer.status == 200 else f"HTTP {answer.status}: {answer.said()}"
        except OSError as cause:
            answer, problem = None, str(cause)
        release, counts = self._seen(answer) if answer and not problem and ask == self._release else (None, None)
        self.answers.append(Answer(began, time.monotonic(), release, counts, problem))

    def _release(self):
        return self.client.post("/api/v1/chart/data", {
            "datasource": {"id": self.dataset, "type": "table"}, "force": True, "result_format": "json",
            "result_type": "full", "queries": [{"columns": ["release_id", "counts"], "metrics": [], "row_limit": 10}]})

    @staticmethod
    def _seen(answer):
        row = answer.json()["result"][0]["data"][0]
        return row["release_id"], row["counts"]


if __name__ == "__main__":
    sys.exit(main())
