"""Puts assets/ into Superset's database: lint, import when something changed, remove charts that are gone.

Runs inside the Superset environment; the last lines it prints are for the person who started it."""

import contextlib
import json
import os
import sys
from pathlib import Path

from bundle import fingerprint, lake, superset_files
from failures import AssetsRefused, WorldFailed
from lint import clean_assets

MARKER = Path(os.environ["XEPHANG_SUPERSET_DIR"]) / "imported.json"


def main():
    try:
        assets = clean_assets()
        files = superset_files(assets, lake())
        print(import_changed(files, assets))
        return 0
    except (AssetsRefused, WorldFailed) as failure:
        print(failure)
        return failure.exit_code


def import_changed(files, assets):
    now = {"bundle": fingerprint(files), "metadata_database": _birth_of_database(),
           "charts": sorted(each["uuid"] for each in assets["charts"].values())}
    before = json.loads(MARKER.read_text()) if MARKER.is_file() else {}
    if before == now:
        return f"dashboards unchanged ({len(assets['charts'])} charts)"
    removed = _import(files, set(before.get("charts", [])) - set(now["charts"]))
    MARKER.write_text(json.dumps(now))
    gone = f"; removed: {', '.join(removed)}" if removed else ""
    return f"imported {len(assets['dashboards'])} dashboard(s), {len(assets['charts'])} charts{gone}"


def _birth_of_database():
    """A new metadata database needs the import again; local_config.py may have put it on a server."""
    files = [MARKER.parent / name for name in ("superset.db", "local_config.py")]
    return [file.stat().st_ino for file in files if file.is_file()]


def _import(files, vanished):
    with contextlib.redirect_stdout(sys.stderr):  # Superset talks on stdout while it starts
        from superset.app import create_app

        app = create_app()
    with app.test_request_context():
        from superset.commands.exceptions import CommandException
        from superset.commands.importers.v1.assets import ImportAssetsCommand
        from superset.extensions import security_manager
        from superset.utils.core import override_user

        with override_user(security_manager.find_user("admin")):
            try:
                ImportAssetsCommand(files).run()
            except CommandException as refused:
                raise AssetsRefused("Superset refuses the dashboard files:\n  " + "\n  ".join(_causes(refused))) from None
            return _remove(vanished)


def _causes(refused):
    """Superset's own message is always "unknown reason"; the reasons hang on the cause, one list per file."""
    cause = refused.__cause__ or refused
    listed = getattr(cause, "_exceptions", None) or getattr(refused, "_exceptions", None)
    if not listed:
        return [f"{type(cause).__name__}: {cause}"]
    return [str(getattr(each, "messages", None) or each) for each in listed]


def _remove(vanished):
    """An import only unlinks a chart that left the files. Charts that people made themselves are never touched."""
    from superset.extensions import db
    from superset.models.slice import Slice

    charts = [chart for chart in db.session.query(Slice) if str(chart.uuid) in vanished]
    names = [chart.slice_name for chart in charts]
    for chart in charts:
        db.session.delete(chart)
    db.session.commit()
    return names


if __name__ == "__main__":
    sys.exit(main())
