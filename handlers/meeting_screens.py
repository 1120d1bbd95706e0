"""What lists of meetings, a meeting's card and the choice of what to log look like."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from handlers.home_screens import BACK, MENU, pager
from mentoring.attendance import Absence
from mentoring.meetings import Meeting, MeetingState
from mentoring.mentorships import Mentorship
from mentoring.whereabouts import link_of
from messaging.replies import Button, Keyboard, Lines, Moment, Say, Show, Style, Text, press
from services.meeting_log import ToLog
from services.meeting_times import Doubtful
from services.meeting_views import Card, Line, Listing, Proposed

WIDTH = 24
"""As many characters fit on a button."""
_TO_LIST = (Button(Say("survey-back"), press("meetings.list")),)


def listing(chat: int, seen: Listing) -> Show:
    """The reader's meetings, or one mentorship's, each with a button."""
    title = "meetings-title" if seen.mentorship_id is None else "meetings-title-pair"
    parts: list[Text] = [Say(title)]
    if seen.lines:
        parts.append(_numbered(seen.lines))
    else:
        parts.append(Say("meetings-none" if seen.mentorship_id is None else "meetings-none-pair"))
    if seen.hours is not None and seen.hours.meetings:
        time = Say("diary-hours", {"hours": seen.hours.minutes // 60, "minutes": seen.hours.minutes % 60})
        parts.append(Say("meetings-hours", {"count": seen.hours.meetings, "time": time}))
    opening = _open_buttons(seen.lines, seen.zone, "meeting.open")
    rows = (*opening, *_pages(seen), *_doing(seen), BACK)
    return Show(chat, MENU, Lines(tuple(parts), "\n\n"), rows)


def _pages(seen: Listing) -> Keyboard:
    if seen.mentorship_id is None:
        return pager("meetings.page", seen.page, seen.pages)
    return pager(f"meetings.of:{seen.mentorship_id}", seen.page, seen.pages)


def _doing(seen: Listing) -> Keyboard:
    """To plan and to log, as far as the reader may."""
    own = seen.mentorship_id is None
    planning = press("meeting.plan") if own else press("meeting.new", seen.mentorship_id or 0)
    logging = press("meeting.log_new") if own else press("meeting.log_for", seen.mentorship_id or 0)
    rows: list[tuple[Button, ...]] = []
    if seen.may_plan:
        rows.append((Button(Say("meetings-button-plan"), planning),))
    if seen.may_log:
        rows.append((Button(Say("meetings-button-log"), logging),))
    return tuple(rows)


def _numbered(lines: Sequence[Line]) -> Text:
    return Lines(tuple(_line(number, line) for number, line in enumerate(lines, start=1)))


def _line(number: int, line: Line) -> Text:
    state = line.meeting.state
    key = "meetings-item"
    if line.waits:
        key = "meetings-item-waits"
    elif state is not MeetingState.PLANNED:
        key = f"meetings-item-{state.value}"
    values = {"n": str(number), "when": line.meeting.starts_at, "kind": line.kind, "who": line.who}
    return Say(key, values)


def _open_buttons(lines: Sequence[Line], zone: str, name: str) -> Keyboard:
    buttons = [
        Button(f"{number}. {_clock(line.meeting, zone)}", press(name, line.meeting.id))
        for number, line in enumerate(lines, start=1)
    ]
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))


def _clock(meeting: Meeting, zone: str) -> str:
    return f"{meeting.starts_at.astimezone(ZoneInfo(zone)):%d.%m %H:%M}"


def card(chat: int, seen: Card, *, fresh: bool = False) -> Show:
    """A meeting with what may be done about it. `fresh`: opened from a notice, so it comes below it."""
    meeting = seen.about.meeting
    parts: list[Text] = [Say("meetings-card"), seen.details, Lines((_state(seen), *_attendance(seen)))]
    parts += [_proposal(one) for one in seen.proposals]
    parts += [seen.overlap] if seen.overlap is not None else []
    return Show(chat, MENU, Lines(tuple(parts), "\n\n"), _actions(meeting, seen), fresh=fresh)


def accepted(chat: int, seen: Card | Doubtful) -> Show:
    """What came of accepting: the meeting as it is now, or the question whether it shall be in spite of a clash."""
    if isinstance(seen, Card):
        return card(chat, seen, fresh=True)
    rows: Keyboard = (
        (Button(Say("meetings-button-anyway"), press("meeting.anyway", seen.proposal_id)),),
        (Button(Say("meetings-button-keep"), press("meeting.keep", seen.proposal_id)),),
        (Button(Say("survey-back"), press("meeting.open", seen.meeting_id)),),
    )
    return Show(chat, MENU, Lines((*seen.clash, Say("meetings-clash-anyway")), "\n\n"), rows, fresh=True)


def more(chat: int, seen: Card) -> Show:
    """The same with the rarer things to do."""
    meeting = seen.about.meeting
    planned = meeting.state is MeetingState.PLANNED
    rows: list[tuple[Button, ...]] = []
    if seen.may_change:
        rows.append((Button(Say("meetings-button-place"), press("meeting.place", meeting.id)),))
    if seen.may_propose:
        rows.append((Button(Say("meetings-button-propose-place"), press("meeting.propose_place", meeting.id)),))
    if seen.may_repeat:
        rows.append((Button(Say("meetings-button-repeat"), press("series.begin", meeting.id)),))
    if meeting.series_id is not None and planned:
        rows.append((Button(Say("meetings-button-series"), press("series.open", meeting.id)),))
    rows.append((Button(Say("meetings-button-calendar"), press("meeting.ics", meeting.id)),))
    rows.append((Button(Say("survey-back"), press("meeting.open", meeting.id)),))
    return Show(chat, MENU, Lines((Say("meetings-card"), seen.details), "\n\n"), tuple(rows))


def _attendance(seen: Card) -> list[Text]:
    """Who was there and who was not, where it was asked."""
    lines: list[Text] = []
    if seen.there:
        invited = len(seen.there) + len(seen.away)
        said = {"people": ", ".join(seen.there), "count": len(seen.there), "total": invited}
        lines.append(Say("meetings-there", said))
    for name, mark in seen.away:
        lines.append(Say(f"meetings-away-{mark.reason or Absence.OTHER}", {"name": name}))
    return lines


def _state(seen: Card) -> Text:
    meeting = seen.about.meeting
    match meeting.state:
        case MeetingState.HELD:
            return Say("meetings-state-held", {"minutes": meeting.minutes})
        case MeetingState.NOT_HELD:
            return Say(f"meetings-state-not-held-{meeting.not_held_reason}")
        case MeetingState.CANCELLED if seen.cancelled_why is not None:
            return Say("meetings-state-cancelled-why", {"reason": seen.cancelled_why})
        case MeetingState.CANCELLED:
            return Say("meetings-state-cancelled")
    if seen.may_log:
        return Say("meetings-state-waits")
    return Say("meetings-state-planned")


def _proposal(one: Proposed) -> Text:
    asked = Say("meetings-proposal", {"who": one.by, "when": Moment(one.proposal.starts_at)})
    if one.place is not None:
        asked = Say("meetings-proposal-place", {"who": one.by, "place": one.place})
    if one.proposal.comment is None:
        return asked
    return Lines((asked, Say("meetings-comment", {"comment": one.proposal.comment})))


def _actions(meeting: Meeting, seen: Card) -> Keyboard:
    rows: list[tuple[Button, ...]] = []
    for one in seen.proposals[:1]:
        if one.may_answer:
            accept = Button(Say("meetings-button-accept"), press("meeting.accept", one.proposal.id), style=Style.GOOD)
            rows.append((accept, Button(Say("meetings-button-keep"), press("meeting.keep", one.proposal.id))))
    if seen.may_log:
        rows.append((Button(Say("meetings-button-log-this"), press("meeting.log", meeting.id), style=Style.MAIN),))
    if meeting.state is MeetingState.PLANNED and (link := link_of(meeting)) is not None:
        rows.append((Button(Say("meetings-button-link"), url=link),))
    if seen.may_propose:
        rows.append((Button(Say("meetings-button-propose"), press("meeting.propose", meeting.id)),))
    if seen.may_change:
        rows.append(
            (
                Button(Say("meetings-button-move"), press("meeting.move", meeting.id)),
                Button(Say("meetings-button-cancel"), press("meeting.cancel", meeting.id)),
            )
        )
    if seen.on_paper:
        rows.append((Button(Say("meetings-button-paper"), press("paper.meeting", meeting.id, 0)),))
    rows.append((Button(Say("meetings-button-more"), press("meeting.more", meeting.id)), *_TO_LIST))
    return tuple(rows)


def choose_mentorship(chat: int, name: str, choices: Sequence[tuple[Mentorship, str]]) -> Show:
    """With whom the meeting is to be."""
    rows = tuple((Button(_short(who), press(name, one.id)),) for one, who in choices)
    return Show(chat, MENU, Say("meetings-choose"), (*rows, _TO_LIST))


def to_log(chat: int, seen: ToLog) -> Show:
    """What waits to be logged, the oldest first; another meeting last."""
    text = Lines((Say("meetings-to-log"), _numbered(seen.lines)), "\n\n")
    other = (Button(Say("meetings-button-other"), press("meeting.log_other")),)
    return Show(chat, MENU, text, (*_open_buttons(seen.lines, seen.zone, "meeting.log"), other, BACK))


def _short(text: str) -> str:
    return text if len(text) <= WIDTH else f"{text[: WIDTH - 1]}…"
