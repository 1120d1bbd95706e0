"""One milestone: its card, and what its executors and leaders do with it: done, not needed, another day, undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mentoring import roadmap as rules
from mentoring.access import Action, Scope, allowed, ensure
from mentoring.clock import local_date
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.people import Person
from mentoring.roadmap import Kept, MilestoneState, Standing
from mentoring.roles import Category
from mentoring.tasks import Attachment
from mentoring.whereabouts import checked_link
from messaging.replies import Button, File, Replies, Say, Show, press
from programmes.parts import Executor
from services import dialogue
from services.desk import Desk
from services.dialogue_screens import done
from services.executors import Standing as Executors
from services.executors import standing as executors_of
from services.fulfilled import fulfilled
from services.registration_answers import text_of
from services.roadmap import Item, Place, items_of, place_of
from services.roadmap_people import answerable
from services.roadmap_words import shortened
from surveys.path import Value
from surveys.record import Record, Subject

SUBJECT = "roadmap"
"""What a draft or a trace is about: the organisation, 0 the municipality; which milestone stands in the facts."""
DONE, SKIP, DAY = "milestone-done", "milestone-skip", "milestone-day"
NAMED = 3
"""People that a card names for an executor."""
SHORT = 200


@dataclass(frozen=True, slots=True)
class Answering:
    """An executor of the milestone with some of those who stand for it, and how many more do."""

    executor: Executor
    people: tuple[Person, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Card:
    """A milestone as the actor sees it. `by`, `on`: who closed it (None: gone) and when, local to the place."""

    item: Item
    answering: tuple[Answering, ...]
    by: Person | None
    on: date | None
    may_do: bool
    may_plan: bool
    may_reopen: bool
    sees_roadmap: bool


async def card(desk: Desk, code: str) -> Card:
    """For who may see the roadmap, and for the executors of this milestone. Raises Forbidden, NotFound."""
    item = await _item(desk, code)
    stand = await _executors(desk, item.place)
    scope = Scope(item.place.id)
    sees = allowed(desk.actor, Action.SEE_ROADMAP, scope)
    does = _may_do(desk, item, stand)
    if not sees and not does:
        raise Forbidden
    closed = item.standing in (Standing.DONE, Standing.NOT_NEEDED)
    kept = item.kept if closed and item.sent is None else None
    by = (await desk.work.people.many([kept.changed_by])).get(kept.changed_by) if kept is not None else None
    on = local_date(kept.changed_at, item.place.zone) if kept is not None else None
    plans = allowed(desk.actor, Action.PLAN_MILESTONE, scope)
    return Card(
        item,
        await _answering(desk, item, stand),
        by,
        on,
        may_do=does and not closed,
        may_plan=plans and not closed,
        may_reopen=does and closed and item.sent is None,
        sees_roadmap=sees,
    )


async def attachment(desk: Desk, code: str) -> File:
    """The file that proves it; NotFound where there is none."""
    seen = await card(desk, code)
    if seen.item.kept is None or seen.item.kept.file is None:
        raise NotFound
    file = seen.item.kept.file
    return File(file.name, b"", file.photo, file.file_id)


# --- forms ------------------------------------------------------------------------------------------------------------


async def begin_done(desk: Desk, code: str) -> Show:
    """The form `milestone-done`: a note, a link, a file."""
    return await _begin(desk, DONE, await _for_doing(desk, code))


async def finish(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `roadmap.done`. Raises Invalid for a link that no phone opens, Stale if somebody was quicker."""
    item = await _for_doing(desk, _code(record))
    link = text_of(answers, "link")
    link = checked_link(link) if link is not None else None
    file = _attachment(answers.get("file") or answers.get("proof"))
    after = rules.finished(_fresh(desk, item), item.kept, text_of(answers, "note"), link, file)
    await _store(desk, item, after, "milestone_done")
    return _said(record, item, "roadmap-done")


async def begin_skip(desk: Desk, code: str) -> Show:
    """The form `milestone-skip`: why it is not needed here."""
    return await _begin(desk, SKIP, await _for_planning(desk, code))


async def skip(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `roadmap.skip`."""
    item = await _for_planning(desk, _code(record))
    after = rules.dropped(_fresh(desk, item), item.kept, str(answers["reason"]))
    await _store(desk, item, after, "milestone_not_needed")
    return _said(record, item, "roadmap-skipped")


async def begin_day(desk: Desk, code: str) -> Show:
    """The form `milestone-day`: until when it is to be done."""
    return await _begin(desk, DAY, await _for_planning(desk, code))


async def set_day(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `roadmap.day`."""
    item = await _for_planning(desk, _code(record))
    day = date.fromisoformat(str(answers["day"]))
    await _store(desk, item, rules.dated(_fresh(desk, item), item.kept, day), "milestone_dated", day=day.isoformat())
    return _said(record, item, "roadmap-dated", day=day)


async def reopen(desk: Desk, code: str) -> Card:
    """It is to be done again. Raises Stale if it is open already."""
    item = await _item(desk, code)
    if not _may_do(desk, item, await _executors(desk, item.place)):
        raise Forbidden
    await _store(desk, item, rules.reopened(_fresh(desk, item), item.kept), "milestone_reopened")
    return await card(desk, code)


# --- how it works -----------------------------------------------------------------------------------------------------


async def _item(desk: Desk, code: str) -> Item:
    try:
        place = await place_of(desk, rules.place_of(code))
    except ValueError:
        raise NotFound from None
    kept = await desk.work.milestones.get(code)
    items = items_of(desk, place, {code: kept} if kept is not None else {}, await fulfilled(desk))
    found = next((each for each in items if each.code == code), None)
    if found is None:
        raise NotFound
    return found


async def _executors(desk: Desk, place: Place) -> Executors:
    return await executors_of(desk, (place.organisation,) if place.organisation else ())


def _may_do(desk: Desk, item: Item, stand: Executors) -> bool:
    """A leader of the place, or one of the executors; pupils answer for no row of a document."""
    scope = Scope(item.place.id)
    if not allowed(desk.actor, Action.DO_MILESTONE, scope):
        return False
    if allowed(desk.actor, Action.PLAN_MILESTONE, scope):
        return True
    person = desk.actor.person
    grown = person is not None and person.category is not Category.PUPIL
    return grown and desk.actor.person_id in stand.behind(item.responsible, item.place.organisation)


async def _answering(desk: Desk, item: Item, stand: Executors) -> tuple[Answering, ...]:
    """Those appointed by name, or of the staff: mentors who stand for a row by their role alone are not listed."""
    behind = {name: answerable(stand, item, name) for name in item.responsible}
    known = await desk.work.people.many({one for people in behind.values() for one in people[:NAMED]})
    return tuple(
        Answering(
            desk.programme.executor(name),
            tuple(known[one] for one in people[:NAMED] if one in known),
            max(0, len(people) - NAMED),
        )
        for name, people in behind.items()
    )


async def _for_doing(desk: Desk, code: str) -> Item:
    item = await _item(desk, code)
    if not _may_do(desk, item, await _executors(desk, item.place)):
        raise Forbidden
    await _ensure_open(desk, item)
    return item


async def _for_planning(desk: Desk, code: str) -> Item:
    item = await _item(desk, code)
    ensure(desk.actor, Action.PLAN_MILESTONE, Scope(item.place.id))
    await _ensure_open(desk, item)
    return item


async def _ensure_open(desk: Desk, item: Item) -> None:
    """Raises Stale with who closed it, and when."""
    kept = item.kept
    if item.sent is not None:
        raise Stale("roadmap-refusal-closed")
    if kept is None or kept.state is MilestoneState.OPEN:
        return
    by = (await desk.work.people.many([kept.changed_by])).get(kept.changed_by)
    on = local_date(kept.changed_at, item.place.zone)
    raise Stale("roadmap-overtaken", state=kept.state.value, who=by.name if by else "none", day=on)


def _fresh(desk: Desk, item: Item) -> Kept:
    """An empty record of now. Raises Forbidden for somebody who is not registered."""
    if desk.actor.person_id is None:
        raise Forbidden
    row = item.planned.milestone.row.id
    return Kept(item.code, item.place.id, row, MilestoneState.OPEN, desk.actor.person_id, desk.now)


async def _store(desk: Desk, item: Item, after: Kept, event: str, **details: str) -> None:
    if not await desk.work.milestones.put(item.kept, after):
        raise Stale("roadmap-refusal-closed")
    said = {"code": item.code, **details}
    place = item.place.id
    actor = desk.actor.person_id
    await desk.work.trail.add(SUBJECT, place or 0, event, actor_id=actor, organisation_id=place, details=said)


async def _begin(desk: Desk, form: str, item: Item) -> Show:
    facts = {"code": item.code, "measure": shortened(item.measure.text(desk.actor.language), SHORT)}
    subject = Subject(SUBJECT, item.place.id or 0)
    return await dialogue.begin(desk, form, subject=subject, organisation_id=item.place.id, facts=facts)


def _code(record: Record) -> str:
    return str(record.facts.get("code", ""))


def _attachment(value: Value | None) -> Attachment | None:
    if not isinstance(value, dict):
        return None
    return Attachment(str(value["file_id"]), str(value.get("name") or ""), bool(value.get("photo")))


def _said(record: Record, item: Item, key: str, **values: date) -> Replies:
    menu = Button(Say("menu-button"), press("menu.open"))
    ways = ((Button(Say("roadmap-card"), press("milestone.open", item.code)), menu),)
    return (done(record, Say(key, values), ways),)
