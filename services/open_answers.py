"""Open answers as the curator reads them, page by page, and the marks that fill the SWOT.

The curator and the psychologist of the organisation see both sides of a mentorship, so a named questionnaire's answers
come with the name; of an anonymous one they are nameless, and shown once there are enough of them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Self

from mentoring.access import Action, Scope, allowed, ensure, places
from mentoring.errors import Forbidden, Invalid, NotFound
from mentoring.mentorships import Form
from mentoring.pages import pages_of
from mentoring.people import Organisation
from mentoring.roles import Role
from services import data_log, results, results_view
from services.desk import Desk
from services.results_items import Item, Known, Ref
from services.results_view import View
from storage.answer_marks import Edge, Mark, OpenAnswer
from surveys.record import Record

PAGE = 5
SWOT_SHOWN = 3
"""Answers of each part on the SWOT's first screen."""
SWOT_PAGE = 6
SWOT = "curator-swot"
"""The questionnaire in which a curator puts the SWOT into their own words."""
WORDS: Mapping[Mark, str] = {
    Mark.STRENGTH: "strengths",
    Mark.WEAKNESS: "weaknesses",
    Mark.IDEA: "opportunities",
    Mark.TROUBLE: "threats",
}
"""Which of its questions a mark's answers stand beside."""
NEWEST = Edge()
_MARKS = tuple(Mark)
_FORMS, _ROLES = tuple(Form), tuple(Role)
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_LONGEST = 12
"""Digits of a number; more would not fit into a query."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A question within a view of results, only its answers with `mark`, from `edge` on; it travels in buttons."""

    view: View
    ref: Ref
    mark: Mark | None = None
    edge: Edge = NEWEST

    @property
    def code(self) -> str:
        """As it stands in a button: numbers in base 36, for two ids must fit beside each other."""
        view = self.view
        numbers = (
            *(self.ref.archive, self.ref.index, view.organisation_id or 0, view.campaign_id or 0),
            0 if view.form is None else _FORMS.index(view.form) + 1,
            0 if view.role is None else _ROLES.index(view.role) + 1,
            0 if self.mark is None else _MARKS.index(self.mark) + 1,
            *(int(self.edge.back), self.edge.response_id or 0),
        )
        return ".".join(map(_written, numbers))

    @classmethod
    def read(cls, code: str) -> Self:
        """Out of a button; ValueError for anything forged."""
        parts = code.split(".")
        if len(parts) != 9 or not all(part and len(part) <= _LONGEST and set(part) <= set(_DIGITS) for part in parts):
            raise ValueError(code)
        archive, index, organisation, campaign, form, role, mark, back, edge = (int(part, 36) for part in parts)
        if form > len(_FORMS) or role > len(_ROLES) or mark > len(_MARKS):
            raise ValueError(code)
        view = View(
            archive,
            organisation or None,
            campaign or None,
            _FORMS[form - 1] if form else None,
            _ROLES[role - 1] if role else None,
        )
        return cls(view, Ref(archive, index), _MARKS[mark - 1] if mark else None, Edge(edge or None, bool(back)))

    def only(self, mark: Mark | None) -> Self:
        """The same from the newest on, narrowed to a mark or not at all."""
        return replace(self, mark=mark, edge=NEWEST)


@dataclass(frozen=True, slots=True)
class Told:
    """An answer with the full name of whoever gave it; None: nameless, or gone."""

    answer: OpenAnswer
    name: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of answers; `newer` and `older`: there are more on that side. `total`: answers to the question in all."""

    reading: Reading
    known: Known
    item: Item
    answers: tuple[Told, ...]
    total: int
    newer: bool
    older: bool


@dataclass(frozen=True, slots=True)
class Quarter:
    """A part of the SWOT: how many answers carry its mark, the last of them, and the curator's own words."""

    mark: Mark
    count: int
    answers: tuple[OpenAnswer, ...]
    words: str | None


@dataclass(frozen=True, slots=True)
class Swot:
    """An organisation's strengths, weaknesses, opportunities and threats, in that order.

    writes: the actor may put it in words of their own.
    """

    organisation: Organisation
    quarters: tuple[Quarter, ...]
    writes: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """A page of the answers that carry one mark."""

    organisation: Organisation
    mark: Mark
    answers: tuple[OpenAnswer, ...]
    page: int
    pages: int


async def page(desk: Desk, reading: Reading) -> Page:
    """One page, the newest first. Raises Forbidden for all but curator and psychologist, Invalid for too few."""
    seen = await results.question(desk, reading.view, reading.ref)
    if not seen.sight.opens:
        raise Forbidden
    shown = seen.shown[0]
    if not shown.item.in_words:
        raise NotFound
    if shown.hidden:
        raise Invalid("results-few")
    among, edge = reading.view.among, reading.edge
    found = await desk.work.answer_marks.page(
        seen.known.definition.id, among, shown.item.places, mark=reading.mark, edge=edge, limit=PAGE + 1
    )
    if not found and edge.response_id is not None:  # what was there lost its mark, or was written anew
        return await page(desk, replace(reading, edge=NEWEST))
    beyond = len(found) > PAGE
    kept = (found[1:] if beyond else found) if edge.back else found[:PAGE]
    newer = beyond if edge.back else edge.response_id is not None
    older = True if edge.back else beyond
    total = shown.tally.answered
    named = {one.person_id for one in kept} - {None}
    if named:
        await data_log.note(desk, data_log.Look.ANSWERS, _whose(desk, reading.view))
    return Page(reading, seen.known, shown.item, await _named(desk, kept), total, newer, older)


def _whose(desk: Desk, view: View) -> Collection[int]:
    """The organisations whose answers a view shows to the actor."""
    return (view.organisation_id,) if view.organisation_id else places(desk.actor, Action.SEE_OPEN_ANSWERS)


async def _named(desk: Desk, answers: tuple[OpenAnswer, ...]) -> tuple[Told, ...]:
    people = await desk.work.people.many(each.person_id for each in answers if each.person_id is not None)
    return tuple(
        Told(each, people[each.person_id].name if each.person_id is not None and each.person_id in people else None)
        for each in answers
    )


async def one(desk: Desk, response_id: int, reading: Reading) -> tuple[Told, Item]:
    """An answer in full. Raises Forbidden, NotFound for one that is no answer of that question."""
    name, item = await _item(desk, reading)
    answer = await _answer(desk, response_id, name, item, Action.SEE_OPEN_ANSWERS)
    await page(desk, reading)  # too few anonymous ones are not shown one by one either
    return (await _named(desk, (answer,)))[0], item


async def mark(desk: Desk, reading: Reading, response_id: int, wanted: Mark) -> None:
    """Mark an answer; the same mark once more takes it away. Raises Forbidden and NotFound."""
    name, item = await _item(desk, reading)
    answer = await _answer(desk, response_id, name, item, Action.MARK_ANSWERS)
    person = desk.actor.person_id
    if person is None:
        raise Forbidden
    new = None if answer.mark is wanted else wanted
    await desk.work.answer_marks.put(response_id, answer.question, new, person)


async def _item(desk: Desk, reading: Reading) -> tuple[str, Item]:
    """The questionnaire's id and the question."""
    seen, known = await results.opened(desk, reading.view)
    if not seen.opens:
        raise Forbidden
    return known.definition.id, known.item(reading.ref)


async def _answer(desk: Desk, response_id: int, name: str, item: Item, action: Action) -> OpenAnswer:
    found = await desk.work.answer_marks.one(response_id, item.question.id)
    if found is None or not item.in_words:
        raise NotFound
    answer, organisation_id = found
    ensure(desk.actor, action, Scope(organisation_id=organisation_id))
    if answer.definition != name or (answer.version, answer.question) not in item.places:
        raise NotFound
    return answer


def _written(number: int) -> str:
    """In base 36."""
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"


# --- SWOT -------------------------------------------------------------------------------------------------------------


async def swot(desk: Desk, organisation_id: int) -> Swot:
    """The marked answers under their heads, beside the curator's own words. Raises Forbidden and NotFound."""
    organisation = await _organisation(desk, organisation_id)
    counts = await desk.work.answer_marks.counts(organisation_id)
    words = await _words(desk, organisation_id)
    quarters = []
    for each in Mark:
        last = await desk.work.answer_marks.marked(organisation_id, each, offset=0, limit=SWOT_SHOWN)
        said = words.draft.answers.get(WORDS[each]) if words else None
        quarters.append(Quarter(each, counts[each], last, said if isinstance(said, str) else None))
    writes = allowed(desk.actor, Action.OBSERVE_OUTCOMES, Scope(organisation_id=organisation_id))
    return Swot(organisation, tuple(quarters), writes)


async def marked(desk: Desk, organisation_id: int, mark: Mark, page: int) -> Marked:
    """A page of the answers that carry a mark, last marked first. Raises Forbidden and NotFound."""
    organisation = await _organisation(desk, organisation_id)
    counts = await desk.work.answer_marks.counts(organisation_id)
    pages = pages_of(counts[mark], SWOT_PAGE)
    page = min(max(page, 0), pages - 1)
    found = await desk.work.answer_marks.marked(organisation_id, mark, offset=page * SWOT_PAGE, limit=SWOT_PAGE)
    return Marked(organisation, mark, found, page, pages)


async def _organisation(desk: Desk, organisation_id: int) -> Organisation:
    seen = await results_view.sight(desk, organisation_id)
    if not seen.opens or seen.organisation is None:
        raise Forbidden
    return seen.organisation


async def _words(desk: Desk, organisation_id: int) -> Record | None:
    """The newest words a curator of the organisation has found for it."""
    return await desk.work.answer_marks.newest(SWOT, organisation_id)
