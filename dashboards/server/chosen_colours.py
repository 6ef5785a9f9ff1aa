"""The colour of the chosen unit in a bump chart. Superset wants the name of every line that has a colour of its own, and the
names are those of the release being served: so they are added when a dashboard is opened, not written at the import."""

import json
import os
import re

from flask import request

COLOUR = "#c1121f"
ASKED = re.compile(r"/api/v1/dashboard/[^/]+/?")
NAMES = "select distinct unnest([org_unit_label_vi, org_unit_label_en]) as name from mart.rpt_standing order by name"


def colour_chosen_units(app, lake):
    known = {}

    def colours():
        """Asked once for each release."""
        served = os.path.realpath(lake / "current")
        if served not in known:
            known.clear()
            known[served] = {f"★ {name}": COLOUR for name in _names()}
        return known[served]

    @app.after_request
    def add_colours(response):
        if request.method == "GET" and ASKED.fullmatch(request.path) and response.status_code == 200 and response.is_json:
            body = with_colours(response.get_json(), colours)
            if body:
                response.set_data(json.dumps(body, ensure_ascii=False))
        return response


def with_colours(body, colours):
    """The answer about one dashboard, with the colours added; None where it is about something else."""
    result = body.get("result")
    if not isinstance(result, dict) or not isinstance(result.get("json_metadata"), str):
        return None
    metadata = json.loads(result["json_metadata"] or "{}")
    metadata["label_colors"] = {**colours(), **metadata.get("label_colors", {})}
    return {**body, "result": {**result, "json_metadata": json.dumps(metadata, ensure_ascii=False)}}


def _names():
    """Through Superset's own database, so that the file is opened as for every chart: DuckDB refuses two ways at once."""
    from superset.extensions import db
    from superset.models.core import Database

    declared = db.session.query(Database).filter_by(database_name="Xephang").one_or_none()
    if declared is None:
        return []
    with declared.get_raw_connection() as connection:
        cursor = connection.cursor()
        cursor.execute(NAMES)
        return [name for name, in cursor.fetchall()]
