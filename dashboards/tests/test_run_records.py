"""Records of runs as SQL that DuckDB answers, whatever stands in them."""

import json
import tempfile
import unittest
from pathlib import Path

import duckdb

from server.run_records import NEWEST, run_records


class RunRecordsTest(unittest.TestCase):
    def setUp(self):
        home = tempfile.TemporaryDirectory()
        self.addCleanup(home.cleanup)
        self.lake = Path(home.name)
        (self.lake / "runs").mkdir()

    def write(self, run_id, **record):
        (self.lake / "runs" / f"{run_id}.json").write_text(json.dumps(record), encoding="utf-8")

    def ask(self, what):
        return duckdb.sql(f"select {what} from ({run_records(self.lake)}) order by run_id").fetchall()

    def test_a_lake_without_records_has_the_columns_and_no_rows(self):
        self.assertEqual([], self.ask("run_id, outcome, exit_code"))
        self.assertIn("where run_id is not null", run_records(self.lake / "nowhere"))

    def test_tells_a_run_that_failed_with_its_message(self):
        self.write("20260101T080000000Z", started_at="2026-01-01T08:00:00.123456789Z", ended_at="2026-01-01T08:00:02.5Z",
                   outcome="failed", message="Cannot write\n  it's full")
        self.assertEqual([("failed", "Cannot write it's full", 2377, None)],
                         self.ask("outcome, message, date_diff('millisecond', started_at, ended_at), exit_code"))

    def test_half_a_record_is_told_as_unreadable(self):
        (self.lake / "runs" / "20260101T080000250Z.json").write_text("{\"run_id\": \"2026", encoding="utf-8")
        self.assertEqual([("unreadable", "2026-01-01 08:00:00.25", "runs/20260101T080000250Z.json")],
                         self.ask("outcome, cast(started_at as varchar), message"))

    def test_what_stands_in_a_record_stays_a_text(self):
        self.write("20260101T080000000Z", outcome="'; drop table x; --", started_at="never", exit_code="four", message="{{ 1 }} %s :x")
        self.assertEqual([("'; drop table x; --", None, None, "{{ 1 }} %s :x")], self.ask("outcome, started_at, exit_code, message"))

    def test_other_files_are_no_records_and_only_the_newest_count(self):
        (self.lake / "runs" / "notes.json").write_text("{}", encoding="utf-8")
        for number in range(NEWEST + 3):
            self.write(f"20260101T08{number // 60:02d}{number % 60:02d}000Z", outcome="nothing new")
        self.assertEqual([(NEWEST, "20260101T080003000Z")], duckdb.sql(
            f"select count(*), min(run_id) from ({run_records(self.lake)})").fetchall())


if __name__ == "__main__":
    unittest.main()
