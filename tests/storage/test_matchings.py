"""Matchings, candidates, wishes and speed meetings as they are stored, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from mentoring.consents import ConsentKind
from mentoring.matching_codec import written
from mentoring.matching_records import OPEN_MATCHING, Mark, Matching, MatchingState, Shelf, Tally, Thought
from mentoring.matching_score import Reason
from mentoring.matching_weights import Part
from mentoring.mentorships import EarlyEnd, Form, Mentorship, MentorshipState, Party, Side
from mentoring.people import OrganisationKind
from mentoring.roles import Role
from mentoring.speed_meetings import SpeedEvent, SpeedState
from storage.engine import Database
from storage.work import Work
from tests.databases import NOW

THOUGHT = Thought((Reason(Part.AREAS, 50, 20, ("maths",)),))


async def school(work: Work) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
    """An organisation with three approved mentees and two mentors."""
    place = await work.organisations.add("Школа", OrganisationKind.SCHOOL, "Europe/Moscow")
    sides = []
    for role, many in ((Role.MENTEE, 3), (Role.MENTOR, 2)):
        ids = [(await work.people.add(f"{role} {number}")).id for number in range(many)]
        for person in ids:
            await work.memberships.grant(person, place.id, role)
        sides.append(tuple(ids))
    return place.id, sides[0], sides[1]


async def drafted(work: Work, place: int) -> Matching:
    starts, ends = date(2026, 9, 1), date(2027, 5, 31)
    state = MatchingState.DRAFT
    new = Matching(0, place, Form.TEACHER_TEACHER, "experienced-young", "individual", starts, ends, state, 9, NOW)
    found = await work.matchings.get(await work.matchings.add(new))
    assert found is not None
    assert found == replace(new, id=found.id)
    return found


async def pair(work: Work, place: int, mentee: int, mentor: int, state: MentorshipState) -> int:
    parties = (Party(mentor, Side.MENTOR), Party(mentee, Side.MENTEE))
    ended = state is MentorshipState.ENDED_EARLY
    new = Mentorship(
        *(0, place, Form.TEACHER_TEACHER, "experienced-young", "individual", date(2026, 1, 1), date(2026, 12, 1)),
        *(state, parties, 9, NOW),
        activated_at=NOW if ended else None,
        ended_at=NOW + timedelta(days=1) if ended else None,
        end_reason=EarlyEnd.OTHER if ended else None,
    )
    return await work.mentorships.propose(new)


async def test_a_matching_from_draft_to_publication(database: Database) -> None:
    async with database.write(NOW) as work:
        place, mentees, mentors = await school(work)
        made = await drafted(work, place)
        await work.matchings.choose(made.id, Side.MENTEE, mentees)
        await work.matchings.choose(made.id, Side.MENTEE, mentees[:1])
        await work.matchings.choose(made.id, Side.MENTOR, mentors)
        assert (await work.matchings.chosen(made.id)).mentees == mentees
        first, second, third = mentees
        found = [(first, mentors[0], 70, written(THOUGHT)), (second, mentors[1], 60, written(THOUGHT))]
        await work.matchings.replace(made.id, [*found, (third, None, None, written(Thought(fitting=1)))])
        assert await work.matchings.computed(made)
        assert not await work.matchings.computed(made)
        assert await work.matchings.tally(made.id) == Tally(2, 0, 1, 0, 0, 60, 2)
        (weakest, best), total = await work.matchings.proposals(made.id, Shelf.PROPOSED)
        assert (weakest.mentee_id, best.mentee_id, total, best.thought) == (second, first, 2, THOUGHT)
        assert await work.matchings.set_mark(best, Mark.FIXED)
        assert not await work.matchings.set_mark(best, Mark.FIXED)
        assert await work.matchings.fixed(made.id) == {first: mentors[0]}
        await work.matchings.forbid(made.id, second, mentors[1])
        await work.matchings.forbid(made.id, second, mentors[0])
        assert await work.matchings.forbidden(made.id) == {(second, mentors[1]), (second, mentors[0])}
        await work.matchings.permit(made.id, second, mentors[0])
        await work.matchings.replace(made.id, [found[0], (third, mentors[1], 50, written(THOUGHT))])
        assert await work.matchings.tally(made.id) == Tally(1, 1, 0, 0, 0, 50, 2)
        proposal = await work.matchings.proposal(made.id, first)
        assert proposal is not None
        assert proposal.mark is Mark.FIXED
        mentorship = await pair(work, place, first, mentors[0], MentorshipState.PROPOSED)
        assert await work.matchings.set_mentorship(proposal, mentorship)
        assert not await work.matchings.set_mentorship(proposal, mentorship)
        assert [one.mentee_id for one in await work.matchings.unpublished(made.id, 9)] == [third]
        await work.matchings.unchoose(made.id, Side.MENTEE, [third])
        assert await work.matchings.unpublished(made.id, 9) == ()
        ready = await work.matchings.get(made.id)
        assert ready is not None
        assert not await work.matchings.publish(replace(ready, round=7), 5)
        assert await work.matchings.publish(ready, 5)
        assert not await work.matchings.publish(ready, 6)
        (under_way,) = await work.matchings.publishing()
        assert (under_way.published_by, under_way.state) == (5, MatchingState.PUBLISHING)
        assert not await work.matchings.to_council(made.id)


async def test_what_the_curator_did_while_it_was_computed_stands(database: Database) -> None:
    async with database.write(NOW) as work:
        place, (first, second, third), mentors = await school(work)
        made = await drafted(work, place)
        thought = written(THOUGHT)
        before = [(first, mentors[0], 70, thought), (second, mentors[1], 60, thought), (third, None, None, thought)]
        await work.matchings.replace(made.id, before)
        fixed = await work.matchings.proposal(made.id, first)
        assert fixed is not None
        assert await work.matchings.set_mark(fixed, Mark.FIXED)
        await work.matchings.forbid(made.id, second, mentors[1])
        found = [(first, mentors[1], 90, thought), (second, mentors[1], 60, thought), (third, mentors[0], 50, thought)]
        await work.matchings.replace(made.id, found, {})
        told = [await work.matchings.proposal(made.id, mentee) for mentee in (first, second, third)]
        assert [(one.mentor_id, one.mark) for one in told if one is not None] == [
            (mentors[0], Mark.FIXED),
            (None, Mark.PROPOSED),
            (mentors[0], Mark.PROPOSED),
        ]
        await work.matchings.replace(made.id, [(first, mentors[1], 90, thought)], {first: mentors[0]})
        anew = await work.matchings.proposal(made.id, first)
        assert anew is not None
        assert (anew.mentor_id, anew.mark) == (mentors[1], Mark.PROPOSED)


async def test_the_curators_word_and_the_councils(database: Database) -> None:
    async with database.write(NOW) as work:
        place, (mentee, *_), (mentor, author) = await school(work)
        made = await drafted(work, place)
        await work.matchings.set_rule(place, mentee, mentor, allowed=True, by=9)
        assert await work.matchings.rules(place) == ({(mentee, mentor)}, frozenset())
        await work.matchings.set_rule(place, mentee, mentor, allowed=False, by=9)
        assert await work.matchings.rules(place) == (frozenset(), {(mentee, mentor)})
        await work.matchings.comment(made.id, mentee, author, "Хорошо")
        (said,) = await work.matchings.comments(made.id, mentee)
        assert (said.author_id, said.comment, said.written_at) == (author, "Хорошо", NOW)
        assert len((await work.matchings.page([place]))[0]) == 1


async def test_what_matching_reads_of_people(database: Database) -> None:
    async with database.write(NOW) as work:
        place, (first, second, third), (mentor, other) = await school(work)
        await pair(work, place, first, mentor, MentorshipState.PROPOSED)
        await pair(work, place, second, mentor, MentorshipState.DECLINED)
        await pair(work, place, third, other, MentorshipState.ENDED_EARLY)
        everybody = (first, second, third)
        assert await work.candidates.together(everybody) == {(first, mentor)}
        assert await work.candidates.failed(everybody) == {(second, mentor), (third, other)}
        assert await work.candidates.loads([mentor, other]) == {mentor: 1}
        assert await work.candidates.led(place, Form.TEACHER_TEACHER) == {first}
        alone, total = await work.candidates.unmatched([place])
        assert [(one.member.person.id, one.since) for one in alone] == [(second, NOW), (third, NOW + timedelta(days=1))]
        assert total == 2
        membership = await work.memberships.find(first, place, Role.MENTEE)
        assert membership is not None
        assert await work.candidates.alone(membership.id) is None
        await work.consents.give(first, ConsentKind.PROCESSING, 1, given_by=first)
        await work.consents.give(second, ConsentKind.PROCESSING, 1, given_by=second)
        await work.consents.withdraw(second, ConsentKind.PROCESSING)
        assert set(await work.candidates.consents(everybody)) == {first}
        await work.guardianships.put(first, mentor, "mother")
        assert await work.candidates.wards([mentor, other]) == {mentor: {first}}
        members = await work.candidates.members(Role.MENTOR, place)
        assert {one.person.id for one in members} == {mentor, other}
        second_place = await work.organisations.add("Лицей", OrganisationKind.SCHOOL, "Europe/Moscow")
        await work.memberships.grant(mentor, second_place.id, Role.MENTOR)
        assert len(await work.candidates.members(Role.MENTOR, None)) == 2
        assert len((await work.candidates.some(Role.MENTOR, [mentor]))[mentor]) == 2


async def test_speed_meetings_and_wishes(database: Database) -> None:
    starts = datetime(2026, 9, 2, 12, 0, tzinfo=UTC)
    async with database.write(NOW) as work:
        place, (first, second, third), (mentor, other) = await school(work)
        new = SpeedEvent(0, place, "Быстрые встречи", starts, None, 5, SpeedState.DRAFT, 9, NOW)
        made = await work.speed_events.add(new)
        assert await work.speed_events.get(made) == replace(new, id=made)
        await work.speed_events.seat(made, Side.MENTEE, [first, second])
        await work.speed_events.seat(made, Side.MENTEE, [second, third])
        await work.speed_events.seat(made, Side.MENTOR, [mentor, other])
        assert [
            (one.person_id, one.turn) for one in await work.speed_events.seats(made) if one.side is Side.MENTEE
        ] == [
            (first, 0),
            (second, 1),
            (third, 2),
        ]
        await work.speed_events.unseat(made, Side.MENTOR, [other])
        assert await work.speed_events.move(made, (SpeedState.DRAFT,), SpeedState.INVITED)
        assert not await work.speed_events.move(made, (SpeedState.DRAFT,), SpeedState.INVITED)
        assert [one.id for one in await work.speed_events.invited()] == [made]
        assert await work.speed_events.mark(made, first, came=False)
        assert not await work.speed_events.mark(made, other, came=False)
        assert await work.speed_events.held_since(first, starts - timedelta(days=1)) == 0
        await work.speed_events.move(made, (SpeedState.INVITED,), SpeedState.HELD)
        assert await work.speed_events.held_since(first, starts - timedelta(days=1)) == 1
        assert [one.id for one in await work.speed_events.of_person(second)] == [made]
        for wish in (1, 2):
            await work.wishes.put(place, first, mentor, wish, event_id=made)
        await work.wishes.put(place, mentor, first, -1)
        assert await work.wishes.of_person(place, first) == {mentor: 2}
        assert await work.wishes.among(place, [first]) == {(first, mentor): 2, (mentor, first): -1}


@pytest.mark.parametrize("state", [MatchingState.PUBLISHED, MatchingState.DROPPED])
async def test_a_matching_that_is_over_does_not_move(sqlite_database: Database, state: MatchingState) -> None:
    async with sqlite_database.write(NOW) as work:
        place, _, _ = await school(work)
        made = await drafted(work, place)
        assert await work.matchings.move(made.id, OPEN_MATCHING, state)
        assert not await work.matchings.move(made.id, OPEN_MATCHING, MatchingState.READY)
