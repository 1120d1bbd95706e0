"""The page of phones in a real browser."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from playwright.async_api import Page, async_playwright, expect

from simulator.files import Upload
from simulator.pictures import small_picture
from simulator.server import address_of, serve
from simulator.telegram import Telegram

pytestmark = pytest.mark.browser

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture
async def address(telegram: Telegram, watch: Any) -> AsyncIterator[str]:
    async def advance(by: timedelta) -> None:
        watch.goes(by)
        await telegram.call("sendMessage", {"chat_id": 11, "text": "Прошла неделя"})

    await telegram.call("setMyCommands", {"commands": [{"command": "menu", "description": "Главное меню"}]})
    runner = await serve(telegram, port=0, advance=advance, zone="Europe/Moscow")
    bot = asyncio.create_task(answer_everything(telegram))
    yield address_of(runner)
    bot.cancel()
    await runner.cleanup()


async def answer_everything(telegram: Telegram) -> None:
    """A bot that repeats texts with a keyboard and shows presses in place."""
    yes = {"text": "Да", "callback_data": "y"}
    board = {"inline_keyboard": [[yes, {"text": "Позвать", "url": telegram.deep_link("invited")}]]}
    offset = 0
    while True:
        for update in await telegram.call("getUpdates", {"timeout": 30, "offset": offset}):
            offset = update["update_id"] + 1
            if message := update.get("message"):
                text = f"<b>эхо</b>: {message.get('text', 'файл')}"
                params = {"chat_id": message["chat"]["id"], "text": text, "parse_mode": "HTML"}
                await telegram.call("sendMessage", params | {"reply_markup": board})
            elif query := update.get("callback_query"):
                answer = {"callback_query_id": query["id"], "text": "Принято"}
                await telegram.call("answerCallbackQuery", answer)
                known = {"chat_id": query["from"]["id"], "message_id": query["message"]["message_id"]}
                await telegram.call("editMessageText", known | {"text": "Нажато"})


@pytest.fixture
async def page(address: str) -> AsyncIterator[Page]:
    if BROWSER is None:
        pytest.skip("no Chromium on this machine")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=BROWSER, args=SWITCHES)
        page = await browser.new_page(locale="ru-RU", viewport={"width": 1280, "height": 800})
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        await page.goto(address)
        yield page
        await browser.close()
    assert errors == []


async def test_a_person_talks_to_the_bot(page: Page, telegram: Telegram) -> None:
    anna = page.get_by_role("region", name="Чат: Анна")
    await anna.get_by_role("textbox").fill("привет")
    await anna.get_by_role("textbox").press("Enter")
    await expect(anna.get_by_text("эхо: привет")).to_be_visible()
    await anna.get_by_role("button", name="Да").click()
    await expect(anna.get_by_text("Нажато")).to_be_visible()
    await expect(anna.get_by_text("изменено")).to_be_visible()
    await expect(anna.get_by_text("Принято")).to_be_visible()
    await anna.get_by_role("button", name="Меню").click()
    await anna.get_by_role("button", name="Главное меню").click()
    await expect(anna.get_by_text("эхо: /menu")).to_be_visible()
    upload = {"document": Upload("план.txt", b"abc")}
    await telegram.call("sendDocument", {"chat_id": 11}, upload)
    async with page.expect_download() as download:
        await anna.get_by_role("link", name="Скачать план.txt").click()
    assert (await download.value).suggested_filename == "план.txt"
    await telegram.call("sendPhoto", {"chat_id": 11}, {"photo": Upload("p.png", small_picture())})
    picture = anna.get_by_role("img", name="Фото")
    await expect(picture).to_be_visible()
    assert await picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 8


async def test_a_deep_link_opens_on_another_phone(page: Page) -> None:
    anna, boris = (page.get_by_role("region", name=f"Чат: {name}") for name in ("Анна", "Борис"))
    await anna.get_by_role("textbox").fill("привет")
    await anna.get_by_role("textbox").press("Enter")
    await anna.get_by_role("button", name="Позвать").click()
    await page.get_by_role("dialog").get_by_role("button", name="Борис").click()
    await expect(boris.get_by_text("эхо: /start invited")).to_be_visible()


async def test_clock_blocking_language_and_beginning_anew(page: Page, telegram: Telegram) -> None:
    anna = page.get_by_role("region", name="Чат: Анна")
    await expect(page.locator("#time")).to_have_text("вт, 1 сентября 2026, 09:00")
    await page.get_by_role("button", name="+ неделя").click()
    await expect(anna.get_by_text("Прошла неделя")).to_be_visible()
    await expect(page.locator("#time")).to_have_text("вт, 8 сентября 2026, 09:00")
    await anna.get_by_role("button", name="Ещё").click()
    await anna.get_by_role("button", name="Заблокировать бота").click()
    await expect(anna.get_by_text("Бот заблокирован")).to_be_visible()
    assert telegram.chat(11).blocked
    await page.get_by_role("button", name="English").click()
    await expect(page.get_by_role("button", name="Start over")).to_be_visible()
    await page.get_by_role("button", name="Start over").click()
    await page.get_by_role("dialog").get_by_role("button", name="Start over").click()
    await expect(page.get_by_role("button", name="Start", exact=True)).to_have_count(2)
    assert telegram.chat(11).messages == {}


async def test_a_narrow_screen_shows_one_phone(page: Page) -> None:
    await page.set_viewport_size({"width": 360, "height": 740})
    await page.get_by_role("button", name="Борис").click()
    await expect(page.get_by_role("region", name="Чат: Борис")).to_be_visible()
    await expect(page.get_by_role("region", name="Чат: Анна")).to_be_hidden()
    assert await page.evaluate("document.documentElement.scrollWidth") == 360
