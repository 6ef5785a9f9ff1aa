"""What Superset would import in silence is refused, with file, line and reason."""

import tempfile
import textwrap
import unittest
from pathlib import Path

import duckdb

from importing.assets import read_assets
from importing.lint import lint

FILES = {
    "databases/lake.yaml": """
        database_name: lake
        sqlalchemy_uri: duckdb:///${LAKE}/current/xephang.duckdb
        allow_file_upload: false
        extra: {engine_params: {connect_args: {read_only: true, config: {enable_external_access: false, lock_configuration: true}}}}
        """,
    "datasets/ranks.yaml": """
        database: lake
        sql: select unit, "rank" from mart.ranks
        columns: {unit: VARCHAR, rank: INTEGER}
        metrics:
          best_rank: {expression: MIN("rank")}
        """,
    "charts/ranking.yaml": """
        title: {vi: Bảng, en: Table}
        viz_type: table
        dataset: ranks
        params: {all_columns: [unit, rank]}
        """,
    "dashboards/page.yaml": """
        title: {vi: Trang, en: Page}
        slug: {vi: trang, en: page}
        rows:
        - - {chart: ranking, width: 12, height: 40}
        filters:
        - {id: unit, name: {vi: Đơn vị, en: Unit}, dataset: ranks, column: unit}
        """,
    "words.yaml": """
        unit: {vi: Đơn vị, en: Unit}
        rank: {vi: Hạng, en: Rank}
        best_rank: {vi: Hạng cao nhất, en: Best rank}
        """,
}


class LintTest(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.TemporaryDirectory()
        self.addCleanup(self.home.cleanup)
        self.folder = Path(self.home.name)
        self.release = self.folder / "xephang.duckdb"
        with duckdb.connect(str(self.release)) as made:
            made.execute("create schema mart; create table mart.ranks (unit varchar, \"rank\" integer)")
        for name, text in FILES.items():
            self.write(name, text)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(textwrap.dedent(text).lstrip(), encoding="utf-8")

    def found(self, name=None, old=None, new=None):
        """The problems of the files, one of them changed."""
        if name:
            text = (self.folder / name).read_text(encoding="utf-8")
            self.assertIn(old, text)
            (self.folder / name).write_text(text.replace(old, new), encoding="utf-8")
        return lint(read_assets(self.folder), self.release)

    def flags(self, problem, *change):
        self.assertEqual([problem], self.found(*change))

    def test_accepts_sound_files(self):
        self.assertEqual([], self.found())

    def test_flags_a_place_of_a_dashboard_without_a_chart(self):
        self.assertEqual(["charts/ranking.yaml: is on no dashboard",
                          "dashboards/page.yaml:4: there is no chart 'rankin' in charts/"],
                         sorted(self.found("dashboards/page.yaml", "chart: ranking", "chart: rankin")))

    def test_flags_a_chart_that_is_placed_twice(self):
        self.flags("dashboards/page.yaml:4: chart 'ranking' is placed twice", "dashboards/page.yaml", "filters:",
                   "- - {chart: ranking, width: 12, height: 40}\nfilters:")

    TABS = """
        title: {vi: Trang, en: Page}
        slug: {vi: trang, en: page}
        tabs:
        - title: {vi: Một, en: One}
          rows:
          - - {chart: ranking, width: 12, height: 40}
        - title: {vi: Hai, en: Two}
          rows:
          - - {chart: second, width: 6, height: 40}
        """

    def write_tabs(self):
        self.write("charts/second.yaml", FILES["charts/ranking.yaml"])
        self.write("dashboards/page.yaml", self.TABS)

    def test_accepts_a_dashboard_of_tabs(self):
        self.write_tabs()
        self.assertEqual([], self.found())

    def test_flags_a_chart_that_is_on_two_tabs(self):
        self.write_tabs()
        self.assertEqual(["charts/second.yaml: is on no dashboard", "dashboards/page.yaml:6: chart 'ranking' is placed twice"],
                         self.found("dashboards/page.yaml", "chart: second", "chart: ranking"))

    def test_flags_a_row_of_a_tab_that_is_too_wide(self):
        self.write_tabs()
        self.flags("dashboards/page.yaml: row 2 is 13 columns wide; at most 12 fit", "dashboards/page.yaml", "width: 6", "width: 13")

    def test_flags_the_title_of_a_tab_in_one_language(self):
        self.write_tabs()
        self.flags("dashboards/page.yaml:3: title of tab 2 must be {vi: ..., en: ...}", "dashboards/page.yaml",
                   "title: {vi: Hai, en: Two}", "title: Hai")

    def test_flags_a_tab_without_rows(self):
        self.write_tabs()
        self.assertIn("dashboards/page.yaml: tab 2 must be {title: ..., rows: [...]}, with at least one row",
                      self.found("dashboards/page.yaml", "rows:\n  - - {chart: second, width: 6, height: 40}", "rows: []"))

    def test_flags_a_dashboard_with_neither_rows_nor_tabs(self):
        self.flags("dashboards/page.yaml: has neither rows nor tabs", "dashboards/page.yaml",
                   "rows:\n- - {chart: ranking, width: 12, height: 40}", "rows: []")

    def test_flags_a_dataset_that_is_not_there(self):
        self.assertIn("charts/ranking.yaml:3: there is no dataset 'rank' in datasets/",
                      self.found("charts/ranking.yaml", "dataset: ranks", "dataset: rank"))

    def test_flags_a_database_that_is_not_there(self):
        self.flags("datasets/ranks.yaml:1: there is no database 'lakes' in databases/", "datasets/ranks.yaml",
                   "database: lake", "database: lakes")

    def test_flags_a_uuid_because_it_is_made_from_the_name(self):
        self.flags("charts/ranking.yaml:5: unknown key 'uuid'. Take it out: it is made from the file's name and the language",
                   "charts/ranking.yaml", "all_columns: [unit, rank]}", "all_columns: [unit, rank]}\nuuid: 1")

    def test_flags_a_key_that_stands_twice(self):
        with self.assertRaisesRegex(ValueError, "charts/ranking.yaml: not valid YAML: key 'dataset' stands twice"):
            self.found("charts/ranking.yaml", "dataset: ranks", "dataset: ranks\ndataset: ranks")

    def test_flags_a_fault_of_yaml_with_its_file(self):
        with self.assertRaisesRegex(ValueError, "charts/ranking.yaml: not valid YAML: "):
            self.found("charts/ranking.yaml", "[unit, rank]}", "[unit, rank")

    def test_flags_a_column_that_the_dataset_does_not_have(self):
        self.flags("charts/ranking.yaml:4: column 'ranks_of' is not in datasets/ranks.yaml", "charts/ranking.yaml",
                   "[unit, rank]", "[unit, ranks_of]")

    def test_flags_a_metric_that_the_dataset_does_not_have(self):
        self.assertIn("charts/ranking.yaml:4: metric 'worst_rank' is not in datasets/ranks.yaml",
                      self.found("charts/ranking.yaml", "viz_type: table\ndataset: ranks\nparams: {all_columns: [unit, rank]}",
                                 "viz_type: big_number_total\ndataset: ranks\nparams: {metric: worst_rank}"))

    def test_flags_a_kind_of_chart_that_nobody_knows(self):
        problems = self.found("charts/ranking.yaml", "viz_type: table", "viz_type: tabel")
        self.assertIn("charts/ranking.yaml:2: viz_type 'tabel' is not one of big_number, ", problems[0])

    def test_flags_a_bump_chart_with_rank_one_at_the_bottom(self):
        self.flags("charts/ranking.yaml:2: echarts_timeseries_smooth is for bump charts, and echart_options does not turn the axis"
                   " upside down", "charts/ranking.yaml", "viz_type: table\ndataset: ranks\nparams: {all_columns: [unit, rank]}",
                   "viz_type: echarts_timeseries_smooth\ndataset: ranks\nparams: {x_axis: unit, metrics: [best_rank]}")

    def test_flags_a_filter_on_a_column_that_is_not_there(self):
        self.flags("dashboards/page.yaml:6: filter 'unit': column 'units' is not in datasets/ranks.yaml", "dashboards/page.yaml",
                   "column: unit", "column: units")

    def test_flags_a_database_that_viewers_could_write_files_with(self):
        self.flags("databases/lake.yaml: enable_external_access is True; it must be False, or a viewer can read and write files",
                   "databases/lake.yaml", "enable_external_access: false", "enable_external_access: true")
        self.found("databases/lake.yaml", "enable_external_access: true", "enable_external_access: false")
        self.flags("databases/lake.yaml: allow_file_upload must be written as false (it is true when left out)",
                   "databases/lake.yaml", "allow_file_upload: false", "allow_file_upload: true")

    def test_flags_a_text_in_one_language(self):
        self.flags("charts/ranking.yaml title: has no text in 'en'", "charts/ranking.yaml", "{vi: Bảng, en: Table}", "{vi: Bảng}")

    def test_flags_a_column_without_words(self):
        self.assertEqual("datasets/ranks.yaml:2: 'unit' has no words; write into words.yaml: unit: {vi: ..., en: ...}",
                         self.found("words.yaml", "unit: {vi: Đơn vị, en: Unit}\n", "")[0])

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


if __name__ == "__main__":
    unittest.main()
