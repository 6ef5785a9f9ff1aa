"""Reads assets/ and gives one set of files per language, so that a dashboard and its twin cannot drift apart.

A text is written `{vi: ..., en: ...}`; inside a longer text (SQL, a template) it is `[[vi|en]]`. `${lang}` stands for the
language, so `scorecard_name_${lang}` picks a column, and `${page}` for the file fragments/page.sql. looks.css goes before the css of
each dashboard."""

import re
import uuid
from pathlib import Path

import yaml

ASSETS = Path(__file__).resolve().parents[1] / "assets"
KINDS = ("databases", "datasets", "charts", "dashboards")
SPOKEN = ("datasets", "charts", "dashboards")
LANGUAGES = ("vi", "en")
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "xephang")
CHOICE = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
PLACEHOLDER = re.compile(r"\$\{([a-z_]+)\}")
FRAGMENTS_DEEP = 3  # a fragment may hold fragments that hold ${lang}


class Assets(dict):
    """{kind: {file stem: content}} and, beside them, the glossary, the fragments and the looks that all dashboards share."""

    def __init__(self, folder, kinds, words, fragments, looks):
        super().__init__(kinds)
        self.folder, self.words, self.fragments, self.looks = Path(folder), words, fragments, looks

    def where(self, kind, stem, token=None):
        """The file, with the line of the first mention of the token."""
        name = f"{kind}/{stem}.yaml"
        if token is None:
            return name
        for number, line in enumerate((self.folder / name).read_text(encoding="utf-8").splitlines(), 1):
            if re.search(rf"(?<!\w){re.escape(str(token))}(?!\w)", line):
                return f"{name}:{number}"
        return name


def own_uuid(kind, name):
    return str(uuid.uuid5(NAMESPACE, f"{kind}/{name}"))


def read_assets(folder=ASSETS):
    """The files as written; a YAML fault carries the file's name."""
    folder = Path(folder)
    kinds = {kind: {path.stem: _yaml(path, folder) for path in sorted((folder / kind).glob("*.yaml"))} for kind in KINDS}
    fragments = {path.stem: path.read_text(encoding="utf-8").strip() for path in sorted((folder / "fragments").glob("*.*"))}
    looks = folder / "looks.css"
    return Assets(folder, kinds, _yaml(folder / "words.yaml", folder), fragments, looks.read_text(encoding="utf-8") if looks.is_file() else "")


def _yaml(path, folder):
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_NoDoubles)
    except OSError as cause:
        raise ValueError(f"{path.relative_to(folder)}: {cause.strerror}") from None
    except yaml.YAMLError as fault:
        raise ValueError(f"{path.relative_to(folder)}: not valid YAML: {' '.join(str(fault).split())}") from None


class _NoDoubles(yaml.SafeLoader):
    """YAML keeps the last of two equal keys in silence."""

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key, deep=True) for key, _ in node.value if key.tag != "tag:yaml.org,2002:merge"]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(None, None, f"key '{key}' stands twice", node.start_mark)
        return super().construct_mapping(node, deep)


# -- languages -----------------------------------------------------------------------------------------------------------

def in_language(assets, language):
    """The same files with every text in one language; file stems end in _vi or _en, databases are shared."""
    spoken = {kind: {f"{stem}_{language}": _said(content, language, assets.fragments) for stem, content in assets[kind].items()}
              for kind in SPOKEN}
    for chart in spoken["charts"].values():
        chart["dataset"] = f"{chart['dataset']}_{language}"
    for dashboard in spoken["dashboards"].values():
        for item in placed_items(dashboard):
            if "chart" in item:
                item["chart"] = f"{item['chart']}_{language}"
        for each in dashboard.get("filters", []):
            each["dataset"] = f"{each['dataset']}_{language}"
            each["not_for"] = [f"{chart}_{language}" for chart in each.get("not_for", [])]
    words = {name: _said(word, language, {}) for name, word in assets.words.items()}
    return Assets(assets.folder, {"databases": assets["databases"], **spoken}, words, assets.fragments, assets.looks)


def all_rows(dashboard):
    """The rows above the tabs, then those of each tab."""
    return [row for part in [dashboard, *dashboard.get("tabs", [])] for row in part.get("rows", [])]


def placed_items(dashboard):
    return [item for row in all_rows(dashboard) for item in row]


def is_bilingual(value):
    return isinstance(value, dict) and bool(value) and set(value) <= set(LANGUAGES)


def _said(value, language, fragments):
    if is_bilingual(value):
        return value[language]
    if isinstance(value, dict):
        return {key: _said(each, language, fragments) for key, each in value.items()}
    if isinstance(value, list):
        return [_said(each, language, fragments) for each in value]
    return said_text(value, language, fragments) if isinstance(value, str) else value


def said_text(text, language, fragments):
    def fill(found):
        return language if found.group(1) == "lang" else fragments.get(found.group(1), found.group(0))

    filled = text
    for _ in range(FRAGMENTS_DEEP):
        filled = PLACEHOLDER.sub(fill, filled)
    return CHOICE.sub(lambda found: _choice(found, language), filled)


def _choice(found, language):
    parts = found.group(1).split("|")
    return parts[LANGUAGES.index(language)] if len(parts) == len(LANGUAGES) else found.group(0)
