"""What became of a plan: what the mentee has done, the mentor's grade and assessment of an item and of the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mentoring.access import Action
from mentoring.errors import Stale
from mentoring.plans import Grade, Item, stamp
from messaging.replies import Button, Replies, Say, Show, press
from services import dialogue, notices, plans
from services.desk import Desk
from services.dialogue_screens import done
from services.plans import Opened
from services.plans_agreement import actor_name
from services.plans_editing import ITEM, PLAN, held_item, item_ways, stored, text, to_plan
from surveys.path import Value
from surveys.record import Record, Subject


async def begin_report(desk: Desk, item_id: int) -> Show:
    """The form in which the mentee (or the curator for them) writes what was done."""
    opened, item = await held_item(desk, item_id, Action.REPORT_PLAN)
    _expect_ungraded(item)
    return await dialogue.begin(
        desk,
        "plan-report",
        subject=Subject(ITEM, item_id),
        organisation_id=opened.mentorship.organisation_id,
        facts={"stamp": item.outcome_stamp},
    )


async def report(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `plans.report`: the mentors hear of it and may grade it."""
    opened, item = await held_item(desk, record.about(ITEM) or 0, Action.REPORT_PLAN)
    _expect_ungraded(item)
    _expect_same(record, item)
    after = replace(item, result=str(answers["result"]))
    await desk.work.plans.change_item(after)
    said = Say("plans-told-report", {"who": actor_name(desk), "task": item.task, "result": after.result})
    button = Button(Say("plans-grade"), press("plan.grade", item.id))
    for mentor in opened.mentorship.mentors:
        if mentor != desk.actor.person_id:
            row = (button, Button(Say("plans-open"), press("plan.card", item.plan_id)))
            await notices.to(desk, mentor, said, keyboard=(row,), slot=f"plan:{item.plan_id}")
    return (done(record, Say("plans-reported"), item_ways(after)),)


async def begin_grade(desk: Desk, item_id: int) -> Show:
    """The form in which the mentor grades an item."""
    opened, item = await held_item(desk, item_id, Action.ASSESS_PLAN)
    return await dialogue.begin(
        desk,
        "plan-grade",
        subject=Subject(ITEM, item_id),
        organisation_id=opened.mentorship.organisation_id,
        facts={"stamp": item.outcome_stamp},
    )


async def grade(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `plans.grade`: what is passed over stays as it was."""
    _, item = await held_item(desk, record.about(ITEM) or 0, Action.ASSESS_PLAN)
    _expect_same(record, item)
    after = replace(
        item,
        grade=Grade(str(answers["grade"])),
        result=text(answers.get("described")) or text(answers.get("result")) or item.result,
        assessment=text(answers.get("assessment")) or item.assessment,
        graded_by=desk.actor.person_id,
        graded_at=desk.now,
    )
    await desk.work.plans.change_item(after)
    return (done(record, Say("plans-graded"), item_ways(after)),)


async def begin_assessment(desk: Desk, plan_id: int) -> Show:
    """The form for the mentor's assessment of the whole plan."""
    opened = await plans.hold(desk, plan_id, Action.ASSESS_PLAN)
    return await dialogue.begin(
        desk,
        "plan-assessment",
        subject=Subject(PLAN, plan_id),
        organisation_id=opened.mentorship.organisation_id,
        facts={"stamp": stamp(opened.plan.assessment)},
    )


async def assess(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `plans.assess`: the mentee hears of it."""
    opened = await plans.hold(desk, record.about(PLAN) or 0, Action.ASSESS_PLAN)
    plan = opened.plan
    if stamp(plan.assessment) != record.facts.get("stamp"):
        raise Stale("plans-refusal-edited", task=plan.assessment or "")
    words = str(answers["words"])
    await stored(desk, plan, replace(plan, assessment=words, closed_at=desk.now, changed_at=desk.now))
    await _tell_mentee(desk, opened, words)
    return (done(record, Say("plans-assessed"), (to_plan(plan.id),)),)


async def _tell_mentee(desk: Desk, opened: Opened, words: str) -> None:
    said = Say("plans-told-assessed", {"who": actor_name(desk), "words": words})
    keyboard = plans.open_button(opened.plan)
    await notices.to(desk, opened.mentee.id, said, keyboard=keyboard, slot=f"plan:{opened.plan.id}")


def may_report(desk: Desk, opened: Opened, item: Item) -> bool:
    """Whether the actor may write what was done; mentors do it while grading."""
    mentor = desk.actor.person_id in opened.mentorship.mentors
    return (
        not mentor
        and item.grade is None
        and plans.may(desk, Action.REPORT_PLAN, opened.mentorship, opened.plan.person_id)
    )


def _expect_ungraded(item: Item) -> None:
    if item.grade is not None:
        raise Stale("plans-refusal-graded")


def _expect_same(record: Record, item: Item) -> None:
    """Somebody else may have written or graded since the form was begun."""
    if item.outcome_stamp != record.facts.get("stamp"):
        raise Stale("plans-refusal-edited", task=item.result or "")
