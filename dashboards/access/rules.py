"""Reads roles.yaml and a users file, and says which rows of a dataset a reader of own units gets."""

import fnmatch
import re
from pathlib import Path

import yaml

from failures import AssetsRefused

ROLES_FILE = Path(__file__).resolve().parent / "roles.yaml"
OWN_UNITS, ALL_ROWS = "own units", "all"
OPEN, BY_UNIT, HIDDEN = "all rows", "own units", "no rows"
UNIT_COLUMN = "org_unit_id"
PREFIX = "xephang-"  # our roles and row rules in Superset; those of other names belong to people
UNIT_PREFIX = PREFIX + "unit-"
BY_PROVIDER = PREFIX + "by-provider"  # marks users that an identity provider vouches for; gives nothing
GROUPS_FILE = "groups.json"
ADMINISTRATOR = "administrator"
USER_FIELDS = ("username", "first_name", "last_name", "email", "role", "units")
GROUP_FIELDS = ("group", "role", "units")
_VIEW_READ = re.compile(r'\b(mart|stg|main|information_schema)\s*\.\s*"?(\w+)"?', re.IGNORECASE)
_READS_BY_NAME = re.compile(r"\b(query|query_table|duckdb_\w+|pragma_\w+)\s*\(", re.IGNORECASE)
_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,62}")


def read_roles(path=ROLES_FILE):
    """{"open_views", "permissions", "roles"}, refused with every problem at once."""
    declared = _read(path)
    problems = []
    groups = declared.get("permissions", {})
    for name, role in declared.get("roles", {}).items():
        if role.get("rows") not in (OWN_UNITS, ALL_ROWS):
            problems.append(f"role {name}: rows is '{role.get('rows')}'; write '{OWN_UNITS}' or '{ALL_ROWS}'")
        problems += [f"role {name}: no group of permissions is called '{group}'" for group in role["permissions"]
                     if group not in groups]
        if not role.get("dashboards"):
            problems.append(f"role {name}: it has no dashboards")
    problems += [f"permission '{line}': write '<permission> <what>'" for lines in groups.values() for line in lines
                 if " " not in line]
    refuse(Path(path).name, problems)
    return declared


def read_users(path, declared):
    """A list of users with every field, refused with every problem at once."""
    users = _read(path).get("users") or []
    problems, seen = [], set()
    for number, user in enumerate(users, 1):
        name = user.get("username", f"number {number}")
        problems += [f"user {name}: {each}" for each in _problems_of(user, declared["roles"])]
        if name in seen or name == "admin":
            problems.append(f"user {name}: the name is taken")
        seen.add(name)
    refuse(Path(path).name, problems)
    return [{"units": [], **user} for user in users]


def read_groups(path, declared):
    """Groups of an identity provider, as a list like that of users; refused with every problem at once."""
    groups = _read(path).get("groups") or []
    names = [str(group.get("group", f"number {number}")) for number, group in enumerate(groups, 1)]
    problems = [f"group {name}: {each}" for name, group in zip(names, groups)
                for each in _field_problems(group, GROUP_FIELDS) + _row_problems(group, declared["roles"])]
    problems += [f"group {name}: it stands twice" for name in sorted({name for name in names if names.count(name) > 1})]
    refuse(Path(path).name, problems)
    return [{"units": [], **group} for group in groups]


def _problems_of(user, roles):
    problems = _field_problems(user, USER_FIELDS)
    if not _USERNAME.fullmatch(str(user.get("username", ""))):
        problems.append("a username has 2 to 63 of a-z 0-9 . _ - and begins with a letter or digit")
    return problems + _row_problems(user, roles)


def _field_problems(given, fields):
    return [f"unknown field '{field}'" for field in given if field not in fields] + \
        [f"{field} is missing" for field in fields if field != "units" and not given.get(field)]


def _row_problems(given, roles):
    role, units = given.get("role"), given.get("units") or []
    if role != ADMINISTRATOR and role not in roles:
        return [f"role '{role}' is not in roles.yaml"]
    if role in roles and roles[role]["rows"] == OWN_UNITS:
        return [] if units else [f"role {role} sees own units only, so name at least one in units"]
    return [f"role {role} sees every unit; take units out"] if units else []


def refuse(name, problems):
    if problems:
        raise AssetsRefused(f"{name} is refused:\n  " + "\n  ".join(problems))


def _read(path):
    try:
        return yaml.safe_load(Path(path).read_text(encoding="utf-8")) or {}
    except (OSError, yaml.YAMLError) as fault:
        raise AssetsRefused(f"{path} cannot be read: {fault}") from None


def views_read(sql):
    """Views and tables that a dataset's SQL names. All else that may hold rows counts as unknown, hence as details."""
    found = {name if schema.lower() == "mart" else f"{schema}.{name}" for schema, name in _VIEW_READ.findall(sql)}
    return found | {f"{name}()" for name in _READS_BY_NAME.findall(sql)}


def rows_for_own_units(sql, table_name, columns, open_views):
    """What a reader of own units gets of a dataset: all rows, those of own units, or none."""
    views = views_read(sql) if sql else {table_name}
    if views and views <= set(open_views):
        return OPEN
    return BY_UNIT if UNIT_COLUMN in columns else HIDDEN


def narrowed(plain_details, queries):
    """(view, dataset) wherever a dataset of a query reads a view that is, plain, a dataset under row rules too.

    Superset then puts the rule of the plain one inside the query, so that a median of all units becomes one of the reader's own."""
    return sorted((view, name) for name, sql in queries.items() for view in views_read(sql) & set(plain_details))


def clause_of(unit):
    """The row rule of one unit. The release itself says what belongs to it, so a merge needs no new rule."""
    return (f"{UNIT_COLUMN} in (select reached_org_unit_id from mart.dim_org_unit_reach "
            f"where org_unit_id = '{unit}')")


def matching(slugs, patterns):
    """The slugs that any of the patterns names, and the patterns that name none."""
    chosen = {slug for slug in slugs if any(fnmatch.fnmatchcase(slug, pattern) for pattern in patterns)}
    return chosen, [pattern for pattern in patterns if not fnmatch.filter(slugs, pattern)]
