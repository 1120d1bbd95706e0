"""A pupil and a mentor who use everything there is, and those who write about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Self

from mentoring.consents import ConsentKind
from mentoring.events import Result, SignState
from mentoring.mentorships import Form
from mentoring.people import Organisation, Person
from mentoring.roles import Role
from messaging.ports import Message
from storage.consents import Paper
from surveys.record import Subject
from tests.conversations import failing_things, newcomers, pairs
from tests.conversations.answering import asked
from tests.conversations.failing_things import Places
from tests.conversations.world import World
from tests.privacy.writing import Writer

PUPIL, MENTOR, MOTHER = "Журавлёва Аграфена Спиридоновна", "Подорожников Аристарх Ильич", "Журавлёва Вера Петровна"
NUMBERS = {PUPIL: "+79990001122", MENTOR: "+79990003344"}
ABOUT = "Журавлёва Аграфена, Аристарх Подорожников"
STAFF = {
    "curator": ("Ветрова Анна Львовна", Role.CURATOR),
    "head": ("Зимин Пётр Ильич", Role.HEAD),
    "psychologist": ("Белова Мария Львовна", Role.PSYCHOLOGIST),
    "coordinator": ("Орлова Ольга Николаевна", Role.COORDINATOR),
}
ASKED = {
    "pupil": ("entry-teacher-pupil-mentee", "meeting-feedback", "selection-mentee"),
    "mentor": ("strength-mentor",),
}
LINK = "https://example.org/x"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass
class Life:
    """One school. `who`: everybody by what they are; those who write about the two name them in every text."""

    world: World
    school: Organisation
    who: dict[str, Writer] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    pair: int = 0

    @classmethod
    async def open(cls, world: World) -> Self:
        made = cls(world, await world.organisation())
        for name, (called, role) in STAFF.items():
            place = None if role is Role.COORDINATOR else made.school
            phone, made.people[name] = await world.member(called, role, place)
            made.who[name] = Writer(world, phone, name, ABOUT)
        for name, called in (("pupil", PUPIL), ("mentor", MENTOR), ("mother", MOTHER)):
            says = f"{called} {NUMBERS[called]}" if called in NUMBERS else ABOUT
            made.who[name] = Writer(world, world.phone(called.split()[1]), name, says)
        return made

    async def lives(self) -> None:
        """All of it."""
        await self.both_register()
        await self.they_work()
        await self.they_are_asked()
        await self.they_speak_up()
        await self.others_write_about_them()
        await self.much_is_left_lying()

    async def both_register(self) -> None:
        """The pupil with the mother's consents, the mentor alone; the curator lets them in; they become a pair."""
        pupil, mentor, mother = (self.who[each] for each in ("pupil", "mentor", "mother"))
        await newcomers.begins(pupil.phone, await self.world.invite(None, self.school), newcomers.PUPIL_OF_15)
        await newcomers.guardian_consents(mother.phone, await newcomers.link_of(pupil.phone), MOTHER)
        await pupil.fills(name=PUPIL, category="pupil")
        await newcomers.begins(mentor.phone, await self.world.invite(None, self.school), newcomers.ADULT)
        await mentor.fills(name=MENTOR, category="teacher")
        async with self.world.work() as work:
            for name in ("pupil", "mentor", "mother"):
                found = await work.people.by_telegram(self.who[name].phone.id)
                assert found is not None, self.who[name].phone.screen.text
                self.people[name] = found
        for name in ("pupil", "mentor"):
            await self.who["curator"].phone.presses_old(1, f"applicant.approve:{await self._place(name)}")
        couple = [self.people["mentor"]], [self.people["pupil"]]
        self.pair = await pairs.active(self.world, self.school, *couple, Form.TEACHER_PUPIL, "teacher-underachiever")

    async def they_work(self) -> None:
        """Meetings with proposals and a log; a plan, a task, a question."""
        held, planned = await self._meeting(-3 * HOUR), await self._meeting(2 * DAY)
        await self._does("mentor", f"meeting.log:{held}", more="add")
        await self._does("pupil", f"meeting.propose:{planned}", "help.ask:{pair}")
        await self._does("mentor", "help.answer:1", "task.new:{pair}")
        await self._does("pupil", "task.done:1")
        await self._does("mentor", "task.return:1", f"meeting.place:{planned}")
        await self.who["mentor"].phone.presses_old(1, f"plan.of:{self.pair}:{self.people['pupil'].id}")
        await self._does("mentor", "plan.field:1:note", "plan.add:1:1", "plan.edit:1:expected")
        await self._does("pupil", "plan.report:1")
        await self._does("mentor", "plan.grade:1", "plan.assess:1")
        await self.who["mentor"].phone.presses_old(1, "plan.send:1")
        await self.who["pupil"].phone.presses_old(1, "plan.agree:1:1")

    async def they_are_asked(self) -> None:
        """Questionnaires to the end, in words too; low marks raise an alarm."""
        for name, definitions in ASKED.items():
            for definition in definitions:
                async with self.world.work() as work:
                    about = Subject("mentorship", self.pair)
                    waiting = await asked(work, definition, self.people[name], self.school.id, subject=about)
                await self._does(name, f"response.open:{waiting.id}")

    async def they_speak_up(self) -> None:
        """Wishes and requests, a practice, somebody recommended to the curator."""
        await self._does("pupil", f"place.request:{await self._place('pupil')}", "pair.leave:{pair}")
        mentor = await self._place("mentor")
        await self._does("mentor", f"place.pause:{mentor}", f"place.request:{mentor}")
        await self._does("mentor", "practice.new_in:{school}", link=LINK)
        await self._does("mentor", "refer.in:{school}", name=PUPIL)

    async def others_write_about_them(self) -> None:
        """Staff, each with both names in every text."""
        await self._does(
            "curator", "health.look:{pair}", "health.write:{pair}", "observation.enter:{pair}:{pupil}:outcomes-entry"
        )
        await self._does("curator", f"training.record:{await self._place('mentor')}:interview", "alarm.seen:1")
        await self._does(
            "curator", "adults.add:{pair}", duty="consultant", adult=".skip", adult_find=".skip", name=PUPIL
        )
        await self._does("curator", "award.give:{school}:letter:{mentor}", "award.give:{school}:letter:{pupil}")
        await self._does(
            "curator", "event.new_in:{school}", "documents.add:{school}", "final.write:{school}:conclusion"
        )
        await self._does("curator", "practice.return:1", "referral.decline:1", "training.new_in:{school}")
        await self._does("curator", "milestone.done:{school}-5-0-20260930", link=LINK)
        await self._does("psychologist", "observation.compatibility:{pair}")
        await self._does("coordinator", "recommendation.new:{school}")
        await self._does("curator", "recommendation.answer:1")
        await self._does("coordinator", "recommendation.return:1")
        async with self.world.work() as work:
            pupil, curator = self.people["pupil"].id, self.people["curator"].id
            await work.events.sign(1, pupil, self.school.id, SignState.SIGNED, by=curator)
            await work.events.mark(1, pupil, came=True, by=curator)
            await work.events.judge(1, pupil, Result(1, self.who["curator"].word()), by=curator)
            paper = Paper(date(2026, 8, 20), MOTHER, curator, self.who["pupil"].word())
            await work.consents.give(pupil, ConsentKind.PUBLICATION, 1, given_by=self.people["mother"].id, paper=paper)

    async def much_is_left_lying(self) -> None:
        """Drafts, a matching, messages that wait, files that were made."""
        where = Places(self.school.id, self.pair, self.people["mentor"].id, self.people["pupil"].id)
        later = self.world.now + 90 * DAY
        async with self.world.work() as work:
            number = await failing_things.matching(work, where)
            await work.matchings.comment(number, where.mentee, where.mentor, self.who["mentor"].word())
            await work.people_drafts.keep(self.who["curator"].phone.id, self.school.id, self.who["curator"].word())
            writers = [self.who[each] for each in ("pupil", "mentor", "head")]
            await work.outbox.put(
                [Message(each.phone.id, "later", {"text": each.word()}, not_before=later) for each in writers]
            )
        await self.who["pupil"].phone.presses_old(1, f"owndata.order:{where.mentee}")
        await self.who["curator"].phone.says("/export")
        await self.who["mentor"].begins(f"task.new:{self.pair}")
        await self.who["curator"].begins(f"health.look:{self.pair}")

    async def _place(self, name: str) -> int:
        """The membership."""
        async with self.world.work() as work:
            return (await work.memberships.of_person(self.people[name].id))[0].id

    async def _meeting(self, ahead: timedelta) -> int:
        """Planned yesterday; its number."""
        mentor, pupil = self.who["mentor"].phone, self.who["pupil"].phone
        couple = self.people["mentor"], self.people["pupil"]
        of = pairs.Pair(self.school, mentor, pupil, *couple, self.pair)
        return await pairs.meeting(self.world, of, self.world.now + ahead, planned_at=self.world.now - DAY)

    async def _does(self, who: str, *presses: str, **answers: str) -> None:
        """Presses each and fills in what it asks; `{pair}`, `{school}` and everybody's number may stand in it."""
        ids = {name: person.id for name, person in self.people.items()}
        for press in presses:
            await self.who[who].fills(press.format(pair=self.pair, school=self.school.id, **ids), **answers)
