"""The Vietnamese user interface, which Superset does not bring: words from translations/vi.json, English where one is missing."""

import json
import os
import struct
from pathlib import Path

from flask import Response, redirect, request, session

from importing.assets import read_assets

WORDS = Path(__file__).resolve().parent / "translations" / "vi.json"
PLURALS = "nplurals=1; plural=0;"


def words():
    return json.loads(WORDS.read_text(encoding="utf-8"))


def write_catalogue(folder):
    """Writes the words as a gettext .mo file (for what the server renders) and returns the folder."""
    target = Path(folder) / "vi" / "LC_MESSAGES" / "messages.mo"
    content = _gettext_binary(words())
    if not target.is_file() or target.read_bytes() != content:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name}.{os.getpid()}")  # several processes start together
        beside.write_bytes(content)
        beside.replace(target)
    return folder


def _gettext_binary(messages):
    header = f"Content-Type: text/plain; charset=UTF-8\nPlural-Forms: {PLURALS}\n"
    pairs = [(key.encode(), value.encode()) for key, value in sorted({"": header, **messages}.items())]
    table_size = 8 * len(pairs)
    position = 28 + 2 * table_size
    tables, texts = [b"", b""], b""
    for side in (0, 1):
        for pair in pairs:
            tables[side] += struct.pack("<II", len(pair[side]), position + len(texts))
            texts += pair[side] + b"\0"
    return struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + table_size, 0, 0) + tables[0] + tables[1] + texts


def serve_language_pack(app):
    pack = {"domain": "superset", "locale_data": {"superset": {
        "": {"domain": "superset", "plural_forms": PLURALS, "lang": "vi"},
        **{key: [value] for key, value in words().items()},
    }}}
    body = json.dumps(pack, ensure_ascii=False)

    @app.before_request
    def language_pack():
        if request.path.rstrip("/").endswith("/language_pack/vi"):
            return Response(body, mimetype="application/json")
        return None

    _put_into_start_page(pack)


def _put_into_start_page(pack):
    from superset.translations import utils

    utils.ALL_LANGUAGE_PACKS["vi"] = pack


def open_on_dashboard(app, path):
    @app.before_request
    def start_page():
        return redirect(path) if request.path in ("/", "/superset/welcome/") else None


def speak_the_language_of_the_dashboard(app):
    """Superset's own words and number formats follow the twin that is opened: 1.234,5 on `lanh-dao`, 1,234.5 on `leadership`."""
    languages = {slug: language for dashboard in read_assets()["dashboards"].values() for language, slug in dashboard["slug"].items()}

    @app.before_request
    def set_language():
        parts = request.path.strip("/").split("/")
        if parts[:2] == ["superset", "dashboard"] and languages.get(parts[-1]):
            if session.get("locale") != languages[parts[-1]]:
                session["locale"] = languages[parts[-1]]

    def by_language(common):
        english = {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["", " ₫"]}
        return {"d3_format": english, "d3_time_format": None} if common["locale"] == "en" else {}

    app.config["COMMON_BOOTSTRAP_OVERRIDES_FUNC"] = by_language
