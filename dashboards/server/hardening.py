"""What Superset's settings do not offer: a time limit for DuckDB queries, a quiet event log, a new session."""

import threading

from flask import request, session
from flask_login import user_logged_in
from sqlalchemy import event
from sqlalchemy.pool import Pool
from superset.utils.log import AbstractEventLogger, DBEventLogger

_TIMERS = {}


def end_runaway_queries(seconds):
    """No time limit of Superset or of the web server reaches a thread inside DuckDB; its own interrupt does."""

    @event.listens_for(Pool, "connect")
    def start_timer(connection, _record):
        if not type(connection).__module__.startswith("duckdb"):
            return
        timer = threading.Timer(seconds, _interrupt, [connection])
        timer.daemon = True
        _TIMERS[id(connection)] = timer
        timer.start()

    @event.listens_for(Pool, "close")
    def cancel_timer(connection, _record):
        timer = _TIMERS.pop(id(connection), None)
        if timer:
            timer.cancel()


def _interrupt(connection):
    try:
        connection.interrupt()
    except Exception:  # the query ended between the timer and here
        pass


LOCKED = {"enable_external_access": False, "lock_configuration": True, "temp_directory": ""}


def lock_connections(uri, params, *_):
    """Whatever a connection was declared with: read-only, no files, settings locked, and no spilling of a large sort to the
    disk, which would go into the folder of the release."""
    if uri.get_backend_name() == "duckdb":
        declared = params.setdefault("connect_args", {})
        params["connect_args"] = {**declared, "read_only": True, "config": {**declared.get("config", {}), **LOCKED}}
    return uri, params


def know_default_schema():
    """Superset opens the file twice more for each chart to ask DuckDB for the name of its default schema, which has one only."""
    from superset.db_engine_specs.duckdb import DuckDBEngineSpec

    DuckDBEngineSpec.get_default_schema = classmethod(lambda _class, _database, _catalog: "main")


class QuietEventLogger(AbstractEventLogger):
    """Keeps what people did (log-ins, edits, exports) and drops the rows that each chart query and page view writes."""

    NOISE = ("ChartDataRestApi", "ChartRestApi.get", "DashboardRestApi.get", "DatasetRestApi.get", "dashboard", "log",
             "Superset.dashboard", "load_chart", "render_chart", "spa_navigation", "welcome", "explore_json")

    def __init__(self):
        self._database = DBEventLogger()

    def log(self, user_id, action, *args, **kwargs):
        if not (action or "").startswith(self.NOISE):
            self._database.log(user_id, action, *args, **kwargs)


def renew_session_at_sign_in(app):
    """Whoever planted the cookie of the visitor must not share the session of the reader."""

    def renew(sender, **_):
        if session and hasattr(app.session_interface, "regenerate"):
            app.session_interface.regenerate(session)

    user_logged_in.connect(renew, app, weak=False)


def keep_answers_out_of_stores(app):
    """Answers are cut to their reader: no proxy and no browser keeps them, unless they are files that all may see."""

    @app.after_request
    def forbid(response):
        if not request.path.startswith(("/static/", "/xephang/static/")):
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response


def only_oneself(query):
    """Of the people that a list offers: administrators see all, with their e-mail addresses; others themselves."""
    from superset.extensions import security_manager
    from superset.utils.core import get_user_id

    return query if security_manager.is_admin() else query.filter(security_manager.user_model.id == get_user_id())


def no_role(query):
    from superset.extensions import security_manager

    return query if security_manager.is_admin() else query.filter(security_manager.role_model.id.is_(None))


def write_csv_for_excel(app):
    """Excel takes a CSV file for UTF-8 only when it begins with a byte order mark; charts export without one."""

    @app.after_request
    def add_mark(response):
        is_csv = response.mimetype == "text/csv" and not response.is_streamed
        if is_csv and not response.get_data().startswith(b"\xef\xbb\xbf"):
            response.set_data(b"\xef\xbb\xbf" + response.get_data())
        return response
