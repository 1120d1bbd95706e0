"""The summary's lines as a curator reads them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from locales import LANGUAGES, Wording
from mentoring.participation import Participation, Rate, Stuck
from mentoring.satisfaction import Figure
from reports.data import Summary, Waiting
from reports.summary_text import MOST_LINES, lines
from tests.reports import example


def told(summary: Summary, language: str = "ru") -> list[str]:
    return [Wording.load().text(language, key, **values) for key, values in lines(summary)]


def with_meetings(held: int, planned: int, unplanned: int = 0) -> Summary:
    return replace(example.summary(), participation=Participation(3, planned, held, unplanned, 0, 0, {}, ()))


def test_a_month_in_russian() -> None:
    assert told(example.summary()) == [
        "📊 <b>МОУ СОШ № 14</b>, 1 сентября 2026 — 30 сентября 2026",
        "Активных пар и групп: 2",
        "Проведено 3 из 5 встреч",
        "Ещё без плана: 1",
        "Не состоялось: 1, без отметки: 1, отменено: 1, перенесено: 1",
        "Отзывы о встречах: 4 из 6",
        "Анкеты: 3 из 4",
        "Оценка встреч: <b>4,5</b> из 5 (4 ответа, ▲ 0,25)",
        "Удовлетворённость: <b>9</b> из 10 (3 ответа)",
        "⚠️ Без встреч 21 день и дольше — 2 пары:",
        "• Олег К. — Анна В., Денис Л. — ни одной встречи за 31 день",
        "• Мария И. — Пётр С. — 24 дня",
    ]


def test_a_month_in_english() -> None:
    text = told(example.summary(), "en")
    assert text[2] == "3 of 5 meetings held"
    assert text[7] == "Marks of meetings: <b>4.5</b> of 5 (4 answers, ▲ 0.25)"
    assert text[-1] == "• Мария И. — Пётр С. — 24 days"


def test_a_new_school_without_anything() -> None:
    assert told(example.nothing())[1:] == [
        "Активных пар и групп: 0",
        "Встреч не было и не планировалось",
        "Отзывы о встречах: никого не спрашивали",
        "Анкеты: никому не отправляли",
        "Оценка встреч: пока нет ответов",
        "Удовлетворённость: пока нет ответов",
    ]


@pytest.mark.parametrize(
    ("held", "planned", "text"),
    [
        (0, 1, "Проведено 0 из 1 встречи"),
        (1, 2, "Проведена 1 из 2 встреч"),
        (7, 9, "Проведено 7 из 9 встреч"),
        (11, 21, "Проведено 11 из 21 встречи"),
        (21, 22, "Проведена 21 из 22 встреч"),
    ],
)
def test_russian_plurals_of_meetings(held: int, planned: int, text: str) -> None:
    assert text in told(with_meetings(held, planned))


def test_only_unplanned_meetings_are_not_called_none() -> None:
    text = told(with_meetings(0, 0, unplanned=2))
    assert "Ещё без плана: 2" in text
    assert "Встреч не было и не планировалось" not in text


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (Figure("m", Decimal("4.58"), 1, Decimal("-0.30"), 3), "Оценка встреч: <b>4,58</b> из 5 (1 ответ, ▼ 0,3)"),
        (
            Figure("m", Decimal("4.60"), 12, Decimal("0.00"), 3),
            "Оценка встреч: <b>4,6</b> из 5 (12 ответов, как в прошлый период)",
        ),
        (Figure("m", Decimal("5.00"), 2, None, 0), "Оценка встреч: <b>5</b> из 5 (2 ответа)"),
        (
            Figure("m", None, 3, None, 0, hidden=True),
            "Оценка встреч: среднее скрыто, чтобы не выдать ответы немногих (3)",
        ),
        (Figure("m", None, 0, None, 8), "Оценка встреч: пока нет ответов"),
    ],
)
def test_the_mark_of_meetings(figure: Figure, text: str) -> None:
    assert text in told(replace(example.summary(), meeting_marks=figure))


def test_asked_but_nobody_answered_is_a_zero_and_not_a_gap() -> None:
    silent = replace(
        example.participation(), responses={"feedback": Rate(4, 0), "exit": Rate(2, 0), "entry": Rate(1, 1)}
    )
    text = told(replace(example.summary(), participation=silent))
    assert "Отзывы о встречах: 0 из 4" in text
    assert "Анкеты: 1 из 3" in text


def stuck(summary: Summary, waiting: tuple[Waiting, ...]) -> Summary:
    """With these pairs waiting, of whom no more are named than a phone has lines for."""
    counted = tuple(Stuck(number, example.at(15), pair.days) for number, pair in enumerate(waiting))
    longest = tuple(sorted(waiting, key=lambda pair: -pair.days))[:MOST_LINES]
    return replace(summary, participation=replace(summary.participation, stuck=counted), waiting=longest)


def test_everybody_has_met() -> None:
    assert told(stuck(example.summary(), ()))[-1] == "✅ Нет пар без встреч 21 день и дольше"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("many", [1, 2, 3, 4, 40])
def test_never_more_than_twelve_lines_and_nobody_is_lost(many: int, language: str) -> None:
    waiting = tuple(Waiting(f"pair {n}", 21 + n) for n in range(many))
    for summary in (example.summary(), example.nothing()):
        keys = lines(stuck(summary, waiting))
        assert len(told(stuck(summary, waiting), language)) <= MOST_LINES
        named = sum(key == "report-waiting-pair" for key, _ in keys)
        more = sum(int(str(values["count"])) for key, values in keys if key == "report-waiting-more")
        assert named + more == many
        assert named >= 1


def test_the_longest_wait_comes_first() -> None:
    waiting = tuple(Waiting(f"pair {n}", 21 + n) for n in range(9))
    named = [values["pair"] for key, values in lines(stuck(example.nothing(), waiting)) if "pair" in values]
    assert named[0] == "pair 8"
