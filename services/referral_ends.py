"""What comes of a request of a third party: the referrer hears of it, in few words and without the curator's notes."""

from __future__ import annotations

from mentoring.access import Action, Scope, ensure
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.people import Person
from mentoring.referrals import Referral, ReferralState, take
from messaging.replies import Say
from services import notices
from services.desk import Desk

SUBJECT = "referral"


async def to_take(desk: Desk, referral_id: int) -> Referral:
    """A request that the actor may take up or decline, decided or not."""
    found = await desk.work.referrals.get(referral_id)
    if found is None:
        raise NotFound
    ensure(desk.actor, Action.TAKE_REFERRAL, Scope(found.organisation_id))
    return found


async def undecided(desk: Desk, referral_id: int) -> Referral:
    """The same while nobody has decided; else Stale."""
    referral = await to_take(desk, referral_id)
    if referral.state is not ReferralState.NEW:
        raise Stale("referral-decided", state=referral.state.value)
    return referral


async def found(desk: Desk, referral_id: int, person: Person) -> Referral:
    """The request became somebody of the base; Stale where another curator was quicker."""
    referral = await to_take(desk, referral_id)
    if desk.actor.person_id is None:
        raise Forbidden
    return await store(desk, take(referral, person.id, desk.actor.person_id, desk.now), "taken")


async def store(desk: Desk, decided: Referral, event: str) -> Referral:
    """Keeps a decision, once, and tells the referrer."""
    if not await desk.work.referrals.decide(decided):
        raise Stale("referral-decided", state=decided.state.value)
    await desk.work.trail.add(
        SUBJECT,
        decided.id,
        event,
        actor_id=desk.actor.person_id,
        organisation_id=decided.organisation_id,
    )
    values = {"name": decided.name, "state": decided.state.value, "answer": decided.answer or ""}
    await notices.to(desk, decided.referred_by, Say(f"referral-told-{decided.state.value}", values))
    return decided
