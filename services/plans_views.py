"""Plans as one reader sees them: the list, the plan with its sections, an item, versions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mentoring.access import Action, Scope, allowed, places
from mentoring.errors import Forbidden, NotFound
from mentoring.mentorships import Side
from mentoring.pages import pages_of
from mentoring.people import Person, short_name
from mentoring.plans import ASSESSABLE, Agreement, Item, Progress, Version, progress
from mentoring.roles import Role
from programmes.parts import PlanField, PlanSection
from services import data_log, plans, plans_agreement, plans_results, role_models
from services.desk import Desk
from services.plans import Opened
from services.plans_agreement import Wish
from storage.plans_lists import Among, PlanLine

PAGE = 8
LAST_PAGE = 9_999


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of plans. `names` are short ones by person; `total` of staff: how far all of theirs are."""

    lines: tuple[PlanLine, ...]
    names: dict[int, str]
    mentors: dict[int, str]
    page: int
    pages: int
    total: Progress | None


@dataclass(frozen=True, slots=True)
class Done:
    """A section and how many of its items are achieved and overdue."""

    section: PlanSection
    progress: Progress


@dataclass(frozen=True, slots=True)
class Card:
    """A plan as its reader sees it, with what they may do about it now.

    `asked`: on which side they are asked to agree; `fields`: those that are for their eyes.
    """

    opened: Opened
    sections: tuple[Done, ...]
    progress: Progress
    agreements: tuple[tuple[Agreement, Person | None], ...]
    fields: tuple[PlanField, ...]
    wish: Wish | None
    asked: Side | None
    may_edit: bool
    may_assess: bool
    versions: int


@dataclass(frozen=True, slots=True)
class ItemCard:
    """One item with what its reader may do about it."""

    opened: Opened
    item: Item
    overdue: bool
    may_edit: bool
    may_restore: bool
    may_report: bool
    may_assess: bool


@dataclass(frozen=True, slots=True)
class SectionPage:
    """One page of a section's items."""

    opened: Opened
    section: PlanSection
    items: tuple[Item, ...]
    page: int
    pages: int
    may_edit: bool


async def listing(desk: Desk, page: int = 0) -> Listing:
    """Everybody whose plan the actor may see; Forbidden for a stranger."""
    me = desk.actor.person_id
    if me is None:
        raise Forbidden
    staffed = frozenset(places(desk.actor, Action.SEE_PAIRS))
    own = frozenset({me})
    mentors = own if Role.MENTOR in desk.actor.roles else frozenset[int]()
    mentees = (own if Role.MENTEE in desk.actor.roles else frozenset[int]()) | desk.actor.wards
    page = min(max(page, 0), LAST_PAGE)
    whole = staffed.intersection(places(desk.actor, Action.SEE_SENSITIVE))
    among = Among(whole, mentors, mentees, partly=staffed - whole, open_models=role_models.open_models(desk))
    lines, total = await desk.work.plans.lines(among, desk.today(), offset=page * PAGE, limit=PAGE)
    mentorships = {one.id: one for one in await desk.work.mentorships.many({line.mentorship_id for line in lines})}
    staff = [one.organisation_id for one in mentorships.values() if one.organisation_id in staffed]
    await data_log.note_list(desk, data_log.Look.PLANS, staffed, staff, total)
    wanted = {person for one in mentorships.values() for person in one.people}
    names = {one.id: short_name(one.name) for one in (await desk.work.people.many(wanted)).values()}
    return Listing(
        lines,
        names,
        {one.id: ", ".join(names[person] for person in one.mentors if person in names) for one in mentorships.values()},
        page,
        pages_of(total, PAGE),
        await plans.progress(desk, staffed) if staffed else None,
    )


async def card(desk: Desk, opened: Opened) -> Card:
    """A plan that was found for the actor already."""
    plan = opened.plan
    await data_log.note_mentorship(desk, data_log.Look.PLAN, opened.mentorship, about=plan.person_id)
    today = desk.today(opened.pair.zone)
    agreements = await desk.work.plans.agreements(plan.id, plan.version)
    signers = await desk.work.people.many(one.person_id for one in agreements)
    return Card(
        opened,
        tuple(Done(one, progress([replace(plan, items=plan.section(one.number))], today)) for one in opened.sections),
        progress([plan], today),
        tuple((one, signers.get(one.person_id)) for one in agreements),
        fields(desk, opened),
        await plans_agreement.wish(desk, plan),
        await plans_agreement.side_asked(desk, opened),
        plans.editable(desk, opened),
        may_assess(desk, opened),
        len(await desk.work.plans.versions(plan.id)),
    )


def fields(desk: Desk, opened: Opened) -> tuple[PlanField, ...]:
    """The fields that are for the actor's eyes."""
    everything = plans.sees_everything(desk, opened)
    return tuple(one for one in opened.template.fields if everything or not one.for_staff)


def may_assess(desk: Desk, opened: Opened) -> bool:
    """Whether the actor may grade now."""
    mentorship = opened.mentorship
    return mentorship.state in ASSESSABLE and plans.may(desk, Action.ASSESS_PLAN, mentorship, opened.plan.person_id)


async def section(desk: Desk, plan_id: int, number: int, page: int) -> SectionPage:
    """One page of a section; NotFound for one that is not due in this plan."""
    opened = await plans.find(desk, plan_id)
    found = next((one for one in opened.sections if one.number == number), None)
    if found is None:
        raise NotFound
    items = opened.plan.section(number)
    pages = pages_of(len(items), PAGE)
    page = min(max(page, 0), pages - 1)
    shown = items[page * PAGE : (page + 1) * PAGE]
    return SectionPage(opened, found, shown, page, pages, plans.editable(desk, opened))


async def item(desk: Desk, item_id: int) -> ItemCard:
    """One item of a plan."""
    opened = await plans.find(desk, await plans.plan_id_of_item(desk, item_id))
    found = opened.plan.item(item_id)
    if found is None:
        raise NotFound
    kept = found.removed_at is None
    state = opened.mentorship.state
    return ItemCard(
        opened,
        found,
        found.overdue(desk.today(opened.pair.zone)),
        kept and plans.editable(desk, opened),
        not kept and plans.editable(desk, opened),
        kept and state in ASSESSABLE and plans_results.may_report(desk, opened, found),
        kept and may_assess(desk, opened),
    )


async def removed(desk: Desk, plan_id: int) -> Opened:
    """A plan whose removed items are looked at by somebody who may bring them back."""
    return await plans.find(desk, plan_id, Action.EDIT_PLAN)


async def versions(desk: Desk, plan_id: int) -> tuple[Opened, tuple[Version, ...]]:
    """Every agreed version of a plan, the newest first."""
    opened = await plans.find(desk, plan_id)
    return opened, await desk.work.plans.versions(plan_id)


async def version(desk: Desk, plan_id: int, number: int) -> tuple[Opened, Version]:
    """One agreed version; NotFound if there is none such."""
    opened, known = await versions(desk, plan_id)
    found = next((one for one in known if one.version == number), None)
    if found is None:
        raise NotFound
    return opened, found


def names_fully(desk: Desk, opened: Opened) -> bool:
    """Whether the reader sees whole names: the parties, guardians and curators."""
    mentorship = opened.mentorship
    near = desk.actor.person_id in mentorship.people or bool(desk.actor.wards & {opened.plan.person_id})
    return near or allowed(desk.actor, Action.EDIT_PLAN, Scope.of(mentorship))
