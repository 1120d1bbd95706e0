"""What Telegram refuses, the simulator refuses, in the same words."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from aiogram import methods as aiogram_methods

from simulator.errors import ApiError
from simulator.files import Upload
from simulator.limits import Limits
from simulator.parameters import interface
from simulator.pictures import small_picture
from simulator.telegram import METHODS, Telegram

CHAT = 11


def board(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [[button] for button in buttons]}


def press(text: str = "Да", data: str = "y") -> dict[str, Any]:
    return {"text": text, "callback_data": data}


SENDING = [
    ({"text": ""}, "message text is empty"),
    ({}, "message text is empty"),
    ({"text": " \n "}, "message text is empty"),
    ({"text": "<b> </b>", "parse_mode": "HTML"}, "message text is empty"),
    ({"text": "я" * 4097}, "message is too long"),
    ({"text": "😀" * 2049}, "message is too long"),
    (
        {"text": "<b>x", "parse_mode": "HTML"},
        "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ),
    (
        {"text": "<b>x</i>", "parse_mode": "HTML"},
        'can\'t parse entities: Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
    ),
    (
        {"text": "я <h1>x</h1>", "parse_mode": "HTML"},
        'can\'t parse entities: Unsupported start tag "h1" at byte offset 3',
    ),
    ({"text": "x</b>", "parse_mode": "html"}, "can't parse entities: Unexpected end tag at byte offset 1"),
    ({"text": "1 < 2", "parse_mode": "HTML"}, 'can\'t parse entities: Unsupported start tag "" at byte offset 2'),
    ({"text": "<a href='x'", "parse_mode": "HTML"}, 'can\'t parse entities: Unclosed start tag "a" at byte offset 0'),
    ({"text": "x", "parse_mode": "Loud"}, "unsupported parse_mode"),
    ({"text": "x", "reply_markup": board(press(data="я" * 33))}, "BUTTON_DATA_INVALID"),
    (
        {"text": "x", "reply_markup": board(press(data=""))},
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    ({"text": "x", "reply_markup": board(press(text=" "))}, "inline keyboard button text must be non-empty"),
    (
        {"text": "x", "reply_markup": board({"callback_data": "y"})},
        'can\'t parse inline keyboard button: Field "text" must be of type String',
    ),
    (
        {"text": "x", "reply_markup": board({"text": "a", "url": "nowhere"})},
        "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
    ),
    ({"text": "x", "reply_markup": board({"text": "a", "copy_text": {"text": "z" * 257}})}, "BUTTON_COPY_TEXT_INVALID"),
    (
        {"text": "x", "reply_markup": board(press() | {"style": "loud"})},
        "can't parse inline keyboard button: invalid button style specified",
    ),
    ({"text": "x", "reply_markup": board(*[press()] * 101)}, "reply markup is too long"),
    ({"text": "x", "reply_markup": {"keyboard": [["a"] * 101]}}, "reply markup is too long"),
    ({"text": "x", "reply_markup": {"keyboard": [[""]]}}, "keyboard button text must be non-empty"),
    ({"text": "x", "reply_markup": "{"}, "can't parse reply_markup JSON object"),
    ({"text": "x", "shout": True}, 'sendMessage has no parameter "shout"'),
    ({"text": "x", "reply_markup": board(press() | {"colour": "red"})}, 'InlineKeyboardButton has no field "colour"'),
    ({"text": "x", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
    ({"text": "x", "chat_id": 404}, "chat not found"),
    ({"text": "x", "chat_id": 12}, "chat not found"),
    ({"text": "x", "chat_id": ""}, "chat_id is empty"),
]


async def refused(telegram: Telegram, method: str, files: dict[str, Upload] | None = None, **params: Any) -> str:
    with pytest.raises(ApiError) as caught:
        await telegram.call(method, params, files)
    assert caught.value.code == 400
    return caught.value.description.removeprefix("Bad Request: ")


@pytest.mark.parametrize(("params", "reason"), SENDING)
async def test_what_cannot_be_sent(telegram: Telegram, params: dict[str, Any], reason: str) -> None:
    before = len(telegram.chat(CHAT).messages)
    assert await refused(telegram, "sendMessage", **({"chat_id": CHAT} | params)) == reason
    assert len(telegram.chat(CHAT).messages) == before


async def test_the_longest_text_passes_and_counts_after_parsing(telegram: Telegram) -> None:
    text = "<b>" + "&lt;" * 4096 + "</b>"
    sent = await telegram.call("sendMessage", {"chat_id": CHAT, "text": text, "parse_mode": "HTML"})
    assert sent["text"] == "<" * 4096
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 4096}]


async def test_newer_parts_of_the_interface_are_known(telegram: Telegram) -> None:
    markup = board(press() | {"style": "success"}, {"text": "·", "disabled": {}})
    sent = await telegram.call("sendMessage", {"chat_id": str(CHAT), "text": "x", "reply_markup": markup})
    assert sent["reply_markup"] == markup


async def test_unknown_fields_are_overlooked_when_lax(telegram: Telegram) -> None:
    telegram.strict = False
    assert (await telegram.call("sendMessage", {"chat_id": CHAT, "text": "x", "shout": True}))["text"] == "x"


async def test_edits_that_are_refused(telegram: Telegram) -> None:
    sent = await telegram.call("sendMessage", {"chat_id": CHAT, "text": "<b>a</b>", "parse_mode": "HTML"})
    known = {"chat_id": CHAT, "message_id": sent["message_id"]}
    same = await refused(telegram, "editMessageText", **known, text=" <b>a</b>", parse_mode="HTML")
    assert same.startswith("message is not modified: ")
    assert (await refused(telegram, "editMessageReplyMarkup", **known)).startswith("message is not modified")
    assert await refused(telegram, "editMessageText", **known, text="z" * 4097) == "MESSAGE_TOO_LONG"
    assert (
        await refused(telegram, "editMessageText", **(known | {"message_id": 99}), text="b")
        == "message to edit not found"
    )
    assert await refused(telegram, "editMessageText", chat_id=CHAT, text="b") == "message identifier is not specified"
    assert await refused(telegram, "editMessageCaption", **known, caption="b") == (
        "there is no caption in the message to edit"
    )
    own = telegram.gestures.say(CHAT, "моё")
    theirs = {"chat_id": CHAT, "message_id": own["message_id"]}
    assert await refused(telegram, "editMessageText", **theirs, text="b") == "message can't be edited"
    await telegram.call("deleteMessage", known)
    assert await refused(telegram, "editMessageText", **known, text="b") == "message to edit not found"
    assert await refused(telegram, "deleteMessage", **known) == "message to delete not found"


async def test_an_edit_without_keyboard_removes_it(telegram: Telegram) -> None:
    sent = await telegram.call("sendMessage", {"chat_id": CHAT, "text": "a", "reply_markup": board(press())})
    known = {"chat_id": CHAT, "message_id": sent["message_id"]}
    edited = await telegram.call("editMessageText", known | {"text": "a"})
    assert "reply_markup" not in edited
    assert sent["reply_markup"] == board(press())


async def test_after_two_days_a_message_cannot_be_deleted(telegram: Telegram, watch: Any) -> None:
    sent = await telegram.call("sendMessage", {"chat_id": CHAT, "text": "a"})
    watch.goes(timedelta(days=2, seconds=1))
    reason = await refused(telegram, "deleteMessage", chat_id=CHAT, message_id=sent["message_id"])
    assert reason == "message can't be deleted for everyone"


async def test_files_that_are_refused(telegram: Telegram) -> None:
    picture = Upload("p.png", small_picture())
    caption = await refused(telegram, "sendPhoto", {"photo": picture}, chat_id=CHAT, caption="я" * 1025)
    assert caption == "message caption is too long"
    broken = {"photo": Upload("p.png", b"not a picture")}
    assert await refused(telegram, "sendPhoto", broken, chat_id=CHAT) == "IMAGE_PROCESS_FAILED"
    empty = {"document": Upload("a.txt", b"")}
    assert await refused(telegram, "sendDocument", empty, chat_id=CHAT) == "file must be non-empty"
    assert await refused(telegram, "sendDocument", chat_id=CHAT) == "there is no document in the request"
    sent = await telegram.call("sendDocument", {"chat_id": CHAT}, {"document": Upload("a.txt", b"a")})
    file_id = sent["document"]["file_id"]
    wrong_kind = await refused(telegram, "sendPhoto", chat_id=CHAT, photo=file_id)
    assert wrong_kind == "can't use file of type Document as Photo"
    assert await refused(telegram, "getFile", file_id="no") == "wrong file_id or the file is temporarily unavailable"
    again = await telegram.call("sendDocument", {"chat_id": CHAT, "document": file_id})
    assert again["document"] == sent["document"]


async def test_blocked_bot_gets_403(telegram: Telegram) -> None:
    telegram.gestures.block(CHAT)
    with pytest.raises(ApiError) as caught:
        await telegram.call("sendMessage", {"chat_id": CHAT, "text": "a"})
    assert (caught.value.code, caught.value.description) == (403, "Forbidden: bot was blocked by the user")
    statuses = [u["my_chat_member"]["new_chat_member"]["status"] for u in telegram.updates.waiting.values()]
    assert statuses == ["kicked"]


async def test_unknown_method_is_not_found(telegram: Telegram) -> None:
    with pytest.raises(ApiError) as caught:
        await telegram.call("sendPigeon", {})
    assert (caught.value.code, caught.value.description) == (404, "Not Found")


async def test_unknown_press_cannot_be_answered(telegram: Telegram) -> None:
    reason = await refused(telegram, "answerCallbackQuery", callback_query_id="1")
    assert reason == "query is too old and response timeout expired or query ID is invalid"


async def test_limits_answer_429_with_the_pause(telegram: Telegram) -> None:
    time = [0.0]
    telegram.limits = Limits(overall=30, per_chat=1, burst=3, clock=lambda: time[0])
    for number in range(3):
        await telegram.call("sendMessage", {"chat_id": CHAT, "text": str(number)})
    with pytest.raises(ApiError) as caught:
        await telegram.call("sendMessage", {"chat_id": CHAT, "text": "x"})
    assert (caught.value.code, caught.value.retry_after) == (429, 1)
    assert caught.value.as_answer()["parameters"] == {"retry_after": 1}
    time[0] = 1.0
    await telegram.call("sendMessage", {"chat_id": CHAT, "text": "x"})


async def test_commands_are_checked_and_shown_by_language(telegram: Telegram) -> None:
    bad = [{"command": "Bad Name", "description": "x"}]
    assert await refused(telegram, "setMyCommands", commands=bad) == "BOT_COMMAND_INVALID"
    for language, words in (("", "Help"), ("ru", "Помощь")):
        commands = [{"command": "help", "description": words}]
        await telegram.call("setMyCommands", {"commands": commands, "language_code": language})
    own = [{"command": "pairs", "description": "Пары"}]
    await telegram.call("setMyCommands", {"commands": own, "scope": {"type": "chat", "chat_id": CHAT}})
    profile = telegram.world.profile
    assert profile.commands_for(telegram.chat(CHAT).person) == own
    assert profile.commands_for(telegram.chat(12).person) == [{"command": "help", "description": "Help"}]
    await telegram.call("deleteMyCommands", {"scope": {"type": "chat", "chat_id": CHAT}})
    assert profile.commands_for(telegram.chat(CHAT).person)[0]["description"] == "Помощь"


def test_the_interface_is_that_of_aiogram() -> None:
    """Every parameter aiogram can send is known, so a newer aiogram shows what to add."""
    for name in METHODS:
        entry = interface()["methods"][name]
        model = getattr(aiogram_methods, name[0].upper() + name[1:])
        unknown = set(model.model_fields) - {*entry["required"], *entry["optional"]}
        assert not unknown, name
