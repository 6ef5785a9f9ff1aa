"""Opens every address that Superset has, as every reader. Run as a program it prints the addresses, for it must load Superset."""

import contextlib
import json
import re
import subprocess
import sys

from checks.gate_attempts import LOCKED, RANKS

SKIPPED = ("/logout", "/dashboard/new", "/static", "/health")  # the first ends the session, the second makes a dashboard (tried apart)
PART = re.compile(r"<(?:\w+(?:\([^)]*\))?:)?(\w+)>")


def addresses():
    """Every rule that a GET may open, in the words of Superset."""
    done = subprocess.run([sys.executable, "-m", "checks.gate_addresses"], stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def opened(readers, rules, world):
    """{rule: {reader: True where it answered with content}}; what neither the administrator nor anybody unknown opens is left at that."""
    found = {rule: {name: _answers(readers[name], rule, world) for name in ("anonymous", "administrator")} for rule in rules}
    for rule, by in found.items():
        by.update({name: any(by.values()) and _answers(client, rule, world) for name, client in readers.items() if name not in by})
    return found


def _answers(client, rule, world):
    answer = client.get(PART.sub(lambda part: _example(part.group(1), rule, world), rule))
    return answer.status == 200


def _example(name, rule, world):
    """A number or word that exists, where one is known: a chart and a data set that every reader has, a dashboard that few have."""
    known = {"datasource_type": "table", "locale": "vi", "lang": "en", "column_name": "org_unit_id", "dashboard_id_or_slug": "van-hanh",
             "id_or_slug": "van-hanh", "datasource_id": world.datasets[LOCKED], "dataset_id": world.datasets[LOCKED], "schema_name": "mart",
             "table_name": "fct_score", "resource_type": "dashboard"}
    number = world.charts[0] if "/chart/" in rule or "/slice/" in rule else world.datasets[RANKS] if "/dataset/" in rule else 1
    return str(known.get(name, number))


def as_rows(found, readers):
    """The addresses that a reader other than the administrator opens, and how many nobody else opens."""
    shown = [rule for rule in found if any(found[rule][name] for name in readers if name != "administrator")]
    rows = [[f"`{rule}`"] + ["answered" if found[rule][name] else "-" for name in readers] for rule in sorted(shown)]
    only = sum(1 for rule in found if rule not in shown and found[rule]["administrator"])
    rest = len(found) - len(shown) - only
    return rows + [[f"{only} others"] + ["answered" if name == "administrator" else "-" for name in readers],
                   [f"{rest} others, with the examples that were put in"] + ["-"] * len(readers)]


def main():
    with contextlib.redirect_stdout(sys.stderr):
        from superset.app import create_app

        app = create_app()
    rules = {rule.rule for rule in app.url_map.iter_rules() if "GET" in rule.methods}
    print(json.dumps(sorted(rule for rule in rules if not rule.startswith(SKIPPED) and "static" not in rule)))


if __name__ == "__main__":
    main()
