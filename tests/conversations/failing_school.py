"""A school full of things that are nobody else's business, and the people who press their buttons all the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Table, select, update

from mentoring.meetings import Meeting, MeetingKind, MeetingState, TimeProposal
from mentoring.mentorships import Form, Mentorship, MentorshipState, Order, Party, Side
from mentoring.people import MembershipState, Organisation, Person
from mentoring.roles import Role
from simulator.phones import Phone
from storage.tables import (
    consents,
    guardianships,
    meetings,
    memberships,
    mentorships,
    parked,
    parties,
    people,
    time_proposals,
)
from storage.work import Work
from tests.conversations import failing_things
from tests.conversations.failing_things import SECRET_WORDS, Places
from tests.conversations.newcomers import PUPIL_OF_12, begins
from tests.conversations.world import Blank, World

SECRETS = (
    "Скрытнева",
    "Аполлинария",
    "Потаев",
    "Мефодий",
    "Безвестный",
    "Феофан",
    "за печатью",
    "тайный итог",
    "тихая просьба",
    "негромкая причина",
    *SECRET_WORDS,
)
"""Names and words of people whom the actors of the matrix have nothing to do with."""
KEPT: tuple[Table, ...] = (
    people,
    memberships,
    mentorships,
    parties,
    meetings,
    time_proposals,
    consents,
    guardianships,
    *failing_things.OF_A_PAIR,
)
"""What is over when the pair is."""
EVERYTHING = (*KEPT, *failing_things.OF_THE_ORGANISATION)


@dataclass
class FailingSchool:
    """One pair with everything a pair can have, and `ids`: what a button's argument of that name may point at."""

    world: World
    place: Organisation
    curator: Phone
    mentor: Phone
    mentee: Phone
    mentor_person: Person
    mentee_person: Person
    phones: dict[str, Phone] = field(default_factory=dict)
    ids: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    async def open(cls, world: World) -> FailingSchool:
        world.maker = Blank()
        place = await world.organisation()
        curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, place)
        mentor, mentor_person = await world.member("Скрытнева Аполлинария Юрьевна", Role.MENTOR, place)
        mentee, mentee_person = await world.member("Потаев Мефодий Ильич", Role.MENTEE, place)
        made = cls(world, place, curator, mentor, mentee, mentor_person, mentee_person)
        await made._others()
        await made._fill()
        return made

    async def _others(self) -> None:
        """The actors: none of them has to do with the pair."""
        world, place = self.world, self.place
        elsewhere = await world.organisation("Лицей за рекой")
        mentor, first = await world.member("Громов Олег Ильич", Role.MENTOR, place)
        mentee, second = await world.member("Серова Нина Юрьевна", Role.MENTEE, place)
        async with world.work() as work:
            await work.mentorships.propose(self._pair(MentorshipState.ACTIVE, first, second))
        self.phones = {"mentor of another pair": mentor, "mentee of another pair": mentee}
        others = (
            ("other organisation's curator", "Чужова Инна Львовна", Role.CURATOR, elsewhere),
            ("coordinator", "Главнова Зоя Львовна", Role.COORDINATOR, None),
            ("head", "Верховцев Лев Ильич", Role.HEAD, place),
            ("guardian", "Маменькина Рита Львовна", Role.GUARDIAN, place),
        )
        for who, name, role, where in others:
            self.phones[who], _ = await world.member(name, role, where)
        self.phones["stranger"] = world.phone("Прохожий")
        await self.phones["stranger"].starts()

    async def _fill(self) -> None:
        """Every kind of thing a button can point at, in every state that makes a difference."""
        world = self.world
        child = world.phone("Дитя")
        await begins(child, await world.invite(None, self.place), PUPIL_OF_12)
        async with world.work() as work:
            pairs = [
                await work.mentorships.propose(self._pair(state, self.mentor_person, self.mentee_person))
                for state in (
                    MentorshipState.ACTIVE,
                    MentorshipState.PROPOSED,
                    MentorshipState.AGREED,
                    MentorshipState.ENDED_EARLY,
                )
            ]
            held = [await work.meetings.add(each) for each in self._meetings(pairs[0])]
            wish = TimeProposal(0, held[0], self.mentee_person.id, world.now + timedelta(days=5), None, world.now)
            proposal = await work.meetings.propose(wish)
            applicant, refused = await self._applicants(work)
            waiting = await work.responses.waiting(child.id)
            token = await work.invitations.create(None, self.place.id)
            link = await work.invitations.find(token)
            places = Places(self.place.id, pairs[0], self.mentor_person.id, self.mentee_person.id)
            things = await failing_things.put(work, places)
        assert link is not None
        self.ids = {
            "meeting": tuple(held),
            "proposal": (proposal,),
            "mentorship": tuple(pairs),
            "organisation": (self.place.id,),
            "membership": (applicant, refused),
            "person": (self.mentor_person.id, self.mentee_person.id),
            "response": tuple(one.id for one in waiting),
            "invitation": (link.id,),
            "job": (1,),
            **things,
        }

    async def _applicants(self, work: Work) -> tuple[int, int]:
        """One waits for a decision, the other was refused."""
        first = await work.people.add("Безвестный Феофан Ильич", birth=date(1980, 1, 2))
        second = await work.people.add("Безвестный Феофан Львович", birth=date(1980, 1, 2))
        waits = await work.memberships.apply(first.id, self.place.id, Role.MENTEE, request="тихая просьба")
        decided = await work.memberships.apply(second.id, self.place.id, Role.MENTEE, request="тихая просьба")
        await work.memberships.refuse(decided.id, by=self.mentor_person.id, reason="негромкая причина")
        return waits.id, decided.id

    def _pair(self, state: MentorshipState, mentor: Person, mentee: Person) -> Mentorship:
        now = self.world.now
        known = state is not MentorshipState.PROPOSED or None
        ended = state is MentorshipState.ENDED_EARLY
        return Mentorship(
            id=0,
            organisation_id=self.place.id,
            form=Form.TEACHER_TEACHER,
            role_model="experienced-young",
            kind="individual",
            starts=now.date(),
            ends=now.date() + timedelta(days=200),
            state=state,
            parties=(Party(mentor.id, Side.MENTOR, known, now), Party(mentee.id, Side.MENTEE, known, now)),
            proposed_by=mentor.id,
            proposed_at=now,
            order=Order("12", now.date()) if state in (MentorshipState.ACTIVE, MentorshipState.ENDED_EARLY) else None,
            activated_at=now if state is not MentorshipState.PROPOSED else None,
            ended_at=now if ended else None,
            end_comment="негромкая причина" if ended else None,
        )

    def _meetings(self, mentorship: int) -> Sequence[Meeting]:
        """Planned, begun and not logged, held long ago, cancelled."""
        now, by = self.world.now, self.mentor_person.id
        first = Meeting(
            0,
            mentorship,
            MeetingKind.WORKING,
            now + timedelta(days=2),
            "Кабинет за печатью",
            MeetingState.PLANNED,
            by,
            now,
        )
        return (
            first,
            replace(first, starts_at=now - timedelta(hours=3)),
            replace(
                first,
                starts_at=now - timedelta(days=60),
                state=MeetingState.HELD,
                minutes=45,
                outcome="тайный итог",
                logged_by=by,
                logged_at=now - timedelta(days=60),
            ),
            replace(first, starts_at=now + timedelta(days=3), state=MeetingState.CANCELLED, outcome="тайный итог"),
        )

    async def everything_ends(self) -> None:
        """Pairs ended, meetings cancelled, wishes and applicants refused, the child's registration given up."""
        async with self.world.work() as work:
            over = (
                update(mentorships).values(state=MentorshipState.ENDED_EARLY, ended_at=self.world.now),
                update(meetings).where(meetings.c.state == "planned").values(state=MeetingState.CANCELLED),
                update(time_proposals).values(accepted=False),
                update(memberships).where(memberships.c.state == "applied").values(state=MembershipState.REFUSED),
            )
            for statement in over:
                await work.connection.execute(statement)
            for response in self.ids["response"]:
                await work.responses.erase(response)

    async def kept(self, tables: Sequence[Table] = EVERYTHING) -> dict[str, list[Any]]:
        """Every row that nobody may change by the way."""
        async with self.world.work() as work:
            return {
                table.name: sorted(map(repr, (await work.connection.execute(select(table))).all())) for table in tables
            }


async def parked_bodies(world: World) -> list[str]:
    """What could not be handled: never anything."""
    async with world.work() as work:
        return [f"{row.body}\n{row.traceback}" for row in await work.connection.execute(select(parked))]
