"""What the judge of the tabs on ranks says of rows that agree with the release and of rows that do not."""

import unittest

from checks import judge_ranks

PUBLISHED = {"org_unit_id": "A", "unit": "An", "verdict": "trùng", "verdict_order": 2, "publisher_rank": 1, "our_rank": 1,
             "publisher_points": 60.5}
PAIR = {"dot_order": 1, "dot_title": "An", "org_unit_id": "A", "our_rank": 1}
CELLS = [{"cell_row": 2, "scenario": "", "org_unit_id": "A", "cell_text": "1/2"},
         {"cell_row": 2, "scenario": "Tiêu chí 2009", "org_unit_id": "A", "cell_text": "2 ▼1"},
         {"cell_row": 2, "scenario": "34 tỉnh", "org_unit_id": "A", "cell_text": "–"}]
KEY = {"scorecard": "pci", "year": 2016}


class Page:
    """Stands for what a page received (by a column that tells the charts apart) and for the release (by its question)."""

    def __init__(self, received, release):
        self.received, self.release, self.kinds_held = received, release, set()

    def rows(self, *columns):
        return next((rows for rows in self.received if rows and set(columns) <= set(rows[0])), None)

    def query(self, sql, **_):
        return self.release[sql]

    def held(self, *kinds):
        self.kinds_held.update(kinds)


class JudgeRanksTest(unittest.TestCase):
    def published(self, rows, pairs, different=()):
        release = {judge_ranks.DIFFERENT: [(unit,) for unit in different], judge_ranks.PUBLISHED: [("A", 1, 1, 60.5)]}
        return list(judge_ranks._published(Page([rows, pairs], release), KEY))

    def test_accepts_what_the_publisher_and_we_say(self):
        self.assertEqual([], self.published([PUBLISHED], [PAIR]))

    def test_flags_another_published_rank(self):
        found = self.published([{**PUBLISHED, "publisher_rank": 2}], [PAIR])
        self.assertEqual(1, len(found))
        self.assertTrue(found[0].startswith("published beside computed, An: the page has"), found)

    def test_flags_a_difference_that_the_page_does_not_mark(self):
        self.assertEqual(["published and computed differ for [] on the page, for ['A'] in the release"],
                         self.published([PUBLISHED], [PAIR], different=["A"]))

    def test_flags_a_pair_that_was_not_drawn(self):
        self.assertEqual(["0 pairs of ranks are drawn, the table has 1"], self.published([PUBLISHED], []))

    def replays(self, counted):
        return list(judge_ranks._replays(Page([CELLS], {judge_ranks.REPLAYED: counted}), KEY))

    def test_accepts_ranks_under_other_rules(self):
        self.assertEqual([], self.replays([("A 2", 1)]))

    def test_flags_a_rank_under_other_rules_that_the_release_does_not_have(self):
        self.assertEqual(["ranks under other rules, A 2: the page has (1,), the release says None",
                          "ranks under other rules, A 3: the page has None, the release says (1,)"], self.replays([("A 3", 1)]))

    def test_bars_are_counted_by_series_however_they_come(self):
        self.assertEqual([("Cờ thi đua", 3)], list(judge_ranks._by_series({"clause": "hạng", "commendation": "Cờ thi đua", "decided_count": 3},
                                                                          "clause", "decided_count")))
        self.assertEqual([("Cờ thi đua", 3), ("Bằng khen", None)],
                         list(judge_ranks._by_series({"clause": "hạng", "Cờ thi đua": 3, "Bằng khen": None}, "clause", "decided_count")))


if __name__ == "__main__":
    unittest.main()
