"""Which objects of Superset an import removes: those that came from files of ours which are gone."""

import unittest
import uuid

from importing.assets import own_uuid
from importing.bundle import is_former


class FormerTest(unittest.TestCase):
    held = [own_uuid("dashboards", "leadership_vi")]

    def test_what_the_files_hold_stays(self):
        self.assertFalse(is_former(uuid.UUID(self.held[0]), self.held))

    def test_what_left_the_files_goes_whatever_the_marker_says(self):
        self.assertTrue(is_former(uuid.UUID(own_uuid("dashboards", "pci")), self.held))
        self.assertTrue(is_former(uuid.UUID("af45e14f-c81a-58a8-bda5-f4d320ab9cbb"), self.held))

    def test_what_a_person_made_stays(self):
        self.assertFalse(is_former(uuid.uuid4(), self.held))
        self.assertFalse(is_former(None, self.held))


if __name__ == "__main__":
    unittest.main()
