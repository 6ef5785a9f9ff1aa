"""On which unit the leadership page opens for a reader, and whether he sees its details."""

import json

from checks.gate_attempts import refused

SLUG = "lanh-dao"
PAGE, POINTS = "Đơn vị được chọn trong năm được chọn", "Mạnh ở đâu và yếu ở đâu so với các đơn vị khác"
OPENING = {"try-viewer": "viewer of Long An", "try-elsewhere": "viewer of Hà Tĩnh", "try-district": "viewer of Bến Lức (district)",
           "try-leadership": "leadership"}


def opening(client):
    """[scorecard, unit, first unit that the filter offers, details] as the page gets them before anything is chosen."""
    datasets = {each["slice_name"]: int(each["form_data"]["datasource"].split("__")[0])
                for each in client.get(f"/api/v1/dashboard/{SLUG}/charts").json()["result"]}
    page = _rows(client, datasets[PAGE], columns=["scorecard", "year", "unit"])
    points = _rows(client, datasets[POINTS], columns=["points_share"])
    if isinstance(page, str) or isinstance(points, str):
        return [str(page)[:60], "", "", str(points)[:60]]
    scorecard, year, unit = page[0].values()
    shown = any(row["points_share"] is not None for row in points)
    return [scorecard, unit, _first_offered(client, scorecard, year), "shown" if shown else "none"]


def _rows(client, dataset, **asked):
    answer = client.post("/api/v1/chart/data", {"datasource": {"id": dataset, "type": "table"}, "queries": [asked]})
    return answer.json()["result"][0]["data"] if answer.status == 200 else refused(answer)


def _first_offered(client, scorecard, year):
    """The filter takes the first of its list, in the order of its metric."""
    dashboard = client.get(f"/api/v1/dashboard/{SLUG}").json()["result"]
    filters = json.loads(dashboard["json_metadata"])["native_filter_configuration"]
    number = next(target["datasetId"] for each in filters for target in each["targets"] if target["column"]["name"] == "chosen_unit")
    first = _rows(client, number, columns=["chosen_unit"], metrics=["first_unit"], orderby=[["first_unit", True]], row_limit=1,
                  filters=[{"col": "chosen_scorecard", "op": "IN", "val": [scorecard]}, {"col": "chosen_year", "op": "IN", "val": [year]}])
    return first if isinstance(first, str) else first[0]["chosen_unit"]
