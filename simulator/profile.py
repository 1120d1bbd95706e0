"""Methods about the bot itself: who it is, its commands, descriptions and menu button."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from simulator.errors import bad_request

if TYPE_CHECKING:
    from simulator.telegram import Request

MAX_COMMANDS = 100
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})


async def get_me(request: Request) -> dict[str, Any]:
    return {
        **request.world.bot,
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def set_my_commands(request: Request) -> bool:
    commands = request.params.json("commands")
    if not isinstance(commands, list):
        raise bad_request("can't parse commands: expected an Array of BotCommand")
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    checked = [_command(command) for command in commands]
    key = _scope(request), request.params.text("language_code") or ""
    if checked:
        request.world.profile.commands[key] = checked
    else:
        request.world.profile.commands.pop(key, None)
    _tell(request, key[0])
    return True


def _tell(request: Request, scope: str) -> None:
    """The menus of one chat, or of all, may have changed."""
    kind, _, chat = scope.partition(":")
    for person_id in [int(chat)] if kind == "chat" else request.world.chats:
        request.world.tell(person_id, "chat")


def _command(command: Any) -> dict[str, str]:
    if not isinstance(command, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name = str(command.get("command", "")).removeprefix("/")
    description = str(command.get("description", "")).strip()
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _scope(request: Request) -> str:
    scope = request.params.json("scope") or {"type": "default"}
    kind = scope.get("type") if isinstance(scope, dict) else None
    if kind == "chat":
        chat = request.world.chats.get(int(scope.get("chat_id", 0)))
        if chat is None or not chat.started:
            raise bad_request("chat not found")
        return f"chat:{chat.person.id}"
    if kind not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type")
    return str(kind)


async def get_my_commands(request: Request) -> list[dict[str, str]]:
    key = _scope(request), request.params.text("language_code") or ""
    return request.world.profile.commands.get(key, [])


async def delete_my_commands(request: Request) -> bool:
    key = _scope(request), request.params.text("language_code") or ""
    request.world.profile.commands.pop(key, None)
    _tell(request, key[0])
    return True


async def set_my_description(request: Request) -> bool:
    return _describe(request, request.world.profile.descriptions, "description", 512)


async def get_my_description(request: Request) -> dict[str, str]:
    return {"description": _described(request, request.world.profile.descriptions)}


async def set_my_short_description(request: Request) -> bool:
    return _describe(request, request.world.profile.short_descriptions, "short_description", 120)


async def get_my_short_description(request: Request) -> dict[str, str]:
    return {"short_description": _described(request, request.world.profile.short_descriptions)}


def _describe(request: Request, texts: dict[str, str], field: str, most: int) -> bool:
    text = request.params.text(field) or ""
    if len(text) > most:
        raise bad_request(f"{field.replace('_', ' ')} is too long")
    texts[request.params.text("language_code") or ""] = text
    return True


def _described(request: Request, texts: dict[str, str]) -> str:
    return texts.get(request.params.text("language_code") or "", texts.get("", ""))


async def set_chat_menu_button(request: Request) -> bool:
    button = request.params.json("menu_button") or {"type": "default"}
    if button.get("type") not in ("commands", "web_app", "default"):
        raise bad_request("can't parse MenuButton: unsupported type")
    request.world.profile.menu_buttons[request.params.integer("chat_id") or 0] = button
    return True


async def get_chat_menu_button(request: Request) -> dict[str, Any]:
    buttons = request.world.profile.menu_buttons
    chat = request.params.integer("chat_id") or 0
    return buttons.get(chat) or buttons.get(0) or {"type": "commands"}


async def leave(request: Request) -> bool:
    """logOut and close: there is no other server to move to, so they always succeed."""
    return request.world.bot["is_bot"] is True
