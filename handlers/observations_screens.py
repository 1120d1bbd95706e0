"""Screens of what staff fill in about others."""

from __future__ import annotations

from collections.abc import Iterable

from mentoring.clock import local_date
from mentoring.people import Organisation, short_name
from mentoring.periods import school_year_named
from messaging.replies import Button, Keyboard, Lines, Say, Show, Style, Text, press
from services import keyboards
from services.desk import Desk
from services.evaluation import CRITERIA, SWOT, Evaluation
from services.observations import ENTRY, OUTCOMES, Outcomes, mentees
from services.pairs import Pair
from surveys.record import Record

MENU_SLOT = "menu"
SHOWN_YEARS = 6
LONGEST = 700
"""Characters of one of the four texts of a SWOT: together they stay within one message."""
_MENU = Button(Say("menu-button"), press("menu.open"))
_TO_CAMPAIGNS = Button(Say("observations-to-campaigns"), press("campaign.list"))
_PARTS = ("strengths", "weaknesses", "opportunities", "threats")


def outcomes(desk: Desk, seen: Outcomes | Pair, page: int = 0) -> Show:
    """A mentee's outcomes before and after; of a group, whose?"""
    return _of_mentee(desk, seen) if isinstance(seen, Outcomes) else _choose_mentee(desk, seen, page)


def _of_mentee(desk: Desk, seen: Outcomes) -> Show:
    pair = seen.pair.mentorship.id
    lines: list[Text] = [Say("observations-outcomes-head", {"name": seen.mentee.name})]
    lines += [_kept(desk, name, record) for name, record in seen.kept.items()]
    rows: list[tuple[Button, ...]] = [
        (
            Button(
                Say("observations-enter", {"which": _which(name), "again": str(seen.kept[name] is not None)}),
                press("observation.enter", pair, seen.mentee.id, name),
            ),
        )
        for name in OUTCOMES
        if name in seen.open_now
    ]
    back = "observation.outcomes" if len(seen.pair.mentorship.mentees) > 1 else "pair.open"
    rows.append((Button(Say("observations-back"), press(back, pair)), _MENU))
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), tuple(rows))


def _choose_mentee(desk: Desk, pair: Pair, page: int) -> Show:
    number = pair.mentorship.id
    found = keyboards.options(
        (Button(short_name(person.name), press("observation.mentee", number, person.id)) for person in mentees(pair)),
        page=page,
        turn=lambda at: press("observation.whose", number, at),
    )
    back = (Button(Say("observations-back"), press("pair.open", number)), _MENU)
    return Show(desk.actor.chat_id, MENU_SLOT, found.under(Say("observations-whose")), (*found.rows, back))


def _kept(desk: Desk, name: str, record: Record | None) -> Say:
    when = record.finished_at if record is not None else None
    said = {"which": _which(name), "known": str(when is not None)}
    day = {} if when is None else {"when": local_date(when, desk.programme.zone)}
    return Say("observations-outcomes-line", {**said, **day})


def _which(name: str) -> str:
    return "entry" if name == ENTRY else "exit"


def choose_organisation(desk: Desk, organisations: Iterable[Organisation], page: int) -> Show:
    """Whose programme is evaluated."""
    found = keyboards.organisations(organisations, "observation.programme", "observation.where", page)
    back = (_TO_CAMPAIGNS, _MENU)
    return Show(desk.actor.chat_id, MENU_SLOT, found.under(Say("observations-where")), (*found.rows, back))


def programme(desk: Desk, seen: Evaluation) -> Show:
    """This school year's evaluation, and the sums of the years before."""
    place, now = seen.organisation.id, seen.this_year
    head = {"organisation": seen.organisation.name, "year": school_year_named(seen.year)}
    lines: list[Text] = [Say("observations-programme-head", head)]
    if now is None:
        lines.append(Say("observations-criteria-none"))
    else:
        lines.append(Say("observations-criteria-result", {"total": now.total, "level": now.level.value}))
    lines.append(Say("observations-swot-kept" if seen.swot else "observations-swot-none"))
    before = [each for each in seen.history if each.year != seen.year][:SHOWN_YEARS]
    lines += [Say("observations-before")] if before else []
    for each in before:
        said = {"year": school_year_named(each.year), "total": each.total, "level": each.level.value}
        lines.append(Say("observations-criteria-year", said))
    criteria = Say("observations-criteria", {"again": str(now is not None)})
    style = Style.MAIN if now is None else None
    second = press("observation.swot", place) if seen.swot else press("observation.evaluate", place, SWOT)
    keyboard: Keyboard = (
        (Button(criteria, press("observation.evaluate", place, CRITERIA), style=style),),
        (Button(Say("observations-swot"), second),),
        (Button(Say("observations-back"), press("observation.list")), _MENU)
        if seen.several
        else (_TO_CAMPAIGNS, _MENU),
    )
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), keyboard)


def swot(desk: Desk, seen: Evaluation) -> Show:
    """The four texts as the curator wrote them."""
    place = seen.organisation.id
    given = seen.swot.draft.answers if seen.swot else {}
    head = Say("observations-swot-head", {"organisation": seen.organisation.name, "year": school_year_named(seen.year)})
    parts: list[Text] = [head]
    for part in _PARTS:
        written = given.get(part)
        text: Text = _cut(written) if isinstance(written, str) else Say("survey-blank")
        parts.append(Say("observations-swot-part", {"part": part, "text": text}))
    keyboard: Keyboard = (
        (Button(Say("observations-swot-again"), press("observation.evaluate", place, SWOT)),),
        (Button(Say("observations-answers"), press("swot.open", place)),),
        (Button(Say("observations-back"), press("observation.programme", place)), _MENU),
    )
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(parts), "\n\n"), keyboard)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
