"""Withdrawing the consent to processing: at once nothing of the person is shown or sent, in the term it is erased.

152-FZ, article 9 part 2 and article 21 part 5. Until the term is over it may be taken back by whoever asked for it;
whoever wants it at once gets it at once. What happens to which data: `storage.erasure_plan`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring import life
from mentoring.access import Action, Scope, allowed
from mentoring.clock import local_date
from mentoring.consents import ConsentKind
from mentoring.erasure import Erasure, ErasureState, Ground, due_at, may_alone, wanted
from mentoring.errors import Forbidden, Invalid, NotFound, Stale
from mentoring.mentorships import OPEN_STATES, EarlyEnd, Mentorship
from mentoring.people import MembershipState, Person
from mentoring.roles import Role
from messaging.replies import Say
from services import catalogue, endings, events_leaving, leaving, notices, observations, pair_notices, pairs, wards
from services.closing_report import REPORT
from services.data_log import MUNICIPALITY
from services.desk import Desk
from storage.erasure_plan import Whose
from storage.erasures import Erased

PERSON = "person"
WITHDRAWN, TAKEN_BACK = "data_withdrawn", "data_restored"
"""Events of the person's trail."""
_WORDS = frozenset({"text", "contact", "photo", "file"})
_WHOLE = (*observations.OUTCOMES, observations.COMPATIBILITY)


@dataclass(frozen=True, slots=True)
class Prospect:
    """What a withdrawal would mean, before anything happens. `due`: when the data would be erased (UTC).

    `own`: the actor's own data; `alone`: children whose only guardian would be gone, who would stop taking part.
    """

    person: Person
    own: bool
    due: datetime
    pairs: int
    alone: tuple[Person, ...]


async def prospect(desk: Desk, person_id: int) -> Prospect:
    """For the person, from 14; a guardian of a child; the curator who has a letter; Forbidden, Stale, Invalid."""
    person = await _subject(desk, person_id)
    await _ground(desk, person)
    open_pairs = await desk.work.mentorships.of_person(person.id)
    due = due_at(desk.now, desk.programme.erasure_days)
    return Prospect(person, person.id == desk.actor.person_id, due, len(open_pairs), await _left_alone(desk, person))


async def withdraw(desk: Desk, person_id: int, *, at_once: bool) -> Erasure:
    """It happens: mentorships end, places are given up, everything is hidden. Rights and errors as in `prospect`."""
    person = await _subject(desk, person_id)
    ground = await _ground(desk, person)
    places = await _answerable(desk, person)
    for child in await _left_alone(desk, person):
        await wards.give_up(desk, child, "")
    for mentorship in reversed(await desk.work.mentorships.of_person(person.id)):  # the oldest is locked first
        await _end(desk, mentorship.id, person.id)
    await _tell(desk, person, ground, places, at_once=at_once)
    await desk.work.trail.add(PERSON, person.id, WITHDRAWN, actor_id=desk.actor.person_id)
    due = desk.now if at_once else due_at(desk.now, desk.programme.erasure_days)
    done = await hide(desk, person, places, ground, due)
    await events_leaving.leave(desk, person.id)
    desk.told[:] = [show for show in desk.told if show.chat != person.telegram_id]
    desk.actor = await desk.work.chats.actor(desk.actor.chat_id)
    return done


async def hide(desk: Desk, person: Person, places: tuple[int, ...], ground: Ground, due: datetime) -> Erasure:
    """Everything of the person leaves its tables; `due` not later than now: for ever."""
    mine, alone = await desk.work.erasures.hiding.mentorships(person.id)
    whose = Whose(
        person.id,
        person.telegram_id,
        memberships=[one.id for one in await desk.work.memberships.of_person(person.id)],
        mentorships=mine,
        alone=alone,
        texts=await _texts(desk, person.id),
        whole=_WHOLE,
        reports=(REPORT,),
    )
    desk.work.forgets = True
    return await desk.work.erasures.hide(
        whose, words=wanted(person), places=places, ground=ground, asked_by=desk.actor.person_id, due_at=due
    )


async def again(desk: Desk, erased: Erased) -> bool:
    """Somebody whom a restored copy has brought back is erased, at once and without a word to anybody.

    False for who is not there, is somebody else under the same number, or is hidden in the copy already.
    """
    person = await desk.work.people.get(erased.person_id)
    if person is None or person.registered_at != erased.registered_at:
        return False
    if await desk.work.erasures.known(person.id):
        return False
    for mentorship in reversed(await desk.work.mentorships.of_person(person.id)):
        await _end(desk, mentorship.id, person.id)
    await hide(desk, person, erased.places, Ground.AGAIN, desk.now)
    await events_leaving.leave(desk, person.id)
    desk.told.clear()
    return True


async def pending(desk: Desk) -> tuple[Erasure, ...]:
    """What the actor may still take back or hasten."""
    return await desk.work.erasures.pending(desk.actor.chat_id, desk.actor.person_id)


async def undo(desk: Desk, erasure_id: int) -> Person:
    """Everything is put back, the consents stand as before; mentorships that ended stay ended. Raises Stale."""
    found = await waiting(desk, erasure_id)
    if found.chat_id is not None and await desk.work.people.by_telegram(found.chat_id) is not None:
        raise Stale("erasure-come-again")
    await desk.work.erasures.undo(found.id)
    await desk.work.trail.add(PERSON, found.person_id, TAKEN_BACK, actor_id=desk.actor.person_id)
    desk.actor = await desk.work.chats.actor(desk.actor.chat_id)
    person = await desk.work.people.get(found.person_id)
    if person is None:
        raise NotFound
    for place in found.places:
        await _tell_place(desk, place, Say("erasure-told-undone", {"name": person.name}))
    return person


async def hasten(desk: Desk, erasure_id: int) -> Erasure:
    """Not in the term but now. Raises Stale where it is done or was taken back."""
    found = await waiting(desk, erasure_id)
    await desk.work.erasures.hasten(found.id)
    desk.work.forgets = True
    return found


async def unpublish(desk: Desk) -> None:
    """The consent to publishing name and picture ends; everything else goes on. Raises Forbidden, Stale."""
    if desk.actor.person is None:
        raise Forbidden
    if not await desk.work.consents.withdraw(desk.actor.person.id, ConsentKind.PUBLICATION):
        raise Stale("erasure-not-published")


async def waiting(desk: Desk, erasure_id: int) -> Erasure:
    """One of them, held until the transaction ends. Raises NotFound, Forbidden, Stale."""
    found = await desk.work.erasures.hold(erasure_id)
    if found is None:
        raise NotFound
    asked = found.asked_by is not None and found.asked_by == desk.actor.person_id
    if not asked and found.chat_id != desk.actor.chat_id:
        raise Forbidden
    if found.state is not ErasureState.HIDDEN:
        raise Stale("erasure-over")
    return found


async def _subject(desk: Desk, person_id: int) -> Person:
    if desk.actor.person is None:
        raise Forbidden
    person = await desk.work.people.get(person_id)
    if person is None:
        raise NotFound
    if await desk.work.erasures.known(person.id):
        raise Stale("erasure-over")
    return person


async def _ground(desk: Desk, person: Person) -> Ground:
    """On whose word; Forbidden for whom it is no business of."""
    if person.id == desk.actor.person_id:
        if not may_alone(person, desk.today(person.zone)):
            raise Invalid("erasure-child")
        return Ground.OWN
    if person.id in desk.actor.wards and allowed(desk.actor, Action.WITHDRAW_CONSENT, Scope(person_id=person.id)):
        return Ground.GUARDIAN
    held = await desk.work.memberships.of_person(person.id)
    here = [m for m in held if m.organisation_id is not None]
    may = [allowed(desk.actor, Action.WITHDRAW_CONSENT, Scope(m.organisation_id, person.id)) for m in here]
    if not any(may):
        raise Forbidden
    if not all(may) or len(here) < len(held):
        raise Forbidden("erasure-elsewhere")
    return Ground.LETTER


async def _answerable(desk: Desk, person: Person) -> tuple[int, ...]:
    """The organisations that answer for the data, of a guardian the children's too; 0: the municipality."""
    held = list(await desk.work.memberships.of_person(person.id))
    return tuple(sorted({m.organisation_id or MUNICIPALITY for m in held})) or (MUNICIPALITY,)


async def _left_alone(desk: Desk, person: Person) -> tuple[Person, ...]:
    """Minors who take part somewhere and have nobody else to answer for them."""
    found = []
    for guardianship in await desk.work.guardianships.of_guardian(person.id):
        child = await desk.work.people.get(guardianship.child_id)
        others = [one for one in await desk.work.guardianships.of_child(guardianship.child_id) if one != guardianship]
        held = await desk.work.memberships.of_person(guardianship.child_id)
        takes_part = any(m.state is not MembershipState.LEFT for m in held)
        if child is not None and not others and takes_part and child.is_minor(desk.today(child.zone)):
            found.append(child)
    return tuple(found)


async def _end(desk: Desk, mentorship_id: int, person_id: int) -> None:
    """A mentorship without them: it ends, or goes on with the others of their side."""
    held: Mentorship = await pairs.hold(desk, mentorship_id)
    if held.state not in OPEN_STATES or held.side_of(person_id) is None:
        return
    if not leaving.alone(held, person_id):
        await leaving.take_out(desk, held, person_id, "", tell=False, event=leaving.LEFT_BY_WITHDRAWAL)
        return
    pair = await endings.ended(desk, held, life.end_early(held, EarlyEnd.LEFT, desk.now))
    await pair_notices.to_curators(desk, pair, "erasure-told-pair")


async def _tell(desk: Desk, person: Person, ground: Ground, places: tuple[int, ...], *, at_once: bool) -> None:
    """The curators, who answer for papers, too; a minor's guardians."""
    until = local_date(due_at(desk.now, desk.programme.erasure_days), desk.programme.zone)
    said = {"name": person.name, "ground": ground.value, "until": until, "once": "now" if at_once else "later"}
    for place in places:
        await _tell_place(desk, place, Say("erasure-told", said))
    for one in await desk.work.guardianships.of_child(person.id):
        if one.guardian_id != desk.actor.person_id and person.is_minor(desk.today(person.zone)):
            await notices.to(desk, one.guardian_id, Say("erasure-told-guardian", said))


async def _tell_place(desk: Desk, place: int, text: Say) -> None:
    role = Role.CURATOR if place != MUNICIPALITY else Role.COORDINATOR
    for holder in await desk.work.memberships.holders(role, place or None):
        if holder.person_id != desk.actor.person_id:
            await notices.to(desk, holder.person_id, text)


async def _texts(desk: Desk, person_id: int) -> dict[tuple[str, int], frozenset[str]]:
    """The questions answered in words or files, of everything the person was asked."""
    asked = await desk.work.erasures.hiding.questionnaires(person_id)
    known = await catalogue.several(desk, asked)
    return {
        key: frozenset(question.id for question in definition.questions if question.kind in _WORDS)
        for key, definition in known.items()
    }
