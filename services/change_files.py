"""The sentences and the slopes of a change, made as jobs in the slots `change:text` and `change:chart`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any

from mentoring.mentorships import Form
from mentoring.pages import pages_of
from messaging.replies import Button, Keyboard, Lines, Say, Show, Text, press
from reports import change_results, change_text, changing
from reports.results_data import change_row
from services import change, jobs
from services.change import Asked, Ends
from services.desk import Desk
from services.dialogue_screens import own
from services.jobs import Making
from services.keyboards import pager
from services.results_view import Sight, numbers
from storage.jobs import Job
from surveys.definition import Definition
from surveys.pairing import DefinitionKey, ParameterChange

TEXT, CHART = "change-text", "change-chart"
"""Kinds of jobs."""
ON_A_SCREEN = 4
ON_A_PICTURE = 7
"""Parameters of one text, and of one picture (`reports.change_chart.MOST_ROWS`)."""
EVERY = 0
_FORMS = tuple(Form)


def code(asked: Asked) -> str:
    """As it stands in a button."""
    form = EVERY if asked.form is None else _FORMS.index(asked.form) + 1
    return f"{asked.organisation_id or EVERY}.{form}.{asked.page}"


def read(written: str) -> Asked:
    """Out of a button; ValueError for anything forged."""
    organisation, form, page = numbers(written, 3)
    if form > len(_FORMS):
        raise ValueError(written)
    return Asked(organisation or None, _FORMS[form - 1] if form else None, page)


async def order_text(desk: Desk, asked: Asked) -> Show:
    """Order the sentences. Raises Forbidden and NotFound."""
    await change.sight(desk, asked)
    return await jobs.order(
        desk, TEXT, {"asked": code(asked)}, slot="change:text", text=Say("change-waiting"), back=press("change.open")
    )


async def order_chart(desk: Desk, asked: Asked) -> Show:
    """Order the slopes; `asked.page` is the number of the picture. Raises Forbidden and NotFound."""
    await change.sight(desk, asked)
    return await jobs.order(
        desk,
        CHART,
        {"asked": code(asked)},
        slot="change:chart",
        text=Say("results-chart-waiting"),
        back=press("change.show", code(_at(asked, 0))),
    )


async def make_text(desk: Desk, job: Job) -> Making:
    """Reads everybody's answers; the workshop works the figures out. Raises Forbidden if the right is gone."""
    asked, seen, known, people = await _read(desk, job)

    async def then(at: Desk, done: Job, content: bytes) -> Show:
        return _told(at, done, asked, seen, change_results.read(content, known))

    return Making(
        changing.figures,
        (known, change.wanted(asked, seen)),
        name="change.json",
        caption=Say("change-waiting"),
        feed=_feed(people),
        then=then,
    )


async def make_chart(desk: Desk, job: Job) -> Making:
    """Reads everybody's answers; the workshop draws. Raises Forbidden if the right is gone."""
    asked, seen, known, people = await _read(desk, job)
    title = seen.organisation.name if seen.organisation else desk.programme.title.text(desk.actor.language)
    return Making(
        changing.picture,
        (known, change.wanted(asked, seen), title, asked.page, desk.actor.language),
        name="change.png",
        caption=Say("change-chart-caption", {"where": _where(desk, asked, seen)}),
        picture=True,
        feed=_feed(people),
    )


async def _read(desk: Desk, job: Job) -> tuple[Asked, Sight, Mapping[DefinitionKey, Definition], list[Ends]]:
    asked = read(job.arguments["asked"])
    seen = await change.sight(desk, asked)
    known, people = await change.ends(desk, await change.enrolled(desk, asked, seen))
    return asked, seen, known, people


def _feed(people: list[Ends]) -> Callable[[Desk], AsyncIterator[object]]:
    def feed(desk: Desk) -> AsyncIterator[object]:
        return change.members(people)

    return feed


def _told(desk: Desk, job: Job, asked: Asked, seen: Sight, found: tuple[ParameterChange, ...]) -> Show:
    """A page of sentences, with the notes below and the ways on."""
    pages = pages_of(len(found), ON_A_SCREEN)
    page = min(asked.page, pages - 1)
    lines: list[Text] = [Say("change-head", {"where": _where(desk, asked, seen)})]
    rows = [change_row(each, desk.actor.language, {}) for each in found]
    for each, row in list(zip(found, rows, strict=True))[page * ON_A_SCREEN : (page + 1) * ON_A_SCREEN]:
        label: Text = Say("change-scale", {"scale": each.parameter.id}) if each.parameter.measure else row.label
        label = Say("dialogue-question", {"text": label})
        lines.append(Lines(tuple(Say(key, _labelled(values, label)) for key, values in change_text.lines(row)), ". "))
    if not found:
        lines.append(Say("change-none" if seen.fewest <= 1 else "change-none-shown"))
    lines += [Say(key, values) for key, values in change_text.notes(rows)] if page == pages - 1 else []
    return Show(job.chat_id, job.slot, Lines(tuple(lines), "\n\n"), _ways(desk, asked, page, pages, len(found)))


def _labelled(values: Mapping[str, Any], label: Text) -> Mapping[str, Any]:
    return {**values, "label": label} if "label" in values else values


def _ways(desk: Desk, asked: Asked, page: int, pages: int, found: int) -> Keyboard:
    rows: list[tuple[Button, ...]] = []
    rows += pager(page, pages, lambda at: press("change.show", code(Asked(asked.organisation_id, asked.form, at))))
    rows += [_pictures(asked, page, found)] if found else []
    if found or asked.form is not None:
        rows.append((Button(Say("change-forms"), press("change.forms", code(asked))),))
    home = (Button(Say("results-to-campaigns"), press("campaign.list")), Button(Say("menu-button"), press("menu.open")))
    return (*rows, home)


def _pictures(asked: Asked, page: int, found: int) -> tuple[Button, ...]:
    """The pictures on which the parameters of a page stand, one or two; where there is but one, it needs no number."""
    if found <= ON_A_PICTURE:
        return (Button(Say("results-picture"), press("change.chart", code(_at(asked, 0)))),)
    first, last = page * ON_A_SCREEN, min((page + 1) * ON_A_SCREEN, found) - 1
    return tuple(
        Button(Say("change-picture", {"number": number + 1}), press("change.chart", code(_at(asked, number))))
        for number in range(first // ON_A_PICTURE, last // ON_A_PICTURE + 1)
    )


def _at(asked: Asked, page: int) -> Asked:
    return Asked(asked.organisation_id, asked.form, page)


def _where(desk: Desk, asked: Asked, seen: Sight) -> Text:
    """The organisation and the form."""
    place: Text = seen.organisation.name if seen.organisation else Say("results-everywhere")
    form = next((each for each in desk.programme.forms if each.id is asked.form), None)
    return place if form is None else Lines((place, own(form.name)), ", ")
