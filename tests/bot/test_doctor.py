"""The check-up: every finding in its circumstances, with a remedy in both languages."""

import asyncio
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from cryptography.fernet import Fernet

from bot import doctor
from bot.doctor import Finding, Level, Probes, Run, examine, healthy, render
from bot.health import DatabaseState
from bot.keys import KEY_FILE
from bot.probes import programme_run
from bot.settings import Settings, load_settings
from bot.telegram_check import Account, ask_telegram
from locales import Wording

NOW = datetime(2026, 9, 7, 6, 0, tzinfo=UTC)
TOKEN = "123456:TEST"
HOOK = "https://bot.example.org/webhook"
WEBHOOK = {"WEBHOOK_URL": HOOK, "WEBHOOK_SECRET": "s3cret", "WEBHOOK_LISTEN": "127.0.0.1:8080"}
WELL = Account(username="school_bot", server_time=NOW)
READY = DatabaseState(reachable=True, writable=True, migrated=True)
GIGABYTE = 1024**3


def configured(folder: Path, **environ: str) -> Settings:
    given = {"DATABASE_URL": f"sqlite:///{folder / 'school.db'}", "BOT_TOKEN": TOKEN, **environ}
    return load_settings(folder / "no.env", given)


def probes(account: Account = WELL, state: DatabaseState = READY, free: int = 9 * GIGABYTE) -> Probes:
    async def database(_: Settings) -> DatabaseState:
        return state

    async def telegram(_: Settings) -> Account:
        return account

    return Probes(database, lambda _: Run("Наставник", 2026, date(2027, 7, 31)), telegram, lambda _: free)


async def keys(settings: Settings, given: Probes) -> dict[str, Level]:
    return {found.key: found.level for found in await examine(settings, given, now=NOW)}


async def test_all_is_well(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_bytes(Fernet.generate_key())
    (tmp_path / KEY_FILE).chmod(0o600)
    settings = configured(tmp_path, OPERATOR_CHAT="5", BACKUP_DIR=str(tmp_path / "new" / "backups"))
    findings = await examine(settings, probes(), now=NOW)
    assert {found.level for found in findings} == {Level.OK}
    assert healthy(findings)
    text = render(findings, "ru")
    assert "@school_bot" in text
    assert text.endswith("make run")
    assert not list(tmp_path.glob("new*"))


async def test_a_fresh_machine_gets_the_demo_and_is_told_what_is_to_come(tmp_path: Path) -> None:
    settings = configured(tmp_path / "data", BOT_TOKEN="")
    unmade = DatabaseState(reachable=True, writable=True)
    findings = await examine(settings, probes(state=unmade), now=NOW)
    assert healthy(findings)
    assert {found.key for found in findings if found.level is Level.NOTE} == {
        "doctor-token-empty",
        "doctor-clock-unchecked",
        "doctor-database-unmigrated",
        "doctor-key-to-come",
        "doctor-operator-missing",
        "doctor-backups-missing",
    }
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("account", "environ", "key", "level"),
    [
        (Account(refused=True, server_time=NOW), {}, "doctor-token-refused", Level.BAD),
        (Account(fault="TimeoutError"), {}, "doctor-telegram-unreachable", Level.BAD),
        (WELL, {}, "doctor-polling", Level.OK),
        (replace(WELL, webhook="https://other.example.org"), {}, "doctor-polling-webhook-set", Level.NOTE),
        (WELL, WEBHOOK, "doctor-webhook-unset", Level.NOTE),
        (replace(WELL, webhook=HOOK), WEBHOOK, "doctor-webhook-ok", Level.OK),
        (
            replace(WELL, webhook=HOOK, webhook_fault="timed out", webhook_fault_at=NOW - timedelta(minutes=5)),
            WEBHOOK,
            "doctor-webhook-failing",
            Level.BAD,
        ),
        (
            replace(WELL, webhook=HOOK, webhook_fault="timed out", webhook_fault_at=NOW - timedelta(days=2)),
            WEBHOOK,
            "doctor-webhook-ok",
            Level.OK,
        ),
        (replace(WELL, server_time=NOW - timedelta(minutes=5)), {}, "doctor-clock-wrong", Level.BAD),
        (replace(WELL, server_time=NOW + timedelta(seconds=30)), {}, "doctor-clock-ok", Level.OK),
    ],
)
async def test_telegram(tmp_path: Path, account: Account, environ: dict[str, str], key: str, level: Level) -> None:
    assert (await keys(configured(tmp_path, **environ), probes(account)))[key] is level


@pytest.mark.parametrize(
    ("state", "key", "level"),
    [
        (READY, "doctor-database-ok", Level.OK),
        (DatabaseState(reachable=False, reason="refused"), "doctor-database-unreachable", Level.BAD),
        (DatabaseState(reachable=True, migrated=True), "doctor-database-readonly", Level.BAD),
        (DatabaseState(reachable=True, writable=True), "doctor-database-unmigrated", Level.NOTE),
        (DatabaseState(reachable=True, writable=True, newer=True), "doctor-database-newer", Level.BAD),
    ],
)
async def test_database(tmp_path: Path, state: DatabaseState, key: str, level: Level) -> None:
    assert (await keys(configured(tmp_path), probes(state=state)))[key] is level


async def test_a_database_that_hangs_or_raises_hides_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def hanging(_: Settings) -> DatabaseState:
        await asyncio.Event().wait()
        return READY

    async def raising(_: Settings) -> DatabaseState:
        raise ConnectionError

    monkeypatch.setattr(doctor, "DATABASE_SECONDS", 0.01)
    for database in (hanging, raising):
        found = await keys(configured(tmp_path), replace(probes(), database=database))
        assert found["doctor-database-unreachable"] is Level.BAD
        assert found["doctor-programme-ok"] is Level.OK


async def test_a_database_of_a_server_is_shown_without_its_password(tmp_path: Path) -> None:
    settings = configured(tmp_path, DATABASE_URL="postgresql://u:hunter2@h/d", ENCRYPTION_KEY="x" * 43 + "=")
    assert "hunter2" not in render(await examine(settings, probes(), now=NOW))


async def test_a_programme_of_past_years_tells_how_to_run_it_again(tmp_path: Path) -> None:
    given = replace(probes(), programme=programme_run)
    past = configured(tmp_path, PROGRAMME="kyzyl")
    assert (await keys(past, given))["doctor-programme-over"] is Level.NOTE
    assert "SCHOOL_YEAR=2026" in render(await examine(past, given, now=NOW), "ru")
    again = configured(tmp_path, PROGRAMME="kyzyl", SCHOOL_YEAR="2026/2027")
    assert "идёт с 2026 года до 01.08.2027" in render(await examine(again, given, now=NOW), "ru")


async def test_a_programme_that_cannot_be_read_tells_why(tmp_path: Path) -> None:
    def broken(_: str) -> str:
        raise ValueError("kyzyl.yaml, line 7: no such form\nmore")

    findings = await examine(configured(tmp_path), replace(probes(), programme=broken), now=NOW)
    assert not healthy(findings)
    assert "kyzyl.yaml, line 7: no such form" in render(findings)


@pytest.mark.parametrize(
    ("content", "mode", "key"),
    [
        (b"x" * 43 + b"=", 0o644, "doctor-key-open"),
        (b"half", 0o600, "doctor-key-damaged"),
        (None, 0o600, "doctor-key-to-come"),
    ],
)
async def test_key(tmp_path: Path, content: bytes | None, mode: int, key: str) -> None:
    if content is not None:
        (tmp_path / KEY_FILE).write_bytes(content)
        (tmp_path / KEY_FILE).chmod(mode)
    assert key in await keys(configured(tmp_path), probes())


async def test_a_key_that_is_no_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).mkdir()
    assert (await keys(configured(tmp_path), probes()))["doctor-key-unreadable"] is Level.BAD
    given = configured(tmp_path, ENCRYPTION_KEY=Fernet.generate_key().decode())
    assert (await keys(given, probes()))["doctor-key-given"] is Level.OK


@pytest.mark.parametrize(
    ("free", "key", "level"),
    [
        (9 * GIGABYTE, "doctor-disk", Level.OK),
        (GIGABYTE // 2, "doctor-disk", Level.NOTE),
        (1024, "doctor-disk-full", Level.BAD),
    ],
)
async def test_disk(tmp_path: Path, free: int, key: str, level: Level) -> None:
    assert (await keys(configured(tmp_path / "to" / "come"), probes(free=free)))[key] is level


async def test_folders_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    found = await keys(configured(tmp_path, BACKUP_DIR=str(tmp_path)), probes())
    assert found["doctor-disk-readonly"] is Level.BAD
    assert found["doctor-backups-readonly"] is Level.BAD


async def test_zones_that_are_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "SAMPLE_ZONES", ("Europe/Nowhere",))
    assert (await keys(configured(tmp_path), probes()))["doctor-zones-missing"] is Level.BAD


@asynccontextmanager
async def bot_api(answers: Mapping[str, tuple[int, Any]]) -> AsyncIterator[str]:
    """A Bot API of two methods on the loopback; gives its address."""

    async def answer(request: web.Request) -> web.Response:
        status, body = answers[request.match_info["method"]]
        return web.json_response(body, status=status)

    app = web.Application()
    app.router.add_get(f"/bot{TOKEN}/{{method}}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


ME = (200, {"ok": True, "result": {"username": "school_bot"}})
INFO = {"url": HOOK, "last_error_date": int(NOW.timestamp()), "last_error_message": "timed out"}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (
            {"getMe": ME, "getWebhookInfo": (200, {"ok": True, "result": INFO})},
            Account("school_bot", webhook=HOOK, webhook_fault="timed out", webhook_fault_at=NOW),
        ),
        ({"getMe": ME, "getWebhookInfo": (200, {"ok": True, "result": {"url": ""}})}, Account("school_bot")),
        ({"getMe": (401, {"ok": False})}, Account(refused=True)),
        ({"getMe": (404, {"ok": False})}, Account(refused=True)),
        ({"getMe": (502, {"ok": False})}, Account(fault="HTTP 502")),
        ({"getMe": (200, ["something", "else"])}, Account(fault="ValueError")),
    ],
)
async def test_telegram_is_asked_over_http(
    tmp_path: Path, answers: Mapping[str, tuple[int, Any]], expected: Account
) -> None:
    async with bot_api(answers) as address:
        account = await ask_telegram(configured(tmp_path, TELEGRAM_API_URL=address))
    assert replace(account, server_time=None) == expected
    assert (account.server_time is None) == (expected.fault == "ValueError")


@pytest.mark.parametrize(("status", "reached"), [(200, True), (400, False), (403, False), (502, True)])
async def test_the_operators_chat_is_asked_for(tmp_path: Path, status: int, reached: bool) -> None:
    hook = (200, {"ok": True, "result": {"url": ""}})
    async with bot_api({"getMe": ME, "getWebhookInfo": hook, "getChat": (status, {})}) as address:
        settings = configured(tmp_path, TELEGRAM_API_URL=address, OPERATOR_CHAT="5")
        account = await ask_telegram(settings)
    assert account.operator_reached is reached
    found = {one.key: one for one in await examine(settings, probes(account), now=NOW)}
    assert ("doctor-operator-unreached" in found) is not reached
    assert ("doctor-operator-ok" in found) is reached


async def test_nobody_listening_is_a_fault_without_the_token(tmp_path: Path) -> None:
    async with bot_api({}) as address:
        pass
    account = await ask_telegram(configured(tmp_path, TELEGRAM_API_URL=address))
    assert account == Account(fault="ClientConnectorError")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_whatever_can_be_noted_or_bad_has_a_remedy_in_both_languages(language: str) -> None:
    source = Path(doctor.__file__).read_text(encoding="utf-8")
    faults = set(re.findall(r'Level\.(?:NOTE|BAD), "(doctor-[a-z-]+)"', source)) | {"doctor-disk"}
    wording = Wording.load()
    assert len(faults) > 15
    assert not [key for key in faults if not wording.has(language, f"{key}-remedy")]


def test_each_language_is_rendered_with_marks_and_remedies() -> None:
    findings: Sequence[Finding] = [
        Finding(Level.OK, "doctor-zones-ok"),
        Finding(Level.NOTE, "doctor-backups-missing"),
        Finding(Level.BAD, "doctor-token-refused"),
    ]
    for language in ("ru", "en"):
        lines = render(findings, language).splitlines()
        assert [line[0] for line in lines if line] == ["✓", "•", " ", "✗", " ", lines[-1][0]]
        assert "python -m bot doctor" in lines[-1]
