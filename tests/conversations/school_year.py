"""The main cycle, once through, in the language of everybody's Telegram: who took part, and what they saw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from mentoring.roles import Role
from tests.conversations.walker import Walker, link_in
from tests.conversations.world import World

NAMES: Mapping[str, Mapping[str, str]] = {
    "ru": {
        "place": "Школа № 14",
        "coordinator": "Смирнова Ольга Павловна",
        "curator": "Ветрова Анна Львовна",
        "mentor": "Громов Олег Ильич",
        "child": "Потаев Мефодий Ильич",
        "guardian": "Потаева Вера Львовна",
        "order": "12-од",
        "word": "Слово",
    },
    "en": {
        "place": "School 14",
        "coordinator": "Smith Olga",
        "curator": "Winter Anna",
        "mentor": "Storm Oleg",
        "child": "Stone Peter",
        "guardian": "Stone Vera",
        "order": "12",
        "word": "Word",
    },
}
BIRTH = {"mentor": "12.03.1985", "child": "12.03.2014"}
COMMANDS = ("/help", "/privacy", "/language", "/surveys", "/meetings")


@dataclass
class SchoolYear:
    """Coordinator, curator, mentor, child and guardian."""

    world: World
    names: Mapping[str, str]
    people: dict[str, Walker]

    @classmethod
    async def open(cls, world: World, language: str) -> SchoolYear:
        names = NAMES[language]
        who = ("coordinator", "curator", "mentor", "child", "guardian")
        people = {each: Walker(world.phone(names[each], language=language), names["word"]) for each in who}
        return cls(world, names, people)

    async def everybody_comes(self) -> None:
        """Invitation, organisation, link, registrations with a guardian's consents, approvals."""
        coordinator, curator = self.people["coordinator"], self.people["curator"]
        await coordinator.starts(await self.world.invite(Role.COORDINATOR))
        await coordinator.fills({"name": self.names["coordinator"]})
        await coordinator.opens("menu.open")
        await coordinator.opens("organisations.list")
        await coordinator.opens("organisation.new")
        await coordinator.fills({"name": self.names["place"]})
        await coordinator.opens("invite.make")
        await curator.starts(link_in(coordinator))
        await curator.fills({"name": self.names["curator"]})
        await curator.says("/menu")
        await curator.opens("links.show")
        link = link_in(curator)
        await curator.opens("link.poster")
        await self._adult(link)
        await self._child(link)

    async def _adult(self, link: str) -> None:
        mentor = self.people["mentor"]
        await mentor.starts(link)
        work = {"career_start": "01.09.2010", "hired_here": "01.09.2015"}
        told = {"who": "mentor", "birth": BIRTH["mentor"], "name": self.names["mentor"], "category": "teacher"}
        await mentor.says("?")
        await mentor.fills({**told, **work})
        await self.people["curator"].opens("applicant.approve")

    async def _child(self, link: str) -> None:
        child, guardian, curator = (self.people[who] for who in ("child", "guardian", "curator"))
        await child.starts(link)
        await child.fills({"who": "mentee", "birth": BIRTH["child"]}, until="guardian")
        await guardian.starts(link_in(child))
        await guardian.fills({"name": self.names["guardian"]})
        await child.fills({"name": self.names["child"], "category": "pupil", "role": "mentee"})
        await curator.opens("applicant.open")
        await curator.opens("applicant.approve")

    async def pair_is_formed(self) -> None:
        """Proposal, agreements, entry questionnaires, order."""
        curator = self.people["curator"]
        await curator.says("/pairs")
        await curator.opens("pair.new")
        await curator.fills({})
        for who in ("mentor", "child"):
            await self.people[who].opens("pair.agree")
        for who in ("mentor", "child"):
            await self.people[who].opens("response.open")
            await self.people[who].fills({})
        await curator.opens("pair.order")
        await curator.fills({"number": self.names["order"]})

    async def they_meet(self) -> None:
        """A meeting planned, moved at the child's wish, held, logged and marked; another one cancelled."""
        mentor, child = self.people["mentor"], self.people["child"]
        await self._plans("2026-09-03", "15:00")
        await child.opens("meeting.propose")
        await child.fills({"date": "04.09.2026", "time": "16:00"})
        await mentor.opens("meeting.accept")
        await self.world.until(datetime(2026, 9, 4, 14, 30, tzinfo=UTC))
        await mentor.opens("meeting.logged")
        await mentor.fills({"more": "add"})
        await child.fills({})
        await child.opens("feedback.comment")
        await child.fills({})
        await self.world.advance(timedelta(hours=1))
        await self._plans("2026-09-10", "15:00")
        await mentor.says("/meetings")
        await mentor.opens("meeting.open")
        await mentor.opens("meeting.cancel")
        await mentor.fills({})
        await mentor.says("/log")
        await mentor.fills({})

    async def _plans(self, day: str, time: str) -> None:
        mentor = self.people["mentor"]
        await mentor.says("/menu")
        await mentor.opens("meetings.list")
        await mentor.opens("meeting.new")
        await mentor.fills({"date": day, "time": time})

    async def they_look_round(self) -> None:
        """Every command, and every button of its screen once; the week's summary comes by itself."""
        await self.world.until(datetime(2026, 9, 14, 7, 0, tzinfo=UTC))
        for walker in self.people.values():
            for command in COMMANDS:
                await walker.says(command)
        await self.people["child"].looks_round("/menu")
        await self.people["curator"].looks_round("/menu", "/people", "/pairs")
        for command in ("/summary month", "/export", "/invite"):
            await self.people["curator"].says(command)
        await self.people["coordinator"].looks_round("/menu", "/summary")
        await self.people["mentor"].looks_round("/menu", "/pairs")

    async def it_ends(self) -> None:
        """Exit questionnaires, and the pair's work is completed."""
        curator = self.people["curator"]
        await curator.says("/pairs")
        await curator.opens("pair.open")
        await curator.opens("pair.complete:")
        for who in ("mentor", "child"):
            await self.people[who].opens("response.open")
            await self.people[who].fills({})
        await curator.says("/pairs")
        await curator.opens("pair.open")
        await curator.opens("pair.complete:")
        await curator.opens("pair.complete_now")

    def seen(self, who: str) -> list[str]:
        """Every text and label that person was shown, without what people typed."""
        return [self._without_typed(text) for text in self.people[who].seen]

    def _without_typed(self, text: str) -> str:
        for typed in sorted(self.names.values(), key=len, reverse=True):
            text = text.replace(typed, "")
            for part in typed.split():
                text = text.replace(part, "") if len(part) > 2 else text
        return text
