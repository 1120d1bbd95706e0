"""aiogram, imported without making ready what nobody asks for.

It builds a validator for each of its 450 types when it is imported: 1.7 s of processor time and 105 MB, though the bot
reads `Update` and writes its calls as plain JSON. Here each is built when it is first used, as pydantic does by itself
for types whose names are known by then; aiogram alone knows its names, so they are kept for that moment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from pydantic import BaseModel

_TYPES = "aiogram.types."
_REBUILD = BaseModel.__dict__["model_rebuild"]


def import_aiogram() -> None:
    """Import aiogram and build `Update` alone. To be called before anything else imports it; later it does nothing."""
    with _put_off() as names:
        from aiogram.types import Update
    if names:
        _on_demand(names)
        Update.model_rebuild()


@contextmanager
def _put_off() -> Iterator[dict[str, Any]]:
    """What aiogram asks to be built within is not; gives the names that its types refer to."""
    names: dict[str, Any] = {}

    def model_rebuild(cls: type[Any], /, **asked: Any) -> bool | None:
        known: Mapping[str, Any] | None = asked.get("_types_namespace")
        if known is None or not cls.__module__.startswith(_TYPES):
            return _rebuilt(cls, **asked)
        names.update(known)
        return None

    setattr(BaseModel, "model_rebuild", classmethod(model_rebuild))  # noqa: B010 -- a method is not assigned to
    try:
        yield names
    finally:
        setattr(BaseModel, "model_rebuild", _REBUILD)  # noqa: B010


def _on_demand(names: Mapping[str, Any]) -> None:
    """From now on each type is built when it is first used, with these names."""
    from aiogram.methods.base import Response, TelegramMethod
    from aiogram.types.base import TelegramObject

    def model_rebuild(cls: type[Any], /, **asked: Any) -> bool | None:
        return _rebuilt(cls, **(asked | {"_types_namespace": {**names, **(asked.get("_types_namespace") or {})}}))

    for kind in (TelegramObject, TelegramMethod, Response):
        setattr(kind, "model_rebuild", classmethod(model_rebuild))  # noqa: B010


def _rebuilt(cls: type[BaseModel], **asked: Any) -> bool | None:
    """pydantic's own way."""
    built: bool | None = _REBUILD.__get__(None, cls)(**asked)
    return built
