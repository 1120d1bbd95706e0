"""Patterns: the same as `re` where both know them, and quick where `re` is not."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.patterns import PatternError, compiled


@pytest.mark.parametrize(
    ("pattern", "fits", "fails"),
    [
        (r"[0-9]{6}", ["634050"], ["63405", "6340500", "", "63405а"]),
        (r"^\d{3}-\d{2}$", ["123-45"], ["12345", "123-456"]),
        (r"[А-ЯЁ][а-яё]+( [А-ЯЁ][а-яё]+){1,2}", ["Анна Ёлкина", "Анна Ивановна Ким"], ["Анна", "анна ким"]),
        (r"(?:да|нет|не знаю)", ["да", "не знаю"], ["не", "дада"]),
        (r"\w+@\w+\.(ru|org)", ["a_1@школа.ru"], ["a@b.com", "a@.ru"]),
        (r"a*?b+", ["b", "aab", "bb"], ["a", ""]),
        (r"(a|b){2,}c?", ["ab", "bbac"], ["a", "ac"]),
        (r"[]^-]+", ["]^-"], ["a"]),
        (r"[^\s\]]{0,3}", ["", "абв"], ["a b", "]", "абвг"]),
        (r"x{0}y", ["y"], ["xy"]),
        (r"\{\+\}", ["{+}"], ["{}"]),
        ("", [""], ["a"]),
    ],
)  # fmt: skip
def test_the_whole_text_must_match(pattern: str, fits: list[str], fails: list[str]) -> None:
    made = compiled(pattern)
    assert [text for text in fits if not made.matches(text)] == []
    assert [text for text in fails if made.matches(text)] == []


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("(a", "a «)» is missing"),
        ("a)", "a «)» too many"),
        ("[a", "a «]» is missing"),
        ("[я-а]", "bad character range"),
        ("*a", "stands after nothing"),
        ("a**", "after another count"),
        ("a{2,1}", "counts backwards"),
        ("a{x}", "no count"),
        (r"(a)\1", "is not known here"),
        (r"\bслово", "is not known here"),
        (r"[\b]", "is not known here"),
        ("(?=a)b", "only plain groups"),
        ("a^b", "stands inside"),
        ("\\", "is not known here"),
        ("a" * 201, "200 are allowed"),
        ("(a{20}){20}", "more than 300 characters"),
        ("((((){99}){99}){99}){99}", "more than 300 characters"),
        ("(" * 21 + "a" + ")" * 21, "groups inside each other"),
    ],
)
def test_a_pattern_that_cannot_be_used_says_why(pattern: str, why: str) -> None:
    with pytest.raises(PatternError, match=re.escape(why)):
        compiled(pattern)


_ATOMS = st.sampled_from(["a", "b", ".", "[ab]", "[^a]", r"\d", "c"])
_COUNTS = st.sampled_from(["*", "+", "?", "{2}", "{1,3}", "{0,2}", "{2,}", "{0}", "{3,}", "{0,}", "*?"])
_PATTERNS = st.recursive(
    _ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"({'|'.join(parts)})"),
        st.tuples(inner, _COUNTS).map(lambda pair: f"({pair[0]}){pair[1]}"),
    ),
    max_leaves=6,
)


@given(pattern=_PATTERNS, text=st.text("abc1", max_size=7))
def test_it_matches_what_re_matches(pattern: str, text: str) -> None:
    try:
        made = compiled(pattern)
    except PatternError:
        return
    assert made.matches(text) is (re.fullmatch(pattern, text) is not None)


@pytest.mark.parametrize(
    "pattern", ["(a|a)*b", "(a*)*b", "((a+)+)+b", "a*a*a*a*a*a*a*b", "(.{0,10}){0,27}b", "(.*){99}b"]
)
def test_no_pattern_takes_long(pattern: str) -> None:
    begun = time.perf_counter()
    assert not compiled(pattern).matches("a" * 1000)
    assert time.perf_counter() - begun < 1  # takes milliseconds; backtracking would outlive the building
    assert not compiled("a*").matches("a" * 1001)
