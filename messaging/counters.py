"""How the talk with Telegram fares, for health and metrics."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(slots=True)
class Counters:
    """Counters only grow; `queue_waiting` is the present length; times are aware UTC."""

    updates_taken: int = 0
    updates_repeated: int = 0
    updates_parked: int = 0
    updates_held: int = 0
    handler_failures: int = 0
    infrastructure_failures: int = 0
    infrastructure_error: str | None = None
    """The class of the fault that holds up the intake or the sender now; None once a commit went through again."""
    messages_sent: int = 0
    messages_retried: int = 0
    messages_dead: int = 0
    messages_expired: int = 0
    too_many_requests: int = 0
    queue_waiting: int = 0
    last_update_at: datetime | None = None
    last_sent_at: datetime | None = None

    def failed(self, error: BaseException) -> None:
        """A fault of the infrastructure stopped the work: health turns red until `recovered`."""
        self.infrastructure_error = type(error).__name__
        self.infrastructure_failures += 1

    def recovered(self) -> None:
        """A commit went through."""
        self.infrastructure_error = None
