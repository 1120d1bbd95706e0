"""A person blocked the bot or came back: one action for what Telegram reports and for a refused message."""

from __future__ import annotations

from collections.abc import Sequence

from mentoring.access import Actor
from mentoring.people import Membership, MembershipState
from mentoring.roles import Role
from messaging.replies import Button, Keyboard, Say, Show, press
from services import notices
from services.desk import Desk, House
from services.people import View
from storage.work import Work

_HERE = (MembershipState.APPLIED, MembershipState.APPROVED)
_HOME: Keyboard = ((Button(Say("menu-button"), press("menu.open")),),)


async def changed(work: Work, house: House, chat_id: int, reachable: bool) -> Sequence[Show]:
    """Remember it, so that nothing more is sent there, or is again; returns what is to be told, once a change.

    The curators of the person's organisations hear of both; whoever comes back is greeted.
    """
    if not await work.chats.set_reachable(chat_id, reachable):
        return ()
    actor = await work.chats.actor(chat_id)
    if actor.person is None:
        return ()
    desk = Desk(work, house, actor, work.now)
    if reachable:
        desk.tell(Show(chat_id, "menu", Say("reachability-hello"), _HOME, fresh=True))
    text = Say("reachability-back" if reachable else "reachability-lost", {"name": actor.person.name})
    button = Button(Say("reachability-card"), press("person.open", actor.person.id, View().code))
    await notices.to_all(desk, await _curators(work, actor), text, keyboard=((button,),))
    return desk.told


async def _curators(work: Work, actor: Actor) -> tuple[int, ...]:
    """Ids of the curators of the organisations where the person takes part, each once, without the person."""
    found: dict[int, Membership] = {}
    for organisation in {m.organisation_id for m in actor.memberships if m.state in _HERE and m.organisation_id}:
        for holder in await work.memberships.holders(Role.CURATOR, organisation):
            found.setdefault(holder.person_id, holder)
    return tuple(person for person in found if person != actor.person_id)
