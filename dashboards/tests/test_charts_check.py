"""When the charts of a server are well."""

import unittest

from checks.charts_check import NO_ROWS, require_well
from failures import WorldFailed

WELL = ("lanh-dao", "Tiles", 1, "")
EMPTY = ("lanh-dao", "Ranking", 0, NO_ROWS)
BROKEN = ("lanh-dao", "Map", None, "HTTP 500: no such column")


class RequireWellTest(unittest.TestCase):
    def test_an_empty_chart_is_well_only_where_nothing_is_ranked(self):
        self.assertEqual(0, require_well([WELL]))
        self.assertEqual(1, require_well([WELL, EMPTY], ranks_nothing=True))
        with self.assertRaisesRegex(WorldFailed, "1 of 2 charts failed:\\n  chart 'Ranking' of dashboard 'lanh-dao': no rows"):
            require_well([WELL, EMPTY])

    def test_a_broken_chart_is_never_well(self):
        with self.assertRaisesRegex(WorldFailed, "1 of 2 charts failed:\\n  chart 'Map'"):
            require_well([EMPTY, BROKEN], ranks_nothing=True)

    def test_a_server_without_charts_is_not_well(self):
        with self.assertRaisesRegex(WorldFailed, "no dashboard with charts"):
            require_well([])


if __name__ == "__main__":
    unittest.main()
