"""Puts assets/ into Superset's database: lint, import when something changed, remove what is gone.

Runs inside the Superset environment; the last lines it prints are for the person who started it."""

import contextlib
import json
import os
import sys
from pathlib import Path

from importing.assets import LANGUAGES
from importing.bundle import chart_uuids, dashboard_uuids, dataset_uuids, fingerprint, is_former, lake, superset_files
from failures import AssetsRefused, WorldFailed
from importing.lint import clean_assets

MARKER = Path(os.environ["XEPHANG_SUPERSET_DIR"]) / "imported.json"


def main():
    try:
        assets = clean_assets(*sys.argv[1:])
        files = superset_files(assets, lake())
        print(import_changed(files, assets))
        return 0
    except (AssetsRefused, WorldFailed) as failure:
        print(failure)
        return failure.exit_code


def import_changed(files, assets):
    held = {"charts": chart_uuids(assets), "dashboards": dashboard_uuids(assets), "datasets": dataset_uuids(assets)}
    now = {"bundle": fingerprint(files), "metadata_database": _birth_of_database()}
    before = json.loads(MARKER.read_text()) if MARKER.is_file() else {}
    if before == now:
        return f"dashboards unchanged ({len(held['charts'])} charts)"
    removed = _import(files, held)
    MARKER.write_text(json.dumps(now))
    gone = f"; removed: {', '.join(removed)}" if removed else ""
    return f"imported {len(held['dashboards'])} dashboards, {len(held['charts'])} charts ({' and '.join(LANGUAGES)}){gone}"


def _birth_of_database():
    """A new metadata database needs the import again; local_config.py may have put it on a server."""
    files = [MARKER.parent / name for name in ("superset.db", "local_config.py")]
    return [file.stat().st_ino for file in files if file.is_file()]


def _import(files, held):
    with contextlib.redirect_stdout(sys.stderr):  # Superset talks on stdout while it starts
        from superset.app import create_app

        app = create_app()
    with app.test_request_context():
        from superset.commands.exceptions import CommandException
        from superset.commands.importers.v1.assets import ImportAssetsCommand
        from superset.extensions import security_manager
        from superset.utils.core import override_user

        with override_user(security_manager.find_user("admin")):
            removed = _remove(held)
            try:
                ImportAssetsCommand(files).run()
            except CommandException as refused:
                raise AssetsRefused("Superset refuses the dashboard files:\n  " + "\n  ".join(_causes(refused))) from None
            return removed


def _causes(refused):
    """Superset's own message is always "unknown reason"; the reasons hang on the cause, one list per file."""
    cause = refused.__cause__ or refused
    listed = getattr(cause, "_exceptions", None) or getattr(refused, "_exceptions", None)
    if not listed:
        return [f"{type(cause).__name__}: {cause}"]
    return [str(getattr(each, "messages", None) or each) for each in listed]


def _remove(held):
    """An import only unlinks what left the files. What people made themselves is never touched, nor a dataset that a chart
    of theirs reads. Which is which the database itself says, so nothing stays when a marker is lost or was of an older version."""
    from superset.connectors.sqla.models import SqlaTable
    from superset.extensions import db
    from superset.models.dashboard import Dashboard
    from superset.models.slice import Slice

    names = []
    for kind, model, title in (("dashboards", Dashboard, "dashboard_title"), ("charts", Slice, "slice_name"),
                               ("datasets", SqlaTable, "table_name")):
        for each in [row for row in db.session.query(model) if is_former(row.uuid, held[kind])]:
            if kind == "datasets" and db.session.query(Slice).filter_by(datasource_id=each.id, datasource_type="table").count():
                continue
            names.append(str(getattr(each, title)))
            db.session.delete(each)
        db.session.flush()
    db.session.commit()
    return names


if __name__ == "__main__":
    sys.exit(main())
