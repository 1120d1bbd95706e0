"""The engine's own words: every key it uses is there in both languages, with the values it is given."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import surveys
from locales.wording import Wording
from surveys import errors
from surveys.calendar import MONTHS, WEEKDAYS

SOURCES = "".join(path.read_text(encoding="utf-8") for path in Path(surveys.__file__).parent.glob("*.py"))
KEYS = sorted(set(re.findall(r'"(survey-[a-z-]+)"', SOURCES)))
VALUES: dict[str, Any] = {
    "n": 3, "m": 10, "max": 2, "over": 4000, "min": 1, "number": Decimal("4.5"), "date": date(2012, 3, 15),
    "month": "mar", "year": "2012", "day": "mon", "decimals": 0,
}  # fmt: skip
BUTTONS = [
    "back",
    "keep",
    "skip",
    "later",
    "resume",
    "cancel",
    "done",
    "confirm",
    "check",
    "next",
    "agree",
    "refuse",
    "decades",
]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("key", KEYS)
def test_a_key_has_a_text_for_adults_and_children(language: str, key: str) -> None:
    words = Wording.load()
    for child in (False, True):
        assert words.text(language, key, child=child, **VALUES)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_buttons_fit(language: str) -> None:
    texts = {name: Wording.load().text(language, f"survey-{name}") for name in BUTTONS}
    assert {name for name, text in texts.items() if len(text) > 24} == set()


def test_progress_and_last_screen_read_as_agreed() -> None:
    words = Wording.load()
    assert words.text("ru", "survey-progress", n=3, m=10) == "Вопрос 3 из 10"
    assert words.text("en", "survey-progress", n=3, m=10) == "Question 3 of 10"
    assert words.text("ru", "survey-thanks").startswith("Спасибо")
    assert words.text("en", "survey-thanks").startswith("Thank you")
    assert words.text("ru", "survey-saved").startswith("Записано")


def test_every_month_and_weekday_has_its_own_name() -> None:
    words = Wording.load()
    for language in ("ru", "en"):
        assert len({words.text(language, "survey-month", month=month) for month in MONTHS}) == 12
        assert len({words.text(language, "survey-weekday", day=day) for day in WEEKDAYS}) == 7


def test_bounds_that_do_not_exist_are_left_out() -> None:
    words = Wording.load()
    assert words.text("ru", "survey-number-range", min="none", max="5") == "Нужно число не больше 5."
    assert words.text("ru", "survey-number-range", min="1", max="none") == "Нужно число не меньше 1."


def test_every_error_has_its_own_key() -> None:
    assert errors.TooLong(max=10, over=2).message.values == {"max": 10, "over": 2}
    assert errors.Stale().message.name in KEYS
