"""What is wrong with the words of assets/: a text in one language only, a column without a label, letters that are not NFC."""

import unicodedata

from importing.assets import CHOICE, LANGUAGES, PLACEHOLDER, is_bilingual

WORDED = {"datasets": ("description",), "charts": ("title", "about"), "dashboards": ("title", "about", "slug")}


def text_problems(assets):
    yield from _glossary(assets)
    for kind, files in assets.items():
        for stem, content in files.items():
            for key in WORDED.get(kind, ()):
                if key in content and not is_bilingual(content[key]):
                    yield f"{assets.where(kind, stem, key)}: {key} must be {{vi: ..., en: ...}}"
            yield from (f"{assets.where(kind, stem, 'tabs')}: title of tab {number} must be {{vi: ..., en: ...}}"
                        for number, tab in enumerate(content.get("tabs", []), 1) if not is_bilingual(tab["title"]))
            for each in content.get("filters", []):
                yield from (f"{assets.where(kind, stem, each['id'])}: {key} of filter '{each['id']}' must be {{vi: ..., en: ...}}"
                            for key in ("name", "about") if key in each and not is_bilingual(each[key]))
            for path, value in _values(content, ""):
                yield from (f"{assets.where(kind, stem)}{path}: {fault}" for fault in _faults(value, assets.fragments))


def _glossary(assets):
    used = {}
    for stem, dataset in assets["datasets"].items():
        for name in [*dataset["columns"], *dataset.get("metrics", {})]:
            used.setdefault(name, stem)
    for name, stem in used.items():
        word = assets.words.get(name)
        if word is None:
            yield f"{assets.where('datasets', stem, name)}: '{name}' has no words; write into words.yaml: {name}: {{vi: ..., en: ...}}"
        elif not is_bilingual(word) or any(not word.get(language) for language in LANGUAGES):
            yield f"words.yaml: '{name}' needs both vi and en"
        elif any(text != unicodedata.normalize("NFC", text) for text in word.values()):
            yield f"words.yaml: '{name}' has letters with separate accents (not NFC)"
    yield from (f"words.yaml: no dataset has a column or metric '{name}'" for name in assets.words if name not in used)


def _values(content, path):
    if isinstance(content, dict):
        if is_bilingual(content):
            yield path, content
        for key, value in content.items():
            yield from _values(value, f"{path} {key}")
    elif isinstance(content, list):
        for value in content:
            yield from _values(value, path)
    elif isinstance(content, str):
        yield path, content


def _faults(value, fragments):
    if isinstance(value, dict):
        yield from (f"has no text in '{language}'" for language in LANGUAGES if not value.get(language))
        return
    if value != unicodedata.normalize("NFC", value):
        yield "has letters with separate accents (not NFC); filters and sorting would miss them"
    yield from (f"'[[{text}]]' must be [[vi|en]]" for text in CHOICE.findall(value) if text.count("|") != 1)
    if value.count("[[") != value.count("]]"):
        yield "'[[' and ']]' do not match"
    yield from (f"'${{{name}}}' is neither a language nor a file of fragments/"
                for name in PLACEHOLDER.findall(value) if name != "lang" and name not in fragments)
