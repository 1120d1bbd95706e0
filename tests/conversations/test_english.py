"""The main cycle in English and in Russian: one language on every screen, and the right «you» for each."""

from __future__ import annotations

import re

import pytest

from locales.wording import FOLDER
from tests.conversations.failing_school import parked_bodies
from tests.conversations.school_year import SchoolYear
from tests.conversations.world import Here, World

CYRILLIC = re.compile(r"[А-Яа-яЁё]+")
LATIN = re.compile(r"[A-Za-z]+")
NEUTRAL = re.compile(r"https?://\S+|/[a-z]+\b|@\w+|\b\d{1,2}[А-Я]\b")
"""Links, commands and school classes are the same in every language."""
FORWARDED = "?start="
"""A child forwards the guardian's link: that message speaks to an adult."""
BROKEN = re.compile(r"\{|\}|\bNone\b(?! of)")
KEY = re.compile(r"[a-z]+(?:-[a-z_]+)+")
TO_ADULTS = re.compile(r"\b(?:[Вв]ы|[Вв]ас|[Вв]ам|[Вв]ами|[Вв]аш\w*|\w+(?:йте|ите|ьте)(?:сь)?)\b")
TO_CHILDREN = re.compile(r"\b(?:[Тт]ы|[Тт]ебя|[Тт]ебе|[Тт]обой|[Тт]во(?:й|я|ё|его|ей|ему|им|их|и|ю))\b")
RUSSIAN_ALLOWS = {
    "UTC",
    "Telegram",
    "Language",
    "language",
    "English",
    "Choose",
    "a",
    "QR",
    "docx",
    "xlsx",
    "pdf",
    "png",
    "ics",
}
ENGLISH_ALLOWS = {"Русский", "Язык", "Выберите", "язык"}


async def walked(world: World, language: str) -> SchoolYear:
    """The whole cycle, with everything that anybody saw."""
    year = await SchoolYear.open(world, language)
    await year.everybody_comes()
    await year.pair_is_formed()
    await year.they_meet()
    await year.they_look_round()
    await year.it_ends()
    assert await parked_bodies(world) == []
    return year


def keys() -> frozenset[str]:
    """Every key there is a wording for."""
    texts = [path.read_text(encoding="utf-8") for path in FOLDER.glob("*/*.ftl")]
    return frozenset(key for text in texts for key in re.findall(r"^([a-z][\w-]*) =", text, re.MULTILINE))


def found(year: SchoolYear, pattern: re.Pattern[str], allowed: set[str], who: tuple[str, ...] = ()) -> set[str]:
    """What the pattern finds on the screens of these people, of everybody if none are named."""
    return {
        f"{each}: {match} — {text[:160]!r}"
        for each in who or tuple(year.people)
        for text in year.seen(each)
        if not (each == "child" and FORWARDED in text)
        for match in pattern.findall(NEUTRAL.sub("", text))
        if match not in allowed
    }


async def _blank(_: Here, function: object, *arguments: object) -> bytes:
    """Files have tests of their own, and drawing takes seconds."""
    return b"file"


@pytest.mark.parametrize(
    ("language", "other", "allowed"),
    [("en", CYRILLIC, ENGLISH_ALLOWS), ("ru", LATIN, RUSSIAN_ALLOWS)],
    ids=["en", "ru"],
)
async def test_one_language_on_every_screen(
    world: World, monkeypatch: pytest.MonkeyPatch, language: str, other: re.Pattern[str], allowed: set[str]
) -> None:
    monkeypatch.setattr(Here, "make", _blank)
    year = await walked(world, language)
    assert found(year, other, allowed) == set()
    assert found(year, BROKEN, set()) == set()
    known = keys()
    every = (match for who in year.people for text in year.seen(who) for match in KEY.findall(text))
    assert {match for match in every if match in known} == set()
    if language == "ru":
        assert found(year, TO_ADULTS, set(), ("child",)) == set()
        assert found(year, TO_CHILDREN, set(), ("coordinator", "curator", "mentor", "guardian")) == set()
