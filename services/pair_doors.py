"""What the card of a mentorship offers its viewer now, the main things first."""

from __future__ import annotations

from enum import StrEnum

from mentoring import hand_over
from mentoring.access import Action, Scope, allowed
from mentoring.mentorships import OPEN_STATES, Mentorship, MentorshipState
from services import leaving, observations, papers
from services.desk import Desk
from services.role_models import lives_by_model


class Do(StrEnum):
    """What may be done with a mentorship, or looked at."""

    AGREE = "agree"
    REFUSE = "refuse"
    ORDER = "order"
    PLAN = "plan"
    ACCEPT = "accept"
    KEEP = "keep"
    COMPLETE = "complete"
    END = "end"
    RELEASE = "release"
    MEETINGS = "meetings"
    DEVELOPMENT = "development"
    TASKS = "tasks"
    HELP = "help"
    HEALTH = "health"
    ADULTS = "adults"
    PAPERS = "papers"
    CHANGE = "change"
    OUTCOMES = "outcomes"
    COMPATIBILITY = "compatibility"
    DIARY = "diary"
    CLOSING = "closing"
    HAND_OVER = "hand_over"
    TRAIL = "trail"
    LEAVE = "leave"
    STOP = "stop"


def doors(desk: Desk, mentorship: Mentorship, *, asked: bool, adults: bool) -> tuple[Do, ...]:
    """Everything the actor may do or look at. `asked`: somebody wants out; `adults`: there are some beside it."""
    found = {
        *_deciding(desk, mentorship, asked=asked),
        *_working(desk, mentorship),
        *_looking(desk, mentorship, adults=adults),
    }
    return tuple(one for one in Do if one in found)


def _deciding(desk: Desk, mentorship: Mentorship, *, asked: bool) -> list[Do]:
    """Steps of its life."""
    scope, state = Scope.of(mentorship), mentorship.state
    may = _answers(desk, mentorship) if state is MentorshipState.PROPOSED else []
    if state is MentorshipState.AGREED and allowed(desk.actor, Action.FIX_MENTORSHIP, scope):
        may.append(Do.ORDER)
    if state is MentorshipState.ACTIVE and allowed(desk.actor, Action.COMPLETE_MENTORSHIP, scope):
        may.append(Do.COMPLETE)
    if allowed(desk.actor, Action.END_MENTORSHIP, scope):
        may += [Do.ACCEPT, Do.KEEP] if asked else []
        may += [Do.END] if state in OPEN_STATES else []
        unreleased = mentorship.activated_at is not None and mentorship.end_order is None
        may += [Do.RELEASE] if state is MentorshipState.ENDED_EARLY and unreleased else []
    if state in hand_over.ONGOING and allowed(desk.actor, Action.HAND_OVER, scope):
        may.append(Do.HAND_OVER)
    wish = leaving.may_ask(desk, mentorship)
    if wish is None or asked:
        return may
    return [*may, Do.STOP if wish is leaving.Request.GUARDIAN else Do.LEAVE]


def _working(desk: Desk, mentorship: Mentorship) -> list[Do]:
    """What its people do together: meetings, plan, tasks, help."""
    began, active = mentorship.activated_at is not None, mentorship.state is MentorshipState.ACTIVE
    agreed = began or mentorship.state is MentorshipState.AGREED
    offered = (
        (Do.PLAN, Action.PLAN_MEETING, active),
        (Do.MEETINGS, Action.SEE_MEETING, began),
        (Do.DEVELOPMENT, Action.SEE_PLAN, agreed and lives_by_model(desk, mentorship, *mentorship.mentees)),
        (Do.TASKS, Action.SEE_TASKS, began),
        (Do.HELP, Action.ASK_HELP, active),
        (Do.DIARY, Action.SEE_DIARY, began),
    )
    return [do for do, action, now in offered if now and allowed(desk.actor, action, Scope.of(mentorship))]


def _looking(desk: Desk, mentorship: Mentorship, *, adults: bool) -> list[Do]:
    """What is known about it, for those who watch over it."""
    scope, began = Scope.of(mentorship), mentorship.activated_at is not None
    over = mentorship.exit_asked_at is not None or mentorship.state not in OPEN_STATES
    edits = mentorship.state in OPEN_STATES and allowed(desk.actor, Action.EDIT_ADULTS, scope)
    offered = (
        (Do.HEALTH, Action.SEE_HEALTH, mentorship.state is MentorshipState.ACTIVE),
        (Do.CHANGE, Action.SEE_CHANGE_OF_PAIR, began),
        (Do.CLOSING, Action.SEE_CLOSING_REPORT, began and over),
        (Do.PAPERS, Action.MAKE_PAPERS, bool(papers.kinds_of(mentorship))),
        (Do.TRAIL, Action.SEE_TRAIL, True),
        (Do.ADULTS, Action.SEE_MENTORSHIP, adults or edits),
    )
    may = [do for do, action, now in offered if now and allowed(desk.actor, action, scope)]
    return may + [Do(name) for name in observations.doors(desk, mentorship)]


def _answers(desk: Desk, mentorship: Mentorship) -> list[Do]:
    """A party who has agreed may still change their mind while others have not answered."""
    own = next((one for one in mentorship.parties if one.person_id == desk.actor.person_id), None)
    if own is None or not allowed(desk.actor, Action.ANSWER_PROPOSAL, Scope.of(mentorship, own.person_id)):
        return []
    return [Do.REFUSE] if own.agreed else [Do.AGREE, Do.REFUSE]
