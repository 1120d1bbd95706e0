"""Results of questionnaires in numbers: which there are, every question's counts, mean and median, and parts of them.

What each number means: docs/results.md. Numbers are read from `answer_counts` alone, whatever the number of answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mentoring.access import Action, Scope, allowed
from mentoring.errors import Forbidden, NotFound
from mentoring.mentorships import Form
from mentoring.pages import pages_of
from mentoring.participation import Rate
from mentoring.roles import Role
from services import questionnaires, results_items, results_veil, results_view
from services.desk import Desk
from services.observations import COMPATIBILITY
from services.results_items import Item, Known, Ref
from services.results_veil import Veil
from services.results_view import Sight, View
from storage.results import Among, By, Counts
from surveys.definition import Audience
from surveys.tally import QuestionTally
from surveys.wording import Wording

LISTED = 8
SHOWN = 5
"""Questionnaires and questions on one screen."""
PARTS = 20
"""Parts of a breakdown on one screen; the largest come first."""
MOST_SECRETS = 2000
"""Sensitive answers that are counted for a screen; they must be decrypted one by one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A questionnaire of the list; `archive`: its newest version that was asked."""

    archive: int
    title: Wording
    audience: Audience
    rate: Rate


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of questionnaires; `many`: there are other organisations to choose."""

    view: View
    sight: Sight
    lines: tuple[Line, ...]
    pages: int
    many: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """One question's numbers; `hidden`: too few people stand behind them; `secret`: they are not for these eyes."""

    item: Item
    tally: QuestionTally
    hidden: bool = False
    secret: bool = False

    @property
    def open(self) -> bool:
        return not self.hidden and not self.secret


@dataclass(frozen=True, slots=True)
class Result:
    """A questionnaire's results: a page of its questions. `rate` None: not counted for a part by form or role.

    counted: finished responses behind the numbers; of an anonymous questionnaire those that are detached.
    """

    view: View
    sight: Sight
    known: Known
    rate: Rate | None
    counted: int
    shown: tuple[Shown, ...]
    pages: int

    @property
    def waits(self) -> bool:
        """Whether anonymous answers are kept back until there are enough of them."""
        return self.known.anonymous and self.rate is not None and self.counted < self.rate.answered


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a breakdown: an organisation's name, a form or a role (None: none was noted), with its numbers."""

    name: str | Form | Role | None
    shown: Shown


@dataclass(frozen=True, slots=True)
class Parts:
    """A question's numbers by part."""

    view: View
    by: By
    item: Item
    parts: tuple[Part, ...]


async def listing(desk: Desk, view: View) -> Listing:
    """The questionnaires that were asked, those with most answers first."""
    seen = await results_view.sight(desk, view.organisation_id)
    rates = await desk.work.results.rates(Among(view.among.organisations, view.campaign_id))
    newest = await desk.work.results.newest(rates)
    named = sorted(rates, key=lambda name: (-rates[name].answered, name))
    named = [name for name in named if name in newest and _theirs(desk, name, view)]
    pages = pages_of(len(named), LISTED)
    page = min(view.page, pages - 1)
    lines = []
    for name in named[page * LISTED : (page + 1) * LISTED]:
        definition = (await results_items.known(desk, name)).definition
        lines.append(Line(newest[name].id, definition.title, definition.audience, rates[name]))
    many = view.campaign_id is None and len(await results_view.choices(desk)) > 1
    return Listing(view.at(page), seen, tuple(lines), pages, many)


async def result(desk: Desk, view: View) -> Result:
    """A page of a questionnaire's results. Raises Forbidden and NotFound."""
    seen, known = await opened(desk, view)
    name, store = known.definition.id, desk.work.results
    pages = pages_of(len(known.items), SHOWN)
    page = min(view.page, pages - 1)
    counts = await store.counts(name, view.among)
    rate = None
    if not view.narrowed:
        rate = (await store.rates(Among(view.among.organisations, view.campaign_id), [name])).get(name, Rate(0, 0))
    items = known.items[page * SHOWN : (page + 1) * SHOWN]
    shown = await shown_of(desk, view, seen, known, counts, items)
    return Result(view.at(page), seen, known, rate, sum(counts.finished.values()), shown, pages)


async def question(desk: Desk, view: View, ref: Ref) -> Result:
    """The same with a single question."""
    seen, known = await opened(desk, view)
    counts = await desk.work.results.counts(known.definition.id, view.among)
    shown = await shown_of(desk, view, seen, known, counts, (known.item(ref),))
    return Result(view, seen, known, None, sum(counts.finished.values()), shown, 1)


async def parts(desk: Desk, view: View, ref: Ref, by: By) -> Parts:
    """A question's numbers by organisation, form or role. Raises Forbidden where parts are not for the actor."""
    seen, known = await opened(desk, view)
    item, name = known.item(ref), known.definition.id
    store, cover = desk.work.results, await results_veil.veil(desk, known, seen)
    found = await store.counts_by(name, view.among, by, item.places)
    behind = await store.behind(name, view.among, by) if cover.fewest > 1 else {}
    names = await _names(desk, by, found)
    told = []
    for part, counts in found.items():
        tally = results_items.tallied(desk, item, counts)
        secret = item.question.sensitive
        hidden = _hides(cover, item, view, by, part, behind)
        if tally.answered:
            told.append(Part(names.get(part), Shown(item, tally, hidden, secret)))
    told.sort(key=lambda part: (-part.shown.tally.answered, str(part.name)))
    return Parts(view, by, item, tuple(told[:PARTS]))


async def opened(desk: Desk, view: View) -> tuple[Sight, Known]:
    """What the actor may see of the view's questionnaire. Raises Forbidden, NotFound for one that is not there."""
    seen = await results_view.sight(desk, view.organisation_id)
    archived = await desk.work.results.archived(view.archive)
    if archived is None:
        raise NotFound("results-unknown")
    known = await results_items.known(desk, archived.name)
    if known.definition.kind != "survey":
        raise NotFound("results-unknown")
    await questionnaires.ensure_known(desk, archived.name, view.organisation_id)
    if not _theirs(desk, archived.name, view):
        raise Forbidden
    return seen, known


def _theirs(desk: Desk, name: str, view: View) -> bool:
    """Whether they may see it: a conclusion about a pair is promised to its curators and psychologists alone."""
    return name != COMPATIBILITY or allowed(desk.actor, Action.OBSERVE_COMPATIBILITY, Scope(view.organisation_id))


async def shown_of(
    desk: Desk, view: View, seen: Sight, known: Known, counts: Counts, items: tuple[Item, ...]
) -> tuple[Shown, ...]:
    """The numbers of these questions as far as they may be seen."""
    cover = await results_veil.veil(desk, known, seen)
    behind = None
    if cover.fewest > 1:
        behind = (await desk.work.results.behind(known.definition.id, view.among)).get("", 0)
    return tuple([await _shown(desk, view, seen, known, counts, item, cover, behind) for item in items])


async def _shown(
    desk: Desk,
    view: View,
    seen: Sight,
    known: Known,
    counts: Counts,
    item: Item,
    cover: Veil,
    behind: int | None,
) -> Shown:
    tally = results_items.tallied(desk, item, counts)
    hidden = cover.hides(item, view, behind)
    if not item.question.sensitive:
        return Shown(item, tally, hidden)
    if not seen.secrets:
        return Shown(item, tally, hidden, secret=True)
    if not hidden and not item.in_words:
        given = await desk.work.results.secrets(known.definition.id, view.among, item.places, MOST_SECRETS)
        values = [value for several in given.values() for value in several]
        tally = results_items.tallied_alone(desk, item, values, tally.finished)
    return Shown(item, tally, hidden)


def _hides(cover: Veil, item: Item, view: View, by: By, part: str | int, behind: Mapping[str | int, int]) -> bool:
    """What has no form or role noted is no cell that can be looked at by itself, so where anything is hidden it is."""
    if cover.fewest <= 1:
        return False
    return not part or cover.hides(item, _narrowed(view, by, part), behind.get(part, 0))


def _narrowed(view: View, by: By, part: str | int) -> View:
    match by:
        case By.ORGANISATION:
            return replace(view, organisation_id=int(part) or None)
        case By.CAMPAIGN:
            return replace(view, campaign_id=int(part) or None)
        case By.FORM:
            return replace(view, form=Form(str(part)) if part else None)
        case By.ROLE:
            return replace(view, role=Role(str(part)) if part else None)


async def _names(desk: Desk, by: By, found: Mapping[str | int, Counts]) -> dict[str | int, str | Form | Role | None]:
    match by:
        case By.ORGANISATION:
            known = await desk.work.organisations.many(int(part) for part in found)
            return {part: known[int(part)].name for part in found if int(part) in known}
        case By.FORM:
            return {part: Form(str(part)) if part else None for part in found}
        case By.ROLE:
            return {part: Role(str(part)) if part else None for part in found}
    return dict.fromkeys(found)
