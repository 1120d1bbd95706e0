"""The questionnaire of the measurements: ten scales, eight choices, three of several, two numbers, two texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

NAME = "own-0-bench"


def written() -> str:
    """Its definition as YAML."""
    survey = {
        "survey": NAME,
        "version": 1,
        "title": {"ru": "Большая анкета", "en": "A large questionnaire"},
        "ask": [{"id": one["id"], **one} for one in _questions()],
    }
    return yaml.safe_dump(survey, allow_unicode=True, sort_keys=False)


def _questions() -> Iterator[dict[str, Any]]:
    for number in range(1, 11):
        ends = {"low": {"ru": "совсем нет", "en": "not at all"}, "high": {"ru": "очень", "en": "very much"}}
        yield {"id": f"scale{number}", "kind": "scale", "min": 1, "max": 10, **ends, **_text("Насколько вам", number)}
    for number in range(1, 9):
        yield {"id": f"single{number}", "kind": "single", **_options(5), **_text("Что из этого вам", number)}
    for number in range(1, 4):
        yield {"id": f"multi{number}", "kind": "multi", **_options(6), **_text("Что ещё из этого вам", number)}
    for number in range(1, 3):
        yield {"id": f"number{number}", "kind": "number", "min": 0, "max": 40, **_text("Сколько раз вам", number)}
    for number in range(1, 3):
        yield {"id": f"text{number}", "kind": "text", **_text("Расскажите, как вам", number)}


def _text(begins: str, number: int) -> dict[str, Any]:
    return {"text": {"ru": f"{begins} помогло дело {number}?", "en": f"How did thing {number} help you?"}}


def _options(many: int) -> dict[str, Any]:
    return {
        "options": [
            {"id": f"o{number}", "label": {"ru": f"Вариант {number}", "en": f"Option {number}"}}
            for number in range(1, many + 1)
        ]
    }
