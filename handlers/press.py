"""Callback data read back: `Press("meeting.open", meeting=int)` matches `meeting.open:17` and passes `meeting=17`.

`Switchboard` leads a press straight to the module that knows its name, past the filters of all the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, TelegramObject, User

LARGEST = 2**63 - 1
"""No id is larger; a forged one would not fit into a query."""


class Press(Filter):
    """Matches a button by its name; the named arguments are read in order, and a malformed one does not match."""

    def __init__(self, name: str, **arguments: Callable[[str], Any]) -> None:
        self.name = name
        self.arguments = arguments

    async def __call__(self, query: CallbackQuery) -> bool | dict[str, Any]:
        name, *given = (query.data or "").split(":", len(self.arguments))
        if name != self.name or len(given) != len(self.arguments):
            return False
        try:
            found = {key: read(value) for (key, read), value in zip(self.arguments.items(), given, strict=True)}
        except ValueError:
            return False
        if any(isinstance(value, int) and abs(value) > LARGEST for value in found.values()):
            return False
        return found or True  # aiogram takes an empty dict for a refusal


@dataclass(frozen=True, slots=True)
class Led:
    """The outcome of a handler that read in a message what a button asks for: `data` is the button's callback data."""

    message: Message
    data: str

    def query(self) -> CallbackQuery:
        """The press as it would have come; there is no spinner to stop."""
        chat = self.message.chat.id  # a private one: its number is its owner's
        sender = self.message.from_user or User(id=chat, is_bot=False, first_name="")
        return CallbackQuery(id="", from_user=sender, chat_instance="", message=self.message, data=self.data)


class Switchboard(Router):
    """Stands before `routers` and offers a press to those of them that have a `Press` of its name.

    There are some hundreds of names: asking filter after filter cost more than most of the handlers themselves.
    What none of them takes, and everything that is no press, goes through the routers that have a handler for its kind
    other than of named presses, in their order. What a handler is `Led` to is done as if its button had been pressed.
    """

    def __init__(self, routers: Iterable[Router]) -> None:
        super().__init__(name="switchboard")
        self._known: dict[str, list[Router]] = {}
        self._handling: dict[str, list[Router]] = {}
        for router in routers:
            for name in dict.fromkeys(_names(router)):
                self._known.setdefault(name, []).append(router)
            for kind, observer in router.observers.items():
                if not all(map(_pressed, observer.handlers)):
                    self._handling.setdefault(kind, []).append(router)

    async def propagate_event(self, update_type: str, event: TelegramObject, **kwargs: Any) -> Any:
        """Gives what the handler gave, UNHANDLED if none took it."""
        name = (event.data or "").partition(":")[0] if isinstance(event, CallbackQuery) else ""
        for router in (*self._known.get(name, ()), *self._handling.get(update_type, ())):
            outcome = await router.propagate_event(update_type, event, **kwargs)
            if isinstance(outcome, Led):
                return await self.propagate_event("callback_query", outcome.query(), **kwargs)
            if outcome is not UNHANDLED:
                return outcome
        return UNHANDLED


def _names(router: Router) -> list[str]:
    """Names of the buttons that a router knows."""
    return [press.name for handler in router.callback_query.handlers for press in _pressed(handler)]


def _pressed(handler: HandlerObject) -> list[Press]:
    """What of its filters are presses; a handler that has one takes nothing of another name."""
    return [each.callback for each in handler.filters or () if isinstance(each.callback, Press)]
