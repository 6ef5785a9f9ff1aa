"""Holds the tabs on ranks and on roll-up of the analysis page against the release, by SQL of its own.

What a tab is about is taken from its own rows; the release then says what every other row must be."""

from checks.browser_shown import differences, same

KNOWN = """
  select distinct s.scorecard_code, s.reference_year from mart.rpt_standing s
  where s.scorecard_name_${lang} = $scorecard and s."year" = $year"""
RANKING = """
  select r.org_unit_id, r.rank, coalesce(r.total_points::double, r.published_points), r.rank_percentile from mart.rpt_ranking r
  where r.scorecard_code = $scorecard and r.reference_year = $year"""
PEERS = """
  select p.org_unit_id || ' ' || coalesce(p.peer_group_name_${lang}, p.peer_group_code), p.peer_rank, p.peer_percentile
  from mart.rpt_rank_peers p where p.scorecard_code = $scorecard and p.reference_year = $year"""
STAGES = """
  select f.org_unit_id, max(f.total_points) filter (stage_code = 'self')::double, max(f.total_points) filter (stage_code = 'final')::double,
         max(f.computed_rank) filter (stage_code = 'self'), max(f.computed_rank) filter (stage_code = 'final')
  from mart.fct_rank f
  where f.scorecard_code = $scorecard and f.reference_year = $year and f.rubric_year = $year and f.boundary_vintage = 'as-was'
    and f.period_code = 'Y'
  group by f.org_unit_id having count(distinct stage_code) > 1"""
ELIGIBLE = """
  select c.org_unit_id || ' ' || c.commendation_name_${lang}, c.is_eligible::integer from mart.rpt_commendation c
  where c.scorecard_code = $scorecard and c.reference_year = $year"""
CLAUSES = """
  select commendation_name_${lang}, count(*) from mart.rpt_commendation
  where scorecard_code = $scorecard and reference_year = $year group by 1"""
# Ranks under other rules: what the release holds for the year, the rules of the year itself left out.
REPLAYED = """
  select f.org_unit_id || ' ' || f.computed_rank, count(*) from mart.fct_rank f
  where f.scorecard_code = $scorecard and f.reference_year = $year and f.stage_code = 'final' and f.period_code = 'Y'
    and f.boundary_vintage = 'as-was' and f.computed_rank is not null and f.rubric_year <> $year group by 1"""
SPREAD = """
  select f.org_unit_id, min(rank), max(rank) from (
    select org_unit_id, computed_rank as rank from mart.fct_rank
    where scorecard_code = $scorecard and reference_year = $year and stage_code = 'final' and period_code = 'Y'
      and boundary_vintage = 'as-was' and rubric_code is not null
    union all
    select org_unit_id, rank from mart.rpt_ranking where scorecard_code = $scorecard and reference_year = $year) f
  group by f.org_unit_id"""
PUBLISHED = """
  select org_unit_id, published_rank, rank, published_points from mart.rpt_ranking
  where scorecard_code = $scorecard and reference_year = $year"""
DIFFERENT = """
  select distinct org_unit_id from mart.rpt_published_vs_computed where scorecard_code = $scorecard and reference_year = $year"""
METRIC = "select metric_code from mart.dim_metric where metric_name_${lang} = $name order by metric_code"
ROLLED_UP = """
  select parent_org_unit_id || ' ' || org_unit_level_code, value, missing_count from mart.rpt_metric_rollup
  where metric_code = $metric and "year" = $year and period_code = 'Y'"""
BY_REGION = """
  select o.org_unit_name_${lang}, r.value from mart.rpt_metric_rollup r
  join mart.dim_org_unit o on o.org_unit_id = r.parent_org_unit_id
  where r.metric_code = $metric and r."year" = $year and r.period_code = 'Y' and r.parent_level_code = 'region' and r.value is not null
    and r.org_unit_level_code = 'province'"""
RECONCILED = """
  select "year" || ' ' || period_code || ' ' || parent_org_unit_id, reported_value, rolled_up_value, difference
  from mart.rpt_metric_reconciliation where metric_code = $metric"""


def judge(shown):
    ranking = shown.rows("percentile", "points_share", "rank_label", "scorecard", "year")
    if not ranking:
        yield "the full ranking is not on the page or asked for no data"
    else:
        known = shown.query(KNOWN, scorecard=ranking[0]["scorecard"], year=ranking[0]["year"])
        if len(known) != 1:
            yield f"the release knows no ranking {ranking[0]['scorecard']!r} of {ranking[0]['year']}"
        else:
            key = {"scorecard": known[0][0], "year": known[0][1]}
            for part in (_ranking, _peers, _stages, _commendations, _replays, _spread, _published):
                yield from part(shown, key)
    yield from _roll_up(shown)


def _table(shown, what, columns, made, wanted):
    """made(row) gives (key, values) of a row, or None for the row that says that there is nothing."""
    rows = shown.rows(*columns)
    if not rows:
        yield f"{what}: not on the page or asked for no data"
        return
    found = [each for each in map(made, rows) if each]
    yield from differences(what, dict(found), {row[0]: tuple(row[1:]) for row in wanted})
    chart = shown.chart(*columns)
    if chart:
        shown.held(chart["viz"])


def _ranking(shown, key):
    yield from _table(shown, "full ranking", ("percentile", "points_share", "rank_label"),
                      lambda row: (row["org_unit_id"], (row["rank"], row["points"], row["percentile"])), shown.query(RANKING, **key))


def _peers(shown, key):
    yield from _table(shown, "ranks among peers", ("peer_rank_label", "peer_group"),
                      lambda row: row["peer_rank"] and (f"{row['org_unit_id']} {row['peer_group']}", (row["peer_rank"], row["percentile"])),
                      shown.query(PEERS, **key))


def _stages(shown, key):
    wanted = shown.query(STAGES, **key)
    yield from _table(shown, "stages", ("self_points", "final_rank"),
                      lambda row: wanted and (row["org_unit_id"], (row["self_points"], row["final_points"], row["self_rank"], row["final_rank"])),
                      wanted)


def _commendations(shown, key):
    wanted = shown.query(ELIGIBLE, **key)
    yield from _table(shown, "commendations", ("eligible_mark", "commendation"),
                      lambda row: wanted and (f"{row['org_unit_id']} {row['commendation']}", (row["is_eligible"],)), wanted)
    decided = {}
    for row in shown.rows("clause") or []:
        decided.update({name: decided.get(name, 0) + (count or 0) for name, count in _by_series(row, "clause", "decided_count")})
    counted = dict(shown.query(CLAUSES, **key))
    if counted:
        yield from differences("units by deciding clause", {name: (count,) for name, count in decided.items()},
                               {name: (count,) for name, count in counted.items()})
    shown.held("echarts_timeseries_bar")


def _by_series(row, x_axis, metric):
    """(series, value) of one row of a bar chart, whether the series stand in columns or in rows"""
    if metric in row:
        yield next(str(value) for name, value in row.items() if name not in (x_axis, metric)), row[metric]
    else:
        yield from ((name.removeprefix(f"{metric}, "), value) for name, value in row.items() if name != x_axis)


def _replays(shown, key):
    rows = shown.rows("cell_row", "cell_text")
    if not rows:
        yield "ranks side by side: not on the page or asked for no data"
        return
    cells = [row for row in rows if row["scenario"] and row["org_unit_id"] and row["cell_text"] != "–" and "/" not in row["cell_text"]]
    found = {}
    for row in cells:
        name = f"{row['org_unit_id']} {row['cell_text'].split(' ')[0]}"
        found[name] = (found.get(name, (0,))[0] + 1,)
    wanted = {name: (count,) for name, count in shown.query(REPLAYED, **key)}
    yield from differences("ranks under other rules", found, wanted)
    shown.held("handlebars")


def _spread(shown, key):
    wanted = shown.query(SPREAD, **key)
    yield from _table(shown, "best and worst rank", ("best_then", "worst_then"),
                      lambda row: (row["org_unit_id"], (row["best_then"], row["worst_then"])), wanted)
    chart = next((each for each in shown.charts.values() if each["viz"] == "echarts_timeseries_scatter" and each["graph"]), None)
    if chart is None:
        yield "the dots of ranks were not drawn"
        return
    drawn = [value for series in chart["graph"]["series"] for _, value in series["data"] if value is not None]
    first = [low for _, low, _ in wanted if low is not None]
    if first and min(drawn, default=None) != min(first):
        yield f"the dots of ranks begin at {min(drawn, default=None)}, the release at {min(first)}"
    if not chart["graph"]["inverse"]:
        yield "the dots of ranks have rank 1 at the bottom"
    shown.held(chart["viz"])


def _published(shown, key):
    different = {row[0] for row in shown.query(DIFFERENT, **key)}
    rows = shown.rows("verdict", "publisher_points")
    if not rows:
        yield "published beside computed: not on the page or asked for no data"
        return
    marked = {row["org_unit_id"] for row in rows if row["verdict_order"] == 1}
    if marked != different:
        yield f"published and computed differ for {sorted(marked)} on the page, for {sorted(different)} in the release"
    wanted = {row[0]: row[1:] for row in shown.query(PUBLISHED, **key)}
    for row in rows:
        published, ours, points = wanted.get(row["org_unit_id"], (None, None, None))
        if published is not None and row["publisher_rank"] != published or row["our_rank"] != ours or not same(row["publisher_points"], points):
            yield f"published beside computed, {row['unit']}: the page has {row}, the release {(published, ours, points)}"
    pairs = [row for row in shown.rows("dot_order", "dot_title") or [] if row["dot_order"] == 1]
    both = [row for row in rows if row["publisher_rank"] is not None and row["our_rank"] is not None]
    if {(row["org_unit_id"], row["our_rank"]) for row in pairs} != {(row["org_unit_id"], row["our_rank"]) for row in both}:
        yield f"{len(pairs)} pairs of ranks are drawn, the table has {len(both)}"


def _roll_up(shown):
    page = shown.rows("how_added", "place_name")
    if not page:
        yield "the roll-up is not on the page or asked for no data"
        return
    metrics = shown.query(METRIC, name=page[0]["metric_name"])
    key = {"metric": metrics[0][0] if metrics else None, "year": page[0]["year"]}
    levels = {level: code for code, names in {"country": ("cả nước", "country"), "region": ("vùng", "region"), "province": ("tỉnh", "province"),
                                              "district": ("huyện", "district"), "commune": ("xã", "commune")}.items() for level in names}
    yield from _table(shown, "roll-up by level", ("rolled_up", "unit_count_label"),
                      lambda row: (f"{row['org_unit_id']} {levels[row['child_level']]}", (row["rolled_up"], row["missing_count"])),
                      shown.query(ROLLED_UP, **key))
    bars = {row["inside_name"]: row["rolled_value"] for row in shown.rows("inside_name", "rolled_value") or []}
    if not bars:
        yield "the bars of the roll-up are not on the page or asked for no data"
    regions = dict(shown.query(BY_REGION, **key))
    if bars.keys() <= regions.keys():
        yield from (f"roll-up of {name}: the page has {value}, the release says {regions[name]}"
                    for name, value in bars.items() if abs(value - regions[name]) > 1e-9 * max(1, abs(value)))
    wanted = {tuple(row[1:]) for row in shown.query(RECONCILED, metric=key["metric"])}
    rows = [row for row in shown.rows("reported", "rolled_up", "tolerance") or [] if row["reported"] is not None]
    got = {(row["reported"], row["rolled_up"], row["reported_difference"]) for row in rows}
    if got != wanted:
        yield f"delivered against added up: the page has {sorted(got)[:3]} ..., the release {sorted(wanted)[:3]} ..."
