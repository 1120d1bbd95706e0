"""aiogram talks to the simulator in process as it would over HTTP, exceptions included."""

from __future__ import annotations

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.client.default import DefaultBotProperties
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    DisabledButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    Message,
)

from simulator.faults import CUT, TIMEOUT, Fault, refuse
from simulator.phones import Phone
from simulator.session import SimulatorSession
from simulator.telegram import Telegram


@pytest.fixture
def bot(telegram: Telegram) -> Bot:
    session = SimulatorSession(telegram)
    return Bot(telegram.token, session=session, default=DefaultBotProperties(parse_mode="HTML"))


async def ask(message: Message) -> None:
    yes = InlineKeyboardButton(text="Да", callback_data="y", style="success")
    dead = InlineKeyboardButton(text="·", disabled=DisabledButton())
    await message.answer("<b>Вопрос</b>?", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[yes, dead]]))


async def copy(message: Message, bot: Bot) -> None:
    assert message.document is not None
    received = await bot.download(message.document)
    assert received is not None
    await message.answer_document(BufferedInputFile(received.read(), "копия.txt"), caption="<i>файл</i>")


async def thank(query: CallbackQuery) -> None:
    await query.answer("Спасибо")
    assert isinstance(query.message, Message)
    await query.message.edit_text("Записано")


async def test_a_small_bot(telegram: Telegram, bot: Bot) -> None:
    dispatcher = Dispatcher()
    dispatcher.message(F.text)(ask)
    dispatcher.message(F.document)(copy)
    dispatcher.callback_query()(thank)

    async def settle() -> None:
        while updates := await telegram.call("getUpdates"):
            for update in updates:
                await dispatcher.feed_raw_update(bot, update)
            telegram.updates.forget_before(updates[-1]["update_id"] + 1)

    anna = Phone(telegram, 11, settle)
    await anna.says("привет")
    await anna.sees("Вопрос?", "·")
    assert anna.messages[-1]["entities"] == [{"type": "bold", "offset": 0, "length": 6}]
    await anna.taps("Да")
    await anna.sees("Записано")
    await anna.toasted("Спасибо")
    await anna.sends_document("a.txt", b"abc")
    await anna.sees("файл", "копия.txt")
    assert anna.documents == [("копия.txt", b"abc")]


async def test_media_is_replaced(telegram: Telegram, bot: Bot) -> None:
    sent = await bot.send_document(11, BufferedInputFile(b"1", "a.txt"))
    media = InputMediaDocument(media=BufferedInputFile(b"2", "b.txt"))
    await bot.edit_message_media(media, chat_id=11, message_id=sent.message_id)
    assert Phone(telegram, 11).documents == [("b.txt", b"2")]


@pytest.mark.parametrize(
    ("fault", "exception"),
    [
        (refuse(400), TelegramBadRequest),
        (refuse(403), TelegramForbiddenError),
        (refuse(429), TelegramRetryAfter),
        (refuse(502), TelegramServerError),
        (CUT, TelegramNetworkError),
        (TIMEOUT, TelegramNetworkError),
    ],
)
async def test_faults_are_aiograms_exceptions(
    telegram: Telegram, bot: Bot, fault: Fault, exception: type[Exception]
) -> None:
    telegram.faults.order(fault)
    with pytest.raises(exception):
        await bot.send_message(11, "x")
    assert (await bot.send_message(11, "x")).text == "x"


async def test_a_wrong_token_is_refused(telegram: Telegram) -> None:
    stranger = Bot("1:wrong", session=SimulatorSession(telegram))
    with pytest.raises(TelegramUnauthorizedError):
        await stranger.get_me()


async def test_an_unknown_file_is_not_found(bot: Bot) -> None:
    with pytest.raises(FileNotFoundError):
        await bot.download_file("documents/none.txt")
