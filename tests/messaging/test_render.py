"""Replies as messages."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from messaging.readers import Reader
from messaging.render import MAX_TEXT, Renderer, UnsendableError, cut, visible, visible_length
from messaging.replies import Button, File, Lines, Moment, Own, Say, Show, Style, Text, Toast
from simulator.entities import formatted
from tests.messaging.stage import TinyWords

RENDERER = Renderer(TinyWords())
ADULT, CHILD, GUEST = Reader("ru"), Reader("ru", child=True), Reader("en")


def test_what_people_wrote_is_escaped_once() -> None:
    name = "<b>Кот & Ко</b>"
    assert RENDERER.html(Say("hello", {"name": name}), ADULT) == "Здравствуйте, &lt;b&gt;Кот &amp; Ко&lt;/b&gt;!"
    nested = Lines((Say("hello", {"name": Lines((name, "и всё"), " ")}), name))
    assert visible(RENDERER.html(nested, ADULT)) == f"Здравствуйте, {name} и всё!\n{name}"
    assert RENDERER.plain(Say("hello", {"name": name}), ADULT) == f"Здравствуйте, {name}!"


def test_language_and_variant_are_the_readers() -> None:
    say = Say("hello", {"name": "Ира"})
    assert [RENDERER.html(say, reader) for reader in (ADULT, CHILD, GUEST)] == [
        "Здравствуйте, Ира!",
        "Привет, Ира!",
        "Hello, Ира!",
    ]
    own = Own({"ru": ("Вам {n} < {at} {else}", "Тебе {n}"), "en": ("You {n}", "You {n}")}, {"n": 5, "at": NOON})
    assert RENDERER.html(own, ADULT) == "Вам 5 &lt; 05.10 12:00 {else}"
    assert RENDERER.html(own, CHILD) == "Тебе 5"


@pytest.mark.parametrize(
    ("name", "told"), [("Анна", "Это Анна. Кто… Анна..."), ("Анна В.", "Это Анна В. Кто… Анна В....")]
)
def test_a_name_that_ends_with_a_stop_takes_no_second_one(name: str, told: str) -> None:
    own = Own({"ru": ("Это {name}. Кто… {name}...", ""), "en": ("", "")}, {"name": name})
    assert RENDERER.html(own, ADULT) == told


NOON = datetime(2026, 10, 5, 12, 0, tzinfo=UTC)


def test_a_time_to_be_kept_is_told_by_the_phones_clock_where_telegram_reads_html() -> None:
    say = Say("hello", {"name": Moment(NOON)})
    assert RENDERER.html(say, ADULT) == 'Здравствуйте, <tg-time unix="1791201600">05.10 12:00</tg-time>!'
    assert RENDERER.plain(say, ADULT) == "Здравствуйте, 05.10 12:00!"
    _, entities = formatted(RENDERER.html(say, ADULT), "HTML", None)
    assert entities == [{"type": "date_time", "offset": 14, "length": 11, "unix_time": 1791201600}]


def test_buttons_carry_what_telegram_reads() -> None:
    keyboard = (
        (Button("Да", press="a:1", style=Style.GOOD), Button(" · ")),
        (),
        (Button("Сайт", url="https://example.org"), Button("Код", copy="42")),
    )
    body = RENDERER.body(Show(1, "s", "текст", keyboard), ADULT)
    assert json.loads(body["markup"])["inline_keyboard"] == [
        [{"text": "Да", "callback_data": "a:1", "style": "success"}, {"text": " · ", "callback_data": "-"}],
        [{"text": "Сайт", "url": "https://example.org"}, {"text": "Код", "copy_text": {"text": "42"}}],
    ]


def test_what_is_chosen_is_told_by_a_mark_and_not_by_colour_alone() -> None:
    body = RENDERER.body(Show(1, "s", "текст", ((Button("Неделя", press="a", chosen=True),),)), ADULT)
    shown = [{"text": "✓ Неделя", "callback_data": "a", "style": "primary"}]
    assert json.loads(body["markup"])["inline_keyboard"] == [shown]


@pytest.mark.parametrize(
    "show",
    [
        Show(1, "s", "текст", ((Button("Да", press="я" * 33),),)),
        Show(1, "s", "текст", ((Button(" ", press="a"),),)),
        Show(1, "s", "текст", tuple((Button("x", press="a"),) for _ in range(101))),
        Show(1, "s", "  "),
        Show(1, "s" * 49, "текст"),
        Show(1, "s", "текст", key="k" * 121),
    ],
)
def test_what_telegram_would_refuse_is_refused_at_render(show: Show) -> None:
    with pytest.raises(UnsendableError):
        RENDERER.message(show, ADULT)


def test_a_missing_key_is_an_error() -> None:
    with pytest.raises(LookupError):
        RENDERER.html(Say("nothing"), ADULT)


def test_five_thousand_characters_are_cut_at_a_line() -> None:
    text = "\n".join(f"{number}. строка <ограничения>" for number in range(400))
    body = RENDERER.body(Show(1, "s", text), ADULT)
    lines = visible(body["text"]).split("\n")
    assert visible_length(body["text"]) <= MAX_TEXT
    assert lines[-1] == "Дальше не поместилось."
    assert lines[:-1] == text.split("\n")[: len(lines) - 1]
    assert len(lines) > 100


def test_captions_are_shorter() -> None:
    body = RENDERER.body(Show(1, "s", "слово " * 300, file=File("a.png", b"1", picture=True)), ADULT)
    assert 900 < visible_length(body["text"]) <= 1024
    assert body["file"]["form"] == "photo"


def test_a_long_toast_is_cut() -> None:
    assert len(RENDERER.toast(Toast("я" * 300), ADULT)) == 200


TEXTS = st.recursive(
    st.text(alphabet="аб<>&;\n 😀b/", max_size=3000),
    lambda parts: st.lists(parts, max_size=3).map(lambda found: Lines(tuple(found))),
    max_leaves=4,
)


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_any_text_is_within_the_limit_and_valid_html(text: Text) -> None:
    html = RENDERER.html(text, ADULT)
    if not visible(html).strip():
        return
    body = RENDERER.body(Show(1, "s", text), ADULT)
    shown, _ = formatted(body["text"], "HTML", None)
    assert len(shown.encode("utf-16-le")) // 2 <= MAX_TEXT


def test_a_cut_closes_what_is_open() -> None:
    html = f"<b>начало\n<i>{'слово ' * 100}</i></b>"
    shorter = cut(html, 200, "…")
    assert visible_length(shorter) <= 200
    shown, entities = formatted(shorter, "HTML", None)
    assert shown.startswith("начало")
    assert {entity["type"] for entity in entities} == {"bold", "italic"}
