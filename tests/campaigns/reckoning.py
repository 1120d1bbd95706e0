"""What results must say, worked out from people's own records; and what the files and screens do say."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from openpyxl import load_workbook

from tests.campaigns.sheet import QUESTIONS, Question

Given = Mapping[str, Any]
NUMERIC = ("scale", "number", "decimal")
KINDS = {
    "single": "один вариант",
    "multi": "несколько вариантов",
    "scale": "шкала",
    "number": "число",
    "decimal": "число",
    "text": "текст",
    "date": "дата",
    "time": "время",
}
_BAR = re.compile(r"^[▓░]+ (?P<many>\d+) \((?:< 1|\d+) %\) — (?P<label>.+)$", re.MULTILINE)
_STEP = re.compile(r"^(?P<label>-?\d+) [▓░]+ (?P<many>\d+) \((?:< 1|\d+) %\)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Reckoned:
    """One question's numbers: values by label (numbers as digits); of numbers the exact mean and median."""

    answered: int
    values: Counter[str]
    mean: Fraction | None = None
    median: Fraction | None = None

    def figures(self) -> str:
        """As a screen says it: «Среднее 6,4, медиана 7,0, 31 »."""
        assert self.mean is not None
        assert self.median is not None
        return f"Среднее {_tenth(self.mean)}, медиана {_tenth(self.median)}, {self.answered} ответ"


def reckon(question: Question, given: Iterable[Given]) -> Reckoned:
    """From the answers of everybody who has finished."""
    answers = [one[question.name] for one in given if question.name in one]
    values: Counter[str] = Counter()
    for answer in answers:
        values.update(_labels(question, answer))
    if question.kind not in NUMERIC or not answers:
        return Reckoned(len(answers), values if question.kind in ("single", "multi") else Counter())
    numbers = sorted(Fraction(str(answer)) for answer in answers)
    middle = len(numbers) // 2
    median = numbers[middle] if len(numbers) % 2 else (numbers[middle - 1] + numbers[middle]) / 2
    return Reckoned(len(answers), values, sum(numbers, Fraction(0)) / len(numbers), median)


def _labels(question: Question, answer: Any) -> list[str]:
    options = question.options or {}
    many = answer if isinstance(answer, list) else [answer]
    return [options.get(one, str(one)) if isinstance(one, str) else str(one) for one in many]


def _tenth(number: Fraction) -> str:
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return str(exact.quantize(Decimal("0.1"), ROUND_HALF_UP)).replace(".", ",")


# --- screens -------------------------------------------------------------------------------------------------------


def told(text: str, question: Question) -> str | None:
    """What a screen of results says in the line below a question; None where it is not on this screen."""
    lines = text.splitlines()
    return next((lines[at + 1] for at, line in enumerate(lines[:-1]) if question.says in line), None)


def bars(text: str) -> Counter[str]:
    """The values with their counts on the screen of one question."""
    found = [*_BAR.finditer(text), *_STEP.finditer(text)]
    return Counter({one["label"]: int(one["many"]) for one in found if int(one["many"])})


# --- files ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Table:
    """A file of responses: by name (or, where there is none, in their order) the cells by heading."""

    rows: Sequence[Mapping[str, Any]]

    def by_name(self) -> dict[str, Mapping[str, Any]]:
        found = {str(row["Кто"]): row for row in self.rows}
        assert len(found) == len(self.rows), "a name stands twice"
        return found

    def given(self) -> list[dict[str, Any]]:
        """The answers of each row, empty cells left out."""
        names = [question.name for question in QUESTIONS]
        return [{name: row[name] for name in names if row[name] not in (None, "")} for row in self.rows]


class Workbook:
    """The exported xlsx."""

    def __init__(self, content: bytes) -> None:
        self._book = load_workbook(io.BytesIO(content))

    def responses(self) -> Table:
        return Table(list(self._table("Ответы")))

    def codebook(self) -> dict[str, Mapping[str, Any]]:
        return {str(row["Столбец"]): row for row in self._table("Описание вопросов")}

    def totals(self) -> dict[str, Reckoned]:
        """The third sheet, by question; mean to hundredths."""
        heads: dict[str, Mapping[str, Any]] = {}
        values: dict[str, Counter[str]] = {}
        for row in self._table("Итоги"):
            name = str(row["Столбец"])
            if row["Значение"] == "всего ответили":
                heads[name] = row
            elif row["Ответов"]:
                values.setdefault(name, Counter())[_plain(row["Значение"])] = row["Ответов"]
        return {
            name: Reckoned(row["Ответов"], values.get(name, Counter()), _exact(row["Среднее"]), _exact(row["Медиана"]))
            for name, row in heads.items()
        }

    def formulas(self) -> list[str]:
        """Cells that a spreadsheet would work out."""
        return [
            cell.coordinate
            for sheet in self._book
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "f"
        ]

    def _table(self, name: str) -> Iterator[dict[str, Any]]:
        head, *rows = self._book[name].iter_rows(values_only=True)
        for row in rows:
            yield dict(zip(map(str, head), row, strict=True))


def csv_table(content: bytes) -> Table:
    """The exported csv."""
    return Table(list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))))


def cells(given: Given) -> dict[str, Any]:
    """One person's answers as a workbook has them."""
    return {question.name: _cell(question, given[question.name]) for question in QUESTIONS if question.name in given}


def csv_cells(given: Given) -> dict[str, str]:
    """The same as a csv has them: a text that begins like a formula with an apostrophe."""
    return {name: _as_csv(cell) for name, cell in cells(given).items()}


def _cell(question: Question, answer: Any) -> Any:
    options = question.options or {}
    match question.kind:
        case "single":
            return options[answer]
        case "multi":
            return "; ".join(options[one] for one in options if one in answer)
        case "decimal":
            return answer if isinstance(answer, int) else float(answer)
        case "date":
            return datetime.combine(date.fromisoformat(answer), time())
    return answer


def _as_csv(cell: Any) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    text = str(cell)
    return f"'{text}" if isinstance(cell, str) and text[0] in "=+-@" else text


def _plain(value: Any) -> str:
    if isinstance(value, str):
        return value
    return str(int(value)) if float(value).is_integer() else str(value)


def _exact(value: Any) -> Fraction | None:
    return None if value is None else Fraction(str(value))


def rounded(found: Reckoned) -> Reckoned:
    """With the mean to hundredths, half to even, as the totals have it; the median as it is."""
    if found.mean is None or found.median is None:
        return found
    return Reckoned(found.answered, found.values, Fraction(str(round(float(found.mean), 2))), found.median)
