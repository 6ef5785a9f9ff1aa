"""The same files by public readers that keep nothing: others.py duckdb|openpyxl FILE. Prints rows, the sum of the figures, time and memory."""

import resource
import sys
import time


def duckdb(file):
    """Every value as a number; DuckDB may use as much memory as it likes."""
    import duckdb as engine

    engine.sql("set threads = 1")
    return engine.sql(f"select count(*), sum(value) from read_csv('{file}')").fetchone()


def openpyxl(file):
    """Row by row, as its documentation says for large files; the eleven figures of each row are added."""
    from openpyxl import load_workbook

    rows, total = 0, 0.0
    for row in load_workbook(file, read_only=True).worksheets[0].iter_rows(min_row=2, values_only=True):
        rows += 1
        total += sum(value for value in row[2:23:2] if value is not None)
    return rows, total


def main(reader, file):
    started = time.perf_counter()
    rows, total = {"duckdb": duckdb, "openpyxl": openpyxl}[reader](file)
    seconds = time.perf_counter() - started
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(f"{reader}: {rows} rows, sum {total:.3f}, {seconds:.0f} s wall, {used.ru_utime + used.ru_stime:.0f} s cpu,"
          f" peak {used.ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
