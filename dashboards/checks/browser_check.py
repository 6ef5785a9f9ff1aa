"""Opens each dashboard in a real Chromium and holds what arrives and what is drawn against the DuckDB file of the release.

Runs in the browser environment. Each page is opened as it is, in both languages, and under filter states that are drawn from the
choices of the release, through a reader's link. It fails on an error or an empty chart, on values that differ from the views, on a
kind of chart of which no chart is held against the release, and on anything that a page fetched from another machine."""

import argparse
import json
import sys
import time
from pathlib import Path

import duckdb
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import TimeoutError as BrowserTimeout
from playwright.sync_api import sync_playwright

from checks import judge_analysis, judge_leadership, judge_operations, judge_ranks
from checks.browser_shown import Shown
from checks.browser_visit import FLAGS, Visit, chromium_path
from checks.charts_check import RestClient, dashboards, drawn_states, filters_of
from failures import WorldFailed

# Who holds the values of a page against the release: judge(Shown) gives problems.
JUDGES = {"operations": [judge_operations.judge], "analysis": [judge_analysis.judge, judge_ranks.judge],
          "leadership": [judge_leadership.judge]}
SLUGS = {"leadership": {"vi": "lanh-dao", "en": "leadership"}, "operations": {"vi": "van-hanh", "en": "operations"},
         "analysis": {"vi": "phan-tich", "en": "analysis"}}
LANGUAGES = ("en", "vi")


class Check:
    def __init__(self, arguments, seen, release):
        self.arguments, self.seen, self.release = arguments, seen, release
        self.summary = {"url": arguments.url, "charts": [], "states": [], "requests_refused_to": []}
        self.problems, self.kinds, self.kinds_held = [], {}, set()

    def run(self, client):
        on_server = {each["slug"]: each for each in dashboards(client)}
        known = {slug for slugs in SLUGS.values() for slug in slugs.values()}
        self.problems += [f"{slug}: nobody holds its values against the release; name it in browser_check.py"
                          for slug in sorted(on_server.keys() - known)]
        for name in self.arguments.dashboard or JUDGES:
            for turn, language in enumerate(LANGUAGES):
                self._look(name, language, None, {})
                self._drawn(client, on_server[SLUGS[name][language]], name, language, turn)
        self.problems += [f"no chart of kind {kind} is held against the release, such as '{name}'"
                          for kind, name in sorted(self.kinds.items()) if kind not in self.kinds_held]

    def _drawn(self, client, dashboard, name, language, turn):
        """Every second of the drawn states, so that the two languages share them."""
        ids = {each["targets"][0]["column"]["name"]: each["id"] for each in filters_of(client, dashboard)}
        states = drawn_states(client, dashboard)[:self.arguments.states] if self.arguments.states else []
        for state in states[turn::len(LANGUAGES)]:
            chosen = [each for each, _ in state]
            self._look(name, language, {ids[each["col"]]: each for each in chosen}, {each["col"]: each["val"][0] for each in chosen})

    def _look(self, name, language, state, choice):
        slug = SLUGS[name][language]
        where = f"{slug} [{' · '.join(map(str, choice.values()))}]" if choice else slug
        began = time.monotonic()
        try:
            self.seen.open_dashboard(slug, state)
        except WorldFailed as slow:
            self.problems.append(f"{where}: {slow}")
            return
        charts = {}
        for tab in self.seen.tabs():
            if not choice:
                self._picture(name, language, tab)
            charts.update({chart["id"]: chart for chart in self.seen.drawn()})
        shown = Shown(language, choice, self.seen.answers(), charts, self.release)
        found = self.seen.failures + list(chart_problems(shown)) + [each for judge in JUDGES[name] for each in judge(shown)]
        self.problems += [f"{where}: {problem}" for problem in found]
        self.kinds.update({chart["viz"]: chart["name"] for chart in charts.values()})
        self.kinds_held |= shown.kinds_held
        self._keep(name, language, where, shown, time.monotonic() - began)

    def _keep(self, name, language, where, shown, seconds):
        self.summary["states"].append({"page": where, "seconds": round(seconds, 1), "charts": len(shown.charts),
                                       "requests": len(self.seen.answered)})
        self.summary["requests_refused_to"] = sorted(self.seen.strangers)
        if not shown.choice:
            self.summary["charts"] += [{"chart": chart["name"], "rows": len(shown.answers.get(number, []))}
                                       for number, chart in shown.charts.items()]
        if not shown.choice and name == "leadership" and language == "vi":
            self.summary["ranking"] = shown.rows("rank_label", "change_label", "org_unit_sort")

    def _picture(self, name, language, tab):
        if self.arguments.screenshot:
            shot = Path(self.arguments.screenshot)
            parts = [shot.stem] + [name] * (name != "leadership") + [str(tab + 1)] * bool(tab) + [language] * (language != "vi")
            self.seen.picture(shot.with_name("-".join(parts) + shot.suffix))


def chart_problems(shown):
    for number, chart in shown.charts.items():
        if chart["alert"]:
            yield f"chart '{chart['name']}' shows an error: {chart['alert'][:300]}"
        elif chart["empty"]:
            yield f"chart '{chart['name']}' is empty: {chart['empty']}"
        elif not chart["drawn"]:
            yield f"chart '{chart['name']}' drew nothing"
        elif not shown.answers.get(number):
            yield f"chart '{chart['name']}' received no rows"
    yield from (f"chart number {number} asked for data and is on no open tab" for number in shown.answers.keys() - shown.charts.keys())


def visit(arguments):
    password = Path(arguments.password_file).read_text().strip()
    with sync_playwright() as playwright, duckdb.connect(str(arguments.database), read_only=True) as release:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        try:
            page = browser.new_page(viewport={"width": arguments.width, "height": 2000}, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")
            page.set_default_timeout(60_000)
            check = Check(arguments, Visit(page, arguments.url, arguments.width), release)
            check.seen.log_in(password)
            check.run(RestClient(arguments.url, password))
            return check
        finally:
            browser.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("url", "password-file", "database"):
        parser.add_argument(f"--{name}", required=True)
    for name in ("screenshot", "json"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--width", type=int, default=1440)
    parser.add_argument("--states", type=int, default=5)
    parser.add_argument("--dashboard", action="append", choices=list(JUDGES))
    arguments = parser.parse_args()
    summary, problems, started = {"url": arguments.url}, [], time.monotonic()
    try:
        check = visit(arguments)
        summary, problems = check.summary, check.problems
    except WorldFailed as failure:
        problems = [str(failure)]
    except (BrowserTimeout, BrowserError, OSError, duckdb.Error) as cause:
        problems = [f"{type(cause).__name__}: {str(cause)[:600]}"]
    summary.update(seconds=round(time.monotonic() - started, 1), problems=problems)
    if arguments.json:
        Path(arguments.json).write_text(json.dumps(summary, ensure_ascii=False, indent=1), encoding="utf-8")
    if problems:
        print(f"{len(problems)} problem(s) on {arguments.url}:\n  " + "\n  ".join(problems), file=sys.stderr)
        return WorldFailed.exit_code
    for each in summary["charts"]:
        print(f"{each['rows']:>6}  {each['chart']}")
    for each in summary["states"]:
        print(f"{each['seconds']:>5} s  {each['charts']} charts  {each['page']}")
    print(f"the browser shows what the release holds ({summary['seconds']} s)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
