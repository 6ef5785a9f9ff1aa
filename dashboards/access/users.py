"""The users of a file, in Superset: made with a random first password, kept in step, shut out when they leave the file."""

import os

from access.rules import ADMINISTRATOR, PREFIX, UNIT_PREFIX
from failures import AssetsRefused
from server.instance import new_password


def write(wanted, extra_roles, folder, keep_others):
    from superset.extensions import db

    lines = [_write_one(user, extra_roles, folder) for user in wanted]
    if not keep_others:
        names = {user["username"] for user in wanted}
        lines += [_shut_out(user) for user in _ours() if user.username not in names and user.is_active]
    db.session.flush()
    _remove_idle_unit_roles()
    return [line for line in lines if line]


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
            and any(role.name.startswith(PREFIX) or role.name == "Admin" for role in user.roles)]


def _shut_out(user):
    user.active, user.roles = False, []
    return f"user {user.username}: no longer in the file, cannot sign in"


def _remove_idle_unit_roles():
    from flask_appbuilder.security.sqla.models import Role
    from superset.extensions import db

    for role in db.session.query(Role).filter(Role.name.startswith(UNIT_PREFIX)).all():
        if not role.user:
            db.session.delete(role)


def shut_out(unwanted):
    """Not deleted: Superset's own tables go on naming who changed what."""
    from superset.extensions import db, security_manager

    known = [security_manager.find_user(user["username"]) for user in unwanted]
    lines = [_shut_out(user) for user in known if user]
    db.session.flush()
    _remove_idle_unit_roles()
    return lines


def with_other_roles():
    """Superset's own roles give more than ours; whoever has one was given it by hand."""
    lines = []
    for user in _all():
        others = [role.name for role in user.roles if not role.name.startswith(PREFIX) and role.name != "Admin"]
        if others:
            lines.append(f"warning: user {user.username} also has {', '.join(others)}, which roles.yaml does not know")
    return lines
