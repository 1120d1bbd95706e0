"""The environment: what is read from where, and what stops the start with one clear line."""

from __future__ import annotations

import asyncio
import os
import socket
import sys

import pytest

from tests.contracts.shell import RUSSIAN, Shell
from tests.durability.process import ROOT, free_port

PROGRAMME = ROOT / "programmes" / "tver-school-14.yaml"


async def test_a_malformed_value_stops_the_start_before_anything_heavy() -> None:
    environment = os.environ | RUSSIAN | {"LOG_LEVEL": "loud"}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", cwd=ROOT, env=environment, stdout=-1, stderr=-1
    )
    out, said = await process.communicate()
    assert (process.returncode, out) == (2, b"")
    assert said.decode().splitlines() == [
        "LOG_LEVEL: такой подробности журнала нет. Выберите: DEBUG, INFO, WARNING, ERROR."
    ]


@pytest.mark.parametrize(
    ("content", "beginning"),
    [("BOT_TOKE=1:x\n", "BOT_TOKE: "), ("COLOUR=red\n", "COLOUR: "), ("SENDING_RATE=fast\n", "SENDING_RATE: ")],
)
async def test_a_wrong_env_file_stops_every_command(bare_shell: Shell, content: str, beginning: str) -> None:
    shell = bare_shell
    (shell.folder / ".env").write_text(content, encoding="utf-8")
    for command in (("run",), ("doctor",)):
        assert (await shell.runs(*command)).line(2).startswith(beginning)
    assert not shell.database.exists()


async def test_the_env_file_is_read_and_the_database_is_in_data_unless_told(bare_shell: Shell) -> None:
    shell = bare_shell
    (shell.folder / ".env").write_text("DATABASE_URL=sqlite+aiosqlite:///own.db\n", encoding="utf-8")
    await shell.succeeds("migrate", DATABASE_URL="")
    assert (shell.folder / "data" / "mentoring.db").exists()
    assert not (shell.folder / "own.db").exists(), "an empty variable means the default, whatever the file says"


async def test_a_programme_by_name_and_by_path(shell: Shell) -> None:
    own = shell.folder / "own.yaml"
    own.write_text(PROGRAMME.read_text(encoding="utf-8").replace("Europe/Moscow", "Asia/Omsk"), encoding="utf-8")
    for programme, zone in (("tver-school-14", "Europe/Moscow"), ("own.yaml", "Asia/Omsk")):
        await shell.succeeds("sample", "--people", "2", PROGRAMME=programme)
        assert shell.rows("SELECT zone FROM organisations") == [(zone,)]
        shell.database.unlink()


@pytest.mark.parametrize("content", ["programme: own\n  title: x\n", "programme: own\ntitel: {ru: Школа}\n"])
async def test_a_broken_programme_is_told_with_file_line_and_remedy(connected: Shell, content: str) -> None:
    own = connected.folder / "own.yaml"
    own.write_text(content, encoding="utf-8")
    ended = await connected.runs("run", PROGRAMME=str(own))
    assert ended.code == 1
    assert "Traceback" not in ended.output
    title, *problems = ended.lines
    assert title.startswith("Не читается программа")
    assert problems
    assert "own.yaml:2" in ended.output


async def test_an_unknown_programme_is_told_with_those_that_exist(connected: Shell) -> None:
    ended = await connected.runs("run", PROGRAMME="tver-school-41")
    assert ended.code == 1
    assert "Traceback" not in ended.output
    assert "tver-school-41" in ended.output
    assert "tver-school-14" in ended.output


@pytest.mark.parametrize("command", [("run",), ("broadcast", "--text", "x")])
async def test_an_unreachable_postgresql(connected: Shell, command: tuple[str, ...]) -> None:
    url = f"postgresql://school:hunter2@127.0.0.1:{free_port()}/mentoring"
    line = (await connected.runs(*command, DATABASE_URL=url)).line(1)
    assert line.startswith("DATABASE_URL: ")
    assert "hunter2" not in line


@pytest.mark.parametrize("command", [("run",), ("migrate",)])
async def test_a_sqlite_folder_that_cannot_be_written(connected: Shell, command: tuple[str, ...]) -> None:
    (connected.folder / "file").write_text("", encoding="utf-8")
    url = f"sqlite+aiosqlite:///{connected.folder}/file/below/mentoring.db"
    assert (await connected.runs(*command, DATABASE_URL=url)).line(1).startswith("DATABASE_URL: ")


@pytest.mark.parametrize("webhook", [False, True])
async def test_a_wrong_token(connected: Shell, webhook: bool) -> None:
    listen = {"WEBHOOK_URL": "http://127.0.0.1/webhook", "WEBHOOK_SECRET": "s", "WEBHOOK_LISTEN": "127.0.0.1:80"}
    line = (await connected.runs("run", BOT_TOKEN="1:wrong", **(listen if webhook else {}))).line(1)
    assert line.startswith("BOT_TOKEN: ")
    assert "1:wrong" not in line


async def test_a_webhook_that_telegram_refuses_for_good(connected: Shell) -> None:
    """It ends as any wrong setting does, so that nothing starts it again for ever."""
    address = f"127.0.0.1:{free_port()}"
    webhook = {"WEBHOOK_URL": "https://127.0.0.1:77/webhook", "WEBHOOK_SECRET": "s", "WEBHOOK_LISTEN": address}
    line = (await connected.runs("run", **webhook)).line(2)
    assert line.startswith("WEBHOOK_URL: Telegram не принимает этот адрес (Bad Request: bad webhook: ")
    assert "8443" in line


@pytest.mark.parametrize("key", ["HEALTH_LISTEN", "WEBHOOK_LISTEN"])
async def test_a_taken_port(connected: Shell, key: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        webhook = {"WEBHOOK_URL": f"http://{address}/webhook", "WEBHOOK_SECRET": "s", "WEBHOOK_LISTEN": address}
        given = webhook if key == "WEBHOOK_LISTEN" else {key: address}
        line = (await connected.runs("run", **given)).line(1)
    assert address.rpartition(":")[2] in line


async def test_the_key_is_made_once_for_the_owner_alone_and_no_other_opens_the_database(connected: Shell) -> None:
    path = connected.folder / "encryption.key"
    await connected.succeeds("migrate")
    key = path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    wrong = "A" * 43 + "="
    for command in (("run",), ("invite", "--role", "coordinator")):
        line = (await connected.runs(*command, ENCRYPTION_KEY=wrong)).line(1)
        assert line.startswith("ENCRYPTION_KEY: ")
        assert wrong not in line
    assert path.read_bytes() == key
    path.unlink()
    await connected.succeeds("migrate", ENCRYPTION_KEY=key.decode().strip())
    assert not path.exists()
