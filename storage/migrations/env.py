"""What alembic runs: the steps on the connection, and in the transaction, that `steps.py` opened."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from storage.tables import metadata
from storage.types import EncryptedText, Json, UtcTime

_IMPORTS = {UtcTime: "UtcTime", Json: "Json", EncryptedText: "EncryptedText"}


def render(kind: str, thing: Any, autogen: AutogenContext) -> str | Literal[False]:
    """Our column types by their names, so that a step reads like `tables.py`."""
    name = _IMPORTS.get(type(thing)) if kind == "type" else None
    if name is None:
        return False
    autogen.imports.add(f"from storage.types import {name}")
    return f"{name}()"


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_item=render,
    render_as_batch=True,
    transactional_ddl=True,
    compare_server_default=True,
)
context.run_migrations()
