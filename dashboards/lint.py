"""Finds what Superset would swallow in silence: dangling or doubled uuids, unknown columns, metrics and chart types.

Every dataset is bound against the DuckDB file of the release that is being shown. All problems are listed at once."""

import json
import sys
import unicodedata
import uuid

import duckdb
import jinja2

from bundle import ASSETS, LAKE_PLACEHOLDER, lake, own_uuid, read_assets
from failures import AssetsRefused, WorldFailed

VIZ_TYPES = {"table", "handlebars", "echarts_timeseries_smooth", "echarts_timeseries_bar", "echarts_timeseries_line",
             "heatmap_v2", "pivot_table_v2", "box_plot", "waterfall", "big_number", "big_number_total", "pie"}
BUMP = "echarts_timeseries_smooth"
LOCKED = {"read_only": True}
LOCKED_CONFIG = {"enable_external_access": False, "lock_configuration": True}
SAMPLE_CHOICES = ([], ["Long An", "Đà Nẵng"])


def lint(assets, database_file):
    problems = list(_identity(assets)) + list(_databases(assets)) + list(_texts(assets))
    problems += _charts(assets) + _dashboards(assets)
    if not problems:
        problems += _bind(assets, database_file)
    return problems


def _identity(assets):
    seen = {}
    for kind, files in assets.items():
        for stem, content in files.items():
            where, given, wanted = f"{kind}/{stem}.yaml", str(content.get("uuid")), own_uuid(kind, stem)
            if given in seen:
                fix = f"In {where} write {wanted}" if given != wanted else f"It belongs here; give {seen[given]} its own"
                yield f"{where}: uuid {given} is also that of {seen[given]}; Superset would keep one of the two. {fix}"
            elif not _is_uuid(given):
                yield f"{where}: uuid is '{given}'. Write: uuid: {wanted}"
            seen[given] = where


def _is_uuid(text):
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False


def _databases(assets):
    for stem, database in assets["databases"].items():
        connect = database["extra"]["engine_params"]["connect_args"]
        config = connect.get("config", {})
        where = f"databases/{stem}.yaml"
        if LAKE_PLACEHOLDER not in database["sqlalchemy_uri"]:
            yield f"{where}: sqlalchemy_uri has no {LAKE_PLACEHOLDER}, so it would work on one machine only"
        for wanted, given in ((LOCKED, connect), (LOCKED_CONFIG, config)):
            for key, value in wanted.items():
                if given.get(key) is not value:
                    yield f"{where}: {key} is {given.get(key)}; it must be {value}, or a viewer can read and write files"
        if database.get("allow_file_upload") is not False:
            yield f"{where}: allow_file_upload must be written as false (it is true when left out)"


def _texts(assets):
    for kind, files in assets.items():
        for stem, content in files.items():
            text = json.dumps(content, ensure_ascii=False)
            if text != unicodedata.normalize("NFC", text):
                yield f"{kind}/{stem}.yaml: has letters with separate accents (not NFC); filters and sorting would miss them"


def _charts(assets):
    problems = []
    for stem, chart in assets["charts"].items():
        where = f"charts/{stem}.yaml"
        if chart["viz_type"] not in VIZ_TYPES:
            problems.append(f"{where}: viz_type '{chart['viz_type']}' is not one of {', '.join(sorted(VIZ_TYPES))}")
        if chart["viz_type"] == BUMP and "inverse: true" not in chart["params"].get("echart_options", ""):
            problems.append(f"{where}: {BUMP} is for bump charts, and echart_options does not turn the axis upside down")
        dataset = assets["datasets"].get(chart["dataset"])
        if dataset is None:
            problems.append(f"{where}: there is no dataset '{chart['dataset']}' in datasets/")
            continue
        problems += [f"{where}: {fault} in datasets/{chart['dataset']}.yaml" for fault in _unknown(chart["params"], dataset)]
    return problems


def _unknown(params, dataset):
    columns = {each["column_name"] for each in dataset["columns"]}
    metrics = {each["metric_name"] for each in dataset.get("metrics", [])}
    used = list(params.get("all_columns", [])) + list(params.get("groupby", [])) + list(params.get("column_config", {}))
    used += [params["x_axis"]] if "x_axis" in params else []
    used += [json.loads(each)[0] for each in params.get("order_by_cols", [])]
    used += [each["subject"] for each in params.get("adhoc_filters", [])]
    used += [each["column"] for each in params.get("conditional_formatting", [])]
    yield from (f"column '{name}' is not" for name in used if name not in columns)
    yield from (f"metric '{name}' is not" for name in params.get("metrics", []) if name not in metrics)


def _dashboards(assets):
    problems, slugs = [], {}
    for stem, dashboard in assets["dashboards"].items():
        where = f"dashboards/{stem}.yaml"
        if dashboard["slug"] in slugs:
            problems.append(f"{where}: slug '{dashboard['slug']}' is also that of {slugs[dashboard['slug']]}")
        slugs[dashboard["slug"]] = where
        placed = [item["chart"] for row in dashboard["rows"] for item in row if "chart" in item]
        problems += [f"{where}: there is no chart '{name}' in charts/" for name in placed if name not in assets["charts"]]
        problems += [f"{where}: chart '{name}' is placed twice" for name in sorted(set(placed)) if placed.count(name) > 1]
        problems += [f"{where}: row {number} is {sum(item['width'] for item in row)} columns wide; at most 12 fit"
                     for number, row in enumerate(dashboard["rows"], 1) if sum(item["width"] for item in row) > 12]
        for each in dashboard.get("filters", []):
            problems += [f"{where}: filter '{each['name']}': {fault}" for fault in _filter_faults(each, assets, placed)]
    placed_anywhere = {item.get("chart") for each in assets["dashboards"].values() for row in each["rows"] for item in row}
    problems += [f"charts/{name}.yaml: is on no dashboard" for name in assets["charts"] if name not in placed_anywhere]
    return problems


def _filter_faults(wanted, assets, placed):
    dataset = assets["datasets"].get(wanted["dataset"])
    if dataset is None:
        yield f"there is no dataset '{wanted['dataset']}'"
        return
    if wanted["column"] not in {each["column_name"] for each in dataset["columns"]}:
        yield f"column '{wanted['column']}' is not in datasets/{wanted['dataset']}.yaml"
    if wanted.get("sort_metric") and wanted["sort_metric"] not in {each["metric_name"] for each in dataset["metrics"]}:
        yield f"metric '{wanted['sort_metric']}' is not in datasets/{wanted['dataset']}.yaml"
    yield from (f"chart '{name}' under not_for is not on this dashboard" for name in wanted.get("not_for", []) if name not in placed)


# -- against the file of the release -----------------------------------------------------------------------------------

def _bind(assets, database_file):
    try:
        connection = duckdb.connect(str(database_file), read_only=True, config=LOCKED_CONFIG)
    except duckdb.Error as cause:
        raise WorldFailed(f"Cannot open {database_file}: {cause}") from None
    problems = []
    with connection:
        for stem, dataset in assets["datasets"].items():
            for choice in SAMPLE_CHOICES:
                faults = _bind_dataset(connection, dataset, choice)
                problems += [f"datasets/{stem}.yaml: {fault}" for fault in faults]
                if faults:
                    break
    return problems


def _bind_dataset(connection, dataset, choice):
    source = f"({_rendered(dataset['sql'], choice)})" if dataset.get("sql") else f"mart.{dataset['table_name']}"
    try:
        described = connection.execute(f"describe select * from {source} as t").fetchall()
    except duckdb.Error as cause:
        return [f"DuckDB refuses its SQL: {_short(cause)}"]
    actual = {row[0]: row[1] for row in described}
    faults = [f"column '{each['column_name']}' is declared {each['type']}, the release gives {actual.get(each['column_name'], 'no such column')}"
              for each in dataset["columns"] if actual.get(each["column_name"]) != each["type"]]
    faults += [f"column '{name}' of its SQL is not declared" for name in actual
               if dataset.get("sql") and name not in {each["column_name"] for each in dataset["columns"]}]
    for metric in dataset.get("metrics", []):
        try:
            connection.execute(f"describe select {metric['expression']} from {source} as t")
        except duckdb.Error as cause:
            faults.append(f"metric '{metric['metric_name']}' ({metric['expression']}) is refused: {_short(cause)}")
    return faults


def _short(cause):
    return " ".join(str(cause).split("\n\n")[0].split())


def _rendered(sql, choice):
    environment = jinja2.Environment()
    environment.filters["where_in"] = lambda values: "(" + ", ".join("'" + value.replace("'", "''") + "'" for value in values) + ")"
    return environment.from_string(sql).render(filter_values=lambda column, *_, **__: choice)


def clean_assets():
    """The assets, when nothing is wrong with them."""
    try:
        assets = read_assets()
        problems = lint(assets, lake() / "current" / "xephang.duckdb")
    except ValueError as fault:
        raise AssetsRefused(f"Cannot read {ASSETS}: {fault}") from None
    except (KeyError, TypeError, AttributeError) as fault:
        raise AssetsRefused(f"Cannot read {ASSETS}: a file lacks a key or has another shape ({type(fault).__name__} {fault}). "
                            "Compare it with its neighbours.") from None
    if problems:
        raise AssetsRefused(f"{len(problems)} problem(s) in {ASSETS}; nothing was imported:\n  " + "\n  ".join(problems))
    return assets


def main():
    try:
        assets = clean_assets()
    except (AssetsRefused, WorldFailed) as failure:
        print(failure)
        return failure.exit_code
    counts = ", ".join(f"{len(files)} {kind}" for kind, files in assets.items())
    print(f"lint: {counts}: no problems against the release in {lake()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
