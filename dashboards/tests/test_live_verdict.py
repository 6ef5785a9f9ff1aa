"""What counts as stale, mixed and wrong while releases are switched."""

import unittest

from checks.live_verdict import Answer, Switch, allowed, verdict

COUNTS = {"R1": "1/10", "R2": "2/20"}
SWITCHES = [Switch(0, 0, "R1"), Switch(10.0, 10.1, "R2")]


def answer(began, ended, release, counts=None, problem=""):
    return Answer(began, ended, release, counts or COUNTS.get(release), problem)


class VerdictTest(unittest.TestCase):
    def test_allows_both_releases_while_a_switch_is_under_way(self):
        self.assertEqual({"R1", "R2"}, allowed(answer(9.9, 10.05, "R1"), SWITCHES))
        self.assertEqual({"R1", "R2"}, allowed(answer(10.05, 10.2, "R1"), SWITCHES))

    def test_allows_only_the_new_release_to_whoever_asks_after_the_switch(self):
        self.assertEqual({"R1"}, allowed(answer(9.0, 9.9, "R1"), SWITCHES))
        self.assertEqual({"R2"}, allowed(answer(10.2, 10.3, "R2"), SWITCHES))

    def test_is_content_with_answers_of_the_served_release(self):
        said, is_well = verdict([answer(9, 9.1, "R1"), answer(10.2, 10.3, "R2"), answer(11, 12, None)], SWITCHES, COUNTS)
        self.assertEqual("1 switches, 3 answers, of which 2 name their release and 2 could name one only\n"
                         "errors 0\nstale 0\nmixed 0", said)
        self.assertTrue(is_well)

    def test_flags_a_stale_answer_and_says_by_how_much(self):
        said, is_well = verdict([answer(12.1, 12.2, "R1")], SWITCHES, COUNTS)
        self.assertIn("stale 1\nmixed 0\nstale by 2.00 s: R1", said)
        self.assertFalse(is_well)

    def test_flags_an_answer_of_two_releases(self):
        said, is_well = verdict([answer(12.1, 12.2, "R2", "2/10")], SWITCHES, COUNTS)
        self.assertIn("mixed 1", said)
        self.assertFalse(is_well)

    def test_flags_an_error_of_a_chart(self):
        said, is_well = verdict([answer(12.1, 12.2, "R2"), answer(13, 14, None, problem="HTTP 500: no file")], SWITCHES, COUNTS)
        self.assertIn("errors 1\nstale 0\nmixed 0\nHTTP 500: no file", said)
        self.assertFalse(is_well)

    def test_does_not_judge_by_too_few_answers(self):
        said, is_well = verdict([answer(9.9, 10.2, "R1")], SWITCHES, COUNTS)
        self.assertIn("too few answers to judge by", said)
        self.assertFalse(is_well)


if __name__ == "__main__":
    unittest.main()
