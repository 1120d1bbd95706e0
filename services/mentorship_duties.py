"""What falls due about mentorships: reminders, questionnaires halfway and at the end, answers that never came."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from mentoring import reminders
from mentoring.clock import at, local_date
from mentoring.mentorships import MentorshipState
from mentoring.reminders import MORNING, PROPOSAL_AGAIN, SURVEY_AGAIN, SURVEY_LOSES_SENSE, Item, Waiting
from mentoring.roles import Role
from messaging.replies import Button, Keyboard, Lane, Say, press
from services import endings, evidence, notices, pair_notices, pairs
from services.desk import Desk
from services.evidence import Stage
from storage.mentorship_dues import SUBJECT, Ending, Middle
from surveys.record import RecordState

AT_ONCE = 200
SHORTEST = 28
"""Days a mentorship must last to be asked halfway."""
OVERDUE_AFTER = timedelta(days=7)


async def duty(desk: Desk) -> datetime | None:
    """Everything about mentorships that is due; the next moment at which something will be."""
    parts = (_exits, _middles, _surveys, _closing, _proposals, _overdue)
    moments = [moment for part in parts if (moment := await part(desk)) is not None]
    return min(moments, default=None)


async def _exits(desk: Desk) -> datetime | None:
    """Exit questionnaires: after the final meeting, at the latest at 9:00 on the last day (life.exit_due)."""
    by_meeting = await desk.work.mentorships.ended_by_meeting(AT_ONCE, pairs.single_kinds(desk))
    listed = (*by_meeting, *await desk.work.mentorships.next_endings(AT_ONCE))
    endings_by_id = {one.mentorship_id: one for one in reversed(listed)}
    due = [one.mentorship_id for one in endings_by_id.values() if one.final_held or _last_morning(one) <= desk.now]
    for mentorship_id in due:
        await _ask_exit(desk, mentorship_id)
    if len(by_meeting) == AT_ONCE or len(due) >= AT_ONCE:
        return desk.now
    return _next(desk, (_last_morning(one) for one in endings_by_id.values()))


def _last_morning(ending: Ending) -> datetime:
    return at(ending.ends, MORNING, ending.zone)


async def _ask_exit(desk: Desk, mentorship_id: int) -> None:
    mentorship = await desk.work.mentorships.hold(mentorship_id)
    if mentorship is None or mentorship.state is not MentorshipState.ACTIVE or mentorship.exit_asked_at is not None:
        return
    pair = await pairs.pair_of(desk, await endings.ask_exit(desk, mentorship))
    row = (Button(Say("pairs-complete"), press("pair.complete", mentorship_id)),)
    said = "pairs-exit-asked" if pairs.measured(desk, mentorship) else "pairs-single-over"
    await pair_notices.to_curators(desk, pair, said, keyboard=(row,), lane=Lane.REMINDER)


async def _middles(desk: Desk) -> datetime | None:
    """The interim questionnaire halfway between order and end, at 9:00."""
    listed = await desk.work.mentorships.next_middles(
        evidence.interims(desk), SHORTEST, AT_ONCE, without=pairs.single_kinds(desk)
    )
    due = [one for one in listed if halfway(one) <= desk.now]
    for one in due:
        await evidence.ask(desk, await pairs.pair_of(desk, await pairs.find(desk, one.mentorship_id)), Stage.INTERIM)
    return desk.now if len(due) == AT_ONCE else _next(desk, map(halfway, listed))


def halfway(middle: Middle) -> datetime:
    """9:00 in the organisation's zone on the day in the middle between order and end; UTC."""
    begun = local_date(middle.activated_at, middle.zone)
    return at(begun + (middle.ends - begun) // 2, MORNING, middle.zone)


async def _surveys(desk: Desk) -> datetime | None:
    """Who has not answered a questionnaire is reminded twice, after two and after five days."""
    ahead: list[datetime] = []
    for heard in range(len(SURVEY_AGAIN)):
        listed = await desk.work.mentorships.to_remind(heard, AT_ONCE)
        items = [_not_at_night(desk, one, heard) for one in listed]
        due = [item for item in items if item.sends_at <= desk.now]
        for item in due:
            await _remind_survey(desk, item)
        if len(due) == AT_ONCE:
            return desk.now
        ahead += [item.sends_at for item in items]
        ahead += [item.due + SURVEY_AGAIN[1] - SURVEY_AGAIN[0] for item in due if heard == 0]
    return _next(desk, ahead)


def _not_at_night(desk: Desk, one: Waiting, heard: int) -> Item:
    """The reminder after `heard` others; after a downtime that ends at night it waits for the morning."""
    quiet = desk.programme.quiet
    item = tuple(reminders.of_waiting(one, quiet))[heard]
    return replace(item, sends_at=quiet.release(max(item.sends_at, desk.now), one.recipient.zone))


async def _remind_survey(desk: Desk, item: Item) -> None:
    """Remind; what lost its sense during a downtime is marked and not sent."""
    await desk.work.responses.ask_again(item.subject, desk.now)
    record = await desk.work.responses.get(item.subject)
    mentorship_id = record.about(SUBJECT) if record is not None else None
    if record is not None and mentorship_id is not None and desk.now < item.expires_at:
        pair = await pairs.pair_of(desk, await pairs.find(desk, mentorship_id))
        facing = pairs.full_names(pair.facing(item.recipient))
        row = (Button(Say("pairs-answer"), press("response.open", record.id)),)
        await _remind(desk, item, Say("pairs-survey-again", {"with": facing}), (row,))


async def _closing(desk: Desk) -> datetime | None:
    """Questionnaires whose time ran out stand as unanswered."""
    late = await desk.work.responses.overdue(desk.now, AT_ONCE)
    await desk.work.responses.close([record.id for record in late], RecordState.UNANSWERED)
    if len(late) == AT_ONCE:
        return desk.now
    _, closes = await desk.work.responses.next_moments()
    return closes


async def _proposals(desk: Desk) -> datetime | None:
    """Who has not answered a proposal is reminded after two and after five days."""
    oldest = desk.now - PROPOSAL_AGAIN[-1] - SURVEY_LOSES_SENSE
    waiting = await desk.work.mentorships.to_agree(oldest, AT_ONCE)
    items = reminders.planned(desk.now, waiting=waiting, quiet=desk.programme.quiet)
    due = reminders.due(items, desk.now)
    unused = await desk.work.meetings.unused([item.key for item in due])
    for item in due:
        if item.key in unused:
            pair = await pairs.pair_of(desk, await pairs.find(desk, item.subject))
            facing = pairs.full_names(pair.facing(item.recipient))
            await _remind(desk, item, Say("pairs-proposal-again", {"with": facing}), (pair_notices.open_row(pair),))
    return reminders.next_due(items, (), desk.now)


async def _overdue(desk: Desk) -> datetime | None:
    """A week after the last day of a mentorship that is still active its curators are told, once."""
    today = desk.now.date()
    listed = await desk.work.mentorships.overdue(
        today - OVERDUE_AFTER - SURVEY_LOSES_SENSE, today + timedelta(days=1), AT_ONCE
    )
    known = await pairs.pairs_of(desk, await desk.work.mentorships.many(one.mentorship_id for one in listed))
    courses = [
        reminders.Course(pair.mentorship, pair.zone, await _curators(desk, pair.organisation.id, pair.zone))
        for pair in known
    ]
    items = [
        item
        for item in reminders.planned(desk.now, courses=courses, quiet=desk.programme.quiet)
        if item.kind is reminders.ReminderKind.OVERDUE
    ]
    by_id = {pair.mentorship.id: pair for pair in known}
    for item in reminders.due(items, desk.now):
        pair = by_id[item.subject]
        row = (Button(Say("pairs-complete"), press("pair.complete", item.subject)),)
        await _remind(desk, item, Say("pairs-overdue", pairs.facts(desk, pair)), (row, pair_notices.open_row(pair)))
    return reminders.next_due(items, (), desk.now)


async def _curators(desk: Desk, organisation_id: int, zone: str) -> tuple[reminders.Recipient, ...]:
    holders = await desk.work.memberships.holders(Role.CURATOR, organisation_id)
    people = await desk.work.people.many(one.person_id for one in holders)
    return tuple(reminders.Recipient(one.id, one.zone or zone, Role.CURATOR) for one in people.values())


async def _remind(desk: Desk, item: Item, text: Say, keyboard: Keyboard) -> None:
    await notices.to(
        desk,
        item.recipient,
        text,
        keyboard=keyboard,
        lane=Lane.REMINDER,
        key=item.key,
        due=item.due,
        expires_at=item.expires_at,
    )


def _next(desk: Desk, moments: Iterable[datetime]) -> datetime | None:
    return min((moment for moment in moments if moment > desk.now), default=None)
