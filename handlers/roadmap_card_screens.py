"""What the card of a milestone looks like: all that the document says of it, and what was done."""

from __future__ import annotations

from handlers.people_screens import MENU, MENU_SLOT
from mentoring.people import Person
from mentoring.roadmap import Standing
from messaging.replies import Button, File, Keyboard, Lines, Say, Show, Style, Text, press
from services.desk import Desk
from services.dialogue_screens import own
from services.roadmap_card import Answering, Card

_CONTENT = 20
"""Items of the content that a card lists; no document has more."""


def card(desk: Desk, seen: Card) -> Show:
    """The whole measure with everything around it, and what the actor may do."""
    item = seen.item
    row, due = item.planned.milestone.row, item.planned.milestone.due
    place: Text = (
        item.place.organisation.name if item.place.organisation is not None else Say("roadmap-of-municipality")
    )
    parts: list[Text] = [Say("roadmap-card-head", {"measure": own(row.measure), "place": place})]
    parts.append(Lines((_standing(seen), Say("roadmap-card-term", {"term": due.term.text}))))
    if row.content:
        listed = tuple(Say("roadmap-card-item", {"text": own(each)}) for each in row.content[:_CONTENT])
        parts.append(Lines((Say("roadmap-card-content"), *listed)))
    parts.append(_answering(seen))
    if row.document:
        parts.append(Say("roadmap-card-document", {"document": row.document}))
    note = row.note or "none"
    parts.append(Say("roadmap-card-place", {"where": row.place, "note": note}))
    parts += _proof(seen)
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(parts), "\n\n"), _keyboard(seen))


def _standing(seen: Card) -> Text:
    item = seen.item
    return Say("roadmap-card-standing", {"standing": item.standing.value, "day": item.last or "none"})


def _answering(seen: Card) -> Text:
    if not seen.answering:
        return Say("roadmap-card-nobody")
    return Lines((Say("roadmap-card-answering"), *(_executor(each) for each in seen.answering)))


def _executor(each: Answering) -> Text:
    names = ", ".join(_called(one) for one in each.people)
    return Say(
        "roadmap-card-executor", {"executor": own(each.executor.name), "names": names or "none", "count": each.more}
    )


def _called(person: Person) -> str:
    """«Иванова Мария Петровна» → «Иванова М. П.»"""
    family, *rest = person.name.split()
    return " ".join((family, *(f"{each[0]}." for each in rest)))


def _proof(seen: Card) -> list[Text]:
    """Who closed it and when, and what they left as proof."""
    kept = seen.item.kept
    if seen.item.sent is not None:
        return [Say("roadmap-card-sent", {"day": seen.item.sent})]
    if kept is None or seen.on is None:
        return []
    who = _called(seen.by) if seen.by is not None else "none"
    lines: list[Text] = [Say("roadmap-card-by", {"standing": seen.item.standing.value, "day": seen.on, "who": who})]
    lines += [Say("roadmap-card-note", {"note": kept.note})] if kept.note else []
    return [Lines(tuple(lines))]


def _keyboard(seen: Card) -> Keyboard:
    code, kept = seen.item.code, seen.item.kept
    rows: list[tuple[Button, ...]] = []
    if seen.may_do:
        rows.append((Button(Say("roadmap-do"), press("milestone.done", code), style=Style.GOOD),))
    if seen.may_plan:
        day = Say("roadmap-move-day" if seen.item.last is not None else "roadmap-set-day")
        skip = Button(Say("roadmap-skip"), press("milestone.skip", code))
        rows.append((Button(day, press("milestone.day", code)), skip))
    if kept is not None and seen.on is not None:
        link = (Button(Say("roadmap-link"), url=kept.link),) if kept.link else ()
        file = (Button(Say("roadmap-file"), press("milestone.file", code)),) if kept.file is not None else ()
        rows += [(*link, *file)] if link or file else []
    if seen.may_reopen:
        label = "roadmap-undo" if seen.item.standing is Standing.DONE else "roadmap-needed"
        rows.append((Button(Say(label), press("milestone.undo", code)),))
    back = (Button(Say("roadmap-back"), press("roadmap.of", seen.item.place.id or 0)),) if seen.sees_roadmap else ()
    return (*rows, (*back, MENU))


def attachment(desk: Desk, code: str, file: File) -> Show:
    """What proves it, below; the whole measure stands on the card."""
    back = ((Button(Say("roadmap-card"), press("milestone.open", code)),),)
    slot = f"milestone:{code}"
    return Show(desk.actor.chat_id, slot, Say("roadmap-file-caption"), back, file, fresh=True)
