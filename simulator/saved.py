"""Telegram's state on disk: a JSON file, and beside it a folder with the files people and bot sent."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from simulator.chats import Chat, Person, Toast, World
from simulator.files import Files, StoredFile
from simulator.updates import Updates

_VERSION = 1
# A kill may come between a change and its write. The numbers jump on when the state is read, for the bot
# remembers ids it has seen and would take a new update or message under an old number for the old one.
_JUMP = 1000


def snapshot(world: World, updates: Updates) -> str:
    """The whole state as JSON, without the bytes of files."""
    state = {
        "version": _VERSION,
        "chats": [_chat_state(chat) for chat in world.chats.values()],
        "files": [_file_state(stored) for stored in world.files.by_id.values()],
        "profile": {
            "commands": [[*key, value] for key, value in world.profile.commands.items()],
            "descriptions": world.profile.descriptions,
            "short_descriptions": world.profile.short_descriptions,
            "menu_buttons": list(world.profile.menu_buttons.items()),
        },
        "presses": list(world.presses.items()),
        "last_message_id": world.last_message_id,
        "last_press": world.last_press,
        "revision": world.revision,
        "updates": {"next_id": updates.next_id, "waiting": list(updates.waiting.values())},
    }
    return json.dumps(state, ensure_ascii=False)


def write(path: Path, state: str, files: Files) -> None:
    """Put a snapshot and the files it names on disk; the old snapshot stays until the new one is whole."""
    folder = _folder(path)
    folder.mkdir(parents=True, exist_ok=True)
    for stored in list(files.by_id.values()):
        target = folder / stored.unique_id
        if not target.exists():
            _write_whole(target, stored.content)
    _write_whole(path, state.encode())


def restore(path: Path, world: World, updates: Updates) -> None:
    """Fill an empty world and queue with what was written."""
    state = json.loads(path.read_text(encoding="utf-8"))
    if state["version"] != _VERSION:
        raise ValueError(f"{path} has the unknown version {state['version']}; start anew without it")
    for chat_state in state["chats"]:
        chat = _chat(chat_state)
        world.chats[chat.person.id] = chat
    for file_state in state["files"]:
        content = (_folder(path) / file_state["unique_id"]).read_bytes()
        size = tuple(file_state.pop("size_in_pixels"))
        world.files.put_back(StoredFile(**file_state, content=content, size_in_pixels=size))
    _restore_profile(world, state["profile"])
    world.presses.update(state["presses"])
    world.last_message_id = state["last_message_id"] + _JUMP
    world.last_press = state["last_press"] + _JUMP
    world.revision = state["revision"]
    updates.next_id = state["updates"]["next_id"] + _JUMP
    updates.waiting = {update["update_id"]: update for update in state["updates"]["waiting"]}


def _folder(path: Path) -> Path:
    return path.with_suffix(".files")


def _write_whole(target: Path, content: bytes) -> None:
    new = target.with_name(f"{target.name}.new")
    with new.open("wb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())
    new.replace(target)


def _chat_state(chat: Chat) -> dict[str, Any]:
    return {
        "person": asdict(chat.person),
        "started": chat.started,
        "blocked": chat.blocked,
        "messages": list(chat.messages.values()),
        "revisions": list(chat.revisions.items()),
        "keyboard": chat.keyboard,
        "toasts": [asdict(toast) for toast in chat.toasts[-1:]],
    }


def _chat(state: Mapping[str, Any]) -> Chat:
    own = [message for message in state["messages"] if message["from"]["is_bot"]]
    return Chat(
        person=Person(**state["person"]),
        started=state["started"],
        blocked=state["blocked"],
        messages={message["message_id"]: message for message in state["messages"]},
        revisions={int(message): revision for message, revision in state["revisions"]},
        keyboard=state["keyboard"],
        toasts=[Toast(**toast) for toast in state["toasts"]],
        shown=[message.get("text") or message.get("caption") or "" for message in own],
    )


def _file_state(stored: StoredFile) -> dict[str, Any]:
    return {
        "file_id": stored.file_id,
        "unique_id": stored.unique_id,
        "kind": stored.kind,
        "name": stored.name,
        "mime": stored.mime,
        "path": stored.path,
        "size_in_pixels": stored.size_in_pixels,
    }


def _restore_profile(world: World, state: Mapping[str, Any]) -> None:
    profile = world.profile
    profile.commands = {(scope, language): value for scope, language, value in state["commands"]}
    profile.descriptions = dict(state["descriptions"])
    profile.short_descriptions = dict(state["short_descriptions"])
    profile.menu_buttons = {int(chat): button for chat, button in state["menu_buttons"]}
