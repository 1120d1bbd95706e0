"""What official papers say: data of orders, consent forms and statements, before any wording.

Names stand as they were typed, surname first; `reports` puts them into the case a sentence needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentoring.mentorships import EarlyEnd, Order
from mentoring.people import OrganisationKind


class StatementKind(StrEnum):
    """Which statement: a mentor's wish to become one or to be released, a mentee's petition."""

    JOIN = "join"
    LEAVE = "leave"
    PETITION = "petition"


@dataclass(frozen=True, slots=True)
class Issuer:
    """Whose paper it is. `head`: who signs, None: a line to be filled in by hand; `programme`: its official title;
    `genitive`: the name's, as the organisation gave it, None: made by rule."""

    organisation: str
    kind: OrganisationKind
    head: str | None
    programme: str
    genitive: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody in a paper; `about`: class or post, empty where neither is known."""

    name: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class FixedRow:
    """A mentorship in an order of fixing; `form` is the form's official name."""

    form: str
    mentors: tuple[Named, ...]
    mentees: tuple[Named, ...]
    starts: date
    ends: date
    responsible: tuple[str, ...] = ()
    consultants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FixingOrder:
    """The order that fixes one mentorship or several. `order` None: a draft, number and date are left open.

    `planned`: individual development plans are the ground (Tver programme, section 2).
    """

    issuer: Issuer
    order: Order | None
    rows: tuple[FixedRow, ...]
    planned: bool


@dataclass(frozen=True, slots=True)
class ReleaseOrder:
    """The order that releases a mentor before the end. `words`: the reason where no ground of the list is it."""

    issuer: Issuer
    order: Order | None
    fixed_by: Order | None
    row: FixedRow
    reason: EarlyEnd
    ended_on: date
    words: str | None = None
    successors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement to the head: who writes it, about whom, and in which words (None: to be written by hand)."""

    kind: StatementKind
    writer: Named
    about: tuple[str, ...] = ()
    fixed_by: Order | None = None
    words: str | None = None
    guardian_signs: bool = False


@dataclass(frozen=True, slots=True)
class Statements:
    """Statements of several people, each on a page of its own."""

    issuer: Issuer
    pages: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class ConsentForm:
    """One consent to be signed: its title and whole text by paragraphs.

    `child`: for whom a legal representative signs; then `signer` is the representative, None: not known yet.
    """

    title: str
    paragraphs: tuple[str, ...]
    signer: str | None
    child: str | None = None


@dataclass(frozen=True, slots=True)
class ConsentForms:
    """Every consent of one person, each on a page of its own."""

    issuer: Issuer
    forms: tuple[ConsentForm, ...]


Paper = FixingOrder | ReleaseOrder | Statements | ConsentForms
