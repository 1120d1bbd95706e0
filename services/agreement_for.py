"""Answering a proposal for somebody without Telegram: their guardian or the curator does, marked by whom."""

from __future__ import annotations

from collections.abc import Mapping

from mentoring import life
from mentoring.access import Action, Scope, allowed, ensure
from mentoring.errors import NotFound, Stale
from mentoring.mentorships import Mentorship, MentorshipState
from mentoring.people import Person
from messaging.replies import Button, Keyboard, Replies, Say, Show, Style, press
from services import agreement, dialogue, dialogue_screens, notices, pair_notices, pairs, trail
from services.desk import Desk
from services.pairs import Pair
from storage.mentorship_dues import SUBJECT
from surveys.path import Value
from surveys.record import Record, Subject

FORM = "refusal-for"


def answerable_for(desk: Desk, pair: Pair) -> tuple[Person, ...]:
    """For whom the actor may answer a proposal now: parties without Telegram who have not answered.

    What a pair's card offers as «Ответить за …» (`pair.agree_for:M:P`, `pair.refuse_for:M:P`)."""
    if pair.mentorship.state is not MentorshipState.PROPOSED:
        return ()
    silent = [party.person_id for party in pair.mentorship.parties if party.agreed is None]
    return tuple(
        pair.people[person]
        for person in silent
        if person in pair.people
        and pair.people[person].telegram_id is None
        and allowed(desk.actor, Action.ENTER_FOR_ANOTHER, _scope(pair.mentorship, person))
    )


def buttons(pair: Pair, person: Person) -> Keyboard:
    """The two answers."""
    number = pair.mentorship.id
    return (
        (
            Button(Say("enter-agree-for"), press("pair.agree_for", number, person.id), style=Style.GOOD),
            Button(Say("enter-refuse-for"), press("pair.refuse_for", number, person.id)),
        ),
    )


async def ask_guardians(desk: Desk, pair: Pair) -> None:
    """A proposal reaches a child without Telegram through the guardians, who may answer it."""
    absent = {person.id: person for person in pair.people.values() if person.telegram_id is None}
    if not absent:
        return
    for guardianship in await desk.work.guardianships.of_children(set(absent)):
        child = absent[guardianship.child_id]
        values = {**pairs.facts(desk, pair), "pupil": child.name}
        keyboard = (*buttons(pair, child), pair_notices.open_row(pair))
        await notices.to(desk, guardianship.guardian_id, Say("enter-proposed-for", values), keyboard=keyboard)


async def agree_for(desk: Desk, mentorship_id: int, person_id: int) -> tuple[Pair, Person]:
    """Agrees in the person's name; with the last agreement everybody hears of it, as ever."""
    person = await _person(desk, person_id)
    before, after = await _answered(desk, mentorship_id, person, True)
    pair = await pairs.pair_of(desk, after)
    if after is not before and after.state is MentorshipState.AGREED:
        await agreement.agreed_by_all(desk, pair)
    return pair, person


async def begin_refusal(desk: Desk, mentorship_id: int, person_id: int) -> Show:
    """Asks why, before anything changes."""
    person = await _person(desk, person_id)
    mentorship = await pairs.find(desk, mentorship_id)
    _ensure(desk, mentorship, person)
    if mentorship.state is not MentorshipState.PROPOSED:
        raise Stale("refusal-proposal-closed")
    return await dialogue.begin(
        desk,
        FORM,
        subject=Subject(SUBJECT, mentorship.id),
        organisation_id=mentorship.organisation_id,
        facts={"person": person.id, "person_name": person.name},
    )


async def decline_for(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `refusal-for`: the mentorship does not come about; parties and curators hear of it."""
    person = await _person(desk, int(str(record.facts["person"])))
    before, after = await _answered(desk, record.about(SUBJECT) or 0, person, False)
    if after is not before:
        pair = await pairs.pair_of(desk, after)
        reason = answers.get("reason")
        words = str(reason) if reason else Say("pairs-no-reason")
        await pair_notices.to_curators(desk, pair, "pairs-refused", name=person.name, reason=words)
        await pair_notices.to_parties(desk, pair, "pairs-declined")
    return (dialogue_screens.done(record, Say("enter-refused-for", {"name": person.name})),)


async def _answered(desk: Desk, mentorship_id: int, person: Person, agrees: bool) -> tuple[Mentorship, Mentorship]:
    """The mentorship before and after, stored; whose answer it is and who gave it stand in the trail."""
    before = await pairs.hold(desk, mentorship_id)
    _ensure(desk, before, person)
    after = life.answer(before, person.id, agrees, desk.now)
    if after is before:
        return before, after
    if not await desk.work.mentorships.answer(before, after):
        raise Stale("refusal-proposal-closed")
    await trail.note(desk, after, "agreed_for" if agrees else "declined_for", name=person.name)
    return before, after


def _ensure(desk: Desk, mentorship: Mentorship, person: Person) -> None:
    """Somebody with Telegram answers for themselves."""
    if person.id not in mentorship.people:
        raise NotFound
    ensure(desk.actor, Action.ENTER_FOR_ANOTHER, _scope(mentorship, person.id))
    if person.telegram_id is not None:
        raise Stale("enter-has-telegram", name=person.name)


def _scope(mentorship: Mentorship, person_id: int) -> Scope:
    return Scope(mentorship.organisation_id, person_id)


async def _person(desk: Desk, person_id: int) -> Person:
    found = await desk.work.people.get(person_id)
    if found is None:
        raise NotFound
    return found
