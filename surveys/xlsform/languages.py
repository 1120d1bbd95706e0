"""Which of our languages a column is in, and a wording out of the texts of one cell in all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

RU, EN, RU_CHILD, EN_CHILD = "Русский (ru)", "English (en)", "Русский, ты (ru-child)", "English, to a child (en-child)"
"""The languages of the files we write: what stands behind `label::`."""
_CODE = re.compile(r"\(\s*([A-Za-z][\w-]*)\s*\)\s*$")
_NAMES = {
    "ru": "ru", "rus": "ru", "russian": "ru", "русский": "ru", "рус": "ru",
    "en": "en", "eng": "en", "english": "en", "английский": "en",
}  # fmt: skip

Body = dict[str, object]


def code(language: str) -> str:
    """`ru`, `en`, `ru-child`, `en-child` of a column's language; another language as it is written."""
    match = _CODE.search(language)
    named = (match[1] if match else language).strip().lower().replace("_", "-")
    base, _, rest = named.partition("-")
    known = _NAMES.get(base)
    if known is None:
        return language
    return f"{known}-child" if rest == "child" else known


def wording(texts: Mapping[str, str], default: str) -> Body | None:
    """The texts of a cell by language as a definition has them, `{ru: …, en: …}`; None if there is no text at all.

    A language that is missing is taken from `default` (the setting `default_language`), else from the column without a
    language, else from ours, else from the first there is: a form in one language is asked in it."""
    found = {code(language): text for language, text in texts.items()}
    if not found:
        return None
    spare = next((found[key] for key in (code(default), "", "ru", "en", *found) if key in found), "")
    return {
        locale: text if child is None else {"adult": text, "child": child}
        for locale in ("ru", "en")
        for text, child in [(found.get(locale, spare), found.get(f"{locale}-child"))]
    }


def variants(body: Body) -> Iterable[str]:
    """Every text of a wording as a definition has it."""
    for text in body.values():
        if isinstance(text, dict):
            yield from (str(variant) for variant in text.values())
        else:
            yield str(text)
