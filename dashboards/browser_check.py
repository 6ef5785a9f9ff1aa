"""Opens the PCI dashboard in a real Chromium and holds what arrives against the DuckDB file of the release.

Runs in the browser environment. It fails on an error or empty chart, on a bump chart whose axis is not upside down, on
ranking rows that differ from mart.rpt_ranking, and on anything that the page fetched from another machine."""

import argparse
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

from browser_page import CHARTS_STILL_LOADING, CHART_STATES, read_bump_axis
from failures import WorldFailed

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]
RANKING_COLUMNS = {"rank_label", "change_label", "org_unit_sort"}
COMPARED = ("org_unit_name_vi", "rank", "rank_of", "rank_change", "previous_rank", "points", "rating", "basis")
EXPECTED = """
  select org_unit_name_vi, "rank", case when "rank" is not null then rank_of end, rank_change, previous_rank, coalesce(total_points::double, published_points),
         coalesce(published_rating, ''), coalesce(rank_basis, '')
  from mart.rpt_ranking where scorecard_code = 'pci' and "year" = ? order by "rank", org_unit_sort"""
BASIS = {"từ tiêu chí": "criteria", "từ điểm công bố": "published points"}


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

    def __init__(self, page, url):
        self.page, self.url = page, url
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
        self.page.goto(self.url + "/login/")
        self.page.fill("[data-test=username-input]", "admin")
        self.page.fill("[data-test=password-input]", password)
        self.page.click("[data-test=login-button]")
        self.page.wait_for_url(lambda address: "/login" not in address, wait_until="commit")

    def open_dashboard(self):
        self.page.goto(self.url + "/superset/dashboard/pci/")
        self.page.wait_for_selector('[data-test="chart-grid-component"]')
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
        self.page.set_viewport_size({"width": 1440, "height": int(min(max(height + 40, 2000), 9000))})
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
        yield (row["org_unit_name_vi"], row["rank_label"], row["change_label"], row["rank_change"], row["previous_rank"],
               row["points"], row["rating_label"], row["rank_basis_label"])


def as_compared(row):
    name, rank_label, _, change, previous, points, rating, basis = row
    rank, rank_of = (int(part) for part in rank_label.split("/")) if rank_label else (None, None)
    return name, rank, rank_of, change, previous, points, rating, BASIS.get(basis, basis)


def ranking_problems(answer, database):
    rows = [as_compared(row) for row in ranking_rows(answer)]
    years = sorted({row["year"] for row in answer[0]["data"]})
    with duckdb.connect(str(database), read_only=True) as connection:
        latest = connection.execute("select max(\"year\") from mart.rpt_ranking where scorecard_code = 'pci'").fetchone()[0]
        expected = connection.execute(EXPECTED, [latest]).fetchall()
    if years != [latest]:
        yield f"the ranking table shows {', '.join(years) or 'no year'}; the latest year of the release is {latest}"
        return
    if len(rows) != len(expected):
        yield f"the ranking table received {len(rows)} rows for {latest}; mart.rpt_ranking has {len(expected)}"
    for shown, wanted in zip(rows, expected):
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
    if not axis["end_labels"]:
        yield "the bump chart's lines have no names at their ends"


def visit(arguments, summary):
    password = Path(arguments.password_file).read_text().strip()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        try:
            page = browser.new_page(viewport={"width": 1440, "height": 2000}, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")
            page.set_default_timeout(60_000)
            seen = Visit(page, arguments.url)
            seen.log_in(password)
            seen.open_dashboard()
            if arguments.screenshot:
                page.screenshot(path=arguments.screenshot)
            return list(judge(seen, arguments, summary))
        finally:
            browser.close()


def judge(seen, arguments, summary):
    states = seen.page.evaluate(CHART_STATES)
    names = {chart["id"]: chart["name"] for chart in states}
    summary["charts"] = [{"chart": name, "rows": sum(len(each["data"]) for each in seen.answers.get(number, []))}
                         for number, name in names.items()]
    summary["requests_refused_to"] = sorted(seen.strangers)
    yield from seen.failures
    yield from chart_problems(states)
    yield from (f"chart '{each['chart']}' received no rows" for each in summary["charts"] if not each["rows"])
    ranking = next((each for each in seen.answers.values() if RANKING_COLUMNS <= set(each[0]["colnames"])), None)
    if ranking is None:
        yield "the ranking table is not on the page or asked for no data"
        return
    summary["ranking"] = ranking[0]["data"]
    yield from ranking_problems(ranking, arguments.database)
    summary["bump_axis"] = read_bump_axis(seen.page)
    yield from bump_problems(summary["bump_axis"])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("url", "password-file", "database"):
        parser.add_argument(f"--{name}", required=True)
    for name in ("screenshot", "json"):
        parser.add_argument(f"--{name}")
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
        print(f"{len(problems)} problem(s) on {arguments.url}/superset/dashboard/pci/:\n  " + "\n  ".join(problems), file=sys.stderr)
        return WorldFailed.exit_code
    for each in summary["charts"]:
        print(f"{each['rows']:>6}  {each['chart']}")
    print(f"the browser shows what the release holds ({summary['seconds']} s)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
