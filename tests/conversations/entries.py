"""Every way into the bot, read off its routers: a new command or button is in the matrix of failures by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aiogram.filters import Command

from handlers.press import Press
from handlers.routes import ROUTERS

FORGED = ("0", "-1", "9" * 40, "слово")
"""What no button carries."""
WORDS: Mapping[str, tuple[str, ...]] = {
    "view": ("ea-..0.", "ra-..0.крыт", "1.1.0.0.0.0"),
    "role": ("curator",),
    "span": ("week",),
    "which": ("open",),
    "form": ("-",),
    "page": ("0",),
    "code": ("ru",),
    "held": ("held",),
    "token": ("nothing-known",),
    "question": ("birth",),
    "questionnaire": ("pulse", "own-1-club"),
    "group": ("entry",),
    "observed": ("outcomes-entry", "curator-criteria"),
    "child": ("0",),
    "ref": ("1.0",),
    "by": ("form",),
    "sort": ("csv",),
    "reading": ("1.0.1.0.0.0.0.0.0",),
    "mark": ("s", "idea"),
    "asked": ("1.0.0",),
    "paper": ("fixing", "consents"),
    "award": ("letter", "diploma"),
    "who": ("s", "n"),
    "area": ("methods",),
    "audience": ("pupils", "teachers"),
    "chosen": ("1",),
    "ending": ("docx",),
    "field": ("note",),
    "grade": ("first",),
    "language": ("ru",),
    "need": ("register", "qualification"),
    "office": ("council",),
    "part": ("task",),
    "remedy": ("remind_to_meet",),
    "shelf": ("proposed",),
    "side": ("mentee", "mentor"),
    "step": ("up",),
    "strength": ("high",),
    "weighed": ("areas",),
    "wish": ("2",),
    "yes": ("1",),
    "everybody": ("1",),
    "only": ("now", "all"),
    "order": ("month", "stage"),
    "across": ("rows", "places"),
    "common": ("2-0-20260930",),
    "period": ("2026q4",),
    "indicator": ("5.1.1",),
    "senders": ("all", "missing"),
    "shape": ("text", "docx"),
}
"""Arguments that are no ids, as buttons carry them."""


@dataclass(frozen=True, slots=True)
class Button:
    """A name of callback data with the names of its arguments."""

    name: str
    arguments: tuple[str, ...]

    def presses(self, ids: Mapping[str, tuple[int, ...]]) -> list[str]:
        """Callback data as the bot makes it, one for each thing it may point at."""
        found = [self.name]
        for argument in self.arguments:
            values = WORDS.get(argument) or tuple(map(str, ids.get(argument, (1,))))
            found = [f"{data}:{value}" for data in found for value in values]
        return [data for data in found if len(data.encode()) <= 64]

    def forged(self, ids: Mapping[str, tuple[int, ...]]) -> list[str]:
        """The same with an argument that is none, too many, or missing."""
        if not self.arguments:
            return [f"{self.name}:1"]
        name, *good = self.presses(ids)[0].split(":", len(self.arguments))
        found = [name, f"{name}:1:2:3:4:5"]
        return found + [":".join([name, wrong, *good[1:]]) for wrong in FORGED]


def buttons() -> tuple[Button, ...]:
    """Every `Press` of every router."""
    found = []
    for router in ROUTERS:
        for each in _filters(router.callback_query.handlers):
            if isinstance(each, Press):
                found.append(Button(each.name, tuple(each.arguments)))
    return tuple(found)


def commands() -> tuple[str, ...]:
    """Every command of every router, and one that there is not."""
    found = []
    for router in ROUTERS:
        for each in _filters(router.message.handlers):
            if isinstance(each, Command):
                found += [f"/{name}" for name in each.commands]
    return (*found, "/nothing")


def _filters(handlers: Any) -> list[Callable[..., Any]]:
    return [each.callback for handler in handlers for each in handler.filters or ()]
