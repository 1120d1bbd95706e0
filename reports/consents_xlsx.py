"""The register of consents as an .xlsx: a sheet of consents, a sheet of the texts agreed to. Runs in the workshop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from locales import Wording
from reports.table_xlsx import Table, table_workbook


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """One consent about `name`. `giver` None: by themselves; `paper`: the date on a paper one; `recorder`: of that."""

    name: str
    kind: str
    version: int
    given: date
    giver: str | None
    paper: date | None
    recorder: str | None
    withdrawn: date | None


@dataclass(frozen=True, slots=True)
class TextRow:
    """The text of a version as one of those asked saw it (`variant`: surveys.consents.VARIANTS)."""

    kind: str
    version: int
    variant: str
    text: str


@dataclass(frozen=True, slots=True)
class ConsentsRegister:
    """Everything of one organisation."""

    organisation: str
    rows: tuple[ConsentRow, ...]
    texts: tuple[TextRow, ...]


_COLUMNS = ("name", "document", "version", "given", "giver", "paper", "recorder", "withdrawn")
_TEXT_COLUMNS = ("document", "version", "variant", "text")


def consents_workbook(register: ConsentsRegister, language: str) -> bytes:
    """The workbook in the reader's language (`ru` or `en`)."""
    wording = Wording.load()

    def word(key: str) -> str:
        return wording.text(language, key)

    rows = tuple(
        (
            row.name,
            word(f"privacy-{row.kind}"),
            row.version,
            row.given,
            row.giver or word("consents-self"),
            row.paper,
            row.recorder,
            row.withdrawn,
        )
        for row in register.rows
    )
    texts = tuple(
        (word(f"privacy-{row.kind}"), row.version, word(f"consents-variant-{row.variant.replace('_', '-')}"), row.text)
        for row in register.texts
    )
    tables = (
        Table("consents-sheet", tuple(f"consents-column-{name}" for name in _COLUMNS), rows),
        Table("consents-sheet-texts", tuple(f"consents-column-{name}" for name in _TEXT_COLUMNS), texts),
    )
    return table_workbook(tables, language)
