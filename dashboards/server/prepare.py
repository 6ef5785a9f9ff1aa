"""Brings Superset's own database up to the installed version and makes the administrator. Runs inside the environment."""

import os
import sys
from pathlib import Path

INSTANCE = Path(os.environ["XEPHANG_SUPERSET_DIR"])


def main():
    from flask_migrate import upgrade
    from superset.app import create_app

    app = create_app()
    with app.app_context():
        from superset.extensions import appbuilder, migrate, security_manager

        print("upgrading the metadata database", flush=True)
        upgrade(directory=migrate.directory)
        print("writing roles and permissions", flush=True)
        appbuilder.add_permissions(update_perms=True)
        security_manager.sync_role_definitions()
        make_administrator(security_manager)


def make_administrator(security_manager):
    password = (INSTANCE / "admin_password").read_text().strip()
    user = security_manager.find_user("admin")
    if user is not None:
        security_manager.reset_password(user.id, password)
        return
    print("creating the user admin", flush=True)
    made = security_manager.add_user("admin", "Xephang", "Admin", "admin@localhost",
                                     security_manager.find_role("Admin"), password=password)
    if not made:
        sys.exit("Cannot create the user admin in the metadata database")


if __name__ == "__main__":
    main()
