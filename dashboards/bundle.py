"""Reads assets/ and writes out what Superset imports.

The files hold what a person decides; what Superset needs besides (default fields, position ids, chart numbers) is added
here, so that a new chart is one file and one line in a dashboard."""

import hashlib
import json
import os
import uuid
from pathlib import Path

import yaml

from query_context import query_context

ASSETS = Path(__file__).resolve().parent / "assets"
KINDS = ("databases", "datasets", "charts", "dashboards")
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "xephang")
LAKE_PLACEHOLDER = "${LAKE}"
COLUMN = {"is_dttm": False, "is_active": True, "groupby": True, "filterable": True, "expression": None, "description": None,
          "python_date_format": None, "extra": {}, "advanced_data_type": None, "verbose_name": None}
METRIC = {"metric_type": None, "description": None, "d3format": None, "currency": None, "extra": {}, "warning_text": None,
          "verbose_name": None}
DATASET = {"main_dttm_col": None, "description": None, "default_endpoint": None, "offset": 0, "cache_timeout": None,
           "catalog": None, "schema": "mart", "sql": None, "params": None, "template_params": None,
           "filter_select_enabled": True, "fetch_values_predicate": None, "extra": None, "normalize_columns": False,
           "always_filter_main_dttm": False}
CHART = {"description": None, "certified_by": None, "certification_details": None, "cache_timeout": None}
SELECT_FILTER = {"multiSelect": False, "enableEmptyFilter": False, "defaultToFirstItem": False, "searchAllOptions": False,
                 "inverseSelection": False, "creatable": False, "sortAscending": True}


def own_uuid(kind, name):
    return str(uuid.uuid5(NAMESPACE, f"{kind}/{name}"))


def read_assets(folder=ASSETS):
    """{kind: {file stem: content}}; a YAML fault carries the file's name."""
    assets = {}
    for kind in KINDS:
        assets[kind] = {}
        for path in sorted((folder / kind).glob("*.yaml")):
            try:
                assets[kind][path.stem] = yaml.safe_load(path.read_text(encoding="utf-8"))
            except yaml.YAMLError as fault:
                raise ValueError(f"{kind}/{path.name}: not valid YAML: {fault}") from None
    return assets


def superset_files(assets, lake):
    """{path: YAML text}, the bundle that Superset imports."""
    files = {"metadata.yaml": {"version": "1.0.0", "type": "assets", "timestamp": "2026-01-01T00:00:00+00:00"}}
    for stem, database in assets["databases"].items():
        uri = database["sqlalchemy_uri"].replace(LAKE_PLACEHOLDER, str(lake))
        files[f"databases/{stem}.yaml"] = {**database, "version": "1.0.0", "sqlalchemy_uri": uri}
    for stem, dataset in assets["datasets"].items():
        files[f"datasets/xephang/{stem}.yaml"] = _dataset(dataset, assets)
    for stem, chart in assets["charts"].items():
        files[f"charts/{stem}.yaml"] = _chart(chart, assets)
    for stem, dashboard in assets["dashboards"].items():
        files[f"dashboards/{stem}.yaml"] = _dashboard(dashboard, assets)
    return {path: yaml.safe_dump(content, allow_unicode=True, sort_keys=False) for path, content in files.items()}


def fingerprint(files):
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(f"{path}\0{files[path]}\0".encode())
    return digest.hexdigest()


def lake():
    return Path(os.environ["XEPHANG_LAKE"])


def _dataset(dataset, assets):
    return {**DATASET, **{key: value for key, value in dataset.items() if key != "database"}, "version": "1.0.0",
            "database_uuid": assets["databases"][dataset["database"]]["uuid"],
            "columns": [{**COLUMN, **column} for column in dataset["columns"]],
            "metrics": [{**METRIC, **metric} for metric in dataset.get("metrics", [])]}


def _chart(chart, assets):
    params = {"viz_type": chart["viz_type"], "datasource": "0__table", **chart["params"]}
    plain = {key: value for key, value in chart.items() if key not in ("dataset", "params")}
    return {**CHART, **plain, "version": "1.0.0", "params": params,
            "query_context": json.dumps(query_context(params), ensure_ascii=False),
            "dataset_uuid": assets["datasets"][chart["dataset"]]["uuid"]}


def _dashboard(dashboard, assets):
    numbers = {}
    position = _position(dashboard, assets, numbers)
    metadata = {"color_scheme": "", "label_colors": dashboard.get("label_colors", {}), "shared_label_colors": [],
                "map_label_colors": {}, "refresh_frequency": 0, "timed_refresh_immune_slices": [], "expanded_slices": {},
                "cross_filters_enabled": False, "chart_configuration": {}, "filter_bar_orientation": "HORIZONTAL",
                "global_chart_configuration": {"scope": {"rootPath": ["ROOT_ID"], "excluded": []}, "chartsInScope": []},
                "native_filter_configuration": [_filter(each, assets, numbers) for each in dashboard.get("filters", [])]}
    return {"dashboard_title": dashboard["dashboard_title"], "description": dashboard.get("description"),
            "css": dashboard.get("css", ""), "slug": dashboard["slug"], "certified_by": "", "certification_details": "",
            "published": True, "uuid": dashboard["uuid"], "position": position, "metadata": metadata, "version": "1.0.0"}


def _position(dashboard, assets, numbers):
    rows = [f"ROW-{number}" for number in range(1, len(dashboard["rows"]) + 1)]
    position = {"DASHBOARD_VERSION_KEY": "v2",
                "ROOT_ID": {"type": "ROOT", "id": "ROOT_ID", "children": ["GRID_ID"]},
                "HEADER_ID": {"type": "HEADER", "id": "HEADER_ID", "meta": {"text": dashboard["dashboard_title"]}},
                "GRID_ID": {"type": "GRID", "id": "GRID_ID", "children": rows, "parents": ["ROOT_ID"]}}
    for row, items in zip(rows, dashboard["rows"]):
        parents = ["ROOT_ID", "GRID_ID"]
        children = [_item(item, f"{row}-{index}", assets, numbers, parents + [row]) for index, item in enumerate(items)]
        position[row] = {"type": "ROW", "id": row, "children": [child["id"] for child in children], "parents": parents,
                         "meta": {"background": "BACKGROUND_TRANSPARENT"}}
        position.update({child["id"]: child for child in children})
    return position


def _item(item, place, assets, numbers, parents):
    size = {"width": item["width"], "height": item["height"]}
    if "markdown" in item:
        return {"type": "MARKDOWN", "id": f"MARKDOWN-{place}", "children": [], "parents": parents,
                "meta": {**size, "code": item["markdown"]}}
    chart = assets["charts"][item["chart"]]
    number = numbers.setdefault(item["chart"], len(numbers) + 1)
    return {"type": "CHART", "id": f"CHART-{place}", "children": [], "parents": parents,
            "meta": {**size, "chartId": number, "uuid": chart["uuid"], "sliceName": chart["slice_name"]}}


def _filter(wanted, assets, numbers):
    chosen = wanted.get("default", [])
    mask = {"filterState": {}, "extraFormData": {}}
    if chosen:
        mask = {"filterState": {"value": chosen, "label": ", ".join(chosen)},
                "extraFormData": {"filters": [{"col": wanted["column"], "op": "IN", "val": chosen}]}}
    controls = {**SELECT_FILTER, **wanted.get("controls", {})}
    made = {"id": f"NATIVE_FILTER-{wanted['id']}", "name": wanted["name"], "filterType": "filter_select",
            "type": "NATIVE_FILTER", "description": wanted.get("description", ""), "controlValues": controls,
            "targets": [{"datasetUuid": assets["datasets"][wanted["dataset"]]["uuid"], "column": {"name": wanted["column"]}}],
            "cascadeParentIds": [], "defaultDataMask": mask,
            "scope": {"rootPath": ["ROOT_ID"], "excluded": [numbers[chart] for chart in wanted.get("not_for", [])]}}
    if wanted.get("sort_metric"):
        made["sortMetric"] = wanted["sort_metric"]
    if controls["defaultToFirstItem"]:
        made["requiredFirst"] = True
    return made
