"""How fast charts answer with 1, 8 and 20 readers, what memory the server takes, and where the time goes.

    bench/dashboards/load.sh LAKE [SECONDS]

Each reader asks for one chart of the dashboards after the other, without a pause and past every cache, which is much more than a
person does. Prints a table in Markdown, with the load of the machine beside it."""

import os
import random
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

import duckdb

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "dashboards"))
from checks.gate_client import Client  # noqa: E402
from server.instance import Instance  # noqa: E402

READERS = (1, 8, 20)


def main():
    instance = Instance(sys.argv[1])
    seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 30
    instance.require_running()
    admin = Client(instance.url)
    admin.sign_in("admin", instance.password_file.read_text().strip())
    charts = [chart["id"] for each in admin.get("/api/v1/dashboard/?q=(page_size:100)").json()["result"]
              for chart in admin.get(f"/api/v1/dashboard/{each['id']}/charts").json()["result"]]
    one_by_one(admin, instance, charts)
    print(f"\n{len(charts)} charts, {seconds} s each, {os.cpu_count()} cores\n")
    print("| Readers | requests/s | p50 ms | p95 ms | processor ms per request | busy | server MB | errors | load |")
    print("|--:|--:|--:|--:|--:|---|--:|--:|--:|")
    for readers in READERS:
        print(measure(admin, instance, charts, readers, seconds), flush=True)


def one_by_one(admin, instance, charts):
    """One reader alone: the request, and the same SQL put to DuckDB without Superset."""
    asked, alone = [], []
    config = {"threads": 2, "memory_limit": "512MB"}
    for chart in charts:
        admin.get(f"/api/v1/chart/{chart}/data/?force=true")
        began = time.perf_counter()
        answer = admin.get(f"/api/v1/chart/{chart}/data/?force=true")
        asked.append(time.perf_counter() - began)
        statements = [each["query"] for each in answer.json()["result"]]
        began = time.perf_counter()
        for statement in statements:
            with duckdb.connect(str(instance.database_file), read_only=True, config=config) as release:
                release.execute(statement).fetchall()
        alone.append(time.perf_counter() - began)
    print(f"One reader, chart by chart: {1000 * statistics.median(asked):.0f} ms in the median; the same statements by DuckDB "
          f"alone, the file opened for each: {1000 * statistics.median(alone):.0f} ms")


def measure(admin, instance, charts, readers, seconds):
    times, problems, stop = [], [], time.monotonic() + seconds
    workers = _workers(instance.pid())
    before, began = _processor_seconds(workers), time.monotonic()

    def read(number):
        order = random.Random(number).sample(charts, len(charts))
        while time.monotonic() < stop:
            for chart in order:
                asked = time.perf_counter()
                answer = admin.get(f"/api/v1/chart/{chart}/data/?force=true")
                times.append(time.perf_counter() - asked)
                if answer.status != 200:
                    problems.append(answer.said())
                if time.monotonic() >= stop:
                    return

    threads = [threading.Thread(target=read, args=(number,)) for number in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.monotonic() - began
    user, system = (after - earlier for after, earlier in zip(_processor_seconds(workers), before))
    per = 1000 * (user + system) / len(times)
    cuts = statistics.quantiles(times, n=20)
    return (f"| {readers} | {len(times) / took:.1f} | {1000 * statistics.median(times):.0f} | {1000 * cuts[18]:.0f} | {per:.0f} "
            f"| {100 * (user + system) / took:.0f} % of one core | {_megabytes(workers):.0f} | {len(problems)} "
            f"| {os.getloadavg()[0]:.1f} |")


def _workers(master):
    shown = subprocess.run(["ps", "--ppid", str(master), "-o", "pid="], capture_output=True, text=True).stdout.split()
    return [int(each) for each in shown]


def _processor_seconds(processes):
    """(user, system) of all of them"""
    fields = [Path(f"/proc/{each}/stat").read_text().rsplit(")", 1)[1].split() for each in processes]
    return tuple(sum(int(of_one[index]) for of_one in fields) / os.sysconf("SC_CLK_TCK") for index in (11, 12))


def _megabytes(processes):
    """The most that each had so far, added up"""
    lines = [line for each in processes for line in Path(f"/proc/{each}/status").read_text().splitlines() if line.startswith("VmHWM")]
    return sum(int(line.split()[1]) for line in lines) / 1024


if __name__ == "__main__":
    main()
