"""aiogram imported without making its types ready is the same aiogram: each type is built when somebody asks for it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
ALL_TYPES = """
import re
from aiogram import methods, types
from aiogram.methods.base import Response
from pydantic import BaseModel

answers = [Response[getattr(methods, name).__returning__] for name in methods.__all__ if name[0].isupper()
           and isinstance(getattr(methods, name).__dict__.get("__api_method__"), str)]
known = [getattr(room, name) for room in (types, methods) for name in room.__all__]
models = [each for each in known if isinstance(each, type) and issubclass(each, BaseModel)] + answers
told = {}
for model in models:
    model.__pydantic_validator__.title  # built by now
    told[model.__name__] = re.sub(" at 0x[0-9a-f]+", "", str(model.model_fields))
"""
PRESS = {
    "update_id": 7,
    "callback_query": {
        "id": "1",
        "from": {"id": 5, "is_bot": False, "first_name": "A"},
        "chat_instance": "1",
        "data": "menu",
        "message": {"message_id": 3, "date": 0, "chat": {"id": 5, "type": "private"}, "text": "x"},
    },
}


def told(code: str) -> dict[str, str]:
    """What `told` holds after this code has run in a process of its own."""
    script = f"import json\n{code}\nprint(json.dumps(told))"
    done = subprocess.run([sys.executable, "-c", script], cwd=HOME, capture_output=True, text=True, check=True)
    found: dict[str, str] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def light() -> dict[str, str]:
    return told(f"from bot.light import import_aiogram\nimport_aiogram()\n{ALL_TYPES}")


@pytest.mark.long
def test_every_type_and_method_is_built_on_demand_as_aiogram_builds_it(light: dict[str, str]) -> None:
    assert len(light) > 550
    assert light == told(ALL_TYPES)


def test_an_update_is_read_and_little_else_is_built() -> None:
    found = told(
        f"""
from bot.light import import_aiogram
import_aiogram()
from aiogram import types
update = types.Update.model_validate({PRESS!r})
kinds = [getattr(types, name) for name in types.__all__]
told = {{"data": update.callback_query.data, "message": type(update.callback_query.message).__name__,
        "built": sum(getattr(kind, "__pydantic_complete__", False) for kind in kinds)}}
"""
    )
    assert (found["data"], found["message"]) == ("menu", "Message")
    assert int(found["built"]) < 20


def test_asking_again_changes_nothing() -> None:
    found = told(
        """
from bot.light import import_aiogram
import_aiogram()
from aiogram.types import Update
first = Update.model_rebuild
import_aiogram()
told = {"same": first == Update.model_rebuild}
"""
    )
    assert found["same"]
