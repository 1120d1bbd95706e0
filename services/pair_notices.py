"""Who hears of a mentorship: its parties, the guardians who want to, the curators of its organisation."""

from __future__ import annotations

from typing import Any

from mentoring.mentorships import Side
from mentoring.people import Person
from mentoring.roles import Role
from messaging.replies import Button, Keyboard, Lane, Say, press
from services import notices
from services.desk import Desk
from services.pairs import Pair, facts, full_names


def slot(pair: Pair) -> str:
    """The place on a phone where something about this mentorship is asked and its answer shown."""
    return f"pair:{pair.mentorship.id}"


def open_row(pair: Pair) -> tuple[Button, ...]:
    """The button that opens a mentorship's card."""
    return (Button(Say("pairs-open"), press("pair.card", pair.mentorship.id)),)


async def to_party(desk: Desk, pair: Pair, person: Person, name: str, /, **more: Any) -> bool:
    """Tell one party; the text may speak of `with` (the other side) and choose by `side`. False: not reached.

    `slot`: what is asked there is replaced by what becomes of it; without it, a message of its own.
    """
    place: str | None = more.pop("slot", None)
    keyboard: Keyboard = more.pop("keyboard", ()) or (open_row(pair),)
    side = pair.mentorship.side_of(person.id) or Side.MENTEE
    said = {**facts(desk, pair), "side": side.value, "with": full_names(pair.facing(person.id)), **more}
    text = Say(name, said)
    return await notices.to(desk, person.id, text, keyboard=keyboard, slot=place or "notice", fresh=place is None)


async def to_parties(
    desk: Desk, pair: Pair, name: str, /, *, keyboard: Keyboard = (), **more: Any
) -> tuple[Person, ...]:
    """Tell every party but the one who acts; gives those who could not be reached."""
    others = [person for person in pair.people.values() if person.id != desk.actor.person_id]
    return tuple([one for one in others if not await to_party(desk, pair, one, name, keyboard=keyboard, **more)])


async def to_guardians(desk: Desk, pair: Pair, name: str, /, **more: Any) -> None:
    """Tell the guardians who want to hear, each of their own child."""
    today = desk.today(pair.zone)
    minors = {person.id for person in pair.people.values() if person.is_minor(today)}
    if not minors:
        return
    for guardianship in await desk.work.guardianships.of_children(minors):
        if guardianship.hears_of_meetings:
            child = pair.people[guardianship.child_id]
            said = {**facts(desk, pair), "pupil": child.name, "with": full_names(pair.facing(child.id)), **more}
            await notices.to(desk, guardianship.guardian_id, Say(name, said), keyboard=(open_row(pair),))


async def to_curators(
    desk: Desk, pair: Pair, name: str, /, *, keyboard: Keyboard = (), lane: Lane = Lane.ANSWER, **more: Any
) -> None:
    """Tell the curators of the organisation but the one who acts."""
    for membership in await desk.work.memberships.holders(Role.CURATOR, pair.organisation.id):
        if membership.person_id != desk.actor.person_id:
            text = Say(name, {**facts(desk, pair), **more})
            buttons = (*keyboard, open_row(pair))
            await notices.to(desk, membership.person_id, text, keyboard=buttons, lane=lane)
