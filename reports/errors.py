"""What can go wrong when a document is made in the workshop. `key` is the wording a person sees."""

from __future__ import annotations


class MakingError(Exception):
    """A document was not made; asking again is safe. The text names places in the code, never data."""

    key = "report-not-made"


class MakingFailedError(MakingError):
    """The function itself raised, or can't be sent to the workshop."""


class MakingTimeoutError(MakingError):
    """The work took longer than allowed; its process was ended."""

    key = "report-too-long"


class WorkshopBrokenError(MakingError):
    """The workshop's process ended in the middle of the work; the next call starts a new one."""


class WorkshopClosedError(MakingError):
    """The bot is shutting down; nothing more is made."""
