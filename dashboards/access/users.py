"""The users of a file, in Superset: made with a random first password, kept in step, shut out when they leave the file."""

import json
import os

from access.rules import ADMINISTRATOR, BY_PROVIDER, GROUPS_FILE, PREFIX, UNIT_PREFIX
from failures import AssetsRefused
from server.instance import new_password


def write(wanted, extra_roles, folder, keep_others):
    from superset.extensions import db

    lines = [_write_one(user, extra_roles, folder) for user in wanted]
    if not keep_others:
        names = {user["username"] for user in wanted}
        lines += [_shut_out(user) for user in _ours() if user.username not in names and user.is_active]
    db.session.flush()
    _remove_idle_unit_roles(folder)
    return [line for line in lines if line]


def write_groups(groups, folder):
    """What each group of an identity provider gives, read at each sign-in. Who came by groups that changed signs in again."""
    path = folder / GROUPS_FILE
    given = {group["group"]: _role_names(group, []) for group in groups}
    before = _given_to_groups(folder)
    for name in sorted({name for names in given.values() for name in names} | ({BY_PROVIDER} if given else set())):
        _role(name)
    if given == before:
        return []
    path.write_text(json.dumps(given, indent=1, ensure_ascii=False), encoding="utf-8")
    came = [user for user in _all() if any(role.name == BY_PROVIDER for role in user.roles)]
    for user in came:
        user.roles = [_role(BY_PROVIDER)]
    _remove_idle_unit_roles(folder)
    return [f"groups of the identity provider: {', '.join(sorted(given)) or 'none'}; {len(came)} reader(s) sign in again"]


def _given_to_groups(folder):
    path = folder / GROUPS_FILE
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _write_one(user, extra_roles, folder):
    from superset.extensions import security_manager

    roles = [_role(name) for name in _role_names(user, extra_roles)]
    known = security_manager.find_user(user["username"])
    if known is None:
        password = new_password()
        made = security_manager.add_user(user["username"], user["first_name"], user["last_name"], user["email"], roles,
                                         password=password)
        if not made:
            raise AssetsRefused(f"user {user['username']}: Superset refuses it; is the e-mail address {user['email']} used twice?")
        return f"user {user['username']} ({user['role']}): new; first password in {_keep(password, user, folder)}"
    wanted = {"roles": roles, "active": True, **{field: user[field] for field in ("first_name", "last_name", "email")}}
    changed = [field for field, value in wanted.items() if _differs(getattr(known, field), value)]
    for field in changed:
        setattr(known, field, wanted[field])
    return f"user {user['username']} ({user['role']}): changed {', '.join(changed)}" if changed else None


def _differs(have, want):
    return {role.name for role in have} != {role.name for role in want} if isinstance(want, list) else have != want


def _role_names(user, extra_roles):
    if user["role"] == ADMINISTRATOR:
        return ["Admin"]
    return [PREFIX + user["role"]] + [UNIT_PREFIX + unit for unit in user["units"]] + extra_roles


def _role(name):
    from superset.extensions import security_manager

    return security_manager.find_role(name) or security_manager.add_role(name)


def _keep(password, user, folder):
    shelf = folder / "first_passwords"
    shelf.mkdir(mode=0o700, exist_ok=True)
    path = shelf / user["username"]
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(password + "\n")
    return path


def _all():
    from superset.extensions import db, security_manager

    return db.session.query(security_manager.user_model).order_by(security_manager.user_model.username).all()


def _ours():
    """Users that a users file made: with one of our roles, or an administrator other than the first."""
    return [user for user in _all() if user.username != "admin"
            and any(role.name.startswith(PREFIX) or role.name == "Admin" for role in user.roles)
            and all(role.name != BY_PROVIDER for role in user.roles)]


def _shut_out(user):
    user.active, user.roles = False, []
    return f"user {user.username}: no longer in the file, cannot sign in"


def _remove_idle_unit_roles(folder):
    from flask_appbuilder.security.sqla.models import Role
    from superset.extensions import db

    of_groups = {name for names in _given_to_groups(folder).values() for name in names}
    for role in db.session.query(Role).filter(Role.name.startswith(UNIT_PREFIX)).all():
        if not role.user and role.name not in of_groups:
            db.session.delete(role)


def shut_out(unwanted, folder):
    """Not deleted: Superset's own tables go on naming who changed what."""
    from superset.extensions import db, security_manager

    known = [security_manager.find_user(user["username"]) for user in unwanted]
    lines = [_shut_out(user) for user in known if user]
    db.session.flush()
    _remove_idle_unit_roles(folder)
    return lines


def with_other_roles():
    """Superset's own roles give more than ours; whoever has one was given it by hand."""
    lines = []
    for user in _all():
        others = [role.name for role in user.roles if not role.name.startswith(PREFIX) and role.name != "Admin"]
        if others:
            lines.append(f"warning: user {user.username} also has {', '.join(others)}, which roles.yaml does not know")
    return lines
