"""Reads what numerators are counted from, in a fixed number of statements, whatever the number of people.

Only what the numerators ask for is read, and of the needs, which are encrypted, only those are decrypted that the
counting looks at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, LargeBinary, Row, Select, and_, select, type_coerce
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.clock import at, local_date
from mentoring.documents import DocumentState
from mentoring.indicator_counts import Answered, Facts, Joined, Kept, Post, Window
from mentoring.indicator_people import PersonFacts
from mentoring.mentorships import Side
from mentoring.needs import Needs
from mentoring.numerators import Giving, Having, Monitored, Numerator, People, Satisfied, Staff, Union
from mentoring.people import MembershipState, OrganisationKind
from mentoring.roles import Category, Role
from storage.indicator_answers import Satisfying, answered
from storage.needs import read_needs
from storage.sent_reports import SentReports
from storage.tables import (
    memberships,
    mentorships,
    needs,
    organisation_documents,
    organisations,
    parties,
    people,
    responses,
)
from storage.types import Cipher
from surveys.record import RecordState

_CATEGORIES: Mapping[str | None, Category] = {each.value: each for each in Category}
_MENTOR, _MENTEE = Side.MENTOR.value, Side.MENTEE.value


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read. `organisation_id` None: the municipality; `zones`: of the organisations, by id."""

    numerators: tuple[Numerator, ...]
    window: Window
    organisation_id: int | None
    zones: Mapping[int, str]
    zone: str
    satisfying: Satisfying

    def of(self, *kinds: type) -> list[Any]:
        """The numerators (and the rules in them) of these kinds."""
        rules = [rule for each in self.numerators if isinstance(each, Union) for rule in each.rules]
        return [each for each in (*self.numerators, *rules) if isinstance(each, kinds)]

    @property
    def ends(self) -> datetime:
        """A moment after the report date everywhere."""
        return at(self.window.on + timedelta(days=2), time(), self.zone)

    def day(self, moment: datetime, organisation_id: int) -> date:
        """The local day there."""
        return local_date(moment, self.zones.get(organisation_id, self.zone))


class IndicatorFacts:
    """Reads, never changes."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection

    async def read(self, reading: Reading) -> Facts:
        """Everything that `mentoring.indicator_counts` needs for these numerators."""
        whom = reading.of(People, Giving)
        giving = {kind for each in reading.of(Giving) for kind in each.kinds}
        kinds = {each.document for each in reading.of(Having)}
        names = {each.questionnaire for each in reading.of(Monitored)}
        reports = {each.report for each in reading.of(Monitored) if each.report}
        roles = {role for each in reading.of(Staff) for role in each.roles}
        sealed = any(_asks_needs(each) for each in reading.of(People))
        return Facts(
            people=await self._people(reading) if whom else {},
            mentorships=await self._mentorships(reading) if whom else (),
            posts=await self._posts(reading, roles) if roles else (),
            belonging=await self._belonging(reading, giving) if giving else {},
            kept=await self._kept(reading, kinds) if kinds else (),
            monitored=await self._monitored(reading, names) if names else {},
            reported=await self._reported(reading, reports) if reports else {},
            answered=await self._answered(reading) if reading.of(Satisfied) else {},
            known=(await self._needs(reading)).known if sealed else _Sealed(()).known,
        )

    async def _people(self, reading: Reading) -> dict[int, PersonFacts]:
        columns = (people.c.id, people.c.birth, people.c.category, people.c.school_class, people.c.post)
        later = (people.c.career_start, people.c.hired_here, people.c.workplace)
        rows = await self._connection.execute(select(*columns, *later).where(people.c.id.in_(_party_ids(reading))))
        return {
            person_id: PersonFacts(person_id, birth, _CATEGORIES.get(category), *rest)
            for person_id, birth, category, *rest in rows.all()
        }

    async def _mentorships(self, reading: Reading) -> tuple[Joined, ...]:
        sides: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
        rows = await self._connection.execute(
            select(parties.c.mentorship_id, parties.c.side, parties.c.person_id)
            .join(mentorships, mentorships.c.id == parties.c.mentorship_id)
            .where(_begun(reading), parties.c.person_id.is_not(None))
        )
        for mentorship_id, side, person_id in rows.all():
            sides[mentorship_id, side].append(person_id)
        columns = (mentorships.c.id, mentorships.c.organisation_id, mentorships.c.role_model)
        times = (mentorships.c.activated_at, mentorships.c.ended_at)
        begun = await self._connection.execute(select(*columns, *times).where(_begun(reading)))
        return tuple(
            Joined(
                place,
                role_model,
                reading.day(activated_at, place),
                None if ended_at is None else reading.day(ended_at, place),
                tuple(sides.get((mentorship_id, _MENTOR), ())),
                tuple(sides.get((mentorship_id, _MENTEE), ())),
            )
            for mentorship_id, place, role_model, activated_at, ended_at in begun.all()
        )

    async def _posts(self, reading: Reading, roles: Collection[Role]) -> tuple[Post, ...]:
        place = memberships.c.organisation_id
        here = place.is_not(None) if reading.organisation_id is None else place == reading.organisation_id
        rows = await self._connection.execute(
            select(memberships).where(
                here,
                memberships.c.role.in_([role.value for role in roles]),
                memberships.c.state == MembershipState.APPROVED.value,
            )
        )
        return tuple(
            Post(
                row.person_id,
                row.organisation_id,
                Role(row.role),
                reading.day(row.decided_at or row.applied_at, row.organisation_id),
            )
            for row in rows
        )

    async def _belonging(
        self, reading: Reading, kinds: Collection[OrganisationKind]
    ) -> dict[int, tuple[tuple[OrganisationKind, str], ...]]:
        found: defaultdict[int, list[tuple[OrganisationKind, str]]] = defaultdict(list)
        for row in await self._connection.execute(
            select(memberships.c.person_id, organisations.c.kind, organisations.c.name)
            .join(organisations, organisations.c.id == memberships.c.organisation_id)
            .where(
                organisations.c.kind.in_([kind.value for kind in kinds]),
                memberships.c.role == Role.MENTOR.value,
                memberships.c.state.in_([MembershipState.APPROVED.value, MembershipState.LEFT.value]),
                memberships.c.person_id.in_(_party_ids(reading)),
            )
            .order_by(memberships.c.id)
        ):
            found[row.person_id].append((OrganisationKind(row.kind), row.name))
        return {person: tuple(places) for person, places in found.items()}

    async def _kept(self, reading: Reading, kinds: Collection[str]) -> tuple[Kept, ...]:
        here = organisation_documents.c.organisation_id
        query = select(organisation_documents).where(organisation_documents.c.kind.in_(kinds))
        if reading.organisation_id is not None:
            query = query.where(here == reading.organisation_id)
        return tuple(_document(row, reading) for row in await self._connection.execute(query))

    async def _monitored(self, reading: Reading, names: Collection[str]) -> dict[str, tuple[tuple[int, date], ...]]:
        query = select(responses.c.definition, responses.c.organisation_id, responses.c.finished_at).where(
            responses.c.definition.in_(names),
            responses.c.state == RecordState.FINISHED.value,
            responses.c.kind == "survey",
            responses.c.organisation_id.is_not(None),
            responses.c.finished_at.is_not(None),
        )
        if reading.organisation_id is not None:
            query = query.where(responses.c.organisation_id == reading.organisation_id)
        found: defaultdict[str, list[tuple[int, date]]] = defaultdict(list)
        for row in await self._connection.execute(query):
            found[row.definition].append((row.organisation_id, reading.day(row.finished_at, row.organisation_id)))
        return {name: tuple(days) for name, days in found.items()}

    async def _reported(self, reading: Reading, reports: Collection[str]) -> dict[str, tuple[tuple[int, date], ...]]:
        found: defaultdict[str, list[tuple[int, date]]] = defaultdict(list)
        for report, place, sent, returned in await SentReports(self._connection, reading.ends).sent_on(reports):
            there = returned is None or reading.day(returned, place) > reading.window.on
            if there and reading.organisation_id in (None, place):
                found[report].append((place, reading.day(sent, place)))
        return {report: tuple(days) for report, days in found.items()}

    async def _answered(self, reading: Reading) -> dict[tuple[Side, int | None], Answered]:
        window = reading.window
        return await answered(
            self._connection, reading.satisfying, window.answers_from, window.on, reading.zone, reading.organisation_id
        )

    async def _needs(self, reading: Reading) -> _Sealed:
        token = type_coerce(needs.c.facts, LargeBinary).label("token")
        rows = await self._connection.execute(
            select(needs.c.person_id, needs.c.organisation_id, token).where(needs.c.person_id.in_(_party_ids(reading)))
        )
        return _Sealed((person_id, place, sealed) for person_id, place, sealed in rows.all())


class _Sealed:
    """Needs as they lie in the database, opened one by one when they are asked for."""

    def __init__(self, rows: Iterable[tuple[int, int, bytes]]) -> None:
        self._tokens: dict[int, dict[int, bytes]] = {}
        for person_id, organisation_id, token in rows:
            self._tokens.setdefault(person_id, {})[organisation_id] = token
        self._opened: dict[tuple[int, int], Needs | None] = {}

    def known(self, person_id: int, organisation_id: int) -> Needs | None:
        """What the organisation knows; of a guest of the network what is not sensitive, from where they belong."""
        place = (person_id, organisation_id)
        if place not in self._opened:
            self._opened[place] = self._open(person_id, organisation_id)
        return self._opened[place]

    def _open(self, person_id: int, organisation_id: int) -> Needs | None:
        tokens = self._tokens.get(person_id)
        if tokens is None:
            return None
        if organisation_id in tokens:
            return read_needs(person_id, organisation_id, Cipher.decrypt(tokens[organisation_id]))
        elsewhere, token = next(iter(tokens.items()))
        return read_needs(person_id, elsewhere, Cipher.decrypt(token)).open_part()


def _asks_needs(rule: People) -> bool:
    asked = [rule.who, *([] if rule.mentees is None else [rule.mentees])]
    return any(each.needs or each.qualification for each in asked)


def _begun(reading: Reading) -> ColumnElement[bool]:
    begun = mentorships.c.activated_at < reading.ends
    if reading.organisation_id is None:
        return begun
    return and_(begun, mentorships.c.organisation_id == reading.organisation_id)


def _party_ids(reading: Reading) -> Select[Any]:
    """Ids of everybody in a mentorship that has begun."""
    return (
        select(parties.c.person_id)
        .join(mentorships, mentorships.c.id == parties.c.mentorship_id)
        .where(_begun(reading), parties.c.person_id.is_not(None))
    )


def _document(row: Row[Any], reading: Reading) -> Kept:
    """The states it has gone through; of one that was taken out of force nothing counts, on whatever day that was.

    Until the day on which it was returned it was sent.
    """
    place = row.organisation_id
    moments = {"kept": row.added_at, "sent": row.sent_at, "approved": row.reviewed_at}
    order, state = list(moments), row.state
    if state == DocumentState.RETURNED.value and reading.day(row.reviewed_at, place) > reading.window.on:
        state = DocumentState.SENT.value
    passed = order[: order.index(state) + 1] if state in moments else []
    since = {state: reading.day(moments[state], place) for state in passed if moments[state] is not None}
    if row.dated_on is not None and "kept" in since:
        since["kept"] = min(since["kept"], row.dated_on)
    if state not in moments:
        since = {state: reading.day(row.reviewed_at or row.added_at, place)}
    return Kept(place, row.kind, since, row.valid_until)
