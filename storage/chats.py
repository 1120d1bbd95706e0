"""Private chats with the bot: who reads there, and who acts from there.

These questions are on the way of every update, so their statements are built once.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import BindParameter, Row, bindparam, case, exists, func, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.access import Actor
from mentoring.mentorships import OPEN_STATES
from mentoring.people import ADULT_AGE, MembershipState, age
from mentoring.roles import Category
from messaging.readers import DEFAULT_ZONE, Chat, Reader
from storage.membership_lists import membership
from storage.people import person
from storage.tables import (
    answers,
    chats,
    erasures,
    guardianships,
    memberships,
    mentorship_adults,
    mentorships,
    organisations,
    people,
)
from storage.upsert import insert_or

_CHAT: BindParameter[int] = bindparam("chat")
_ONE = select(chats).where(chats.c.chat_id == _CHAT)
_HEARD = (
    update(chats)
    .where(chats.c.chat_id == _CHAT, chats.c.last_incoming < bindparam("message"))
    .values(last_incoming=bindparam("message"))
)
_STANDS_BESIDE = (mentorship_adults.c.person_id == people.c.id) & mentorship_adults.c.removed_at.is_(None)
_OPEN = mentorships.c.state.in_([state.value for state in sorted(OPEN_STATES)])
_PERSON = (
    select(
        people,
        chats.c.language.label("chat_language"),
        guardianships.c.child_id.label("ward"),
        mentorships.c.id.label("beside"),
    )
    .select_from(
        people.outerjoin(chats, chats.c.chat_id == people.c.telegram_id)
        .outerjoin(guardianships, guardianships.c.guardian_id == people.c.id)
        .outerjoin(mentorship_adults, _STANDS_BESIDE)
        .outerjoin(mentorships, (mentorships.c.id == mentorship_adults.c.mentorship_id) & _OPEN)
    )
    .where(people.c.telegram_id == _CHAT)
)
_MEMBERSHIPS = select(memberships).where(memberships.c.person_id == bindparam("person")).order_by(memberships.c.id)
_ORGANISATION_ZONE = (
    select(organisations.c.zone)
    .join(memberships, memberships.c.organisation_id == organisations.c.id)
    .where(
        memberships.c.person_id == people.c.id,
        memberships.c.state.in_([MembershipState.APPROVED.value, MembershipState.APPLIED.value]),
    )
    .order_by(case((memberships.c.state == MembershipState.APPROVED.value, 0), else_=1), memberships.c.id)
    .limit(1)
    .scalar_subquery()
)
_HOME_ZONE = select(organisations.c.zone).order_by(organisations.c.id).limit(1).scalar_subquery()
"""Of who belongs to no organisation, a coordinator above all: that of the municipality's first."""
_READING = select(
    people,
    func.coalesce(chats.c.language, people.c.language).label("reads"),
    func.coalesce(people.c.zone, _ORGANISATION_ZONE, _HOME_ZONE).label("lives"),
    func.coalesce(chats.c.reachable, true()).label("reachable"),
).select_from(people.outerjoin(chats, chats.c.chat_id == people.c.telegram_id))
_READER = _READING.where(people.c.telegram_id == _CHAT)
_READERS = _READING.where(people.c.telegram_id.in_(bindparam("chats", expanding=True)))

_LEFT = (
    exists().where(memberships.c.person_id == people.c.id, memberships.c.state == MembershipState.LEFT.value)
    & ~exists().where(memberships.c.person_id == people.c.id, memberships.c.state != MembershipState.LEFT.value)
    & ~exists().where(guardianships.c.guardian_id == people.c.id)
)
"""Took part once, does nowhere now, and answers for nobody: gets no messages."""
_REACHED = (
    select(people.c.id, chats.c.chat_id)
    .join(people, people.c.telegram_id == chats.c.chat_id)
    .where(chats.c.reachable, ~_LEFT)
)
_OF_PERSON = _REACHED.with_only_columns(chats.c.chat_id).where(people.c.id == bindparam("person"))
_OF_PEOPLE = _REACHED.where(people.c.id.in_(bindparam("people", expanding=True)))
_SAID = select(answers.c.question, answers.c.value).where(
    answers.c.response_id == bindparam("response"),
    answers.c.question.in_(["birth", "category"]),
    answers.c.value.is_not(None),
)


class Chats:
    """Chats by Telegram's id, which for a private chat is the person's."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def get(self, chat_id: int) -> Chat | None:
        row = (await self._connection.execute(_ONE, {"chat": chat_id})).one_or_none()
        if row is None:
            return None
        return Chat(row.chat_id, row.language, row.last_incoming, row.reachable, row.active_response)

    async def start(self, chat_id: int, language: str) -> Chat:
        """The chat, made with `language` if it is new."""
        known = await self.get(chat_id)
        if known:
            return known
        statement = insert_or(self._connection, chats, chat_id=chat_id, language=language, started_at=self._now)
        await self._connection.execute(statement.on_conflict_do_nothing(index_elements=["chat_id"]))
        return await self.get(chat_id) or Chat(chat_id, language, 0, True, None)

    async def heard(self, chat_id: int, message_id: int) -> None:
        """Remembers the newest message that the person wrote; an older one changes nothing."""
        await self._connection.execute(_HEARD, {"chat": chat_id, "message": message_id})

    async def set_language(self, chat_id: int, language: str) -> None:
        """Of the chat and, if they are registered, of its person."""
        await self._connection.execute(update(chats).where(chats.c.chat_id == chat_id).values(language=language))
        await self._connection.execute(update(people).where(people.c.telegram_id == chat_id).values(language=language))

    async def set_reachable(self, chat_id: int, reachable: bool) -> bool:
        """Whether this changed anything: a block is told to the curator once."""
        changed = await self._connection.execute(
            update(chats).where(chats.c.chat_id == chat_id, chats.c.reachable != reachable).values(reachable=reachable)
        )
        return changed.rowcount == 1

    async def set_active(self, chat_id: int, response_id: int | None) -> None:
        """The response that a typed text answers."""
        await self._connection.execute(
            update(chats).where(chats.c.chat_id == chat_id).values(active_response=response_id)
        )

    async def reachable(self) -> tuple[int, ...]:
        """Everybody a notice of the operator can be sent to; not who withdrew the consent to their data being used."""
        withdrawn = exists().where(erasures.c.chat_id == chats.c.chat_id, erasures.c.state != "undone")
        found = await self._connection.execute(
            select(chats.c.chat_id).where(chats.c.reachable, ~withdrawn).order_by(chats.c.chat_id)
        )
        return tuple(found.scalars())

    async def reader(self, chat_id: int) -> Reader:
        """How to speak to a chat. A child is a pupil under 18 today in their own zone or their organisation's."""
        row = (await self._connection.execute(_READER, {"chat": chat_id})).one_or_none()
        if row is None:
            return await self._stranger(chat_id)
        return self._reader(row)

    async def readers(self, chat_ids: Collection[int]) -> Mapping[int, Reader]:
        """The same for those of many chats that belong to somebody registered."""
        found = await self._connection.execute(_READERS, {"chats": list(chat_ids)})
        return {row.telegram_id: self._reader(row) for row in found}

    def _reader(self, row: Row[Any]) -> Reader:
        zone = row.lives or DEFAULT_ZONE
        known = person(row)
        today = self._now.astimezone(ZoneInfo(zone)).date()
        child = known.category is Category.PUPIL and known.is_minor(today)
        return Reader(row.reads, child, zone, bool(row.reachable))

    async def _stranger(self, chat_id: int) -> Reader:
        """While somebody registers, what they have answered so far tells a child."""
        chat = await self.get(chat_id)
        if chat is None or chat.active_response is None:
            return Reader(chat.language if chat else "ru", reachable=chat is None or chat.reachable)
        found = await self._connection.execute(_SAID, {"response": chat.active_response})
        said = {row.question: row.value for row in found}
        today = self._now.astimezone(ZoneInfo(DEFAULT_ZONE)).date()
        young = "birth" in said and age(date.fromisoformat(said["birth"]), today) < ADULT_AGE
        child = young and said.get("category") in (None, Category.PUPIL.value)
        return Reader(chat.language, child, reachable=chat.reachable)

    async def actor(self, chat_id: int) -> Actor:
        """Who acts: the person with memberships, wards and the mentorships they stand beside, or a stranger."""
        rows = (await self._connection.execute(_PERSON, {"chat": chat_id})).all()
        if not rows:
            chat = await self.get(chat_id)
            return Actor(chat_id, None, language=chat.language if chat else "ru")
        acting = person(rows[0])
        found = await self._connection.execute(_MEMBERSHIPS, {"person": acting.id})
        return Actor(
            chat_id,
            acting,
            tuple(membership(row) for row in found),
            frozenset(row.ward for row in rows if row.ward is not None),
            rows[0].chat_language or acting.language,
            frozenset(row.beside for row in rows if row.beside is not None),
        )

    async def of_person(self, person_id: int) -> int | None:
        """Where a person can be reached now: None without Telegram, before /start, with the bot blocked, or once they
        have left wherever they took part."""
        found: int | None = await self._connection.scalar(_OF_PERSON, {"person": person_id})
        return found

    async def of_people(self, ids: Collection[int]) -> Mapping[int, int]:
        """The same for many: those who can be reached now, with their chats."""
        found = await self._connection.execute(_OF_PEOPLE, {"people": list(set(ids))})
        return {row.id: row.chat_id for row in found}
