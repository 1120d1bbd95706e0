"""Screens of the groups that a matching proposes: a list, and one group with its mentees."""

from __future__ import annotations

from handlers.home_screens import pager
from handlers.matching_words import labelled
from mentoring.matching_groups import LEAST
from mentoring.matching_records import Mark, Proposal
from messaging.replies import Button, Lines, Say, Show, Style, Text, press
from services.desk import Desk
from services.matching import slot
from services.matching_groups import GroupCard, GroupPage


def page(desk: Desk, seen: GroupPage) -> Show:
    """A page of groups: a line and a number each."""
    number = seen.seen.matching.id
    lines: list[Text] = [Say("match-groups-head", {"total": seen.total})]
    for place, one in enumerate(seen.lines, 1):
        said = {
            "number": place,
            "mentor": labelled(seen.people.get(one.mentor_id)),
            "count": one.many,
            "worst": one.worst,
            "state": "done" if one.published else "small" if one.many < LEAST else "open",
        }
        lines.append(Say("match-group-line", said))
    if not seen.lines:
        lines.append(Say("match-pairs-none"))
    numbers = [
        Button(str(place), press("match.group", number, one.mentor_id, 0)) for place, one in enumerate(seen.lines, 1)
    ]
    pages = pager(f"match.groups:{number}", seen.page, seen.pages)
    back = Button(Say("match-back"), press("match.card", number))
    rows = (tuple(numbers[:3]), tuple(numbers[3:]), *pages, (back,))
    return Show(desk.actor.chat_id, slot(number), Lines(tuple(lines)), rows)


def card(desk: Desk, seen: GroupCard) -> Show:
    """A mentor with the mentees proposed to them; a number opens why."""
    number, mentor = seen.seen.matching.id, seen.mentor
    lines: list[Text] = [Say("match-group-head", {"name": labelled(mentor), "count": seen.total})]
    lines += [_line(seen, place, one) for place, one in enumerate(seen.lines, 1)]
    lines += [] if seen.untrained is None else [seen.untrained]
    small = seen.total < LEAST
    if small and not seen.published:
        lines.append(Say("match-group-small"))
    numbers = [
        Button(str(place), press("match.pair", number, one.mentee_id)) for place, one in enumerate(seen.lines, 1)
    ]
    pages = pager(f"match.group:{number}:{mentor.id}", seen.page, seen.pages)
    rows = [tuple(numbers[:3]), tuple(numbers[3:]), *pages]
    if seen.published:
        rows.append((Button(Say("pairs-open"), press("pair.card", seen.lines[0].mentorship_id or 0)),))
    elif seen.seen.matching.changeable and not small:
        propose = press("match.propose_group", number, mentor.id)
        rows.append((Button(Say("match-propose-group"), propose, style=Style.GOOD),))
    rows.append((Button(Say("match-back"), press("match.groups", number, 0)),))
    return Show(desk.actor.chat_id, slot(number), Lines(tuple(lines)), tuple(rows))


def _line(seen: GroupCard, place: int, one: Proposal) -> Text:
    name = labelled(seen.people.get(one.mentee_id))
    state = "fixed" if one.mark is Mark.FIXED and not seen.published else "open"
    return Say("match-group-member", {"number": place, "name": name, "score": one.score or 0, "state": state})
