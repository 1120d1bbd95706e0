"""Repeated meetings: planned in one go, moved and cancelled one by one or from one on, ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mentoring import cycle, planning
from mentoring.access import Action, Scope, allowed, ensure
from mentoring.clock import local_date
from mentoring.errors import Invalid, NotFound, Stale
from mentoring.meetings import Meeting, MeetingState
from mentoring.series import Series, repeats, shifted
from mentoring.whereabouts import Whereabouts
from messaging.replies import Button, Keyboard, Lines, Replies, Say, Show, Text, press
from services import dialogue, meeting_notices, meeting_overlaps, meeting_races
from services.desk import Desk
from services.dialogue_screens import done, in_words
from services.meeting_occasion import Occasion, actor_name, occasion, steps
from surveys.path import Value
from surveys.record import Record, Subject


@dataclass(frozen=True, slots=True)
class View:
    """A series from one of its meetings on: `following` are planned and include it; `may`: the reader may change it."""

    series: Series
    meeting: Meeting
    following: tuple[Meeting, ...]
    may: bool


async def begin(desk: Desk, meeting_id: int) -> Show:
    """The form that repeats a planned meeting."""
    about = await _repeatable(desk, meeting_id)
    return await dialogue.begin(
        desk,
        "meeting-repeat",
        subject=Subject("meeting", meeting_id),
        organisation_id=about.mentorship.organisation_id,
    )


async def _repeatable(desk: Desk, meeting_id: int) -> Occasion:
    about = await occasion(desk, meeting_id)
    ensure(desk.actor, Action.PLAN_MEETING, Scope.of(about.mentorship))
    await meeting_races.expect_planned(desk, about)
    if not meeting_notices.may_repeat(desk, about):
        raise Stale("meetings-refusal-repeats" if about.meeting.series_id is not None else "meetings-refusal-single")
    return about


async def repeat(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `meetings.repeat`: meetings are planned at the same hour, but where somebody has another one then."""
    about = await _repeatable(desk, record.about("meeting") or 0)
    if await desk.work.meetings.hold(about.meeting.id) != about.meeting:
        raise await meeting_races.lost(desk, about.meeting.id)
    every, until = int(str(answers["every"])), date.fromisoformat(str(answers["until"]))
    moments = repeats(about.meeting.starts_at, every, until, about.mentorship, about.organisation.zone)
    moments = tuple(one for one in moments if one > desk.now)
    busy = await meeting_overlaps.busy_at_each(desk, about.mentorship, moments)
    free = [one for one in moments if not busy[one]]
    if not free:
        raise Invalid("meetings-refusal-all-busy")
    new = Series(0, about.mentorship.id, every, until, desk.actor.person_id or 0, desk.now)
    series_id = await desk.work.series.add(new)
    first = replace(about.meeting, series_id=series_id)
    await desk.work.meetings.change(about.meeting, first)
    made = await _plan_all(desk, about, series_id, free)
    said = Say("meetings-told-repeated", {"who": actor_name(desk), "count": len(made), "last": made[-1].starts_at})
    await meeting_notices.tell_everybody(desk, about.with_(first), said, more=made)
    left_out = [one for one in moments if busy[one]]
    return (done(record, _made(made, left_out, about.organisation.zone), _to_series(first)),)


async def _plan_all(desk: Desk, about: Occasion, series_id: int, moments: Sequence[datetime]) -> list[Meeting]:
    """The meetings that follow, each of the kind that comes next in the cycle; a final one comes of itself never."""
    order = [step.kind for step in steps(desk, about.mentorship)]
    known = list(await desk.work.meetings.of_mentorship(about.mentorship.id))
    like, zone = about.meeting, about.organisation.zone
    made: list[Meeting] = []
    for moment in moments:
        meeting = planning.plan(
            about.mentorship,
            cycle.unplanned_kind(about.mentorship, known, local_date(moment, zone), order),
            moment,
            zone,
            where=Whereabouts(like.format, like.place, like.link),
            planned_by=desk.actor.person_id or 0,
            now=desk.now,
        )
        meeting = replace(meeting, series_id=series_id)
        meeting = replace(meeting, id=await desk.work.meetings.add(meeting))
        made.append(meeting)
        known.append(meeting)
    return made


def _made(made: Sequence[Meeting], left_out: Sequence[datetime], zone: str) -> Text:
    parts: list[Text] = [
        Say("meetings-repeated", {"count": len(made), "first": made[0].starts_at, "last": made[-1].starts_at})
    ]
    if left_out:
        parts.append(Say("meetings-left-out", {"count": len(left_out), "days": _days(left_out, zone)}))
    return Lines(tuple(parts), "\n\n")


def _days(moments: Sequence[datetime], zone: str) -> str:
    return ", ".join(f"{moment.astimezone(ZoneInfo(zone)):%d.%m}" for moment in moments)


def _to_series(meeting: Meeting) -> Keyboard:
    return (
        (Button(Say("meetings-button-series"), press("series.open", meeting.id)),),
        (Button(Say("meetings-button-calendar"), press("meeting.ics", meeting.id)),),
        meeting_notices.HOME,
    )


# --- a series that goes on --------------------------------------------------------------------------------------------


async def view(desk: Desk, meeting_id: int) -> View:
    """The series a meeting belongs to, from it on."""
    about = await occasion(desk, meeting_id)
    ensure(desk.actor, Action.SEE_MEETING, Scope.of(about.mentorship))
    found = await _series(desk, about)
    every = await desk.work.meetings.of_mentorship(about.mentorship.id, MeetingState.PLANNED)
    following = tuple(one for one in every if one.series_id == found.id and one.starts_at >= about.meeting.starts_at)
    may = allowed(desk.actor, Action.CANCEL_MEETING, Scope.of(about.mentorship))
    return View(found, about.meeting, following, may)


async def _series(desk: Desk, about: Occasion) -> Series:
    if about.meeting.series_id is None:
        raise Stale("meetings-refusal-no-series")
    found = await desk.work.series.get(about.meeting.series_id)
    if found is None:
        raise NotFound
    return found


async def move_following(desk: Desk, record: Record, about: Occasion, starts_at: datetime) -> Show:
    """The meeting of a form and those after it move alike: by as many days, to the same hour.

    What would come to lie outside the mentorship's days stays where it is.
    """
    zone = about.organisation.zone
    planning.check_time(about.mentorship, starts_at, zone, desk.now)
    moved, kept = await moves(desk, about, starts_at)
    await _change_all(desk, moved)
    if not moved:
        return done(record, Say("meetings-series-same"), _to_series(about.meeting))
    busy = await _busy(desk, about, [after for _, after in moved])
    first, *more = [after for _, after in moved]
    said = Say("meetings-told-series-moved", {"who": actor_name(desk), "count": len(moved)})
    await meeting_notices.tell_everybody(desk, about.with_(first), said, more=more)
    parts: list[Text] = [Say("meetings-series-moved", {"count": len(moved), "when": first.starts_at})]
    parts += [Say("meetings-series-kept", {"days": _days(kept, zone)})] if kept else []
    parts += [Say("meetings-series-busy", {"days": _days(busy, zone)})] if busy else []
    return done(record, Lines(tuple(parts), "\n\n"), _to_series(first))


async def moves(
    desk: Desk, about: Occasion, starts_at: datetime
) -> tuple[list[tuple[Meeting, Meeting]], list[datetime]]:
    """How the meetings of a series change when one of them moves to `starts_at`, from it on; and when those are that
    stay."""
    zone = about.organisation.zone
    days = (local_date(starts_at, zone) - local_date(about.meeting.starts_at, zone)).days
    hour = starts_at.astimezone(ZoneInfo(zone)).time()
    moved, kept = [], []
    for one in await desk.work.meetings.of_series((await _series(desk, about)).id, about.meeting.starts_at):
        try:
            after = planning.move(about.mentorship, one, shifted(one.starts_at, days, hour, zone), zone, desk.now)
        except Invalid:
            kept.append(one.starts_at)
            continue
        if after != one:
            moved.append((one, after))
    return moved, kept


async def _busy(desk: Desk, about: Occasion, meetings: Sequence[Meeting]) -> list[datetime]:
    """When somebody has another meeting than these."""
    ids = [one.id for one in meetings]
    found = await meeting_overlaps.busy_at_each(
        desk, about.mentorship, [one.starts_at for one in meetings], except_ids=ids
    )
    return [moment for moment, busy in found.items() if busy]


async def cancel_following(desk: Desk, record: Record, about: Occasion, reason: str) -> Show:
    """The meeting of a form and those after it will not be, and the series is over."""
    found = await _series(desk, about)
    before = await desk.work.meetings.of_series(found.id, about.meeting.starts_at)
    by = desk.actor.person_id
    if not before:
        raise await meeting_races.lost(desk, about.meeting.id)
    changes = [(one, planning.cancel(one, reason, by=by, now=desk.now)) for one in before]
    await _change_all(desk, changes)
    await desk.work.series.stop(found.id)
    cancelled = [after for _, after in changes]
    words = in_words(desk.house.surveys, "reason", reason, "meeting-cancel")
    values = {"who": actor_name(desk), "count": len(cancelled), "last": cancelled[-1].starts_at, "reason": words}
    said = Say("meetings-told-series-cancelled", values)
    first, *more = cancelled
    await meeting_notices.tell_everybody(desk, about.with_(first), said, more=more)
    rows = ((Button(Say("meetings-button-calendar"), press("meeting.ics", first.id)),), meeting_notices.HOME)
    return done(record, Say("meetings-series-cancelled", {"count": len(cancelled)}), rows)


async def _change_all(desk: Desk, changes: Sequence[tuple[Meeting, Meeting]]) -> None:
    """They are held since they were read, so all of them change."""
    for before, after in changes:
        await desk.work.meetings.change(before, after)
        await desk.work.meetings.close_proposals(before.id)
