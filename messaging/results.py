"""What came of calls: what is stored of it, and the old messages that still have to be put in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from messaging.courier import Dropped, Later, Outcome, Refused, Sent
from messaging.places import Places
from messaging.ports import Outgoing, Results

UNREACHABLE = "unreachable"
KEPT = 1000


@dataclass(frozen=True, slots=True)
class Done:
    """A call that came back at a monotonic time. `outcome` None: the message expired before it could leave."""

    row: Outgoing
    outcome: Outcome | None
    at: float

    @property
    def upload(self) -> tuple[str, str] | None:
        """Digest and Telegram's id of a file that was uploaded."""
        digest = self.row.body.get("file", {}).get("sha256")
        if isinstance(self.outcome, Sent) and self.outcome.file_id and digest:
            return str(digest), self.outcome.file_id
        return None

    @property
    def unreachable(self) -> bool:
        """Whether the person blocked the bot."""
        return isinstance(self.outcome, Refused) and self.outcome.unreachable


def to_store(done: Iterable[Done], places: Places) -> Results:
    """What of these is stored. A screen that was edited stands as it stood, but for the time of one `in_place`."""
    results = Results()
    for one in done:
        row, outcome = one.row, one.outcome
        if outcome is None or isinstance(outcome, Dropped):
            results.gone.append(row.id)
        elif isinstance(outcome, Sent):
            results.gone.append(row.id)
            if row.in_place or places.stands(row) != outcome.screen:
                results.screens.append((row.chat, row.slot, outcome.screen))
        elif isinstance(outcome, Refused):
            results.dead.append((row.id, UNREACHABLE if outcome.unreachable else outcome.reason))
        elif isinstance(outcome, Later):
            results.attempts.append((row.id, row.attempts + 1))
    return results


@dataclass(frozen=True, slots=True)
class Untidy:
    """An old message that still has buttons, or (`vanish`) should not be there any more."""

    chat: int
    message_id: int
    vanish: bool


class Tidying:
    """Old messages to be put in order when there is time; a kill forgets them, a press on them is answered anyway."""

    def __init__(self) -> None:
        self._waiting: deque[Untidy] = deque(maxlen=KEPT)

    def remember(self, chat: int, sent: Sent) -> None:
        """A message was sent anew below the old one."""
        if sent.left is not None:
            self._waiting.append(Untidy(chat, sent.left.message_id, sent.vanish))

    def each(self) -> Iterator[Untidy]:
        """All that wait, each taken out; `later` puts one back."""
        for _ in range(len(self._waiting)):
            yield self._waiting.popleft()

    def later(self, untidy: Untidy) -> None:
        """Not now."""
        self._waiting.append(untidy)
