"""What each reader tries to read, and what came back, in a few words that do not depend on the figures of a release."""

NEIGHBOUR = "VNM.ha-noi"
RANKS, DETAILS, OBSERVATIONS, FINDINGS, LOCKED = ("rpt_ranking", "rpt_score_breakdown", "fct_observation", "rpt_finding",
                                                  "fct_entered_points")
TRIAL_VIEWS = (RANKS, DETAILS, OBSERVATIONS, FINDINGS)  # given to every reader of the trial; LOCKED is given to none


class World:
    """What the attempts need to know: data sets by view, which units belong to the viewer's, whether the reader's rows are cut."""

    def __init__(self, datasets, charts, own_units, dashboards, is_cut):
        self.datasets, self.charts, self.own_units, self.dashboards = datasets, charts, own_units, dashboards
        self.is_cut = is_cut


def query(world, view, result="full", form="json", **changed):
    """The body of a chart request: the units of a view, unless changed."""
    asked = {"columns": ["org_unit_id"], "metrics": [], "filters": [], "extras": {}, "row_limit": 10000, **changed}
    return {"datasource": {"id": world.datasets[view], "type": "table"}, "force": True, "queries": [asked],
            "result_format": form, "result_type": result}


def units(world, answer):
    """Whose rows an answer holds."""
    if answer.status != 200:
        return refused(answer)
    rows = answer.json()["result"][0]["data"]
    return whose(world, {row["org_unit_id"] for row in rows})


def whose(world, found):
    if not found:
        return "no rows"
    if found <= world.own_units:
        return "own units"
    return "all units" if NEIGHBOUR in found else "other units"


def refused(answer):
    words = {301: "sent to sign in", 302: "sent to sign in", 401: "not signed in (401)", 403: "refused (403)",
             404: "not there (404)", 405: "no such call (405)", 413: "too large (413)"}
    return words.get(answer.status) or f"refused ({answer.status}): {_plain(answer.said())}"


def _plain(message):
    known = {"sub-quer": "sub-queries", "configuration has been locked": "settings are locked",
             "The function": "function not allowed", "hold a template": "template", "CSRF": "no token of the session", "DDL/DML": "read-only",
             "cannot be read": "not an expression", "wildcards": "too many wildcards", "more than 2,000,000 cells": "too large a table",
             "at most 4,000": "too long", "maximum length": "too many at once", "Error parsing": "not an expression", "Unable to parse": "not an expression", "Invalid SQL": "not an expression",
             "INTERRUPT": "interrupted", "nterrupted": "interrupted", "memory": "memory limit",
             "disabled by configuration": "file access is off"}
    for part, short in known.items():
        if part in message:
            return short
    return " ".join(message.split())[:90]


def done(answer, what="done"):
    return what if answer.status in (200, 201) else refused(answer)


def leaked(answer):
    """For an attempt to get at a value that the reader's own rows do not hold."""
    if answer.status != 200:
        return refused(answer)
    result = answer.json()["result"][0]
    return "no rows" if not result.get("data") else "answered"


def ask(client, body):
    return client.post("/api/v1/chart/data", body)


# -- reading -----------------------------------------------------------------------------------------------------------

def own_dashboards(client, world):
    answer = client.get("/api/v1/dashboard/?q=(page_size:100)")
    if answer.status != 200:
        return refused(answer)
    found = {each["slug"] for each in answer.json()["result"]}
    return "all" if found == world.dashboards["all"] else "those of the role" if found == world.dashboards["role"] \
        else f"others: {', '.join(sorted(found))}"


def charts_answer(client, world):
    how = "" if world.is_cut else "?type=query"  # `check` asks every chart of somebody who sees all rows for its data
    answers = [client.get(f"/api/v1/chart/{number}/data/{how}") for number in world.charts]
    bad = [answer for answer in answers if answer.status != 200]
    return refused(bad[0]) if bad else "all answer"


def ranks(client, world):
    return units(world, ask(client, query(world, RANKS)))


def details(client, world):
    return units(world, ask(client, query(world, DETAILS)))


def observations(client, world):
    return units(world, ask(client, query(world, OBSERVATIONS)))


def neighbour(client, world):
    only = [{"col": "org_unit_id", "op": "==", "val": NEIGHBOUR}]
    return units(world, ask(client, query(world, DETAILS, filters=only)))


def successor(client, world):
    only = [{"col": "org_unit_id", "op": "==", "val": "VNM.tay-ninh-2025"}]
    found = units(world, ask(client, query(world, OBSERVATIONS, filters=only)))
    return "its rows" if found == "own units" else found


def without_unit(client, world):
    return leaked(ask(client, query(world, FINDINGS, columns=["code"])))


def not_given(client, world):
    return units(world, ask(client, query(world, LOCKED)))


def drilled(result):
    """The rows behind a chart, asked for as a chart does."""
    only = [{"col": "org_unit_id", "op": "==", "val": NEIGHBOUR}]
    return lambda client, world: units(world, ask(client, query(world, DETAILS, result=result, filters=only)))


def people(client, world):
    answer = client.get("/api/v1/dashboard/related/owners")
    if answer.status != 200:
        return refused(answer)
    found = {each["extra"]["email"] for each in answer.json()["result"]}
    return "with e-mail addresses of others" if len(found) > 1 else "only oneself"


def export(client, world):
    answer = ask(client, query(world, DETAILS, form="csv"))
    if answer.status != 200:
        return refused(answer)
    return whose(world, set(answer.body.decode("utf-8-sig").split()[1:]))


def rows_behind(client, world):
    path = f"/datasource/samples?datasource_type=table&datasource_id={world.datasets[DETAILS]}&force=true"
    answer = client.post(path, {"filters": [{"col": "org_unit_id", "op": "==", "val": NEIGHBOUR}]})
    if answer.status != 200:
        return refused(answer)
    return whose(world, {row["org_unit_id"] for row in answer.json()["result"]["data"]})


def filter_values(client, world):
    answer = client.get(f"/api/v1/datasource/table/{world.datasets[DETAILS]}/column/org_unit_id/values/")
    return whose(world, set(answer.json()["result"])) if answer.status == 200 else refused(answer)


def shown_query(client, world):
    answer = ask(client, query(world, DETAILS, result="query"))
    if answer.status != 200:
        return refused(answer)
    return "shown, with the row rule" if "dim_org_unit_reach" in answer.json()["result"][0]["query"] else "shown"


READING = [
    ("the list of dashboards", own_dashboards),
    ("every chart of the role's dashboards: its data, or, where all rows are seen, its query", charts_answer),
    ("ranks", ranks),
    ("points by criterion", details),
    ("values as delivered", observations),
    ("values of the unit that Long An went into in 2025", successor),
    ("points of Hà Nội, by filter", neighbour),
    ("points of Hà Nội, as samples of a chart", drilled("samples")),
    ("points of Hà Nội, as detail of a chart", drilled("drill_detail")),
    ("points as CSV", export),
    ("rows of Hà Nội behind a chart", rows_behind),
    ("choices of a filter", filter_values),
    ("details that name no unit (findings)", without_unit),
    ("a data set that was not given", not_given),
    ("the people whom a list offers as owners", people),
]
