"""Screens of indicators: the board of a period, the card of one, who stands behind it, the choice of a period."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.home_screens import BACK, MENU
from handlers.indicators_formula import counted
from handlers.indicators_words import MENU_BUTTON, brief, fact, line, number, past, period, place, plan
from mentoring.indicators import ReportingPeriod
from mentoring.numerators import Having, Monitored
from mentoring.pages import pages_of
from mentoring.people import Organisation
from messaging.replies import Button, Keyboard, Lines, Say, Show, Style, Text, press
from services import keyboards
from services.desk import Desk
from services.dialogue_screens import own
from services.indicators import Across, Behind, Board, Line
from services.indicators_sent import Past
from services.keyboards import MOST, grid, options
from services.keyboards import pager as turning

PLACES = 7
_ROW = 4


def none(desk: Desk) -> Show:
    """The programme's document sets no indicators: what it is judged by instead."""
    text = Say("indicators-none", {"count": len(desk.programme.results)})
    ways = [Button(Say("indicators-to-summary"), press("summary.open"))]
    if desk.programme.reports:
        ways.append(Button(Say("indicators-to-reports"), press("reports.open")))
    return Show(desk.actor.chat_id, MENU, text, (*grid(ways, 2), BACK))


def places(chat: int, organisations: Sequence[Organisation], page: int) -> Show:
    """Whose indicators, for those who belong to several organisations."""
    found = keyboards.organisations(organisations, "indicators.of", "indicators.places", page)
    return Show(chat, MENU, found.under(Say("indicators-whose")), (*found.rows, BACK))


# --- the board --------------------------------------------------------------------------------------------------------


def board(desk: Desk, seen: Board, page: int = 0, *, everywhere: bool) -> Show:
    """Eight indicators a page. `everywhere`: the actor sees all organisations."""
    pages = pages_of(len(seen.lines), MOST)
    page = min(max(page, 0), pages - 1)
    shown = seen.lines[page * MOST : (page + 1) * MOST]
    here, code = number(seen.organisation), seen.period.code
    text: list[Text] = [head(seen), Lines(tuple(line(at, each) for at, each in enumerate(shown, 1)))]
    text += [Lines(hints)] if (hints := _hints(seen)) else []
    text.append(_sent(seen))
    numbers = [
        Button(str(at), press("indicators.card", here, code, each.indicator.id)) for at, each in enumerate(shown, 1)
    ]
    turn = turning(page, pages, lambda to: press("indicators.page", here, code, to))
    rows = (*grid(numbers, _ROW), *turn, *grid(_ways(seen, everywhere=everywhere), 2), BACK)
    return Show(desk.actor.chat_id, MENU, Lines(tuple(text), "\n\n"), rows)


def head(seen: Board) -> Text:
    """Whose, of which period, reported on which day."""
    said = {"place": place(seen.organisation), "period": period(seen.period), "day": seen.period.report_date}
    return Say("indicators-head", said)


def _hints(seen: Board) -> tuple[Text, ...]:
    """What is still to be typed in, and for whose numbers the sum waits."""
    found: list[Text] = []
    lacking = {each.id for shown in seen.lines for each in shown.lacking}
    if lacking:
        found.append(Say("indicators-hint-lacking", {"count": len(lacking)}))
    elif to_enter(seen):
        found.append(Say("indicators-hint-enter", {"count": len(to_enter(seen))}))
    return tuple(found)


def to_enter(seen: Board) -> tuple[Text, ...]:
    """Names of the denominators that the actor has not typed in, each once."""
    open_here = [each.indicator.denominator for each in seen.lines if each.enters and each.denominator is None]
    return tuple(own(each.name) for each in dict.fromkeys(open_here) if each is not None)


def _sent(seen: Board) -> Text:
    return Say("indicators-unsent") if seen.sent is None else Say("indicators-sent", {"at": seen.sent.sent_at})


def _ways(seen: Board, *, everywhere: bool) -> list[Button]:
    here, code = number(seen.organisation), seen.period.code
    found = []
    if seen.sends:
        found.append(_button("send", "indicators.check", here, code, style=None if seen.sent else Style.MAIN))
    found.append(_button("report", "indicators.report", here, code))
    if len(seen.periods) > 1:
        found.append(_button("periods", "indicators.periods", here, 0))
    if seen.sent is not None:
        found.append(_button("what-sent", "indicators.sent", here, code))
    if everywhere and seen.organisation is None:
        found.append(_button("receipts", "indicators.receipts", code, "all", 0))
    if everywhere and seen.organisation is not None:
        found += [] if seen.sent else [_button("remind", "indicators.remind", here, code)]
        found.append(_button("to-municipality", "indicators.show", 0, code))
    return found


def _button(label: str, name: str, *arguments: int | str, style: Style | None = None) -> Button:
    return Button(Say(f"indicators-way-{label}"), press(name, *arguments), style=style)


def periods(desk: Desk, seen: Board, page: int) -> Show:
    """Every period there is something to report for; the one that is due now comes with the board."""
    here = number(seen.organisation)
    buttons = (_period(here, each) for each in seen.periods)
    found = options(buttons, page=page, turn=lambda to: press("indicators.periods", here, to))
    back = (Button(Say("indicators-back"), press("indicators.of", here)), MENU_BUTTON)
    return Show(desk.actor.chat_id, MENU, found.under(Say("indicators-which-period")), (*found.rows, back))


def _period(here: int, of: ReportingPeriod) -> Button:
    return Button(period(of), press("indicators.show", here, of.code))


# --- one indicator ----------------------------------------------------------------------------------------------------


def card(desk: Desk, seen: Board, shown: Line, history: Sequence[Past], *, everywhere: bool) -> Show:
    """Everything about one: its official name, what is counted of what, plan, base, and what was sent before."""
    parts: tuple[tuple[Text, ...], ...] = (
        (_title(shown), *_place(shown)),
        (head(seen), *_numbers(desk, shown)),
        past(history, shown.indicator),
        () if shown.indicator.note is None else (Say("indicators-note", {"note": shown.indicator.note}),),
    )
    text = Lines(tuple(Lines(part) for part in parts if part), "\n\n")
    return Show(desk.actor.chat_id, MENU, text, _card_ways(seen, shown, bool(history), everywhere=everywhere))


def _title(shown: Line) -> Text:
    return Say("indicators-card-title", {"id": shown.indicator.id.upper(), "name": own(shown.indicator.name)})


def _place(shown: Line) -> tuple[Text, ...]:
    where = shown.indicator.place
    return () if where in (None, shown.indicator.id) else (Say("indicators-place", {"place": where}),)


def _numbers(desk: Desk, shown: Line) -> tuple[Text, ...]:
    stand, found = shown.standing, []
    told = fact(stand, shown.indicator, shares=shown.shares)
    found.append(Say("indicators-card-fact", {"fact": told, "plan": plan(stand)}))
    if stand.base is not None:
        found.append(Say("indicators-card-base", {"base": float(stand.base)}))
    found.append(Say("indicators-card-numerator", {"counted": counted(desk.programme, shown.indicator.numerator)}))
    found.append(Say("indicators-card-denominator", {"of": _denominator(shown)}))
    if shown.unknown:
        found.append(Say("indicators-card-unknown", {"count": shown.unknown}))
    return tuple(found)


def _denominator(shown: Line) -> Text:
    """What the share is of: typed with day and source, summed, waited for, or counted by the bot."""
    wanted, known = shown.indicator.denominator, shown.denominator
    if wanted is None:
        return Say("indicators-of-answered")
    name = own(wanted.name)
    if known is None:
        if shown.lacking:
            names = ", ".join(each.label for each in shown.lacking[:MOST])
            rest = str(len(shown.lacking) - MOST) if len(shown.lacking) > MOST else "none"
            return Say("indicators-of-lacking", {"name": name, "names": names, "rest": rest})
        return Say("indicators-of-open" if shown.enters else "indicators-of-elsewhere", {"name": name})
    if known.summed:
        return Say("indicators-of-summed", {"name": name, "number": known.value, "count": known.summed})
    return Say("indicators-of-typed", {"name": name, "number": known.value, "on": known.on, "source": known.source})


def _card_ways(seen: Board, shown: Line, drawn: bool, *, everywhere: bool) -> Keyboard:
    here = (number(seen.organisation), seen.period.code, shown.indicator.id)
    found = []
    if shown.enters:
        main = Style.MAIN if shown.denominator is None else None
        found.append(_button("enter", "indicators.enter", *here, style=main))
    if shown.plans:
        found.append(_button("plan", "indicators.plan", *here))
    if shown.looks and not isinstance(shown.indicator.numerator, Having | Monitored):  # these are organisations
        found.append(_button("behind", "indicators.behind", *here, 0))
    if everywhere:
        found.append(_button("across", "indicators.across", seen.period.code, shown.indicator.id, 0))
    if drawn:
        found.append(_button("chart", "indicators.chart", here[0], shown.indicator.id))
    back = (Button(Say("indicators-back"), press("indicators.show", here[0], here[1])), MENU_BUTTON)
    return (*grid(found, 2), back)


def behind(desk: Desk, seen: Behind) -> Show:
    """A page of names; each leads to the person's card."""
    here = (seen.organisation.id, seen.period.code, seen.indicator.id)
    lines: list[Text] = [Say("indicators-behind-head", {"name": own(seen.indicator.brief), "count": seen.total})]
    lines += [f"{at}. {person.name}" for at, person in enumerate(seen.people, 1)]
    if seen.names:
        lines.append(Say("indicators-behind-names", {"names": ", ".join(seen.names)}))
    if seen.nameless:
        lines.append(Say("indicators-behind-nameless", {"count": seen.nameless}))
    numbers = [Button(str(at), press("person.of", person.id)) for at, person in enumerate(seen.people, 1)]
    turn = turning(seen.page, seen.pages, lambda to: press("indicators.behind", *here, to))
    back = (Button(Say("indicators-to-card"), press("indicators.card", *here)), MENU_BUTTON)
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), (*grid(numbers, _ROW), *turn, back))


def across(desk: Desk, seen: Across, page: int) -> Show:
    """For the coordinator: one indicator in the municipality, then in each organisation."""
    code, indicator = seen.period.code, seen.indicator.id
    pages = pages_of(len(seen.organisations), MOST)
    page = min(max(page, 0), pages - 1)
    shown = seen.organisations[page * MOST : (page + 1) * MOST]
    said = {"name": own(seen.indicator.brief), "period": period(seen.period), "fact": fact(seen.total, seen.indicator)}
    lines: list[Text] = [Say("indicators-across-head", said)]
    lines += [brief(at, each.label, stand, seen.indicator) for at, (each, stand) in enumerate(shown, 1)]
    numbers = [
        Button(str(at), press("indicators.card", each.id, code, indicator)) for at, (each, _) in enumerate(shown, 1)
    ]
    turn = turning(page, pages, lambda to: press("indicators.across", code, indicator, to))
    back = (Button(Say("indicators-to-card"), press("indicators.card", 0, code, indicator)), MENU_BUTTON)
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), (*grid(numbers, _ROW), *turn, back))
