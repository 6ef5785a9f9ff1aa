"""The query of a chart as Superset stores it, made from the chart's params: with it the REST API can run the chart."""

import json


def query_context(params):
    query = _raw(params) if "all_columns" in params else _aggregated(params)
    query.update(filters=_filters(params), extras={"having": "", "where": ""}, applied_time_extras={},
                 row_limit=params.get("row_limit", 10_000), annotation_layers=[], url_params={}, custom_params={},
                 custom_form_data={})
    return {"datasource": {"id": 0, "type": "table"}, "force": False, "queries": [query], "form_data": params,
            "result_format": "json", "result_type": "full"}


def _raw(params):
    return {"columns": params["all_columns"], "orderby": [json.loads(each) for each in params.get("order_by_cols", [])]}


def _aggregated(params):
    columns = [params["x_axis"]] if "x_axis" in params else []
    return {"columns": columns + params.get("groupby", []), "metrics": params["metrics"],
            "orderby": [[params["metrics"][0], False]]}


def _filters(params):
    return [{"col": each["subject"], "op": each["operator"], "val": each["comparator"]}
            for each in params.get("adhoc_filters", []) if each["operator"] != "TEMPORAL_RANGE"]
