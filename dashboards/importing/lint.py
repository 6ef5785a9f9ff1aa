"""Finds what Superset would swallow in silence: dangling references, unknown columns, metrics and chart types, missing words.

Every dataset is bound, in both languages, against the DuckDB file of the release that is being shown. All problems are
listed at once, each with its file and, where there is one, its line."""

import sys
from pathlib import Path

import duckdb
import jinja2

from importing.assets import ASSETS, LANGUAGES, all_rows, in_language, placed_items, read_assets
from importing.bundle import full_params, lake
from failures import AssetsRefused, WorldFailed
from importing.lint_texts import text_problems
from importing.query_context import used_columns, used_metrics
from server.run_records import run_records

VIZ_TYPES = {"table", "handlebars", "echarts_timeseries_smooth", "echarts_timeseries_bar", "echarts_timeseries_line",
             "echarts_timeseries_scatter",
             "heatmap_v2", "pivot_table_v2", "box_plot", "waterfall", "big_number", "big_number_total", "pie", "bubble_v2"}
BUMP = "echarts_timeseries_smooth"
LOCKED = {"read_only": True}
WRITING = ("allow_ctas", "allow_cvas", "allow_dml")
LOCKED_CONFIG = {"enable_external_access": False, "lock_configuration": True}
SAMPLE_CHOICES = ([], ["Long An", "Đà Nẵng"])
KEYS = {"databases": {"database_name", "sqlalchemy_uri", "cache_timeout", "expose_in_sqllab", "allow_run_async", "allow_ctas",
                      "allow_cvas", "allow_dml", "allow_file_upload", "extra"},
        "datasets": {"description", "database", "sql", "columns", "metrics", "main_dttm_col"},
        "charts": {"title", "about", "viz_type", "dataset", "params"},
        "dashboards": {"title", "about", "slug", "rows", "tabs", "filters", "css", "cross_filters", "label_colors",
                       "filter_bar"}}
NEEDED = {"databases": {"database_name", "sqlalchemy_uri", "extra", "allow_file_upload"},
          "datasets": {"database", "sql", "columns"}, "charts": {"title", "viz_type", "dataset", "params"},
          "dashboards": {"title", "slug"}}


def lint(assets, database_file):
    problems = list(_unread(assets)) + list(_shapes(assets))
    if problems:
        return problems
    problems = list(_databases(assets)) + list(text_problems(assets)) + list(_datasets(assets)) + list(_charts(assets))
    problems += _dashboards(assets)
    return problems or _bind(assets, database_file)


def _unread(assets):
    for kind in assets:
        yield from (f"{kind}/{path.name}: is not read; a file here is called <name>.yaml"
                    for path in sorted((assets.folder / kind).glob("*")) if path.suffix != ".yaml")


def _shapes(assets):
    for kind, files in assets.items():
        for stem, content in files.items():
            if not isinstance(content, dict):
                yield f"{assets.where(kind, stem)}: is empty or no mapping"
                continue
            for key in sorted(content.keys() - KEYS[kind]):
                fix = ". Take it out: it is made from the file's name and the language" if key == "uuid" else \
                    f"; known: {', '.join(sorted(KEYS[kind]))}"
                yield f"{assets.where(kind, stem, key)}: unknown key '{key}'{fix}"
            yield from (f"{assets.where(kind, stem)}: has no {key}" for key in sorted(NEEDED[kind] - content.keys()))
            if kind == "dashboards":
                yield from _shape_of_tabs(assets.where(kind, stem), content)


def _shape_of_tabs(where, dashboard):
    if not dashboard.get("rows") and not dashboard.get("tabs"):
        yield f"{where}: has neither rows nor tabs"
    for number, tab in enumerate(dashboard.get("tabs", []), 1):
        if not isinstance(tab, dict) or set(tab) != {"title", "rows"} or not tab["rows"]:
            yield f"{where}: tab {number} must be {{title: ..., rows: [...]}}, with at least one row"


def _databases(assets):
    for stem, database in assets["databases"].items():
        connect = database["extra"].get("engine_params", {}).get("connect_args", {})
        where = assets.where("databases", stem)
        if "${LAKE}" not in database["sqlalchemy_uri"]:
            yield f"{where}: sqlalchemy_uri has no ${{LAKE}}, so it would work on one machine only"
        for wanted, given in ((LOCKED, connect), (LOCKED_CONFIG, connect.get("config", {}))):
            for key, value in wanted.items():
                if given.get(key) is not value:
                    yield f"{where}: {key} is {given.get(key)}; it must be {value}, or a viewer can read and write files"
        yield from (f"{assets.where('databases', stem, key)}: {key} must be false: nobody writes into a release"
                    for key in WRITING if database.get(key))
        if database.get("allow_file_upload") is not False:
            yield f"{where}: allow_file_upload must be written as false (it is true when left out)"


def _datasets(assets):
    used = {chart["dataset"] for chart in assets["charts"].values()}
    used |= {each["dataset"] for dashboard in assets["dashboards"].values() for each in dashboard.get("filters", [])}
    for stem, dataset in assets["datasets"].items():
        if dataset["database"] not in assets["databases"]:
            yield f"{assets.where('datasets', stem, 'database')}: there is no database '{dataset['database']}' in databases/"
        if stem not in used:
            yield f"{assets.where('datasets', stem)}: no chart and no filter uses it"


def _charts(assets):
    placed = {item.get("chart") for each in assets["dashboards"].values() for item in placed_items(each)}
    for stem, chart in assets["charts"].items():
        where = assets.where("charts", stem, chart["viz_type"])
        if chart["viz_type"] not in VIZ_TYPES:
            yield f"{where}: viz_type '{chart['viz_type']}' is not one of {', '.join(sorted(VIZ_TYPES))}"
        if chart["viz_type"] == BUMP and "inverse: true" not in chart["params"].get("echart_options", ""):
            yield f"{where}: {BUMP} is for bump charts, and echart_options does not turn the axis upside down"
        if stem not in placed:
            yield f"{assets.where('charts', stem)}: is on no dashboard"
        dataset = assets["datasets"].get(chart["dataset"])
        if dataset is None:
            yield f"{assets.where('charts', stem, chart['dataset'])}: there is no dataset '{chart['dataset']}' in datasets/"
            continue
        home = f"is not in datasets/{chart['dataset']}.yaml"
        params = full_params(chart)
        yield from (f"{assets.where('charts', stem, name)}: column '{name}' {home}"
                    for name in dict.fromkeys(used_columns(params)) if name not in dataset["columns"])
        yield from (f"{assets.where('charts', stem, name)}: metric '{name}' {home}"
                    for name in dict.fromkeys(used_metrics(params)) if name not in dataset.get("metrics", {}))
        if not any(used_metrics(params)) and "all_columns" not in params:
            yield f"{where}: asks for nothing: neither all_columns nor a metric"


def _dashboards(assets):
    problems, slugs = [], {}
    for stem, dashboard in assets["dashboards"].items():
        where = assets.where("dashboards", stem)
        for slug in dashboard["slug"].values() if isinstance(dashboard["slug"], dict) else [dashboard["slug"]]:
            if slug in slugs:
                problems.append(f"{assets.where('dashboards', stem, slug)}: slug '{slug}' is also that of {slugs[slug]}")
            slugs[slug] = where
        placed = [item["chart"] for item in placed_items(dashboard) if "chart" in item]
        problems += [f"{assets.where('dashboards', stem, name)}: there is no chart '{name}' in charts/"
                     for name in placed if name not in assets["charts"]]
        problems += [f"{assets.where('dashboards', stem, name)}: chart '{name}' is placed twice"
                     for name in sorted(set(placed)) if placed.count(name) > 1]
        problems += [f"{where}: row {number} is {sum(item['width'] for item in row)} columns wide; at most 12 fit"
                     for number, row in enumerate(all_rows(dashboard), 1) if sum(item["width"] for item in row) > 12]
        ids = [each["id"] for each in dashboard.get("filters", [])]
        problems += [f"{where}: filter id '{each}' stands twice" for each in sorted(set(ids)) if ids.count(each) > 1]
        for each in dashboard.get("filters", []):
            place = assets.where("dashboards", stem, each["id"])
            problems += [f"{place}: filter '{each['id']}': {fault}" for fault in _filter_faults(each, assets, placed, ids)]
    return problems


def _filter_faults(wanted, assets, placed, ids):
    dataset = assets["datasets"].get(wanted["dataset"])
    if dataset is None:
        yield f"there is no dataset '{wanted['dataset']}'"
        return
    if wanted["column"] not in dataset["columns"]:
        yield f"column '{wanted['column']}' is not in datasets/{wanted['dataset']}.yaml"
    if wanted.get("sort_metric") and wanted["sort_metric"] not in dataset.get("metrics", {}):
        yield f"metric '{wanted['sort_metric']}' is not in datasets/{wanted['dataset']}.yaml"
    yield from (f"chart '{name}' under not_for is not on this dashboard" for name in wanted.get("not_for", []) if name not in placed)
    yield from (f"filter '{name}' under after is not on this dashboard" for name in wanted.get("after", []) if name not in ids)


# -- against the file of the release -----------------------------------------------------------------------------------

def _bind(assets, database_file):
    try:
        connection = duckdb.connect(str(database_file), read_only=True, config=LOCKED_CONFIG)
    except duckdb.Error as cause:
        raise WorldFailed(f"Cannot open {database_file}: {cause}") from None
    problems = []
    with connection:
        for language in LANGUAGES:
            spoken = in_language(assets, language)
            for stem in assets["datasets"]:
                faults = _bind_dataset(connection, spoken["datasets"][f"{stem}_{language}"], Path(database_file).parent.parent)
                problems += [f"{assets.where('datasets', stem, token)} ({language}): {fault}" for token, fault in faults]
    return problems


def _bind_dataset(connection, dataset, lake_folder):
    for choice in SAMPLE_CHOICES:
        try:
            source = f"({_rendered(dataset['sql'], choice, lake_folder)})"
            described = connection.execute(f"describe select * from {source} as t").fetchall()
        except jinja2.TemplateError as cause:
            return [("sql", f"Jinja refuses its SQL: {cause}")]
        except duckdb.Error as cause:
            return [("sql", f"DuckDB refuses its SQL: {_short(cause)}")]
    actual = {row[0]: row[1] for row in described}
    faults = [(name, f"column '{name}' is declared {kind}, the release gives {actual.get(name, 'no such column')}")
              for name, kind in dataset["columns"].items() if actual.get(name) != kind]
    faults += [("sql", f"column '{name}' of its SQL is not declared") for name in actual if name not in dataset["columns"]]
    for name, metric in dataset.get("metrics", {}).items():
        try:
            connection.execute(f"describe select {metric['expression']} from {source} as t")
        except duckdb.Error as cause:
            faults.append((name, f"metric '{name}' ({metric['expression']}) is refused: {_short(cause)}"))
    return faults


def _short(cause):
    return " ".join(str(cause).split("\n\n")[0].split())


def _rendered(sql, choice, lake_folder):
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined)
    environment.filters["where_in"] = lambda values: "(" + ", ".join("'" + value.replace("'", "''") + "'" for value in values) + ")"
    return environment.from_string(sql).render(filter_values=lambda column, *_, **__: choice, current_user_roles=lambda: choice,
                                               run_records=lambda: run_records(lake_folder))


def clean_assets(folder=ASSETS):
    """The assets, when nothing is wrong with them."""
    try:
        assets = read_assets(folder)
        problems = lint(assets, lake() / "current" / "xephang.duckdb")
    except ValueError as fault:
        raise AssetsRefused(f"Cannot read {folder}: {fault}") from None
    except (KeyError, TypeError, AttributeError) as fault:
        raise AssetsRefused(f"Cannot read {folder}: a file lacks a key or has another shape ({type(fault).__name__} {fault}). "
                            "Compare it with its neighbours.") from None
    if problems:
        raise AssetsRefused(f"{len(problems)} problem(s) in {folder}; nothing was imported:\n  " + "\n  ".join(problems))
    return assets


def main():
    try:
        assets = clean_assets(*sys.argv[1:])
    except (AssetsRefused, WorldFailed) as failure:
        print(failure)
        return failure.exit_code
    counts = ", ".join(f"{len(files)} {kind}" for kind, files in assets.items())
    print(f"lint: {counts}, in {len(LANGUAGES)} languages: no problems against the release in {lake()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
