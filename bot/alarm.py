"""What went wrong, told in the operator's chat: at most one message an hour of a kind, with numbers and no names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.machine import Machine
from messaging.replies import Lane, Say, Show

KINDS = ("updates_parked", "messages_dead", "infrastructure_failures", "jobs_failed", "backups_failed")
"""Counters whose growth the operator should hear of; the wording of each is `alarm-…`."""
KEPT = timedelta(hours=12)
PAUSE = timedelta(hours=1)
"""Between two messages of one kind; what grows meanwhile is told with the next."""


class Alarm:
    """Compares the counters with what the operator has heard of. `chat`: OPERATOR_CHAT."""

    def __init__(self, machine: Machine, chat: int) -> None:
        self._machine = machine
        self._chat = chat
        self._seen = dict(self._counted())
        self._told: dict[str, datetime] = {}

    async def look(self) -> None:
        """Tell of everything that has grown; the hour in the key keeps a restart from telling the same again."""
        now, counted = self._machine.clock(), self._counted()
        grown = {
            kind: counted[kind] - self._seen[kind]
            for kind in KINDS
            if counted[kind] > self._seen[kind] and (kind not in self._told or now - self._told[kind] >= PAUSE)
        }
        if not grown:
            return
        await self._machine.tell(
            Show(
                self._chat,
                "alarm",
                Say(f"alarm-{kind.replace('_', '-')}", {"count": count}),
                lane=Lane.ANSWER,
                fresh=True,
                key=f"alarm:{kind}:{now:%Y-%m-%dT%H}",
                due=now,
                expires_at=now + KEPT,
            )
            for kind, count in grown.items()
        )
        for kind in grown:
            self._seen[kind], self._told[kind] = counted[kind], now

    def _counted(self) -> Mapping[str, int]:
        return {kind: getattr(self._machine.vitals, kind) for kind in KINDS}
