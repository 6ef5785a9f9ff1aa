"""Makes and finds the Python environments: one per committed constraints file, rebuilt when that file changes."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from failures import WorldFailed

HERE = Path(__file__).resolve().parent
DASHBOARDS = HERE.parent
CONSTRAINTS = {
    "superset": "constraints.txt",
    "browser": "constraints-browser.txt",
    "notebook": "constraints-notebook.txt",
}
SHARED_CONSTRAINTS = ("constraints-installer.txt", "constraints-build.txt")
PYTHON_CANDIDATES = ("python3.11", "python3.12", "python3")
SUPPORTED_VERSIONS = ("3.11", "3.12")
FINISHED = "finished.txt"


def say(text):
    print(text, file=sys.stderr, flush=True)


def environment_path(home, name):
    digest = hashlib.sha256()
    for file in (CONSTRAINTS[name],) + SHARED_CONSTRAINTS:
        digest.update((HERE / file).read_bytes())
    return Path(home) / ".superset" / f"{name}-{digest.hexdigest()[:12]}"


def python_of(environment):
    return Path(environment) / "bin" / "python"


def is_finished(environment):
    return (Path(environment) / FINISHED).is_file() and version_of(python_of(environment)) is not None


def version_of(python):
    """The "3.11" of an interpreter, or None: a launcher on the PATH may exist and still not run."""
    command = [str(python), "-c", "import sys, venv; print('%d.%d' % sys.version_info[:2])"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def find_python():
    seen = []
    for name in PYTHON_CANDIDATES:
        path = shutil.which(name)
        version = version_of(path) if path else None
        if version in SUPPORTED_VERSIONS:
            return path
        seen.append(f"{name}: " + ("not on the PATH" if not path else f"version {version}" if version else "does not run"))
    raise WorldFailed(
        "No Python 3.11 or 3.12 was found (" + "; ".join(seen) + "). Superset 6.1.0 runs on these two only. "
        "Install one, for example: apt-get install python3.11 python3.11-venv"
    )


def require(home, name):
    """The python of a finished environment."""
    environment = environment_path(home, name)
    if not is_finished(environment):
        raise WorldFailed(f"The environment {environment.name} is not installed. Run: ./xephang dashboards install")
    return python_of(environment)


def ensure(home, name):
    """The python of the environment, which is made first when it is missing or half-made."""
    environment = environment_path(home, name)
    environment.parent.mkdir(parents=True, exist_ok=True)
    with _only_one_builder(environment):
        if not is_finished(environment):
            _build(environment, name)
    return python_of(environment)


@contextmanager
def _only_one_builder(environment):
    with open(environment.with_suffix(".lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _build(environment, name):
    base = find_python()
    started = time.monotonic()
    say(f"Installing the {name} environment into {environment} with {base}")
    shutil.rmtree(environment, ignore_errors=True)
    log_path = environment.with_suffix(".log")
    with open(log_path, "w") as log:
        _run([base, "-m", "venv", str(environment)], log, log_path,
             "Cannot make a virtual environment. On Debian the venv module is a package of its own: "
             "apt-get install python3.11-venv")
        _install_packages(environment, name, log, log_path)
    (environment / FINISHED).write_text(f"{name} {CONSTRAINTS[name]}\n")
    say(f"  {name} environment ready after {time.monotonic() - started:.0f} s")


def _install_packages(environment, name, log, log_path):
    python = str(python_of(environment))
    requirements = ["--require-hashes", "-r", str(HERE / CONSTRAINTS[name])]
    build = str(HERE / "constraints-build.txt")
    pip = [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    installer = pip + ["--require-hashes", "-r", str(HERE / "constraints-installer.txt")]
    fast = [python, "-m", "uv", "pip", "install", "--python", python, "--compile-bytecode", "--build-constraints", build]
    say("  fetching and installing the pinned packages (about 20 s for Superset on a fast line)")
    if _succeeds(installer, log) and _succeeds(fast + requirements, log):
        return
    say("  the fast installer did not succeed; trying plain pip (about 1 minute)")
    _run(pip + requirements, log, log_path, "Cannot install the pinned packages. Is the package index reachable?",
         environment={**os.environ, "PIP_CONSTRAINT": str(_without_hashes(build, environment))})


def _without_hashes(build, environment):
    """pip asks for the hash of everything as soon as one constraint has a hash, also where it builds packages."""
    pins = [line.split()[0] for line in Path(build).read_text().splitlines() if "==" in line and not line.startswith("#")]
    copy = environment / "build-constraints.txt"
    copy.write_text("\n".join(pins) + "\n")
    return copy


def _succeeds(command, log):
    log.write("$ " + " ".join(command) + "\n")
    log.flush()
    return subprocess.run(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL).returncode == 0


def _run(command, log, log_path, what_failed, environment=None):
    log.write("$ " + " ".join(command) + "\n")
    log.flush()
    done = subprocess.run(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=environment)
    if done.returncode != 0:
        log.flush()
        last_lines = "\n".join(log_path.read_text(errors="replace").splitlines()[-8:])
        raise WorldFailed(f"{what_failed} The whole log is {log_path}; it ends with:\n{last_lines}")
