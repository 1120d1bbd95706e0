"""The nightly copy, its rotation, its way through the operator's chat; the commands; what a restored copy answers."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, make_url, text

from bot import ledger, logs
from bot import nightly as nights
from bot.backups import nightly, nightly_name, pack, rotate
from bot.cli import main
from bot.demo_life import live
from bot.demo_town import town
from bot.nightly import Nightly
from mentoring.periods import Span
from services import summary, withdrawal
from services.desk import Desk
from simulator.chats import Person as Owner
from simulator.phones import Phone
from storage import backup
from storage.engine import Database
from storage.erasures import Erased
from tests.conversations.world import World, house_of
from tests.databases import KEY

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
OPERATOR = 77


@pytest.fixture(autouse=True)
def unlogged(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands would log to the streams of one test for ever."""
    monkeypatch.setattr(logs, "configure", lambda *_: None)


@pytest.fixture
def operator(world: World) -> Phone:
    phone = Phone(world.telegram, Owner(OPERATOR, "Operator"), world.settle)
    world.telegram.chat(OPERATOR).started = True
    return phone


def nightly_of(world: World, folder: Path, *, keep: int = 3, send: int | None = None) -> Nightly:
    return Nightly(world.machine, folder, keep=keep, key=KEY, send=send)


async def test_one_copy_a_night_and_the_newest_stay(world: World, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    copies = nightly_of(world, folder)
    by_hand, other = folder / "mentoring-2026-09-01-120000.db", folder / "notes.db"
    for file in (by_hand, other, folder / ".mentoring-2026-09-01.db.0a0a0a0a.part"):
        file.touch()
    for _ in range(24 * 5):
        await copies.look()
        world.passes_unlived(timedelta(hours=1))
    made = [nightly_name(date(2026, 9, day)) for day in (6, 5, 4)]
    assert [path.name for path in nightly(folder)] == made
    assert {path.name for path in folder.iterdir()} == {*made, by_hand.name, other.name}
    assert (world.machine.vitals.backups_made, world.machine.vitals.backups_failed) == (6, 0)


async def test_it_waits_for_three_at_night_and_is_made_up_for(world: World, tmp_path: Path) -> None:
    copies = nightly_of(world, tmp_path)
    world.passes_unlived(timedelta(hours=17, minutes=30))  # 02:30 of the next day
    await copies.look()
    assert nightly(tmp_path) == []
    world.passes_unlived(timedelta(hours=14))
    await copies.look()
    assert [path.name for path in nightly(tmp_path)] == [nightly_name(date(2026, 9, 2))]


async def test_a_folder_that_fails_is_counted_and_tried_again(world: World, tmp_path: Path) -> None:
    (tmp_path / "copies").touch()
    copies = nightly_of(world, tmp_path / "copies" / "deep")
    await copies.look()
    await copies.look()
    assert (world.machine.vitals.backups_made, world.machine.vitals.backups_failed) == (0, 2)
    (tmp_path / "copies").unlink()
    await copies.look()
    assert (world.machine.vitals.backups_made, len(nightly(tmp_path / "copies" / "deep"))) == (1, 1)


async def test_the_operator_gets_what_restores_the_database(
    world: World, operator: Phone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    await world.organisation("Школа № 14")
    await nightly_of(world, tmp_path / "copies", send=OPERATOR).look()
    await operator.sees("01.09.2026", "restore")
    [sent] = [m for m in world.telegram.chat(OPERATOR).messages.values() if "document" in m]
    content = world.telegram.world.files.by_id[sent["document"]["file_id"]].content
    assert b"SQLite" not in content
    arrived = tmp_path / "arrived.enc"
    arrived.write_bytes(content)
    path = tmp_path / "new" / "mentoring.db"
    for name, value in {"ENCRYPTION_KEY": KEY.decode(), "DATABASE_URL": f"sqlite:///{path}"}.items():
        monkeypatch.setenv(name, value)
    assert await asyncio.to_thread(main, ["restore", str(arrived)]) == 0, capsys.readouterr().err
    restored = await Database.open(f"sqlite+aiosqlite:///{path}", key=KEY)
    async with restored.read(NOW) as work:
        assert [place.name for place in await work.organisations.all()] == ["Школа № 14"]
    await restored.close()


async def test_a_copy_too_large_for_telegram_stays_where_it_is(
    world: World, operator: Phone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nights, "LARGEST", 10)
    await nightly_of(world, tmp_path, send=OPERATOR).look()
    await operator.sees("BACKUP_DIR")
    assert not [m for m in world.telegram.chat(OPERATOR).messages.values() if "document" in m]


def test_rotation_leaves_what_is_not_its_own(tmp_path: Path) -> None:
    for name in ("mentoring-2026-09-01.db", "mentoring-2026-09-02.db", "mentoring.db", "mentoring-old.db"):
        (tmp_path / name).touch()
    rotate(tmp_path, 1, date(2026, 9, 1))
    assert {path.name for path in tmp_path.iterdir()} == {"mentoring-2026-09-02.db", "mentoring.db", "mentoring-old.db"}


# --- the commands -----------------------------------------------------------------------------------------------------


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a bot that is configured, its database migrated."""
    monkeypatch.chdir(tmp_path)
    settings = {"DATABASE_URL": "sqlite:///data/mentoring.db", "BACKUP_DIR": "copies", "LANG": "en_GB.UTF-8"}
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert main(["migrate"]) == 0
    return tmp_path


def test_a_copy_by_hand_and_back(installed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sample", "--people", "4"]) == 0
    assert main(["backup", "first.db"]) == 0
    assert main(["backup"]) == 0
    assert len(list((installed / "copies").iterdir())) == 1
    assert main(["backup", "first.db"]) == 1
    assert "--force" in capsys.readouterr().err
    assert main(["backup", "first.db", "--force"]) == 0
    assert main(["restore", "first.db"]) == 1
    assert "--force" in capsys.readouterr().err
    assert main(["restore", "first.db", "--force"]) == 0
    assert main(["sample", "--people", "4"]) == 1, "the people are back"


def test_what_stops_a_restore_is_said_in_one_line(
    installed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", "copy.db"]) == 0
    Path("torn.db").write_bytes(Path("copy.db").read_bytes()[:5000])
    Path("torn.enc").write_bytes(pack(b"torn", KEY)[:60])
    monkeypatch.setenv("DATABASE_URL", "sqlite:///elsewhere/mentoring.db")
    said = [refused(capsys, "copy.db")]
    assert "encryption.key" in said[0]
    Path("elsewhere").mkdir()
    Path("elsewhere/encryption.key").write_bytes(KEY)
    said += [refused(capsys, name) for name in ("copy.db", "torn.db", "torn.enc", "nowhere.db")]
    assert len(set(said)) == len(said)
    assert not Path("elsewhere/mentoring.db").exists()


def refused(capsys: pytest.CaptureFixture[str], name: str) -> str:
    """What `restore` says to this file."""
    assert main(["restore", name]) == 1
    line = capsys.readouterr().err.strip()
    assert line
    assert "\n" not in line
    return line


# --- what a restored copy answers -------------------------------------------------------------------------------------


async def summaries(database: Database) -> Mapping[tuple[int, int | None, Span], Any]:
    """Every summary of a quarter and a year that anybody in the town may see."""
    house = house_of("kyzyl", "mentoring_bot", school_year=2026)
    found = {}
    async with database.read(NOW) as work:
        places = [place.id for place in await work.organisations.all()]
        for soul in town(house.programme, NOW.date()).staff:
            desk = Desk(work, house, await work.chats.actor(soul.chat), NOW)
            mine = [place.id for place in await summary.choices(desk)]
            for place in [*(each for each in places if each in mine), *([None] if len(mine) == len(places) else [])]:
                seen = await summary.view(desk, place)
                for span in (Span.QUARTER, Span.YEAR):
                    found[soul.chat, place, span] = await summary.numbers(desk, seen, summary.last(desk, seen, span))
    return found


async def test_a_restored_copy_answers_the_same_summaries(
    sqlite_database: Database, postgres_url: str, tmp_path: Path
) -> None:
    """Into a file and into PostgreSQL: a school that outgrows the one moves to the other so."""
    await restored_alike(sqlite_database, postgres_url, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_restored_copy_of_a_server_answers_the_same_summaries(
    database: Database, postgres_url: str, tmp_path: Path
) -> None:
    await restored_alike(database, postgres_url, tmp_path)


async def restored_alike(database: Database, postgres_url: str, tmp_path: Path) -> None:
    house = house_of("kyzyl", "mentoring_bot", school_year=2026)
    await live(database, house, town(house.programme, NOW.date()), NOW)
    before = await summaries(database)
    assert len(before) > 20
    await backup.take(database.url, tmp_path / "copy.db")
    for url in (URL.create("sqlite+aiosqlite", database=str(tmp_path / "new.db")), make_url(postgres_url)):
        await backup.restore(url, tmp_path / "copy.db", KEY)
        restored = await Database.open(url.render_as_string(hide_password=False), key=KEY)
        assert await summaries(restored) == before
        await restored.close()


# --- who was erased ---------------------------------------------------------------------------------------------------


async def test_copies_older_than_the_term_of_an_erasure_go(tmp_path: Path) -> None:
    for day in (1, 2, 20, 29):
        (tmp_path / nightly_name(date(2026, 9, day))).touch()
    rotate(tmp_path, 14, date(2026, 9, 2))
    assert [path.name[-6:-3] for path in nightly(tmp_path)] == ["-29", "-20", "-02"]
    rotate(tmp_path, 14, date(2026, 10, 20))
    assert [path.name[-6:-3] for path in nightly(tmp_path)] == ["-29"], "the newest stays"


async def erased_of(path: Path) -> list[tuple[str, str]]:
    """Names and the states of erasures, as they stand in a database."""
    database = await Database.open(f"sqlite+aiosqlite:///{path}", key=KEY)
    async with database.read(NOW) as work:
        rows = await work.connection.execute(
            text("SELECT p.name, e.state FROM people p JOIN erasures e ON person_id = p.id")
        )
        found = [(str(row[0]), str(row[1])) for row in rows]
    await database.close()
    return found


async def test_whom_a_copy_brings_back_is_erased_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the database that is given up and, where that is lost, by what stands beside the copies."""
    path, copies = tmp_path / "data" / "mentoring.db", tmp_path / "copies"
    for name, value in {
        "ENCRYPTION_KEY": KEY.decode(),
        "DATABASE_URL": f"sqlite:///{path}",
        "BACKUP_DIR": str(copies),
        "LANG": "en_GB.UTF-8",
    }.items():
        monkeypatch.setenv(name, value)
    assert await asyncio.to_thread(main, ["migrate"]) == 0
    database = await Database.open(f"sqlite+aiosqlite:///{path}", key=KEY)
    async with database.write(NOW) as work:
        person = await work.people.add("Журавлёва Аграфена Спиридоновна", telegram_id=5)
        other = await work.people.add("Громов Олег Ильич", telegram_id=6)
    await backup.take(database.url, tmp_path / "before.db")
    async with database.write(NOW) as work:
        desk = Desk(work, house_of("tver-school-14", "bot"), await work.chats.actor(5), NOW)
        await withdrawal.withdraw(desk, person.id, at_once=True)
        await asyncio.to_thread(ledger.write, copies, await work.erasures.ledger())
    await database.close()
    for lost in (False, True):
        if lost:
            path.unlink()
        assert await asyncio.to_thread(main, ["restore", "--force", str(tmp_path / "before.db")]) == 0
        assert "brought back: 1" in capsys.readouterr().out
        assert await erased_of(path) == [(f"№ {person.id}", "sweeping")]
    ledger.write(copies, [Erased(other.id, NOW + timedelta(days=1), NOW, (0,))])
    assert await asyncio.to_thread(main, ["restore", "--force", str(tmp_path / "before.db")]) == 0
    assert len(await erased_of(path)) == 1, "somebody else under the number of an erased one is left alone"
