"""The screens on which a paper is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from mentoring.mentorships import Side
from messaging.replies import Button, Say, Show, press
from services.pairs import full_names
from services.papers import PairPapers, PaperKind, PersonPapers

MENU_SLOT = "menu"
_MENU = Button(Say("menu-button"), press("menu.open"))
_LABELS: Mapping[PaperKind, str] = {
    PaperKind.FIXING: "papers-order",
    PaperKind.RELEASE: "papers-release",
    PaperKind.JOIN: "papers-statement-join",
    PaperKind.LEAVE: "papers-statement-leave",
    PaperKind.PETITION: "papers-petition",
    PaperKind.CONSENTS: "papers-consents",
}


def of_pair(chat: int, seen: PairPapers) -> Show:
    """Papers of a mentorship, a button each."""
    number = seen.pair.mentorship.id
    rows = tuple((Button(Say(_label(kind, seen)), press("papers.make", kind.value, number)),) for kind in seen.kinds)
    names = {"mentors": full_names(seen.pair.on(Side.MENTOR)), "mentees": full_names(seen.pair.on(Side.MENTEE))}
    back = (Button(Say("pairs-back"), press("pair.open", number)), _MENU)
    return Show(chat, MENU_SLOT, Say("papers-head", names), (*rows, back))


def of_person(chat: int, seen: PersonPapers) -> Show:
    """Papers of a person, a button each."""
    number = seen.person.id
    rows = tuple((Button(Say(_LABELS[kind]), press("papers.person", kind.value, number)),) for kind in seen.kinds)
    take = (Button(Say("owndata-letter-button"), press("owndata.order", number)),)
    erase = (Button(Say("erasure-letter-button"), press("erase.ask", number)),)
    letter = (take, erase) if seen.letter else ()
    return Show(chat, MENU_SLOT, Say("papers-person-head", {"name": seen.person.name}), (*rows, *letter, (_MENU,)))


def _label(kind: PaperKind, seen: PairPapers) -> str:
    return "papers-fixing-draft" if kind is PaperKind.FIXING and seen.draft else _LABELS[kind]
