"""What would fill the memory or hold a processor, asked by each reader: outside DuckDB, or inside one call of a function."""

from checks.gate_attempts import RANKS, ask, leaked, query
from checks.gate_ways import in_metric, sql_field

FOUR_FOLD = "length(replace(replace(replace('{0}', 'a', '{0}'), 'a', '{0}'), 'a', '{0}'))".format("a" * 300)
EVERY_PLACE = f"'{'a' * 60}' ilike '{'%a' * 12}%b'"
MOMENT = sql_field("case when rank = 1 then cast('2000-01-01' as timestamp) else cast('2020-01-01' as timestamp) end", "moment")
COUNT = sql_field("count(*)", "n")


def steps(*after, **changed):
    asked = {"columns": ["rank"], "post_processing": list(after), **changed}
    return lambda client, world: leaked(ask(client, query(world, RANKS, **asked)))


def step(operation, **options):
    return {"operation": operation, "options": options}


def filter_of_many_wildcards(client, world):
    wild = [{"col": "org_unit_name_vi", "op": "ILIKE", "val": "%a" * 12 + "%b"}]
    return leaked(ask(client, query(world, RANKS, filters=wild)))


def forty_queries(client, world):
    asked = query(world, RANKS)
    return leaked(client.post("/api/v1/chart/data", {**asked, "queries": asked["queries"] * 40}))


def large_body(client, world):
    return leaked(client.post("/api/v1/chart/data", {**query(world, RANKS), "form_data": {"x": "x" * 3_000_000}}))


DEMANDS = [
    ("metric `length(replace(replace(replace(...))))`, 8 thousand million letters", in_metric(FOUR_FOLD)),
    ("metric `'aaa...' ilike '%a%a%a...%b'`, twelve wildcards", in_metric(EVERY_PLACE)),
    ("a filter with twelve wildcards", filter_of_many_wildcards),
    ("a metric of 20,000 terms", in_metric("+".join("1" * 20_000))),
    ("a histogram of 30 million bins", steps(step("histogram", column="rank", groupby=[], bins=30_000_000))),
    ("twenty years in steps of ten seconds", steps(
        step("pivot", index=["moment"], columns=[], aggregates={"n": {"operator": "mean"}}),
        step("resample", rule="10s", method="ffill"), columns=[MOMENT], metrics=[COUNT])),
    ("a table of every rank against every unit and every name", steps(
        step("pivot", index=["org_unit_id", "rank"], columns=["org_unit_name_vi", "reference_year"],
             aggregates={"n": {"operator": "mean"}}),
        columns=["org_unit_id", "rank", "org_unit_name_vi", "reference_year"], metrics=[COUNT])),
    ("forty queries in one request", forty_queries),
    ("a request of 3 MB", large_body),
]
