"""A small sound folder of dashboard files, with the release they are read against; tests break one thing in it."""

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


class LintCase(unittest.TestCase):
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
