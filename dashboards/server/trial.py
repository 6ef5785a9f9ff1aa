"""Another way to sign in for as long as a check takes: Authlib beside the environment, settings, groups; then all as it was."""

import contextlib
import subprocess

from environments.superset_env import DASHBOARDS, say
from failures import WorldFailed
from server.instance import _free_port

SETTINGS = '''import sys
sys.path.append(str(INSTANCE / "lib-sign-in"))
from server.sign_in import settings
globals().update(settings("http://127.0.0.1:{port}", "xephang", "trial-of-sign-in"))
'''
GROUPS = """groups:
- {group: so-tu-phap-ha-tinh, role: viewer, units: [VNM.ha-tinh]}
- {group: cuc-phan-tich, role: analyst}
"""


@contextlib.contextmanager
def trial_of_sign_in(instance, python):
    own, groups = instance.folder / "local_config.py", instance.folder / "trial_groups.yaml"
    if own.exists() or (instance.folder / "groups.json").exists():
        raise WorldFailed(f"{instance.folder} has settings or groups of its own; try the sign-in on a lake without.")
    _install(instance, python)
    port = _free_port()
    try:
        own.write_text(SETTINGS.format(port=port), encoding="utf-8")
        groups.write_text(GROUPS, encoding="utf-8")
        instance.run_script(python, "access.roles", "--groups", str(groups))
        instance.start(python, None)
        yield port
    finally:
        own.unlink(missing_ok=True)
        groups.write_text("groups: []\n", encoding="utf-8")
        instance.run_script(python, "access.roles", "--groups", str(groups))
        groups.unlink()
        (instance.folder / "groups.json").unlink(missing_ok=True)
        instance.start(python, None)


def _install(instance, python):
    target = instance.folder / "lib-sign-in"
    if target.is_dir():
        return
    say("  installing Authlib beside the environment")
    done = subprocess.run([str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "--target", str(target), "-r",
                           str(DASHBOARDS / "environments" / "constraints-sign-in.txt")], stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise WorldFailed(f"Authlib could not be installed: {done.stderr.strip()[-300:]}")
