"""`doctor` knows what a role of PostgreSQL may not do, before the first update finds it out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import make_url

from bot.doctor import Finding, Level, Probes, Run, examine, render
from bot.probes import database_state
from bot.settings import load_settings
from storage.rights import READ_ONLY
from tests.bot.test_doctor import NOW, TOKEN, probes
from tests.databases import PostgresServer

ROLE = "narrow"


@pytest.fixture
async def narrow(postgres_server: PostgresServer, postgres_url: str) -> AsyncIterator[str]:
    """The address of a migrated database for a role that may do nothing in it yet."""
    name = make_url(postgres_url).database or ""
    await postgres_server.command(f"CREATE ROLE {ROLE} LOGIN", "REVOKE ALL ON SCHEMA public FROM PUBLIC", database=name)
    yield postgres_url.replace("postgres@", f"{ROLE}@")
    await postgres_server.command(f"DROP OWNED BY {ROLE}", f"DROP ROLE {ROLE}", database=name)


async def found(folder: Path, url: str) -> Finding:
    settings = load_settings(
        folder / "no.env",
        {"BOT_TOKEN": TOKEN, "DATABASE_URL": url, "ENCRYPTION_KEY": Fernet.generate_key().decode()},
    )
    given = Probes(database_state, lambda _: Run("Наставник", 2026, NOW.date()), probes().telegram)
    [finding] = [each for each in await examine(settings, given, now=NOW) if "database" in each.key]
    return finding


async def test_each_missing_right_is_named_until_none_is(
    narrow: str, postgres_server: PostgresServer, tmp_path: Path
) -> None:
    name = make_url(narrow).database or ""
    said = []
    for grant in (
        f"GRANT SELECT ON alembic_version TO {ROLE}",
        f"GRANT USAGE ON SCHEMA public TO {ROLE}",
        f"GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO {ROLE}",
        f"GRANT DELETE ON ALL TABLES IN SCHEMA public TO {ROLE}",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {ROLE}",
        f"ALTER ROLE {ROLE} SET default_transaction_read_only = on",
    ):
        await postgres_server.command(grant, database=name)
        finding = await found(tmp_path, narrow)
        said.append((finding.level, finding.values.get("right", "").partition(",")[0]))
        assert "GRANT" in render([finding], "en") or finding.level is Level.OK
    assert said == [
        (Level.BAD, "USAGE"),
        (Level.BAD, "DELETE"),
        (Level.BAD, "DELETE"),
        (Level.BAD, "USAGE"),
        (Level.OK, ""),
        (Level.BAD, READ_ONLY),
    ]


async def test_an_empty_database_needs_the_right_to_make_tables(
    narrow: str, postgres_server: PostgresServer, tmp_path: Path
) -> None:
    name = make_url(narrow).database or ""
    await postgres_server.command(
        "DROP TABLE alembic_version", f"GRANT USAGE ON SCHEMA public TO {ROLE}", database=name
    )
    finding = await found(tmp_path, narrow)
    assert (finding.level, finding.values["right"]) == (Level.BAD, "CREATE, public")
