"""How large a table a step after the query may make."""

import os
import subprocess
import sys
import unittest
from pathlib import Path

import pandas as pd

from server.bounds import _bounded, _exported, _histogram, _pivot, _resampled

DAYS = pd.DataFrame({"n": [1, 2]}, index=pd.to_datetime(["2000-01-01", "2020-01-01"]))
RANKS = pd.DataFrame({"unit": ["a", "b", "c"], "year": ["2015", "2016", "2016"], "rank": [1, 2, 3]})


class BoundsTest(unittest.TestCase):
    def test_counts_bins_for_each_group(self):
        self.assertEqual(30, _histogram(RANKS, "rank", [], bins=30))
        self.assertEqual(90, _histogram(RANKS, "rank", ["unit"], bins=30))

    def test_counts_steps_between_the_first_and_the_last_moment(self):
        self.assertEqual(7305, _resampled(DAYS, "1D"))
        self.assertEqual(7305 * 24 * 3600, _resampled(DAYS, "1s"))
        self.assertEqual(0, _resampled(RANKS, "1s"))

    def test_counts_combinations_that_occur(self):
        self.assertEqual(3 * 2, _pivot(RANKS, ["unit"], {"n": {}}, ["year"]))
        self.assertEqual(3 * 1 * 2, _pivot(RANKS, ["unit", "year"], {"n": {}, "m": {}}))
        self.assertEqual(3 * 2, _exported(RANKS, ["unit"], ["year"], ["n"]))

    def test_ends_what_asks_for_more_memory_and_lives_on(self):
        program = ("from server import bounds\nbounds.limit_memory(1_000_000_000)\ntry:\n    bytearray(2_000_000_000)\n"
                   "except MemoryError:\n    print('refused')\nprint(len(bytearray(1_000)))")
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True,
                              env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1])})
        self.assertEqual("refused\n1000\n", done.stdout, done.stderr)

    def test_makes_a_table_that_is_small_enough(self):
        self.assertIs(RANKS, _bounded(lambda df: df, lambda df: 2_000_000)(RANKS))

    def test_refuses_a_table_that_is_too_large(self):
        from superset.exceptions import InvalidPostProcessingError

        with self.assertRaises(InvalidPostProcessingError) as refused:
            _bounded(lambda df: df, lambda df: 2_000_001)(RANKS)
        self.assertEqual("This would make a table of more than 2,000,000 cells.", str(refused.exception))


if __name__ == "__main__":
    unittest.main()
