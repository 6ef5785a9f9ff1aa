"""Holds the operations page against the release: what each chart received, added up, against SQL of its own.

Under a choice of filters only the tiles and what every page must have are held: that no chart is empty then, but says so."""

from dataclasses import dataclass

from checks.browser_shown import same

FORM = "(c.source_code, c.form_kind, c.form_code, c.period_code)"


@dataclass(frozen=True)
class Compared:
    """A chart, known by columns that no other has; its rows are added up by one column, and so are those of the SQL: key, number
    of rows, then the sums in their order."""
    name: str
    known_by: tuple
    key: str
    sums: tuple
    sql: str


CHARTS = (
    Compared("findings by code", ("finding_code", "blocking_count"), "finding_code", ("finding_count", "blocking_count"),
             "select code, count(distinct (source_code, severity)), count(*), count(*) filter (blocks <> 'nothing')"
             " from mart.rpt_finding group by code"),
    Compared("every finding", ("finding_code", "cell", "message"), "finding_code", (),
             "select code, count(*) from mart.rpt_finding group by code"),
    Compared("what is kept out", ("kept_out", "send_back"), "landing_file", ("finding_count",),
             "select d.landing_file, count(distinct d.delivery_id), count(f.code) from mart.dim_delivery d"
             " left join mart.rpt_finding f on f.delivery_id = d.delivery_id and f.blocks <> 'nothing' and f.severity = 'error'"
             " where d.delivery_status = 'quarantined' or f.code is not null group by d.landing_file"),
    Compared("share received", ("form", "year", "received_share"), "year", ("received_share",),
             "select \"year\", count(*), sum(share) from (select \"year\", sum(received_count) / sum(expected_count) as share"
             " from mart.rpt_completeness group by \"year\", source_code, form_kind, form_code) group by \"year\""),
    Compared("completeness", ("incomplete_unit_count", "received_count"), "year",
             ("unit_count", "incomplete_unit_count", "expected_count", "received_count"),
             f"select c.\"year\", count(distinct {FORM}), count(*), count(*) filter (received_count < expected_count),"
             " sum(expected_count), sum(received_count) from mart.rpt_completeness c group by c.\"year\""),
    Compared("timeliness", ("due_label", "silent_count"), "year", ("unit_count", "silent_count"),
             f"select c.\"year\", count(distinct ({FORM}, c.org_unit_level_code)), count(*), count(*) filter (received_count = 0)"
             " from mart.rpt_completeness c where expected_count > 0 group by c.\"year\""),
    Compared("sources in conflict", ("other_value", "reason_order"), "year", ("value", "other_value"),
             "select \"year\", count(*), sum(value), sum(other_value) from mart.rpt_source_conflict group by \"year\""),
    Compared("deliveries", ("landing_file", "delivery_status_order"), "landing_file", ("cell_count", "error_count", "warning_count"),
             "select landing_file, count(*), sum(cell_count), sum(error_count), sum(warning_count) from mart.dim_delivery"
             " group by landing_file"),
    Compared("releases", ("release_id", "declaration_change"), "release_id", ("file_count", "observation_count"),
             "select release_id, 1, landing_file_count, observation_count from mart.rpt_release_history"),
    # Runs after the release are on the page too; what the release knows must be among them.
    Compared("runs", ("run_id", "outcome_order"), "run_id", ("arrived_count", "new_finding_count"),
             "select run_id, 1, arrived_count, new_finding_count from mart.rpt_run"),
)
BY_SOURCE = """
  select coalesce(s.name_${lang}, f.source_code), count(*)
  from mart.rpt_finding f left join mart.dim_code s on s.list_code = 'source' and s.code = f.source_code group by 1"""


def judge(shown):
    yield from _release(shown)
    if not shown.choice:
        for chart in CHARTS:
            yield from _compared(chart, shown)
        yield from _bars(shown)


def _compared(chart, shown):
    rows = shown.rows(*chart.known_by)
    if rows is None:
        yield f"the chart of {chart.name} is not on the page or asked for no data"
        return
    wanted = {row[0]: tuple(float(value or 0) for value in row[1:]) for row in shown.query(chart.sql)}
    has = _added_up(rows, chart) if wanted else {}
    for key in sorted(wanted.keys() if chart.name == "runs" else has.keys() | wanted.keys()):
        if not _same(has.get(key), wanted.get(key)):
            yield (f"{chart.name}, {key}: the page has {has.get(key)}, the release says {wanted.get(key)} "
                   f"({', '.join(('rows', *chart.sums))})")
    shown.held(shown.chart(*chart.known_by)["viz"])


def _added_up(rows, chart):
    sums = {}
    for row in rows:
        before = sums.setdefault(row[chart.key], (0.0,) * (1 + len(chart.sums)))
        sums[row[chart.key]] = tuple(left + float(right or 0) for left, right in zip(before, (1, *(row[name] for name in chart.sums))))
    return sums


def _same(left, right):
    return left is not None and right is not None and all(same(round(a, 6), round(b, 6)) for a, b in zip(left, right))


def _bars(shown):
    """The bars of one source together are its findings, whatever the columns of their parts are called."""
    number = next((number for number, chart in shown.charts.items() if chart["viz"] == "echarts_timeseries_bar"), None)
    if number is None:
        yield "the bars of findings by source are not on the page"
        return
    wanted, has = dict(shown.query(BY_SOURCE)), {}
    for row in shown.answers.get(number, []):
        has[row["source"]] = has.get(row["source"], 0) + sum(value for value in row.values() if isinstance(value, (int, float)))
    if wanted and has != wanted:
        yield f"findings by source: the page has {has}, the release says {wanted}"
    shown.held("echarts_timeseries_bar")


def _release(shown):
    chart = shown.chart("file_count", "ranked_year_count")
    if chart is None:
        yield "the tiles of the release are not on the page or asked for no data"
        return
    release, is_synthetic, files = shown.query("select release_id, is_synthetic, landing_file_count from mart.rpt_release")[0]
    wanted = [release, str(files)] + ["SYNTHETIC"] * is_synthetic
    yield from (f"the tiles of the release do not say {word!r}: {chart['text'][:200]}" for word in wanted if word not in chart["text"])
    yield from (f"the foot of chart '{each['name']}' does not say {word!r}: {each['foot'][:200]}"
                for each in shown.charts.values() for word in [release] + ["SYNTHETIC"] * is_synthetic if word not in each["foot"])
    shown.held(chart["viz"])
