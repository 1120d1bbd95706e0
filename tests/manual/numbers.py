"""docs/numbers.md, written from the programmes, their formulas and the wordings: `python -m tests.manual.numbers`.

What is not in the data stands beside this file: the page's frame in `numbers.md`, what each line of a summary counts in
`summary.yaml`.
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
    lines = "\n".join(f"| {_plain(each)} | {each.counts} | {each.when} |" for each in summary_lines())
    programmes = "\n\n".join("\n".join(_programme(load_programme(name))) for name in bundled())
    frame = (HERE / "numbers.md").read_text(encoding="utf-8")
    return frame.replace("SUMMARY_LINES", lines).replace("PROGRAMMES", programmes)


def _plain(told: Told) -> str:
    return re.sub(r"<[^>]+>", "", WORDS.text("ru", told.key, **told.values)).rstrip(":")


def _programme(programme: Programme) -> Iterator[str]:
    yield f"### {programme.title.ru} {{ #{programme.id} }}"
    yield ""
    yield f"{programme.document}."
    if not programme.indicators:
        yield ""
        yield f"Показателей в документе нет. Программу оценивают по ожидаемым результатам: их {len(programme.results)}."
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
