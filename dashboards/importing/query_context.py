"""The query of a chart as Superset stores it, made from the chart's params: with it the REST API can run the chart."""

import json


def query_context(params, filters=()):
    """filters: what a dashboard adds, as {"col", "op", "val"}"""
    query = _raw(params) if "all_columns" in params else _aggregated(params)
    query.update(filters=_filters(params) + list(filters), extras={"having": "", "where": ""}, applied_time_extras={},
                 row_limit=params.get("row_limit", 10_000), annotation_layers=[], url_params={}, custom_params={},
                 custom_form_data={})
    return {"datasource": {"id": 0, "type": "table"}, "force": False, "queries": [query], "form_data": params,
            "result_format": "json", "result_type": "full"}


def used_columns(params):
    """Every column that the params name, wherever they do."""
    for key in ("all_columns", "groupby", "groupbyRows", "groupbyColumns", "columns"):
        yield from _listed(params.get(key, []))
    yield from (params[key] for key in ("x_axis", "entity", "series") if params.get(key))
    yield from params.get("column_config", {})
    yield from (json.loads(each)[0] for each in params.get("order_by_cols", []))
    yield from (each["subject"] for each in params.get("adhoc_filters", []))
    yield from (each["column"] for each in params.get("conditional_formatting", []) if each["column"] not in set(used_metrics(params)))


def used_metrics(params):
    yield from params.get("metrics", [])
    yield from (params[key] for key in ("metric", "x", "y", "size", "timeseries_limit_metric") if params.get(key))


def _listed(value):
    return [value] if isinstance(value, str) else value


def _raw(params):
    return {"columns": params["all_columns"], "orderby": [json.loads(each) for each in params.get("order_by_cols", [])]}


def _aggregated(params):
    keys = [params.get(key) for key in ("x_axis", "entity", "series")]
    listed = [params.get(key, []) for key in ("groupbyRows", "groupbyColumns", "groupby", "columns")]
    columns = [key for key in keys if key] + [each for key in listed for each in _listed(key)]
    metrics = list(dict.fromkeys(each for each in used_metrics(params) if each))
    return {"columns": list(dict.fromkeys(columns)), "metrics": metrics, "orderby": [[metrics[0], False]]}


def _filters(params):
    return [{"col": each["subject"], "op": each["operator"], "val": each["comparator"]}
            for each in params.get("adhoc_filters", []) if each["operator"] != "TEMPORAL_RANGE"]
