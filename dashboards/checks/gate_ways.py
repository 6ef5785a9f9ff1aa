"""What each reader tries in order to see or do more than it may."""

import json
import urllib.parse

from checks.gate_attempts import DETAILS, NEIGHBOUR, RANKS, READING, ask, done, leaked, query, refused, shown_query, units


# -- ways round the row rules ------------------------------------------------------------------------------------------

def sql_field(sql, label="found"):
    """A metric or a column in SQL of the reader's own."""
    return {"expressionType": "SQL", "sqlExpression": sql, "label": label}


def in_metric(sql):
    return lambda client, world: leaked(ask(client, query(world, RANKS, columns=[], metrics=[sql_field(sql)])))


def in_column(sql):
    return lambda client, world: leaked(ask(client, query(world, RANKS, columns=[sql_field(sql)])))


def renamed_unit(client, world):
    """Another column under the name that the row rule looks at."""
    pretended = [sql_field("'VNM.long-an'", "org_unit_id"), sql_field("org_unit_name_vi", "real")]
    answer = ask(client, query(world, DETAILS, columns=pretended))
    if answer.status != 200:
        return refused(answer)
    names = {row["real"] for row in answer.json()["result"][0]["data"]}
    return "all units" if "Hà Nội" in names else "own units" if names else "no rows"


def in_where(sql):
    return lambda client, world: units(world, ask(client, query(world, DETAILS, extras={"where": sql})))


def fails_where_hidden(sql):
    """A condition that ends in an error wherever a row is that of Hà Nội: does the answer tell that there is one?"""
    def attempt(client, world):
        asked = [ask(client, query(world, DETAILS, extras={"where": sql.format(unit=unit)})) for unit in (NEIGHBOUR, "VNM.nowhere")]
        if {answer.status for answer in asked} <= {200, 400}:
            return "tells nothing" if asked[0].status == asked[1].status else "tells of the row"
        return refused(asked[0])
    return attempt


def in_having(sql):
    asked = {"metrics": [sql_field("count(*)")], "extras": {"having": sql}}
    return lambda client, world: units(world, ask(client, query(world, DETAILS, **asked)))


def in_order(sql):
    return lambda client, world: units(world, ask(client, query(
        world, DETAILS, columns=["org_unit_id"], orderby=[[sql_field(sql), True]], metrics=[sql_field("count(*)")])))


def own_comparison(client, world):
    """A chart may be drawn over another chart's figures; the row rules hold there too."""
    layer = {"name": "other", "annotationType": "TIME_SERIES", "sourceType": "table", "value": world.charts[0],
             "show": True, "showMarkers": False, "hideLine": False, "showLabel": False, "opacity": "", "style": "solid",
             "color": None, "width": 1, "overrides": {}}
    asked = query(world, DETAILS, annotation_layers=[layer])
    return units(world, ask(client, asked))


def old_chart_call(client, world):
    points = {"expressionType": "SIMPLE", "aggregate": "SUM", "column": {"column_name": "points"}, "label": "points"}
    form = urllib.parse.quote(json.dumps({"datasource": f"{world.datasets[DETAILS]}__table", "viz_type": "country_map",
                                          "select_country": "vietnam",
                                          "entity": "org_unit_id", "metric": points}))
    return done(client.call("POST", f"/superset/explore_json/?form_data={form}"), "answered")


# -- making and changing ------------------------------------------------------------------------------------------------

def sql_lab(sql):
    def attempt(client, world):
        answer = client.post("/api/v1/sqllab/execute/", {"database_id": world.datasets["database"], "sql": sql,
                                                         "schema": "mart", "runAsync": False, "select_as_cta": False,
                                                         "client_id": "gate" + str(abs(hash(sql)) % 10**6)})
        return done(answer, "answered")
    return attempt


def virtual_dataset(client, world):
    answer = client.post("/api/v1/dataset/", {"database": world.datasets["database"], "schema": "mart",
                                              "table_name": "gate_try", "sql": "select * from mart.fct_score"})
    if answer.status == 201:
        client.delete(f"/api/v1/dataset/{answer.json()['id']}")
    return done(answer)


def change_dataset(client, world):
    return done(client.put(f"/api/v1/dataset/{world.datasets[DETAILS]}", {"description": "gate"}))


def new_chart(client, world):
    answer = client.post("/api/v1/chart/", {"slice_name": "gate", "viz_type": "table", "params": "{}",
                                            "datasource_id": world.datasets[RANKS], "datasource_type": "table"})
    if answer.status == 201:
        client.delete(f"/api/v1/chart/{answer.json()['id']}")
    return done(answer)


def new_dashboard(client, world):
    answer = client.post("/api/v1/dashboard/", {"dashboard_title": "gate"})
    if answer.status == 201:
        client.delete(f"/api/v1/dashboard/{answer.json()['id']}")
    return done(answer)


def change_dashboard(client, world):
    return done(client.put(f"/api/v1/dashboard/{world.dashboards['first']}", {"certified_by": ""}))


def reach(path, what="shown"):
    return lambda client, world: done(client.get(path), what)


def guest_token(client, world):
    return done(client.post("/api/v1/security/guest_token/", {"user": {"username": "x"}, "rls": [], "resources": [
        {"type": "dashboard", "id": str(world.dashboards["first"])}]}))


def new_user(client, world):
    """With a body that is refused as incomplete by whoever lets it in."""
    answer = client.post("/api/v1/security/users/", {"username": "x"})
    return "let in" if answer.status == 400 else done(answer)


ROUND = [
    ("metric `(select max(points) from mart.fct_score)`", in_metric("(select max(points) from mart.fct_score)")),
    ("metric `(from mart.fct_score select max(points))`", in_metric("(from mart.fct_score select max(points))")),
    ("metric `max((table mart.fct_score))`", in_metric("max((table mart.fct_score))")),
    ("column `(select content from read_text('/etc/passwd'))`", in_column("(select content from read_text('/etc/passwd'))")),
    ("column `(with x as (from glob('/*')) from x)`", in_column("(with x as (from glob('/*')) from x)")),
    ("column `getenv('HOME')`", in_column("getenv('HOME')")),
    ("column `{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}1`",
     in_column("{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}1")),
    ("a column that calls itself org_unit_id", renamed_unit),
    ("where `1=1) or (1=1`", in_where("1=1) or (1=1")),
    ("where `1=1 or 1=1 --`", in_where("1=1 or 1=1 --")),
    ("where `org_unit_id in (select org_unit_id from mart.fct_score)`",
     in_where("org_unit_id in (select org_unit_id from mart.fct_score)")),
    ("where `true union select org_unit_id from mart.fct_score`",
     in_where("true union select org_unit_id from mart.fct_score")),
    ("where `substring(org_unit_id, case when ... then -9223372036854775808 ...`, an error at hidden rows only", fails_where_hidden(
        "substring(org_unit_id, case when org_unit_id = '{unit}' then -9223372036854775808 else 1 end, 3) is not null")),
    ("having `1=1) union (select org_unit_id, 1 from mart.fct_score`",
     in_having("1=1) union (select org_unit_id, 1 from mart.fct_score")),
    ("order by a sub-query", in_order("(select max(points) from mart.fct_score)")),
    ("another chart laid over one's own", own_comparison),
    ("the SQL of a chart", shown_query),
    ("the former chart call, `explore_json`", old_chart_call),
]
SQL = [
    ("SQL Lab `select 1`", sql_lab("select 1")),
    ("SQL Lab `select * from read_text('/etc/passwd')`", sql_lab("select * from read_text('/etc/passwd')")),
    ("SQL Lab `copy mart.fct_score to '/tmp/x.csv'`", sql_lab("copy mart.fct_score to '/tmp/x.csv'")),
    ("SQL Lab `attach '/tmp/x.db'`", sql_lab("attach '/tmp/x.db'")),
    ("SQL Lab `set memory_limit = '8GB'`", sql_lab("set memory_limit = '8GB'")),
    ("SQL Lab `install httpfs`", sql_lab("install httpfs")),
    ("SQL Lab `drop table stg.rank`", sql_lab("drop table stg.rank")),
]
MAKING = [
    ("a new virtual data set", virtual_dataset),
    ("a change of a data set", change_dataset),
    ("a new chart", new_chart),
    ("a new dashboard", new_dashboard),
    ("a change of a dashboard", change_dashboard),
    ("connections to databases", reach("/api/v1/database/")),
    ("tables of the database", lambda client, world: done(client.get(
        f"/api/v1/database/{world.datasets['database']}/tables/?q=(schema_name:mart)"), "shown")),
    ("row rules", reach("/api/v1/rowlevelsecurity/")),
    ("users", reach("/api/v1/security/users/")),
    ("a new user", new_user),
    ("roles", reach("/api/v1/security/roles/")),
    ("the log of what people did", reach("/api/v1/log/")),
    ("saved queries", reach("/api/v1/saved_query/")),
    ("a token for guests", guest_token),
    ("export of all assets", reach("/api/v1/assets/export/", "exported")),
]
ATTEMPTS = [("Reading", READING), ("Ways round the row rules", ROUND), ("SQL", SQL), ("Making and changing", MAKING)]
