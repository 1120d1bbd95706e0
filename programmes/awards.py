"""Awards of a programme: what is given to whom, and what earns it, in terms of the bot's own data."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from mentoring.awards import Criteria
from mentoring.mentorships import Form
from mentoring.roles import PARTICIPANTS, Category, Role
from programmes.reading import Entry, unique
from surveys.wording import Wording


class AwardKind(StrEnum):
    """What is given. Letters and diplomas are papers, board and site show the person; the others are decided elsewhere.

    CONTEST: who may take part in it; NOMINATION: who may be proposed to those who decide.
    """

    LETTER = "letter"
    DIPLOMA = "diploma"
    BOARD = "board"
    SITE = "site"
    CONTEST = "contest"
    NOMINATION = "nomination"


class Recipient(StrEnum):
    """Whom the paper is addressed to."""

    PERSON = "person"
    PARENTS = "parents"


@dataclass(frozen=True, slots=True)
class Award:
    """A way the programme thanks its people; `place` is where the document has it.

    `note`: where the criteria come from, if the document itself does not give them.
    """

    id: str
    name: Wording
    place: str
    kind: AwardKind
    criteria: Criteria
    to: Recipient = Recipient.PERSON
    note: str | None = None


_KEYS = ("id", "name", "place", "kind", "criteria", "to", "note")
_CRITERIA = ("roles", "categories", "forms", "meetings", "completed", "feedback", "years", "practices")


def read_awards(top: Entry) -> tuple[Award, ...]:
    """How the programme thanks people; may be left out."""
    entries = top.each("awards", _KEYS, "an award", needed=False)
    awards = [
        Award(
            id=each.id(),
            name=each.name(),
            place=each.text("place"),
            kind=each.member("kind", AwardKind),
            criteria=_criteria(each),
            to=each.member("to", Recipient) if each.has("to") else Recipient.PERSON,
            note=each.maybe("note"),
        )
        for each in entries
    ]
    unique(entries, [award.id for award in awards], "awards")
    return tuple(awards)


def _criteria(award: Entry) -> Criteria:
    if not award.has("criteria"):
        remedy = "say what earns it, as `criteria: {roles: [mentor], meetings: 5}`"
        award.report.add(award.fields.node, "", "«criteria» is missing", remedy)
        return Criteria(frozenset())
    entry = award.inner("criteria", _CRITERIA)
    roles = entry.members("roles", Role)
    entry.known("roles", sorted(roles), sorted(PARTICIPANTS), "side")
    return Criteria(
        roles=roles,
        categories=entry.members("categories", Category) if entry.has("categories") else frozenset(),
        forms=entry.members("forms", Form) if entry.has("forms") else frozenset(),
        meetings=_least(entry, "meetings"),
        completed=_least(entry, "completed"),
        feedback=_mark(entry),
        years=_least(entry, "years"),
        practices=_least(entry, "practices"),
    )


def _least(entry: Entry, key: str) -> int:
    return entry.whole(key, 1, 999) if entry.has(key) else 0


def _mark(entry: Entry) -> Decimal | None:
    if not entry.has("feedback"):
        return None
    found = entry.fields.number("feedback")
    if found is None or not 1 <= found <= 5:
        entry.fields.complain("«feedback» is no mark of five", "write one as `feedback: 4.5`", entry.node("feedback"))
        return None
    return Decimal(found)
