"""Superset's configuration. Everything that differs between installations comes from the instance folder
(<lake>/superset), whose path is in XEPHANG_SUPERSET_DIR; nothing here is a secret."""

import json
import os
from pathlib import Path

from cachelib.file import FileSystemCache
from flask import Blueprint

from server import bounds
from server import brake
from server import chosen_colours
from server import expressions
from server import hardening
from server import rows_first
from server import run_records
from server import vietnamese

HERE = Path(__file__).resolve().parent
INSTANCE = Path(os.environ["XEPHANG_SUPERSET_DIR"])

# -- where it lives ---------------------------------------------------------------------------------------------------
SECRET_KEY = (INSTANCE / "secret_key").read_text().strip()
GUEST_TOKEN_JWT_SECRET = SECRET_KEY + "-guest"
SQLALCHEMY_DATABASE_URI = f"sqlite:///{INSTANCE / 'superset.db'}?check_same_thread=false"
SQLALCHEMY_EXAMPLES_URI = SQLALCHEMY_DATABASE_URI
DATA_DIR = str(INSTANCE)
SUPERSET_WEBSERVER_TIMEOUT = 60

# -- DuckDB -----------------------------------------------------------------------------------------------------------
# The file is opened read-only and locked; without this switch Superset would refuse file databases as a class.
PREVENT_UNSAFE_DB_CONNECTIONS = False
DB_CONNECTION_MUTATOR = hardening.lock_connections
hardening.end_runaway_queries(seconds=20)
bounds.limit_memory(6_000_000_000)
# Nothing is cached: each answer comes from the release that `current` names and is cut to its reader.
CACHE_CONFIG = DATA_CACHE_CONFIG = {"CACHE_TYPE": "NullCache"}
ROW_LIMIT = 10_000
SQL_MAX_ROW = 10_000
CSV_EXPORT = {"encoding": "utf-8-sig"}  # nothing else: an index doubles an argument, sep and decimal corrupt numbers

# -- behind a proxy that ends TLS (docs/dashboards-operation.md) -------------------------------------------------------
# Only then may a request say who sent it and how; the server itself listens on 127.0.0.1.
BEHIND_TLS_PROXY = os.environ.get("XEPHANG_BEHIND_TLS_PROXY") == "yes"
ENABLE_PROXY_FIX = BEHIND_TLS_PROXY
PROXY_FIX_CONFIG = {"x_for": 1, "x_proto": 1, "x_host": 1, "x_port": 0, "x_prefix": 0}
SESSION_COOKIE_SECURE = BEHIND_TLS_PROXY
ENABLE_CORS = False

# -- lock-down --------------------------------------------------------------------------------------------------------
TALISMAN_ENABLED = True
CONTENT_SECURITY_POLICY_WARNING = False
TALISMAN_CONFIG = {
    "content_security_policy": {
        "base-uri": ["'self'"],
        "default-src": ["'self'"],
        "img-src": ["'self'", "blob:", "data:"],
        "worker-src": ["'self'", "blob:"],
        "connect-src": ["'self'"],
        "object-src": "'none'",
        "style-src": ["'self'", "'unsafe-inline'"],
        "font-src": ["'self'", "data:"],
        # Tiles compile their templates in the browser, hence unsafe-eval; a script still needs the nonce of its page.
        "script-src": ["'self'", "'strict-dynamic'", "'unsafe-eval'"],
        "frame-ancestors": ["'self'"],
    },
    "content_security_policy_nonce_in": ["script-src"],
    "force_https": False,  # the proxy redirects; the health check asks without TLS
    "session_cookie_secure": BEHIND_TLS_PROXY,
    "strict_transport_security": BEHIND_TLS_PROXY,
}
SESSION_SERVER_SIDE = True  # otherwise a copied cookie outlives the logout
SESSION_TYPE = "cachelib"
SESSION_CACHELIB = FileSystemCache(str(INSTANCE / "sessions"), threshold=5_000, default_timeout=12 * 3600, mode=0o600)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
PERMANENT_SESSION_LIFETIME = 12 * 3600
SESSION_REFRESH_EACH_REQUEST = False  # else a slow request, started before the login, writes the old session back
RATELIMIT_ENABLED = False  # Superset's limit counts every request of every dashboard; the login has its own
AUTH_RATE_LIMITED = False
AUTH_USER_REGISTRATION = False
PUBLIC_ROLE_LIKE = None
FAB_PASSWORD_COMPLEXITY_ENABLED = True
FAB_API_SWAGGER_UI = False
MAX_CONTENT_LENGTH = 2_000_000
EXTRA_RELATED_QUERY_FILTERS = {"user": hardening.only_oneself, "role": hardening.no_role}
ENABLE_UI_THEME_ADMINISTRATION = False
DATASET_IMPORT_ALLOWED_DATA_URLS = []
EVENT_LOGGER = hardening.QuietEventLogger()
FEATURE_FLAGS = {
    "ENABLE_TEMPLATE_PROCESSING": True,  # datasets read the chosen provinces
    "DASHBOARD_NATIVE_FILTERS": True,
    "DASHBOARD_RBAC": True,  # a role sees the dashboards that roles.yaml gives it, and no others
    "DRILL_TO_DETAIL": True,
}
JINJA_CONTEXT_ADDONS = {"run_records": lambda: run_records.run_records(Path(os.environ["XEPHANG_LAKE"]))}
# Tiles are small HTML templates; they need a style block and classes. Only administrators edit charts.
HTML_SANITIZATION = True
HTML_SANITIZATION_SCHEMA_EXTENSIONS = {"tagNames": ["style"], "attributes": {"*": ["style", "className", "class"]}}

# -- language and numbers ---------------------------------------------------------------------------------------------
BABEL_DEFAULT_LOCALE = "vi"
LANGUAGES = {"vi": {"flag": "vn", "name": "Tiếng Việt"}, "en": {"flag": "us", "name": "English"}}
BABEL_TRANSLATION_DIRECTORIES = f"{vietnamese.write_catalogue(INSTANCE / 'translations')};translations"
D3_FORMAT = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", " ₫"]}
D3_TIME_FORMAT = json.loads((HERE / "translations" / "vi_time.json").read_text(encoding="utf-8"))

# -- looks ------------------------------------------------------------------------------------------------------------
APP_NAME = "Xephang"
LOGO_TARGET_PATH = "/"
FAVICONS = [{"href": "/xephang/static/logo.svg"}]
BLUEPRINTS = [Blueprint("xephang", __name__, static_folder=str(HERE / "static"), static_url_path="/xephang/static")]
EXTRA_CATEGORICAL_COLOR_SCHEMES = [
    {"id": "xephangGrey", "description": "Every series in one grey; chosen ones get their own colour",
     "label": "Xephang: nền xám", "isDefault": False, "colors": ["#a9b4c0"]},
    {"id": "xephangBlue", "description": "Every series in one blue", "label": "Xephang: một màu xanh", "isDefault": False,
     "colors": ["#0b5c8a"]},
    {"id": "xephangNoRed", "description": "Colours far apart, none red: red is the chosen unit", "label": "Xephang: không có màu đỏ",
     "isDefault": False, "colors": ["#1f77b4", "#2a9d5c", "#e0a100", "#8a63b8", "#0aa7b5", "#7f7f7f", "#9c6b4e", "#b8bd2e"]},
]
EXTRA_SEQUENTIAL_COLOR_SCHEMES = [
    {"id": "xephangShare", "description": "Shares of a maximum: red where little was reached, blue where nearly all",
     "label": "Xephang: phần đạt được", "isDiverging": True, "isDefault": False, "colors": ["#f4a89b", "#ffffff", "#7db9e0"]},
]
# Merged into every series of this chart type, which is therefore used for bump charts only.
BUMP_SERIES = {
    "symbol": "circle",
    "smoothMonotone": "x",
    "connectNulls": False,
    "lineStyle": {"width": 2},
    "endLabel": {"show": True, "formatter": "{a}", "distance": 8, "fontSize": 11, "color": "inherit"},
    "labelLayout": {"moveOverlap": "shiftY"},
    "emphasis": {"focus": "series", "lineStyle": {"width": 4}},
    "blur": {"lineStyle": {"opacity": 0.15}, "endLabel": {"show": True}},
}
# On a phone names at the ends would take half of the width; the chosen unit is named above the chart.
BUMP_MEDIA = [
    {"query": {"maxWidth": 520}, "option": {"grid": {"left": 28, "right": 2, "bottom": 60},
                                            "xAxis": {"axisLabel": {"rotate": 90, "fontSize": 9, "lineHeight": 10}}}},
    {"option": {"grid": {"left": 40, "right": 160, "bottom": 44},
                "xAxis": {"axisLabel": {"rotate": 0, "fontSize": 12, "lineHeight": 16}}}},
]
# Names of the parts under the bars, in lines where they are long, and below the figures.
WATERFALL_NAMES = {"axisLabel": {"interval": 0, "hideOverlap": False, "width": 150, "overflow": "break", "lineHeight": 13,
                                 "margin": 22}}
WATERFALL_MEDIA = [{"query": {"maxWidth": 520}, "option": {"xAxis": {"axisLabel": {"width": 66, "fontSize": 9}}}},
                   {"option": {"xAxis": {"axisLabel": {"width": 150, "fontSize": 12}}}}]
THEME_DEFAULT = {
    "token": {
        "brandAppName": APP_NAME,
        "brandLogoAlt": "Xephang – xếp hạng",
        "brandLogoUrl": "/xephang/static/logo.svg",
        "brandLogoHref": "/",
        "brandLogoHeight": "28px",
        "brandLogoMargin": "14px 0",
        "colorPrimary": "#0b5c8a",
        "colorLink": "#0b5c8a",
        "colorSuccess": "#15803d",
        "colorError": "#b91c1c",
        "fontFamily": "Inter, Helvetica, Arial, sans-serif",
        "fontUrls": [],
    },
    "algorithm": "default",
    "echartsOptionsOverridesByChartType": {
        # Without a line height in pixels the two lines of a label lie on each other.
        "echarts_timeseries_smooth": {"series": BUMP_SERIES, "xAxis": {"axisLabel": {"lineHeight": 16}}, "media": BUMP_MEDIA},
        # Its legend says "boxplot" and "outlier" in every language; the title says what boxes and dots are.
        "box_plot": {"legend": {"show": False}},
        # An axis with ticks between its ends, which need not begin at 0; the size of a dot says nothing.
        "bubble_v2": {"xAxis": {"interval": None, "min": None, "max": None}, "series": {"symbolSize": 11}},
        "waterfall": {"xAxis": WATERFALL_NAMES, "grid": {"bottom": 60}, "media": WATERFALL_MEDIA},
    },
}
THEME_DARK = None


def FLASK_APP_MUTATOR(app):  # noqa: N802 (the name is Superset's)
    expressions.limit_expressions()
    bounds.limit_requests()
    bounds.limit_steps()
    rows_first.cut_rows_first()
    hardening.know_default_schema()
    brake.limit_login_attempts(app, brake.Attempts(INSTANCE / "attempts.db", most=10, seconds=300))
    hardening.renew_session_at_sign_in(app)
    hardening.keep_answers_out_of_stores(app)
    hardening.write_csv_for_excel(app)
    chosen_colours.colour_chosen_units(app, Path(os.environ["XEPHANG_LAKE"]))
    vietnamese.serve_language_pack(app)
    vietnamese.speak_the_language_of_the_dashboard(app)
    vietnamese.open_on_dashboard(app, "/superset/dashboard/lanh-dao/")


# -- what one installation needs besides: PostgreSQL, an identity provider; written as Python, any setting above ----------
if (INSTANCE / "local_config.py").is_file():
    exec(compile((INSTANCE / "local_config.py").read_text(encoding="utf-8"), str(INSTANCE / "local_config.py"), "exec"))
