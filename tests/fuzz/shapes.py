"""Updates of every shape: what the types of aiogram allow, what they do not, and what nobody knows yet."""

from __future__ import annotations

import types
from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import Enum
from random import Random
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from aiogram.types import Message, Update
from pydantic import BaseModel

from tests.fuzz.texts import a_text

KINDS = tuple(name for name in Update.model_fields if name != "update_id")
"""Every kind of update that the installed aiogram knows."""
DEEP = 4
"""How far what need not be there is filled in."""
ODD_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**63, -(2**63) - 1, 10**400, 1.5,
    "", "7", "\ud800", "\x00", [], {}, [[]], {"id": 1},
)  # fmt: skip
_NUMBERS = (0, 1, 7, -1, 2**31, 2**52)


class Shapes:
    """Draws updates of people among `people`; `presses` are callback data to begin with."""

    def __init__(self, chance: Random, people: tuple[int, ...], presses: tuple[str, ...]) -> None:
        self.chance = chance
        self._people = people
        self.presses = presses

    def update(self, kind: str | None = None) -> dict[str, Any]:
        """An update without its number: of a kind that is known, now and then broken or of a kind that is not."""
        kind = kind or self.chance.choice(KINDS)
        field = Update.model_fields[kind]
        made = {kind: self._value(field.annotation, 0, kind)}
        return self._settled(made, self.chance.choice(self._people))

    def broken(self, made: dict[str, Any]) -> dict[str, Any]:
        """With one thing missing, of another type, unknown or doubled, anywhere in it."""
        place: Any = made
        while True:
            key = self.chance.choice(list(place)) if place else None
            inner = place[key] if key is not None else None
            if isinstance(inner, dict) and inner and self.chance.random() < 0.7:
                place = inner
                continue
            break
        how = self.chance.randrange(4)
        if key is None or how == 0:
            place[f"new_{self.chance.randrange(9)}"] = self.chance.choice(ODD_VALUES)
        elif how == 1:
            del place[key]
        elif how == 2:
            place[f"{key}_v2"] = place.pop(key)
        else:
            place[key] = self.chance.choice(ODD_VALUES)
        return made

    def message(self, person: int, **fields: Any) -> dict[str, Any]:
        """A private message of `person` with these fields."""
        return {"message": {**self._frame(person), **fields}}

    def content(self, name: str) -> dict[str, Any]:
        """One field of a message, filled in."""
        field = Message.model_fields[name]
        return {field.alias or name: self._value(field.annotation, 1, name)}

    def press(self, person: int, data: Any) -> dict[str, Any]:
        """A press of `person` on the bot's last message."""
        chat = self._frame(person)
        query = {"id": str(self.chance.randrange(10**9)), "from": chat["from"], "chat_instance": "1", "message": chat}
        return {"callback_query": {**query, "data": data}}

    def data(self) -> str:
        """Callback data: a real button, a bent one, or anything at all."""
        data = self.chance.choice(self.presses) if self.presses else ""
        bent = self.chance.random()
        if bent < 0.4:
            return data
        if bent < 0.8:
            parts = data.split(":")
            parts[self.chance.randrange(len(parts))] = str(
                self.chance.choice((*_NUMBERS, "", "-", a_text(self.chance)))
            )
            return ":".join(parts)
        return a_text(self.chance)

    def _frame(self, person: int) -> dict[str, Any]:
        return {
            "message_id": self.chance.choice((1, 5, 2**31 - 1)),
            "date": 1_788_000_000,
            "chat": {"id": person, "type": "private", "first_name": "Имя"},
            "from": {"id": person, "is_bot": False, "first_name": "Имя"},
        }

    def _settled(self, made: dict[str, Any], person: int) -> dict[str, Any]:
        """Most of what comes belongs to somebody's private chat."""
        for event in made.values():
            if isinstance(event, dict) and self.chance.random() < 0.8:
                event |= {key: value for key, value in self._frame(person).items() if key in event}
                if isinstance(event.get("message"), dict):
                    event["message"] |= self._frame(person)
                    event["from"] = self._frame(person)["from"]
        return made

    def _value(self, annotation: Any, depth: int, name: str) -> Any:
        origin = get_origin(annotation)
        if origin is Annotated:
            return self._value(get_args(annotation)[0], depth, name)
        if origin in (Union, types.UnionType):
            kinds = [each for each in get_args(annotation) if each is not type(None)]
            return self._value(self.chance.choice(kinds), depth, name)
        if origin is Literal:
            return self.chance.choice(get_args(annotation))
        if origin in (list, tuple, set):
            inner = get_args(annotation)[0]
            return [self._value(inner, depth + 1, name) for _ in range(self.chance.choice((0, 1, 1, 2)))]
        if origin is not None:
            return {}
        return self._plain(annotation, depth, name)

    def _plain(self, annotation: Any, depth: int, name: str) -> Any:
        if not isinstance(annotation, type):
            return None
        if issubclass(annotation, BaseModel):
            return self._model(annotation, depth)
        if issubclass(annotation, Enum):
            return self.chance.choice(list(annotation)).value
        if issubclass(annotation, bool):
            return self.chance.random() < 0.5
        if issubclass(annotation, datetime | timedelta):
            return self.chance.choice((0, 1, 1_788_000_000, 2**31))
        if issubclass(annotation, int | float):
            return self.chance.choice(_NUMBERS)
        return self.data() if name == "data" else a_text(self.chance)

    def _model(self, model: type[BaseModel], depth: int) -> Mapping[str, Any]:
        """What must be there, and some of what may; the deeper, the less."""
        found = {}
        for name, field in model.model_fields.items():
            wanted = depth < DEEP and self.chance.random() < (0.25 if depth == 0 else 0.1)
            if field.is_required() or wanted:
                key = field.alias or name
                found[key] = field.default if _fixed(field) else self._value(field.annotation, depth + 1, name)
        return found


def _fixed(field: Any) -> bool:
    """A field with one value only, as `type` of a kind of message origin."""
    return isinstance(field.default, str) and not field.is_required()
