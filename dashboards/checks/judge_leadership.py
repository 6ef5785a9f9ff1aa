"""Holds the leadership page against the release: tiles, map, table, lines and waterfall, by SQL of its own."""

from checks.browser_shown import differences, same

# The standing that the page is about: the chosen one; else real figures with the longest history, their last year, the own unit.
STANDING = """
  select scorecard_code, reference_year, org_unit_id, "year", org_unit_label_${lang}, coalesce("rank", published_rank), rank_of,
         coalesce(rank_change, 0), is_synthetic, scorecard_name_${lang}
  from mart.rpt_standing
  where rank_of is not null and coalesce(scorecard_name_${lang} = $scorecard, true) and coalesce("year" = $year, true)
    and coalesce(org_unit_label_${lang} = $unit, true)
  order by scorecard_order, reference_year desc, is_own_unit desc, "rank" nulls last, org_unit_sort limit 1"""
RANKING = """
  select s.org_unit_id, coalesce(s."rank", s.published_rank), case when coalesce(s."rank", s.published_rank) is not null then s.rank_of end,
         s.rank_change, s.previous_rank, coalesce(r.total_points::double, r.published_points), coalesce(s.rating_name_${lang}, ''),
         s.rank_basis_${lang}
  from mart.rpt_standing s left join mart.rpt_ranking r using (scorecard_code, reference_year, org_unit_id)
  where s.scorecard_code = $scorecard and s.reference_year = $year"""
HISTORY = """
  select "year", coalesce("rank", published_rank) from mart.rpt_standing
  where scorecard_code = $scorecard and org_unit_id = $unit and coalesce("rank", published_rank) is not null"""
EFFECTS = """
  select factor_order, sum(rank_effect)::double from mart.rpt_rank_change
  where scorecard_code = $scorecard and reference_year = $year and org_unit_id = $unit and rank_effect <> 0 group by 1"""
CRITERIA = """
  select criterion_name_${lang}, points::double, max_points::double, criterion_rank from mart.rpt_score_breakdown
  where scorecard_code = $scorecard and reference_year = $year and org_unit_id = $unit"""
NEXT = """
  select criterion_name_${lang}, headroom_points::double, metric_value_needed is null from mart.rpt_points_to_next_rank
  where scorecard_code = $scorecard and reference_year = $year and org_unit_id = $unit"""


def judge(shown):
    chosen = {name: shown.choice.get(f"chosen_{name}") for name in ("scorecard", "year", "unit")}
    standing = shown.query(STANDING, **chosen)
    if not standing:
        yield f"the release has no standing for {chosen}"
        return
    page = Page(*standing[0])
    for part in (_banner, _tiles, _map, _ranking, _bump, _why, _criteria, _next):
        yield from part(shown, page)


class Page:
    def __init__(self, scorecard, year, unit_id, year_label, unit, rank, rank_of, rank_change, is_synthetic, scorecard_name):
        self.key = {"scorecard": scorecard, "year": year, "unit": unit_id}
        self.year_key = {"scorecard": scorecard, "year": year}
        self.unit_key = {"scorecard": scorecard, "unit": unit_id}
        self.year, self.unit, self.scorecard_name, self.is_synthetic = year_label, unit, scorecard_name, is_synthetic
        self.rank, self.rank_of, self.rank_change = rank, rank_of, rank_change


def _found(shown, what, *columns):
    """(problems, rows, chart)"""
    rows, chart = shown.rows(*columns), shown.chart(*columns)
    return ([f"{what} is not on the page or asked for no data"] if rows is None or chart is None else []), rows, chart


def _banner(shown, page):
    problems, _, chart = _found(shown, "the banner", "data_age", "published_note")
    yield from problems
    if chart:
        release = shown.query("select release_id from mart.rpt_release")[0][0]
        wanted = [release, page.scorecard_name] + ["SYNTHETIC"] * page.is_synthetic
        yield from (f"the banner does not say {word!r}: {chart['text'][:200]}" for word in wanted if word not in chart["text"])
        wanted += [page.year, page.unit]
        yield from (f"the foot of chart '{each['name']}' does not say {word!r}: {each['foot'][:200]}"
                    for each in shown.charts.values() for word in wanted if word not in each["foot"])


def _tiles(shown, page):
    problems, _, chart = _found(shown, "the row of tiles", "score_label", "sentence")
    yield from problems
    if chart:
        words = " ".join(chart["text"].split())
        wanted = (f"{page.unit} {page.year}", f"{'–' if page.rank is None else page.rank}/{page.rank_of}")
        yield from (f"the tiles do not say {word!r}: {words[:200]}" for word in wanted if word not in words)
        shown.held(chart["viz"])


def _map(shown, page):
    problems, rows, chart = _found(shown, "the tile map", "tile_row", "tile_rank")
    yield from problems
    if chart:
        wanted = {unit: (str(rank),) for unit, rank in shown.query(
            'select org_unit_label_${lang}, coalesce("rank", published_rank) from mart.rpt_standing where scorecard_code = $scorecard'
            ' and reference_year = $year and coalesce("rank", published_rank) is not null', **page.year_key)}
        given = {row["tile_title"].split(":")[0]: (row["tile_rank"],) for row in rows if row["tile_rank"]}
        yield from differences("the tile map", given, wanted)
        drawn = sorted(line for line in chart["text"].splitlines() if line.isdigit())
        if drawn != sorted(row["tile_rank"] for row in rows if row["tile_rank"]):
            yield f"the tile map draws {len(drawn)} ranks, it received {sum(1 for row in rows if row['tile_rank'])}"


def _ranking(shown, page):
    problems, rows, chart = _found(shown, "the ranking table", "rank_label", "change_label", "org_unit_sort")
    yield from problems
    if chart:
        years = sorted({row["year"] for row in rows})
        if years != [page.year]:
            yield f"the ranking table shows {', '.join(years) or 'no year'}; the page is about {page.year}"
        given = {row["org_unit_id"]: (*_rank_and_of(row["rank_label"]), row["rank_change"], row["previous_rank"], row["points"],
                                      row["rating"], row["rank_basis"]) for row in rows}
        yield from differences(f"ranking {page.year}", given, {row[0]: row[1:] for row in shown.query(RANKING, **page.year_key)})
        ranks = [row["rank"] for row in rows if row["rank"] is not None]
        if ranks != sorted(ranks):
            yield "the ranking table is not in the order of ranks"
        shown.held(chart["viz"])


def _rank_and_of(label):
    return tuple(int(part) for part in label.split("/")) if label else (None, None)


def _bump(shown, page):
    problems, _, chart = _found(shown, "the bump chart", "year_label")
    graph = chart and chart["graph"]
    if not graph:
        yield from problems or ["the bump chart's axis could not be read: no chart was drawn"]
        return
    if not graph["inverse"] or graph["y_of"][0] >= graph["y_of"][1]:
        yield f"the bump chart's axis is not upside down: ranks 1 and 2 are drawn at {graph['y_of']} px from the top"
    if len(graph["series"]) < 2:
        yield f"the bump chart has {len(graph['series'])} line(s)"
    if not all(each["end_label"] for each in graph["series"]):
        yield "the bump chart's lines have no names at their ends"
    chosen = [each for each in graph["series"] if each["name"].startswith("★")]
    if [each["name"] for each in chosen] != [f"★ {page.unit}"]:
        yield f"the bump chart marks {[each['name'] for each in chosen]}; chosen is {page.unit}"
        return
    drawn = {label.split("\n")[0]: (rank,) for label, rank in chosen[0]["data"] if rank is not None}
    yield from differences("the chosen line", drawn, {year: (rank,) for year, rank in shown.query(HISTORY, **page.unit_key)})
    shown.held(chart["viz"])


def _why(shown, page):
    problems, rows, chart = _found(shown, "the chart of why the rank changed", "factor", "places")
    if not (chart and chart["graph"]):
        yield from problems or ["the chart of why the rank changed was not drawn"]
        return
    wanted = {order: (effect,) for order, effect in shown.query(EFFECTS, **page.key)}
    given = {int(row["factor"].split(".")[0]): (row["places"],) for row in rows} if wanted else {}
    yield from differences("why the rank changed", given, wanted)
    total = [point for series in graph_of(chart) for point in series["data"][-1:] if isinstance(point, (int, float))]
    if page.rank_change and not any(same(float(abs(point)), float(abs(page.rank_change))) for point in total):
        yield f"the last bar of why the rank changed is {total}; the rank changed by {page.rank_change}"
    if len(chart["graph"]["x"]) != len(rows) + 1:
        yield f"why the rank changed draws {len(chart['graph']['x'])} bars for {len(rows)} parts and their sum"
    shown.held(chart["viz"])


def graph_of(chart):
    return chart["graph"]["series"]


def _criteria(shown, page):
    problems, rows, _ = _found(shown, "the table of criteria", "peer_median", "criterion_rank_label")
    yield from problems
    wanted = {name: tuple(rest) for name, *rest in shown.query(CRITERIA, **page.key)}
    if rows is not None and wanted:
        given = {row["criterion"]: (row["points"], row["max_points"], _rank_and_of(row["criterion_rank_label"])[0]) for row in rows}
        yield from differences("criteria", given, wanted)


def _next(shown, page):
    problems, rows, _ = _found(shown, "the table of what gives the next rank", "goal", "headroom_points")
    yield from problems
    wanted = {name: (headroom, is_unknown) for name, headroom, is_unknown in shown.query(NEXT, **page.key)}
    if rows is not None and wanted:
        given = {row["criterion"]: (row["headroom_points"], row["metric_needed"] == "") for row in rows}
        yield from differences("what gives the next rank", given, wanted)
