"""A conversation reads as speech, and a failure shows the screen."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from simulator.errors import ApiError, ConnectionCut, NoAnswer
from simulator.faults import CUT, TIMEOUT_AFTER, refuse
from simulator.files import Upload
from simulator.phones import Phone
from simulator.pictures import small_picture
from simulator.telegram import Telegram

BOARD = {
    "inline_keyboard": [
        [{"text": "Да, конечно", "callback_data": "yes"}, {"text": "Да", "callback_data": "y"}],
        [{"text": "Скопировать", "copy_text": {"text": "код"}}, {"text": "Сайт", "url": "https://example.org"}],
    ]
}


class Echo:
    """A bot of a few lines: repeats texts with a keyboard, shows presses in place."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram
        self.heard: list[dict[str, Any]] = []

    async def settle(self) -> None:
        while updates := await self.telegram.call("getUpdates"):
            for update in updates:
                self.heard.append(update)
                await self._answer(update)
            await self.telegram.call("getUpdates", {"offset": updates[-1]["update_id"] + 1})

    async def _answer(self, update: dict[str, Any]) -> None:
        if message := update.get("message"):
            text = f"эхо: {message.get('text', '?')[:40]}"
            params = {"chat_id": message["chat"]["id"], "text": text, "reply_markup": BOARD}
            await self.telegram.call("sendMessage", params)
        elif query := update.get("callback_query"):
            await self.telegram.call("answerCallbackQuery", {"callback_query_id": query["id"], "text": "принято"})
            known = {"chat_id": query["from"]["id"], "message_id": query["message"]["message_id"]}
            if query["message"]["date"]:
                await self.telegram.call("editMessageText", known | {"text": f"нажато {query['data']}"})


@pytest.fixture
def echo(telegram: Telegram) -> Echo:
    return Echo(telegram)


@pytest.fixture
def anna(telegram: Telegram, echo: Echo) -> Phone:
    return Phone(telegram, 11, echo.settle)


@pytest.fixture
def boris(telegram: Telegram, echo: Echo) -> Phone:
    return Phone(telegram, 12, echo.settle)


async def test_a_conversation(boris: Phone, anna: Phone) -> None:
    await boris.starts("token")
    await boris.sees("эхо: /start token", "Да")
    assert boris.screen.buttons == [["Да, конечно", "Да"], ["Скопировать", "Сайт"]]
    await boris.taps("Да")
    await boris.sees("нажато y")
    await boris.toasted("принято")
    await boris.sees_no("эхо")
    await boris.never_sees("сюрприз")
    await anna.sees_no()
    with pytest.raises(AssertionError, match="was shown"):
        await boris.never_sees("эхо: /start")


async def test_a_failure_shows_the_screen(anna: Phone) -> None:
    await anna.says("привет")
    with pytest.raises(AssertionError) as caught:
        await anna.sees("пока")
    for part in ("Анна does not see «пока»", "привет", "[Да, конечно] [Да]", "+ #"):
        assert part in str(caught.value)
    with pytest.raises(AssertionError, match="finds no button «Нет»"):
        await anna.taps("Нет")


async def test_labels_fit_exactly_before_in_part_and_newest_first(anna: Phone, echo: Echo) -> None:
    await anna.says("раз")
    await anna.says("два")
    await anna.taps("конечно")
    query = echo.heard[-1]["callback_query"]
    assert (query["data"], query["message"]["text"]) == ("yes", "эхо: два")
    await anna.taps("Да")
    assert echo.heard[-1]["callback_query"]["message"]["text"] == "эхо: раз"


async def test_other_buttons(anna: Phone, telegram: Telegram) -> None:
    await anna.says("раз")
    await anna.taps("Скопировать")
    await anna.taps("Сайт")
    assert (anna.copied, anna.opened) == ("код", "https://example.org")
    link = {"inline_keyboard": [[{"text": "Войти", "url": telegram.deep_link("abc")}]]}
    await telegram.call("sendMessage", {"chat_id": 11, "text": "x", "reply_markup": link})
    await anna.taps("Войти")
    await anna.sees("эхо: /start abc")


async def test_a_reply_keyboard_speaks_for_the_person(anna: Phone, telegram: Telegram, echo: Echo) -> None:
    keyboard = {"keyboard": [["Меню", {"text": "Мой номер", "request_contact": True}]]}
    sent = await telegram.call("sendMessage", {"chat_id": 11, "text": "x", "reply_markup": keyboard})
    assert "reply_markup" not in sent
    assert anna.keyboard == [["Меню", "Мой номер"]]
    await anna.taps("Меню")
    await anna.sees("эхо: Меню")
    await anna.taps("Мой номер")
    assert echo.heard[-1]["message"]["contact"]["user_id"] == 11
    await telegram.call("sendMessage", {"chat_id": 11, "text": "x", "reply_markup": {"remove_keyboard": True}})
    assert anna.keyboard == []


async def test_stale_and_forged_presses(anna: Phone, echo: Echo) -> None:
    await anna.presses_old(777, "forged")
    assert echo.heard[-1]["callback_query"]["message"] == {
        "message_id": 777,
        "chat": {"id": 11, "type": "private", "first_name": "Анна"},
        "date": 0,
    }


async def test_everything_a_person_sends(anna: Phone, echo: Echo) -> None:
    await anna.sends_photo()
    await anna.sends_document("a.txt", b"abc", "подпись")
    await anna.sends_sticker()
    await anna.sends_voice()
    await anna.sends_contact("+79990000000")
    kinds = [kind for u in echo.heard for kind in u["message"] if kind in ("photo", "sticker", "voice", "contact")]
    assert kinds == ["photo", "sticker", "voice", "contact"]
    assert echo.heard[1]["message"]["caption"] == "подпись"
    await anna.says("я" * 5000)
    assert [len(u["message"]["text"]) for u in echo.heard[-2:]] == [4096, 904]
    own = echo.heard[-1]["message"]["message_id"]
    await anna.edits(own, "иначе")
    assert echo.heard[-1]["edited_message"]["text"] == "иначе"


async def test_what_the_bot_sent_can_be_opened(anna: Phone, telegram: Telegram) -> None:
    await telegram.call("sendDocument", {"chat_id": 11}, {"document": Upload("план.pdf", b"%PDF")})
    await telegram.call("sendPhoto", {"chat_id": 11, "photo": "attach://p"}, {"p": Upload("p.png", small_picture())})
    assert anna.documents == [("план.pdf", b"%PDF")]
    assert anna.photos == [small_picture()]
    await anna.sees("план.pdf")
    media = {"type": "document", "media": "attach://d", "caption": "готово"}
    known = {"chat_id": 11, "message_id": anna.screen.message_id, "media": media}
    await telegram.call("editMessageMedia", known, {"d": Upload("итог.xlsx", b"x")})
    assert anna.photos == []
    assert anna.documents[-1] == ("итог.xlsx", b"x")
    await anna.sees("готово")


async def test_blocking(anna: Phone, echo: Echo) -> None:
    await anna.blocks()
    with pytest.raises(AssertionError, match="has blocked the bot"):
        await anna.says("привет")
    await anna.unblocks()
    changes = [u["my_chat_member"]["new_chat_member"]["status"] for u in echo.heard]
    assert changes == ["kicked", "member"]
    await anna.says("привет")
    await anna.sees("эхо: привет")


async def test_only_the_started_can_speak(boris: Phone) -> None:
    with pytest.raises(AssertionError, match="has not started the bot"):
        await boris.says("привет")


async def test_losing_its_buttons_makes_a_message_no_news(anna: Phone, telegram: Telegram) -> None:
    await anna.says("раз")
    shown = anna.screen.message_id
    anna.settle = Phone(telegram, 11).settle
    await anna.says("два")
    await telegram.call("editMessageReplyMarkup", {"chat_id": 11, "message_id": shown})
    await anna.sees_no("эхо: раз")


async def test_ordered_faults_strike_and_are_recorded(telegram: Telegram) -> None:
    message = {"chat_id": 11, "text": "x"}
    telegram.faults.order(refuse(429, retry_after=7), "sendMessage", skip=1)
    await telegram.call("sendMessage", message)
    with pytest.raises(ApiError) as caught:
        await telegram.call("sendMessage", message)
    assert caught.value.retry_after == 7
    telegram.faults.order(CUT, chat=11, when=lambda method, _: method.startswith("send"))
    with pytest.raises(ConnectionCut):
        await telegram.call("sendMessage", message)
    before = len(telegram.chat(11).messages)
    telegram.faults.order(TIMEOUT_AFTER, "sendMessage")
    with pytest.raises(NoAnswer):
        await telegram.call("sendMessage", message)
    assert len(telegram.chat(11).messages) == before + 1
    outcomes = [call.outcome for call in telegram.faults.calls("sendMessage", chat=11)]
    assert outcomes == ["ok", "429", "cut", "timeout"]
    assert len(telegram.faults.calls(outcome="ok")) == 1


async def test_waiting_for_a_bot_elsewhere(telegram: Telegram) -> None:
    anna = Phone(telegram, 11)
    await anna.says("привет")
    waiting = asyncio.create_task(anna.waits_for("готово"))
    await asyncio.sleep(0)
    await telegram.call("sendMessage", {"chat_id": 11, "text": "Почти готово"})
    await waiting
    with pytest.raises(AssertionError, match="does not see «нет»"):
        await anna.waits_for("нет", seconds=0.01)
