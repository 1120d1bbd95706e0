"""What became of a meeting, as a mentor says it in three taps; `/log` does the same for one that nobody had planned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mentoring import cycle, meeting_log
from mentoring.access import Action, Scope, allowed, ensure
from mentoring.clock import at, local_date
from mentoring.errors import Invalid, Refusal
from mentoring.meetings import Meeting, MeetingKind, MeetingState, NotHeld
from mentoring.mentorships import Mentorship, MentorshipState
from messaging.replies import Button, Lines, Replies, Say, Show, Text, press
from services import attendance, dialogue, drafts, meeting_overlaps, meeting_races, meetings
from services.desk import Asked, Desk
from services.dialogue_screens import done
from services.meeting_details import details
from services.meeting_feedback import ask_feedback
from services.meeting_occasion import Occasion, around, is_single, moment, occasion, steps, zone_of_actor
from services.meeting_views import Line, active_mentorships, lines, mentorship_of, others
from surveys.definition import Option
from surveys.path import Value
from surveys.record import Record, Subject

NOON = time(12)
"""When a meeting of an earlier day is taken to have begun: its hour is not asked."""
ANSWERS = ("held", "not_held", "moved")


@dataclass(frozen=True, slots=True)
class ToLog:
    """Planned meetings that have begun and wait to be logged, the oldest first; `zone` is the reader's."""

    lines: tuple[Line, ...]
    zone: str


async def waiting(desk: Desk) -> ToLog:
    """What the actor, as a mentor, has to log."""
    found: tuple[Meeting, ...] = ()
    if desk.actor.person_id is not None:
        found = await desk.work.meetings.to_log(desk.actor.person_id, desk.now)
    return ToLog(await lines(desk, found), await zone_of_actor(desk))


async def begin_log(desk: Desk, meeting_id: int, held: str | None = None) -> Show:
    """The log of a planned meeting; `held` (one of ANSWERS) is the first answer, given by a notice's button.

    Another answer than the draft's begins it anew, the same goes on with it.
    """
    about = await occasion(desk, meeting_id)
    ensure(desk.actor, Action.LOG_MEETING, Scope.of(about.mentorship))
    await meeting_races.expect_planned(desk, about)
    if about.meeting.starts_at > desk.now:
        raise Invalid("refusal-not-begun")
    if held is not None and held not in ANSWERS:
        raise Invalid
    subject = Subject("meeting", meeting_id)
    if held is not None:
        await drafts.drop_other(desk, "meeting-log", subject, {"held": held})
    return await dialogue.begin(
        desk,
        "meeting-log",
        subject=subject,
        organisation_id=about.mentorship.organisation_id,
        facts={"planned": True, "one_mentorship": True},
        prefilled={"held": held} if held is not None else None,
    )


def log_slot(meeting_id: int) -> str:
    """Where «Состоялась?» stands on the mentor's phone."""
    return f"log:{meeting_id}"


async def answered(desk: Desk, meeting_id: int, held: str) -> Replies:
    """A button under «Состоялась?»: the log begins with that answer, and the question loses its buttons."""
    form = await begin_log(desk, meeting_id, held)
    about = await occasion(desk, meeting_id)
    what = details(desk, about, desk.actor.person_id, await zone_of_actor(desk))
    return (Show(desk.actor.chat_id, log_slot(meeting_id), Lines((Say("meetings-remind-log"), what), "\n\n")), form)


async def begin_unplanned(desk: Desk, mentorship_id: int | None = None) -> Show:
    """The log of a meeting that was not planned, of one mentorship or of one to be picked."""
    if mentorship_id is not None:
        mentorship = await mentorship_of(desk, mentorship_id)
        ensure(desk.actor, Action.LOG_MEETING, Scope.of(mentorship))
        mine: tuple[Mentorship, ...] = (mentorship,)
    else:
        mine = await _mentored(desk)
    if not mine:
        raise Refusal("meetings-refusal-nothing-to-log")
    single = len(mine) == 1
    return await dialogue.begin(
        desk,
        "meeting-log",
        subject=Subject("mentorship", mine[0].id) if single else None,
        organisation_id=mine[0].organisation_id,
        facts={"planned": False, "one_mentorship": single},
    )


async def _mentored(desk: Desk) -> tuple[Mentorship, ...]:
    """The active mentorships in which the actor is a mentor."""
    mine = await active_mentorships(desk)
    return tuple(one for one in mine if allowed(desk.actor, Action.LOG_MEETING, Scope.of(one)))


async def mentorships(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source `mentorships`: whom an unplanned meeting may have been with."""
    if asked.facts.get("planned") or asked.facts.get("one_mentorship"):
        return ()
    return tuple([Option(str(one.id), await others(desk, one)) for one in await _mentored(desk)])


async def topics(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source `topics`: those of the mentorship's form."""
    found = await attendance.logged_for(desk, asked)
    return tuple(Option(topic.id, topic.name) for topic in desk.programme.topics_for(found.form if found else None))


async def log(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `meetings.log`: held, not held, moved, or held without having been planned."""
    meeting_id = record.about("meeting")
    if meeting_id is None:
        return await _log_unplanned(desk, record, answers)
    about = await occasion(desk, meeting_id)
    ensure(desk.actor, Action.LOG_MEETING, Scope.of(about.mentorship))
    await meeting_races.expect_planned(desk, about)
    match answers["held"]:
        case "held":
            return await _log_held(desk, record, about, answers)
        case "not_held":
            return await _log_not_held(desk, record, about, NotHeld(str(answers["reason"])))
    starts_at = moment(answers["new_date"], answers["new_time"], await zone_of_actor(desk))
    moved = await meetings.move_to(desk, about, starts_at)
    overlap = await meeting_overlaps.warning(desk, about.mentorship, starts_at, except_ids=(meeting_id,))
    parts: list[Text] = [Say("meetings-logged-moved", {"when": starts_at}), *([overlap] if overlap is not None else [])]
    return (_recorded(desk, record, moved, Lines(tuple(parts), "\n\n")),)


async def _log_held(desk: Desk, record: Record, about: Occasion, answers: Mapping[str, Value]) -> Replies:
    attendance.ensure_possible(about.mentorship, about.meeting, answers, desk)
    held = meeting_log.hold(
        about.meeting,
        _minutes(answers),
        by=desk.actor.person_id or 0,
        now=desk.now,
        topics=_topics(answers),
        outcome=_outcome(answers),
    )
    await _store(desk, about.meeting, held)
    return await _held(desk, record, about.with_(held), answers)


async def _log_not_held(desk: Desk, record: Record, about: Occasion, reason: NotHeld) -> Replies:
    after = meeting_log.not_hold(about.meeting, reason, by=desk.actor.person_id or 0, now=desk.now)
    await _store(desk, about.meeting, after)
    return (_recorded(desk, record, about.with_(after), Say("meetings-logged-not-held")),)


async def _store(desk: Desk, before: Meeting, after: Meeting) -> None:
    if not await desk.work.meetings.change(before, after):
        raise await meeting_races.lost(desk, after.id)
    await desk.work.meetings.close_proposals(after.id)


async def _log_unplanned(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    mentorship_id = record.about("mentorship") or int(str(answers["mentorship"]))
    mentorship = await mentorship_of(desk, mentorship_id)
    ensure(desk.actor, Action.LOG_MEETING, Scope.of(mentorship))
    organisation = await desk.work.organisations.get(mentorship.organisation_id)
    day, minutes = date.fromisoformat(str(answers["date"])), _minutes(answers)
    earlier = await desk.work.meetings.of_mentorship(mentorship_id)
    meeting = meeting_log.unplanned(
        mentorship,
        _kind(desk, mentorship, earlier, day),
        _begun(day, minutes, await zone_of_actor(desk), desk.now),
        minutes,
        organisation.zone if organisation is not None else desk.programme.zone,
        by=desk.actor.person_id or 0,
        now=desk.now,
        topics=_topics(answers),
        outcome=_outcome(answers),
    )
    attendance.ensure_possible(mentorship, meeting, answers, desk)
    meeting_id = await desk.work.meetings.add(meeting)
    return await _held(desk, record, await occasion(desk, meeting_id), answers)


def _kind(desk: Desk, mentorship: Mentorship, earlier: Sequence[Meeting], day: date) -> MeetingKind:
    """What an unplanned meeting was: the next one of the mentorship's cycle."""
    order = [step.kind for step in steps(desk, mentorship)]
    if is_single(desk, mentorship):
        return cycle.only_kind(order)
    return cycle.unplanned_kind(mentorship, earlier, day, order)


def _begun(day: date, minutes: int, zone: str, now: datetime) -> datetime:
    """When an unplanned meeting began: today's has just ended, an earlier day's was at noon."""
    if day == local_date(now, zone):
        return max(at(day, time.min, zone), now - timedelta(minutes=minutes))
    return at(day, NOON, zone)


async def _held(desk: Desk, record: Record, about: Occasion, answers: Mapping[str, Value]) -> Replies:
    """The last screen, and the question to every participant who was there."""
    absent = await attendance.keep(desk, about, answers)
    shows = await ask_feedback(desk, await around(desk, about.meeting), absent)
    said: list[Text] = [Say("meetings-logged-held", {"minutes": about.meeting.minutes})]
    if absent:
        said.append(Say("meetings-logged-absent", {"people": ", ".join(about.names(absent))}))
    return (_recorded(desk, record, about, Lines(tuple(said))), *shows)


def _recorded(desk: Desk, record: Record, about: Occasion, what: Text) -> Show:
    rows = [(Button(Say("menu-button"), press("menu.open")),)]
    over = is_single(desk, about.mentorship) and about.meeting.state is not MeetingState.NOT_HELD
    if about.mentorship.state is MentorshipState.ACTIVE and not over:
        rows.insert(0, (Button(Say("meetings-button-next"), press("meeting.new", about.mentorship.id)),))
    return done(record, Lines((Say("meetings-logged"), what), "\n\n"), tuple(rows))


def _minutes(answers: Mapping[str, Value]) -> int:
    """A whole number of minutes: «45,5» counts as 45."""
    return int(float(str(answers["minutes"])))


def _topics(answers: Mapping[str, Value]) -> tuple[str, ...]:
    chosen = answers.get("topics")
    return tuple(chosen) if isinstance(chosen, list) else ()


def _outcome(answers: Mapping[str, Value]) -> str | None:
    typed = answers.get("outcome")
    return str(typed) if typed is not None else None
