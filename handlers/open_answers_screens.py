"""Screens of open answers: a page of them with their marks, one in full, and the SWOT."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handlers.home_screens import MENU, OPEN, pager
from messaging.replies import Button, Keyboard, Lines, Say, Show, Text, press
from services import results_files
from services.desk import Desk
from services.open_answers import Marked, Page, Quarter, Reading, Swot, Told
from services.results_items import Item
from services.results_view import EVERY, View
from storage.answer_marks import Edge, Mark

CUT = 450
"""Characters of an answer among others; «1» shows it in full."""
CUT_IN_SWOT = 160
SIGNS: Mapping[Mark, str] = {Mark.STRENGTH: "💪", Mark.WEAKNESS: "🔻", Mark.IDEA: "💡", Mark.TROUBLE: "⚠️"}


def page(desk: Desk, seen: Page) -> Show:
    """Answers one under the other; beside each number the four marks, the one it carries marked."""
    reading = seen.reading
    title = results_files.title(desk, seen.item)
    sign = "none" if reading.mark is None else SIGNS[reading.mark]
    head = Say("answers-head", {"title": title, "total": seen.total, "sign": sign})
    lines: list[Text] = [head]
    if reading.mark is None and not seen.newer:
        lines.append(Say("answers-legend"))
    lines += [_answer(number, told) for number, told in enumerate(seen.answers, 1)]
    if not seen.answers:
        lines.append(Say("answers-none"))
    rows = [_marks(reading, number, told) for number, told in enumerate(seen.answers, 1)]
    back = (Button(Say("results-back"), press("results.item", reading.view.code, reading.ref.code)), *OPEN)
    keyboard = (*rows, *_turns(seen), _filter(reading), back)
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines), "\n\n"), keyboard)


def _answer(number: int, told: Told) -> Text:
    answer = told.answer
    sign = "" if answer.mark is None else f"{SIGNS[answer.mark]} "
    text = Say("answers-line", {"number": number, "sign": sign, "text": _cut(answer.text, CUT)})
    who: list[Text] = []
    if told.name is not None:
        who.append(Say("answers-who", {"name": told.name}))
    if answer.on_paper:
        who.append(Say("answers-paper"))
    return Lines((text, *who), " ")


def _marks(reading: Reading, number: int, told: Told) -> tuple[Button, ...]:
    answer = told.answer
    whole = Button(str(number), press("answers.one", reading.code, answer.response_id))
    marks = (
        Button(
            sign,
            press("answers.mark", reading.code, answer.response_id, each.value[0]),
            chosen=answer.mark is each,
        )
        for each, sign in SIGNS.items()
    )
    return (whole, *marks)


def read_mark(letter: str) -> Mark:
    """A mark by its first letter, «-» for none; ValueError for anything else."""
    found = next((each for each in Mark if each.value[0] == letter), None)
    if found is None:
        raise ValueError(letter)
    return found


def read_filter(letter: str) -> Mark | None:
    """The same, and «-» for every answer."""
    return None if letter == "-" else read_mark(letter)


def _turns(seen: Page) -> Keyboard:
    """To the newer and the older ones; nothing where all stand on one page."""
    if not seen.answers or not (seen.newer or seen.older):
        return ()
    first, last = seen.answers[0].answer.response_id, seen.answers[-1].answer.response_id
    newer = press("answers.page", replace(seen.reading, edge=Edge(first, back=True)).code) if seen.newer else None
    older = press("answers.page", replace(seen.reading, edge=Edge(last)).code) if seen.older else None
    return ((Button("‹", newer), Button("›", older)),)


def _filter(reading: Reading) -> tuple[Button, ...]:
    """Every answer, or those of one mark."""
    code = reading.code
    every = Button(Say("answers-every"), press("answers.only", code, "-"), chosen=reading.mark is None)
    marks = (
        Button(
            Say("answers-only", {"sign": sign}),
            press("answers.only", code, each.value[0]),
            chosen=reading.mark is each,
        )
        for each, sign in SIGNS.items()
    )
    return (every, *marks)


def one(desk: Desk, reading: Reading, told: Told, item: Item) -> Show:
    """An answer in full."""
    lines = (Say("answers-of", {"title": results_files.title(desk, item)}), _in_full(told))
    back = (Button(Say("results-back"), press("answers.page", reading.code)), *OPEN)
    return Show(desk.actor.chat_id, MENU, Lines(lines, "\n\n"), (back,))


def _in_full(told: Told) -> Text:
    if told.name is None:
        return told.answer.text
    return Lines((told.answer.text, Say("answers-who", {"name": told.name})))


# --- SWOT -------------------------------------------------------------------------------------------------------------


def swot(desk: Desk, seen: Swot) -> Show:
    """Four parts: the curator's own words, and the last answers that carry the part's mark."""
    organisation = seen.organisation
    lines: list[Text] = [Say("swot-head", {"organisation": organisation.name})]
    lines += [_quarter(each) for each in seen.quarters]
    buttons = [
        Button(
            Say("swot-part", {"mark": each.mark.value, "count": each.count}),
            press("swot.part", organisation.id, each.mark.value, 0),
        )
        for each in seen.quarters
        if each.count
    ]
    rows = [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    if seen.writes:
        rows.append((Button(Say("swot-write"), press("observation.programme", organisation.id)),))
    back = (Button(Say("results-back"), press("results.list", View(EVERY, organisation.id).code)), *OPEN)
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), (*rows, back))


def _quarter(seen: Quarter) -> Text:
    lines: list[Text] = [Say("swot-quarter", {"mark": seen.mark.value})]
    if seen.words:
        lines.append(Say("swot-words", {"text": _cut(seen.words, 2 * CUT_IN_SWOT)}))
    lines += [Say("swot-answer", {"text": _cut(each.text, CUT_IN_SWOT)}) for each in seen.answers]
    if not seen.words and not seen.answers:
        lines.append(Say("swot-nothing"))
    return Lines(tuple(lines))


def marked(desk: Desk, seen: Marked) -> Show:
    """The answers of one part, page by page."""
    lines: list[Text] = [Say("swot-quarter", {"mark": seen.mark.value})]
    lines += [Say("swot-answer", {"text": _cut(each.text, CUT)}) for each in seen.answers]
    if not seen.answers:
        lines.append(Say("swot-nothing"))
    organisation = seen.organisation.id
    turn = pager(f"swot.part:{organisation}:{seen.mark.value}", seen.page, seen.pages)
    back = (Button(Say("results-back"), press("swot.open", organisation)), *OPEN)
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines), "\n\n"), (*turn, back))


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
