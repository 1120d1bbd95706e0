"""Every word that a report may need is there, in both languages, and none besides."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

import pytest

from locales import LANGUAGES, Wording
from mentoring.meetings import MeetingKind, MeetingState, NotHeld
from mentoring.mentorships import Form, MentorshipState
from reports import workbook
from reports.data import Measure

HOME = Path(__file__).parents[2]
GROUPS: dict[str, type[StrEnum]] = {
    "form": Form,
    "mentorship": MentorshipState,
    "kind": MeetingKind,
    "meeting": MeetingState,
    "reason": NotHeld,
    "measure": Measure,
}


def keys(language: str) -> set[str]:
    text = (HOME / "locales" / language / "reports.ftl").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z][\w-]*) =", text, re.MULTILINE))


def test_both_languages_have_the_same_keys() -> None:
    assert keys("ru") == keys("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_has_its_word(language: str) -> None:
    members = [(group, member.value) for group, kind in GROUPS.items() for member in kind]
    assert all(Wording.load().text(language, f"report-value-{group}-{member}") for group, member in members)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_and_columns_have_names_that_a_spreadsheet_takes(language: str) -> None:
    wording = Wording.load()
    sheets = [
        wording.text(language, f"report-sheet-{name}") for name in ("summary", "pairs", "meetings", "asked", "answers")
    ]
    assert len(set(sheets)) == len(sheets)
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in sheets)
    for columns in (workbook.SUMMARY, workbook.PAIRS, workbook.MEETINGS, workbook.ASKED, workbook.ANSWERS):
        heads = [wording.text(language, f"report-column-{key}") for key, _ in columns]
        assert len(set(heads)) == len(heads)
        assert all(len(head) <= width + 2 for head, (_, width) in zip(heads, columns, strict=True))
