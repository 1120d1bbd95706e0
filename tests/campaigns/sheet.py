"""The questionnaire of the trial: its spreadsheet as a curator would send it, and, apart from that, what people know.

`QUESTIONS` says which question is asked under which answers in Python of its own, so that whatever the bot makes of the
spreadsheet's expressions is held against something that was never derived from them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tests.conversations.workbooks import Row, book

TITLE = "Как проходит наставничество"
Kind = Literal["single", "multi", "scale", "number", "decimal", "text", "date", "time"]
Given = Mapping[str, object]
When = Callable[[Given], bool]


def _always(given: Given) -> bool:
    return True


def _number(given: Given, name: str) -> int:
    value = given.get(name)
    return value if isinstance(value, int) else 0


def _has(given: Given, name: str) -> Sequence[str]:
    value = given.get(name)
    return value if isinstance(value, list) else ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question as a person meets it. `says`: words that stand in its text and in no other's.

    options: by id the label, in the order of the buttons. `low`, `high`: what may be answered; of dates, days from the
    opening; of a choice of several, how many may be ticked.
    """

    name: str
    kind: Kind
    says: str
    options: Mapping[str, str] | None = None
    low: int = 0
    high: int = 0
    optional: bool = False
    when: When = _always


YES_NO = {"yes": "Да", "no": "Нет"}
BEST = {
    "talks": "Разговоры",
    "help": "Помощь в делах",
    "events": "Общие мероприятия школы и выезды",
    "plan": "Понятный план",
    "friends": "Новые знакомые",
}
REASONS = {
    "time": "Мало времени",
    "far": "Далеко ездить",
    "topic": "Не та тема, о которой договаривались",
    "other": "Другое",
}
HELP = {
    "docs": "Документы",
    "lesson": "Открытый урок",
    "parents": "Разговор с родителями",
    "tech": "Техника",
    "rest": "Отдых",
    "order": "Порядок в классе",
}
PARTS = {"lead": "Веду", "follow": "Учусь", "both": "И то, и другое"}
FAR = {"near": "Рядом", "walk": "Пешком до получаса", "bus": "Автобус", "far": "Другой город"}

QUESTIONS: Sequence[Question] = (
    Question("liked", "single", "Вам понравилось в программе", YES_NO),
    Question("visits", "number", "Сколько встреч уже было", low=0, high=40, when=lambda g: g.get("liked") == "yes"),
    Question("missed", "number", "сколько вы пропустили", low=0, high=40, when=lambda g: g.get("liked") == "yes"),
    Question("best", "multi", "Что было лучше всего", BEST, low=1, high=5, when=lambda g: g.get("liked") == "yes"),
    Question("why", "text", "Что не понравилось", optional=True, when=lambda g: g.get("liked") == "no"),
    Question("mood", "scale", "С каким настроением", low=1, high=10),
    Question("reason", "single", "Что мешает сильнее всего", REASONS, when=lambda g: 0 < _number(g, "mood") <= 4),
    Question("trust", "scale", "Насколько вы доверяете", low=1, high=5),
    Question("plan", "scale", "Насколько ясен план", low=1, high=10),
    Question("help", "multi", "В чём нужна помощь", HELP, low=1, high=3),
    Question(
        "help_more", "text", "Расскажите подробнее о помощи", optional=True, when=lambda g: len(_has(g, "help")) >= 2
    ),
    Question("since", "date", "С какого дня вы в программе", low=-300, high=0),
    Question("hour", "time", "В котором часу удобнее", optional=True),
    Question("mark", "decimal", "Какую отметку вы бы поставили", low=2, high=5),
    Question("part", "single", "Что вы делаете на встречах", PARTS),
    Question(
        "again",
        "single",
        "Хотите ли вы ещё один год",
        YES_NO,
        when=lambda g: g.get("liked") == "yes" or g.get("part") == "lead",
    ),
    Question("from_day", "date", "С какого дня начнём снова", low=30, high=200, when=lambda g: g.get("again") == "yes"),
    Question("support", "scale", "Насколько вас поддерживает школа", low=1, high=10, optional=True),
    Question("goals", "text", "Чего вы хотите добиться"),
    Question("distance", "single", "Далеко ли вам до школы", FAR),
    Question(
        "minutes", "number", "Сколько минут вы едете", low=1, high=180, when=lambda g: g.get("distance") != "near"
    ),
    Question("friends", "single", "Появились ли новые друзья", YES_NO),
    Question(
        "friends_many", "number", "Сколько новых друзей", low=1, high=30, when=lambda g: g.get("friends") == "yes"
    ),
    Question("future", "scale", "Насколько ясно будущее", low=1, high=10, when=lambda g: _number(g, "support") >= 5),
    Question("wish", "text", "Что добавить в программу", optional=True),
)
NOTES = ("Здравствуйте! Отвечайте так, как думаете", "Осталось совсем немного")


def asked(given: Given) -> list[Question]:
    """The questions that count under these answers: a condition sees only answers that count themselves."""
    found: list[Question] = []
    counts: dict[str, object] = {}
    for question in QUESTIONS:
        if question.when(counts):
            found.append(question)
            if question.name in given:
                counts[question.name] = given[question.name]
    return found


# --- the spreadsheet -----------------------------------------------------------------------------------------------

_HEAD = ("type", "name", "label", "relevant", "required", "constraint", "constraint_message", "parameters")
_LISTS = {"yn": YES_NO, "best": BEST, "reasons": REASONS, "help": HELP, "parts": PARTS, "far": FAR}
_TEN, _FIVE = "start=1 end=10 step=1", "start=1 end=5 step=1"


def _ask(  # one row of the survey sheet
    kind: str, name: str, label: str, relevant: str = "", *, may_skip: bool = False, only: str = "", said: str = "",
    parameters: str = "",
) -> Row:  # fmt: skip
    return (kind, name, label, relevant, "" if may_skip else "yes", only, said, parameters)


_SURVEY: Sequence[Row] = (
    ("note", "hello", f"{NOTES[0]}.", "", "", "", "", ""),
    _ask("select_one yn", "liked", "Вам понравилось в программе?"),
    _ask("integer", "visits", "Сколько встреч уже было?", "${liked} = 'yes'", only=". >= 0 and . <= 40"),
    _ask(
        "integer",
        "missed",
        "Из ${visits} встреч сколько вы пропустили?",
        "${liked} = 'yes'",
        only=". >= 0 and . <= ${visits}",
        said="Пропустить больше, чем было, нельзя",
    ),
    _ask("select_multiple best", "best", "Что было лучше всего?", "${liked} = 'yes'"),
    _ask("text", "why", "Что не понравилось?", "${liked} = 'no'", may_skip=True),
    _ask("range", "mood", "С каким настроением вы идёте на встречу?", parameters=_TEN),
    _ask("select_one reasons", "reason", "Что мешает сильнее всего?", "${mood} <= 4"),
    _ask("range", "trust", "Насколько вы доверяете друг другу?", parameters=_FIVE),
    _ask("range", "plan", "Насколько ясен план?", parameters=_TEN),
    _ask("select_multiple help", "help", "В чём нужна помощь?", only="count-selected(.) <= 3"),
    _ask("text", "help_more", "Расскажите подробнее о помощи", "count-selected(${help}) >= 2", may_skip=True),
    _ask("date", "since", "С какого дня вы в программе?", only=". <= today()", said="Этот день ещё не наступил"),
    _ask("time", "hour", "В котором часу удобнее?", may_skip=True),
    ("note", "soon", f"{NOTES[1]}.", "", "", "", "", ""),
    _ask("decimal", "mark", "Какую отметку вы бы поставили?", only=". >= 2 and . <= 5"),
    _ask("select_one parts", "part", "Что вы делаете на встречах?"),
    _ask("select_one yn", "again", "Хотите ли вы ещё один год?", "${liked} = 'yes' or ${part} = 'lead'"),
    _ask("date", "from_day", "С какого дня начнём снова?", "${again} = 'yes'", only=". >= today()"),
    _ask("range", "support", "Насколько вас поддерживает школа?", may_skip=True, parameters=_TEN),
    _ask("text", "goals", "Чего вы хотите добиться?"),
    _ask("select_one far", "distance", "Далеко ли вам до школы?"),
    _ask("integer", "minutes", "Сколько минут вы едете?", "${distance} != 'near'", only=". >= 1 and . <= 180"),
    _ask("select_one yn", "friends", "Появились ли новые друзья?"),
    _ask("integer", "friends_many", "Сколько новых друзей?", "${friends} = 'yes'", only=". >= 1 and . <= 30"),
    _ask("range", "future", "Насколько ясно будущее?", "${support} >= 5", parameters=_TEN),
    _ask("text", "wish", "Что добавить в программу?", may_skip=True),
)


def spreadsheet(*, anonymous: bool = False) -> bytes:
    """The xlsx in the layout of XLSForm."""
    choices = [(name, option, label) for name, options in _LISTS.items() for option, label in options.items()]
    settings = (("form_title", "form_id", "anonymous"), (TITLE, "trial", "yes" if anonymous else ""))
    return book(survey=(_HEAD, *_SURVEY), choices=(("list_name", "name", "label"), *choices), settings=settings)
