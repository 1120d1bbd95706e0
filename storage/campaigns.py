"""Campaigns: planned, opened, extended and closed under the condition that nobody was quicker; how far they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, String, and_, case, cast, func, literal, or_, select, update

from mentoring.campaigns import RUNNING, Audience, Campaign, CampaignState, Count, Origin
from mentoring.mentorships import Form
from mentoring.people import MembershipState
from mentoring.roles import PARTICIPANTS, STAFF, Category, Role
from storage.campaign_people import CampaignPeople
from storage.tables import campaigns, memberships, organisations, people, responses, screens
from storage.upsert import insert_or
from surveys.record import RecordState

SLOT = "campaign:"
"""The place on a phone of a campaign's card: this and its id."""
_ALL = select(campaigns)


def _in(states: Collection[CampaignState]) -> ColumnElement[bool]:
    return campaigns.c.state.in_([state.value for state in states])


# Asked at every tick, so built once.
_TO_OPEN = (
    _ALL.where(_in([CampaignState.OPENING, CampaignState.PLANNED]))
    .order_by(
        case((campaigns.c.state == CampaignState.OPENING.value, 0), else_=1), campaigns.c.opens_at, campaigns.c.id
    )
    .limit(1)
)
_TO_CLOSE = (
    _ALL.where(_in(RUNNING), campaigns.c.closes_at.is_not(None))
    .order_by(campaigns.c.closes_at, campaigns.c.id)
    .limit(1)
)
_REMINDING = _ALL.where(
    campaigns.c.state == CampaignState.OPEN.value,
    campaigns.c.origin != Origin.STAGE.value,
    campaigns.c.closes_at.is_not(None),
).order_by(campaigns.c.id)
_APPROVED = memberships.c.state == MembershipState.APPROVED.value
_PEOPLED = (
    select(organisations.c.id, organisations.c.zone)
    .where(
        organisations.c.id.in_(
            select(memberships.c.organisation_id).where(
                _APPROVED, memberships.c.role.in_([role.value for role in PARTICIPANTS])
            )
        )
    )
    .order_by(organisations.c.id)
)
_STAFF = (
    select(people.c.telegram_id)
    .join(memberships, memberships.c.person_id == people.c.id)
    .where(_APPROVED, memberships.c.role.in_([role.value for role in STAFF]), people.c.telegram_id.is_not(None))
)
_WATCHED = (
    select(screens.c.chat_id, campaigns.c.id, screens.c.shown_at)
    .join(campaigns, screens.c.slot == literal(SLOT) + cast(campaigns.c.id, String))
    .where(screens.c.chat_id.in_(_STAFF))
    .order_by(screens.c.chat_id, campaigns.c.id)
)
_RUN_WATCHED = _WATCHED.where(_in(RUNNING))


@dataclass(frozen=True, slots=True)
class CampaignFilter:
    """Which campaigns a list shows: of these organisations, and the municipality's if `municipal`.

    by_themselves: those that a mentorship's life or the calendar began, else those of people; in any of `states`.
    """

    states: frozenset[CampaignState]
    organisations: frozenset[int] = frozenset()
    municipal: bool = False
    by_themselves: bool = False


@dataclass(frozen=True, slots=True)
class Watching:
    """A chat that has a running campaign's card on its screen, last changed by the bot itself at `shown_at`."""

    chat_id: int
    campaign_id: int
    shown_at: datetime


def campaign(row: Row[Any]) -> Campaign:
    """The value of a row of `campaigns`."""
    return Campaign(
        row.id,
        row.organisation_id,
        Origin(row.origin),
        row.questionnaire,
        row.version,
        row.stage,
        row.anonymous,
        _audience(row.audience),
        CampaignState(row.state),
        row.created_by,
        row.created_at,
        row.opens_at,
        row.closes_at,
        row.opened_at,
        row.closed_at,
        row.shown,
        row.key,
    )


def _audience(kept: Mapping[str, Sequence[Any]]) -> Audience:
    return Audience(
        frozenset(map(Role, kept.get("roles", ()))),
        frozenset(map(Form, kept.get("forms", ()))),
        frozenset(map(Category, kept.get("categories", ()))),
        frozenset(kept.get("classes", ())),
        frozenset(kept.get("mentorships", ())),
        frozenset(kept.get("people", ())),
    )


def _kept(audience: Audience) -> dict[str, list[Any]]:
    kinds: dict[str, Iterable[Any]] = {
        "roles": audience.roles,
        "forms": audience.forms,
        "categories": audience.categories,
        "classes": audience.classes,
        "mentorships": audience.mentorships,
        "people": audience.people,
    }
    return {name: sorted(values) for name, values in kinds.items() if values}


class Campaigns(CampaignPeople):
    """Every campaign, and (in `CampaignPeople`) whom they ask."""

    # --- one campaign -------------------------------------------------------------------------------------------------

    async def add(self, new: Campaign) -> Campaign | None:
        """Store a new one (its id does not matter). None: one of its `key` is there already."""
        statement = insert_or(self._connection, campaigns, **_columns(new))
        if new.key is not None:
            statement = statement.on_conflict_do_nothing(index_elements=["key"])
        row = (await self._connection.execute(statement.returning(campaigns))).one_or_none()
        return campaign(row) if row else None

    async def get(self, campaign_id: int) -> Campaign | None:
        return await self._one(campaigns.c.id == campaign_id)

    async def by_key(self, key: str) -> Campaign | None:
        return await self._one(campaigns.c.key == key)

    async def hold(self, campaign_id: int) -> Campaign | None:
        """The same by id, for a change: whoever else wants to change it waits until this transaction is over."""
        held = select(campaigns.c.id).where(campaigns.c.id == campaign_id).with_for_update()
        await self._connection.execute(held)
        return await self.get(campaign_id)

    async def many(self, ids: Iterable[int]) -> dict[int, Campaign]:
        """Those of `ids` that exist, by id."""
        found = await self._connection.execute(_ALL.where(campaigns.c.id.in_(set(ids))))
        return {row.id: campaign(row) for row in found}

    async def move(
        self, campaign_id: int, states: Collection[CampaignState], to: CampaignState, **values: datetime | None
    ) -> bool:
        """Whether this change of state was the one that counted; `values`: times that change with it."""
        changed = await self._connection.execute(
            update(campaigns).where(campaigns.c.id == campaign_id, _in(states)).values(state=to.value, **values)
        )
        return changed.rowcount == 1

    async def extend(self, before: Campaign, closes_at: datetime) -> bool:
        """Another closing time, unless it was closed or extended meanwhile."""
        changed = await self._connection.execute(
            update(campaigns)
            .where(
                campaigns.c.id == before.id, _in(RUNNING), campaigns.c.closes_at.is_not_distinct_from(before.closes_at)
            )
            .values(closes_at=closes_at)
        )
        return changed.rowcount == 1

    async def showed(self, campaign_id: int, answered: int) -> None:
        """Every screen says so many answers now."""
        await self._connection.execute(update(campaigns).where(campaigns.c.id == campaign_id).values(shown=answered))

    # --- lists --------------------------------------------------------------------------------------------------------

    async def page(self, which: CampaignFilter, *, offset: int = 0, limit: int = 6) -> tuple[tuple[Campaign, ...], int]:
        """One page, and how many there are in all: who closes first where they run, else the newest first."""
        matching = _matching(which)
        total = await self._connection.scalar(select(func.count()).select_from(campaigns).where(matching))
        running = case((_in(RUNNING), 0), else_=1)
        found = await self._connection.execute(
            _ALL.where(matching).order_by(running, campaigns.c.opens_at.desc(), campaigns.c.id.desc())
            .offset(offset).limit(limit)
        )  # fmt: skip
        return tuple(campaign(row) for row in found), total or 0

    async def counts(self, ids: Iterable[int]) -> dict[int, dict[int, Count]]:
        """By campaign and organisation (0: none) how many were asked and how many have answered; withdrawn ones not."""
        named = responses.c.person_id.is_not(None)
        done = responses.c.state == RecordState.FINISHED.value
        place = func.coalesce(responses.c.organisation_id, 0).label("place")
        found = await self._connection.execute(
            select(
                responses.c.campaign_id,
                place,
                _how_many(named).label("asked"),
                _how_many(named & done).label("answered"),
                _how_many(~named & done).label("detached"),
            )
            .where(responses.c.campaign_id.in_(set(ids)), responses.c.state != RecordState.CANCELLED.value)
            .group_by(responses.c.campaign_id, place)
        )
        counted: dict[int, dict[int, Count]] = {}
        for row in found:
            # Detached answers belong to nobody; where they are few, nobody's own row tells who answered either.
            answered = max(int(row.answered), int(row.detached))
            counted.setdefault(row.campaign_id, {})[row.place] = Count(int(row.asked), answered)
        return counted

    # --- what falls due -----------------------------------------------------------------------------------------------

    async def to_open(self) -> Campaign | None:
        """The launched campaign that opens first, one whose opening is under way before all."""
        row = (await self._connection.execute(_TO_OPEN)).one_or_none()
        return campaign(row) if row else None

    async def to_close(self) -> Campaign | None:
        """The running campaign that closes first."""
        row = (await self._connection.execute(_TO_CLOSE)).one_or_none()
        return campaign(row) if row else None

    async def reminding(self) -> tuple[Campaign, ...]:
        """Open campaigns that remind by themselves: all but those of a stage."""
        return tuple(campaign(row) for row in await self._connection.execute(_REMINDING))

    async def known_keys(self, keys: Iterable[str]) -> frozenset[str]:
        """Those of `keys` that a campaign has."""
        found = await self._connection.execute(select(campaigns.c.key).where(campaigns.c.key.in_(set(keys))))
        return frozenset(key for key in found.scalars() if key is not None)

    async def peopled(self) -> dict[int, str]:
        """Organisations that have approved mentors or mentees, with their zones."""
        return {row.id: row.zone for row in await self._connection.execute(_PEOPLED)}

    async def watched(self, campaign_id: int | None = None) -> tuple[Watching, ...]:
        """Who of the staff has the card of a running campaign on the screen; of one campaign whatever its state."""
        query = _RUN_WATCHED if campaign_id is None else _WATCHED.where(campaigns.c.id == campaign_id)
        found = await self._connection.execute(query)
        return tuple(Watching(row.chat_id, row.id, row.shown_at) for row in found)

    async def _one(self, which: ColumnElement[bool]) -> Campaign | None:
        row = (await self._connection.execute(_ALL.where(which))).one_or_none()
        return campaign(row) if row else None


def _columns(new: Campaign) -> dict[str, Any]:
    return {
        "organisation_id": new.organisation_id,
        "origin": new.origin.value,
        "key": new.key,
        "questionnaire": new.questionnaire,
        "version": new.version,
        "stage": new.stage,
        "anonymous": new.anonymous,
        "audience": _kept(new.audience),
        "state": new.state.value,
        "created_by": new.created_by,
        "created_at": new.created_at,
        "opens_at": new.opens_at,
        "closes_at": new.closes_at,
        "opened_at": new.opened_at,
        "closed_at": new.closed_at,
        "shown": new.shown,
    }


def _how_many(which: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((which, 1), else_=0))


def _matching(which: CampaignFilter) -> ColumnElement[bool]:
    places: ColumnElement[bool] = campaigns.c.organisation_id.in_(which.organisations)
    if which.municipal:
        places = or_(places, campaigns.c.organisation_id.is_(None))
    mine = campaigns.c.origin == Origin.PERSON.value
    return and_(places, ~mine if which.by_themselves else mine, _in(which.states))
