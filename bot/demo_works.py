"""What people of the demo's town have worked out: plans, documents, practices, events. Done through their services.

Each does what they may do themselves, at the moment it would have happened; nobody is sent anything of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.demo_souls import Soul
from bot.demo_town import Couple, Fate, Town
from mentoring.documents import Step
from mentoring.events import EventState
from mentoring.people import Person
from mentoring.plans import Item, Plan
from mentoring.practices import PracticeState
from mentoring.roles import Category, Role
from services import (
    events_running,
    events_signing,
    organisation_documents,
    plans_agreement,
    plans_editing,
    plans_making,
    plans_results,
    practices,
    practices_writing,
)
from services.desk import Desk, House
from services.document_answers import REGISTER
from services.plans import Opened
from services.plans_editing import ITEM
from storage.work import Work
from surveys.path import Value
from surveys.record import Record, RecordState, Subject
from surveys.response import Draft

_PLANS = 6
"""So many mentorships with a plan, the page's own first: agreed with results, agreed, sent, begun, by turns."""
_RESULTS = 2
"""Items of an agreed plan whose result is known; the one after them is due soon."""
_TERM = timedelta(weeks=4)
_SIGNED = 5


@dataclass(frozen=True, slots=True)
class Works:
    """The town as it lives: `people` by chat, ids of organisations in the town's order, mentorships with their ids."""

    house: House
    town: Town
    people: Mapping[int, Person]
    places: Sequence[int]
    pairs: Sequence[tuple[Couple, int]]
    today: date

    # --- at the beginning ---------------------------------------------------------------------------------------------

    async def begin(self, work: Work) -> None:
        """Plans are drawn up and agreed, documents sent, and somebody invites to a first event."""
        for number, (couple, mentorship) in enumerate(self._planning()):
            await self._plan(work, couple, mentorship, number)
        for number, curator in enumerate(self._of(Role.CURATOR)):
            await self._documents(work, curator, first=not number)
        await self._event(work, self.town.works["events"][0], _day(work) + timedelta(weeks=2))

    async def _plan(self, work: Work, couple: Couple, mentorship: int, number: int) -> None:
        desk, signer = await self._desk(work, couple.mentor), await self._desk(work, couple.mentees[0])
        opened = await plans_making.of_mentee(desk, mentorship, self.people[couple.mentees[0].chat].id)
        if not isinstance(opened, Opened):
            return
        for place, item in enumerate(opened.plan.kept[: _RESULTS + 1]):
            due = _day(work) + _TERM if place < _RESULTS else self.today + timedelta(days=10)
            form = _form(desk, Subject(ITEM, item.id), {"stamp": item.stamp})
            await plans_editing.set_due(desk, form, {"due": due.isoformat()})
        if number % 4 < 3:
            sent, _ = await plans_agreement.send(desk, opened.plan.id)
            if number % 4 < 2:
                await plans_agreement.agree(signer, opened.plan.id, sent.plan.version)

    async def _documents(self, work: Work, curator: Soul, *, first: bool) -> None:
        """Of the first organisation all; of the others what is sent and waits for the coordinator."""
        desk, place = await self._desk(work, curator), self.places[curator.places[0]]
        leader = next(iter(self._of(Role.COORDINATOR)), None)
        for each in self.town.works["documents"][: None if first else 2]:
            form = _form(desk, Subject(REGISTER, place))
            dated = {"dated": _day(work).isoformat()}
            await organisation_documents.keep(desk, form, {**dated, **_said(each, "kind", "title", "number")})
            made = max(one.id for one in (await organisation_documents.register(desk, place)).documents)
            if leader is not None and "sent" in each:
                await organisation_documents.take(desk, made, Step.SEND)
                if first and "approved" in each:
                    await organisation_documents.take(await self._desk(work, leader), made, Step.APPROVE)

    # --- later --------------------------------------------------------------------------------------------------------

    async def go_on(self, work: Work) -> None:
        """Results of plans are written down, who came to the event is noted, and practices are told of."""
        for number, (couple, mentorship) in enumerate(self._planning()):
            if number % 4 == 0:
                await self._grade(await self._desk(work, couple.mentor), mentorship)
        organiser = await self._desk(work, self._organiser())
        for event in await events_running.attention(organiser, self._own(self._organiser())):
            for place, signed in enumerate(await work.events.people(event.id)):
                if place % 4 != 3:
                    await events_running.mark(organiser, event.id, signed.person_id)
        for told in self.town.works["practices"][:-1]:
            await self._practice(work, told)

    async def _grade(self, desk: Desk, mentorship: int) -> None:
        words = self.town.works["results"]
        for plan in await desk.work.plans.of_mentorships([mentorship]):
            for place, item in enumerate(_graded(plan)):
                form = _form(desk, Subject(ITEM, item.id), {"stamp": item.outcome_stamp})
                await plans_results.grade(desk, form, {**words[place % len(words)]})

    async def now(self, work: Work) -> None:
        """A practice waits to be looked at, and people are invited to what comes."""
        await self._practice(work, self.town.works["practices"][-1], publishes=False)
        await self._event(work, self.town.works["events"][-1], self.today + timedelta(days=9))

    # --- what people do -----------------------------------------------------------------------------------------------

    async def _practice(self, work: Work, told: Mapping[str, Any], *, publishes: bool = True) -> None:
        curators = list(self._of(Role.CURATOR))
        author = curators[int(told["at"]) % len(curators)]
        desk = await self._desk(work, author)
        form = _form(desk, Subject(practices_writing.ORGANISATION, self.places[author.places[0]]))
        await practices_writing.submit(desk, form, _said(told, "title", "problem", "description", "outcome"))
        if publishes:
            reviewer = await self._desk(work, next(iter(self._of(Role.COORDINATOR)), author))
            for one in await practices.attention(reviewer, None):
                if one.state is PracticeState.SUBMITTED:
                    await practices_writing.publish(reviewer, one.id)

    async def _event(self, work: Work, told: Mapping[str, Any], day: date) -> None:
        """Opened by the coordinator, in a programme of one school by its curator; some mentors sign up at once."""
        organiser = self._organiser()
        desk, place = await self._desk(work, organiser), self._own(organiser)
        answers = {**_said(told, "kind", "title", "about", "place", "time"), "date": day.isoformat()}
        form = _form(desk, Subject(events_running.ORGANISATION, place or 0))
        await events_running.create(desk, form, {**answers, "roles": ["mentor", "curator"]})
        (drafted,), _ = await work.events.page([place] if place else [], [EventState.DRAFT])
        await events_running.open_(desk, drafted.id)
        grown = [couple.mentor for couple, _ in self.pairs if couple.mentor.category is Category.TEACHER]
        for mentor in [one for one in grown if place is None or place in {self.places[at] for at in one.places}][
            :_SIGNED
        ]:
            await events_signing.sign_up(await self._desk(work, mentor), drafted.id)

    # --- who ----------------------------------------------------------------------------------------------------------

    def _planning(self) -> list[tuple[Couple, int]]:
        """Mentorships with a grown mentor and a plan, those with phones on the page first."""
        shown = {phone.id for phone in self.town.phones}
        fitting = [
            (couple, mentorship)
            for couple, mentorship in self.pairs
            if couple.fate is Fate.RUNNING
            and couple.mentor.category is not Category.PUPIL
            and self.house.programme.plan_for(couple.form.id, couple.model.id) is not None
        ]
        return sorted(fitting, key=lambda one: one[0].mentor.chat not in shown)[:_PLANS]

    def _of(self, role: Role) -> Iterator[Soul]:
        return (soul for soul in self.town.staff if soul.role is role and soul.stands_for is None)

    def _organiser(self) -> Soul:
        return next(soul for role in (Role.COORDINATOR, Role.CURATOR) for soul in self._of(role))

    def _own(self, soul: Soul) -> int | None:
        return self.places[soul.places[0]] if soul.places else None

    async def _desk(self, work: Work, soul: Soul) -> Desk:
        return Desk(work, self.house, await work.chats.actor(soul.chat), work.now)


def _graded(plan: Plan) -> Sequence[Item]:
    return plan.kept[:_RESULTS]


def _said(told: Mapping[str, Any], *names: str) -> dict[str, Value]:
    return {name: str(told[name]) for name in names if name in told}


def _day(work: Work) -> date:
    return work.now.date()


def _form(desk: Desk, subject: Subject, facts: Mapping[str, object] | None = None) -> Record:
    """A form as it is when its last question is answered."""
    draft = Draft("demo", 1, {}, frozenset(), None, "finished")
    chat, person = desk.actor.chat_id, desk.actor.person_id
    return Record(0, chat, person, None, "form", subject, RecordState.OPEN, draft, desk.now, facts or {})
