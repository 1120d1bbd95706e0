"""What somebody at a loss types: something plausible most times, by what the bot asks, and nonsense now and then."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from surveys.definition import Question

_SURNAMES = ("Новикова", "Ракитина", "Осокина", "Полева", "Степная", "Горная", "Лесная", "Речная", "Вересова")
_FIRST = ("Анна Ильинична", "Вера Олеговна", "Нина Петровна", "Дарья Игоревна")
NONSENSE = ("абракадабра ₽ <i>", "31.02.2026", "-5", "x" * 4096, "🙂", "٣", "да", "завтра", "/nothing", "25:61")
_QUARTERS = ("00", "15", "30", "45")


def typed(random: Random, question: Question, now: datetime, word: str) -> str:
    """A text for a question; `word` is marked, and stands in every free text."""
    kind = question.kind
    if kind == "date":
        return _day(random, question.id, now)
    if kind == "time":
        return f"{random.randint(8, 20)}:{random.choice(_QUARTERS)}"
    if kind in ("number", "scale"):
        return str(random.randint(1, 60))
    if "find" in question.id or question.id == "part":
        return random.choice(("ов", "Сер", "Пот", "а", "Громов", "Новикова"))
    if question.id in ("name", "guardian_name"):
        return a_name(random)
    if question.id in ("class", "school_class"):
        return random.choice(("7А", "5Б", "9В"))
    if "number" in question.id:
        return f"{random.randint(1, 400)}-од"
    return random.choice((word, f"Про {word}, и не раз", f"{word} <b>&</b>"))


def a_name(random: Random) -> str:
    """Of somebody who has most likely not been named before."""
    second = "".join(random.choices("абвгдеилмнорст", k=6)).capitalize()
    return f"{random.choice(_SURNAMES)}-{second} {random.choice(_FIRST)}"


def _day(random: Random, question: str, now: datetime) -> str:
    """A birthday, a day of long ago, or one not far from today."""
    if question == "birth":
        day = now - timedelta(days=365 * random.choice((12, 13, 15, 16, 25, 33, 45)) + random.randint(0, 300))
    elif question in ("career_start", "hired_here"):
        day = now - timedelta(days=random.randint(100, 3000))
    elif question in ("ends", "closes", "until"):
        day = now + timedelta(days=random.randint(1, 160))
    else:
        day = now + timedelta(days=random.randint(-9, 12))
    return f"{day:%d.%m.%Y}"
