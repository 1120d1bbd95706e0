"""Individual development plans: who may do what with one, whether a mentorship has its plans, totals, hand-over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mentoring.access import Action, Scope, allowed
from mentoring.clock import local_date
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.mentorships import Mentorship
from mentoring.people import Person
from mentoring.plans import ASSESSABLE, EDITABLE, Plan, PlanState, Progress, is_new_hire
from messaging.replies import Button, Keyboard, Say, press
from programmes.parts import PlanSection, PlanTemplate
from services import pairs
from services.desk import Desk
from services.pairs import Pair
from services.role_models import lives_by_model


@dataclass(frozen=True, slots=True)
class Opened:
    """A plan with its mentorship, its mentee and the template it was made from."""

    plan: Plan
    pair: Pair
    template: PlanTemplate
    mentee: Person

    @property
    def mentorship(self) -> Mentorship:
        return self.pair.mentorship

    @property
    def sections(self) -> tuple[PlanSection, ...]:
        """Those that are due: the one for new hires only where it is filled in, or the mentee was hired lately."""
        return tuple(one for one in self.template.sections if not one.new_hires_only or self._fills(one.number))

    def _fills(self, number: int) -> bool:
        on = local_date(self.plan.created_at, self.pair.zone)
        return bool(self.plan.section(number)) or is_new_hire(self.mentee.profile.hired_here, on)


@dataclass(frozen=True, slots=True)
class Ready:
    """How far the plans of one mentorship are: the ground of its order. `mentees` without a template need none."""

    mentees: int
    drawn_up: int
    agreed: int
    needed: bool

    @property
    def complete(self) -> bool:
        """Whether every mentee has a plan that both sides have agreed to, or the programme has none for them."""
        return not self.needed or self.agreed >= self.mentees


# --- rights ----------------------------------------------------------------------------------------------------------


def may(desk: Desk, action: Action, mentorship: Mentorship, person_id: int) -> bool:
    """Whether the actor may do it with this mentee's plan: neither another mentee of a group nor whose guardian.

    A plan by a sensitive role model says what it is about, so that whoever may not know that may not read it.
    """
    actor = replace(desk.actor, wards=desk.actor.wards & {person_id})
    scope = replace(Scope.of(mentorship), mentees=frozenset({person_id}))
    return allowed(actor, action, scope) and lives_by_model(desk, mentorship, person_id)


def may_agree(desk: Desk, mentorship: Mentorship, mentee: Person) -> bool:
    """The mentee; for one without Telegram, whoever may enter things for them: a guardian or the curator."""
    if desk.actor.person_id == mentee.id:
        return may(desk, Action.AGREE_PLAN, mentorship, mentee.id)
    if mentee.telegram_id is not None:
        return False
    return allowed(desk.actor, Action.ENTER_FOR_ANOTHER, Scope(mentorship.organisation_id, mentee.id))


def sees_everything(desk: Desk, opened: Opened) -> bool:
    """Mentors and staff read the fields that are not for the mentee, too."""
    mentorship = opened.mentorship
    return desk.actor.person_id in mentorship.mentors or allowed(desk.actor, Action.SEE_PAIRS, Scope.of(mentorship))


def editable(desk: Desk, opened: Opened) -> bool:
    """Whether the actor may change its content now."""
    mentorship = opened.mentorship
    return mentorship.state in EDITABLE and may(desk, Action.EDIT_PLAN, mentorship, opened.plan.person_id)


# --- finding ---------------------------------------------------------------------------------------------------------


async def find(desk: Desk, plan_id: int, action: Action = Action.SEE_PLAN) -> Opened:
    """A plan for somebody who may do `action` with it. Raises NotFound, Forbidden."""
    return await _opened(desk, await desk.work.plans.get(plan_id), action)


async def hold(desk: Desk, plan_id: int, action: Action) -> Opened:
    """The same for a change; Stale where the mentorship's state does not allow it any more."""
    opened = await _opened(desk, await desk.work.plans.hold(plan_id), action)
    states = EDITABLE if action is Action.EDIT_PLAN else ASSESSABLE
    if action is not Action.SEE_PLAN and opened.mentorship.state not in states:
        raise Stale("plans-refusal-closed" if action is Action.EDIT_PLAN else "plans-refusal-not-active")
    return opened


async def plan_id_of_item(desk: Desk, item_id: int) -> int:
    """The plan that an item stands in; NotFound if there is none such."""
    found = await desk.work.plans.plan_of_item(item_id)
    if found is None:
        raise NotFound
    return found


async def _opened(desk: Desk, plan: Plan | None, action: Action) -> Opened:
    if plan is None:
        raise NotFound
    mentorship = await pairs.find(desk, plan.mentorship_id)
    if not may(desk, action, mentorship, plan.person_id):
        raise Forbidden
    return await around(desk, plan, mentorship)


async def around(desk: Desk, plan: Plan, mentorship: Mentorship) -> Opened:
    """A plan with everything around it; NotFound where the programme has its template no more."""
    pair = await pairs.pair_of(desk, mentorship)
    mentee = pair.people.get(plan.person_id)
    template = next((one for one in desk.programme.plans if one.id == plan.template), None)
    if mentee is None or template is None:
        raise NotFound
    return Opened(plan, pair, template, mentee)


def open_button(plan: Plan) -> Keyboard:
    """The way from a notice to the plan."""
    return ((Button(Say("plans-open"), press("plan.card", plan.id)),),)


# --- for other slices ------------------------------------------------------------------------------------------------


async def ready(desk: Desk, mentorship_id: int) -> Ready:
    """How far the plans of a mentorship are. Call it authorised."""
    mentorship = await pairs.find(desk, mentorship_id)
    states = await desk.work.plans.drawn_up(mentorship_id)
    theirs = [states[person] for person in mentorship.mentees if person in states]
    return Ready(
        mentees=len(mentorship.mentees),
        drawn_up=len(theirs),
        agreed=sum(state is PlanState.AGREED for state in theirs),
        needed=desk.programme.plan_for(mentorship.form, mentorship.role_model) is not None,
    )


async def progress(desk: Desk, organisations: Iterable[int], mentorship_id: int | None = None) -> Progress:
    """How far the plans of open mentorships of these organisations are (or of one of them). Call it authorised."""
    return await desk.work.plans.progress(organisations, desk.today(), mentorship_id)


async def carry_over(desk: Desk, old_mentorship_id: int, new_mentorship_id: int) -> int:
    """Copies the plans of an ended mentorship to the one that goes on with it; returns how many. Call it authorised.

    Items keep their grades and results, agreed versions go along; the new mentor and the mentee agree to a new version.
    """
    new = await pairs.find(desk, new_mentorship_id)
    many = 0
    for plan in await desk.work.plans.of_mentorships([old_mentorship_id]):
        known = await desk.work.plans.of(new.id, plan.person_id)
        if plan.person_id not in new.mentees or known is not None:
            continue
        versions = await desk.work.plans.versions(plan.id)
        version = max((one.version for one in versions), default=0) + 1
        copied = replace(
            plan,
            mentorship_id=new.id,
            state=PlanState.DRAFT,
            version=version,
            created_by=desk.actor.person_id or plan.created_by,
            changed_at=desk.now,
            assessment=None,
            closed_at=None,
        )
        await desk.work.plans.copy_versions(plan.id, await desk.work.plans.add(copied))
        many += 1
    return many
