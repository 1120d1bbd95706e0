"""The operator's language."""

import pytest

from bot.words import operator_language, say


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "ru"),
        ({"LANG": "C.UTF-8"}, "ru"),
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "ru_RU.UTF-8", "LC_MESSAGES": "en_GB.UTF-8", "LC_ALL": ""}, "en"),
    ],
)
def test_russian_unless_the_machine_is_english(environ: dict[str, str], language: str) -> None:
    assert operator_language(environ) == language


def test_say_speaks_the_language_asked_for() -> None:
    assert say("doctor-clock-ok", language="ru") == "Часы идут верно."
    assert say("doctor-clock-ok", language="en") == "The clock is right."
