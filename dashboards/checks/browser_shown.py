"""What a page received and drew, for those who hold it against the release."""


class Shown:
    """One dashboard in one language under one choice of its filters ({column: value}; empty: as it opens)."""

    def __init__(self, language, choice, answers, charts, release):
        self.language, self.choice, self.release = language, choice, release
        self.answers = {number: [row for part in answer for row in part["data"]] for number, answer in answers.items()}
        self.columns = {number: {name for part in answer for name in part["colnames"]} for number, answer in answers.items()}
        self.charts = charts
        self.kinds_held = set()

    def rows(self, *columns):
        """The rows of the chart that received these columns, or None"""
        found = self._received(columns)
        return None if found is None else self.answers[found]

    def chart(self, *columns):
        """The chart, as drawn, that received these columns, or None: id, name, viz, text, graph (series, x, y, inverse, y_of)"""
        found = self._received(columns)
        return None if found is None else self.charts.get(found)

    def held(self, *kinds):
        """Says that values of charts of these kinds were held against the release."""
        self.kinds_held.update(kinds)

    def query(self, sql, **values):
        """Rows of the release as tuples; ${lang} is the language of the page"""
        return self.release.execute(sql.replace("${lang}", self.language), values or None).fetchall()

    def _received(self, columns):
        return next((number for number, names in self.columns.items() if set(columns) <= names), None)


def same(left, right):
    """Equal; of broken numbers as equal as text can carry them"""
    if isinstance(left, float) or isinstance(right, float):
        return left is not None and right is not None and abs(float(left) - float(right)) < 1e-9
    return left == right


def differences(what, shown, wanted):
    """A sentence for each key whose values differ; both are {key: tuple}."""
    for key in sorted(shown.keys() | wanted.keys(), key=str):
        left, right = shown.get(key), wanted.get(key)
        if left is None or right is None or not all(map(same, left, right)):
            yield f"{what}, {key}: the page has {left}, the release says {right}"
