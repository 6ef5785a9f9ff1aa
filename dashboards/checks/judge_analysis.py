"""Holds the analysis page against the release: banner, table of values, trend, distribution, dots and criteria, by SQL of its own."""

import re

from checks.browser_shown import differences, same

LEVELS = {"Quốc gia": "country", "Vùng": "region", "Tỉnh": "province", "Huyện": "district", "Xã": "commune"}
LEVELS_EN = {"Country": "country", "Region": "region", "Province": "province", "District": "district", "Commune": "commune"}
METRIC = "select metric_code from mart.dim_metric where metric_name_${lang} = $name order by metric_code"
VALUES = """
  select org_unit_id, value from mart.rpt_metric_trend
  where metric_code = $metric and org_unit_level_code = $level and reference_year = $year and value is not null"""
BY_YEAR = """
  select reference_year::varchar, count(value), median(value) from mart.rpt_metric_trend
  where metric_code = $metric and org_unit_level_code = $level and value is not null group by 1"""
DOTS = """
  select t.value, s.points from mart.rpt_standing s join mart.rpt_metric_trend t using (org_unit_id, reference_year)
  where s.scorecard_name_${lang} = $scorecard and s."year" = $year and t.metric_code = $metric and t.org_unit_level_code = $level
    and t.value is not null and s.points is not null"""
SHARES = """
  select b.criterion_name_${lang}, b.points_share from mart.rpt_score_breakdown b
  where b.scorecard_code = (select any_value(scorecard_code) from mart.rpt_standing where scorecard_name_${lang} = $scorecard)
    and b."year" = $year and b.points_share is not null"""
AREA = ("chosen_region", "chosen_province", "chosen_district")


def judge(shown):
    banner = shown.rows("metric_name", "level_name", "unit_count")
    if not banner:
        yield "the banner is not on the page or asked for no data"
        return
    page = banner[0]
    level = next((code for names in (LEVELS, LEVELS_EN) for name, code in names.items() if name.lower() == page["level_name"].lower()), None)
    for name in [page["metric_name"], page["release_id"]]:
        if name not in shown.chart("metric_name", "level_name", "unit_count")["text"]:
            yield f"the banner does not say {name!r}"
    shown.held("handlebars")
    metrics = shown.query(METRIC, name=page["metric_name"])
    if not metrics or level is None:
        yield f"the release knows no metric {page['metric_name']!r} at level {page['level_name']!r}"
        return
    key = {"metric": metrics[0][0], "level": level}
    yield from _values(shown, key, page)
    yield from _by_year(shown, key)
    yield from _dots(shown, key)
    yield from _criteria(shown)


def _values(shown, key, page):
    rows, wanted = shown.rows("percentile", "region_rank_label"), dict(shown.query(VALUES, **key, year=int(page["year"])))
    if rows is None:
        yield "the table of values is not on the page or asked for no data"
        return
    yield from (f"values of {page['year']}, {row['chosen_unit']}: the page has {row['value']}, the release says {wanted.get(row['org_unit_id'])}"
                for row in rows if not same(row["value"], wanted.get(row["org_unit_id"])))
    if page["unit_count"] != len(wanted):
        yield f"the banner counts {page['unit_count']} units, the release {len(wanted)}"
    shown.held("table")


def _by_year(shown, key):
    of_year = {year: (count, middle) for year, count, middle in shown.query(BY_YEAR, **key)}
    trend = next((each for each in shown.charts.values() if each["viz"] == "echarts_timeseries_line" and each["graph"]), None)
    boxes = shown.chart("year_label", "value_shown__median")
    if trend is None or boxes is None or not boxes["graph"]:
        yield "trend or distribution was not drawn"
        return
    middle = [each for each in trend["graph"]["series"] if each["name"].startswith(("Trung vị", "Median"))]
    drawn = {str(year): (value,) for each in middle for year, value in each["data"] if value is not None}
    yield from differences("median in the trend", drawn, {year: (value,) for year, (_, value) in of_year.items()})
    shown.held(trend["viz"])
    if not any(shown.choice.get(name) for name in AREA):
        values = next(each["data"] for each in boxes["graph"]["series"] if each["type"] == "boxplot")
        yield from differences("distribution", {year: (box[6], box[2]) for year, box in zip(boxes["graph"]["x"], values)}, of_year)
        shown.held(boxes["viz"])


def _dots(shown, key):
    rows, chart = shown.rows("scorecard", "metric_label"), shown.chart("value_shown", "points_shown")
    if not rows or chart is None or not chart["graph"]:
        yield "the dots of score against metric were not drawn"
        return
    named = re.match(r"(.*?) (?:năm|of|in)? ?(\d{4}) \(", rows[0]["scorecard"])
    if not named:
        yield f"no scorecard and year in {rows[0]['scorecard']!r}"
        return
    wanted = sorted(shown.query(DOTS, **key, scorecard=named.group(1), year=named.group(2)))
    drawn = sorted((point[0], point[1]) for each in chart["graph"]["series"] for point in each["data"])
    if len(drawn) != len(wanted) or not all(same(a, b) and same(c, d) for (a, c), (b, d) in zip(drawn, wanted)):
        yield f"{len(drawn)} dots are drawn, not those {len(wanted)} of the release"
    shown.held(chart["viz"])


def _criteria(shown):
    rows, chart = shown.rows("scorecard", "rubric_note", "rank_of"), shown.chart("criterion_label", "share_shown")
    if not rows or chart is None or not chart["graph"]:
        yield "the criteria were not drawn"
        return
    wanted = {}
    for name, share in shown.query(SHARES, scorecard=rows[0]["scorecard"], year=rows[0]["year"]):
        wanted.setdefault(name, []).append(share)
    drawn = {}
    for column, _, share in (point for each in chart["graph"]["series"] for point in each["data"]):
        if share is not None and wanted:
            drawn.setdefault(chart["graph"]["x"][column].split(". ", 1)[-1].replace(" (SYNTHETIC)", ""), []).append(share)
    cut = any(shown.choice.get(name) for name in AREA)
    for name in sorted(drawn.keys() | wanted.keys()):
        left, right = sorted(drawn.get(name, [])), sorted(wanted.get(name, []))
        whole = len(left) == len(right) and all(map(same, left, right))
        some = (cut or 70 < len(right)) and left and all(any(same(share, each) for each in right) for share in left)
        if not (whole or some):
            yield f"criterion {name}: {len(left)} shares are drawn, not those {len(right)} of the release"
    shown.held(chart["viz"])
