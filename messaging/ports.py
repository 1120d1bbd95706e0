"""What messaging needs stored, and told by whoever assembles the bot. `storage` implements the stores."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from messaging.readers import Reader
from messaging.replies import Lane, Show

Clock = Callable[[], datetime]
"""The present time, aware UTC; the demo moves it."""
Monotonic = Callable[[], float]
"""Seconds that only grow, for limits and backoff."""
Sleep = Callable[[float], Awaitable[None]]

Body = dict[str, Any]
"""A rendered message as JSON; `messaging.render` writes it, `messaging.courier` reads it."""

OUTGOING_CHANNEL = "outgoing"
"""Announced by a replica that does not send, so that the one that does looks at once."""


@dataclass(frozen=True, slots=True)
class Message:
    """A rendered Show, to be put into the outbox; times and the key as in `Show`."""

    chat: int
    slot: str
    body: Body
    lane: Lane = Lane.ANSWER
    fresh: bool = False
    key: str | None = None
    due: datetime | None = None
    not_before: datetime | None = None
    expires_at: datetime | None = None
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A row that waits to be sent. `attempts`: how often a network error or 5xx sent it back."""

    id: int
    chat: int
    lane: int
    slot: str
    body: Body
    fresh: bool = False
    expires_at: datetime | None = None
    attempts: int = 0
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The oldest row of a chat's lane that may leave now. `more`: others wait behind it."""

    id: int
    chat: int
    lane: int
    more: bool


@dataclass(frozen=True, slots=True)
class Written:
    """What `put` did: the rows that may leave now, ids of the unsent ones they replaced, and for each `(chat, lane)`
    the ids of rows that waited there before: those leave first."""

    rows: tuple[Outgoing, ...] = ()
    replaced: frozenset[int] = frozenset()
    older: Mapping[tuple[int, int], frozenset[int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Screen:
    """What stands in a slot on the phone. `form`: text, photo or document."""

    message_id: int
    form: str
    buttons: bool


@dataclass(slots=True)
class Place:
    """A chat as the sender knows it: the person's last message and what stands in each slot."""

    last_incoming: int = 0
    screens: dict[str, Screen] = field(default_factory=dict)


@dataclass(slots=True)
class Results:
    """What came of calls, to be stored in one go."""

    gone: list[int] = field(default_factory=list)
    screens: list[tuple[int, str, Screen]] = field(default_factory=list)
    attempts: list[tuple[int, int]] = field(default_factory=list)
    dead: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file on its way: `content` until Telegram has it, `file_id` from then on."""

    name: str
    content: bytes | None
    file_id: str | None


class Outbox(Protocol):
    """Messages on their way out."""

    async def put(self, messages: Sequence[Message]) -> Written:
        """A newer message in a slot replaces the unsent older one; a planned key that was used is not written again."""

    async def heads(self, limit: int) -> Sequence[Head]:
        """The heads of all lanes that may leave now, answers first."""

    async def rows(self, ids: Collection[int]) -> Sequence[Outgoing]: ...

    async def places(self, chats: Collection[int]) -> Mapping[int, Place]:
        """One for each of the chats, known or not."""

    async def settle(self, results: Results) -> None: ...

    async def forget(self, chat: int) -> None:
        """Erases what waits for a chat and what is known of its screens."""

    async def bury(self, chat: int, reason: str) -> int:
        """Everything that waits for a chat is dead; how many."""

    async def depth(self) -> int:
        """How many rows wait."""

    async def prune(self) -> None:
        """Forgets dead rows and planned keys that nothing can ask for again."""


class Updates(Protocol):
    """Updates taken, put aside, or found at the start."""

    async def lock(self, chats: Collection[int]) -> None:
        """Nobody else works for these people until the transaction ends. To be taken first."""

    async def record(self, bot: int, update_ids: Sequence[int]) -> set[int]:
        """The ids that had not been taken before; they are taken from now on."""

    async def known(self, bot: int, update_ids: Sequence[int]) -> set[int]: ...

    async def arrived(self, messages: Sequence[tuple[int, str, int]]) -> None:
        """People wrote: chat, language of their Telegram, id of the message (0: none). Unknown chats come to be."""

    async def park(
        self, bot: int, update_id: int | None, reason: str, body: str, traceback: str | None = None
    ) -> None: ...

    async def found_at_start(self, bot: int, update_id: int) -> int:
        """How many starts in a row found this oldest update."""

    async def prune(self) -> None:
        """Forgets updates taken more than 48 h ago and parked ones after half a year."""


class Files(Protocol):
    """Files to be uploaded once."""

    async def keep(self, sha256: str, name: str, content: bytes) -> None: ...

    async def get(self, sha256: str) -> StoredFile | None: ...

    async def uploaded(self, sha256: str, file_id: str) -> None:
        """Telegram has it: the content is forgotten."""

    async def prune(self) -> None:
        """Forgets files stored long ago."""


class Chats(Protocol):
    """Who reads in a chat."""

    async def reader(self, chat_id: int) -> Reader:
        """How to write to a chat, also to an unknown one."""

    async def readers(self, chats: Collection[int]) -> Mapping[int, Reader]:
        """The same for those of many chats that belong to somebody registered."""


class Work(Protocol):
    """An open transaction, as far as messaging uses it."""

    @property
    def now(self) -> datetime: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def updates(self) -> Updates: ...
    @property
    def files(self) -> Files: ...
    @property
    def chats(self) -> Chats: ...

    async def announce(self, channel: str) -> None: ...


class Database(Protocol):
    """Opens transactions: committed at the end of the block, rolled back by any exception."""

    def write(self, now: datetime) -> AbstractAsyncContextManager[Any]: ...

    def read(self, now: datetime) -> AbstractAsyncContextManager[Any]: ...


class Words(Protocol):
    """Wording of all languages (`locales.wording.Wording`)."""

    def text(self, language: str, key: str, *, child: bool = False, zone: str = "UTC", **values: Any) -> str: ...

    def moment(self, language: str, at: datetime, zone: str) -> str: ...

    def day(self, language: str, on: Any, pattern: str = "date") -> str: ...


OnReachability = Callable[[Any, int, bool], Awaitable[Iterable[Show]]]
"""`(work, chat, reachable)`: a person blocked the bot or came back; gives what others are to be told."""
Infrastructure = Callable[[BaseException], bool]
"""Whether the database or disk failed, rather than the work in it (`storage.intake.is_infrastructure`)."""
Announce = Callable[[Written, Mapping[int, int]], None]
"""After a commit: what was written, and the id of the last message of each chat that wrote (`Sender.offer`)."""
