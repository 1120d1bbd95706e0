"""How the mentorships of an organisation are: the curator's list, one of them with its reasons, and what to do."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mentoring import health as rules
from mentoring.access import Action, Scope, allowed, ensure, places
from mentoring.clock import local_date
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.health import Counts, Facts, Health, Limits, Remedy
from mentoring.mentorships import Mentorship, MentorshipState
from mentoring.pages import pages_of
from mentoring.people import Person
from messaging.replies import Button, Keyboard, Lane, Replies, Say, Show, press
from services import data_log, dialogue, notices, pairs
from services.desk import Desk
from services.dialogue_screens import done
from services.pairs import Pair, full_names
from storage.health import Rules
from storage.looks import Look
from storage.mentorship_dues import SUBJECT
from surveys.path import Value
from surveys.record import UNFINISHED, Record, Subject

PAGE = 8


@dataclass(frozen=True, slots=True)
class Line:
    health: Health
    pair: Pair


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of an organisation's mentorships, stuck ones first, and how many there are of each state."""

    lines: tuple[Line, ...]
    counts: Counts
    page: int
    sees_help: bool

    @property
    def pages(self) -> int:
        return pages_of(self.counts.total, PAGE)


@dataclass(frozen=True, slots=True)
class Detail:
    """One mentorship's health. `look`: the curator's last one, by whom; `may_act`: the reader is its curator."""

    pair: Pair
    health: Health
    look: Look | None
    looked_by: str
    may_act: bool


# --- what there is ---------------------------------------------------------------------------------------------------


def limits(desk: Desk) -> Limits:
    """The programme's thresholds."""
    known = desk.programme.thresholds
    return Limits(known.look_after_days, known.stuck_after_days)


def reading(desk: Desk) -> Rules:
    """What of the programme the store has to know."""
    known = desk.programme
    return Rules(
        feedback=known.questionnaires.feedback,
        low_mark=known.thresholds.low_mark,
        window=timedelta(days=known.thresholds.stuck_after_days),
        meets_once=frozenset(kind.id for kind in known.kinds if kind.single_meeting),
        on_demand=frozenset(kind.id for kind in known.kinds if kind.on_demand),
    )


async def facts(desk: Desk, organisation_ids: Collection[int]) -> tuple[Facts, ...]:
    """Of every active mentorship of these organisations."""
    return await desk.work.health.of(organisation_ids, reading(desk))


async def assessed(desk: Desk, organisation_ids: Collection[int]) -> list[Health]:
    """The state of every active mentorship of these organisations, the most urgent first.

    No rights are asked: the weekly summary is made for its readers by the clock.
    """
    known = await desk.work.organisations.many(organisation_ids)
    days = {one.id: local_date(desk.now, one.zone) for one in known.values()}
    found = await facts(desk, organisation_ids)
    return rules.by_urgency(rules.assess(one, limits(desk), days[one.organisation_id]) for one in found)


async def listing(desk: Desk, page: int = 0) -> Listing:
    """A page of the actor's organisations; Forbidden for nobody's."""
    organisation_ids = places(desk.actor, Action.SEE_HEALTH)
    if not organisation_ids:
        raise Forbidden
    found = await assessed(desk, organisation_ids)
    page = min(max(page, 0), max(0, (len(found) - 1) // PAGE))
    shown = found[page * PAGE : (page + 1) * PAGE]
    known = await _pairs(desk, (one.mentorship_id for one in shown))
    lines = tuple(Line(one, known[one.mentorship_id]) for one in shown)
    seen = [one.pair.mentorship.organisation_id for one in lines]
    await data_log.note_list(desk, data_log.Look.PAIRS, organisation_ids, seen, len(found))
    return Listing(lines, rules.count(found), page, bool(places(desk.actor, Action.SEE_HELP)))


async def detail(desk: Desk, mentorship_id: int) -> Detail:
    """One mentorship with its reasons; Stale unless it is active."""
    mentorship = await pairs.find(desk, mentorship_id)
    ensure(desk.actor, Action.SEE_HEALTH, Scope.of(mentorship))
    pair = await pairs.pair_of(desk, mentorship)
    look = await desk.work.looks.last(mentorship_id)
    looker = await desk.work.people.many([look.looked_by]) if look is not None else {}
    return Detail(
        pair,
        await _health(desk, pair),
        look,
        next((person.name for person in looker.values()), ""),
        may_act=allowed(desk.actor, Action.NOTE_HEALTH, Scope.of(mentorship)),
    )


# --- what the curator does -------------------------------------------------------------------------------------------


async def remind(desk: Desk, mentorship_id: int, remedy: Remedy) -> tuple[Person, ...]:
    """Remind whom a remedy concerns, each once a day and by day; gives those who can be reached."""
    pair = await _for_acting(desk, mentorship_id)
    whom = await _concerned(desk, pair, remedy)
    day = local_date(desk.now, pair.zone)
    wanted = {f"health:{remedy}:{mentorship_id}:{person.id}:{day}": person for person in whom}
    left = await desk.work.meetings.unused(list(wanted))
    if wanted and not left:
        raise Stale("health-refusal-reminded")
    reached = []
    for key, person in wanted.items():
        if key in left and await _remind(desk, pair, person, remedy, key):
            reached.append(person)
    if not reached:
        raise Stale("health-refusal-nobody")
    return tuple(reached)


async def begin_word(desk: Desk, mentorship_id: int) -> Show:
    """The form `health-word`."""
    return await _begin(desk, mentorship_id, "health-word")


async def write(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `health.write`: everybody in it gets the curator's words."""
    pair = await _for_acting(desk, record.about(SUBJECT) or 0)
    who = desk.actor.person.name if desk.actor.person is not None else ""
    text = Say("health-told-word", {"who": who, "words": str(answers["words"])})
    missed = await notices.to_all(desk, pair.people, text, keyboard=(_card_row(pair, fresh=True),))
    names = full_names(pair.people[one] for one in missed)
    said = Say("health-written-missed", {"names": names}) if missed else Say("health-written")
    return (done(record, said, _back(pair)),)


async def begin_look(desk: Desk, mentorship_id: int) -> Show:
    """The form `health-look`."""
    return await _begin(desk, mentorship_id, "health-look")


async def look(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `health.look`: its warnings rest until the day named."""
    pair = await _for_acting(desk, record.about(SUBJECT) or 0)
    until, note = date.fromisoformat(str(answers["until"])), answers.get("note")
    await desk.work.looks.add(
        pair.mentorship.id, by=desk.actor.person_id or 0, rests_until=until, note=str(note) if note else None
    )
    return (done(record, Say("health-noted", {"until": until}), _back(pair)),)


# --- how it works ----------------------------------------------------------------------------------------------------


async def _health(desk: Desk, pair: Pair) -> Health:
    found = await desk.work.health.one(pair.mentorship.id, reading(desk))
    if found is None:
        raise Stale("refusal-not-active")
    return rules.assess(found, limits(desk), local_date(desk.now, pair.zone))


async def _pairs(desk: Desk, ids: Iterable[int]) -> dict[int, Pair]:
    found = await pairs.pairs_of(desk, await desk.work.mentorships.many(ids))
    return {pair.mentorship.id: pair for pair in found}


async def _for_acting(desk: Desk, mentorship_id: int) -> Pair:
    mentorship: Mentorship | None = await desk.work.mentorships.get(mentorship_id)
    if mentorship is None:
        raise NotFound
    ensure(desk.actor, Action.NOTE_HEALTH, Scope.of(mentorship))
    if mentorship.state is not MentorshipState.ACTIVE:
        raise Stale("refusal-not-active")
    return await pairs.pair_of(desk, mentorship)


async def _begin(desk: Desk, mentorship_id: int, form: str) -> Show:
    pair = await _for_acting(desk, mentorship_id)
    subject = Subject(SUBJECT, mentorship_id)
    return await dialogue.begin(desk, form, subject=subject, organisation_id=pair.organisation.id)


async def _concerned(desk: Desk, pair: Pair, remedy: Remedy) -> tuple[Person, ...]:
    """The mentors, or whoever has a questionnaire waiting."""
    if remedy is not Remedy.REMIND_TO_ANSWER:
        return tuple(pair.people[one] for one in pair.mentorship.mentors if one in pair.people)
    askings = await desk.work.mentorships.askings([pair.mentorship.id])
    silent = {one.person_id for one in askings if one.state in UNFINISHED}
    return tuple(person for person in pair.people.values() if person.id in silent)


async def _remind(desk: Desk, pair: Pair, person: Person, remedy: Remedy, key: str) -> bool:
    facing = full_names(pair.facing(person.id))
    return await notices.to(
        desk,
        person.id,
        Say(f"health-told-{remedy.value.replace('_', '-')}", {"with": facing}),
        keyboard=_answer_to(remedy, pair.mentorship.id),
        lane=Lane.REMINDER,
        key=key,
        due=desk.now,
        expires_at=desk.now + timedelta(days=3),
        not_before=_by_day(desk, person.zone or pair.zone),
    )


def _by_day(desk: Desk, zone: str) -> datetime | None:
    leaves = desk.programme.quiet.release(desk.now, zone)
    return leaves if leaves > desk.now else None


def _answer_to(remedy: Remedy, mentorship_id: int) -> Keyboard:
    """The button with which whoever is reminded does it."""
    if remedy is Remedy.REMIND_TO_LOG:
        return ((Button(Say("pairs-meetings"), press("meetings.of", mentorship_id, 0)),),)
    if remedy is Remedy.REMIND_TO_ANSWER:
        return ((Button(Say("pairs-answer"), press("surveys.list")),),)
    return ((Button(Say("pairs-plan"), press("meeting.new", mentorship_id)),),)


def _card_row(pair: Pair, *, fresh: bool) -> tuple[Button, ...]:
    return (Button(Say("pairs-open"), press("pair.card" if fresh else "pair.open", pair.mentorship.id)),)


def _back(pair: Pair) -> Keyboard:
    return (
        (Button(Say("health-back-pair"), press("health.open", pair.mentorship.id)),),
        (Button(Say("health-back"), press("health.list")), Button(Say("menu-button"), press("menu.open"))),
    )
