"""How an indicator is told in a line: its period, its fact, its plan, the small chart of what was sent."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from mentoring.indicators import ReportingPeriod, Standing
from mentoring.people import Organisation
from messaging.replies import Button, Lines, Say, Text, press
from programmes.milestones import Indicator
from services.dialogue_screens import own
from services.indicators import Line
from services.indicators_sent import Past

BARS = "▁▂▃▄▅▆▇█"
SHOWN = 6
"""Periods of a history on a phone."""
MENU_BUTTON = Button(Say("menu-button"), press("menu.open"))


def period(of: ReportingPeriod) -> Text:
    """«4 квартал 2026 года», «2026 год»."""
    return Say("indicators-period", {"year": str(of.year), "quarter": str(of.quarter or "none")})


def place(organisation: Organisation | None) -> Text:
    """Whose indicators they are."""
    return Say("indicators-municipality") if organisation is None else organisation.name


def number(organisation: Organisation | None) -> int:
    """As a button carries it: 0 is the municipality."""
    return 0 if organisation is None else organisation.id


def fact(stand: Standing, of: Indicator, *, shares: bool = True) -> Text:
    """The share with its two numbers, or why there is none. `shares`: there are any at this level."""
    if stand.hidden or stand.numerator is None:
        return Say("indicators-fact-hidden", {"small": "yes" if stand.small else "no"})
    share = stand.shown
    if share is not None:
        return Say("indicators-fact-share", {"share": float(share), "n": stand.numerator, "m": stand.denominator})
    if stand.denominator == 0:
        return Say("indicators-fact-of-nothing", {"n": stand.numerator})
    why = "answers" if of.denominator is None else "open" if shares else "elsewhere"
    return Say("indicators-fact-count", {"n": stand.numerator, "why": why})


def plan(stand: Standing) -> Text:
    """The plan, which way is better, and whether it is reached."""
    more = "yes" if stand.more_is_better else "no"
    if stand.planned is None:
        return Say("indicators-plan-none", {"more": more})
    met = "none" if stand.met is None else "yes" if stand.met else "no"
    return Say("indicators-plan-met", {"plan": float(stand.planned), "more": more, "met": met})


def line(at: int, shown: Line) -> Text:
    """One indicator of a board, numbered as its button is."""
    stand = shown.standing
    said = {
        "name": own(shown.indicator.brief),
        "fact": fact(stand, shown.indicator, shares=shown.shares),
        "plan": plan(stand),
    }
    return Lines((f"{at}.", Say("indicators-line", said)), " ")


def brief(at: int, name: Text, stand: Standing, of: Indicator) -> Text:
    """The same without a plan: of a list of organisations, of what was sent."""
    return Lines((f"{at}.", Say("indicators-line-brief", {"name": name, "fact": fact(stand, of)})), " ")


def past(history: Sequence[Past], indicator: Indicator) -> tuple[Text, ...]:
    """What was sent of one indicator, the oldest first, each with a bar as high as its share."""
    found = [
        (each.period, stand)
        for each in history[:SHOWN]
        for one, stand in each.lines
        if one.id == indicator.id and not stand.hidden
    ]
    highest = max((stand.fact or Decimal() for _, stand in found), default=Decimal())
    return tuple(
        Say("indicators-past", {"bar": _bar(stand.fact, highest), "period": period(of), "fact": fact(stand, indicator)})
        for of, stand in reversed(found)
    )


def _bar(share: Decimal | None, highest: Decimal) -> str:
    if share is None:
        return "·"
    return BARS[int(share / highest * (len(BARS) - 1))] if highest else BARS[0]
