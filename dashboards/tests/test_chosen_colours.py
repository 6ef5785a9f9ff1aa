"""A dashboard's answer gets the colours of the release being served; its own stay."""

import json
import unittest

from server.chosen_colours import with_colours


def answer(**metadata):
    return {"id": 3, "result": {"slug": "lanh-dao", "json_metadata": json.dumps(metadata)}}


class ChosenColoursTest(unittest.TestCase):
    def test_a_unit_of_the_release_gets_its_colour_beside_those_that_were_written(self):
        body = with_colours(answer(label_colors={"lỗi": "#111111"}, refresh_frequency=0), lambda: {"★ Huế": "#c1121f"})
        self.assertEqual({"label_colors": {"★ Huế": "#c1121f", "lỗi": "#111111"}, "refresh_frequency": 0},
                         json.loads(body["result"]["json_metadata"]))
        self.assertEqual("lanh-dao", body["result"]["slug"])

    def test_a_colour_that_was_written_counts(self):
        body = with_colours(answer(label_colors={"★ Huế": "#111111"}), lambda: {"★ Huế": "#c1121f"})
        self.assertEqual({"★ Huế": "#111111"}, json.loads(body["result"]["json_metadata"])["label_colors"])

    def test_other_answers_stay_as_they_are(self):
        for body in ({"result": []}, {"result": {"json_metadata": None}}, {"message": "Not found"}):
            self.assertIsNone(with_colours(body, lambda: self.fail("the release was asked")))


if __name__ == "__main__":
    unittest.main()
