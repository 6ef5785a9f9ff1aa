#!/usr/bin/env python3
"""Superset for the releases of a lake: install, start, stop, import, check. Needs nothing but Python 3.9 or newer."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from checks.charts_check import DRAWN_STATES, RestClient, as_table, check_charts, check_drawn_states, require_well
from failures import DashboardFailure
from server.instance import Instance
from server.trial import trial_of_sign_in
from environments.superset_env import CONSTRAINTS, DASHBOARDS, ensure, environment_path, is_finished, require, say

EXAMPLES = """examples:
  manage.py install                            make the pinned environment (once, about 1 minute)
  manage.py start --lake /data/lake            start in the background, import the dashboards, print address and login
  manage.py start --lake /data/lake --port 0   the same on any free port
  manage.py check --lake /data/lake            test the files, then ask for the data of every chart
  manage.py browser-check --lake /data/lake --screenshot page.png --json page.json
  manage.py roles --lake /data/lake            who sees which rows
  manage.py users --lake /data/lake --users /etc/xephang/users.yaml
  manage.py stop --lake /data/lake
"""


def install(options):
    print(ensure(options.home, "superset").parent.parent)


def start(options):
    instance = Instance(options.lake)
    instance.require_release()
    python = ensure(options.home, "superset")
    say(f"Starting Superset for {instance.lake}")
    instance.make_folder()
    instance.start(python, options.port)
    _import(instance, python)
    if options.port and options.port != instance.started()["port"]:
        say(f"  it was already running on port {instance.started()['port']}; to move it, stop it first")
    print(f"{instance.url}/superset/dashboard/lanh-dao/\nuser: admin\npassword: {instance.password_file.read_text().strip()}")


def stop(options):
    instance = Instance(options.lake)
    print("stopped" if instance.stop() else f"Superset was not running for {instance.lake}")


def import_assets(options):
    instance = Instance(options.lake)
    instance.require_release()
    instance.require_running()
    print(as_table(_import(instance, require(options.home, "superset"))))


def _import(instance, python):
    """Linted, imported when something changed, then every chart is asked for its data."""
    say("  importing the dashboards")
    say("  " + instance.run_script(python, "importing.importer").replace("\n", "\n  "))
    for line in instance.run_script(python, "access.roles").splitlines():
        if line.startswith("warning"):
            say("  " + line)
    return _check_charts(instance)


def _check_charts(instance):
    lines = check_charts(RestClient(instance.url, instance.password_file.read_text().strip()))
    _require_well(instance, lines)
    return lines


def _require_well(instance, lines):
    empty = require_well(lines, instance.ranks_nothing())
    if empty:
        say(f"  this release ranks nothing yet: {empty} charts have nothing to show")


def roles(options):
    instance = _running(options)
    print(instance.run_script(require(options.home, "superset"), "access.roles"))


def users(options):
    instance = _running(options)
    print(instance.run_script(require(options.home, "superset"), "access.roles", "--users", str(Path(options.users).resolve())))


def gate_check(options):
    return _run_check(options, "checks.gate_check", ["--write"] if options.write else [])


def sign_in_check(options):
    """With settings of its own for as long as it takes: a provider on a free port, groups beside nobody."""
    instance = _running(options)
    python = require(options.home, "superset")
    with trial_of_sign_in(instance, python) as port:
        return _run_check(options, "checks.sign_in_check", ["--port", str(port)])


def import_check(options):
    return _run_check(options, "checks.import_check", [])


def live_check(options):
    how = ["--ask"] if options.ask else ["--command", str(DASHBOARDS.parent / "xephang")]
    return _run_check(options, "checks.live_check",
                      ["--switches", str(options.switches), "--readers", str(options.readers)] + how)


def _run_check(options, module, arguments):
    instance = _running(options)
    command = [str(require(options.home, "superset")), "-m", module, "--url", instance.url, *arguments]
    with open(instance.log, "a") as log:
        return subprocess.run(command, cwd=instance.folder, env=instance.variables(), stderr=log).returncode


def _running(options):
    instance = Instance(options.lake)
    instance.require_release()
    instance.require_running()
    return instance


def check(options):
    instance = Instance(options.lake)
    instance.require_release()
    instance.folder.mkdir(parents=True, exist_ok=True)
    say(instance.run_script(require(options.home, "superset"), "importing.lint"))
    instance.require_running()
    client = RestClient(instance.url, instance.password_file.read_text().strip())
    lines = check_charts(client) + check_drawn_states(client)
    print(as_table(lines))
    _require_well(instance, lines)


def status(options):
    instance = Instance(options.lake)
    environment = environment_path(options.home, "superset")
    print(f"environment  {environment} ({'installed' if is_finished(environment) else 'not installed'})")
    print(f"release      {instance.database_file.resolve() if instance.database_file.is_file() else 'none'}")
    print(f"server       {instance.url + ' (process %d)' % instance.pid() if instance.is_healthy() else 'not running'}")
    print(f"log          {instance.log}")


def browser_check(options):
    instance = Instance(options.lake)
    instance.require_release()
    instance.require_running()
    python = ensure(options.home, "browser")
    command = [str(python), "-m", "checks.browser_check", "--url", instance.url,
               "--password-file", str(instance.password_file), "--database", str(instance.database_file)]
    command += ["--width", str(options.width), "--states", str(options.states)]
    command += [f"--dashboard={name}" for name in options.only or []]
    for name in ("screenshot", "json"):
        if getattr(options, name):
            command += [f"--{name}", str(Path(getattr(options, name)).resolve())]
    return subprocess.run(command, env=_variables()).returncode


def _variables():
    return {**os.environ, "PYTHONPATH": str(DASHBOARDS), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def words_check(options):
    instance = _running(options)
    template = next(environment_path(options.home, "superset").glob("lib/*/site-packages/superset/translations/messages.pot"))
    command = [str(ensure(options.home, "browser")), "-m", "checks.words_check", "--url", instance.url, "--user", options.user,
               "--password-file", str(Path(options.password_file).resolve()), "--template", str(template),
               "--dashboard", options.dashboard] + (["--all"] if options.all else [])
    return subprocess.run(command, env=_variables()).returncode


def venv(options):
    print(ensure(options.home, options.name))


def parser():
    top = argparse.ArgumentParser(prog="manage.py", description=__doc__, epilog=EXAMPLES,
                                  formatter_class=argparse.RawDescriptionHelpFormatter)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--lake", metavar="DIR", default=os.environ.get("XEPHANG_LAKE", "lake"),
                        help="the lake whose current release is shown (default: $XEPHANG_LAKE, else ./lake)")
    common.add_argument("--home", metavar="DIR", default=str(DASHBOARDS.parent),
                        help="where environments are kept, in .superset/ (default: the repository)")
    common.add_argument("--port", metavar="N", type=int, default=None,
                        help="port on 127.0.0.1 (default 8088; 0 = any free one)")
    commands = top.add_subparsers(dest="command", required=True, metavar="command")

    def command(name, action, what):
        sub = commands.add_parser(name, parents=[common], help=what, description=what)
        sub.set_defaults(action=action)
        return sub

    command("install", install, "make the pinned Superset environment; does nothing when it is there")
    command("start", start, "start Superset in the background and import the dashboards; prints address and login")
    command("stop", stop, "stop it")
    command("import", import_assets, "lint the dashboard files, import what changed, query every chart")
    command("check", check, "lint the files against the release, then query every chart, also under five drawn filter choices")
    command("roles", roles, "put roles.yaml into force (import does so too) and print who sees which rows")
    of_file = command("users", users, "make, change and shut out users as a file says; see dashboards/access/users.example.yaml")
    of_file.add_argument("--users", metavar="FILE", required=True, help="who signs in, with role and org units (YAML)")
    gate = command("gate-check", gate_check, "try as every kind of reader what it may and may not; compare with docs/")
    gate.add_argument("--write", action="store_true", help="write what came back to docs/dashboards-roles.md")
    command("sign-in-check", sign_in_check, "sign readers of an identity provider in, one that runs here; restarts the server twice")
    command("import-check", import_check, "import new, same, broken and fewer files into a copy of the server's database; see what is left")
    live = command("live-check", live_check, "switch between the two newest releases under readers; no error, nothing stale")
    live.add_argument("--switches", metavar="N", type=int, default=50, help="how often (default 50)")
    live.add_argument("--readers", metavar="N", type=int, default=10, help="how many read at a time (default 10)")
    live.add_argument("--ask", action="store_true", help="print the id to be served and wait for a line, instead of rollback")
    command("status", status, "what is installed, running and shown")
    browser = command("browser-check", browser_check, "open the dashboard in Chromium and compare it with the release")
    browser.add_argument("--screenshot", metavar="FILE", help="save a picture of the whole dashboard (PNG)")
    browser.add_argument("--width", metavar="PIXELS", type=int, default=1440, help="width of the window (default 1440)")
    browser.add_argument("--only", metavar="PAGE", action="append", help="leadership, operations or analysis; may be repeated (default: all)")
    browser.add_argument("--states", metavar="N", type=int, default=DRAWN_STATES,
                         help=f"choices of filters drawn for each dashboard (default {DRAWN_STATES}; 0: only as it opens)")
    browser.add_argument("--json", metavar="FILE", help="save row counts and the ranking rows that the browser received")
    words = command("words-check", words_check, "open what a reader can open in Chromium; list Superset's words without Vietnamese")
    words.add_argument("--user", metavar="NAME", required=True, help="who opens it, best a viewer")
    words.add_argument("--password-file", metavar="FILE", required=True, help="such as <lake>/superset/first_passwords/NAME")
    words.add_argument("--dashboard", metavar="SLUG", required=True, help="the dashboard that is opened")
    words.add_argument("--all", action="store_true", help="list also other texts that look English")
    make = command("venv", venv, "make one of the environments and print its python")
    make.add_argument("name", choices=sorted(CONSTRAINTS))
    return top


def main():
    options = parser().parse_args()
    try:
        return options.action(options) or 0
    except DashboardFailure as failure:
        say(str(failure))
        return failure.exit_code


if __name__ == "__main__":
    sys.exit(main())
