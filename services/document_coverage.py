"""For the coordinator: which organisations have a programme, an order, a roadmap, a curator, and who has none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mentoring.access import Action, Scope, ensure
from mentoring.clock import monday_of
from mentoring.documents import Cover, Document, DocumentKind, DocumentState, covered
from mentoring.people import Organisation, OrganisationKind
from mentoring.roles import Role
from messaging.replies import Button, Lines, Say, Text, press
from programmes.reporting import reporting_kinds
from services import notices
from services.desk import Desk
from services.organisation_documents import PAGE, keepers_of, page_of


@dataclass(frozen=True, slots=True)
class Line:
    """How many organisations have it: in all, and of each kind, of how many."""

    cover: Cover
    have: int
    total: int
    by_kind: tuple[tuple[OrganisationKind, int, int], ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """`to_review`: how many documents wait for the coordinator."""

    lines: tuple[Line, ...]
    to_review: int


@dataclass(frozen=True, slots=True)
class Missing:
    """A page of the organisations that have none, by name; `asked`: ids of those who were written to this week."""

    cover: Cover
    organisations: tuple[Organisation, ...]
    asked: frozenset[int]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of a reminder: `told` and `already` this week are numbers of organisations.

    `deaf`: organisations in which nobody can be written to.
    """

    told: int
    already: int
    deaf: tuple[Organisation, ...]


@dataclass(frozen=True, slots=True)
class ToReview:
    """A page of what waits for the coordinator, who has waited longest first, each with whose it is."""

    documents: tuple[tuple[Document, Organisation], ...]
    page: int
    pages: int


async def coverage(desk: Desk) -> Coverage:
    """As of today, for organisations that report; for the coordinator."""
    ensure(desk.actor, Action.REVIEW_DOCUMENTS, Scope())
    every, found = await _covered(desk)
    waiting = await desk.work.organisation_documents.in_state(DocumentState.SENT)
    kinds = [kind for kind in OrganisationKind if any(each.kind is kind for each in every)]
    lines = [
        Line(
            cover,
            len(places),
            len(every),
            tuple(
                (
                    kind,
                    sum(each.id in places for each in every if each.kind is kind),
                    sum(e.kind is kind for e in every),
                )
                for kind in kinds
            ),
        )
        for cover, places in found.items()
    ]
    return Coverage(tuple(lines), len(waiting))


async def missing(desk: Desk, cover: Cover, page: int = 0) -> Missing:
    """Who has none of it, by name; for the coordinator."""
    ensure(desk.actor, Action.REVIEW_DOCUMENTS, Scope())
    every, found = await _covered(desk)
    lacking = [each for each in every if each.id not in found[cover]]
    asked = frozenset(each.id for each in lacking) - await _unasked(desk, lacking)
    page, pages = page_of(page, len(lacking))
    return Missing(cover, tuple(lacking[page * PAGE : (page + 1) * PAGE]), asked, len(lacking), page, pages)


async def ask(desk: Desk, cover: Cover) -> Asked:
    """Reminds the curators and heads of those who have none of it, naming all that they lack.

    An organisation hears of it once a calendar week, whatever it lacks. For the coordinator.
    """
    ensure(desk.actor, Action.REVIEW_DOCUMENTS, Scope())
    every, found = await _covered(desk)
    lacking = [each for each in every if each.id not in found[cover]]
    fresh = await _unasked(desk, lacking)
    people = await keepers_of(desk, [each.id for each in lacking])
    told, deaf = 0, []
    for each in (one for one in lacking if one.id in fresh):
        lacks = [one for one in Cover if each.id not in found[one]]
        if Cover.PROGRAMME in lacks:  # there is nothing to approve yet
            lacks.remove(Cover.APPROVED)
        if await _tell(desk, each, people.get(each.id, ()), lacks):
            told += 1
        else:
            deaf.append(each)
    return Asked(told, len(lacking) - len(fresh), tuple(deaf))


async def to_review(desk: Desk, page: int = 0) -> ToReview:
    """What was sent and waits; for the coordinator."""
    ensure(desk.actor, Action.REVIEW_DOCUMENTS, Scope())
    found = await desk.work.organisation_documents.in_state(DocumentState.SENT)
    found = tuple(sorted(found, key=lambda each: (each.sent_at or each.added_at, each.id)))
    page, pages = page_of(page, len(found))
    shown = found[page * PAGE : (page + 1) * PAGE]
    places = await desk.work.organisations.many({each.organisation_id for each in shown})
    return ToReview(tuple((each, places[each.organisation_id]) for each in shown), page, pages)


async def _covered(desk: Desk) -> tuple[tuple[Organisation, ...], Mapping[Cover, frozenset[int]]]:
    """The organisations that report, by name, and which of them have what."""
    kinds = reporting_kinds(desk.programme)
    every = tuple(each for each in await desk.work.organisations.all() if each.kind in kinds)
    wanted = (DocumentKind.PROGRAMME, DocumentKind.ORDER, DocumentKind.ROADMAP, DocumentKind.APPOINTMENT)
    documents = await desk.work.organisation_documents.of_kinds(wanted)
    today: dict[int, date] = {each.id: desk.today(each.zone) for each in every}
    curators = await desk.work.memberships.holders_in(Role.CURATOR, today)
    return every, covered(documents, today, curators)


def _key(desk: Desk, organisation: Organisation) -> str:
    return f"documents-asked:{organisation.id}:{monday_of(desk.today(organisation.zone))}"


async def _unasked(desk: Desk, organisations: Sequence[Organisation]) -> frozenset[int]:
    """Ids of those of which nobody was written to this week."""
    people = await keepers_of(desk, [each.id for each in organisations])
    keys = {f"{_key(desk, each)}:{one}": each.id for each in organisations for one in people.get(each.id, ())}
    told = {keys[used] for used in set(keys) - await desk.work.meetings.unused(keys)}
    return frozenset(each.id for each in organisations) - told


async def _tell(desk: Desk, organisation: Organisation, people: Sequence[int], lacks: Sequence[Cover]) -> bool:
    """Whether anybody could be written to."""
    listed: list[Text] = [Say("documents-lacks", {"what": each.value}) for each in lacks]
    said = Lines((Say("documents-asked", {"organisation": organisation.name}), *listed))
    rows = ((Button(Say("documents-register"), press("documents.of", organisation.id)),),)
    later = desk.programme.quiet.release(desk.now, organisation.zone)
    reached = [
        await notices.to(
            desk, one, said, keyboard=rows, key=f"{_key(desk, organisation)}:{one}", due=desk.now, not_before=later
        )
        for one in people
    ]
    return any(reached)
