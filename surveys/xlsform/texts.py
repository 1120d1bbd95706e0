"""Texts of cells as wordings of a definition: languages, `${names}` in them, and whether they fit a phone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from surveys.wording import places
from surveys.xlsform.errors import Problem, Report
from surveys.xlsform.languages import Body, variants, wording
from surveys.xlsform.sheets import Sheet
from surveys.xlsform.translate import Scope

LABEL_MAX, TITLE_MAX, END_MAX, SHORT_MAX, TEXT_MAX = 80, 100, 60, 40, 600
_REFERENCE = re.compile(r"\$\{\s*([^}]*?)\s*\}")


@dataclass(frozen=True, slots=True)
class Texts:
    """Reads the texts of one sheet; `default` is the setting `default_language`."""

    sheet: Sheet
    default: str
    report: Report

    def read(
        self, row: int, *column: str, limit: int = TEXT_MAX, scope: Scope | None = None, plain: str = ""
    ) -> Body | None:
        """The wording of a cell in all languages, None if it is empty. With a scope it may name earlier questions.

        `plain` is a text without language that stands elsewhere."""
        texts = self.sheet.texts(row, *column)
        found = wording({"": plain, **texts} if plain else texts, self.default)
        if found is None:
            return None
        place = self.sheet.place(row, *column)
        return self.report.attempt(place, lambda: self._checked(found, limit, scope))

    def _checked(self, body: Body, limit: int, scope: Scope | None) -> Body:
        named = {locale: _named(text, scope) for locale, text in body.items()}
        longest = max(len(text) for text in variants(named))
        if longest > limit:
            raise Problem("too-long", limit=limit, length=longest)
        return named


def _named(text: object, scope: Scope | None) -> object:
    if isinstance(text, dict):
        return {key: _named(variant, scope) for key, variant in text.items()}
    plain = _REFERENCE.sub(lambda match: f"{{{_known(match[1], scope)}}}", str(text))
    ours = {asked.id for asked in scope.earlier.values()} if scope is not None else set()
    for name in places(plain):
        if scope is None:
            raise Problem("place-here", name=name)
        if name not in ours and not name.startswith("fact."):
            raise Problem("braces", name=name)
    return plain


def _known(name: str, scope: Scope | None) -> str:
    if scope is None:
        raise Problem("place-here", name=name)
    return scope.asked(name).id
