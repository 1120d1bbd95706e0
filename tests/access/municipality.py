"""Two schools with one of each role, two pairs in the first, and of everything a button points at one for each pair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from sqlalchemy import update

from mentoring.access import Scope
from mentoring.mentorships import Form, Mentorship, MentorshipState, Order, Party, Side
from mentoring.people import MembershipState, Organisation, Person
from mentoring.roles import Role
from storage.tables import memberships
from storage.work import Work
from tests.access import things
from tests.conversations.world import World

EACH = (Role.CURATOR, Role.PSYCHOLOGIST, Role.HEAD, Role.MENTOR, Role.MENTEE, Role.REFERRER)
STRANGER, FORMER, BESIDE = "stranger", "former curator", "beside"
"""Nobody; a curator who lost the role after the screen was shown; the adult who answers for the pair."""
OWN, OTHERS, ELSEWHERE = "own", "another's", "another school's"
"""Whose thing it is, seen by whoever presses."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One pair with its things. `ids`: what a button's argument of that name carries; `secrets`: words of theirs."""

    place: Organisation
    mentorship: int
    mentor: Person
    mentee: Person
    ids: Mapping[str, object]
    secrets: tuple[str, ...]

    @property
    def scopes(self) -> Mapping[str, Scope]:
        """What an action may be about, by the words of `tests.access.rows`."""
        pair = Scope(
            self.place.id,
            mentors=frozenset({self.mentor.id}),
            mentees=frozenset({self.mentee.id}),
            mentorship_id=self.mentorship,
        )
        return {
            "municipality": Scope(),
            "organisation": Scope(self.place.id),
            "pair": pair,
            "mentee in pair": replace(pair, person_id=self.mentee.id),
            "mentor in pair": replace(pair, person_id=self.mentor.id),
            "mentee": Scope(self.place.id, self.mentee.id),
            "mentor": Scope(self.place.id, self.mentor.id),
        }


@dataclass
class Municipality:
    """`chats`: who acts, by role or word; `pairs`: whose things there are, by OWN, OTHERS and ELSEWHERE."""

    world: World
    chats: dict[str, int] = field(default_factory=dict)
    pairs: dict[str, Pair] = field(default_factory=dict)

    @classmethod
    async def open(cls, world: World) -> Municipality:
        made = cls(world)
        first, second = await world.organisation("Школа Ближняя"), await world.organisation("Школа Дальняя")
        people = await made._people(first)
        async with world.work() as work:
            made.pairs[OWN] = await _pair(work, first, "Ближнев", (people[Role.MENTOR], people[Role.MENTEE]), people)
            made.pairs[OTHERS] = await _pair(work, first, "Соседев", await _two(work, first, "Соседев"), people)
            made.pairs[ELSEWHERE] = await _pair(work, second, "Дальнев", await _two(work, second, "Дальнев"), people)
            await made._around(work, first)
            await made._help(work, first, second, people[Role.CURATOR])
        return made

    async def _people(self, school: Organisation) -> dict[Role, Person]:
        found: dict[Role, Person] = {}
        for number, role in enumerate(EACH, start=1):
            self.chats[role], found[role] = await self._registered(f"Ближнев {role.value.title()} Иванович", number)
            async with self.world.work() as work:
                await work.memberships.grant(found[role].id, school.id, role)
        return found

    async def _registered(self, name: str, number: int) -> tuple[int, Person]:
        chat = 5000 + number
        async with self.world.work() as work:
            await work.chats.start(chat, "ru")
            return chat, await things.person(work, name, chat)

    async def _help(self, work: Work, first: Organisation, second: Organisation, by: Person) -> None:
        """The municipality mentors either school: a button means the one of its own."""
        for place, pairs in ((first, (OWN, OTHERS)), (second, (ELSEWHERE,))):
            made = await work.organisation_mentorships.propose(
                None, place.id, "Начать программу", work.now.date(), None, by=by.id
            )
            for whose in pairs:
                self.pairs[whose] = replace(
                    self.pairs[whose], ids={**self.pairs[whose].ids, "vertical.mentorship": made.id}
                )

    async def _around(self, work: Work, school: Organisation) -> None:
        """Those who are no members as everybody is: guardian, coordinator, former curator, adult beside, stranger."""
        pair = self.pairs[OWN]
        for number, who in enumerate((Role.GUARDIAN, Role.COORDINATOR, FORMER, BESIDE, STRANGER), start=50):
            chat = self.chats[who] = 5000 + number
            await work.chats.start(chat, "ru")
            if who == STRANGER:
                continue
            person = await things.person(work, f"Ближнев {who.title()} Иванович", chat)
            role = {FORMER: Role.CURATOR, BESIDE: Role.REFERRER}.get(who, who)
            place = None if role is Role.COORDINATOR else school.id
            given = await work.memberships.grant(person.id, place, Role(role))
            if who == FORMER:
                left = update(memberships).where(memberships.c.id == given.id).values(state=MembershipState.LEFT)
                await work.connection.execute(left)
            if who == BESIDE:
                await things.beside(work, pair.mentorship, person)
            if who == Role.GUARDIAN:
                await work.guardianships.put(pair.mentee.id, person.id, "mother")


async def _two(work: Work, place: Organisation, name: str) -> tuple[Person, Person]:
    """Mentor and mentee of a pair in which nobody acts."""
    found = []
    for role in (Role.MENTOR, Role.MENTEE):
        person = await things.person(work, f"{name} {role.value.title()} Петрович", None)
        await work.memberships.grant(person.id, place.id, role)
        found.append(person)
    return found[0], found[1]


async def _pair(
    work: Work, place: Organisation, name: str, two: tuple[Person, Person], staff: Mapping[Role, Person]
) -> Pair:
    mentor, mentee = two
    day = work.now.date()
    parties = (Party(mentor.id, Side.MENTOR, True, work.now), Party(mentee.id, Side.MENTEE, True, work.now))
    mentorship = await work.mentorships.propose(
        Mentorship(
            id=0,
            organisation_id=place.id,
            form=Form.TEACHER_TEACHER,
            role_model="experienced-young",
            kind="individual",
            starts=day - timedelta(days=30),
            ends=date(2027, 5, 25),
            state=MentorshipState.ACTIVE,
            parties=parties,
            proposed_by=staff[Role.CURATOR].id,
            proposed_at=work.now,
            order=Order("12", day),
            activated_at=work.now,
        )
    )
    ids = await things.put(work, place, mentorship, mentor, mentee, name)
    return Pair(place, mentorship, mentor, mentee, ids, (name, f"{name}-тайна"))
