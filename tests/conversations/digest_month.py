"""A school whose staff reads digests: many pairs at once, what goes wrong with them, and what stands on the phones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import update

from mentoring.meetings import Meeting, MeetingKind, MeetingState
from mentoring.people import Organisation, Person
from mentoring.roles import Category, Role
from simulator.phones import Phone, Screen
from storage.tables import mentorships
from tests.conversations.world import World

WHOLE = "Показать всё"
OF_SUMMARY = ("Другой период", "Как дела у пар")
"""Buttons of Monday's summary, with which the digest is one message."""
HEAD, CHILD_HEAD = "Что ждёт вашего внимания", "Что тебя ждёт"
DAY = timedelta(days=1)
ZONE = ZoneInfo("Europe/Moscow")


def digests(phone: Phone) -> list[str]:
    """The texts of all digests on a phone, the oldest first; of a summary only the digest in it."""
    heads = (HEAD, CHILD_HEAD)
    return [screen.text[screen.text.index(head) :] for screen in phone.screens for head in heads if head in screen.text]


@dataclass
class Reader:
    """Somebody's phone, and the days on which a digest came."""

    world: World
    phone: Phone
    person: Person
    days: list[date] = field(default_factory=list)
    read: int = 0

    async def presses_each(self, digest: Screen, leads: Mapping[str, str]) -> list[str]:
        """Every line has its button, and every button leads where it should; gives the lines without their numbers.

        leads: by label, what is read there.
        """
        lines = [line for line in digest.text.splitlines() if re.match(r"\d\. ", line)]
        labels = [label for label in digest.labels if label not in OF_SUMMARY]
        assert len(lines) == len([label for label in labels if label != WHOLE]) <= 8
        for label in labels:
            await self.phone.taps(label, message=digest.message_id)
            assert leads[label] in self.phone.screen.text, f"{label}: {self.phone.screen.text}"
        self.read = len(self.phone.screens)
        return [line.partition(" ")[2] for line in lines]

    async def morning(self) -> Screen | None:
        """The digest that has come since the last look, None for none; never two."""
        fresh = self.phone.screens[self.read :]
        self.read = len(self.phone.screens)
        found = [screen for screen in fresh if HEAD in screen.text or CHILD_HEAD in screen.text]
        assert len(found) <= 1, "one digest a day at most"
        if found:
            today = self.world.now.astimezone(ZONE).date()
            assert today not in self.days
            self.days.append(today)
        return found[0] if found else None


async def teachers(world: World, school: Organisation, count: int, role: Role, *, since: int = 0) -> list[Person]:
    """People in a role without phones that matter, quickly."""
    made = []
    async with world.work() as work:
        for number in range(since, since + count):
            person = await work.people.add(
                f"Людин{number} Иван Ильич", telegram_id=None, birth=date(1990, 1, 1), category=Category.TEACHER
            )
            await work.memberships.grant(person.id, school.id, role)
            made.append(person)
    return made


async def begun(world: World, mentorship: int, days: int) -> None:
    """A mentorship began so many days ago."""
    async with world.work() as work:
        await work.connection.execute(
            update(mentorships).where(mentorships.c.id == mentorship).values(activated_at=world.now - days * DAY)
        )


async def met(world: World, mentorship: int, mentor: Person, when: datetime, state: MeetingState) -> int:
    """A meeting of the mentorship in that state."""
    new = Meeting(0, mentorship, MeetingKind.WORKING, when, None, state, mentor.id, when - DAY)
    async with world.work() as work:
        return await work.meetings.add(new)
