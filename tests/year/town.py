"""A programme's town: who acts, what came to whose phone, and the people and organisations it is made of.

What people do goes through the same use cases as the screens, each as themselves (`doing.py`, `answering.py`). What a
use case says is looked through for questionnaires, as a phone would show them; what the clock brings really arrives.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date

from mentoring.access import Actor
from mentoring.consents import ConsentKind
from mentoring.needs import Fact, Need
from mentoring.people import OrganisationKind, Profile
from mentoring.roles import Category, Role
from messaging.replies import Reply, Show
from services import indicators_typed, needs
from services.desk import Desk
from simulator.chats import Change
from simulator.phones import Phone
from storage.work import Work
from surveys.path import Value
from surveys.record import Record, RecordState, Subject
from surveys.response import Draft
from tests.conversations.world import World
from tests.year.ledger import Asked, Known, Ledger, Place, Soul, Staff, Typed

COORDINATOR, STAFF = 9_001, 9_100
_KINDS = (ConsentKind.PROCESSING, ConsentKind.PARTICIPATION)
_STAGES = {"meeting-feedback": "feedback"}


@dataclass
class Town:
    """A world, its ledger, and the ids by which the bot knows what the ledger knows by chats."""

    world: World
    ledger: Ledger
    ids: dict[int, int] = field(default_factory=dict)
    staff: dict[tuple[int, str], int] = field(default_factory=dict)
    guardians: dict[int, int] = field(default_factory=dict)
    phones: dict[int, Phone] = field(default_factory=dict)
    _heard: set[int] = field(default_factory=set)

    def listen(self) -> None:
        """From now on every message that comes to a phone is looked at, too."""
        self.world.telegram.watch(self._arrived)

    # --- who acts -----------------------------------------------------------------------------------------------------

    @asynccontextmanager
    async def desk(self, chat: int) -> AsyncIterator[Desk]:
        """Somebody's use case, now; afterwards the ledger has the questionnaires it put before anybody."""
        async with self.world.work() as work:
            desk = Desk(work, self.world.machine.house, await work.chats.actor(chat), self.world.now)
            yield desk
            self.hear(desk.told)
            await self._keep_asked(desk)

    def hear(self, replies: Iterable[Reply]) -> None:
        """What somebody was shown."""
        for one in replies:
            if isinstance(one, Show):
                self._press_seen(button.press for row in one.keyboard for button in row)

    def _arrived(self, change: Change) -> None:
        if change.kind in ("message", "edited_message") and change.value["from"]["is_bot"]:
            rows = (change.value.get("reply_markup") or {}).get("inline_keyboard", ())
            self._press_seen(button.get("callback_data") for row in rows for button in row)

    def _press_seen(self, presses: Iterable[str | None]) -> None:
        for press in presses:
            name, _, rest = (press or "").partition(":")
            if name in ("a", "response.open"):
                self._heard.add(int(rest.split(":")[0]))

    async def look_round(self) -> None:
        """The ledger gets what has come to the phones meanwhile."""
        async with self.world.work() as work:
            await self._keep_asked(Desk(work, self.world.machine.house, Actor(0, None), self.world.now))

    async def _keep_asked(self, desk: Desk) -> None:
        """Whose questionnaire it is that a phone showed, and about what."""
        for number in sorted(self._heard - self.ledger.asked.keys()):
            record = await desk.work.responses.get(number)
            if record is None or record.kind != "survey" or record.entered_by is not None:
                continue
            definition = desk.house.surveys.get(record.definition, record.draft.version)
            stage = _STAGES.get(definition.id, definition.audience.stage)
            about = record.about("mentorship")
            side = record.role or definition.audience.role
            if stage == "exit" and about is not None:
                self.ledger.withdrawn(about, "interim")
            self.ledger.asked[number] = Asked(
                number, record.chat_id or 0, record.organisation_id or 0, side, stage, about, self.world.now
            )
        self._heard.clear()

    # --- organisations and people -------------------------------------------------------------------------------------

    async def founds(self, name: str, kind: str, zone: str) -> int:
        """An organisation with its curator and head; its id."""
        async with self.world.work() as work:
            made = await work.organisations.add(name, OrganisationKind(kind), zone)
            self.ledger.places[made.id] = Place(made.id, name, kind, zone)
            for role in (Role.CURATOR, Role.HEAD) if kind != "enterprise" else ():
                chat = STAFF + 10 * made.id + (role is Role.HEAD)
                await self._opens(work, chat, "Анна")
                person = await work.people.add(
                    f"{role.value.title()} Анна {made.id}", telegram_id=chat, category=Category.TEACHER
                )
                await work.memberships.grant(person.id, made.id, role)
                self.staff[made.id, role.value] = chat
                self.ids[chat] = person.id
                self.ledger.staff.append(Staff(chat, made.id, role.value, self.world.now))
            guardian = await work.people.add(f"Родитель Вера {made.id}", category=Category.PARENT)
            self.guardians[made.id] = guardian.id
        return made.id

    async def leads(self) -> None:
        """The municipality's coordinator."""
        async with self.world.work() as work:
            await self._opens(work, COORDINATOR, "Ольга")
            person = await work.people.add("Главнова Ольга Павловна", telegram_id=COORDINATOR)
            await work.memberships.grant(person.id, None, Role.COORDINATOR)
            self.ids[COORDINATOR] = person.id

    async def _opens(self, work: Work, chat: int, name: str) -> None:
        self.phones[chat] = self.world.phone(name, telegram_id=chat)
        self.world.telegram.chat(chat).started = True
        await work.chats.start(chat, "ru")

    async def joins(self, soul: Soul, role: Role) -> None:
        """A participant of the organisation's list, with every consent there has to be."""
        place, today = soul.belongs[0], self.world.now.date()
        async with self.world.work() as work:
            await self._opens(work, soul.chat, soul.name.split()[1])
            profile = Profile(
                school_class=f"{soul.grade}А" if soul.grade else None,
                post=soul.post,
                career_start=soul.career,
                workplace=soul.workplace,
            )
            person = await work.people.add(
                soul.name,
                telegram_id=soul.chat,
                birth=soul.birth,
                category=Category(soul.category),
                profile=profile,
            )
            for each in soul.belongs:
                await work.memberships.grant(person.id, each, role)
            givers = [self.guardians[place], person.id] if person.is_minor(today) else [person.id]
            for kind in _KINDS:
                for giver in givers:
                    await work.consents.give(person.id, kind, 1, given_by=giver)
        self.ids[soul.chat] = person.id
        self.ledger.souls[soul.chat] = soul

    async def marks(self, chat: int, place: int, need: str, since: date, value: str | None = None) -> None:
        """The curator marks what is known of somebody, as of a day."""
        async with self.desk(self.staff[place, "curator"]) as desk:
            known = await desk.work.needs.get(self.ids[chat], place)
            await desk.work.needs.save(known, known.having(Fact(Need(need), since, value)), by=self.ids[chat])
        self.ledger.known.append(Known(chat, place, need, since, value))

    async def unmarks(self, known: Known) -> None:
        """What was marked holds no more from today on."""
        async with self.desk(self.staff[known.place, "curator"]) as desk:
            await needs.clear(desk, self.ids[known.chat], known.place, Need(known.need))
        known.until = self.ledger.day(self.world.now, known.place)

    # --- what is typed in ---------------------------------------------------------------------------------------------

    async def types_in(self, place: int | None, name: str, value: int, on: date) -> None:
        """A denominator with its day."""
        chat = COORDINATOR if place is None else self.staff[place, "curator"]
        async with self.desk(chat) as desk:
            await indicators_typed.enter_denominator(desk, place, name, value, on, "ОО-1")
        self.ledger.typed.append(Typed(place, name, value, on))

    async def finishes(
        self,
        desk: Desk,
        finish: Callable[..., object],
        subject: Subject,
        typed: Mapping[str, Value],
        facts: Mapping[str, object] | None = None,
    ) -> None:
        """What follows a form that was filled in."""
        record = Record(
            id=0,
            chat_id=desk.actor.chat_id,
            person_id=desk.actor.person_id,
            organisation_id=None,
            kind="form",
            subject=subject,
            state=RecordState.OPEN,
            draft=Draft("", 1),
            asked_at=desk.now,
            facts=facts or {},
        )
        self.hear(await finish(desk, record, typed))  # type: ignore[misc]
