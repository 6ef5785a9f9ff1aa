"""What Superset would import in silence is refused, with file, line and reason."""

import unittest

from lint_case import FILES, LintCase


class LintTest(LintCase):
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

    def test_flags_a_file_that_would_not_be_read(self):
        self.write("charts/ranking.yml", FILES["charts/ranking.yaml"])
        self.flags("charts/ranking.yml: is not read; a file here is called <name>.yaml")

    def test_flags_an_empty_file(self):
        self.write("charts/ranking.yaml", "# to be written")
        self.flags("charts/ranking.yaml: is empty or no mapping")

    def test_flags_what_superset_needs_and_does_not_miss(self):
        self.flags("charts/ranking.yaml: has no params", "charts/ranking.yaml", "params: {all_columns: [unit, rank]}\n", "")
        self.write("charts/ranking.yaml", FILES["charts/ranking.yaml"])
        self.flags("databases/lake.yaml: has no allow_file_upload", "databases/lake.yaml", "allow_file_upload: false\n", "")

    def test_flags_a_theme_because_superset_drops_it(self):
        problems = self.found("dashboards/page.yaml", "slug:", "theme_uuid: 0b1c\nslug:")
        self.assertEqual(1, len(problems))
        self.assertIn("dashboards/page.yaml:2: unknown key 'theme_uuid'; known: about, cross_filters, css, ", problems[0])

    def test_flags_a_database_that_can_be_written_through(self):
        self.flags("databases/lake.yaml:4: allow_dml must be false: nobody writes into a release", "databases/lake.yaml",
                   "allow_file_upload: false\n", "allow_file_upload: false\nallow_dml: true\n")

    def test_flags_a_database_of_one_machine(self):
        self.flags("databases/lake.yaml: sqlalchemy_uri has no ${LAKE}, so it would work on one machine only", "databases/lake.yaml",
                   "${LAKE}", "/srv/lake")

    def test_flags_a_database_whose_settings_a_reader_could_change(self):
        self.flags("databases/lake.yaml: lock_configuration is None; it must be True, or a viewer can read and write files",
                   "databases/lake.yaml", ", lock_configuration: true", "")

    def test_flags_two_dashboards_with_one_address(self):
        self.write("charts/second.yaml", FILES["charts/ranking.yaml"])
        self.write("dashboards/second.yaml", FILES["dashboards/page.yaml"].replace("chart: ranking", "chart: second"))
        self.assertEqual([f"dashboards/second.yaml:2: slug '{slug}' is also that of dashboards/page.yaml" for slug in ("trang", "page")],
                         self.found())

    def test_flags_a_filter_that_stands_twice(self):
        self.flags("dashboards/page.yaml: filter id 'unit' stands twice", "dashboards/page.yaml", "filters:",
                   "filters:\n- {id: unit, name: {vi: Đơn vị, en: Unit}, dataset: ranks, column: unit}")

    def test_flags_a_filter_that_spares_or_follows_what_is_not_there(self):
        self.assertEqual(["dashboards/page.yaml:6: filter 'unit': chart 'bump' under not_for is not on this dashboard",
                          "dashboards/page.yaml:6: filter 'unit': filter 'year' under after is not on this dashboard"],
                         self.found("dashboards/page.yaml", "column: unit}", "column: unit, not_for: [bump], after: [year]}"))

    def test_flags_a_filter_sorted_by_a_metric_that_is_not_there(self):
        self.flags("dashboards/page.yaml:6: filter 'unit': metric 'worst_rank' is not in datasets/ranks.yaml", "dashboards/page.yaml",
                   "column: unit}", "column: unit, sort_metric: worst_rank}")

    def test_flags_a_dataset_that_nothing_uses(self):
        self.write("datasets/spare.yaml", FILES["datasets/ranks.yaml"])
        self.flags("datasets/spare.yaml: no chart and no filter uses it")

    def test_flags_a_chart_that_asks_for_nothing(self):
        self.flags("charts/ranking.yaml:2: asks for nothing: neither all_columns nor a metric", "charts/ranking.yaml",
                   "viz_type: table\ndataset: ranks\nparams: {all_columns: [unit, rank]}", "viz_type: big_number_total\ndataset: ranks\nparams: {}")


if __name__ == "__main__":
    unittest.main()
