"""The people of campaigns: who may be asked, who was, who has not answered, who is to be reminded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.campaigns import Campaign, Chosen, Place
from mentoring.consents import Consent, ConsentKind
from mentoring.mentorships import Form, MentorshipState, Side
from mentoring.people import MembershipState, Person
from mentoring.roles import Role
from storage.consents import consent
from storage.people import person
from storage.response_rows import row_of
from storage.tables import consents, memberships, mentorships, organisations, parties, people, responses
from surveys.definition import Definition
from surveys.record import UNFINISHED, Record, RecordState, Subject
from surveys.response import Draft

SUBJECT = "campaign"
"""What the responses of a campaign are about, but for those of a stage: these are about their mentorship."""
_UNFINISHED = responses.c.state.in_([state.value for state in UNFINISHED])
_ZONE = func.coalesce(people.c.zone, organisations.c.zone).label("lives")
_LATE = (*UNFINISHED, RecordState.UNANSWERED)
_LATER = consents.alias("later")
STAYS = exists().where(
    memberships.c.person_id == responses.c.person_id,
    memberships.c.organisation_id == responses.c.organisation_id,
    memberships.c.state == MembershipState.APPROVED.value,
) & ~exists().where(
    consents.c.person_id == responses.c.person_id,
    consents.c.kind.in_([ConsentKind.PROCESSING.value, ConsentKind.PARTICIPATION.value]),
    consents.c.withdrawn_at.is_not(None),
    ~exists().where(
        _LATER.c.person_id == consents.c.person_id,
        _LATER.c.kind == consents.c.kind,
        _LATER.c.given_by.is_not_distinct_from(consents.c.given_by),
        _LATER.c.id > consents.c.id,
    ),
)
"""Approved still where they were asked, and no consent withdrawn: nobody else is reminded or named."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody approved somewhere: `places` are the roles by organisation, the oldest first; `zone` is theirs."""

    person: Person
    zone: str
    places: tuple[tuple[int, Role], ...]


@dataclass(frozen=True, slots=True)
class Awaited:
    """An answer that is awaited of somebody. `chat_id` None: they take part without Telegram."""

    response_id: int
    person_id: int
    name: str
    school_class: str | None
    chat_id: int | None


class CampaignPeople:
    """The part of the campaigns' store that reads and writes many people at once."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    # --- who may be asked ---------------------------------------------------------------------------------------------

    async def members(
        self, organisation_id: int | None, roles: Collection[Role], *, after: int = 0, limit: int
    ) -> tuple[Member, ...]:
        """People approved in any of these roles (none named: in any at all), by id from `after` on.

        organisation_id None: in any organisation.
        """
        here = _approved(organisation_id, roles)
        ids = select(memberships.c.person_id).where(here, memberships.c.person_id > after).group_by(
            memberships.c.person_id
        ).order_by(memberships.c.person_id).limit(limit)  # fmt: skip
        found = await self._connection.execute(
            select(people, memberships.c.organisation_id, memberships.c.role, _ZONE)
            .join(memberships, memberships.c.person_id == people.c.id)
            .join(organisations, organisations.c.id == memberships.c.organisation_id)
            .where(here, people.c.id.in_(ids))
            .order_by(people.c.id, memberships.c.id)
        )
        known: dict[int, Member] = {}
        for row in found:
            before = known[row.id].places if row.id in known else ()
            zone = known[row.id].zone if row.id in known else row.lives
            known[row.id] = Member(person(row), zone, (*before, (row.organisation_id, Role(row.role))))
        return tuple(known.values())

    async def consents_of(self, ids: Collection[int]) -> Mapping[int, tuple[Consent, ...]]:
        """What holds now about each: the newest consent of each kind by each giver, unless withdrawn."""
        found = await self._connection.execute(
            select(consents).where(consents.c.person_id.in_(set(ids))).order_by(consents.c.id)
        )
        newest = {(given.about, given.kind, given.given_by): given for given in map(consent, found)}
        held: dict[int, tuple[Consent, ...]] = {}
        for given in newest.values():
            if given.withdrawn_at is None:
                held[given.about] = (*held.get(given.about, ()), given)
        return held

    async def places_of(self, ids: Collection[int]) -> Mapping[int, tuple[Place, ...]]:
        """Where each stands in active mentorships."""
        found = await self._connection.execute(
            select(
                parties.c.person_id, parties.c.side, mentorships.c.id, mentorships.c.organisation_id, mentorships.c.form
            )
            .join(mentorships, mentorships.c.id == parties.c.mentorship_id)
            .where(parties.c.person_id.in_(set(ids)), mentorships.c.state == MentorshipState.ACTIVE.value)
            .order_by(mentorships.c.id, parties.c.id)
        )
        stood: dict[int, tuple[Place, ...]] = {}
        for row in found:
            place = Place(row.id, row.organisation_id, Form(row.form), Side(row.side))
            stood[row.person_id] = (*stood.get(row.person_id, ()), place)
        return stood

    # --- asking -------------------------------------------------------------------------------------------------------

    async def last_asked(self, campaign_id: int) -> int:
        """The greatest id of a person asked so far, 0 for nobody: people are asked in the order of their ids."""
        found = select(func.max(responses.c.person_id)).where(responses.c.campaign_id == campaign_id)
        return await self._connection.scalar(found) or 0

    async def ask(
        self, campaign: Campaign, definition: Definition, chosen: Sequence[Chosen], chats: Mapping[int, int | None]
    ) -> Mapping[int, int]:
        """Put the questionnaire before all of these, each once; gives the responses that are new, by person.

        chats: where each answers; None for who has no Telegram.
        """
        if not chosen:
            return {}
        dialect = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        rows = [_asked(campaign, definition, one, chats.get(one.person_id), self._now) for one in chosen]
        made = await self._connection.execute(
            dialect.insert(responses).on_conflict_do_nothing().returning(responses.c.person_id, responses.c.id), rows
        )
        return {row.person_id: row.id for row in made}

    # --- who has not answered -----------------------------------------------------------------------------------------

    async def awaited(
        self,
        campaign_id: int,
        organisations_: Collection[int] | None,
        *,
        on_paper: bool = False,
        offset: int = 0,
        limit: int = 8,
    ) -> tuple[tuple[Awaited, ...], int]:
        """One page of those who have not answered, by name, and how many there are in all; not of those who left.

        organisations_: of these alone. on_paper: those without Telegram whose answers are still awaited.
        """
        which = _late(campaign_id, organisations_)
        if on_paper:
            which &= _UNFINISHED & people.c.telegram_id.is_(None)
        joined = responses.join(people, people.c.id == responses.c.person_id)
        total = await self._connection.scalar(select(func.count()).select_from(joined).where(which))
        found = await self._connection.execute(
            select(responses.c.id, people.c.id.label("person"), people.c.name, people.c.school_class,
                   people.c.telegram_id)
            .select_from(joined)
            .where(which)
            .order_by(people.c.search, people.c.id, responses.c.id)
            .offset(offset)
            .limit(limit)
        )  # fmt: skip
        page = tuple(Awaited(row.id, row.person, row.name, row.school_class, row.telegram_id) for row in found)
        return page, total or 0

    # --- reminding ----------------------------------------------------------------------------------------------------

    async def zones_to_remind(self, ids: Collection[int], number: int) -> Mapping[int, tuple[str, ...]]:
        """By campaign the zones in which somebody has not heard the reminder of this number."""
        campaign_id = responses.c.campaign_id
        found = await self._connection.execute(
            _silent(ids, number, campaign_id, _ZONE).group_by(campaign_id, _ZONE).order_by(campaign_id, _ZONE)
        )
        zones: dict[int, tuple[str, ...]] = {}
        for row in found:
            zones[row.campaign_id] = (*zones.get(row.campaign_id, ()), row.lives)
        return zones

    async def to_remind(
        self, campaign_id: int, number: int, zones: Collection[str], limit: int
    ) -> tuple[tuple[int, int], ...]:
        """Responses with their people who have not heard the reminder of this number, in these zones."""
        query = _silent([campaign_id], number, responses.c.id, responses.c.person_id)
        where = func.coalesce(people.c.zone, organisations.c.zone).in_(list(zones))
        found = await self._connection.execute(query.where(where).order_by(responses.c.id).limit(limit))
        return tuple((row.id, row.person_id) for row in found)

    async def reminded(self, ids: Iterable[int], number: int) -> None:
        """These have heard it, or cannot be reached."""
        await self._connection.execute(
            update(responses).where(responses.c.id.in_(list(ids))).values(reminders=number, reminded_at=self._now)
        )

    async def end(self, campaign_id: int) -> int:
        """What was not answered stands as unanswered; gives how many that are."""
        changed = await self._connection.execute(
            update(responses)
            .where(responses.c.campaign_id == campaign_id, responses.c.person_id.is_not(None), _UNFINISHED)
            .values(state=RecordState.UNANSWERED.value, asking=None)
        )
        return changed.rowcount


def _approved(organisation_id: int | None, roles: Collection[Role]) -> ColumnElement[bool]:
    here = memberships.c.state == MembershipState.APPROVED.value
    if organisation_id is None:
        here &= memberships.c.organisation_id.is_not(None)
    else:
        here &= memberships.c.organisation_id == organisation_id
    return here & memberships.c.role.in_([role.value for role in roles]) if roles else here


def _late(campaign_id: int, organisations_: Collection[int] | None) -> ColumnElement[bool]:
    late = (responses.c.campaign_id == campaign_id) & responses.c.state.in_([state.value for state in _LATE]) & STAYS
    return late if organisations_ is None else late & responses.c.organisation_id.in_(set(organisations_))


def _silent(ids: Collection[int], number: int, *columns: ColumnElement[Any]) -> Select[Any]:
    return (
        select(*columns)
        .select_from(
            responses.join(people, people.c.id == responses.c.person_id).join(
                organisations, organisations.c.id == responses.c.organisation_id
            )
        )
        .where(
            responses.c.campaign_id.in_(list(ids)),
            _UNFINISHED,
            responses.c.reminders < number,
            people.c.telegram_id.is_not(None),
            STAYS,
        )
    )


def _asked(
    campaign: Campaign, definition: Definition, one: Chosen, chat_id: int | None, now: datetime
) -> dict[str, Any]:
    waiting = Record(
        id=0,
        chat_id=chat_id,
        person_id=one.person_id,
        organisation_id=one.organisation_id,
        kind="survey",
        subject=Subject(SUBJECT, campaign.id),
        state=RecordState.WAITING,
        draft=Draft(definition.id, definition.version),
        asked_at=now,
        campaign_id=campaign.id,
        form=one.form.value if one.form else None,
        role=one.role.value if one.role else None,
        anonymous=definition.anonymous,
    )
    return row_of(waiting)
