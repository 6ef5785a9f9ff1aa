"""Walks through what a reader can open in a real Chromium and lists the words of Superset that are still English.

A text counts when it is one of Superset's own messages (its translation template) and translations/vi.json has no Vietnamese for
it. Runs in the browser environment: manage.py words-check."""

import argparse
import json
import re
import sys
from pathlib import Path

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import sync_playwright

from checks.browser_check import FLAGS, chromium_path
from failures import WorldFailed

WORDS = Path(__file__).resolve().parents[1] / "server" / "translations" / "vi.json"
VISIBLE = """
() => {
  const found = new Set();
  const shown = element => element.offsetParent !== null || element === document.body;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const owner = node.parentElement;
    if (!owner || owner.closest('script, style, noscript, pre, code') || !shown(owner)) continue;
    found.add(node.textContent.trim());
  }
  for (const element of document.querySelectorAll('[placeholder], [title], [aria-label], [alt]')) {
    if (!shown(element)) continue;
    for (const name of ['placeholder', 'title', 'aria-label', 'alt']) found.add((element.getAttribute(name) || '').trim());
  }
  found.add(document.title.trim());
  return [...found].filter(text => /[A-Za-z]{2}/.test(text));
}
"""
CHART_MENU = '[id^="slice_"][id$="-controls"]'
HOLE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\{?\s*\w+\s*\}?\}")


def main():
    arguments = argparse.ArgumentParser()
    for name in ("--url", "--user", "--password-file", "--template", "--dashboard"):
        arguments.add_argument(name, required=True)
    arguments.add_argument("--all", action="store_true", help="also list texts that are no message of Superset")
    options = arguments.parse_args()
    try:
        seen = walk(options)
    except (WorldFailed, BrowserError) as failure:
        print(failure)
        return 5
    messages, known = template_messages(Path(options.template)), json.loads(WORDS.read_text(encoding="utf-8"))
    patterns, missing, other = patterns_of(messages), {}, {}
    for text, where in sorted(seen.items()):
        message = message_of(text, messages, patterns)
        if message and message not in known:
            missing[message] = where
        elif not message and text.isascii():
            other[text] = where
    for message, where in missing.items():
        print(f"{where}: {message}")
    if options.all:
        print("-- no message of Superset --")
        print("\n".join(f"{where}: {text}" for text, where in other.items()))
    print(f"{len(seen)} texts seen, {len(missing)} messages without Vietnamese")
    return 5 if missing else 0


def template_messages(path):
    """Every msgid of a .pot file."""
    found, current = set(), None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(("msgid ", "msgid_plural ")):
            current = [json.loads(line.split(" ", 1)[1])]
        elif line.startswith('"') and current is not None:
            current.append(json.loads(line))
        elif current is not None:
            found.add("".join(current))
            current = None
    return {message for message in found if re.search("[A-Za-z]{2}", message)}


def message_of(text, messages, patterns):
    """The message that a text on the page is, or None."""
    return text if text in messages else next((message for message, pattern in patterns if pattern.fullmatch(text)), None)


def patterns_of(messages):
    """Of the messages with holes that say something besides: the message and what it looks like when they are filled."""
    return [(message, re.compile("(?:.+)".join(map(re.escape, HOLE.split(message)))))
            for message in sorted(messages) if HOLE.search(message) and len(HOLE.sub("", message).strip()) > 3]


def walk(options):
    seen = {}
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 2000}, locale="vi-VN")

        def note(where):
            page.wait_for_timeout(400)
            for text in page.evaluate(VISIBLE):
                seen.setdefault(text, where)

        _sign_in(page, options, note)
        _dashboard(page, options, note)
        _rest(page, options, note)
        browser.close()
    return seen


def _sign_in(page, options, note):
    page.goto(options.url + "/login/")
    page.wait_for_selector("[data-test=login-button]")
    note("sign in")
    page.click("[data-test=login-button]")
    note("sign in, empty")
    page.fill("[data-test=username-input]", options.user)
    page.fill("[data-test=password-input]", "wrong")
    page.click("[data-test=login-button]")
    page.wait_for_timeout(1500)
    note("sign in, wrong")
    page.fill("[data-test=username-input]", options.user)
    page.fill("[data-test=password-input]", Path(options.password_file).read_text().strip())
    page.click("[data-test=login-button]")
    page.wait_for_url(lambda address: "/login" not in address, wait_until="commit")


def _dashboard(page, options, note):
    page.goto(f"{options.url}/superset/dashboard/{options.dashboard}/")
    note("dashboard, loading")
    page.wait_for_selector('[data-test="slice-container"]', timeout=60_000)
    page.wait_for_timeout(4000)
    note("dashboard")
    _open(page, note, "menu of the dashboard", '[data-test="actions-trigger"]')
    for number in range(min(page.locator(CHART_MENU).count(), 8)):
        _open(page, note, "menu of a chart", f"{CHART_MENU} >> nth={number}")
    for number in range(min(page.locator(".ant-select-selector, .ant-select").count(), 8)):
        _open(page, note, "choices of a filter", f".ant-select-selector, .ant-select >> nth={number}")
    _open(page, note, "filters applied", '[data-test="applied-filter-count"] >> nth=0')
    for number in range(page.locator('[role="tab"]').count()):
        page.locator('[role="tab"]').nth(number).click(timeout=2000)
        page.wait_for_timeout(2500)
        note("tab of the dashboard")
        _look_behind(page, note)
    _type(page, note, "a filter without a match", "input[role=combobox] >> nth=0", "zzzz")
    _type(page, note, "a table without a match", '[data-test="slice-container"] input[type=text], .dt-global-filter input', "zzzz")


def _look_behind(page, note):
    """The menu of the right button over a cell and over a drawing, what it leads to, and a click that filters the other charts."""
    for where, selector in (("a cell", '[data-test="slice-container"] td'), ("a drawing", '[data-test="slice-container"] canvas')):
        for button in ("right", "left"):
            try:
                page.locator(selector).locator("visible=true").first.click(button=button, timeout=2000)
            except BrowserError:
                continue
            note(f"{button} button over {where}")
            _follow(page, note) if button == "right" else _open(page, note, "menu of a chart, filtered", CHART_MENU)
            page.keyboard.press("Escape")


def _follow(page, note):
    entries = page.locator(".ant-dropdown-menu-item, .ant-dropdown-menu-submenu-title").locator("visible=true")
    for number in range(min(entries.count(), 6)):
        try:
            entries.nth(number).hover(timeout=1000)
            note("menu of the right button")
        except BrowserError:
            continue
    for name in ("Xem chi tiết", "Xem chi tiết theo"):
        try:
            page.get_by_text(name).locator("visible=true").first.click(timeout=500)
        except BrowserError:
            continue
        page.wait_for_timeout(3000)
        note(f"window '{name}'")
        page.keyboard.press("Escape")
        page.wait_for_timeout(400)
        return


def _open(page, note, where, selector):
    try:
        page.locator(selector).first.click(timeout=2000)
    except BrowserError:
        return
    note(where)
    for entry in page.locator(".ant-dropdown-menu-submenu-title, .ant-menu-submenu-title").all():
        try:
            entry.hover(timeout=1000)
            note(where)
        except BrowserError:
            continue
    for name in ("Xem dạng bảng", "Xem câu truy vấn", "Xem chi tiết"):
        _modal(page, note, selector, name)
    page.keyboard.press("Escape")
    page.mouse.click(5, 5)


def _modal(page, note, selector, name):
    try:
        page.get_by_text(name, exact=True).first.click(timeout=300)
    except BrowserError:
        return
    page.wait_for_timeout(2500)
    note(f"window '{name}'")
    page.keyboard.press("Escape")
    page.wait_for_timeout(400)
    page.locator(selector).first.click(timeout=2000)
    page.wait_for_timeout(300)


def _type(page, note, where, selector, text):
    try:
        field = page.locator(selector).first
        field.click(timeout=2000)
        field.type(text, timeout=2000)
    except BrowserError:
        return
    page.wait_for_timeout(1500)
    note(where)
    page.keyboard.press("Escape")


def _rest(page, options, note):
    for where, path in (("list of dashboards", "/dashboard/list/"), ("own page", "/user_info/"), ("charts", "/chart/list/"),
                        ("not there", "/superset/dashboard/there-is-none/"), ("not allowed", "/sqllab/")):
        page.goto(options.url + path)
        page.wait_for_timeout(3000)
        note(where)
        if where == "list of dashboards":
            _type(page, note, "list without a match", "input[type=text] >> nth=0", "zzzz")
            page.keyboard.press("Enter")
            page.wait_for_timeout(1500)
            note("list without a match")
            _open_settings(page, note)


def _open_settings(page, note):
    for entry in page.locator(".ant-menu-submenu-title, [data-test=settings-menu]").all():
        try:
            entry.hover(timeout=1000)
            note("menu at the top")
        except BrowserError:
            continue


if __name__ == "__main__":
    sys.exit(main())
