"""The people of the trial: who they are, what each will do and when, and how they do it side by side."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from mentoring.consents import ConsentKind
from mentoring.mentorships import Form, Mentorship, MentorshipState, Order, Party, Side
from mentoring.people import Organisation, Person
from mentoring.roles import Category, Role
from messaging.polling import LIMIT
from simulator.chats import Change
from storage.work import Work
from tests.campaigns.person import Somebody
from tests.conversations.world import World

TVER, FAR_EAST = ZoneInfo("Europe/Moscow"), "Asia/Vladivostok"
MOST_STEPS = 400
_FIRST = ("Анна", "Олег", "Мария", "Пётр", "Нина", "Илья", "Ольга", "Лев")
_THIRD = ("Сергеевна", "Ильич", "Львовна", "Петрович", "Юрьевна", "Олегович", "Павловна", "Иванович")
_SECOND = ("Громова", "Ветров", "Седова", "Ткачёв", "Морозова", "Белов", "Зайцева", "Орлов", "Лисина", "Котов")


class Fate(StrEnum):
    """What somebody does with a campaign. `paper` and `unheard` have no Telegram."""

    STEADY = "steady"
    LATE = "late"
    SILENT = "silent"
    STOPS = "stops"
    RETURNS = "returns"
    BLOCKS = "blocks"
    GONE = "gone"
    PAPER = "paper"
    UNHEARD = "unheard"


FATES: Sequence[Fate] = (
    *([Fate.STEADY] * 9),
    *([Fate.LATE] * 2),
    *([Fate.SILENT] * 2),
    Fate.STOPS,
    *([Fate.RETURNS] * 2),
    *(Fate.BLOCKS, Fate.GONE, Fate.PAPER, Fate.UNHEARD),
)
"""Of twenty people."""
SLOTS: Sequence[str] = ("01.09 10:00", "02.09 12:00", "03.09 18:00", "08.09 10:00")
"""When people answer; the first reminder comes before the third, the second before the last."""
AFTER = "08.09 20:30"


def moment(written: str) -> datetime:
    """«08.09 10:00» by the school's clock, in 2026."""
    return datetime.strptime(f"{written} 2026", "%d.%m %H:%M %Y").replace(tzinfo=TVER).astimezone(UTC)


@dataclass
class Member(Somebody):
    """One of those who are asked. `sessions`: by slot how many answers they give then, None: to the end."""

    fate: Fate = Fate.STEADY
    person: int = 0
    role: Role = Role.MENTOR
    form: Form | None = None
    zone: ZoneInfo = TVER
    sessions: dict[int, int | None] = field(default_factory=dict)
    blocked: bool = False

    @property
    def has_telegram(self) -> bool:
        return self.fate not in (Fate.PAPER, Fate.UNHEARD)


@dataclass(frozen=True, slots=True)
class Heard:
    """A message of the bot that came unasked: a reminder."""

    chat: int
    at: datetime
    text: str


class Crowd:
    """Everybody who is asked in one organisation; `heard`: the reminders that reached them."""

    def __init__(self, world: World, school: Organisation, members: Sequence[Member]) -> None:
        self.world = world
        self.school = school
        self.members = members
        self.heard: list[Heard] = []
        world.telegram.watch(self._listens)

    @classmethod
    async def gathers(cls, world: World, school: Organisation, many: int, seed: int) -> Crowd:
        """`many` consenting adults, every two a mentor and a mentee: a third each in two forms, a third in no pair."""
        members = [_member(world, number, seed) for number in range(many)]
        async with world.work() as work:
            for member in members:
                member.person = (await _registered(work, member, school)).id
            for mentor, mentee in zip(members[::2], members[1::2], strict=True):
                await _joined(work, school, mentor, mentee)
        crowd = cls(world, school, members)
        for member in crowd.with_telegram():
            await member.phone.starts()
        await world.settle()
        return crowd

    def with_telegram(self) -> Iterator[Member]:
        return (member for member in self.members if member.has_telegram)

    def of(self, *fates: Fate) -> list[Member]:
        return [member for member in self.members if member.fate in fates]

    @property
    def answered(self) -> list[Member]:
        return [member for member in self.members if member.finished]

    async def before_it_opens(self) -> None:
        """Some have stopped the bot already."""
        for member in self.of(Fate.GONE):
            await self._blocks(member)
        await self.world.settle()

    async def lives(self, slot: int) -> None:
        """What everybody does at this time, gesture by gesture, side by side."""
        await self._everybody_opens([member for member in self.members if slot in member.sessions])
        goals = {
            member.number: None if (most := member.sessions[slot]) is None else member.did["answers"] + most
            for member in self.members
            if slot in member.sessions
        }
        active = [member for member in self.members if member.number in goals]
        for _ in range(MOST_STEPS):
            if not active:
                return
            for member in active:
                await self._acts(member, slot, goals[member.number])
            await self._talks()
            active = [
                member
                for member in active
                if not member.finished and not member.blocked and not _reached(member, goals[member.number])
            ]
        raise AssertionError(f"the questionnaire has no end for {[member.name for member in active]}")

    async def _acts(self, member: Member, slot: int, goal: int | None) -> None:
        await member.steps()
        if not _reached(member, goal):
            return
        if member.fate in (Fate.RETURNS, Fate.BLOCKS) and slot == min(member.sessions):
            await self._blocks(member)
        elif member.number % 3:
            await self._talks()
            await member.puts_by()

    async def _talks(self) -> None:
        """The bot takes what was done and answers; nothing else is at work between two gestures."""
        machine = self.world.machine
        while await machine.polling.step() >= LIMIT:
            await machine.sender.settle()
        await machine.sender.settle()
        await machine.answers.settle()

    async def _everybody_opens(self, members: Iterable[Member]) -> None:
        """From the message that offers it, or out of the list; whoever had stopped the bot lets it in again."""
        listing: list[Member] = []
        for member in members:
            if member.blocked:
                await member.phone.unblocks()
                member.blocked = False
                listing.append(member)
            elif member.number % 4 == 1:
                listing.append(member)
            else:
                await member.opens()
        await self.world.settle()
        for member in listing:
            await member.asks_for_it()
        await self.world.settle()
        for member in listing:
            await member.picks_it()
        await self.world.settle()

    async def _blocks(self, member: Member) -> None:
        member.blocked = True
        await member.phone.blocks()

    def _listens(self, change: Change) -> None:
        if change.kind == "message" and change.value["from"]["is_bot"]:
            text = change.value.get("text") or ""
            if text.startswith("Напоминаем"):
                self.heard.append(Heard(change.chat, self.world.now, text))

    def reminded(self, since: datetime) -> Counter[int]:
        """How many reminders each chat has had since then."""
        return Counter(one.chat for one in self.heard if one.at >= since)

    def waiting(self) -> Counter[int]:
        """Whom a reminder ought to reach now, once each."""
        return Counter(member.phone.id for member in self.with_telegram() if not member.finished and not member.blocked)


def _reached(member: Member, goal: int | None) -> bool:
    return goal is not None and member.did["answers"] >= goal and member.wanted is None


def _member(world: World, number: int, seed: int) -> Member:
    chance = random.Random(seed * 100_003 + number)
    name = f"{_SECOND[number % 10]}{number} {_FIRST[number % 8]} {_THIRD[number // 8 % 8]}"
    phone = world.phone(_FIRST[number % 8])
    phone.settle = _later
    fate = FATES[number * 7 % 20]
    return Member(
        phone,
        name,
        number,
        chance,
        world.now.astimezone(TVER).date(),
        fate=fate,
        role=Role.MENTEE if number % 2 else Role.MENTOR,
        zone=ZoneInfo(FAR_EAST) if number % 9 == 4 else TVER,
        sessions=_sessions(fate, chance),
    )


async def _later() -> None:
    """The crowd lets the bot work when everybody has done their gesture."""


def _sessions(fate: Fate, chance: random.Random) -> dict[int, int | None]:
    last = len(SLOTS) - 1
    match fate:
        case Fate.STEADY:
            slots = sorted(chance.sample(range(last + 1), chance.choice((1, 1, 2, 3))))
            return {slot: None if slot == slots[-1] else chance.randint(2, 6) for slot in slots}
        case Fate.LATE:
            return {chance.randint(2, last): None}
        case Fate.STOPS:
            return {chance.randint(0, 1): chance.randint(3, 9)}
        case Fate.RETURNS:
            return {chance.randint(0, 1): chance.randint(3, 9), chance.randint(2, last): None}
        case Fate.BLOCKS:
            return {0: chance.randint(3, 9)}
    return {}


async def _registered(work: Work, member: Member, school: Organisation) -> Person:
    telegram = member.phone.id if member.has_telegram else None
    if telegram is not None:
        await work.chats.start(telegram, "ru")
    person = await work.people.add(
        member.name,
        telegram_id=telegram,
        birth=date(1985, 5, 12),
        category=Category.TEACHER,
        zone=None if member.zone is TVER else FAR_EAST,
    )
    await work.memberships.grant(person.id, school.id, member.role)
    for kind in (ConsentKind.PROCESSING, ConsentKind.PARTICIPATION):
        await work.consents.give(person.id, kind, 1, given_by=person.id)
    return person


async def _joined(work: Work, school: Organisation, mentor: Member, mentee: Member) -> None:
    """An active pair in one of two forms; every third two are in none."""
    form = (Form.TEACHER_TEACHER, Form.TEACHER_PUPIL, None)[mentor.number // 2 % 3]
    mentor.form = mentee.form = form
    if form is None:
        return
    parties = (Party(mentor.person, Side.MENTOR, True, work.now), Party(mentee.person, Side.MENTEE, True, work.now))
    await work.mentorships.propose(
        Mentorship(
            0,
            school.id,
            form,
            "experienced-young",
            "individual",
            work.now.date(),
            work.now.date() + timedelta(days=270),
            MentorshipState.ACTIVE,
            parties,
            mentor.person,
            work.now,
            Order("12", work.now.date()),
            work.now,
        )
    )
