"""Asks the running Superset for the data of every chart of every dashboard, as a browser would, over its REST API."""

import hashlib
import json
import urllib.error
import urllib.request

from failures import WorldFailed

DRAWN_STATES = 5
NO_ROWS = "no rows"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
NO_PROXY = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class RestClient:
    def __init__(self, url, password):
        self.url = url
        self.headers = {}
        login = {"username": "admin", "password": password, "provider": "db", "refresh": False}
        status, answer = self.call("/api/v1/security/login", login)
        if status != 200:
            raise WorldFailed(f"Superset at {url} refuses the log-in of admin (HTTP {status}: {answer}). "
                              "The password is in <lake>/superset/admin_password.")
        self.headers["Authorization"] = "Bearer " + answer["access_token"]

    def call(self, path, body=None):
        """(HTTP status, the answer as JSON)"""
        status, content = self.fetch(path, body)
        return status, json.loads(content) if status == 200 else _readable(content)

    def fetch(self, path, body=None):
        """(HTTP status, the bytes of the answer)"""
        data = None if body is None else json.dumps(body).encode()
        kind = {} if body is None else {"Content-Type": "application/json"}  # on a GET it makes Superset parse the empty body
        request = urllib.request.Request(self.url + path, data=data, headers={**self.headers, **kind})
        try:
            with NO_PROXY.open(request, timeout=60) as response:
                return response.status, response.read()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read()
        except OSError as cause:
            raise WorldFailed(f"Superset at {self.url} does not answer ({cause}).") from None


def _readable(body):
    try:
        answer = json.loads(body)
        said = answer.get("message") or answer.get("errors") or answer
        return "; ".join(each["message"] for each in said) if isinstance(said, list) else said
    except (ValueError, KeyError, TypeError):
        return body[:300].decode(errors="replace")


def dashboards(client):
    return _listed(client, "/api/v1/dashboard/?q=(page_size:100,order_column:dashboard_title,order_direction:asc)")


def filters_of(client, dashboard):
    metadata = json.loads(_listed(client, f"/api/v1/dashboard/{dashboard['id']}")["json_metadata"])
    return metadata.get("native_filter_configuration", [])


def check_charts(client):
    """One line per chart: dashboard, chart, rows, problem ('' when it is well)."""
    lines = []
    for dashboard in dashboards(client):
        for chart in sorted(_listed(client, f"/api/v1/dashboard/{dashboard['id']}/charts"), key=lambda each: each["slice_name"]):
            rows, problem = _query(client, chart["id"])
            lines.append((dashboard["slug"] or str(dashboard["id"]), chart["slice_name"], rows, problem))
    return lines


def _listed(client, path):
    status, answer = client.call(path)
    if status != 200:
        raise WorldFailed(f"Superset does not answer {path} (HTTP {status}: {answer})")
    return answer["result"]


def check_drawn_states(client):
    """As check_charts, with five choices of each dashboard's filters, drawn from those that exist together."""
    lines = []
    for dashboard in dashboards(client):
        charts = sorted(_listed(client, f"/api/v1/dashboard/{dashboard['id']}/charts"), key=lambda each: each["slice_name"])
        for state in drawn_states(client, dashboard):
            chosen = " · ".join(str(each["val"][0]) for each, _ in state)
            for chart in charts:
                rows, problem = _query_with(client, chart["id"], [each for each, not_for in state if chart["id"] not in not_for])
                lines.append((dashboard["slug"] or str(dashboard["id"]), f"{chart['slice_name']} [{chosen}]", rows, problem))
    return lines


def drawn_states(client, dashboard):
    """Lists of (filter, numbers of the charts it is not for); none twice."""
    filters, drawn, known = filters_of(client, dashboard), {}, {}
    for number in range(4 * DRAWN_STATES if filters else 0):
        state = _drawn_state(client, filters, number, known)
        drawn.setdefault(repr(state), state)
        if len(drawn) == DRAWN_STATES:
            break
    return list(drawn.values())


def _drawn_state(client, filters, number, known):
    """A value of each filter, one after the other, of those that its dataset has beside the values before it; drawn by the
    hash of what it says, so that the same release gives the same choices."""
    state, before = [], {}
    for each in filters:
        dataset, column = each["targets"][0]["datasetId"], each["targets"][0]["column"]["name"]
        chosen = before.setdefault(dataset, [])
        asked = repr((dataset, column, chosen))
        if asked not in known:
            known[asked] = _values(client, dataset, column, chosen)
        if known[asked]:
            value = min(known[asked], key=lambda said: hashlib.sha256(repr((number, column, said)).encode()).hexdigest())
            chosen.append({"col": column, "op": "IN", "val": [value]})
            state.append((chosen[-1], each["scope"]["excluded"]))
    return state


def _values(client, dataset, column, filters):
    query = {"columns": [column], "filters": filters, "orderby": [], "row_limit": 10_000, "extras": {}, "metrics": []}
    status, answer = client.call("/api/v1/chart/data", {"datasource": {"id": dataset, "type": "table"}, "queries": [query],
                                                        "result_format": "json", "result_type": "full"})
    if status != 200:
        raise WorldFailed(f"Cannot list the choices of {column} (HTTP {status}: {answer})")
    return [row[column] for row in answer["result"][0]["data"] if row[column] is not None]


def _query_with(client, chart_id, filters):
    context = json.loads(_listed(client, f"/api/v1/chart/{chart_id}")["query_context"])
    for query in context["queries"]:
        query["filters"] = query.get("filters", []) + filters
    return _rows(*client.call("/api/v1/chart/data", context))


def _query(client, chart_id):
    rows, problem = _rows(*client.call(f"/api/v1/chart/{chart_id}/data/?force=true"))
    return rows, problem or _export_problem(client, chart_id)


def _rows(status, answer):
    if status != 200:
        return None, f"HTTP {status}: {answer}"
    errors = [each["error"] for each in answer["result"] if each.get("error")]
    if errors:
        return None, "; ".join(errors)
    rows = sum(len(each["data"]) for each in answer["result"])
    return rows, "" if rows else NO_ROWS


def _export_problem(client, chart_id):
    """An export goes another way than the page, and Excel reads its accents only behind one byte order mark."""
    status, content = client.fetch(f"/api/v1/chart/{chart_id}/data/?format=csv")
    if status != 200:
        return f"its CSV export fails: HTTP {status}: {_readable(content)}"
    return "" if content.count(BYTE_ORDER_MARK) == 1 and content.startswith(BYTE_ORDER_MARK) else \
        "its CSV export does not begin with exactly one byte order mark"


def as_table(lines):
    head = ("dashboard", "chart", "rows", "result")
    body = [(slug, name, "-" if rows is None else str(rows), problem or "ok") for slug, name, rows, problem in lines]
    widths = [max(len(row[column]) for row in [head] + body) for column in range(3)]
    return "\n".join(f"{row[0]:<{widths[0]}}  {row[1]:<{widths[1]}}  {row[2]:>{widths[2]}}  {row[3]}" for row in [head] + body)


def require_well(lines, ranks_nothing=False):
    """How many charts have nothing to show, which is well only in a release that ranks nothing yet."""
    if not lines:
        raise WorldFailed("Superset has no dashboard with charts. Run: ./xephang dashboards import")
    empty = [line for line in lines if ranks_nothing and line[3] == NO_ROWS]
    broken = [f"chart '{name}' of dashboard '{slug}': {problem}" for slug, name, _, problem in lines
              if problem and not (ranks_nothing and problem == NO_ROWS)]
    if broken:
        raise WorldFailed(f"{len(broken)} of {len(lines)} charts failed:\n  " + "\n  ".join(broken))
    return len(empty)
