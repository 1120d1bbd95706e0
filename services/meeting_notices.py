"""Telling people of a meeting: each in their own words, zone and calendar file."""

from __future__ import annotations

from collections.abc import Sequence

from mentoring.meetings import Meeting, MeetingState
from mentoring.mentorships import MentorshipState
from mentoring.reminders import Recipient
from mentoring.roles import Role
from messaging.replies import Button, Keyboard, Lines, Say, Text, press
from services import notices
from services.desk import Desk
from services.meeting_calendar import calendar
from services.meeting_details import details
from services.meeting_occasion import Occasion, is_single, planner, zone_of_actor

HOME = (Button(Say("menu-button"), press("menu.open")),)


def open_button(meeting: Meeting) -> tuple[Button, ...]:
    """The row that opens a meeting's card."""
    return (Button(Say("meetings-button-open"), press("meeting.card", meeting.id)),)


def invitation(about: Occasion) -> Keyboard:
    """What the other side of a planned meeting may answer."""
    number = about.meeting.id
    return (
        (Button(Say("meetings-button-fine"), press("meeting.fine", number)),),
        (Button(Say("meetings-button-propose"), press("meeting.propose", number)),),
        (Button(Say("meetings-button-propose-place"), press("meeting.propose_place", number)),),
    )


def after(desk: Desk, about: Occasion) -> Keyboard:
    """Where to go once a meeting was planned or changed: its card, repeating it, its calendar file, home."""
    meeting = about.meeting
    file = (Button(Say("meetings-button-calendar"), press("meeting.ics", meeting.id)),)
    if meeting.state is not MeetingState.PLANNED or not may_repeat(desk, about):
        return (open_button(meeting), file, HOME)
    return (
        open_button(meeting),
        (Button(Say("meetings-button-repeat"), press("series.begin", meeting.id)),),
        file,
        HOME,
    )


def may_repeat(desk: Desk, about: Occasion) -> bool:
    """Whether a series may grow out of a meeting: it is in none, and there is more than one."""
    active = about.mentorship.state is MentorshipState.ACTIVE
    return active and about.meeting.series_id is None and not is_single(desk, about.mentorship)


async def said(desk: Desk, about: Occasion, done: Text, *more: Text) -> Text:
    """What is done, the meeting's details as the actor reads them, and what there is to add."""
    zone = await zone_of_actor(desk)
    return Lines((done, details(desk, about, desk.actor.person_id, zone), *more), "\n\n")


async def tell_everybody(
    desk: Desk,
    about: Occasion,
    said: Text,
    *,
    keyboard: Keyboard = (),
    more: Sequence[Meeting] = (),
) -> None:
    """Tell all who hear of the meeting but the actor: its people, their guardians, and a curator who planned it.

    Participants get `keyboard` (or the button to the card), guardians the text and the file alone. `more`: meetings of
    the same series that stand in the file besides.
    """
    told = {one.person_id: one for one in about.audience}
    goes_on = about.mentorship.state is MentorshipState.ACTIVE  # else its curators are told how it ended
    planned_by = await planner(desk, about) if goes_on else None
    if planned_by is not None:
        told.setdefault(planned_by, Recipient(planned_by, about.organisation.zone, Role.CURATOR))
    for one in told.values():
        if one.person_id != desk.actor.person_id:
            buttons = keyboard if one.role in (Role.MENTOR, Role.MENTEE) else ()
            await _tell(desk, about, one, said, buttons or (open_button(about.meeting),), more)


async def _tell(
    desk: Desk, about: Occasion, one: Recipient, said: Text, keyboard: Keyboard, more: Sequence[Meeting]
) -> None:
    text = Lines((said, details(desk, about, one.person_id, one.zone)), "\n\n")
    attached = calendar(desk, about, one.person_id, *more)
    await notices.to(desk, one.person_id, text, keyboard=keyboard, slot=f"meeting:{about.meeting.id}", file=attached)
