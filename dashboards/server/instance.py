"""One running Superset per lake: its folder (<lake>/superset), its process, its address."""

import json
import os
import secrets
import signal
import socket
import string
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

from failures import AssetsRefused, WorldFailed
from environments.superset_env import DASHBOARDS, say

HOST = "127.0.0.1"
DEFAULT_PORT = 8088
HERE = Path(__file__).resolve().parent
LARGEST_LOG = 20_000_000
# One Python process uses one core; each holds about 0.4 GB.
PROCESSES = min(4, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
CONFIG_FILES = ("superset_config.py", "bounds.py", "chosen_colours.py", "hardening.py", "expressions.py", "rows_first.py",
                "run_records.py", "sign_in.py", "vietnamese.py", "brake.py",
                "translations/vi.json", "translations/vi_time.json")


class Instance:
    def __init__(self, lake):
        self.lake = Path(lake).resolve()
        self.folder = self.lake / "superset"
        self.log = self.folder / "superset.log"
        self.pid_file = self.folder / "gunicorn.pid"
        self.started_file = self.folder / "started.json"
        self.prepared_file = self.folder / "prepared.json"
        self.imported_file = self.folder / "imported.json"
        self.password_file = self.folder / "admin_password"

    @property
    def database_file(self):
        return self.lake / "current" / "xephang.duckdb"

    def require_release(self):
        if not self.database_file.is_file():
            raise WorldFailed(f"There is no release to show: {self.database_file} does not exist. "
                              "Publish one first: ./xephang run --lake " + str(self.lake))

    def ranks_nothing(self):
        """Whether the release holds no rank yet: its deliveries meet no scorecard."""
        outputs = json.loads((self.database_file.parent / "manifest.json").read_text(encoding="utf-8"))["outputs"]
        return not any(each["path"].startswith("rank/") for each in outputs)

    def make_folder(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        self._write_secret(self.folder / "secret_key", secrets.token_urlsafe(48))
        self._write_secret(self.password_file, new_password())

    @staticmethod
    def _write_secret(path, value):
        if not path.exists():
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(value + "\n")

    # -- running things inside the Superset environment ----------------------------------------------------------------

    def variables(self):
        keep = {key: value for key, value in os.environ.items() if not key.startswith(("SUPERSET", "FLASK", "PYTHON"))}
        return {**keep, "XEPHANG_SUPERSET_DIR": str(self.folder), "XEPHANG_LAKE": str(self.lake), "PYTHONPATH": str(DASHBOARDS),
                "SUPERSET_CONFIG_PATH": str(HERE / "superset_config.py"), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1",
                "SUPERSET_HOME": str(self.folder)}

    def run_script(self, python, module, *arguments):
        """Runs one of our scripts; Superset's own chatter goes to the log, the script's last words to the caller."""
        command = [str(python), "-m", module, *arguments]
        with open(self.log, "a") as log:
            done = subprocess.run(command, cwd=self.folder, env=self.variables(), stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=log, text=True, encoding="utf-8")
        if done.returncode == AssetsRefused.exit_code:
            raise AssetsRefused(done.stdout.strip())
        if done.returncode != 0:
            raise WorldFailed(f"{module} failed (exit {done.returncode}). {done.stdout.strip()}\nMore in {self.log}")
        return done.stdout.strip()

    # -- the process -------------------------------------------------------------------------------------------------

    def pid(self):
        """The id of our web server, or None. A recycled process id is told apart by its command line."""
        try:
            pid = int(self.pid_file.read_text())
            os.kill(pid, 0)
        except (OSError, ValueError):
            return None
        shown = subprocess.run(["ps", "-p", str(pid), "-o", "args="], capture_output=True, text=True)
        return pid if str(self.pid_file) in shown.stdout or shown.returncode > 1 else None

    def started(self):
        try:
            return json.loads(self.started_file.read_text())
        except (OSError, ValueError):
            return {}

    @property
    def url(self):
        return f"http://{HOST}:{self.started().get('port')}"

    def is_healthy(self):
        return self.pid() is not None and _answers(self.url + "/health")

    def require_running(self):
        if not self.is_healthy():
            raise WorldFailed(f"Superset is not running for {self.lake}. Run: ./xephang dashboards start --lake {self.lake}")

    def prepare(self, python):
        own = self._local_config()
        wanted = {"environment": python.parent.parent.name, **({"local_config": own} if own else {})}
        have = json.loads(self.prepared_file.read_text()) if self.prepared_file.is_file() else {}
        if have == wanted and (own or (self.folder / "superset.db").is_file()):
            return
        say("  preparing Superset's own database (about 15 s, once)")
        self.run_script(python, "server.prepare")
        self.prepared_file.write_text(json.dumps(wanted))

    def fingerprint(self, python):
        return {"environment": python.parent.parent.name, "behind_proxy": os.environ.get("XEPHANG_BEHIND_TLS_PROXY"),
                "config": {name: (HERE / name).stat().st_mtime_ns for name in CONFIG_FILES},
                "local_config": self._local_config()}

    def _local_config(self):
        """When the settings of this installation were changed, or None. They may name another metadata database."""
        own = self.folder / "local_config.py"
        return own.stat().st_mtime_ns if own.is_file() else None

    def start(self, python, port):
        """Starts the server, or leaves it alone when it runs with the present configuration."""
        fingerprint = self.fingerprint(python)
        if self.is_healthy():
            if self.started().get("fingerprint") == fingerprint:
                return
            say("  the configuration or the environment changed: restarting")
            port = self.started()["port"]
        self.stop()
        port = _free_port() if port == 0 else DEFAULT_PORT if port is None else port
        _refuse_taken_port(port)  # before the slow part
        self.prepare(python)
        self._launch(python, port)
        self.started_file.write_text(json.dumps({"port": port, "fingerprint": fingerprint}))
        self._wait_until_healthy()

    def _launch(self, python, port):
        command = [str(python), "-m", "gunicorn", "superset.app:create_app()", "--bind", f"{HOST}:{port}", "--workers", str(PROCESSES),
                   "--worker-class", "gthread", "--threads", "8", "--timeout", "120", "--graceful-timeout", "8",
                   "--pid", str(self.pid_file),
                   "--limit-request-line", "0", "--limit-request-field_size", "0"]
        self._turn_log()
        with open(self.log, "a") as log:
            subprocess.Popen(command, cwd=self.folder, env=self.variables(), stdin=subprocess.DEVNULL, stdout=log,
                             stderr=log, start_new_session=True)

    def _turn_log(self):
        if self.log.is_file() and self.log.stat().st_size > LARGEST_LOG:
            self.log.replace(self.log.with_suffix(".log.1"))

    def _wait_until_healthy(self, seconds=120):
        say(f"  waiting for {self.url}/health")
        begin = time.monotonic()
        next_line = 5
        while time.monotonic() - begin < seconds:
            if self.is_healthy():
                return
            if time.monotonic() - begin > next_line:
                say(f"  still starting after {next_line} s")
                next_line += 5
            if time.monotonic() - begin > 10 and self.pid() is None:
                break
            time.sleep(0.2)
        raise WorldFailed(f"Superset did not answer at {self.url}/health. {self._end_of_log()}")

    def _end_of_log(self):
        lines = self.log.read_text(errors="replace").splitlines()[-6:] if self.log.is_file() else []
        return f"The log is {self.log}; it ends with:\n" + "\n".join(lines)

    def stop(self):
        pid = self.pid()
        if pid is None:
            return False
        os.kill(pid, signal.SIGTERM)
        for _ in range(150):
            if self.pid() is None:
                return True
            time.sleep(0.1)
        self._kill_group(pid)
        return True

    def _kill_group(self, pid):
        """The worker dies with its master: a query that DuckDB cannot interrupt would outlive it."""
        try:
            os.killpg(pid, signal.SIGKILL)  # the master leads a session of its own
        except OSError:
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.5)
        self.pid_file.unlink(missing_ok=True)


def new_password():
    letters = string.ascii_letters + string.digits
    return "-".join("".join(secrets.choice(letters) for _ in range(5)) for _ in range(4))


def _answers(url):
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(url, timeout=15) as response:
            return response.status == 200
    except (OSError, ValueError):
        return False


def _free_port():
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def _refuse_taken_port(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OverflowError:
            raise WorldFailed(f"Port {port} is not a port number; use 1 to 65535, or 0 for any free port.") from None
        except OSError as cause:
            raise WorldFailed(f"Port {port} on {HOST} is taken by another program ({cause.strerror}). "
                              "Choose another with --port N, or --port 0 for any free one.") from None
