"""A real Chromium that opens dashboards, keeps what they receive, and says what they draw."""

import contextlib
import json
import os
import shutil
import time
from urllib.parse import quote, urlsplit

from playwright.sync_api import TimeoutError as BrowserTimeout

from checks.browser_page import CHART_STATES, CHARTS_STILL_LOADING, PAGE_HEIGHT, open_tab
from failures import WorldFailed

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]
PATIENCE = 240


def chromium_path():
    candidates = [os.environ.get("XEPHANG_CHROMIUM"), "/usr/bin/chromium"]
    candidates += [shutil.which(name) for name in ("chromium", "google-chrome", "chromium-browser")]
    for path in candidates:
        if path and os.access(path, os.X_OK):
            return path
    raise WorldFailed("No Chromium was found at $XEPHANG_CHROMIUM, /usr/bin/chromium or on the PATH. "
                      "Install it: apt-get install chromium")


class Visit:
    """One reader's page: the chart data it received, the requests that failed, what it draws."""

    def __init__(self, page, url, width):
        self.page, self.url, self.width = page, url, width
        self.asked, self.answered, self.failures, self.strangers = set(), [], [], set()
        page.on("request", self._watch)
        page.on("response", self._judge)
        page.on("requestfinished", self._keep)

    def _watch(self, request):
        address = urlsplit(request.url)
        if address.scheme in ("http", "https") and not request.url.startswith(self.url):
            self.strangers.add(address.hostname)
        if "/api/v1/chart/data" in request.url:
            self.asked.add(request)

    def _judge(self, response):
        if not response.url.startswith(self.url):
            if response.url.startswith("http"):
                self.failures.append(f"the page fetched {response.url[:160]}; everything must come from Superset itself")
        elif response.status >= 400:
            self.failures.append(f"HTTP {response.status} for {response.url[len(self.url):][:160]}")

    def _keep(self, request):
        """Only what this page asked for: answers to the page before it can come late."""
        if request in self.asked:
            self.answered.append(request)

    def answers(self):
        """{number of the chart: the last answer it got}"""
        found = {}
        for request in self.answered:
            number = json.loads(request.post_data or "{}").get("form_data", {}).get("slice_id")
            response = request.response()
            if number and response and response.status == 200:
                found[number] = response.json()["result"]
        return found

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

    def open_dashboard(self, slug, state=None):
        """state: {filter id: {"col", "op", "val"}}, as a reader's link has it; without, the page as it opens. Gives the
        seconds from the navigation until every chart of the first tab was drawn."""
        self.asked.clear()
        self.answered.clear()
        self.failures.clear()
        began = time.monotonic()
        self.page.goto(f"{self.url}/superset/dashboard/{slug}/" + (f"?native_filters={quote(_masks(state))}" if state else ""))
        self.page.wait_for_selector('[data-test="chart-grid-component"]')
        return self._wait_until_drawn() - began

    def tabs(self):
        """Opens one tab after the other and gives its number; a page without tabs is one."""
        number = 0
        while open_tab(self.page, number):
            if number:
                self._wait_until_drawn()
            yield number
            number += 1

    def drawn(self):
        """The charts of the open tab"""
        return self.page.evaluate(CHART_STATES)

    def _wait_until_drawn(self):
        self._show_whole_page()
        deadline = time.monotonic() + PATIENCE
        calm_since = None
        while time.monotonic() < deadline:  # calm = nothing loads for a second, because filters reload charts
            busy = self.page.evaluate(CHARTS_STILL_LOADING)
            calm_since = None if busy else calm_since or time.monotonic()
            if calm_since and time.monotonic() - calm_since > 1:
                self._show_whole_page()
                return calm_since
            self.page.wait_for_timeout(100)
        raise WorldFailed(f"After {PATIENCE} s these charts were still loading: " + ", ".join(busy))

    def _show_whole_page(self):
        """Charts outside the window are not drawn, so the window is made as high as the page."""
        height = int(min(max(self.page.evaluate(PAGE_HEIGHT) + 40, 2000), 9000))
        if self.page.viewport_size["height"] < height:
            self.page.set_viewport_size({"width": self.width, "height": height})
            self.page.wait_for_timeout(500)

    def picture(self, file):
        """Of the whole page, and of no more"""
        height = int(min(self.page.evaluate(PAGE_HEIGHT) + 40, 9000))
        self.page.screenshot(path=file, clip={"x": 0, "y": 0, "width": self.width, "height": height})


def _masks(state):
    return _rison({number: {"id": number, "extraFormData": {"filters": [chosen]}, "ownState": {},
                            "filterState": {"value": chosen["val"], "label": ", ".join(map(str, chosen["val"]))}}
                   for number, chosen in state.items()})


def _rison(value):
    """The way Superset writes JSON into an address"""
    if isinstance(value, dict):
        return "(" + ",".join(f"{_rison(key)}:{_rison(each)}" for key, each in value.items()) + ")"
    if isinstance(value, list):
        return "!(" + ",".join(map(_rison, value)) + ")"
    if isinstance(value, str):
        return "'" + value.replace("!", "!!").replace("'", "!'") + "'"
    return str(value)
