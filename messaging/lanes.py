"""The messages that may leave now, in memory: who is next in each chat. Pure; the database is the truth behind it.

Within a chat and lane only the oldest may leave; a higher lane overtakes; backoff holds its own lane. A chat is busy
from the moment a message leaves until the result is stored, so a kill repeats at most one message per chat.
"""

from __future__ import annotations

from bisect import insort
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import attrgetter

from messaging.ports import Head, Outgoing, Written
from messaging.replies import Lane

ROOM = 512
"""More messages of a mailing than this wait in the database alone, where they cost nothing."""
URGENT_ROOM = 4096
"""So many that somebody waits for: a crowd's answers must not need a look at the database each."""
REMEMBERED = 4096
_BY_ID = attrgetter("id")


class Lanes:
    """Messages by chat and lane. `now` is monotonic seconds."""

    def __init__(self) -> None:
        self._chats: dict[int, dict[int, list[Outgoing]]] = {}
        self._waiting: set[int] = set()
        self._leaving: set[int] = set()
        self._busy: set[int] = set()
        self._held: dict[tuple[int, int], float] = {}
        self._held_chats: dict[int, float] = {}
        self._replaced: set[int] = set()
        self._partial: set[int] = set()
        self._settled: deque[int] = deque(maxlen=REMEMBERED)
        self._settled_ids: set[int] = set()

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def leaving(self) -> int:
        """How many messages are on their way or wait for their result to be stored."""
        return len(self._leaving)

    def is_idle(self, chat: int) -> bool:
        """Whether nothing waits for a chat or is on its way to it."""
        return chat not in self._busy and chat not in self._chats

    def waiting(self) -> frozenset[int]:
        """Ids of everything that waits here."""
        return frozenset(self._waiting)

    def knows(self, id_: int) -> bool:
        """Waiting, on its way, or settled a moment ago (a look at the database may be older than that)."""
        return id_ in self._waiting or id_ in self._leaving or id_ in self._settled_ids

    def offer(self, written: Written) -> bool:
        """Take in what a commit wrote. False: there is more in the database that has to leave first, so look there.

        What there is no room for is no reason to look: it comes with one of the looks that are due anyway.
        """
        self._drop(written.replaced)
        complete = True
        for row in written.rows:
            older = written.older.get((row.chat, row.lane), frozenset())
            first = all(map(self.knows, older))
            if first and len(self._waiting) < _room(row.lane):
                self._add(row)
            else:
                self._partial.add(row.chat)
                complete = complete and first
        return complete

    def wanted(self, heads: Iterable[Head]) -> list[Head]:
        """Of what the database holds, the higher lanes first: those not known yet, as far as there is room."""
        found: list[Head] = []
        for head in heads:
            if len(self._waiting) + len(found) < _room(head.lane) and not self.knows(head.id):
                found.append(head)
        return found

    def fetched(self, heads: Sequence[Head], rows: Iterable[Outgoing], before: Collection[int], *, whole: bool) -> None:
        """Take in a look at the database. `before`: what waited here when it began; `whole`: `heads` are all there are.

        What waited here and is no longer stored (replaced or erased by another process) is dropped.
        """
        oldest = {(head.chat, head.lane): head.id for head in heads}
        if whole:
            gone = [
                row.id
                for chat, lanes in self._chats.items()
                for lane, waiting in lanes.items()
                for row in waiting
                if row.id in before and row.id < oldest.get((chat, lane), row.id + 1)
            ]
            self._drop(gone)
        for row in rows:
            self._add(row)
        self._partial.update(head.chat for head in heads if head.more)

    def ready(self, now: float) -> list[Outgoing]:
        """The next message of each chat that is free, the higher lanes first."""
        found = []
        for chat, lanes in self._chats.items():
            if chat in self._busy or self._held_chats.get(chat, 0.0) > now:
                continue
            for lane in sorted(lanes):
                if self._held.get((chat, lane), 0.0) <= now:
                    found.append(lanes[lane][0])
                    break
        found.sort(key=attrgetter("lane", "id"))
        return found

    def next_release(self, now: float) -> float | None:
        """Seconds until a held lane or chat is free again; None if nothing is held."""
        self._held = {lane: until for lane, until in self._held.items() if until > now}
        self._held_chats = {chat: until for chat, until in self._held_chats.items() if until > now}
        times = [*self._held.values(), *self._held_chats.values()]
        return min(times) - now if times else None

    def leave(self, row: Outgoing) -> None:
        """A message is on its way."""
        self._remove(row)
        self._leaving.add(row.id)
        self._busy.add(row.chat)

    def back(self, row: Outgoing, *, until: float, whole_chat: bool = False) -> None:
        """It did not arrive: its lane (or chat) is held until then. It waits again unless it was replaced meanwhile."""
        self._leaving.discard(row.id)
        self._busy.discard(row.chat)
        if whole_chat:
            self._held_chats[row.chat] = until
        else:
            self._held[row.chat, row.lane] = until
        if row.id in self._replaced:
            self._replaced.discard(row.id)
        else:
            self._add(row)

    def settled(self, row: Outgoing) -> bool:
        """Its result is stored: the chat is free. True: what waits behind it may be in the database alone."""
        self._leaving.discard(row.id)
        self._replaced.discard(row.id)
        self._busy.discard(row.chat)
        if len(self._settled) == REMEMBERED:
            self._settled_ids.discard(self._settled[0])
        self._settled.append(row.id)
        self._settled_ids.add(row.id)
        if row.chat not in self._partial:
            return False
        self._partial.discard(row.chat)
        return True

    def bury(self, chat: int) -> None:
        """Nothing that waits for a chat can arrive."""
        self._drop([row.id for row in self._rows(chat)])

    def occupy(self, chat: int) -> None:
        """A call to a chat that is no message (buttons taken away)."""
        self._busy.add(chat)

    def release(self, chat: int) -> None:
        """That call is over."""
        self._busy.discard(chat)

    def _rows(self, chat: int) -> Iterator[Outgoing]:
        for rows in self._chats.get(chat, {}).values():
            yield from rows

    def _add(self, row: Outgoing) -> None:
        if not self.knows(row.id):
            self._waiting.add(row.id)
            insort(self._chats.setdefault(row.chat, {}).setdefault(row.lane, []), row, key=_BY_ID)

    def _remove(self, row: Outgoing) -> None:
        lanes = self._chats[row.chat]
        lanes[row.lane] = [other for other in lanes[row.lane] if other.id != row.id]
        self._waiting.discard(row.id)
        if not lanes[row.lane]:
            del lanes[row.lane]
        if not lanes:
            del self._chats[row.chat]

    def _drop(self, ids: Iterable[int]) -> None:
        gone = set(ids)
        self._replaced |= gone & self._leaving
        gone &= self._waiting
        for row in [row for chat in list(self._chats) for row in self._rows(chat) if row.id in gone] if gone else ():
            self._remove(row)


def _room(lane: int) -> int:
    """How many messages may wait in memory, for one more of this lane to be taken in."""
    return ROOM if lane == Lane.MAILING else URGENT_ROOM
