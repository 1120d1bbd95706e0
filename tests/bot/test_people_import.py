"""`import FILE.xlsx`: a list is taken in once, and one mistake keeps all of it out."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from bot.cli import CommandError
from bot.people_import import import_people
from bot.settings import Settings, load_settings
from mentoring.people import OrganisationKind
from storage.engine import Database
from tests.conversations.test_imports import PUPIL, TEACHER, sheet
from tests.databases import KEY, NOW


@pytest.fixture
async def settings(sqlite_database: Database, sqlite_url: str, tmp_path: Path) -> Settings:
    async with sqlite_database.write(NOW) as work:
        await work.organisations.add("Школа № 14", OrganisationKind.SCHOOL, "Europe/Moscow")
    given = {"DATABASE_URL": sqlite_url, "ENCRYPTION_KEY": KEY.decode()}
    return load_settings(tmp_path / "no.env", given)


def asked(path: Path, organisation: str | None = None) -> argparse.Namespace:
    return argparse.Namespace(file=path, organisation=organisation)


async def test_a_list_is_taken_in_once(
    settings: Settings, sqlite_database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "people.xlsx"
    path.write_bytes(sheet(TEACHER, PUPIL))
    await import_people(asked(path), settings)
    assert "новых людей — 2" in capsys.readouterr().out
    await import_people(asked(path, "школа № 14"), settings)
    assert "новых людей — 0, новых ролей — 0, уже были — 2" in capsys.readouterr().out
    path.write_bytes(sheet(TEACHER, ("99Я", "наставляемый", "Орлова Вера", None, None)))
    with pytest.raises(CommandError, match=r"(?s)Ошибок: 1.*строка 3, «Класс»"):
        await import_people(asked(path), settings)
    with pytest.raises(CommandError, match="не читается"):
        await import_people(asked(tmp_path / "none.xlsx"), settings)
    with pytest.raises(CommandError, match="Такой организации нет"):
        await import_people(asked(path, "Школа № 99"), settings)
    async with sqlite_database.read(NOW) as work:
        assert await work.people.count() == 2
