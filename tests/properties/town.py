"""A town of two schools in the middle of its year: everybody who takes part, and what they are in the midst of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from mentoring.consents import ConsentKind
from mentoring.life import Gathering, kind_of
from mentoring.mentorships import Form, Mentorship, MentorshipState, Order, Party, Side
from mentoring.needs import Fact, Need, Needs
from mentoring.people import Organisation, Person, Profile
from mentoring.roles import Category, Role
from simulator.phones import Phone
from storage.consents import Paper
from storage.work import Work
from tests.conversations.world import World
from tests.properties.secrecy import Secrets

_NEEDED = (ConsentKind.PROCESSING, ConsentKind.PARTICIPATION)
ADULT, YOUNG, TEENAGER, CHILD = date(1982, 5, 12), date(2001, 3, 4), date(2010, 2, 3), date(2014, 6, 7)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Somebody to be put into the town. `capacity`: of a mentor; `phone`: whether they have Telegram."""

    name: str
    role: Role
    category: Category
    birth: date
    capacity: int | None = None
    phone: bool = True
    need: Need | None = None


def _teacher(name: str, role: Role, birth: date = ADULT, **more: object) -> Wanted:
    return Wanted(name, role, Category.TEACHER, birth, **more)  # type: ignore[arg-type]


def _pupil(name: str, role: Role, birth: date = CHILD, **more: object) -> Wanted:
    return Wanted(name, role, Category.PUPIL, birth, **more)  # type: ignore[arg-type]


LARGE = (
    _teacher("Куратова Анна Львовна", Role.CURATOR),
    _teacher("Смотрова Зоя Ильинична", Role.CURATOR),
    _teacher("Душевная Рита Олеговна", Role.PSYCHOLOGIST),
    _teacher("Верховцев Лев Ильич", Role.HEAD),
    _teacher("Класснова Вера Юрьевна", Role.REFERRER),
    _teacher("Громов Олег Ильич", Role.MENTOR, capacity=2),
    _teacher("Белова Ирина Павловна", Role.MENTOR, capacity=1),
    _teacher("Ткачёв Илья Маркович", Role.MENTOR),
    _teacher("Рощина Мария Петровна", Role.MENTOR, capacity=3),
    _pupil("Дубов Кирилл Олегович", Role.MENTOR, TEENAGER, capacity=2),
    _pupil("Лужина Алина Игоревна", Role.MENTOR, TEENAGER),
    _teacher("Серова Нина Юрьевна", Role.MENTEE, YOUNG, need=Need.LOW_RESULTS),
    _teacher("Котов Артём Петрович", Role.MENTEE, YOUNG),
    _teacher("Ершова Дина Олеговна", Role.MENTEE, YOUNG),
    _teacher("Безтелефонов Пётр Ильич", Role.MENTEE, YOUNG, phone=False),
    _pupil("Потаев Мефодий Ильич", Role.MENTEE, need=Need.REGISTER),
    _pupil("Ясная Варвара Ильинична", Role.MENTEE, need=Need.SPECIAL_NEEDS),
    _pupil("Зимин Денис Олегович", Role.MENTEE, need=Need.HARD_SITUATION),
    _pupil("Малышев Тимур Олегович", Role.MENTEE, phone=False, need=Need.RISK_GROUP),
)
SMALL = (
    _teacher("Заречная Инна Львовна", Role.CURATOR),
    _teacher("Мостов Глеб Маркович", Role.MENTOR, capacity=1),
    _teacher("Причалов Юрий Ильич", Role.MENTOR),
    _teacher("Лодкина Ася Петровна", Role.MENTEE, YOUNG, need=Need.LOW_RESULTS),
    _pupil("Островская Яна Ильинична", Role.MENTEE, need=Need.UNDERACHIEVING),
)
COORDINATOR = _teacher("Главнова Ольга Павловна", Role.COORDINATOR)


@dataclass
class Town:
    """Phones by the Telegram id, people by surname; `links` are open invitations that newcomers may find."""

    world: World
    secrets: Secrets
    large: Organisation
    small: Organisation
    phones: dict[int, Phone] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)

    @classmethod
    async def built(cls, world: World) -> Town:
        """Everybody, and mentorships in each state."""
        large, small = await world.organisation("Школа Северная"), await world.organisation("Лицей Заречный")
        town = cls(world, Secrets(world), large, small)
        async with world.work() as work:
            for place, people in ((large, LARGE), (small, SMALL), (None, (COORDINATOR,))):
                for wanted in people:
                    await town._settle(work, wanted, place)
            await town._pairs(work)
            for place in (large, small, large):
                town.links.append(await work.invitations.create(None, place.id))
        for newcomer in ("Прохожий", "Гостья", "Новенький"):
            town._phone(newcomer)
        return town

    def neighbours(self, chat: int) -> list[str]:
        """Names that somebody may have on a list of theirs."""
        small = [one.name for one in SMALL]
        owner = next((one.name for one in self.people.values() if one.telegram_id == chat), "")
        return small if owner in small else [one.name for one in LARGE]

    def _phone(self, name: str) -> Phone:
        phone = self.world.phone(name)
        self.phones[phone.id] = phone
        return phone

    async def _settle(self, work: Work, wanted: Wanted, place: Organisation | None) -> Person:
        phone = self._phone(wanted.name.split()[1]) if wanted.phone else None
        if phone is not None:
            phone.telegram.chat(phone.id).started = True
            await work.chats.start(phone.id, "ru")
        person = await work.people.add(
            wanted.name,
            telegram_id=phone.id if phone else None,
            birth=wanted.birth,
            category=wanted.category,
            profile=Profile(school_class="7А" if wanted.category is Category.PUPIL else None),
            language="ru",
        )
        self.people[wanted.name.split()[0]] = person
        await self._join(work, wanted, person, place)
        await self._consent(work, person, place)
        return person

    async def _join(self, work: Work, wanted: Wanted, person: Person, place: Organisation | None) -> None:
        membership = await work.memberships.grant(person.id, place.id if place else None, wanted.role)
        if place is None or wanted.role not in (Role.MENTOR, Role.MENTEE):
            return
        areas = [each.id for each in self.world.machine.house.programme.areas]
        request = self.secrets.of_person(place.id, person.id) if wanted.role is Role.MENTEE else None
        await work.memberships.save(
            replace(membership, areas=(areas[person.id % len(areas)],), capacity=wanted.capacity, request=request)
        )
        if wanted.need is not None:
            fact = Fact(wanted.need, self.world.now.date() - timedelta(days=200))
            await work.needs.save(Needs(person.id, place.id), (fact,), by=person.id)

    async def _consent(self, work: Work, person: Person, place: Organisation | None) -> None:
        """An adult in chat or on paper; a child by a parent with a phone, from 14 beside them."""
        today = self.world.now.date()
        if person.is_minor(today) and place is not None:
            guardian = await self._guardian(work, person, place)
            for kind in _NEEDED:
                await work.consents.give(person.id, kind, 1, given_by=guardian.id)
            if person.birth == CHILD:
                return
        paper = None if person.telegram_id else Paper(today, person.name, person.id)
        for kind in _NEEDED:
            await work.consents.give(person.id, kind, 1, given_by=person.id, paper=paper)

    async def _guardian(self, work: Work, child: Person, place: Organisation) -> Person:
        """One mother of each surname."""
        surname, name = f"{child.name.split()[0]}-Старшая", f"{child.name.split()[0]}-Старшая Вера Львовна"
        wanted = Wanted(name, Role.GUARDIAN, Category.PARENT, ADULT)
        found = self.people.get(surname) or await self._settle(work, wanted, place)
        await work.guardianships.put(child.id, found.id, "mother")
        return found

    async def _pairs(self, work: Work) -> None:
        """A pair or group in each state, so that nobody has to begin from nothing."""
        active, agreed = MentorshipState.ACTIVE, MentorshipState.AGREED
        for mentor, mentees, state in (
            ("Громов", ("Серова",), active),
            ("Ткачёв", ("Потаев", "Ясная"), active),
            ("Дубов", ("Зимин",), active),
            ("Рощина", ("Безтелефонов",), active),
            ("Мостов", ("Лодкина",), active),
            ("Рощина", ("Малышев",), agreed),
            ("Громов", ("Котов",), agreed),
            ("Причалов", ("Островская",), agreed),
            ("Белова", ("Ершова",), MentorshipState.PROPOSED),
        ):
            form = self._form(self.people[mentor], self.people[mentees[0]])
            if form is not None:
                await work.mentorships.propose(self._pair(mentor, mentees, state, form))

    def _form(self, mentor: Person, mentee: Person) -> Form | None:
        """The first of the programme's that takes such people."""
        programme = self.world.machine.house.programme
        fits = ((form.id, programme.fits[form.id]) for form in programme.forms)
        return next(
            (form for form, fit in fits if mentor.category in fit.mentors and mentee.category in fit.mentees), None
        )

    def _pair(self, mentor: str, mentees: Sequence[str], state: MentorshipState, form: Form) -> Mentorship:
        world, programme = self.world, self.world.machine.house.programme
        leads, led = self.people[mentor], [self.people[one] for one in mentees]
        known = state is not MentorshipState.PROPOSED or None
        gathering = kind_of(1, len(led))
        assert gathering is not Gathering.CIRCLE
        parties = [Party(leads.id, Side.MENTOR, known), *(Party(one.id, Side.MENTEE, known) for one in led)]
        today = world.now.date()
        active = state is MentorshipState.ACTIVE
        small = leads.name in {one.name for one in SMALL}
        return Mentorship(
            id=0,
            organisation_id=self.small.id if small else self.large.id,
            form=form,
            role_model=programme.form(form).role_models[0].id,
            kind=programme.kind_for(gathering),
            starts=today - timedelta(days=20),
            ends=today + timedelta(days=150 + 7 * leads.id % 60),
            state=state,
            parties=tuple(parties),
            proposed_by=self.people["Куратова"].id,
            proposed_at=world.now - timedelta(days=20),
            order=Order(f"{leads.id}-од", today - timedelta(days=15)) if active else None,
            activated_at=world.now - timedelta(days=15) if active else None,
        )
