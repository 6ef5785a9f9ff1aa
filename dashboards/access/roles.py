"""Puts roles.yaml and a users file into Superset: roles, row rules by org unit, users. Runs inside the environment.

Called without a users file it leaves users alone. `--also` adds the users of a file beside those that are there,
`--without` shuts them out again, `--groups` takes only the groups of a file."""

import argparse
import contextlib
import hashlib
import json
import os
import sys
from pathlib import Path

import duckdb

from access.rules import (ALL_ROWS, BY_PROVIDER, BY_UNIT, HIDDEN, OPEN, PREFIX, UNIT_PREFIX, clause_of, matching, narrowed, read_groups,
                          read_roles, read_users, refuse, rows_for_own_units)
from failures import AssetsRefused, WorldFailed

HERE = Path(__file__).resolve().parent
INSTANCE = Path(os.environ["XEPHANG_SUPERSET_DIR"])
MARKER = INSTANCE / "roles.json"
SOURCES = ("roles.yaml", "roles.py", "rules.py", "users.py")


def main():
    arguments = argparse.ArgumentParser()
    for name in ("--users", "--also", "--without", "--groups"):
        arguments.add_argument(name)
    arguments.add_argument("--datasets", nargs="*", default=[])
    options = arguments.parse_args()
    try:
        declared = read_roles()
        fingerprint = _fingerprint()
        before = json.loads(MARKER.read_text()) if MARKER.is_file() else {}
        if not any(vars(options).values()) and before.get("of") == fingerprint:
            print(before["said"])
            return 0
        in_force, changed = _apply(declared, options)
        MARKER.write_text(json.dumps({"of": fingerprint, "said": "\n".join(in_force)}))
        print("\n".join(in_force + changed))
        return 0
    except (AssetsRefused, WorldFailed) as failure:
        print(failure)
        return failure.exit_code


def _fingerprint():
    digest = hashlib.sha256()
    for path in [HERE / name for name in SOURCES] + [INSTANCE / "imported.json"]:
        digest.update(path.read_bytes() if path.is_file() else b"-")
    return digest.hexdigest()


def _apply(declared, options):
    """(what is in force, what this call changed for single users), as lines"""
    changed = []
    with contextlib.redirect_stdout(sys.stderr):  # Superset talks on stdout while it starts
        from superset.app import create_app

        app = create_app()
    with app.test_request_context():
        from access import users
        from superset.extensions import db, security_manager

        with db.session.no_autoflush:
            in_force = Roles(declared).write()
        if options.users or options.groups:
            groups = read_groups(options.users or options.groups, declared)
            _require_units(groups)
            changed += users.write_groups(groups, INSTANCE)
        if options.users or options.also:
            wanted = read_users(options.users or options.also, declared)
            _require_units(wanted)
            changed += users.write(wanted, _trial_roles(options.datasets), INSTANCE, keep_others=bool(options.also))
        if options.without:
            changed += users.shut_out(read_users(options.without, declared), INSTANCE)
        _write_row_rules(declared)
        in_force += users.with_other_roles() + ([] if options.also else _narrowed(declared))
        if security_manager.find_role("Public").permissions:
            raise WorldFailed("The role Public has permissions, so that everybody has them. Take them out of it.")
        db.session.commit()
    return in_force, changed


def _trial_roles(names):
    """A role for datasets that no dashboard shows, so that a check can try the row rules on any view."""
    if not names:
        return []
    from superset.extensions import security_manager

    role = security_manager.find_role(PREFIX + "trial") or security_manager.add_role(PREFIX + "trial")
    role.permissions = [security_manager.find_permission_view_menu("datasource_access", dataset.perm)
                        for dataset in datasets() if dataset.table_name in names]
    return [role.name]


def _require_units(wanted):
    file = Path(os.environ["XEPHANG_LAKE"]) / "current" / "xephang.duckdb"
    with duckdb.connect(str(file), read_only=True) as release:
        known = {row[0] for row in release.execute("select org_unit_id from mart.dim_org_unit").fetchall()}
    refuse("The users file", [f"{given.get('username') or given['group']}: no org unit has the id '{unit}'"
                              for given in wanted for unit in given["units"] if unit not in known])


def datasets():
    from superset.connectors.sqla.models import SqlaTable
    from superset.extensions import db

    return db.session.query(SqlaTable).order_by(SqlaTable.table_name).all()


def rows_by_dataset(declared):
    return {dataset: rows_for_own_units(dataset.sql, dataset.table_name, {column.column_name for column in dataset.columns},
                                        declared["open_views"]) for dataset in datasets()}


def _narrowed(declared):
    rows = rows_by_dataset(declared)
    plain = [dataset.table_name for dataset, kind in rows.items() if not dataset.sql and kind != OPEN]
    queries = {dataset.table_name: dataset.sql for dataset in rows if dataset.sql}
    return [f"warning: dataset {name} reads mart.{view}, which is a dataset of its own under row rules; its figures of other units "
            f"are lost on a viewer. Delete the dataset {view}, or make it one with SQL." for view, name in narrowed(plain, queries)]


class Roles:
    """Get or create each role, look up each permission and dashboard, assign the whole list."""

    def __init__(self, declared):
        from superset.extensions import db, security_manager
        from superset.models.dashboard import Dashboard

        self.declared = declared
        self.security = security_manager
        self.session = db.session
        self.dashboards = {each.slug: each for each in db.session.query(Dashboard).all() if each.slug}
        self.problems = []

    def write(self):
        self._require_views()
        planned = {name: (self._shown(name, role), self._permissions(role))
                   for name, role in self.declared["roles"].items()}
        refuse("roles.yaml", self.problems)
        roles = {name: self._role(PREFIX + name) for name in planned}
        for name, (slugs, permissions) in planned.items():
            shown = self._datasets_of(slugs)
            roles[name].permissions = permissions + [self._permission("datasource_access", each.perm) for each in shown]
        for slug, dashboard in self.dashboards.items():
            dashboard.roles = [roles[name] for name, (slugs, _) in planned.items() if slug in slugs]
        self._remove_undeclared()
        return [self._line(name, slugs) for name, (slugs, _) in planned.items()]

    def _require_views(self):
        file = Path(os.environ["XEPHANG_LAKE"]) / "current" / "xephang.duckdb"
        with duckdb.connect(str(file), read_only=True) as release:
            known = {row[0] for row in release.execute(
                "select table_name from information_schema.tables where table_schema = 'mart'").fetchall()}
        self.problems += [f"open_views: the release has no view {view}" for view in self.declared["open_views"]
                          if view not in known]

    def _shown(self, name, role):
        slugs, unmatched = matching(list(self.dashboards), role["dashboards"])
        self.problems += [f"role {name}: no dashboard has the address '{pattern}'; there are: "
                          f"{', '.join(sorted(self.dashboards))}" for pattern in unmatched]
        return slugs

    def _permissions(self, role):
        lines = [line for group in role["permissions"] for line in self.declared["permissions"][group]]
        return [self._permission(*line.split(" ", 1)) for line in lines]

    def _permission(self, action, what):
        found = self.security.find_permission_view_menu(action, what)
        if found is None:
            self.problems.append(f"Superset has no permission '{action} {what}'")
        return found

    def _datasets_of(self, slugs):
        """What the charts and the filters of the dashboards read."""
        by_id = {dataset.id: dataset for dataset in datasets()}
        used = set()
        for slug in slugs:
            dashboard = self.dashboards[slug]
            used |= {chart.datasource_id for chart in dashboard.slices}
            for each in json.loads(dashboard.json_metadata or "{}").get("native_filter_configuration", []):
                used |= {target["datasetId"] for target in each.get("targets", []) if "datasetId" in target}
        return [by_id[number] for number in sorted(used) if number in by_id]

    def _role(self, name):
        return self.security.find_role(name) or self.security.add_role(name)

    def _remove_undeclared(self):
        from flask_appbuilder.security.sqla.models import Role

        for role in self.session.query(Role).filter(Role.name.startswith(PREFIX)).all():
            if not role.name.startswith((UNIT_PREFIX, BY_PROVIDER)) and role.name[len(PREFIX):] not in self.declared["roles"]:
                role.user = []
                self.session.delete(role)

    def _line(self, name, slugs):
        rows = rows_by_dataset(self.declared)
        if self.declared["roles"][name]["rows"] == ALL_ROWS:
            return f"{name}: {', '.join(sorted(slugs))}; all rows"
        shown = [(dataset.table_name, rows[dataset]) for dataset in self._datasets_of(slugs)]
        parts = [f"{kind} of {', '.join(dataset for dataset, got in shown if got == kind)}" for kind in
                 (OPEN, BY_UNIT, HIDDEN) if any(got == kind for _, got in shown)]
        return f"{name}: {', '.join(sorted(slugs))}; " + "; ".join(parts)


def _write_row_rules(declared):
    """Details are shut for everybody (a base rule) but the roles that see all, and, where rows name a unit, the unit roles.

    The rules are plain text with the unit in it: Superset puts them into the key of every cached answer."""
    from flask_appbuilder.security.sqla.models import Role
    from superset.connectors.sqla.models import RowLevelSecurityFilter
    from superset.extensions import db

    rows = rows_by_dataset(declared)
    by_unit = [dataset for dataset, kind in rows.items() if kind == BY_UNIT]
    hidden = [dataset for dataset, kind in rows.items() if kind == HIDDEN]
    full = [PREFIX + name for name, role in declared["roles"].items() if role["rows"] == ALL_ROWS] + ["Admin"]
    roles = {role.name: role for role in db.session.query(Role).all()}
    units = [roles[name] for name in sorted(roles) if name.startswith(UNIT_PREFIX)]
    wanted = {PREFIX + "details": ("Base", by_unit, [roles[name] for name in full] + units, "1 = 0"),
              PREFIX + "details-without-unit": ("Base", hidden, [roles[name] for name in full], "1 = 0")}
    for role in units:
        wanted[role.name] = ("Regular", by_unit, [role], clause_of(role.name[len(UNIT_PREFIX):]))
    known = {rule.name: rule for rule in db.session.query(RowLevelSecurityFilter).all()}
    for name, (kind, tables, of, clause) in wanted.items():
        rule = known.get(name) or RowLevelSecurityFilter(name=name)
        rule.filter_type, rule.tables, rule.roles, rule.clause = kind, tables, of, clause
        rule.group_key = PREFIX + "units" if kind == "Regular" else None
        db.session.add(rule)
    for name in known.keys() - wanted.keys():
        if name.startswith(PREFIX):
            db.session.delete(known[name])
    db.session.flush()


if __name__ == "__main__":
    sys.exit(main())
