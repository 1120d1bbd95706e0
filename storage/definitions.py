"""The archive of definitions: a body is kept from its first use on, and never changes under its version."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import definitions
from surveys.definition import Definition


class ChangedDefinitionError(Exception):
    """A definition that people have answered was changed under the same version."""

    def __init__(self, name: str, version: int) -> None:
        super().__init__(
            f"{name} version {version} has been answered and its text has changed since: "
            f"undo the change, or raise its version to {version + 1}"
        )


class Definitions:
    """Bodies by name and version."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def archive(self, definition: Definition) -> None:
        """Keep the body as it is now; raises ChangedDefinitionError if another stands under this version."""
        known = await self._connection.scalar(
            select(definitions.c.sha256).where(
                definitions.c.name == definition.id, definitions.c.version == definition.version
            )
        )
        if known is None:
            await self._connection.execute(
                definitions.insert().values(
                    name=definition.id,
                    version=definition.version,
                    sha256=definition.sha256,
                    body=definition.body,
                    first_used_at=self._now,
                )
            )
        elif known != definition.sha256:
            raise ChangedDefinitionError(definition.id, definition.version)

    async def body(self, name: str, version: int) -> str | None:
        """The canonical JSON that was asked under this version, or None if it was never used."""
        found: str | None = await self._connection.scalar(
            select(definitions.c.body).where(definitions.c.name == name, definitions.c.version == version)
        )
        return found

    async def hashes(self) -> dict[tuple[str, int], str]:
        """The hash of every archived body, to hold the files against at the start."""
        rows = await self._connection.execute(select(definitions.c.name, definitions.c.version, definitions.c.sha256))
        return {(name, version): sha256 for name, version, sha256 in rows}
