"""Screens of one plan: its sections, an item, the fields, what is done more seldom."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.home_screens import MENU, OPEN, pager
from mentoring.clock import local_date
from mentoring.mentorships import Side
from mentoring.plans import Grade, Item, Plan, PlanState
from messaging.replies import Button, Keyboard, Lines, Say, Show, Style, Text, press
from services.desk import Desk
from services.dialogue_screens import own
from services.keyboards import grid
from services.pairs import full_names
from services.plans import Opened
from services.plans_views import Card, ItemCard, SectionPage

REMOVED, AGREED = Say("plans-removed-toast"), Say("plans-agreed-toast")
MARKS: Mapping[Grade | None, str] = {
    Grade.FULL: "✅",
    Grade.EXCEEDED: "🌟",
    Grade.PARTLY: "🔸",
    Grade.NOT: "❌",
    None: "▫️",
}
LATE = "⏰"
SHORT = 110
"""Characters of a task in a list."""
_ROW = 4
_SECTIONS = 5


# --- one plan --------------------------------------------------------------------------------------------------------


def card(desk: Desk, seen: Card, *, fresh: bool = False) -> Show:
    """A plan with its sections and what may be done about it now. `fresh`: opened from a notice, so it comes below."""
    opened, plan = seen.opened, seen.opened.plan
    lines: list[Text] = [_head(opened), _state(opened, plan)]
    if seen.wish is not None:
        lines.append(Say("plans-wish", {"words": " ".join(seen.wish.words.split())}))
    if plan.kept:
        done = {"done": seen.progress.done, "items": seen.progress.items, "graded": seen.progress.graded}
        lines.append(Say("plans-progress", {**done, "overdue": seen.progress.overdue}))
    lines += [
        Say(
            "plans-section-line",
            {
                "number": each.section.number,
                "name": own(each.section.name),
                "done": each.progress.done,
                "items": each.progress.items,
            },
        )
        for each in seen.sections
    ]
    if plan.assessment and seen.wish is None:  # whole on the screen `more`; a wish is what matters first
        lines.append(Say("plans-assessment-short", {"words": _short(" ".join(plan.assessment.split()), SHORT)}))
    numbers = [
        Button(str(each.section.number), press("plan.section", plan.id, each.section.number, 0))
        for each in seen.sections
    ]
    rows = (*grid(numbers, _SECTIONS), *_steps(seen), _around(seen), _back(seen))
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), rows, fresh=fresh)


def _head(opened: Opened) -> Text:
    mentorship = opened.mentorship
    return Say(
        "plans-head",
        {
            "name": own(opened.template.name),
            "mentee": opened.mentee.name,
            "mentors": full_names(opened.pair.on(Side.MENTOR)),
            "starts": mentorship.starts,
            "ends": mentorship.ends,
        },
    )


def _state(opened: Opened, plan: Plan) -> Text:
    values = {"version": plan.version}
    if plan.state is PlanState.AGREED and plan.agreed_at is not None:
        return Say("plans-state-agreed", {**values, "on": local_date(plan.agreed_at, opened.pair.zone)})
    if plan.state is PlanState.DRAFT and plan.agreed_at is not None:
        return Say("plans-state-redrawn", values)
    return Say(f"plans-state-{plan.state.value}", values)


def _steps(seen: Card) -> Keyboard:
    """To agree or ask for a change; to send it."""
    plan = seen.opened.plan
    if seen.asked is not None:
        good = Button(Say("plans-agree"), press("plan.agree", plan.id, plan.version), style=Style.GOOD)
        return ((good,), (Button(Say("plans-ask-change"), press("plan.change", plan.id, plan.version)),))
    if seen.may_edit and plan.state is PlanState.DRAFT:
        return ((Button(Say("plans-send"), press("plan.send", plan.id), style=Style.MAIN),),)
    return ()


def _around(seen: Card) -> tuple[Button, ...]:
    number = seen.opened.plan.id
    fields_ = (Button(Say("plans-fields"), press("plan.fields", number)),) if seen.fields else ()
    return (*fields_, Button(Say("plans-more"), press("plan.more", number)))


def _back(seen: Card) -> tuple[Button, ...]:
    return (
        Button(Say("plans-to-list"), press("plan.list")),
        Button(Say("plans-to-pair"), press("pair.open", seen.opened.mentorship.id)),
        *OPEN,
    )


def more(desk: Desk, seen: Card) -> Show:
    """What is done more seldom: the paper, versions, removed items, the assessment of the whole."""
    plan = seen.opened.plan
    rows: list[tuple[Button, ...]] = [(Button(Say("plans-paper"), press("plan.paper", plan.id)),)]
    if seen.may_assess:
        rows.append((Button(Say("plans-assess"), press("plan.assess", plan.id)),))
    if seen.versions:
        versions = Button(Say("plans-versions", {"count": seen.versions}), press("plan.versions", plan.id))
        rows.append((versions,))
    if seen.may_edit and plan.removed:
        removed = Button(Say("plans-removed", {"count": len(plan.removed)}), press("plan.removed", plan.id, 0))
        rows.append((removed,))
    lines: list[Text] = [_head(seen.opened), _state(seen.opened, plan)]
    for one, person in seen.agreements:
        said = {"who": person.name if person else "…", "on": local_date(one.agreed_at, seen.opened.pair.zone)}
        lines.append(Say(f"plans-signed-{one.side}", said))
    if plan.assessment:
        lines.append(Say("plans-assessment", {"words": plan.assessment}))
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), (*rows, to_plan(plan.id)))


# --- sections and items ----------------------------------------------------------------------------------------------


def section(desk: Desk, seen: SectionPage) -> Show:
    """One page of a section's items."""
    plan, number = seen.opened.plan, seen.section.number
    today = desk.today(seen.opened.pair.zone)
    lines: list[Text] = [Say("plans-section-head", {"number": number, "name": own(seen.section.name)})]
    lines += [item_line(plan, item, late=item.overdue(today)) for item in seen.items]
    if not seen.items:
        lines.append(Say("plans-section-empty"))
    buttons = [Button(plan.number_of(item), press("plan.item", item.id)) for item in seen.items]
    rows: list[tuple[Button, ...]] = [
        *grid(buttons, _ROW),
        *pager(f"plan.section:{plan.id}:{number}", seen.page, seen.pages),
    ]
    if seen.may_edit and seen.section.free_rows:
        rows.append((Button(Say("plans-add"), press("plan.add", plan.id, number)),))
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines), "\n\n"), (*rows, to_plan(plan.id)))


def item_line(plan: Plan, item: Item, *, late: bool) -> Text:
    """An item in a list: mark, number, the beginning of the task, its day."""
    values = {
        "mark": LATE if late else MARKS[item.grade],
        "number": plan.number_of(item),
        "task": _short(item.task, SHORT),
    }
    return Say("plans-item", values) if item.due is None else Say("plans-item-due", {**values, "due": item.due})


def item(desk: Desk, seen: ItemCard) -> Show:
    """One item, whole, with what its reader may do about it."""
    plan, one = seen.opened.plan, seen.item
    lines: list[Text] = [_item_head(plan, one)]
    if one.removed_at is not None:
        lines.append(Say("plans-item-removed"))
    due = "plans-item-no-day" if one.due is None else "plans-item-late" if seen.overdue else "plans-item-day"
    lines.append(Say(due, {"due": one.due} if one.due else {}))
    lines.append(
        Say("plans-item-expected", {"expected": one.expected}) if one.expected else Say("plans-item-no-expected")
    )
    if one.grade is not None:
        lines.append(
            Say("plans-item-grade", {"mark": MARKS[one.grade], "grade": Say(f"plans-grade-{one.grade.value}")})
        )
    lines += [Say("plans-item-result", {"result": one.result})] if one.result else []
    lines += [Say("plans-item-assessment", {"assessment": one.assessment})] if one.assessment else []
    rows = (*_results(seen), *_changes(seen), _to_section(plan, one))
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines), "\n\n"), rows)


def _item_head(plan: Plan, one: Item) -> Text:
    """A removed item has no number any more: only its section."""
    if one.removed_at is not None:
        return removed_line(one, one.task)
    return Say("plans-item-head", {"number": plan.number_of(one), "task": one.task})


def removed_line(one: Item, task: str | None = None) -> Text:
    """A removed item by its section. `task`: its text, shortened for a list if not given."""
    words = task if task is not None else _short(one.task, SHORT)
    return Say("plans-item-head-removed", {"section": one.section, "task": words})


def _results(seen: ItemCard) -> Keyboard:
    if seen.may_assess:
        return ((Button(Say("plans-grade"), press("plan.grade", seen.item.id), style=Style.MAIN),),)
    if seen.may_report:
        return ((Button(Say("plans-report"), press("plan.report", seen.item.id), style=Style.MAIN),),)
    return ()


def _changes(seen: ItemCard) -> Keyboard:
    """Edit, move, remove; of a removed one, bring it back."""
    number = seen.item.id
    if seen.may_edit:
        return (
            (
                Button(Say("plans-edit-task"), press("plan.edit", number, "task")),
                Button(Say("plans-edit-due"), press("plan.edit", number, "due")),
            ),
            (Button(Say("plans-edit-expected"), press("plan.edit", number, "expected")),),
            (
                Button("▲", press("plan.move", number, "up")),
                Button("▼", press("plan.move", number, "down")),
                Button(Say("plans-remove"), press("plan.remove", number)),
            ),
        )
    if seen.may_restore:
        return ((Button(Say("plans-restore"), press("plan.restore", number)),),)
    return ()


def _to_section(plan: Plan, one: Item) -> tuple[Button, ...]:
    return (Button(Say("plans-to-section"), press("plan.section", plan.id, one.section, 0)),)


def fields(desk: Desk, seen: Card) -> Show:
    """The texts besides the table, each with a button for who may edit."""
    plan = seen.opened.plan
    lines: list[Text] = [Say("plans-fields-head")]
    rows: list[tuple[Button, ...]] = []
    for place, one in enumerate(seen.fields, 1):
        text = plan.fields.get(one.id)
        value: Text = _short(text, 1500 // len(seen.fields)) if text else Say("plans-field-empty")
        lines.append(Say("plans-field", {"number": place, "name": own(one.name), "text": value}))
        lines += [Say("plans-field-staff")] if one.for_staff else []
    if seen.may_edit:
        buttons = [
            Button(Say("plans-field-edit", {"number": place}), press("plan.field", plan.id, one.id))
            for place, one in enumerate(seen.fields, 1)
        ]
        rows += grid(buttons, 2)
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines), "\n\n"), (*rows, to_plan(plan.id)))


# --- what comes of a press -------------------------------------------------------------------------------------------


def sent(*, reached: bool) -> Say:
    """Whether anybody has got the question."""
    return Say("plans-sent-toast" if reached else "plans-sent-nobody")


def to_plan(plan_id: int) -> tuple[Button, ...]:
    """The row that leads to the plan and home."""
    return (Button(Say("plans-back"), press("plan.show", plan_id)), *OPEN)


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
