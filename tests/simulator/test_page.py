"""The page of phones in a real browser."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.async_api import Page, expect

from simulator.files import Upload
from simulator.pictures import small_picture
from simulator.server import address_of, serve
from simulator.telegram import Telegram
from tests.browser.chromium import chromium, opened
from tests.simulator.contrast import PALE_TEXTS

pytestmark = pytest.mark.browser
NAMELESS = r"^ *- (?:button|link|textbox|img|region|log|navigation|group)\b(?! \").*$"


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
    executable = chromium()
    if executable is None:
        pytest.skip("no Chromium on this machine")
    errors: list[str] = []
    async with opened(executable, 1280, 800) as page:
        page.on("pageerror", lambda error: errors.append(str(error)))
        await page.goto(address)
        yield page
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
    await page.evaluate("document.documentElement.style.fontSize = '187.5%'")
    assert await page.evaluate("document.documentElement.scrollWidth") == 360
    await expect(page.get_by_role("button", name="Начать", exact=True)).to_be_in_viewport()


async def test_the_page_is_used_with_the_keyboard_alone(page: Page, telegram: Telegram) -> None:
    keys, focused = page.keyboard, page.locator(":focus")
    await page.get_by_role("button", name="Анна", exact=True).focus()
    await keys.press("ArrowRight")
    await expect(focused).to_have_text("Борис")
    await keys.press("Enter")
    await expect(focused).to_have_text("Начать")
    await keys.press("Enter")
    await expect(page.get_by_text("эхо: /start")).to_be_visible()
    await keys.press("Escape")
    await expect(focused).to_have_text("Борис")
    await keys.press("Enter")
    await expect(focused).to_have_accessible_name("Чат: Борис")
    await keys.press("ArrowLeft")
    await expect(focused).to_have_accessible_name("Чат: Анна")
    await keys.press("F6")
    for _ in range(3):  # «/start» is a button, too, in what Boris wrote and in its echo
        await keys.press("Tab")
    await expect(focused).to_have_text("Да")
    await keys.press("ArrowRight")
    await expect(focused).to_have_text("Позвать")
    await keys.press("ArrowLeft")
    await keys.press("Enter")
    await expect(page.get_by_text("Нажато")).to_be_visible()
    await expect(focused).to_have_accessible_name("Чат: Борис")
    await keys.press("Tab")
    await expect(focused).to_have_text("/start")


async def test_a_screen_redrawn_under_the_focus_keeps_it(page: Page, telegram: Telegram) -> None:
    board = {"inline_keyboard": [[{"text": label, "callback_data": label} for label in ("‹", "1", "›")]]}
    known = {"chat_id": 11, "text": "Страница 1", "reply_markup": board}
    sent = await telegram.call("sendMessage", known)
    await page.get_by_role("button", name="›").focus()
    await telegram.call("editMessageText", known | {"text": "Страница 2", "message_id": sent["message_id"]})
    await expect(page.get_by_text("Страница 2")).to_be_visible()
    await expect(page.locator(":focus")).to_have_text("›")


async def test_what_is_new_is_told_and_counted(page: Page, telegram: Telegram) -> None:
    anna, boris = (page.get_by_role("log", name=f"Чат: {name}") for name in ("Анна", "Борис"))
    await expect(anna).to_have_attribute("aria-live", "polite")
    await expect(boris).to_have_attribute("aria-live", "off")
    telegram.gestures.start(12)
    await expect(boris.get_by_text("эхо: /start")).to_be_visible()
    await expect(page.locator("#news")).to_have_text("Новые сообщения: Борис")
    await expect(page).to_have_title("(1) Телефоны")
    await page.get_by_role("button", name="Борис, новых сообщений: 1").click()
    await expect(page).to_have_title("Телефоны")
    await expect(boris).to_have_attribute("aria-live", "polite")


async def test_times_and_long_quotes_are_shown_as_a_client_shows_them(page: Page, telegram: Telegram) -> None:
    at = int(datetime(2026, 9, 2, 12, tzinfo=UTC).timestamp())
    times = f'<tg-time unix="{at}">завтра в 19:00</tg-time>; <tg-time unix="{at}" format="wDt">скоро</tg-time>; '
    ago = f'<tg-time unix="{at}" format="r">скоро</tg-time>'
    quotes = f"<blockquote expandable>{'Долгий рассказ. ' * 30}</blockquote><blockquote expandable>Коротко</blockquote>"
    await telegram.call("sendMessage", {"chat_id": 11, "text": times + ago + quotes, "parse_mode": "HTML"})
    newest = page.get_by_role("log", name="Чат: Анна").get_by_role("article").last
    await expect(newest).to_contain_text("завтра в 19:00; ср, 2 сентября 2026, 15:00; завтра")
    await newest.get_by_role("button", name="завтра в 19:00").click()
    await expect(page.get_by_text("По часам телефона: ср, 2 сентября 2026, 15:00")).to_be_visible()
    await newest.get_by_role("button", name="Развернуть").click()
    await expect(newest.get_by_role("button", name="Свернуть")).to_have_attribute("aria-expanded", "true")
    await expect(newest.get_by_role("button", name="Развернуть")).to_have_count(0)


async def test_all_can_be_read_and_named(page: Page, telegram: Telegram) -> None:
    styles = [{"text": style, "callback_data": style, "style": style} for style in ("primary", "success", "danger")]
    board = {"inline_keyboard": [styles, [{"text": "Код", "copy_text": {"text": "42"}}]]}
    text = "Слово, <a href='https://example.org'>ссылка</a>, <code>код</code><blockquote>цитата</blockquote>"
    await telegram.call("sendMessage", {"chat_id": 11, "text": text, "parse_mode": "HTML", "reply_markup": board})
    await telegram.call("sendDocument", {"chat_id": 11}, {"document": Upload("план.txt", b"abc")})
    await telegram.call("sendPhoto", {"chat_id": 11}, {"photo": Upload("p.png", small_picture())})
    await page.get_by_role("img", name="Фото").wait_for()
    await page.get_by_role("button", name="Ещё").first.click()
    assert await page.evaluate(PALE_TEXTS) == []
    await page.emulate_media(color_scheme="dark")
    assert await page.evaluate(PALE_TEXTS) == []
    assert re.findall(NAMELESS, await page.locator("body").aria_snapshot(), re.MULTILINE) == []
