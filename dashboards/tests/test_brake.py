"""How many wrong passwords one address has."""

import tempfile
import threading
import unittest
from pathlib import Path

from server.brake import Attempts


class AttemptsTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file, self.now = Path(folder.name) / "attempts.db", 1_000.0

    def attempts(self):
        return Attempts(self.file, most=3, seconds=60, clock=lambda: self.now)

    def test_counts_by_address_until_its_time_is_over(self):
        attempts = self.attempts()
        self.assertEqual([True, True, True, False], [bool(attempts.take("a")) for _ in range(4)])
        self.assertTrue(attempts.take("b"))
        self.now += 61
        self.assertTrue(attempts.take("a"))

    def test_gives_back_one_and_not_those_before_it(self):
        attempts = self.attempts()
        wrong, right, wrong_too = (attempts.take("a") for _ in range(3))
        attempts.give_back(right)
        self.assertEqual(3, len({wrong, right, wrong_too}))
        self.assertEqual([True, False, False], [bool(attempts.take("a")) for _ in range(3)])

    def test_many_who_open_the_file_at_once_count_together(self):
        """As the processes of a server do; of forty at once three are let through."""
        taken, guard = [], threading.Lock()

        def guess(attempts):
            for _ in range(10):
                let_in = attempts.take("a")
                with guard:
                    taken.append(bool(let_in))

        guessing = [threading.Thread(target=guess, args=(self.attempts(),)) for _ in range(4)]
        for each in guessing:
            each.start()
        for each in guessing:
            each.join()
        self.assertEqual((3, 40), (sum(taken), len(taken)))


if __name__ == "__main__":
    unittest.main()
