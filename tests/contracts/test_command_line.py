"""The commands that do one thing and end, as another program or an operator uses them."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from itertools import product
from pathlib import Path

import pytest
from openpyxl import load_workbook

from simulator.telegram import Telegram
from tests.contracts.shell import RUSSIAN, Shell, get
from tests.durability.process import PATIENCE, free_port

FORMS = {"pupil-pupil", "student-pupil", "teacher-pupil", "employer-pupil", "teacher-teacher", "head-teacher"}


async def test_questionnaires_are_listed_for_programs(bare_shell: Shell) -> None:
    shell = bare_shell
    listed = json.loads("\n".join(await shell.succeeds("questionnaires", "--json")))
    assert all(list(each) == ["id", "version", "form", "role", "stage", "languages"] for each in listed)
    assert all(isinstance(each["version"], int) and each["languages"] == ["ru", "en"] for each in listed)
    assert {each["form"] for each in listed} == FORMS | {None}
    assert {each["role"] for each in listed} <= {"mentor", "mentee", "curator", "psychologist", "head", None}
    assert {each["stage"] for each in listed} <= {"entry", "interim", "exit", None}
    keyed = {(each["form"], each["role"], each["stage"]) for each in listed if each["form"] is not None}
    assert set(product(FORMS, ("mentor", "mentee"), ("entry", "interim", "exit"))) == keyed
    ids = [each["id"] for each in listed]
    assert len(set(ids)) == len(ids)
    sample = next(each for each in listed if each["id"] == "sample")
    assert (sample["form"], sample["role"], sample["stage"]) == (None, None, None)
    assert not shell.database.exists(), "a list needs no database"


async def test_migrate_can_be_repeated(bare_shell: Shell) -> None:
    shell = bare_shell
    assert await shell.succeeds("migrate") == ["База готова."]
    assert await shell.succeeds("migrate") == ["База готова."]
    assert shell.rows("SELECT count(*) FROM people") == [(0,)]


@pytest.mark.usefixtures("shell")
async def test_an_invitation_ends_with_the_bare_token(connected: Shell, telegram: Telegram) -> None:
    *_, link, token = await connected.succeeds("invite", "--role", "coordinator")
    assert token.replace("-", "").replace("_", "").isalnum()
    assert len(token) <= 64, "Telegram passes on no more"
    assert link == f"https://t.me/{telegram.username}?start={token}"
    # Without a token in the settings there is no name for a link, but a way in all the same.
    *_, nameless, bare = await connected.succeeds("invite", "--role", "coordinator", BOT_TOKEN="")
    assert "BOT_TOKEN" in nameless
    assert bare != token


async def test_the_rest_of_the_staff_is_invited_to_an_organisation_by_its_name(shell: Shell) -> None:
    said = (await shell.runs("invite", "--role", "curator")).line(1)
    assert "invite --role coordinator" in said, "nowhere to invite to yet, and who makes the place"
    await shell.succeeds("sample", "--people", "2")
    for role in ("curator", "psychologist"):
        await shell.succeeds("invite", "--role", role, "--organisation", "учебная ШКОЛА")
    await shell.succeeds("invite", "--role", "head")  # there is but one
    assert "Учебная школа" in (await shell.runs("invite", "--role", "head", "--organisation", "Другая")).line(1)
    assert "--organisation" in (
        await shell.runs("invite", "--role", "coordinator", "--organisation", "Учебная школа")
    ).line(1)
    query = "SELECT role, organisation_id, count(*) FROM invitations GROUP BY role, organisation_id ORDER BY role"
    assert shell.rows(query) == [("curator", 1, 1), ("head", 1, 1), ("psychologist", 1, 1)]


async def test_the_export_is_a_workbook_and_says_where_it_can_not_be_written(shell: Shell) -> None:
    await shell.succeeds("sample", "--people", "2")
    path = shell.folder / "out.xlsx"
    assert str(path) in (await shell.succeeds("export", str(path)))[0]
    book = load_workbook(path)
    names = {cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    assert {name for (name,) in shell.rows("SELECT name FROM people WHERE telegram_id <= 2")} <= names
    assert "/nowhere/out.xlsx" in (await shell.runs("export", "/nowhere/out.xlsx")).line(1)


async def test_an_empty_notice_is_refused(shell: Shell) -> None:
    assert (await shell.runs("broadcast", "--text", "  ")).line(1) == "Объявление пустое: напишите его после --text."


async def test_a_notice_that_does_not_fit_one_message_is_refused(shell: Shell) -> None:
    ended = await shell.runs("broadcast", "--text", "а" * 4090 + "🙂" * 4)
    assert ended.code != 0
    assert ended.line(1).startswith("Объявление слишком длинное: в одно сообщение помещается 4096 знаков, лишних 2.")


async def test_the_doctor_says_what_is_configured_and_changes_nothing(connected: Shell, telegram: Telegram) -> None:
    ended = await connected.runs("doctor")
    assert ended.code == 0, ended.output
    assert f"@{telegram.username}" in ended.output
    assert ended.lines[-1] == "Можно запускать: make run"
    assert not connected.database.exists()
    ill = await connected.runs("doctor", BOT_TOKEN="1:wrong")
    assert ill.code == 1
    assert "Telegram не принимает токен." in ill.output
    assert "Traceback" not in ill.output


async def test_the_demo_has_data_of_its_own_and_serves_its_page(bare_shell: Shell) -> None:
    shell = bare_shell
    port = free_port()
    log = shell.folder / "demo.log"
    settings = {"DATABASE_URL": shell.url, "BOT_TOKEN": "", "LOG_LEVEL": "WARNING"}
    log.touch()
    command = ("demo", "--programme", "tver-school-14", "--port", str(port))
    pid = await shell.nursery.start(command, RUSSIAN | settings, log, {})
    try:
        await until_written(log, f"http://127.0.0.1:{port}")
        status, page = await get(f"http://127.0.0.1:{port}/")
        assert (status, "<html" in page) == (200, True)
        second = (await shell.runs("demo", "--port", str(free_port()), BOT_TOKEN="")).line(1)
        assert second.startswith("Это демо уже запущено")
    finally:
        os.kill(pid, signal.SIGTERM)
    assert await shell.nursery.wait(pid) == 0, log.read_text(encoding="utf-8")
    assert (shell.folder / "data" / "demo-tver-school-14.db").exists()
    assert not shell.database.exists()


async def until_written(log: Path, text: str) -> None:
    async with asyncio.timeout(PATIENCE):
        while text not in log.read_text(encoding="utf-8"):  # noqa: ASYNC110 -- a file tells nobody
            await asyncio.sleep(0.05)
