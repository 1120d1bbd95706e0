"""What falls due about meetings: reminders before them, «Состоялась?» after them, feedback that is awaited.

Computed from rows each time; a key that outlives the message keeps it from going out twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from mentoring import planning, reminders
from mentoring.reminders import Item, MeetingPlan, ReminderKind
from mentoring.whereabouts import link_of
from messaging.replies import Button, Keyboard, Lane, Lines, Say, Show, press
from services import meeting_feedback, meeting_notices, notices
from services.desk import Desk
from services.meeting_calendar import calendar
from services.meeting_details import details
from services.meeting_log import ANSWERS, log_slot
from services.meeting_occasion import Occasion, around
from surveys.record import RecordState

LIMIT = 100
"""So many things are done in one call; the next one follows at once."""
AHEAD = timedelta(hours=26)
"""A day before by a local clock is at most 25 hours away, when the clocks go back."""
BEHIND = planning.LENGTH + reminders.LOG_WAITS


async def meetings_duty(desk: Desk) -> datetime | None:
    """Reminders of planned meetings of active mentorships; returns when the next one falls due."""
    store = desk.work.meetings
    meetings = await store.planned_between(desk.now - BEHIND, desk.now + AHEAD)
    audiences = await store.audiences({one.mentorship_id for one in meetings})
    plans = {one.id: MeetingPlan(one, audiences.get(one.mentorship_id, ())) for one in meetings}
    items = reminders.planned(desk.now, meetings=plans.values(), quiet=desk.programme.quiet)
    due = reminders.due(items, desk.now)
    unused = await store.unused([item.key for item in due])
    left = [item for item in due if item.key in unused]
    await _remind(desk, plans, left[:LIMIT])
    if len(left) > LIMIT:
        return desk.now
    moments = [item.sends_at for item in items if item.sends_at > desk.now]
    later = await store.next_after(desk.now + AHEAD)
    return min([*moments, *([later - AHEAD] if later is not None else [])], default=None)


async def _remind(desk: Desk, plans: Mapping[int, MeetingPlan], items: Iterable[Item]) -> None:
    known: dict[int, Occasion] = {}
    for item in items:
        if item.subject not in known:
            plan = plans[item.subject]
            known[item.subject] = await around(desk, plan.meeting, plan.recipients)
        await _send(desk, known[item.subject], item)


async def _send(desk: Desk, about: Occasion, item: Item) -> None:
    zone = next(one.zone for one in about.audience if one.person_id == item.recipient)
    by_day = item.kind is ReminderKind.MEETING_DAY
    await notices.to(
        desk,
        item.recipient,
        Lines((Say(_HEADS[item.kind]), details(desk, about, item.recipient, zone)), "\n\n"),
        keyboard=_keyboard(about, item),
        slot=log_slot(about.meeting.id) if item.kind is ReminderKind.MEETING_LOG else f"meeting:{about.meeting.id}",
        lane=Lane.REMINDER,
        key=item.key,
        due=item.due,
        expires_at=item.expires_at,
        file=calendar(desk, about, item.recipient) if by_day else None,
    )


_HEADS = {
    ReminderKind.MEETING_DAY: "meetings-remind-day",
    ReminderKind.MEETING_HOUR: "meetings-remind-hour",
    ReminderKind.MEETING_LOG: "meetings-remind-log",
}


def _keyboard(about: Occasion, item: Item) -> Keyboard:
    if item.kind is not ReminderKind.MEETING_LOG:
        link = link_of(about.meeting)
        join = ((Button(Say("meetings-button-link"), url=link),),) if link is not None else ()
        return (*join, meeting_notices.open_button(about.meeting))
    return tuple(
        (Button(Say(f"meetings-button-log-{answer}"), press("meeting.logged", about.meeting.id, answer)),)
        for answer in ANSWERS
    )


async def feedback_duty(desk: Desk) -> datetime | None:
    """Reminds once of a mark not given, and closes what stands unanswered; returns when that happens next."""
    name, store = desk.programme.questionnaires.feedback, desk.work.meetings
    on_paper = desk.now - reminders.FEEDBACK_ON_PAPER_CLOSES
    closing = await store.feedback_to_close(name, desk.now - reminders.FEEDBACK_CLOSES, on_paper, LIMIT)
    await desk.work.responses.close([one.subject for one in closing], RecordState.UNANSWERED)
    forgotten = await store.feedback_to_remind(name, desk.now - reminders.FEEDBACK_AGAIN, LIMIT)
    items = reminders.planned(desk.now, waiting=forgotten, quiet=desk.programme.quiet)
    due = reminders.due(items, desk.now)
    for item in due:
        await _remind_feedback(desk, item)
    if len(closing) == LIMIT or (len(forgotten) == LIMIT and due):
        return desk.now
    moments = [item.sends_at for item in items if item.sends_at > desk.now]
    for term, unreminded in ((reminders.FEEDBACK_AGAIN, True), (reminders.FEEDBACK_CLOSES, False)):
        asked_at = await store.next_feedback(name, desk.now - term, unreminded=unreminded)
        moments += [asked_at + term] if asked_at is not None else []
    asked_at = await store.next_feedback(name, on_paper, on_paper=True)
    moments += [asked_at + reminders.FEEDBACK_ON_PAPER_CLOSES] if asked_at is not None else []
    return min(moments, default=None)


async def _remind_feedback(desk: Desk, item: Item) -> None:
    """Noted also where nobody can be reached, so that it does not come up again."""
    await desk.work.responses.ask_again(item.subject, desk.now)
    record = await desk.work.responses.get(item.subject)
    chat = await desk.work.chats.of_person(item.recipient)
    meeting = await desk.work.meetings.get((record.about("meeting") or 0) if record is not None else 0)
    if record is None or chat is None or meeting is None:
        return
    about = await around(desk, meeting)
    shown = await meeting_feedback.screen(desk, about, record, "meetings-feedback-again")
    desk.tell(
        Show(
            chat,
            shown.slot,
            shown.text,
            shown.keyboard,
            lane=Lane.REMINDER,
            fresh=True,
            key=item.key,
            due=item.due,
            expires_at=item.expires_at,
        )
    )
