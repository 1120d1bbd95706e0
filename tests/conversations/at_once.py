"""Two people press in the same instant: each press is taken in a transaction of its own, both under way together."""

from __future__ import annotations

import asyncio

from messaging.arrivals import KINDS
from messaging.raw import RawUpdates
from simulator.phones import Phone
from tests.conversations.world import World


async def press(world: World, *taps: tuple[Phone, str]) -> None:
    """Each taps a button of the newest screen that has it, then the bot takes all of it at once and comes to rest."""
    for phone, label in taps:
        settle, phone.settle = phone.settle, _later
        try:
            await phone.taps(label)
        finally:
            phone.settle = settle
    machine = world.machine
    waiting = await machine.bot(RawUpdates(offset=None, limit=100, allowed_updates=list(KINDS)))
    await asyncio.gather(*(machine.intake.take([raw]) for raw in waiting))
    await world.settle()


def told_apart(phones: tuple[Phone, Phone], won: str, lost: str) -> tuple[Phone, Phone]:
    """The one who sees that it was done, and the one who is told that somebody was quicker; fails for two of a sort."""
    quick = [phone for phone in phones if any(won in screen.text for screen in phone.screens)]
    slow = [phone for phone in phones if any(lost in screen.text for screen in phone.screens)]
    seen = [screen.text for phone in phones for screen in phone.screens[-2:]]
    assert len(quick) == len(slow) == 1, seen
    assert quick != slow, seen
    return quick[0], slow[0]


async def _later() -> None:
    """The bot has not looked yet."""
