"""Changing what a plan says, item by item: each change is conditional on what the editor saw when they began."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from mentoring.access import Action
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.plans import Item, Plan, neighbour, next_place, rewritten, stamp
from messaging.replies import Button, Replies, Say, Show, press
from services import dialogue, plans
from services.desk import Asked, Desk
from services.dialogue_screens import done
from services.plans import Opened
from surveys.path import Value
from surveys.record import Record, Subject

ITEM, PLAN = "plan_item", "plan"
"""Subjects of forms."""
FORMS = {"task": "plan-task", "due": "plan-due", "expected": "plan-expected"}
"""What of an item can be changed, and by which form."""
TELLING = (*FORMS.values(), "plan-field", "plan-report", "plan-grade", "plan-assessment")
"""Forms that show what stands in the plan now."""
MOST_ITEMS = 30
"""Rows of one section: a plan stays readable and its paper short."""


# --- one item --------------------------------------------------------------------------------------------------------


async def begin_edit(desk: Desk, item_id: int, what: str) -> Show:
    """The form for a task, a due date or a planned result; `what` is one of `FORMS`."""
    opened, item = await held_item(desk, item_id, Action.EDIT_PLAN)
    return await dialogue.begin(
        desk,
        FORMS[what],
        subject=Subject(ITEM, item_id),
        organisation_id=opened.mentorship.organisation_id,
        facts={"stamp": item.stamp},
    )


async def set_task(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `plans.task`."""
    return await _set(desk, record, task=str(answers["task"]))


async def set_due(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `plans.due`; without an answer the item has no day."""
    return await _set(desk, record, due=day(answers.get("due")))


async def set_expected(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `plans.expected`; without an answer it is left open."""
    return await _set(desk, record, expected=text(answers.get("expected")))


async def _set(desk: Desk, record: Record, **changes: str | date | None) -> Replies:
    opened, item = await held_item(desk, record.about(ITEM) or 0, Action.EDIT_PLAN)
    if item.stamp != record.facts.get("stamp"):
        raise Stale("plans-refusal-edited", task=item.task)
    after = replace(item, **changes)  # type: ignore[arg-type]
    return (done(record, *await _written(desk, opened, after)),)


async def _written(desk: Desk, opened: Opened, after: Item) -> tuple[Say, tuple[tuple[Button, ...], ...]]:
    """Store a changed item; what to say, and the way back to it."""
    agreed_before = opened.plan.version
    plan = await rewrite(desk, opened.plan)
    await desk.work.plans.change_item(after)
    said = Say("plans-saved" if plan.version == agreed_before else "plans-saved-anew", {"version": plan.version})
    return said, item_ways(after)


async def remove(desk: Desk, item_id: int) -> Opened:
    """An item counts no more; it can be brought back. Stale if it was removed already."""
    opened, item = await held_item(desk, item_id, Action.EDIT_PLAN)
    return await _store(desk, opened, replace(item, removed_at=desk.now))


async def restore(desk: Desk, item_id: int) -> Opened:
    """A removed item comes back, at the end of its section."""
    opened = await plans.hold(desk, await plans.plan_id_of_item(desk, item_id), Action.EDIT_PLAN)
    item = opened.plan.item(item_id)
    if item is None or item.removed_at is None:
        raise Stale("plans-refusal-restored")
    place = next_place(opened.plan, item.section)
    return await _store(desk, opened, replace(item, removed_at=None, place=place))


async def move(desk: Desk, item_id: int, step: int) -> Opened:
    """An item changes places with the one before (-1) or behind (1) it; Stale at the edge."""
    opened, item = await held_item(desk, item_id, Action.EDIT_PLAN)
    other = neighbour(opened.plan, item, step)
    if other is None:
        raise Stale("plans-refusal-edge")
    await desk.work.plans.change_item(replace(other, place=item.place))
    return await _store(desk, opened, replace(item, place=other.place))


async def _store(desk: Desk, opened: Opened, after: Item) -> Opened:
    await rewrite(desk, opened.plan)
    await desk.work.plans.change_item(after)
    return await plans.find(desk, opened.plan.id)


# --- a free row ------------------------------------------------------------------------------------------------------


async def begin_add(desk: Desk, plan_id: int, section: int) -> Show:
    """The form for a free row of a section. Raises Forbidden for a section without free rows, or not due."""
    opened = await plans.hold(desk, plan_id, Action.EDIT_PLAN)
    _expect_room(opened, section)
    return await dialogue.begin(
        desk,
        "plan-row",
        subject=Subject(PLAN, plan_id),
        organisation_id=opened.mentorship.organisation_id,
        facts={"section": section},
    )


async def add(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `plans.add`."""
    opened = await plans.hold(desk, record.about(PLAN) or 0, Action.EDIT_PLAN)
    section = int(str(record.facts["section"]))
    _expect_room(opened, section)
    await rewrite(desk, opened.plan)
    item = Item(
        id=0,
        plan_id=opened.plan.id,
        section=section,
        place=next_place(opened.plan, section),
        task=str(answers["task"]),
        due=day(answers.get("due")),
        expected=text(answers.get("expected")),
    )
    item = replace(item, id=await desk.work.plans.add_item(item))
    return (done(record, Say("plans-added"), item_ways(item)),)


def _expect_room(opened: Opened, number: int) -> None:
    section = next((one for one in opened.sections if one.number == number), None)
    if section is None or not section.free_rows:
        raise Forbidden
    if len(opened.plan.section(number)) >= MOST_ITEMS:
        raise Stale("plans-refusal-full", most=MOST_ITEMS)


# --- fields ----------------------------------------------------------------------------------------------------------


async def begin_field(desk: Desk, plan_id: int, name: str) -> Show:
    """The form for a field: goal, resources, information note."""
    opened = await plans.hold(desk, plan_id, Action.EDIT_PLAN)
    _expect_field(opened, name)
    return await dialogue.begin(
        desk,
        "plan-field",
        subject=Subject(PLAN, plan_id),
        organisation_id=opened.mentorship.organisation_id,
        facts={"field": name, "stamp": stamp(opened.plan.fields.get(name))},
    )


async def set_field(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `plans.field`. What is not for the mentee is not agreed upon, so it makes no new version."""
    opened = await plans.hold(desk, record.about(PLAN) or 0, Action.EDIT_PLAN)
    plan, name = opened.plan, str(record.facts["field"])
    _expect_field(opened, name)
    if stamp(plan.fields.get(name)) != record.facts.get("stamp"):
        raise Stale("plans-refusal-edited", task=plan.fields.get(name, ""))
    field = opened.template.field(name)
    written = replace(plan, changed_at=desk.now) if field and field.for_staff else rewritten(plan, desk.now)
    await stored(desk, plan, replace(written, fields={**plan.fields, name: str(answers["text"])}))
    back = Button(Say("plans-fields-back"), press("plan.fields", plan.id))
    return (done(record, Say("plans-field-saved"), ((back,), to_plan(plan.id))),)


def _expect_field(opened: Opened, name: str) -> None:
    if opened.template.field(name) is None:
        raise NotFound


# --- what forms say --------------------------------------------------------------------------------------------------


async def facts(desk: Desk, asked: Asked) -> Mapping[str, object]:
    """What a form shows of the present text, read anew each time: it is kept nowhere but in the plan."""
    subject = asked.subject
    if subject is None:
        return {}
    plan_id = await desk.work.plans.plan_of_item(subject.id) if subject.kind == ITEM else subject.id
    plan = await desk.work.plans.get(plan_id or 0)
    mentorship = await desk.work.mentorships.get(plan.mentorship_id) if plan is not None else None
    if plan is None or mentorship is None or not plans.may(desk, Action.SEE_PLAN, mentorship, plan.person_id):
        return {}
    if subject.kind == PLAN:
        return await _field_facts(desk, plan, str(asked.facts.get("field", "")))
    item = plan.item(subject.id)
    if item is None:
        return {}
    return {
        "task": item.task,
        "expected": item.expected or "—",
        "result": item.result or "—",
        "reported": bool(item.result),
    }


async def _field_facts(desk: Desk, plan: Plan, name: str) -> Mapping[str, object]:
    template = next((one for one in desk.programme.plans if one.id == plan.template), None)
    field = template.field(name) if template is not None else None
    if field is None:
        return {"now": plan.assessment or "—"}
    language = desk.actor.language
    hint = field.hint.text(language) if field.hint is not None else ""
    return {"name": field.name.text(language), "about": hint, "now": plan.fields.get(name) or "—"}


# --- shared ----------------------------------------------------------------------------------------------------------


async def held_item(desk: Desk, item_id: int, action: Action) -> tuple[Opened, Item]:
    """A plan held for a change and an item of it that counts. Raises Stale for a removed one."""
    opened = await plans.hold(desk, await plans.plan_id_of_item(desk, item_id), action)
    item = opened.plan.item(item_id)
    if item is None or item.removed_at is not None:
        raise Stale("plans-refusal-removed")
    return opened, item


async def rewrite(desk: Desk, plan: Plan) -> Plan:
    """The plan becomes a draft, of a new version if this one was agreed to; what was signed counts no more."""
    after = rewritten(plan, desk.now)
    if after.version == plan.version:
        await desk.work.plans.withdraw(plan)
    await stored(desk, plan, after)
    return after


async def stored(desk: Desk, before: Plan, after: Plan) -> None:
    """Stale if somebody was quicker."""
    if not await desk.work.plans.change(before, after):
        raise Stale("plans-refusal-changed")


def item_ways(item: Item) -> tuple[tuple[Button, ...], ...]:
    """On to the item and to its plan."""
    return ((Button(Say("plans-item-back"), press("plan.item", item.id)),), to_plan(item.plan_id))


def to_plan(plan_id: int) -> tuple[Button, ...]:
    """The row that leads to the plan."""
    return (Button(Say("plans-back"), press("plan.show", plan_id)), Button(Say("menu-button"), press("menu.open")))


def day(value: Value | None) -> date | None:
    """An answer to a question for a day."""
    return date.fromisoformat(value) if isinstance(value, str) and value else None


def text(value: Value | None) -> str | None:
    """An answer to a question for words; None where it was passed over."""
    return value.strip() or None if isinstance(value, str) else None
