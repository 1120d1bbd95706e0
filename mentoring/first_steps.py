"""The first hour of a curator: what makes an organisation ready to work, in the order in which it is done."""

from __future__ import annotations

from enum import StrEnum


class Step(StrEnum):
    """One line of the checklist; done is what the data show, nobody ticks it off."""

    ORGANISATION = "organisation"
    """The short name and the genitive, which stand on buttons and in documents."""
    LINK = "link"
    APPLICANTS = "applicants"
    PAIR = "pair"
    QUESTIONNAIRE = "questionnaire"
    """Somebody has answered one."""
    SUMMARY = "summary"
    """The weekly one has been sent."""
