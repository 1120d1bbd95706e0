"""Who reads a message: what rendering has to know about a chat."""

from __future__ import annotations

from dataclasses import dataclass

DEFAULT_ZONE = "Europe/Moscow"
"""For those whose own zone or organisation is not known yet."""


@dataclass(frozen=True, slots=True)
class Reader:
    """The recipient: language («ru», «en»), whether they are spoken to as a child («ты»), and their IANA zone.

    `reachable` False: they blocked the bot, as far as is known.
    """

    language: str
    child: bool = False
    zone: str = DEFAULT_ZONE
    reachable: bool = True


@dataclass(frozen=True, slots=True)
class Chat:
    """A private chat as stored.

    `last_incoming`: id of the person's newest message; `reachable` False: they blocked the bot;
    `active_response`: the response that a typed text answers.
    """

    chat_id: int
    language: str
    last_incoming: int
    reachable: bool
    active_response: int | None
