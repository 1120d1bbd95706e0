"""Pictures of results and every response as a table: made as jobs, in the slots `results:chart` and `results:rows`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from enum import StrEnum

from mentoring.errors import Forbidden, Invalid
from messaging.replies import Button, File, Keyboard, Say, Show, Text, press
from reports import documents, packed
from reports.results_data import QuestionResult, ResponseExport, ResponseRow, question_result, title_of
from services import jobs, results, results_items
from services.desk import Desk
from services.dialogue_screens import own
from services.jobs import Making
from services.results import Result, Shown
from services.results_items import Item, Known, Ref
from services.results_view import Sight, View
from storage.jobs import Job
from storage.response_stream import Streamed, unpacked
from storage.results import Place
from surveys.definition import Option

QUESTION, OVERVIEW, ROWS = "results-question", "results-overview", "results-rows"
"""Kinds of jobs."""
ON_A_PICTURE = 8
"""Scale questions of one overview (`reports.results_chart.OVERVIEW_ROWS`)."""


class Sort(StrEnum):
    """In which file responses are exported; the values stand in buttons."""

    XLSX = "xlsx"
    CSV = "csv"


async def order_question(desk: Desk, view: View, ref: Ref) -> Show:
    """Order the picture of one question. Raises Invalid where it may not be shown."""
    seen = await results.question(desk, view, ref)
    _ensure_shown(seen.shown[0])
    asked = {"view": view.code, "archive": ref.archive, "index": ref.index}
    return await jobs.order(
        desk,
        QUESTION,
        asked,
        slot="results:chart",
        text=Say("results-chart-waiting"),
        back=press("results.item", view.code, ref.code),
    )


async def order_overview(desk: Desk, view: View, part: int) -> Show:
    """Order the picture of many scale questions; `part` from 0: the pictures after the first."""
    _, known = await results.opened(desk, view)
    if not _scales(known):
        raise Invalid("results-no-scales")
    asked = {"view": view.code, "part": part}
    return await jobs.order(
        desk,
        OVERVIEW,
        asked,
        slot="results:chart",
        text=Say("results-chart-waiting"),
        back=press("results.view", view.code),
    )


async def order_rows(desk: Desk, view: View, sort: Sort) -> Show:
    """Order every response as a table. Raises Forbidden for all but the organisation's curator."""
    await ensure_exports(desk, view)
    asked = {"view": view.code, "sort": sort.value}
    return await jobs.order(
        desk, ROWS, asked, slot="results:rows", text=Say("results-rows-waiting"), back=press("results.view", view.code)
    )


# --- pictures ---------------------------------------------------------------------------------------------------------


async def make_question(desk: Desk, job: Job) -> Making:
    """Reads the counts anew. Raises Forbidden if the right to see them is gone."""
    view, asked = View.read(job.arguments["view"]), job.arguments
    seen = await results.question(desk, view, Ref(asked["archive"], asked["index"]))
    shown = seen.shown[0]
    _ensure_shown(shown)
    made = told(desk, shown)
    return Making(
        documents.question_chart,
        (made, desk.actor.language),
        name="results.png",
        caption=_caption(seen),
        picture=True,
    )


async def make_overview(desk: Desk, job: Job) -> Making:
    """Reads the counts anew; questions behind which too few people stand are left out."""
    view, part = View.read(job.arguments["view"]), int(job.arguments["part"])
    seen, known = await results.opened(desk, view)
    items = _scales(known)
    counts = await desk.work.results.counts(known.definition.id, view.among)
    every = await results.shown_of(desk, view, seen, known, counts, items)
    shown = [each for each in every if each.open][part * ON_A_PICTURE : (part + 1) * ON_A_PICTURE]
    if not shown:
        raise Invalid("results-few")
    more = sum(each.open for each in every) > (part + 1) * ON_A_PICTURE
    keyboard: Keyboard = ()
    if more:
        keyboard = ((Button(Say("results-chart-more"), press("results.overview", view.code, part + 1)),),)
    title = known.definition.title.text(desk.actor.language)
    return Making(
        documents.overview_chart,
        (title, [told(desk, each) for each in shown], desk.actor.language),
        name="results.png",
        caption=Say("results-chart-caption", {"title": own(known.definition.title), "where": where(seen)}),
        picture=True,
        keyboard=keyboard,
    )


def told(desk: Desk, shown: Shown) -> QuestionResult:
    """A question's numbers in the reader's words."""
    question = shown.item.question
    return question_result(question, shown.tally, desk.actor.language, results_items.options(desk, question))


def title(desk: Desk, item: Item) -> str:
    """What a question is called in results."""
    return title_of(item.question, desk.actor.language)


def where(seen: Sight) -> Text:
    """Whose numbers they are."""
    return seen.organisation.name if seen.organisation else Say("results-everywhere")


def _caption(seen: Result) -> Text:
    return Say("results-chart-caption", {"title": own(seen.known.definition.title), "where": where(seen.sight)})


def _scales(known: Known) -> tuple[Item, ...]:
    return tuple(item for item in known.items if item.question.kind == "scale" and not item.question.sensitive)


def _ensure_shown(shown: Shown) -> None:
    if shown.secret:
        raise Forbidden
    if shown.hidden:
        raise Invalid("results-few")


async def ensure_exports(desk: Desk, view: View) -> tuple[Sight, Known]:
    """Raise Forbidden for all but the organisation's curator."""
    seen, known = await results.opened(desk, view)
    if not seen.exports:
        raise Forbidden
    return seen, known


# --- every response ---------------------------------------------------------------------------------------------------


async def make_rows(desk: Desk, job: Job) -> Making:
    """Every finished response that may be read, one row each, and the codebook of all its versions."""
    view, sort = View.read(job.arguments["view"]), Sort(job.arguments["sort"])
    seen, known = await ensure_exports(desk, view)
    withheld = await _withheld(desk, view, seen, known)
    definitions = {(each.id, version): each for version, each in known.versions.items()}
    zone = seen.organisation.zone if seen.organisation else desk.programme.zone
    export = ResponseExport(definitions, zone, _options(desk, known))
    caption = Say("results-rows-caption", {"title": own(known.definition.title), "where": where(seen)})

    def feed(at: Desk) -> AsyncIterator[object]:
        return _rows(at, known, view, withheld)

    async def then(at: Desk, done: Job, content: bytes) -> Show:
        return sent(done, sort, content, caption)

    function = documents.responses_workbook if sort is Sort.XLSX else packed.csv_packed
    return Making(
        function,
        (export, desk.actor.language),
        name=f"results.{sort.value}",
        caption=caption,
        feed=feed,
        then=then,
    )


def sent(job: Job, sort: Sort, content: bytes, caption: Text) -> Show:
    """The file, or why it can't be sent."""
    if len(content) > packed.MOST_SENT:
        megabytes = -(-len(content) // 1_000_000)
        return Show(
            job.chat_id, job.slot, Say(f"results-rows-large-{sort.value}", {"megabytes": megabytes}), jobs.ways(job)
        )
    zipped = sort is Sort.CSV and content.startswith(packed.SIGN)
    name = f"results.{'zip' if zipped else sort.value}"
    return Show(job.chat_id, job.slot, caption, jobs.ways(job), File(name, content))


async def _rows(
    desk: Desk, known: Known, view: View, withheld: frozenset[Place]
) -> AsyncIterator[Sequence[ResponseRow]]:
    """Page by page; deciphering and unpacking are for a thread, so that the bot goes on answering."""
    organisations: dict[int, str] = {}
    number = 0
    async for page in desk.work.response_stream.pages(known.definition.id, view.among):
        missing = {each.organisation_id for each in page if each.organisation_id is not None} - organisations.keys()
        if missing:
            found = await desk.work.organisations.many(missing)
            organisations |= {each.id: each.name for each in found.values()}
        yield await asyncio.to_thread(_page, page, known.definition.id, organisations, number, withheld)
        number += len(page)


def _page(
    page: Sequence[Streamed],
    questionnaire: str,
    organisations: Mapping[int, str],
    number: int,
    withheld: frozenset[Place],
) -> list[ResponseRow]:
    return [
        ResponseRow(
            number=number + place,
            person=each.person or "",
            organisation=organisations.get(each.organisation_id or 0, ""),
            form=each.form or "",
            role=each.role or "",
            answered_at=each.finished_at,
            paper=each.entered_by is not None,
            questionnaire=questionnaire,
            version=each.version,
            answers={name: value for name, value in unpacked(each).items() if (each.version, name) not in withheld},
        )
        for place, each in enumerate(page, 1)
    ]


async def _withheld(desk: Desk, view: View, seen: Sight, known: Known) -> frozenset[Place]:
    """Questions that stay empty in nameless rows: too few answered them. Raises Invalid if too few answered at all."""
    if not known.anonymous:
        return frozenset()
    counts = await desk.work.results.counts(known.definition.id, view.among)
    every = await results.shown_of(desk, view, seen, known, counts, known.items)
    hidden = [each for each in every if each.hidden]
    if not any(each.tally.answered for each in every if not each.hidden):
        raise Invalid("results-few")
    return frozenset(place for each in hidden for place in each.item.places)


def _options(desk: Desk, known: Known) -> dict[str, Sequence[Option]]:
    every = desk.programme.sources()
    sources = {item.question.source for item in known.items if item.question.source}
    return {name: every[name] for name in sources if name in every}
