"""Dashboards of tabs, as Superset wants them."""

import tempfile
import textwrap
import unittest
from pathlib import Path

import yaml

from importing.assets import own_uuid, read_assets
from importing.bundle import superset_files
from test_lint import FILES

PAGE = """
    title: {vi: Trang, en: Page}
    slug: {vi: trang, en: page}
    rows:
    - - {chart: head, width: 12, height: 10}
    tabs:
    - title: {vi: Một, en: One}
      rows:
      - - {chart: ranking, width: 6, height: 40}
        - {chart: beside, width: 6, height: 40}
    - title: {vi: Hai, en: Two}
      rows:
      - - {chart: second, width: 12, height: 40}
    filters:
    - {id: unit, name: {vi: Đơn vị, en: Unit}, dataset: ranks, column: unit, only_filled: true, not_for: [second]}
    """


class TabsTest(unittest.TestCase):
    def setUp(self):
        with tempfile.TemporaryDirectory() as home:
            charts = {f"charts/{name}.yaml": FILES["charts/ranking.yaml"] for name in ("head", "beside", "second")}
            for name, text in {**FILES, **charts, "dashboards/page.yaml": PAGE}.items():
                path = Path(home) / name
                path.parent.mkdir(exist_ok=True)
                path.write_text(textwrap.dedent(text).lstrip(), encoding="utf-8")
            self.page = yaml.safe_load(superset_files(read_assets(home), "/lake")["dashboards/page_en.yaml"])

    def children(self, name):
        return self.page["position"][name]["children"]

    def test_tabs_stand_below_the_rows_that_all_of_them_share(self):
        self.assertEqual(["ROW-1", "TABS"], self.children("GRID_ID"))
        self.assertEqual(["TAB-1", "TAB-2"], self.children("TABS"))
        self.assertEqual(["One", "Two"], [self.page["position"][tab]["meta"]["text"] for tab in self.children("TABS")])

    def test_each_chart_knows_the_tab_that_holds_it(self):
        position = self.page["position"]
        shown = {each["meta"]["uuid"]: each["parents"] for each in position.values() if isinstance(each, dict) and each["type"] == "CHART"}
        self.assertEqual(
            {own_uuid("charts", "head_en"): ["ROOT_ID", "GRID_ID", "ROW-1"],
             own_uuid("charts", "ranking_en"): ["ROOT_ID", "GRID_ID", "TABS", "TAB-1", "ROW-TAB-1-1"],
             own_uuid("charts", "beside_en"): ["ROOT_ID", "GRID_ID", "TABS", "TAB-1", "ROW-TAB-1-1"],
             own_uuid("charts", "second_en"): ["ROOT_ID", "GRID_ID", "TABS", "TAB-2", "ROW-TAB-2-1"]}, shown)

    def test_a_filter_passes_by_the_chart_of_a_tab_that_it_is_not_for(self):
        wanted = self.page["metadata"]["native_filter_configuration"][0]
        number = next(each["meta"]["chartId"] for each in self.page["position"].values()
                      if isinstance(each, dict) and each.get("meta", {}).get("uuid") == own_uuid("charts", "second_en"))
        self.assertEqual([number], wanted["scope"]["excluded"])
        self.assertEqual(["unit"], [each["subject"] for each in wanted["adhoc_filters"]])


if __name__ == "__main__":
    unittest.main()
