"""What a series looks like from one of its meetings on."""

from __future__ import annotations

from handlers.home_screens import MENU
from mentoring.meetings import MeetingState
from messaging.replies import Button, Lines, Say, Show, Text, press
from services.series import View

_SHOWN = 7


def card(chat: int, seen: View) -> Show:
    """How often and till when, the next meetings, and what may be done with this one and those after it."""
    meeting, following = seen.meeting, seen.following
    lines: list[Text] = [
        Say("meetings-series-weekly" if seen.series.every_weeks == 1 else "meetings-series-fortnightly"),
        *(Say("meetings-series-item", {"when": one.starts_at}) for one in following[:_SHOWN]),
    ]
    if len(following) > _SHOWN:
        lines.append(Say("meetings-series-more", {"count": len(following) - _SHOWN, "last": following[-1].starts_at}))
    if not following:
        lines.append(Say("meetings-series-over"))
    rows: list[tuple[Button, ...]] = []
    if seen.may and meeting.state is MeetingState.PLANNED and following:
        rows.append((Button(Say("meetings-button-move-all"), press("series.move", meeting.id)),))
        rows.append((Button(Say("meetings-button-stop"), press("series.cancel", meeting.id)),))
    rows.append((Button(Say("meetings-button-calendar"), press("meeting.ics", meeting.id)),))
    rows.append((Button(Say("survey-back"), press("meeting.open", meeting.id)),))
    return Show(chat, MENU, Lines((Say("meetings-series"), Lines(tuple(lines))), "\n\n"), tuple(rows))
