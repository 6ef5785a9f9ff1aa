"""Opens each dashboard in a real Chromium and holds what arrives against the DuckDB file of the release.

Runs in the browser environment. It fails on an error or empty chart, on a bump chart whose axis is not upside down, on
rows that differ from the views, and on anything that the page fetched from another machine."""

import argparse
import contextlib
import json
import os
import shutil
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import duckdb
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import TimeoutError as BrowserTimeout
from playwright.sync_api import sync_playwright

from checks.browser_page import CHARTS_STILL_LOADING, CHART_STATES, open_tab, read_bump_axis
from failures import WorldFailed

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]
SLUGS = {"leadership": {"vi": "lanh-dao", "en": "leadership"}, "operations": {"vi": "van-hanh", "en": "operations"}}
# Tables of the operations page: what is compared, and the SQL of its own that gives the same.
OPERATIONS = {
    "findings": (("finding_code", "finding_count"), "select code, count(*) from mart.rpt_finding group by code"),
    "deliveries": (("landing_file", "cell_count", "error_count", "warning_count"),
                   "select landing_file, sum(cell_count), sum(error_count), sum(warning_count) from (select d.delivery_id, d.landing_file,"
                   " d.cell_count, count(f.code) filter (severity = 'error') as error_count, count(f.code) filter (severity = 'warning')"
                   " as warning_count from mart.dim_delivery d left join mart.rpt_finding f using (delivery_id) group by all)"
                   " group by landing_file"),
    "completeness": (("form_code", "expected_count", "received_count"),
                     "select form_code, sum(expected_count), sum(received_count) from mart.rpt_completeness"
                     " where form_kind = 'contract' group by form_code"),
}
RANKING_COLUMNS = {"rank_label", "change_label", "org_unit_sort"}
COMPARED = ("unit", "rank", "rank_of", "rank_change", "previous_rank", "points", "rating", "basis")
# What the page opens on: real figures with the longest history, their last year.
OPENED = """
  with page as (select scorecard_code, reference_year from mart.rpt_standing where rank_of is not null
                order by scorecard_order, reference_year desc limit 1)"""
EXPECTED = OPENED + """
  select s."year", s.org_unit_label_{lang}, s."rank", case when s."rank" is not null then s.rank_of end, s.rank_change, s.previous_rank,
         coalesce(r.total_points::double, r.published_points), coalesce(s.rating_name_{lang}, ''), s.rank_basis_{lang}
  from mart.rpt_ranking r join page using (scorecard_code, reference_year)
  join mart.rpt_standing s using (scorecard_code, reference_year, org_unit_id)
  order by r."rank", r.org_unit_sort"""


def chromium_path():
    candidates = [os.environ.get("XEPHANG_CHROMIUM"), "/usr/bin/chromium"]
    candidates += [shutil.which(name) for name in ("chromium", "google-chrome", "chromium-browser")]
    for path in candidates:
        if path and os.access(path, os.X_OK):
            return path
    raise WorldFailed("No Chromium was found at $XEPHANG_CHROMIUM, /usr/bin/chromium or on the PATH. "
                      "Install it: apt-get install chromium")


class Visit:
    """One visit to the dashboard: the page, the chart data it received, the requests that failed."""

    def __init__(self, page, url, width):
        self.page, self.url, self.width = page, url, width
        self.answers, self.failures, self.strangers = {}, [], set()
        page.on("response", self._keep)
        page.on("request", self._watch)

    def _watch(self, request):
        address = urlsplit(request.url)
        if address.scheme in ("http", "https") and not request.url.startswith(self.url):
            self.strangers.add(address.hostname)

    def _keep(self, response):
        if not response.url.startswith(self.url):
            if response.url.startswith("http"):
                self.failures.append(f"the page fetched {response.url[:160]}; everything must come from Superset itself")
            return
        if response.status >= 400:
            self.failures.append(f"HTTP {response.status} for {response.url[len(self.url):][:160]}")
        elif "/api/v1/chart/data" in response.url:
            asked = json.loads(response.request.post_data or "{}").get("form_data", {})
            if asked.get("slice_id"):
                self.answers[asked["slice_id"]] = response.json()["result"]

    def log_in(self, password):
        """The form can be there before it listens: then the click is lost, and the page stays as it is."""
        self.page.goto(self.url + "/login/")
        for seconds in (15, 60):
            self.page.fill("[data-test=username-input]", "admin")
            self.page.fill("[data-test=password-input]", password)
            self.page.click("[data-test=login-button]")
            with contextlib.suppress(BrowserTimeout):
                self.page.wait_for_url(lambda address: "/login" not in address, wait_until="commit", timeout=seconds * 1000)
                return
        raise WorldFailed(f"Nobody could sign in at {self.url}/login/ within 75 s.")

    def open_dashboard(self, slug):
        self.page.goto(f"{self.url}/superset/dashboard/{slug}/")
        self.page.wait_for_selector('[data-test="chart-grid-component"]')
        self._wait_until_drawn()

    def tabs(self):
        """Opens one tab after the other and gives its number; a page without tabs is one."""
        number = 0
        while open_tab(self.page, number):
            if number:
                self._wait_until_drawn()
            yield number
            number += 1

    def _wait_until_drawn(self):
        self._show_whole_page()
        deadline = time.monotonic() + 90
        calm_since = None
        while time.monotonic() < deadline:  # calm = nothing loads for a second, because filters reload charts
            busy = self.page.evaluate(CHARTS_STILL_LOADING)
            calm_since = None if busy else calm_since or time.monotonic()
            if calm_since and time.monotonic() - calm_since > 1:
                self._show_whole_page()
                return
            self.page.wait_for_timeout(100)
        raise WorldFailed("After 90 s these charts were still loading: " + ", ".join(busy))

    def _show_whole_page(self):
        """Charts outside the window are not drawn, so the window is made as high as the page."""
        height = self.page.evaluate("Math.max(...[...document.querySelectorAll('.dashboard, .dragdroppable-root, body')]"
                                    ".map(e => e.scrollHeight + e.getBoundingClientRect().top))")
        self.page.set_viewport_size({"width": self.width, "height": int(min(max(height + 40, 2000), 9000))})
        self.page.wait_for_timeout(500)


def chart_problems(states):
    for chart in states:
        if chart["alert"]:
            yield f"chart '{chart['name']}' shows an error: {chart['alert'][:300]}"
        elif chart["empty"]:
            yield f"chart '{chart['name']}' is empty: {chart['empty']}"
        elif not chart["drawn"]:
            yield f"chart '{chart['name']}' drew nothing"


def ranking_rows(answer):
    for row in answer[0]["data"]:
        rank, rank_of = (int(part) for part in row["rank_label"].split("/")) if row["rank_label"] else (None, None)
        yield (row["chosen_unit"], rank, rank_of, row["rank_change"], row["previous_rank"], row["points"], row["rating"], row["rank_basis"])


def ranking_problems(answer, database, language):
    rows = list(ranking_rows(answer))
    years = sorted({row["year"] for row in answer[0]["data"]})
    with duckdb.connect(str(database), read_only=True) as connection:
        expected = connection.execute(EXPECTED.format(lang=language)).fetchall()
    latest = expected[0][0]
    if years != [latest]:
        yield f"the ranking table shows {', '.join(years) or 'no year'}; the page should open on {latest}"
        return
    if len(rows) != len(expected):
        yield f"the ranking table received {len(rows)} rows for {latest}; mart.rpt_ranking has {len(expected)}"
    for shown, wanted in zip(rows, (each[1:] for each in expected)):
        for column, left, right in zip(COMPARED, shown, wanted):
            if not _same(left, right):
                yield f"ranking {latest}, {wanted[0]}: {column} is shown as {left!r}, mart.rpt_ranking says {right!r}"


def _same(left, right):
    if isinstance(left, float) and isinstance(right, float):
        return abs(left - right) < 1e-9
    return left == right


def bump_problems(axis):
    if not axis:
        yield "the bump chart's axis could not be read: no chart was drawn"
        return
    if axis["inverse"] is not True or axis["y_of_first"] >= axis["y_of_last"]:
        yield (f"the bump chart's axis is not upside down: rank 1 is drawn at {axis['y_of_first']:.0f} px, "
               f"rank {axis['last']} at {axis['y_of_last']:.0f} px from the top")
    if axis["series_count"] < 2:
        yield f"the bump chart has {axis['series_count']} line(s)"
    if len(axis["chosen"]) != 1:
        yield f"the bump chart marks {len(axis['chosen'])} chosen units"
    if not axis["end_labels"]:
        yield "the bump chart's lines have no names at their ends"


def visit(arguments, summary):
    password = Path(arguments.password_file).read_text().strip()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        try:
            page = browser.new_page(viewport={"width": arguments.width, "height": 2000}, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")
            page.set_default_timeout(60_000)
            seen = Visit(page, arguments.url, arguments.width)
            seen.log_in(password)
            return [f"{slugs[language]}: {problem}" for dashboard, slugs in reversed(SLUGS.items()) for language in ("en", "vi")
                    for problem in look(seen, dashboard, language, arguments, summary)]
        finally:
            browser.close()


def look(seen, dashboard, language, arguments, summary):
    seen.answers.clear()
    seen.failures.clear()
    seen.open_dashboard(SLUGS[dashboard][language])
    states = {}
    for tab in seen.tabs():
        if arguments.screenshot:
            shot = Path(arguments.screenshot)
            parts = [shot.stem] + [dashboard] * (dashboard != "leadership") + [str(tab + 1)] * bool(tab) + [language] * (language != "vi")
            seen.page.screenshot(path=shot.with_name("-".join(parts) + shot.suffix))
        states.update({chart["id"]: chart for chart in seen.page.evaluate(CHART_STATES)})
    states = list(states.values())
    names = {chart["id"]: chart["name"] for chart in states}
    charts = [{"chart": name, "rows": sum(len(each["data"]) for each in seen.answers.get(number, []))} for number, name in names.items()]
    summary.setdefault("charts", []).extend(charts)
    summary["requests_refused_to"] = sorted(seen.strangers)
    yield from seen.failures
    yield from chart_problems(states)
    yield from (f"chart '{each['chart']}' received no rows" for each in charts if not each["rows"])
    yield from (judge_leadership if dashboard == "leadership" else judge_operations)(seen, arguments, summary, language)


def judge_leadership(seen, arguments, summary, language):
    ranking = next((each for each in seen.answers.values() if RANKING_COLUMNS <= set(each[0]["colnames"])), None)
    if ranking is None:
        yield "the ranking table is not on the page or asked for no data"
        return
    summary["ranking"] = ranking[0]["data"]
    yield from ranking_problems(ranking, arguments.database, language)
    summary["bump_axis"] = read_bump_axis(seen.page)
    yield from bump_problems(summary["bump_axis"])


def judge_operations(seen, arguments, _summary, _language):
    with duckdb.connect(str(arguments.database), read_only=True) as connection:
        for table, (columns, sql) in OPERATIONS.items():
            answer = next((each for each in seen.answers.values() if set(columns) <= set(each[0]["colnames"])), None)
            if answer is None:
                yield f"the table of {table} is not on the page or asked for no data"
                continue
            shown, wanted = {}, {row[0]: [int(value) for value in row[1:]] for row in connection.execute(sql).fetchall()}
            for row in answer[0]["data"]:
                sums = shown.setdefault(row[columns[0]], [0] * (len(columns) - 1))
                shown[row[columns[0]]] = [left + row[column] for left, column in zip(sums, columns[1:])]
            if wanted:
                yield from (f"{table}, {key}: {columns[1:]} are shown as {shown.get(key)}, the release says {wanted.get(key)}"
                            for key in sorted(shown.keys() | wanted.keys()) if shown.get(key) != wanted.get(key))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("url", "password-file", "database"):
        parser.add_argument(f"--{name}", required=True)
    for name in ("screenshot", "json"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--width", type=int, default=1440)
    arguments = parser.parse_args()
    summary, started = {"url": arguments.url}, time.monotonic()
    try:
        problems = visit(arguments, summary)
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
    print(f"the browser shows what the release holds ({summary['seconds']} s)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
