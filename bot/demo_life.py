"""Lets the demo's town live for some months before the page is opened: people, consents, pairs, meetings, answers.

Each step is written at the moment it would have happened. Dates are counted back from now, so the demo looks the same
in every season.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from bot.demo_answers import fill_in
from bot.demo_consents import consent
from bot.demo_places import found, keep_up, type_in
from bot.demo_souls import Soul
from bot.demo_town import Couple, Fate, Town
from bot.demo_works import Works
from mentoring.access import Actor
from mentoring.cycle import next_kind
from mentoring.life import Gathering, complete
from mentoring.meetings import Meeting, MeetingState
from mentoring.mentorships import Mentorship, MentorshipState, Order, Party, Side
from mentoring.people import Person
from mentoring.roles import PARTICIPANTS, Role
from services import dialogue, evidence, pairs
from services.desk import Desk, House
from services.evidence import Stage
from storage.engine import Database
from storage.work import Work
from surveys.record import Subject

WEEKS = 12
"""How long ago everything began."""
_PAIRED, _HALFWAY, _LAST = 2, 8, 11
"""Weeks after the beginning: the pairs are formed, everybody is asked how it goes, the last meetings."""
_STILL = 6
"""After this week those that stand still have no meeting."""
_EVERY = 2
_HOLDS = timedelta(weeks=30)
_HOUR = time(15)
_MINUTES = (30, 45, 60)
_LIKING = (0.85, 0.75, 0.9, 0.65, 0.8, 0.45)
"""How content the people of a pair are, by turns."""


async def live(database: Database, house: House, town: Town, now: datetime) -> None:
    """Fills an empty database with the town, up to `now`."""
    await _Life(database, house, town, now).live()


class _Life:
    def __init__(self, database: Database, house: House, town: Town, now: datetime) -> None:
        self._database = database
        self._house = house
        self._town = town
        self._now = now
        self._zone = ZoneInfo(house.programme.zone)
        self._chance = Random(town.places[0].name)
        self._places: list[int] = []
        self._people: dict[int, Person] = {}
        self._pairs: list[tuple[Couple, int]] = []
        self._held: dict[int, list[Meeting]] = {}

    async def live(self) -> None:
        async with self._database.write(self._week(0)) as work:
            await self._settle_in(work)
        async with self._database.write(self._week(_PAIRED)) as work:
            await self._pair_up(work)
        for week in range(_PAIRED + 1, _LAST + 1):
            async with self._database.write(self._week(week)) as work:
                await self._meet(work, week)
                if week == _PAIRED + 1:
                    await self._works().begin(work)
                if week == _HALFWAY:
                    await self._ask(self._desk(work), Stage.INTERIM)
                    await self._works().go_on(work)
        async with self._database.write(self._now) as work:
            await self._go_on(work)
            await self._works().now(work)

    def _works(self) -> Works:
        today = self._now.astimezone(self._zone).date()
        return Works(self._house, self._town, self._people, self._places, self._pairs, today)

    # --- people -------------------------------------------------------------------------------------------------------

    async def _settle_in(self, work: Work) -> None:
        self._places = await found(work, self._house.programme, self._town)
        for soul in self._town.souls:
            await self._register(work, soul)
        for soul in self._town.staff:
            if soul.stands_for is not None:
                person = self._people[soul.chat].id
                await work.appointments.appoint(None, soul.stands_for, person, by=person)
        curators = {soul.places[0]: soul for soul in self._town.staff if soul.role is Role.CURATOR}
        for number, curator in curators.items():
            by = self._people[curator.chat].id
            await type_in(work, self._house.programme, self._town, self._places[number], by)
            for role in sorted(PARTICIPANTS):
                await work.base_reviews.add(self._places[number], role, by=by)
        coordinator = next((soul for soul in self._town.staff if soul.role is Role.COORDINATOR), None)
        if coordinator is not None:
            await type_in(work, self._house.programme, self._town, None, self._people[coordinator.chat].id)

    async def _register(self, work: Work, soul: Soul) -> None:
        if soul.chat in self._people:
            return
        await work.chats.start(soul.chat, "ru")
        person = await work.people.add(
            soul.name,
            telegram_id=soul.chat,
            birth=None if soul.role is Role.GUARDIAN else soul.birth,
            category=soul.category,
            profile=soul.profile,
        )
        self._people[soul.chat] = person
        await self._take_place(work, soul, person)
        if soul.facts:
            place = self._places[soul.places[0]]
            await work.needs.save(await work.needs.get(person.id, place), soul.facts, by=person.id)
        guardian = self._people[soul.guardian.chat] if soul.guardian else None
        await consent(work, self._house.programme, soul, person, guardian, self._now.date())

    async def _take_place(self, work: Work, soul: Soul, person: Person) -> None:
        if not soul.places:
            await work.memberships.grant(person.id, None, soul.role)
        for place in soul.places:
            if soul.role in PARTICIPANTS:
                applied = await work.memberships.apply(
                    person.id, self._places[place], soul.role, areas=self._areas(soul), request=None
                )
                await work.memberships.approve(applied.id, by=person.id)
            else:
                await work.memberships.grant(person.id, self._places[place], soul.role)

    def _areas(self, soul: Soul) -> tuple[str, ...]:
        known = self._house.programme.areas_for(soul.category, soul.role)
        return tuple(area.id for area in self._chance.sample(known, min(2, len(known))))

    # --- mentorships --------------------------------------------------------------------------------------------------

    async def _pair_up(self, work: Work) -> None:
        for number, couple in enumerate(self._town.couples, 1):
            self._pairs.append((couple, await work.mentorships.propose(self._mentorship(couple, number, work.now))))
        await self._ask(self._desk(work), Stage.ENTRY)

    def _mentorship(self, couple: Couple, number: int, at: datetime) -> Mentorship:
        day = at.astimezone(self._zone).date()
        curator = self._curator(couple)
        parties = [Party(self._people[couple.mentor.chat].id, Side.MENTOR, True, at)]
        parties += [Party(self._people[soul.chat].id, Side.MENTEE, True, at) for soul in couple.mentees]
        return Mentorship(
            id=0,
            organisation_id=self._places[couple.place],
            form=couple.form.id,
            role_model=couple.model.id,
            kind=self._kind(couple),
            starts=day,
            ends=day + _HOLDS,
            state=MentorshipState.ACTIVE,
            parties=tuple(parties),
            proposed_by=curator,
            proposed_at=at,
            order=Order(str(number), day),
            activated_at=at,
        )

    def _kind(self, couple: Couple) -> str:
        """The kind that is called like the role model, else the usual one."""
        gathering = Gathering.PAIR if len(couple.mentees) == 1 else Gathering.GROUP
        fitting = self._house.programme.kinds_for(gathering)
        return next((kind.id for kind in fitting if kind.id == couple.model.id), fitting[0].id)

    def _curator(self, couple: Couple) -> int:
        return next(
            self._people[soul.chat].id
            for soul in self._town.staff
            if soul.role is Role.CURATOR and couple.place in soul.places
        )

    async def _ask(self, desk: Desk, stage: Stage) -> None:
        """Puts the questionnaires of a stage before all, and lets most of them answer."""
        for number, (couple, mentorship) in enumerate(self._pairs):
            if stage is Stage.EXIT and couple.fate is not Fate.COMPLETED:
                continue
            pair = await pairs.pair_of(desk, await pairs.find(desk, mentorship))
            await evidence.ask(desk, pair, stage)
            better = {Stage.ENTRY: -0.15, Stage.INTERIM: 0.0, Stage.EXIT: 0.1}[stage]
            for asked in await desk.work.mentorships.askings([mentorship]):
                record = await desk.work.responses.get(asked.response_id)
                late = stage is Stage.INTERIM and number % 4 == 3
                if record is not None and record.unfinished and not late:
                    liking = _LIKING[number % len(_LIKING)] + better
                    await fill_in(desk, record, liking, self._chance, self._town.sayings)

    # --- meetings -----------------------------------------------------------------------------------------------------

    async def _meet(self, work: Work, week: int) -> None:
        desk = self._desk(work)
        for number, (couple, mentorship) in enumerate(self._pairs):
            still = couple.fate is Fate.STUCK and week > _STILL
            if (week + number) % _EVERY == 0 and not still:
                await self._hold(desk, couple, mentorship, number, week)

    async def _hold(self, desk: Desk, couple: Couple, mentorship_id: int, number: int, week: int) -> None:
        mentorship = await desk.work.mentorships.get(mentorship_id)
        if mentorship is None:
            return
        held = self._held.setdefault(mentorship_id, [])
        moment = self._at(week, number % 5)
        mentor = self._people[couple.mentor.chat].id
        steps = [step.kind for step in self._house.programme.cycle_for(couple.form.id, couple.model.id)]
        meeting = Meeting(
            id=0,
            mentorship_id=mentorship_id,
            kind=next_kind(mentorship, held, moment.date(), steps),
            starts_at=moment,
            place=self._town.rooms[number % len(self._town.rooms)],
            state=MeetingState.HELD,
            planned_by=mentor,
            planned_at=moment - timedelta(days=3),
            minutes=self._chance.choice(_MINUTES),
            topics=self._topics(couple),
            outcome=self._chance.choice(self._town.outcomes),
            logged_by=mentor,
            logged_at=moment + timedelta(hours=2),
        )
        made = await desk.work.meetings.add(meeting)
        held.append(meeting)
        await self._feedback(desk, mentorship, made, number)

    def _topics(self, couple: Couple) -> tuple[str, ...]:
        known = self._house.programme.topics_for(couple.form.id)
        return (self._chance.choice(known).id,) if known else ()

    async def _feedback(self, desk: Desk, mentorship: Mentorship, meeting_id: int, number: int) -> None:
        name = self._house.programme.questionnaires.feedback
        for party in mentorship.parties:
            if self._chance.random() < 0.85:
                record = await dialogue.ask(
                    desk,
                    name,
                    party.person_id,
                    None,
                    organisation_id=mentorship.organisation_id,
                    subject=Subject("meeting", meeting_id),
                )
                await fill_in(desk, record, _LIKING[number % len(_LIKING)], self._chance, self._town.sayings)

    # --- today --------------------------------------------------------------------------------------------------------

    async def _go_on(self, work: Work) -> None:
        """What has been completed is ended with its questionnaires; those on the page meet tomorrow."""
        await self._ask(self._desk(work), Stage.EXIT)
        people = {chat: person.id for chat, person in self._people.items()}
        await keep_up(work, self._house.programme, self._town, self._places, people, self._week(0).date())
        shown = {phone.id for phone in self._town.phones}
        for couple, mentorship_id in self._pairs:
            before = await work.mentorships.get(mentorship_id)
            if before is None:
                continue
            if couple.fate is Fate.COMPLETED:
                asked = replace(before, exit_asked_at=self._now)
                await work.mentorships.change(before, complete(asked, self._now, go_on=True))
            elif couple.mentor.chat in shown:
                await self._plan(work, couple, before)

    async def _plan(self, work: Work, couple: Couple, mentorship: Mentorship) -> None:
        mentor = self._people[couple.mentor.chat].id
        day = self._now.astimezone(self._zone).date() + timedelta(days=1)
        moment = datetime.combine(day, _HOUR, self._zone)
        steps = [step.kind for step in self._house.programme.cycle_for(couple.form.id, couple.model.id)]
        kind = next_kind(mentorship, self._held.get(mentorship.id, ()), day, steps)
        await work.meetings.add(
            Meeting(0, mentorship.id, kind, moment, self._town.rooms[0], MeetingState.PLANNED, mentor, self._now)
        )

    # --- time ---------------------------------------------------------------------------------------------------------

    def _desk(self, work: Work) -> Desk:
        return Desk(work, self._house, Actor(0, None), work.now)

    def _week(self, week: int) -> datetime:
        """The Friday evening of a week, counted from the beginning."""
        return self._at(week, 4) + timedelta(hours=3)

    def _at(self, week: int, weekday: int) -> datetime:
        today = self._now.astimezone(self._zone).date()
        monday = today - timedelta(days=today.weekday(), weeks=WEEKS - week)
        return datetime.combine(monday + timedelta(days=weekday), _HOUR, self._zone)
