"""docs/numbers.md, written from the programmes, their formulas and the wordings: `python -m tests.manual.numbers`.

What is not in the data is in `summary.yaml` beside this file: what each line of a summary counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from handlers.indicators_formula import counted
from locales.wording import Wording
from mentoring.numerators import Level
from messaging.readers import Reader
from messaging.render import Renderer
from programmes.load import bundled, load_programme
from programmes.milestones import Indicator
from programmes.programme import Programme
from programmes.reporting import periods_of

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "docs" / "numbers.md"
RUSSIAN = Reader("ru")
WORDS = Wording.load()
HEAD = """# Что значит каждое число

<!-- Записано командой `python -m tests.manual.numbers`; правьте не здесь, а то, из чего она пишет. -->

Куратор и координатор решают по этим числам, поэтому у каждого есть определение. Страница собирается из самих программ и слов бота.
Как считаются результаты анкет, «до и после» и ожидаемые результаты, — в [What every number means](results.md) (по-английски).

## Сводка

Период — неделя, месяц, квартал или год до этой минуты; в понедельник — прошлая неделя целиком, с понедельника по воскресенье. Источник строк —
мониторинг процесса целевой модели наставничества (в программе школы № 14 Твери — раздел 10, первый этап) и её удовлетворённость (разделы 4 и 9.7).

| Строка сводки (пример) | Что считается | За какие дни |
|---|---|---|
"""
SMALL = """
Координатору среднее показывается, только если за ним не меньше пяти человек и если его нельзя вычислить из других показанных чисел.
Куратор, психолог и руководитель видят числа своей организации без этого порога.
"""
INDICATORS = """
## Показатели

Показатель — доля: числитель / знаменатель × 100 %, до тысячных. Числитель бот считает сам **на отчётную дату**. Знаменатель вводят люди, с днём и источником:
берётся самый новый из введённых до отчётной даты, а если таких нет — первый после неё. Что точно значат слова правил:

- **«чьё наставничество началось за время программы»** — пара стала действующей не раньше первого дня программы и не позже отчётной даты; чем она кончилась, не важно;
- **«чьё наставничество шло в отчётном периоде»** — пара действовала хотя бы один день с начала отчётного года (квартала) до отчётной даты;
- возраст и стаж — полные годы на отчётную дату; «от 0 до 3 лет» включает третью годовщину;
- человек считается один раз в муниципалитете и один раз в каждой своей организации;
- у кого не указаны дата рождения, класс или начало работы, тот не считается, и бот говорит, сколько таких.

Годы ниже — как в документе. Если задан `SCHOOL_YEAR`, все сроки сдвигаются на столько же лет. Подробности каждого правила — в [What every number means](results.md#indicators).
"""


@dataclass(frozen=True, slots=True)
class Told:
    """One line of a summary: the key of its wording, values for an example, what it counts and of which days."""

    key: str
    values: dict[str, Any]
    counts: str
    when: str


def summary_lines() -> list[Told]:
    """The lines of `summary.yaml`, in the order of a summary."""
    return [Told(**each) for each in yaml.safe_load((HERE / "summary.yaml").read_text(encoding="utf-8"))]


def page() -> str:
    """The whole page as it must stand in docs/."""
    lines = "".join(f"| {_plain(each)} | {each.counts} | {each.when} |\n" for each in summary_lines())
    programmes = "".join("\n" + "\n".join(_programme(load_programme(name))) + "\n" for name in bundled())
    return HEAD + lines + SMALL + INDICATORS + programmes


def _plain(told: Told) -> str:
    return re.sub(r"<[^>]+>", "", WORDS.text("ru", told.key, **told.values)).rstrip(":")


def _programme(programme: Programme) -> Iterator[str]:
    yield f"### {programme.title.ru} {{ #{programme.id} }}"
    yield ""
    yield f"{programme.document}."
    if not programme.indicators:
        yield ""
        yield f"Показателей в документе нет: программа оценивается по ожидаемым результатам, их {len(programme.results)}."
    for indicator in programme.indicators:
        yield ""
        yield from _indicator(programme, indicator)


def _indicator(programme: Programme, of: Indicator) -> Iterator[str]:
    yield f"**{of.id}. {of.name.ru}** ({'больше — лучше' if of.more_is_better else 'меньше — лучше'})"
    yield ""
    yield f"- Числитель: {Renderer(WORDS).plain(counted(programme, of.numerator), RUSSIAN)}."
    yield f"- Знаменатель: {_denominator(of)}."
    days = ", ".join(f"{each.report_date:%d.%m.%Y}" for each in periods_of(programme, of))
    yield f"- Отчётные даты: {days}{_measured(programme, of)}."
    if of.plan or of.base:
        yield f"- {'; '.join(_planned(of))}."
    if of.place:
        yield f"- Где в документе: {of.place}."
    if of.note:
        yield f"- Примечание: {of.note.rstrip('.')}."


def _denominator(of: Indicator) -> str:
    if of.denominator is None:
        return "все, кто ответил; вводить не нужно"
    municipal = of.denominator.level is Level.MUNICIPALITY
    who = "одно число, вводит координатор" if municipal else "вводит каждая организация, муниципальный складывается"
    return f"{of.denominator.name.ru} ({who})"


def _measured(programme: Programme, of: Indicator) -> str:
    found = next((each for each in programme.monitoring if each.id == of.monitoring), None)
    return " (документ дня не называет: последний день периода)" if found is None else f" ({found.name.ru})"


def _planned(of: Indicator) -> Iterator[str]:
    if of.base:
        yield "база: " + ", ".join(f"{year} — {_percent(value)}" for year, value in of.base)
    if of.plan:
        yield "план: " + ", ".join(f"{year} — {_percent(value)}" for year, value in of.plan)


def _percent(value: object) -> str:
    return f"{str(value).replace('.', ',')} %"


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
