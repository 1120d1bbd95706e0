"""Mentorships: proposed, answered, changed by one of two at once, listed, and what falls due about them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from mentoring import life
from mentoring.meetings import Meeting, MeetingKind, MeetingState
from mentoring.mentorships import (
    EarlyEnd,
    Form,
    Mentorship,
    MentorshipState,
    Order,
    Party,
    Side,
)
from mentoring.people import OrganisationKind
from storage.engine import Database
from storage.mentorship_dues import Middle
from storage.mentorships import PairFilter
from storage.work import Work
from surveys.definition import Definition
from surveys.record import RecordState, Subject
from surveys.response import Draft
from surveys.wording import Wording
from tests.databases import NOW

PULSE = Definition("pulse", 1, "survey", Wording("Как дела", "How"), (), body="{}", sha256="0")


@dataclass(frozen=True, slots=True)
class School:
    """An organisation and four people in it."""

    id: int
    people: tuple[int, ...]

    def new(self, state: MentorshipState = MentorshipState.PROPOSED) -> Mentorship:
        """A pair of the first two, from 1 September to 25 December."""
        return Mentorship(
            0,
            self.id,
            Form.TEACHER_TEACHER,
            "experienced-young",
            "individual",
            date(2026, 9, 1),
            date(2026, 12, 25),
            state,
            (Party(self.people[0], Side.MENTOR), Party(self.people[1], Side.MENTEE)),
            proposed_by=9,
            proposed_at=NOW,
            activated_at=NOW if state is MentorshipState.ACTIVE else None,
        )


async def school(work: Work, zone: str = "Europe/Moscow") -> School:
    place = await work.organisations.add("Школа", OrganisationKind.SCHOOL, zone)
    return School(place.id, tuple([(await work.people.add(f"Имя {number}")).id for number in range(4)]))


async def stored(work: Work, new: Mentorship) -> Mentorship:
    found = await work.mentorships.get(await work.mentorships.propose(new))
    assert found is not None
    return found


async def asked(work: Work, pair: Mentorship, person: int) -> int:
    record = await work.responses.add(
        Draft(PULSE.id, PULSE.version),
        PULSE,
        state=RecordState.WAITING,
        chat_id=person,
        person_id=person,
        organisation_id=pair.organisation_id,
        subject=Subject("mentorship", pair.id),
    )
    return record.id


async def test_what_is_stored_comes_back(database: Database) -> None:
    async with database.write(NOW) as work:
        place = await school(work)
        new = replace(
            place.new(MentorshipState.ENDED_EARLY),
            order=Order("1-од", date(2026, 9, 1)),
            activated_at=NOW,
            exit_asked_at=NOW + timedelta(days=1),
            ended_at=NOW + timedelta(days=2),
            end_reason=EarlyEnd.OTHER,
            end_comment="Слова",
            end_order=Order("2-од", date(2026, 10, 7)),
        )
        assert await stored(work, new) == replace(
            new, id=(await work.mentorships.of_person(place.people[0], frozenset(MentorshipState)))[0].id
        )
        assert await work.mentorships.get(404) is None


async def test_parties_answer_and_the_last_answer_decides(database: Database) -> None:
    async with database.write(NOW) as work:
        place = await school(work)
        before = await stored(work, place.new())
        first = life.answer(before, place.people[0], True, NOW)
        assert await work.mentorships.answer(before, first)
        assert await work.mentorships.get(before.id) == first
        second = life.answer(first, place.people[1], False, NOW)
        assert await work.mentorships.answer(first, second)
        closed = await work.mentorships.get(before.id)
        assert closed is not None
        assert closed.state is MentorshipState.DECLINED
        assert not await work.mentorships.answer(first, life.answer(first, place.people[1], True, NOW))


async def test_both_parties_at_once_lose_no_answer(database: Database) -> None:
    async with database.write(NOW) as work:
        place = await school(work)
        number = (await stored(work, place.new())).id

    async def agree(person: int) -> None:
        async with database.write(NOW) as work:
            await work.lock(person)
            before = await work.mentorships.hold(number)
            assert before is not None
            await work.mentorships.answer(before, life.answer(before, person, True, NOW))

    await asyncio.gather(agree(place.people[0]), agree(place.people[1]))
    async with database.read(NOW) as work:
        agreed = await work.mentorships.get(number)
        assert agreed is not None
        assert agreed.state is MentorshipState.AGREED


async def test_of_two_changes_from_the_same_state_one_counts(database: Database) -> None:
    async with database.write(NOW) as work:
        before = await stored(work, (await school(work)).new(MentorshipState.ACTIVE))

    async def change(after: Mentorship, key: int) -> bool:
        async with database.write(NOW) as work:
            await work.lock(key)
            return await work.mentorships.change(before, after)

    completed = life.complete(before, NOW, go_on=True)
    ended = life.end_early(before, EarlyEnd.LEFT, NOW)
    assert sorted(await asyncio.gather(change(completed, 1), change(ended, 2))) == [False, True]


async def test_lists_of_an_organisation_and_of_a_person(database: Database) -> None:
    async with database.write(NOW) as work:
        place, other = await school(work), await school(work)
        first = await stored(work, place.new())
        second = await stored(work, replace(place.new(MentorshipState.ACTIVE), form=Form.TEACHER_PUPIL))
        over = await stored(work, place.new(MentorshipState.COMPLETED))
        await stored(work, other.new())
        here = frozenset({place.id})
        assert await work.mentorships.page(PairFilter(here)) == ((second, first), 2)
        assert await work.mentorships.page(PairFilter(here), offset=1, limit=1) == ((first,), 2)
        assert await work.mentorships.page(PairFilter(here, form=Form.TEACHER_PUPIL)) == ((second,), 1)
        assert await work.mentorships.page(PairFilter(frozenset())) == ((), 0)
        counts = await work.mentorships.counts(here)
        assert [counts[state] for state in MentorshipState] == [1, 0, 1, 1, 0, 0]
        assert await work.mentorships.of_person(place.people[1]) == (second, first)
        assert await work.mentorships.of_person(place.people[1], {MentorshipState.COMPLETED}) == (over,)
        assert await work.mentorships.of_people([place.people[0], other.people[0]]) != ()
        assert await work.mentorships.joined(place.id, Side.MENTOR) == {place.people[0]}
        assert await work.mentorships.many([first.id, over.id, 404]) == (first, over)


async def test_what_ends_next_and_what_a_final_meeting_ended(database: Database) -> None:
    async with database.write(NOW) as work:
        place = await school(work, "Asia/Omsk")
        later = await stored(work, replace(place.new(MentorshipState.ACTIVE), ends=date(2027, 5, 31)))
        sooner = await stored(work, place.new(MentorshipState.ACTIVE))
        await stored(work, replace(place.new(MentorshipState.ACTIVE), exit_asked_at=NOW))
        await stored(work, place.new(MentorshipState.COMPLETED))
        endings = await work.mentorships.next_endings(10)
        assert [(one.mentorship_id, one.zone) for one in endings] == [(sooner.id, "Asia/Omsk"), (later.id, "Asia/Omsk")]
        assert await work.mentorships.ended_by_meeting(10) == ()
        held = Meeting(0, later.id, MeetingKind.FINAL, NOW, None, MeetingState.HELD, 1, NOW)
        await work.meetings.add(held)
        assert [one.mentorship_id for one in await work.mentorships.ended_by_meeting(10)] == [later.id]


async def test_the_middle_of_those_never_asked_halfway(database: Database) -> None:
    began = datetime(2026, 9, 1, tzinfo=UTC)
    async with database.write(NOW) as work:
        place = await school(work)
        new = replace(place.new(MentorshipState.ACTIVE), activated_at=began)
        long = await stored(work, replace(new, ends=date(2027, 5, 31)))
        short = await stored(work, replace(new, ends=date(2026, 9, 29)))
        await stored(work, replace(new, ends=date(2026, 9, 28)))
        interims = frozenset({"pulse", "interim-teacher-teacher-mentor"})
        middles = await work.mentorships.next_middles(interims, 28, 10)
        assert middles[0] == Middle(short.id, began, date(2026, 9, 29), "Europe/Moscow")
        assert [one.mentorship_id for one in middles] == [short.id, long.id]
        await asked(work, short, place.people[0])
        assert [one.mentorship_id for one in await work.mentorships.next_middles(interims, 28, 10)] == [long.id]


@pytest.mark.parametrize("state", [RecordState.CANCELLED, RecordState.UNANSWERED])
async def test_askings_leave_out_what_was_withdrawn(database: Database, state: RecordState) -> None:
    async with database.write(NOW) as work:
        place = await school(work)
        pair = await stored(work, place.new(MentorshipState.ACTIVE))
        number = await asked(work, pair, place.people[0])
        await work.mentorships.close_at(number, NOW + timedelta(days=14))
        assert [record.id for record in await work.responses.overdue(NOW + timedelta(days=14), 10)] == [number]
        await work.responses.close([number], state)
        found = await work.mentorships.askings([pair.id])
        assert [one.state for one in found] == ([] if state is RecordState.CANCELLED else [state])
