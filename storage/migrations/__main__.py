"""`python -m storage.migrations what changes`: the draft of a new step, from the difference to `storage/tables`."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.script import Script, ScriptDirectory
from sqlalchemy import URL, create_engine, text

from storage.migrations.steps import configuration, upgrade


def main(message: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "draft.db")
        asyncio.run(upgrade(URL.create("sqlite+aiosqlite", database=file)))
        engine = create_engine(URL.create("sqlite", database=file))
        with engine.begin() as connection:
            connection.execute(text("DROP VIEW IF EXISTS answers_v"))
            config = configuration(connection)
            number = 1 + len(list(ScriptDirectory.from_config(config).walk_revisions()))
            step = command.revision(config, message, autogenerate=True, rev_id=f"{number:04d}")
        engine.dispose()
    assert isinstance(step, Script)
    written = Path(step.path)
    lines = written.read_text(encoding="utf-8").splitlines(keepends=True)
    written.write_text("".join(line for line in lines if "# ###" not in line), encoding="utf-8")


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]) or "change")
