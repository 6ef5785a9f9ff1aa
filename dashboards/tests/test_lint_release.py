"""What the release refuses, and how the import says so: file, line and reason, all at once, nothing imported."""

import unittest
from unittest import mock

from failures import AssetsRefused, WorldFailed
from importing.lint import clean_assets
from lint_case import FILES, LintCase


class ReleaseTest(LintCase):
    def test_flags_a_column_that_the_release_does_not_have(self):
        problems = self.found("datasets/ranks.yaml", "select unit, \"rank\" from", "select unit, \"rang\" as \"rank\" from")
        self.assertEqual(2, len(problems))
        self.assertIn("datasets/ranks.yaml:2 (vi): DuckDB refuses its SQL: Binder Error: Referenced column \"rang\" not found",
                      problems[0])

    def test_flags_a_type_that_the_release_does_not_give(self):
        self.assertEqual(
            [f"datasets/ranks.yaml:2 ({language}): column 'rank' is declared VARCHAR, the release gives INTEGER"
             for language in ("vi", "en")], self.found("datasets/ranks.yaml", "rank: INTEGER", "rank: VARCHAR"))

    def test_flags_an_expression_that_the_release_refuses(self):
        problems = self.found("datasets/ranks.yaml", 'MIN("rank")', 'MIN("ranks_of")')
        self.assertIn("metric 'best_rank' (MIN(\"ranks_of\")) is refused: Binder Error", problems[0])

    def test_flags_a_fault_of_jinja(self):
        problems = self.found("datasets/ranks.yaml", "mart.ranks", "mart.ranks {% if %}")
        self.assertEqual(["datasets/ranks.yaml:2 (vi): Jinja refuses its SQL: Expected an expression, got 'end of statement block'",
                          "datasets/ranks.yaml:2 (en): Jinja refuses its SQL: Expected an expression, got 'end of statement block'"], problems)

    def test_flags_a_name_that_jinja_does_not_know(self):
        problems = self.found("datasets/ranks.yaml", "mart.ranks", "mart.ranks where unit = '{{ own_unit }}'")
        self.assertEqual("datasets/ranks.yaml:2 (vi): Jinja refuses its SQL: 'own_unit' is undefined", problems[0])

    def test_flags_a_column_of_its_sql_that_is_not_declared(self):
        problems = self.found("datasets/ranks.yaml", 'select unit, "rank"', 'select unit, "rank", 1 as extra')
        self.assertEqual("datasets/ranks.yaml:2 (vi): column 'extra' of its SQL is not declared", problems[0])

    def test_flags_a_release_that_is_not_there(self):
        self.release.unlink()
        with self.assertRaisesRegex(WorldFailed, "Cannot open .*xephang.duckdb: IO Error: "):
            self.found()


class RefusalTest(LintCase):
    """What the import says of files that it refuses: all of it, and that nothing was imported."""

    def refused(self):
        (self.folder / "current").mkdir(exist_ok=True)
        self.release.rename(self.folder / "current/xephang.duckdb")
        with mock.patch.dict("os.environ", {"XEPHANG_LAKE": self.home.name}), self.assertRaises(AssetsRefused) as refused:
            clean_assets(self.folder)
        return str(refused.exception)

    def test_names_each_file_and_reason(self):
        self.write("charts/ranking.yaml", FILES["charts/ranking.yaml"].replace("viz_type: table", "viz_type: bump"))
        self.write("dashboards/page.yaml", FILES["dashboards/page.yaml"].replace("column: unit", "column: units"))
        self.assertRegex(self.refused(), r"(?s)^2 problem\(s\) in .*; nothing was imported:\n  charts/ranking.yaml:2: viz_type 'bump' is not"
                                         r" one of .*\n  dashboards/page.yaml:6: filter 'unit': column 'units' is not in datasets/ranks.yaml$")

    def test_names_the_file_of_a_yaml_fault(self):
        self.write("charts/ranking.yaml", "title: [")
        self.assertRegex(self.refused(), "^Cannot read .*: charts/ranking.yaml: not valid YAML: ")


if __name__ == "__main__":
    unittest.main()
