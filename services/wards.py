"""A child as the guardian sees it: what was consented to, mentorships, meetings; and taking part stopped or resumed.

The guardian's word holds at once (152-FZ, article 9 part 2): the consent to take part is withdrawn, the child is asked
and told nothing more, what is open ends or goes to the curator.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.access import Action, Scope, ensure
from mentoring.consents import Consent, ConsentKind
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.meetings import Meeting, MeetingState
from mentoring.mentorships import OPEN_STATES, MentorshipState
from mentoring.people import Membership, MembershipState, Organisation, Person
from mentoring.roles import PARTICIPANTS, Role
from messaging.replies import Button, Keyboard, Replies, Say, Show, press
from services import dialogue, dialogue_screens, events_leaving, leaving, notices, pairs, paper_answers, people_leaving
from services.desk import Desk
from services.guardians import declined, version_of
from services.pairs import Pair
from surveys.path import Value
from surveys.record import Record, Subject
from surveys.wording import Wording

STOP, AGAIN = "ward-stop", "ward-again"
PERSON, MEMBERSHIP = "person", "membership"
STOPPED = "guardian_stopped"
"""Event of the trails of the child and of each place that was given up by it."""
MEETINGS = 3
_OPEN = (MembershipState.LISTED, MembershipState.APPLIED, MembershipState.APPROVED)
_SHOWN = (MentorshipState.PROPOSED, MentorshipState.AGREED, MentorshipState.ACTIVE, MentorshipState.COMPLETED)


@dataclass(frozen=True, slots=True)
class Ward:
    """A child with everything the guardian may see. `coming`: the next meetings; `held`: how many there were.

    `consents`: what was agreed to about the child, the newest of each kind by each giver first, withdrawn ones too;
    `givers`: who gave them; `may_stop`: there is something to stop; `stopped`: the guardian stopped it;
    `on_paper`: of a child without Telegram, answers wait to be typed in.
    """

    child: Person
    memberships: tuple[Membership, ...]
    organisations: Mapping[int, Organisation]
    consents: tuple[Consent, ...]
    givers: Mapping[int, Person]
    pairs: tuple[Pair, ...]
    coming: tuple[tuple[Meeting, Pair | None], ...]
    held: int
    zone: str
    may_stop: bool
    stopped: bool
    on_paper: bool = False


@dataclass(frozen=True, slots=True)
class ConsentPage:
    """A consent with its text as it was shown."""

    child: Person
    consent: Consent
    title: Wording
    text: Wording
    organisation: str
    days: int
    zone: str


async def listing(desk: Desk) -> tuple[Person, ...]:
    """The children the actor answers for, by name; Forbidden if there is none."""
    if not desk.actor.wards:
        raise Forbidden
    return tuple(sorted((await desk.work.people.many(desk.actor.wards)).values(), key=lambda one: one.name))


async def ward(desk: Desk, child_id: int) -> Ward:
    """One of them."""
    child = await _child(desk, child_id, Action.SEE_PERSON)
    memberships = tuple(m for m in await desk.work.memberships.of_person(child.id) if m.role in PARTICIPANTS)
    known = await desk.work.organisations.many(m.organisation_id for m in memberships if m.organisation_id)
    newest = {(one.kind, one.given_by): one for one in await desk.work.consents.history(child.id)}
    consents = tuple(sorted(newest.values(), key=lambda one: (one.kind, one.id)))
    mine = await pairs.pairs_of(desk, await desk.work.mentorships.of_person(child.id, _SHOWN))
    by_id = {one.mentorship.id: one for one in mine}
    planned, _ = await desk.work.meetings.of_people([child.id])
    coming = [one for one in planned if one.starts_at >= desk.now][:MEETINGS]
    held = [await desk.work.meetings.of_mentorship(one, MeetingState.HELD) for one in by_id]
    return Ward(
        child,
        memberships,
        known,
        consents,
        await desk.work.people.many({one.given_by for one in consents}),
        mine,
        tuple((one, by_id.get(one.mentorship_id)) for one in coming),
        sum(len(one) for one in held),
        next((one.zone for one in known.values()), desk.programme.zone),
        any(m.state in _OPEN for m in memberships) and child.is_minor(desk.today()),
        bool(await _stopped(desk, memberships)),
        child.telegram_id is None and await paper_answers.waits_of(desk, child.id),
    )


async def consent(desk: Desk, child_id: int, consent_id: int) -> ConsentPage:
    """The text of a consent about the child; NotFound for a version that is kept no longer."""
    seen = await ward(desk, child_id)
    found = next((one for one in await desk.work.consents.history(child_id) if one.id == consent_id), None)
    if found is None:
        raise NotFound
    variant = "self_child" if found.given_by == child_id else "for_child"
    try:
        text = desk.house.consents.get(found.kind.value, found.version)
    except KeyError:
        raise NotFound from None
    place = next((one.name for one in seen.organisations.values()), "")
    days = desk.programme.erasure_days
    return ConsentPage(seen.child, found, text.title, text.variants[variant], place, days, seen.zone)


# --- stopping --------------------------------------------------------------------------------------------------------


async def begin_stop(desk: Desk, child_id: int) -> Show:
    """The form in which the guardian stops it, before anything happens."""
    child = await _child(desk, child_id, Action.WITHDRAW_CONSENT)
    if not (await ward(desk, child_id)).may_stop:
        raise Stale("wards-stopped-already", name=child.name)
    return await dialogue.begin(desk, STOP, subject=Subject(PERSON, child.id), facts={"pupil": child.name})


async def stop(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `ward-stop`: consent withdrawn, places given up, open mentorships ended or the curator's."""
    child = await _child(desk, record.about(PERSON) or 0, Action.WITHDRAW_CONSENT)
    words = str(answers.get("reason") or "").strip()
    if not (await ward(desk, child.id)).may_stop:
        raise Stale("wards-stopped-already", name=child.name)
    await give_up(desk, child, words)
    return (dialogue_screens.done(record, Say("wards-stop-done", {"name": child.name}), _ways(child.id)),)


async def give_up(desk: Desk, child: Person, words: str) -> None:
    """The child takes part no more, by the guardian's word; rights were asked."""
    memberships = tuple(m for m in await desk.work.memberships.of_person(child.id) if m.role in PARTICIPANTS)
    await notices.to(desk, child.id, Say("wards-stopped-child"))  # while they can still be reached: the last word
    await desk.work.consents.withdraw(child.id, ConsentKind.PARTICIPATION, but_by=child.id)
    details = {"words": words} if words else None
    await desk.work.trail.add(PERSON, child.id, STOPPED, actor_id=desk.actor.person_id, details=details)
    told = await _give_up_places(desk, child, memberships, words)
    for guardianship in await desk.work.guardianships.of_child(child.id):
        if guardianship.guardian_id != desk.actor.person_id:
            said = Say("wards-stopped-guardian", {"name": child.name, "who": _who(desk)})
            await notices.to(desk, guardianship.guardian_id, said, keyboard=_ways(child.id))
    for mentorship in reversed(await desk.work.mentorships.of_person(child.id)):  # the oldest is locked first
        held = await pairs.hold(desk, mentorship.id)
        if held.state in OPEN_STATES and child.id in held.people:
            await leaving.stop(desk, held, child.id, words, tell=held.organisation_id not in told)


async def _give_up_places(desk: Desk, child: Person, memberships: tuple[Membership, ...], words: str) -> frozenset[int]:
    """Each place is left, with a line of its trail; the curators of each organisation hear of it once. Gives these."""
    told: set[int] = set()
    for membership in memberships:
        where = membership.organisation_id
        if where is None or not await desk.work.memberships.leave(membership.id, by=desk.actor.person_id):
            continue
        await events_leaving.leave(desk, child.id)
        await desk.work.trail.add(
            MEMBERSHIP, membership.id, STOPPED, actor_id=desk.actor.person_id, organisation_id=where
        )
        if where not in told:
            await _tell_curators(desk, child, membership, words)
            told.add(where)
    return frozenset(told)


async def _tell_curators(desk: Desk, child: Person, membership: Membership, words: str) -> None:
    """A notice to the curators of the place's organisation."""
    said = {"name": child.name, "who": _who(desk), "reason": words or "none"}
    keyboard = ((Button(Say("wards-place"), press("place.open", membership.id)),),)
    for curator in await desk.work.memberships.holders(Role.CURATOR, membership.organisation_id):
        if curator.person_id != desk.actor.person_id:
            await notices.to(desk, curator.person_id, Say("wards-stopped-told", said), keyboard=keyboard)


# --- and again -------------------------------------------------------------------------------------------------------


async def begin_again(desk: Desk, child_id: int) -> Show:
    """The consent to take part, anew; Stale where nothing was stopped."""
    child = await _child(desk, child_id, Action.CONSENT_AS_GUARDIAN)
    seen = await ward(desk, child_id)
    if not seen.stopped:
        raise Stale("wards-not-stopped", name=child.name)
    place = next((one.name for one in seen.organisations.values()), "")
    facts = {"organisation": place, "consents_for_child": True}
    return await dialogue.begin(desk, AGAIN, subject=Subject(PERSON, child.id), facts=facts)


async def again(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `ward-again`: the consent is given, and the child applies where it took part before."""
    child = await _child(desk, record.about(PERSON) or 0, Action.CONSENT_AS_GUARDIAN)
    if declined(answers):
        return (dialogue_screens.done(record, Say("wards-again-declined"), _ways(child.id)),)
    held = await desk.work.memberships.of_person(child.id)
    stopped = await _stopped(desk, tuple(m for m in held if m.role in PARTICIPANTS))
    if not stopped:
        raise Stale("wards-not-stopped", name=child.name)
    version = version_of(answers[ConsentKind.PARTICIPATION.value])
    by = desk.actor.person_id or 0
    await desk.work.consents.give(child.id, ConsentKind.PARTICIPATION, version, given_by=by)
    for membership in stopped:
        await people_leaving.come_back(desk, membership.id)
    return (dialogue_screens.done(record, Say("wards-again-done", {"name": child.name}), _ways(child.id)),)


# --- how it works ----------------------------------------------------------------------------------------------------


async def _child(desk: Desk, child_id: int, action: Action) -> Person:
    """A child the actor answers for; Forbidden for anybody else's."""
    if child_id not in desk.actor.wards:
        raise Forbidden
    ensure(desk.actor, action, Scope(person_id=child_id))
    child = await desk.work.people.get(child_id)
    if child is None:
        raise NotFound
    return child


async def _stopped(desk: Desk, memberships: tuple[Membership, ...]) -> tuple[Membership, ...]:
    """The places that a guardian's word has ended, and nothing since."""
    found = []
    for membership in memberships:
        if membership.state is MembershipState.LEFT:
            last = await desk.work.trail.last(MEMBERSHIP, membership.id)
            if last is not None and last.event == STOPPED:
                found.append(membership)
    return tuple(found)


def _who(desk: Desk) -> str:
    return desk.actor.person.name if desk.actor.person is not None else ""


def _ways(child_id: int) -> Keyboard:
    return ((Button(Say("wards-open"), press("ward.of", child_id)), Button(Say("menu-button"), press("menu.open"))),)
