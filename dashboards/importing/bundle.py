"""Writes out what Superset imports.

The files hold what a person decides; what Superset needs besides (uuids, default fields, position ids, chart numbers,
column labels) is added here, so that a new chart is one file and one line in a dashboard, in both languages."""

import hashlib
import json
import os
from pathlib import Path

import yaml

from importing.assets import LANGUAGES, in_language, own_uuid
from importing.query_context import query_context

LAKE_PLACEHOLDER = "${LAKE}"
COLUMN = {"is_dttm": False, "is_active": True, "groupby": True, "filterable": True, "expression": None, "description": None,
          "python_date_format": None, "extra": {}, "advanced_data_type": None}
METRIC = {"metric_type": None, "description": None, "d3format": None, "currency": None, "extra": {}, "warning_text": None}
DATASET = {"main_dttm_col": None, "description": None, "default_endpoint": None, "offset": 0, "cache_timeout": None,
           "catalog": None, "schema": "mart", "params": None, "template_params": None,
           "filter_select_enabled": True, "fetch_values_predicate": None, "extra": None, "normalize_columns": False,
           "always_filter_main_dttm": False}
CHART = {"description": None, "certified_by": None, "certification_details": None, "cache_timeout": None}
# What every chart of a type has; a chart's own params come on top.
PARAMS = {
    "table": {"query_mode": "raw", "adhoc_filters": [], "order_by_cols": [], "row_limit": 10000, "server_page_length": 20,
              "page_length": 20, "include_search": True, "allow_rearrange_columns": False, "allow_render_html": False,
              "show_cell_bars": False, "color_pn": False, "temporal_columns_lookup": {}, "table_timestamp_format": "smart_date"},
    "handlebars": {"query_mode": "raw", "adhoc_filters": [], "order_by_cols": [], "row_limit": 1000},
    "echarts_timeseries_smooth": {"adhoc_filters": [], "row_limit": 10000, "truncate_metric": True, "comparison_type": "values",
                                  "annotation_layers": [], "order_desc": True},
    "echarts_timeseries_bar": {"adhoc_filters": [], "row_limit": 10000, "truncate_metric": True, "comparison_type": "values",
                               "annotation_layers": [], "order_desc": True},
    "echarts_timeseries_line": {"adhoc_filters": [], "row_limit": 10000, "truncate_metric": True, "comparison_type": "values",
                                "annotation_layers": [], "order_desc": True},
    "echarts_timeseries_scatter": {"adhoc_filters": [], "row_limit": 10000, "truncate_metric": True, "comparison_type": "values",
                                   "annotation_layers": [], "order_desc": True},
    "waterfall": {"adhoc_filters": [], "row_limit": 100, "groupby": []},
    "heatmap_v2": {"adhoc_filters": [], "row_limit": 10000},
    "box_plot": {"adhoc_filters": [], "row_limit": 10000, "temporal_columns_lookup": {}},
    "pivot_table_v2": {"adhoc_filters": [], "row_limit": 10000, "order_desc": True, "temporal_columns_lookup": {}},
    "bubble_v2": {"adhoc_filters": [], "row_limit": 10000},
}
SELECT_FILTER = {"multiSelect": False, "enableEmptyFilter": False, "defaultToFirstItem": False, "searchAllOptions": False,
                 "inverseSelection": False, "creatable": False, "sortAscending": True}


def superset_files(assets, lake):
    """{path: YAML text}, the bundle that Superset imports: everything in both languages."""
    files = {"metadata.yaml": {"version": "1.0.0", "type": "assets", "timestamp": "2026-01-01T00:00:00+00:00"}}
    for stem, database in assets["databases"].items():
        uri = database["sqlalchemy_uri"].replace(LAKE_PLACEHOLDER, str(lake))
        files[f"databases/{stem}.yaml"] = {**database, "uuid": own_uuid("databases", stem), "version": "1.0.0",
                                           "sqlalchemy_uri": uri}
    for language in LANGUAGES:
        spoken = in_language(assets, language)
        for stem, dataset in spoken["datasets"].items():
            files[f"datasets/xephang/{stem}.yaml"] = _dataset(stem, dataset, spoken.words)
        for stem, chart in spoken["charts"].items():
            files[f"charts/{stem}.yaml"] = _chart(stem, chart)
        for stem, dashboard in spoken["dashboards"].items():
            files[f"dashboards/{stem}.yaml"] = _dashboard(stem, dashboard, spoken)
    return {path: yaml.safe_dump(content, allow_unicode=True, sort_keys=False) for path, content in files.items()}


def chart_uuids(assets):
    return sorted(own_uuid("charts", f"{stem}_{language}") for stem in assets["charts"] for language in LANGUAGES)


def dashboard_uuids(assets):
    return sorted(own_uuid("dashboards", f"{stem}_{language}") for stem in assets["dashboards"] for language in LANGUAGES)


def dataset_uuids(assets):
    return sorted(own_uuid("datasets", f"{stem}_{language}") for stem in assets["datasets"] for language in LANGUAGES)


def is_former(identity, held):
    """Whether an object of Superset came from files of ours that are gone: our uuids are made from names (version 5), those of
    what a person makes are drawn (version 4)."""
    return identity is not None and identity.version == 5 and str(identity) not in held


def fingerprint(files):
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(f"{path}\0{files[path]}\0".encode())
    return digest.hexdigest()


def lake():
    return Path(os.environ["XEPHANG_LAKE"])


def full_params(chart):
    return {"viz_type": chart["viz_type"], "datasource": "0__table", **PARAMS.get(chart["viz_type"], {}), **chart["params"]}


def _dataset(stem, dataset, words):
    plain = {key: dataset[key] for key in ("description", "main_dttm_col") if key in dataset}
    columns = [{"column_name": name, "verbose_name": words[name], "type": kind, **COLUMN, "is_dttm": kind in ("DATE", "TIMESTAMP")}
               for name, kind in dataset["columns"].items()]
    metrics = [{"metric_name": name, "verbose_name": words[name], **METRIC, **metric}
               for name, metric in dataset.get("metrics", {}).items()]
    return {"table_name": stem, **DATASET, **plain, "sql": dataset["sql"], "uuid": own_uuid("datasets", stem), "version": "1.0.0",
            "database_uuid": own_uuid("databases", dataset["database"]), "columns": columns, "metrics": metrics}


def _chart(stem, chart):
    params = full_params(chart)
    return {"slice_name": chart["title"], "viz_type": chart["viz_type"], **CHART, "description": chart.get("about"),
            "uuid": own_uuid("charts", stem), "version": "1.0.0", "params": params,
            "query_context": json.dumps(query_context(params), ensure_ascii=False),
            "dataset_uuid": own_uuid("datasets", chart["dataset"])}


def _dashboard(stem, dashboard, assets):
    numbers = {}
    position = _position(dashboard, assets, numbers)
    metadata = {"color_scheme": "", "label_colors": dashboard.get("label_colors", {}),
                "shared_label_colors": [], "map_label_colors": {}, "refresh_frequency": 0, "timed_refresh_immune_slices": [],
                "expanded_slices": {}, "cross_filters_enabled": dashboard.get("cross_filters", False),
                "chart_configuration": {}, "filter_bar_orientation": dashboard.get("filter_bar", "horizontal").upper(),
                "global_chart_configuration": {"scope": {"rootPath": ["ROOT_ID"], "excluded": []}, "chartsInScope": []},
                "native_filter_configuration": [_filter(each, numbers) for each in dashboard.get("filters", [])]}
    return {"dashboard_title": dashboard["title"], "description": dashboard.get("about"), "css": assets.looks + dashboard.get("css", ""),
            "slug": dashboard["slug"], "certified_by": "", "certification_details": "", "published": True,
            "uuid": own_uuid("dashboards", stem), "position": position, "metadata": metadata, "version": "1.0.0"}


def _position(dashboard, assets, numbers):
    above = ["ROOT_ID", "GRID_ID"]
    made = _rows(dashboard.get("rows", []), "ROW", above, assets, numbers)
    children = [each["id"] for each in made if each["type"] == "ROW"]
    if dashboard.get("tabs"):
        made += _tabs(dashboard["tabs"], above, assets, numbers)
        children.append("TABS")
    return {"DASHBOARD_VERSION_KEY": "v2",
            "ROOT_ID": {"type": "ROOT", "id": "ROOT_ID", "children": ["GRID_ID"]},
            "HEADER_ID": {"type": "HEADER", "id": "HEADER_ID", "meta": {"text": dashboard["title"]}},
            "GRID_ID": {"type": "GRID", "id": "GRID_ID", "children": children, "parents": ["ROOT_ID"]},
            **{each["id"]: each for each in made}}


def _tabs(tabs, above, assets, numbers):
    ids = [f"TAB-{number}" for number in range(1, len(tabs) + 1)]
    made = [{"type": "TABS", "id": "TABS", "children": ids, "parents": above, "meta": {}}]
    for tab_id, tab in zip(ids, tabs):
        parents = [*above, "TABS"]
        rows = _rows(tab["rows"], f"ROW-{tab_id}", [*parents, tab_id], assets, numbers)
        made.append({"type": "TAB", "id": tab_id, "parents": parents, "meta": {"text": tab["title"]},
                     "children": [each["id"] for each in rows if each["type"] == "ROW"]})
        made += rows
    return made


def _rows(rows, name, parents, assets, numbers):
    """The rows and what stands in them."""
    made = []
    for number, items in enumerate(rows, 1):
        row = f"{name}-{number}"
        placed = [_item(item, f"{row}-{index}", assets, numbers, [*parents, row]) for index, item in enumerate(items)]
        made.append({"type": "ROW", "id": row, "children": [each["id"] for each in placed], "parents": parents,
                     "meta": {"background": "BACKGROUND_TRANSPARENT"}})
        made += placed
    return made


def _item(item, place, assets, numbers, parents):
    size = {"width": item["width"], "height": item["height"]}
    if "markdown" in item:
        return {"type": "MARKDOWN", "id": f"MARKDOWN-{place}", "children": [], "parents": parents,
                "meta": {**size, "code": item["markdown"]}}
    number = numbers.setdefault(item["chart"], len(numbers) + 1)
    return {"type": "CHART", "id": f"CHART-{place}", "children": [], "parents": parents,
            "meta": {**size, "chartId": number, "uuid": own_uuid("charts", item["chart"]),
                     "sliceName": assets["charts"][item["chart"]]["title"]}}


def _filter(wanted, numbers):
    chosen = wanted.get("default", [])
    mask = {"filterState": {}, "extraFormData": {}}
    if chosen:
        mask = {"filterState": {"value": chosen, "label": ", ".join(chosen)},
                "extraFormData": {"filters": [{"col": wanted["column"], "op": "IN", "val": chosen}]}}
    controls = {**SELECT_FILTER, **wanted.get("controls", {})}
    made = {"id": f"NATIVE_FILTER-{wanted['id']}", "name": wanted["name"], "filterType": "filter_select",
            "type": "NATIVE_FILTER", "description": wanted.get("about", ""), "controlValues": controls,
            "targets": [{"datasetUuid": own_uuid("datasets", wanted["dataset"]), "column": {"name": wanted["column"]}}],
            "cascadeParentIds": [f"NATIVE_FILTER-{parent}" for parent in wanted.get("after", [])], "defaultDataMask": mask,
            "scope": {"rootPath": ["ROOT_ID"], "excluded": [numbers[chart] for chart in wanted.get("not_for", [])]}}
    if wanted.get("only_filled"):
        made["adhoc_filters"] = [{"expressionType": "SIMPLE", "clause": "WHERE", "subject": wanted["column"], "operator": "IS NOT NULL",
                                  "comparator": None}]
    if wanted.get("sort_metric"):
        made["sortMetric"] = wanted["sort_metric"]
    if controls["defaultToFirstItem"]:
        made["requiredFirst"] = True
    return made
