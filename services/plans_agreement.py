"""The plan goes to the mentee, who agrees or asks for a change in words; what both agree to is kept as a version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.access import Action
from mentoring.errors import Forbidden, Stale
from mentoring.mentorships import Side
from mentoring.plans import EDITABLE, Plan, PlanState, agreed, returned, sent
from mentoring.roles import Role
from messaging.replies import Button, Replies, Say, Show, Style, press
from services import dialogue, notices, plans
from services.desk import Desk
from services.dialogue_screens import done
from services.plans import Opened
from services.plans_editing import PLAN, stored, to_plan
from surveys.path import Value
from surveys.record import Record, Subject

SENT, AGREED, CHANGE_ASKED = "plan_sent", "plan_agreed", "plan_change_asked"
"""Events of a plan's trail."""


@dataclass(frozen=True, slots=True)
class Wish:
    """The change that the other side asked for, in their words."""

    words: str


async def send(desk: Desk, plan_id: int) -> tuple[Opened, bool]:
    """The mentor signs and asks the mentee; whether anybody could be reached who may agree.

    Raises Stale if it was sent already or has no items.
    """
    opened = await plans.hold(desk, plan_id, Action.EDIT_PLAN)
    plan, mentor = opened.plan, desk.actor.person_id
    if plan.state is not PlanState.DRAFT:
        raise Stale("plans-refusal-sent")
    if not plan.kept:
        raise Stale("plans-refusal-empty")
    if mentor in opened.mentorship.mentors and mentor is not None:
        await desk.work.plans.agree(plan, mentor, Side.MENTOR)
    await stored(desk, plan, sent(plan, desk.now))
    await _note(desk, opened, SENT)
    return await plans.find(desk, plan_id), await _ask(desk, opened)


async def _ask(desk: Desk, opened: Opened) -> bool:
    """The mentee; for one without Telegram the guardians and the curators. The mentors, if the curator has sent it."""
    plan, mentee = opened.plan, opened.mentee
    who = actor_name(desk)
    await _tell_mentors(desk, opened, Say("plans-told-sent-sign", {"who": who, "mentee": mentee.name}))
    if mentee.telegram_id is not None:
        said = Say("plans-told-sent-again" if plan.version > 1 else "plans-told-sent", {"who": who})
        return await _tell(desk, opened, mentee.id, said)
    reached = False
    for person_id in await _deputies(desk, opened):
        said = Say("plans-told-sent-for", {"who": who, "mentee": mentee.name})
        reached = await _tell(desk, opened, person_id, said) or reached
    return reached


async def _deputies(desk: Desk, opened: Opened) -> tuple[int, ...]:
    """Who may agree for a mentee without Telegram, but the actor."""
    guardians = [one.guardian_id for one in await desk.work.guardianships.of_child(opened.mentee.id)]
    curators = await desk.work.memberships.holders(Role.CURATOR, opened.mentorship.organisation_id)
    people = dict.fromkeys([*guardians, *(one.person_id for one in curators)])
    return tuple(one for one in people if one != desk.actor.person_id)


async def agree(desk: Desk, plan_id: int, version: int) -> Opened:
    """Whoever has not signed yet agrees to a version. Raises Stale if it is not asked of them (any more)."""
    opened, side = await _asked(desk, plan_id, version)
    plan = opened.plan
    signer = opened.mentee.id if side is Side.MENTEE else desk.actor.person_id or 0
    await desk.work.plans.agree(plan, signer, side)
    if len(await signed(desk, plan)) == len(Side):
        await stored(desk, plan, agreed(plan, desk.now))
        await desk.work.plans.keep_version(agreed(plan, desk.now))
    await _note(desk, opened, AGREED)
    after = await plans.find(desk, plan_id)
    key = "plans-told-agreed-both" if after.plan.state is PlanState.AGREED else "plans-told-agreed"
    name = opened.mentee.name if side is Side.MENTEE else actor_name(desk)
    await _tell_mentors(desk, opened, Say(key, {"who": name}))
    if side is Side.MENTOR:
        await _tell(desk, opened, opened.mentee.id, Say(key, {"who": name}))
    return after


async def signed(desk: Desk, plan: Plan) -> frozenset[Side]:
    """The sides that have agreed to the plan's present version."""
    return frozenset(Side(one.side) for one in await desk.work.plans.agreements(plan.id, plan.version))


async def side_asked(desk: Desk, opened: Opened) -> Side | None:
    """On which side the actor is asked to agree now; None if they are not."""
    if opened.plan.state is not PlanState.SENT or opened.mentorship.state not in EDITABLE:
        return None
    known = await signed(desk, opened.plan)
    if Side.MENTOR not in known and desk.actor.person_id in opened.mentorship.mentors:
        return Side.MENTOR
    if Side.MENTEE not in known and plans.may_agree(desk, opened.mentorship, opened.mentee):
        return Side.MENTEE
    return None


async def begin_change(desk: Desk, plan_id: int, version: int) -> Show:
    """The form that asks what should be different."""
    opened, _ = await _asked(desk, plan_id, version)
    return await dialogue.begin(
        desk,
        "plan-change",
        subject=Subject(PLAN, plan_id),
        organisation_id=opened.mentorship.organisation_id,
        facts={"version": version},
    )


async def ask_change(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `plans.ask_change`: the plan goes back to the mentor with the words."""
    plan_id, words = record.about(PLAN) or 0, str(answers["words"])
    opened, _ = await _asked(desk, plan_id, int(str(record.facts["version"])))
    await desk.work.plans.withdraw(opened.plan)
    await stored(desk, opened.plan, returned(opened.plan, desk.now))
    await _note(desk, opened, CHANGE_ASKED, words)
    await _tell_mentors(desk, opened, Say("plans-told-change", {"who": actor_name(desk), "words": words}))
    return (done(record, Say("plans-change-sent"), (to_plan(plan_id),)),)


async def wish(desk: Desk, plan: Plan) -> Wish | None:
    """What was asked to be changed, while it waits to be done."""
    if plan.state is not PlanState.DRAFT:
        return None
    last = await desk.work.trail.last(PLAN, plan.id)
    if last is None or last.event != CHANGE_ASKED:
        return None
    return Wish(str(last.details.get("words", "")))


async def _asked(desk: Desk, plan_id: int, version: int) -> tuple[Opened, Side]:
    """A plan that waits for the agreement of whom the actor is or answers for. Raises Forbidden, Stale."""
    opened = await plans.hold(desk, plan_id, Action.SEE_PLAN)
    mentor = desk.actor.person_id in opened.mentorship.mentors
    if not mentor and not plans.may_agree(desk, opened.mentorship, opened.mentee):
        raise Forbidden
    plan = opened.plan
    if opened.mentorship.state not in EDITABLE:
        raise Stale("plans-refusal-closed")
    side = await side_asked(desk, opened)
    if plan.version != version or plan.state is PlanState.DRAFT:
        raise Stale("plans-refusal-rewritten")
    if side is None:
        raise Stale("plans-refusal-agreed")
    return opened, side


async def _tell_mentors(desk: Desk, opened: Opened, said: Say) -> None:
    for mentor in opened.mentorship.mentors:
        if mentor != desk.actor.person_id:
            await _tell(desk, opened, mentor, said)


async def _tell(desk: Desk, opened: Opened, person_id: int, said: Say) -> bool:
    button = Button(Say("plans-open"), press("plan.card", opened.plan.id), style=Style.MAIN)
    return await notices.to(desk, person_id, said, keyboard=((button,),), slot=f"plan:{opened.plan.id}")


def actor_name(desk: Desk) -> str:
    """Full name of whoever acts."""
    return desk.actor.person.name if desk.actor.person is not None else ""


async def _note(desk: Desk, opened: Opened, event: str, words: str | None = None) -> None:
    details: dict[str, object] = {"version": opened.plan.version, **({"words": words} if words else {})}
    await desk.work.trail.add(
        PLAN,
        opened.plan.id,
        event,
        actor_id=desk.actor.person_id,
        organisation_id=opened.mentorship.organisation_id,
        details=details,
    )
