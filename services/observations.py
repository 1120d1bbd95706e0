"""What staff fill in about others: a mentee's outcomes, a pair's compatibility, the programme of a school year.

Each is kept once: filled in anew, the new answers replace the old ones and count in their stead. Who may not fill one
in (any more) is refused at every press (`guard`). Nobody but the staff of the organisation ever sees any of it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from mentoring.access import Action, Scope, allowed, ensure
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.mentorships import Mentorship, MentorshipState
from mentoring.people import Person
from messaging.replies import Show, Text
from services import catalogue, contexts, dialogue, pairs
from services.desk import Desk
from services.dialogue_screens import own
from services.pairs import Pair
from services.sittings import Sitting
from storage.mentorship_dues import SUBJECT
from surveys import counting, response
from surveys.path import answers_on_path
from surveys.record import Record, RecordState, Subject
from surveys.wording import Wording

ENTRY = "outcomes-entry"
EXIT = "outcomes-exit"
OUTCOMES = (ENTRY, EXIT)
COMPATIBILITY = "compatibility"
CONCLUSION = "conclusion"
"""The question whose answer stands on the pair's card."""
_BEGUN = frozenset({MentorshipState.ACTIVE, MentorshipState.COMPLETED, MentorshipState.ENDED_EARLY})
_MAY: dict[str, tuple[Action, frozenset[MentorshipState]]] = {
    ENTRY: (Action.OBSERVE_OUTCOMES, _BEGUN | {MentorshipState.AGREED}),
    EXIT: (Action.OBSERVE_OUTCOMES, _BEGUN),
    COMPATIBILITY: (
        Action.OBSERVE_COMPATIBILITY,
        frozenset({MentorshipState.PROPOSED, MentorshipState.AGREED, MentorshipState.ACTIVE}),
    ),
}
"""Who may fill it in, and while the mentorship stands how. Results of exams come after the end."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """One mentee of a pair and the outcomes kept of them, by questionnaire: None where there are none.

    `open_now`: the questionnaires that may be filled in as the pair stands."""

    pair: Pair
    mentee: Person
    kept: dict[str, Record | None]
    open_now: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What was concluded about a pair, and when (UTC)."""

    text: Text
    at: datetime


def may(desk: Desk, mentorship: Mentorship, name: str) -> bool:
    """Whether the actor may fill this questionnaire in about the mentorship as it stands now."""
    action, states = _MAY[name]
    return mentorship.state in states and allowed(desk.actor, action, Scope.of(mentorship))


def doors(desk: Desk, mentorship: Mentorship) -> tuple[str, ...]:
    """Names of the buttons on the mentorship's card: `outcomes`, `compatibility`."""
    offered = (("outcomes", ENTRY), ("compatibility", COMPATIBILITY))
    return tuple(name for name, questionnaire in offered if may(desk, mentorship, questionnaire))


async def conclusion(desk: Desk, mentorship: Mentorship) -> Conclusion | None:
    """What is kept of the pair's compatibility, for those who may observe it; None for everybody else."""
    if not allowed(desk.actor, Action.OBSERVE_COMPATIBILITY, Scope.of(mentorship)):
        return None
    found = await desk.work.observations.about(Subject(SUBJECT, mentorship.id), [COMPATIBILITY])
    if not found or found[0].finished_at is None:
        return None
    definition = await catalogue.find(desk, COMPATIBILITY, found[0].draft.version)
    question = definition.question(CONCLUSION)
    chosen = found[0].draft.answers.get(CONCLUSION)
    label = next((option.label for option in question.options if option.id == chosen), None) if question else None
    return Conclusion(own(label), found[0].finished_at) if isinstance(label, Wording) else None


async def outcomes(desk: Desk, mentorship_id: int, person_id: int | None = None) -> Outcomes | Pair:
    """The outcomes of one mentee; of a group the pair, from which one is to be chosen first."""
    mentorship = await pairs.find(desk, mentorship_id)
    ensure(desk.actor, Action.OBSERVE_OUTCOMES, Scope.of(mentorship))
    pair = await pairs.pair_of(desk, mentorship)
    if person_id is None and len(mentorship.mentees) != 1:
        return pair
    mentee = _mentee(pair, mentorship.mentees[0] if person_id is None else person_id)
    found = await desk.work.observations.about(Subject(SUBJECT, mentorship.id), OUTCOMES)
    own = [record for record in found if record.person_id == mentee.id]
    kept = {name: next((record for record in own if record.definition == name), None) for name in OUTCOMES}
    return Outcomes(pair, mentee, kept, tuple(name for name in OUTCOMES if may(desk, mentorship, name)))


async def begin_outcomes(desk: Desk, mentorship_id: int, person_id: int, name: str) -> Show:
    """Fill in a mentee's outcomes, or go on with what was left half-way."""
    mentorship = await _to_observe(desk, mentorship_id, name, OUTCOMES)
    mentee = _mentee(await pairs.pair_of(desk, mentorship), person_id)
    return await begin(
        desk,
        name,
        Subject(SUBJECT, mentorship.id),
        mentorship.organisation_id,
        person_id=mentee.id,
        about=mentee.name,
        form=mentorship.form.value,
        role="mentee",
    )


async def begin_compatibility(desk: Desk, mentorship_id: int) -> Show:
    """Fill in a pair's compatibility, or go on with what was left half-way."""
    mentorship = await _to_observe(desk, mentorship_id, COMPATIBILITY, (COMPATIBILITY,))
    pair = await pairs.pair_of(desk, mentorship)
    names = ", ".join(person.name for person in pair.people.values())
    subject = Subject(SUBJECT, mentorship.id)
    form = mentorship.form.value
    return await begin(desk, COMPATIBILITY, subject, mentorship.organisation_id, about=names, form=form)


async def begin(
    desk: Desk,
    name: str,
    subject: Subject,
    organisation_id: int,
    *,
    person_id: int | None = None,
    about: str | None = None,
    form: str | None = None,
    role: str | None = None,
) -> Show:
    """The actor fills a questionnaire in about something; their own half-filled one about it goes on.

    `about`: who it is about, as its questions name them (`fact.about`)."""
    work, chat = desk.work, desk.actor.chat_id
    for earlier in await work.responses.about(subject, name):
        same = (earlier.chat_id, earlier.person_id, earlier.organisation_id) == (chat, person_id, organisation_id)
        if same and earlier.unfinished:
            return await dialogue.take_up(desk, earlier.id)
    definition = await catalogue.find(desk, name)
    facts = {} if about is None else {"about": about}
    context = await contexts.build(desk, definition, subject, facts, {}, {})
    await work.definitions.archive(definition)
    record = await work.responses.add(
        response.start(definition, context),
        definition,
        state=RecordState.OPEN,
        chat_id=chat,
        person_id=person_id,
        organisation_id=organisation_id,
        subject=subject,
        facts=facts,
        entered_by=desk.actor.person_id,
        form=form,
        role=role,
    )
    await work.responses.activate(chat, record.id)
    return Sitting(record, definition, context).show()


async def guard(desk: Desk, record: Record) -> None:
    """Before every step of an observation of a mentorship: Forbidden for whoever may not make it any more."""
    mentorship_id = record.about(SUBJECT)
    if mentorship_id is None or record.definition not in _MAY:
        raise Forbidden
    ensure(desk.actor, _MAY[record.definition][0], Scope.of(await pairs.find(desk, mentorship_id)))


async def replaced(desk: Desk, record: Record) -> Record:
    """After one is complete: it takes the place of an earlier one about the same; gives it with its answers."""
    done = await desk.work.responses.get(record.id)
    if done is None or done.subject is None:
        raise NotFound
    place = (done.person_id, done.organisation_id)
    for earlier in await desk.work.observations.about(done.subject, [done.definition]):
        if earlier.id != done.id and (earlier.person_id, earlier.organisation_id) == place:
            await _withdraw(desk, earlier)
    return done


async def _withdraw(desk: Desk, earlier: Record) -> None:
    definition = await catalogue.find(desk, earlier.definition, earlier.draft.version)
    given = earlier.draft.answers
    context = await contexts.build(desk, definition, earlier.subject, earlier.facts, earlier.likely, given, earlier.id)
    pairs_of_it = counting.counted(definition, answers_on_path(definition, given, context))
    await desk.work.counts.add(earlier, pairs_of_it, times=-1)
    await desk.work.responses.erase(earlier.id)


async def _to_observe(desk: Desk, mentorship_id: int, name: str, known: Collection[str]) -> Mentorship:
    if name not in known:
        raise NotFound
    mentorship = await pairs.find(desk, mentorship_id)
    ensure(desk.actor, _MAY[name][0], Scope.of(mentorship))
    if not may(desk, mentorship, name):
        raise Stale("observations-not-now")
    return mentorship


def _mentee(pair: Pair, person_id: int) -> Person:
    if person_id not in pair.mentorship.mentees or person_id not in pair.people:
        raise NotFound
    return pair.people[person_id]


def mentees(pair: Pair) -> Sequence[Person]:
    """The mentees of a group, in the order in which they were chosen."""
    return tuple(pair.people[one] for one in pair.mentorship.mentees if one in pair.people)
