"""How long a page takes from the navigation until all its charts are drawn, in a real Chromium.

    bench/dashboards/pages.sh LAKE [VISITS]

One reader, one page after the other, past every cache of the server; the program files of Superset stay in the browser's cache
after the first visit, which is not counted. Of a page with tabs the first tab. Prints a table in Markdown."""

import os
import statistics
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "dashboards"))
from checks.browser_check import SLUGS  # noqa: E402
from checks.browser_visit import FLAGS, Visit, chromium_path  # noqa: E402
from server.instance import Instance  # noqa: E402


def main():
    instance = Instance(sys.argv[1])
    visits = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    instance.require_running()
    print("| page | charts of the first tab | chart requests | visits | p50 s | p95 s | load |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        try:
            page = browser.new_page(viewport={"width": 1440, "height": 2000}, locale="vi-VN")
            page.set_default_timeout(120_000)
            seen = Visit(page, instance.url, 1440)
            seen.log_in(instance.password_file.read_text().strip())
            for slugs in SLUGS.values():
                print(measure(seen, slugs["vi"], visits), flush=True)
        finally:
            browser.close()


def measure(seen, slug, visits):
    seen.open_dashboard(slug)
    took = sorted(seen.open_dashboard(slug) for _ in range(visits))
    worst = statistics.quantiles(took, n=20)[18] if visits > 1 else took[0]
    return (f"| {slug} | {len(seen.drawn())} | {len(seen.answered)} | {visits} | {statistics.median(took):.1f} | {worst:.1f} "
            f"| {os.getloadavg()[0]:.0f} |")


if __name__ == "__main__":
    main()
