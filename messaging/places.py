"""Chats as the sender knows them: the person's last message and what stands in each slot. Read once, then kept true."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping

from messaging.ports import Clock, Database, Outgoing, Place, Screen

KEPT = 5000
"""More chats than that are read anew."""


class Places:
    """The screens are this sender's own work, so what it remembers is true until another sender takes over."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._places: OrderedDict[int, Place] = OrderedDict()

    def get(self, chat: int) -> Place | None:
        """The chat, if it is known."""
        return self._places.get(chat)

    def stands(self, row: Outgoing) -> Screen | None:
        """What stands in the slot of a message, as far as known."""
        place = self._places.get(row.chat)
        return place.screens.get(row.slot) if place else None

    def hear(self, incoming: Mapping[int, int]) -> None:
        """People wrote."""
        for chat, message in incoming.items():
            place = self._places.get(chat)
            if place is not None:
                place.last_incoming = max(place.last_incoming, message)

    def shown(self, row: Outgoing, screen: Screen) -> None:
        """A message arrived."""
        place = self._places.get(row.chat)
        if place is not None:
            place.screens[row.slot] = screen

    def merge(self, places: Mapping[int, Place]) -> None:
        """Read from the database, where another replica may have stored a newer message of the person."""
        for chat, place in places.items():
            known = self._places.get(chat)
            if known is None:
                self._places[chat] = place
            else:
                known.last_incoming = max(known.last_incoming, place.last_incoming)
        while len(self._places) > KEPT:
            self._places.popitem(last=False)

    async def know(self, chats: Iterable[int]) -> None:
        """Read those that are not known."""
        unknown = [chat for chat in chats if chat not in self._places]
        if unknown:
            async with self._database.read(self._clock()) as work:
                self.merge(await work.outbox.places(unknown))

    def clear(self) -> None:
        """Forget everything."""
        self._places.clear()
