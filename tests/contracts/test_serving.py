"""The running bot as others meet it: its health, a second one, commands and readers beside it, and its webhook."""

from __future__ import annotations

import asyncio
import sqlite3
from typing import Any

import aiohttp

from simulator.chats import Person
from simulator.faults import refuse
from simulator.phones import Phone
from simulator.telegram import Telegram
from tests.contracts.shell import Served, Shell, get, running
from tests.durability.process import PATIENCE

SECRET = "a-word_of-our-own"
UNRESOLVED = "Bad Request: bad webhook: Failed to resolve host: Temporary failure in name resolution"
COORDINATOR, STRANGER = 900_002, 77


def phone(telegram: Telegram, number: int, *, started: bool = True) -> Phone:
    """Somebody's phone; `started`: they opened the bot before."""
    made = Phone(telegram, Person(number, f"Person {number}", "ru"))
    telegram.chat(number).started = started
    return made


async def until_acknowledged(telegram: Telegram) -> None:
    async with asyncio.timeout(PATIENCE):
        while telegram.updates.pending:  # noqa: ASYNC110 -- the simulator tells of chats alone
            await asyncio.sleep(0.02)


async def test_polling(connected: Shell, bot: Served, telegram: Telegram) -> None:
    """Health, a second run, an invitation, an operator's notice and a reader of the view, beside one running bot."""
    await bot.sample(4)
    async with running(bot):
        await health_answers(bot.port)
        assert (await connected.runs("run")).line(1) == (
            "Бот с этой базой уже запущен. Остановите его или дайте второму другую базу: DATABASE_URL=…"
        )
        await token_lets_in(connected, telegram)
        await notice_arrives(connected, telegram)
        await answers_are_seen(bot, telegram)


async def health_answers(port: int) -> None:
    for path in ("health", "ready"):
        status, body = await get(f"http://127.0.0.1:{port}/{path}")
        assert (status, '"status": "ok"' in body) == (200, True), body
    status, body = await get(f"http://127.0.0.1:{port}/metrics")
    assert status == 200
    assert "\nmentoring_bot_updates_taken_total " in body


async def token_lets_in(shell: Shell, telegram: Telegram) -> None:
    """The last line of `invite` is a coordinator's way in; the line before is the same as a link."""
    *_, link, token = await shell.succeeds("invite", "--role", "coordinator")
    assert link == f"https://t.me/{telegram.username}?start={token}"
    guest = phone(telegram, STRANGER, started=False)
    await guest.starts(token)
    await guest.waits_for("муниципальный координатор", "Даю согласие", seconds=PATIENCE)
    await guest.taps("Даю согласие")
    await guest.waits_for("Как вас зовут", seconds=PATIENCE)
    await guest.says("Смирнова Ольга Павловна")
    await guest.waits_for("Управление образования", seconds=PATIENCE)
    await guest.taps("Управление образования")
    await guest.waits_for("Всё верно", seconds=PATIENCE)
    await guest.taps("Всё верно")
    await guest.waits_for("создайте организацию", seconds=PATIENCE)


async def notice_arrives(shell: Shell, telegram: Telegram) -> None:
    """Everybody reachable gets it, whatever their hour; who has never opened the bot at Telegram can't."""
    people = [phone(telegram, number) for number in (1, 3, COORDINATOR)]
    said = await shell.succeeds("broadcast", "--text", "Завтра <без> звонков & уроков")
    assert said == ["Объявление поставлено в очередь: 7 людям."]
    for each in people:
        await each.waits_for("Завтра <без> звонков & уроков", seconds=PATIENCE)


async def answers_are_seen(bot: Served, telegram: Telegram) -> None:
    """Another program reads the view with plain sqlite3 while the bot runs, from the first answer on."""
    person = phone(telegram, 1)
    await person.says("/surveys")
    await person.waits_for("Как прошла встреча", seconds=PATIENCE)
    await person.taps(person.screen.labels[0])
    for digit in ("4", "2"):
        await person.waits_for("из 10", seconds=PATIENCE)
        await person.taps(digit)
    await person.waits_for("Вопрос 3 из 10", seconds=PATIENCE)
    assert read(bot) == [(1, "sample", "q1", "4"), (1, "sample", "q2", "2")]
    await person.taps("Назад")
    await person.waits_for("Вопрос 2 из 10", seconds=PATIENCE)
    await person.taps("5")
    await person.waits_for("Вопрос 3 из 10", seconds=PATIENCE)
    assert read(bot) == [(1, "sample", "q1", "4"), (1, "sample", "q2", "5")]


def read(bot: Served) -> list[tuple[Any, ...]]:
    with sqlite3.connect(bot.database) as connection:
        query = "SELECT telegram_id, questionnaire, question, CAST(value AS TEXT) FROM answers_v ORDER BY question"
        return connection.execute(query).fetchall()


async def test_a_notice_waits_for_the_bot_and_a_webhook_takes_what_telegram_posts(
    connected: Shell, bot: Served, telegram: Telegram
) -> None:
    """Both addresses are one; faults that may pass only delay; without the secret nothing is taken."""
    await bot.sample(2)
    await connected.succeeds("broadcast", "--text", "Пока бот спал")
    listen = f"127.0.0.1:{bot.port}"
    bot.extra |= {"WEBHOOK_URL": f"http://{listen}/webhook", "WEBHOOK_SECRET": SECRET, "WEBHOOK_LISTEN": listen}
    for fault in (refuse(502, "Bad Gateway"), refuse(429), refuse(400, UNRESOLVED)):
        telegram.faults.order(fault, "setWebhook")
    mentor = phone(telegram, 1)
    async with running(bot):
        await mentor.waits_for("Пока бот спал", seconds=PATIENCE)
        await health_answers(bot.port)
        await mentor.says("/help")
        await mentor.waits_for("/surveys", seconds=PATIENCE)
        await until_acknowledged(telegram)
        assert telegram.webhook is not None
        assert (telegram.webhook.url, telegram.webhook.last_error) == (f"http://{listen}/webhook", "")
        assert await deliver(bot, "wrong") == 403
        assert await deliver(bot, None) in (401, 403)
        assert await deliver(bot, SECRET) == 200


async def deliver(bot: Served, secret: str | None) -> int:
    """The status of an update that somebody posts."""
    headers = {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret}
    url = f"http://127.0.0.1:{bot.port}/webhook"
    async with aiohttp.ClientSession() as session, session.post(url, json={"update_id": 1}, headers=headers) as answer:
        return answer.status
