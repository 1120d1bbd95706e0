"""What reports owed look like: a place's list, one report, and for the coordinator who has sent what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handlers.home_screens import BACK, MENU, OPEN
from mentoring.clock import local_date
from mentoring.pages import pages_of
from mentoring.people import Organisation, short_name
from messaging.replies import Button, File, Keyboard, Lines, Say, Show, Style, Text, press
from services import keyboards
from services.desk import Desk
from services.dialogue_screens import own
from services.keyboards import grid, pager
from services.report_texts import open_press as open_report
from services.reports_owed import Board, Card, Item, Round, decides_for, requested
from services.sent_reports import Reminded, code, open_press

_ROW = 4
PAGE = 8
NAMED = 5
_ROUNDS = Button(Say("owed-to-rounds"), press("reports.open"))


def where(chat: int, organisations: Iterable[Organisation], page: int) -> Show:
    """Whose reports, of several organisations."""
    found = keyboards.organisations(organisations, "reports.of", "reports.where", page)
    return Show(chat, MENU, found.under(Say("owed-where")), (*found.rows, BACK))


def board(desk: Desk, seen: Board) -> Show:
    """What is owed and sent: a line and a number each."""
    place = seen.place.id or 0
    name = seen.place.organisation.name if seen.place.organisation else "none"
    lines: list[Text] = [Say("owed-head", {"organisation": name, "count": len(seen.items)})]
    lines += [_line(number, each) for number, each in enumerate(seen.items, 1)]
    numbers = (Button(str(at), open_press(each)) for at, each in enumerate(seen.items, 1))
    turn = pager(seen.page, seen.pages, lambda page: press("reports.page", place, page))
    back = (_ROUNDS, *OPEN) if seen.gathers else BACK
    final: Keyboard = (
        ((Button(Say("owed-final" if place else "owed-note"), open_report(place or None)),),) if seen.makes else ()
    )
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), (*grid(numbers, _ROW), *turn, *final, back))


def card(desk: Desk, seen: Card) -> Show:
    """One report with what may be done about it."""
    item, sent = seen.item, seen.item.sent
    place, said = item.place.organisation, {"report": own(item.report.name), "day": item.last}
    head = {**said, "organisation": place.name if place else "none", "place": item.report.place}
    lines: list[Text] = [
        Say("owed-card", {**head, "goes": seen.goes.value}),
        Say("owed-card-state", {"standing": item.standing.value}),
    ]
    if sent is not None:
        name = short_name(seen.by.name) if seen.by else "none"
        told = {"name": name, "day": local_date(sent.sent_at, item.place.zone), "state": sent.state.value}
        lines.append(Say("owed-card-sent", told))
        lines += [Say("owed-card-note", {"note": sent.note})] if sent.note else []
        lines += [Say("owed-card-answer", {"answer": sent.answer})] if sent.answer else []
    rows: list[tuple[Button, ...]] = []
    if sent is not None and sent.link is not None:
        rows.append((Button(Say("owed-link"), url=sent.link),))
    if sent is not None and sent.file is not None:
        rows.append((Button(Say("owed-file"), press("owed.file", *_place(item))),))
    if seen.decides:
        accept = Button(Say("owed-accept"), press("owed.accept", *_place(item)), style=Style.GOOD)
        rows.append((accept, Button(Say("owed-return"), press("owed.return", *_place(item)))))
    if seen.sends:
        again = sent is not None and sent.state.value != "asked"
        label = Say("owed-send-again" if again else "owed-send")
        rows.append((Button(label, press("owed.send", *_place(item)), style=None if again else Style.MAIN),))
    back = Button(Say("owed-back"), press("reports.of", item.place.id or 0))
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), (*rows, (back, *OPEN)))


def file(desk: Desk, item: Item, kept: File) -> Show:
    """The file itself, as a message of its own."""
    said = Say("owed-file-caption", {"report": own(item.report.name), "day": item.last})
    back = ((Button(Say("owed-open"), open_press(item)),),)
    return Show(desk.actor.chat_id, f"owed:{item.sent.id if item.sent else 0}", said, back, kept, fresh=True)


# --- the coordinator's -----------------------------------------------------------------------------------------------


def rounds(desk: Desk, seen: Sequence[Round], page: int = 0) -> Show:
    """Each report with how many have sent it; a number opens who has not."""
    pages = pages_of(len(seen), PAGE)
    page = min(max(page, 0), pages - 1)
    shown = seen[page * PAGE : (page + 1) * PAGE]
    lines: list[Text] = [Say("owed-rounds", {"count": len(seen)})]
    lines += [
        Say(
            "owed-round",
            {
                "number": number,
                "report": own(each.report.name),
                "day": each.last,
                "have": len(each.items) - len(each.missing),
                "total": len(each.items),
                "waiting": len(each.waiting) if all(decides_for(desk, one) for one in each.waiting) else 0,
            },
        )
        for number, each in enumerate(shown, 1)
    ]
    numbers = (
        Button(str(at), press("owed.who", each.report.id, code(each.last), 0)) for at, each in enumerate(shown, 1)
    )
    rows = [*grid(numbers, _ROW), *pager(page, pages, lambda at: press("owed.rounds", at))]
    if requested(desk):
        rows.append((Button(Say("owed-ask"), press("owed.ask")),))
    rows.append((Button(Say("owed-municipality"), press("reports.of", 0)),))
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), (*rows, BACK))


def who(chat: int, seen: Round, page: int = 0) -> Show:
    """Who has not sent it first, then what waits, then the others, each by name."""
    ordered = [*seen.missing, *seen.waiting]
    ordered += [each for each in seen.items if each not in ordered]
    pages = pages_of(len(ordered), PAGE)
    page = min(max(page, 0), pages - 1)
    shown = ordered[page * PAGE : (page + 1) * PAGE]
    said = {"report": own(seen.report.name), "day": seen.last, "count": len(seen.missing), "total": len(seen.items)}
    lines: list[Text] = [Say("owed-who", said)]
    lines += [
        Say("owed-who-line", {"number": number, "organisation": _name(each), "standing": each.standing.value})
        for number, each in enumerate(shown, 1)
    ]
    numbers = (Button(str(at), open_press(each)) for at, each in enumerate(shown, 1))
    report, last = seen.report.id, code(seen.last)
    rows = [*grid(numbers, _ROW), *pager(page, pages, lambda at: press("owed.who", report, last, at))]
    if seen.missing:
        rows.append((Button(Say("owed-remind"), press("owed.remind", report, last), style=Style.MAIN),))
    return Show(chat, MENU, Lines(tuple(lines)), (*rows, (_ROUNDS, *OPEN)))


def reminded(chat: int, came: Reminded) -> Show:
    """What came of the reminder, and who cannot be written to."""
    named = ", ".join(each.name for each in came.deaf[:NAMED])
    rest = max(0, len(came.deaf) - NAMED)
    said = {"count": came.told, "already": came.already, "names": named or "none", "rest": rest}
    back = Button(Say("owed-who-back"), press("owed.who", came.round.report.id, code(came.round.last), 0))
    return Show(chat, MENU, Say("owed-reminded", said), ((back, *OPEN),))


def _line(number: int, item: Item) -> Text:
    said = {"number": number, "report": own(item.report.name), "day": item.last}
    return Say("owed-line", {**said, "standing": item.standing.value})


def _place(item: Item) -> tuple[int, str, str]:
    """What a button about the report says of it."""
    return item.place.id or 0, item.report.id, code(item.last)


def _name(item: Item) -> str:
    return item.place.organisation.name if item.place.organisation else ""
