"""The numbers of a summary, and the same counted again from the rows of its xlsx."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

YES = "да"
MEETINGS, SATISFACTION = "оценка встречи", "удовлетворённость"
FEEDBACK = "отзыв о встрече"

Sheet = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks of one kind: their sum and how many there are."""

    total: int
    count: int

    @property
    def mean(self) -> float:
        """To hundredths, half up."""
        exact = Decimal(self.total) / Decimal(self.count)
        return float(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a curator reads. `feedback` and `questionnaires`: answered, of so many asked."""

    active: int
    planned: int
    held: int
    unplanned: int
    not_held: int
    unlogged: int
    cancelled: int
    moved: int
    feedback: tuple[int, int]
    questionnaires: tuple[int, int]
    meeting_marks: Marks
    satisfaction: Marks


class Table:
    """An xlsx of the summary, row by row, each a dictionary by the columns' headings."""

    def __init__(self, content: bytes) -> None:
        self._sheets: dict[str, Sheet] = {}
        for sheet in load_workbook(BytesIO(content)):
            head, *rows = sheet.iter_rows(values_only=True)
            self._sheets[sheet.title] = [dict(zip((str(one) for one in head), row, strict=True)) for row in rows]

    def figures(self) -> dict[str, tuple[Any, Any, Any]]:
        """The first sheet: value, count and change by what they are called."""
        return {
            row["Показатель"]: (row["Значение"], row["Ответов"], row["Изменение"]) for row in self._sheets["Сводка"]
        }

    def counted(self) -> Numbers:
        """Counted from the rows alone."""
        met, beside = self._meetings(YES), self._meetings("нет")
        return Numbers(
            active=sum(row["Активна"] == YES for row in self._sheets["Пары"]),
            planned=len(met) - met.count("отменена"),
            held=met.count("состоялась"),
            unplanned=beside.count("состоялась"),
            not_held=met.count("не состоялась"),
            unlogged=met.count("запланирована"),
            cancelled=met.count("отменена"),
            moved=sum(row["Переносов"] > 0 for row in self._sheets["Встречи"]),
            feedback=self._asked(),
            questionnaires=self._asked(besides=True),
            meeting_marks=self._marks(MEETINGS),
            satisfaction=self._marks(SATISFACTION),
        )

    def stated(self) -> Numbers:
        """As the first sheet states them; of marks it has no sum, so theirs are the rows' again."""
        known = {name: value for name, (value, _, _) in self.figures().items()}
        return Numbers(
            active=known["Активных пар и групп"],
            planned=known["Встреч запланировано"],
            held=known["Из них проведено"],
            unplanned=known["Проведено без плана"],
            not_held=known["Не состоялось"],
            unlogged=known["Без отметки"],
            cancelled=known["Отменено"],
            moved=known["Перенесено"],
            feedback=(known["Отзывов получено"], known["Отзывов запрошено"]),
            questionnaires=(known["Анкет заполнено"], known["Анкет отправлено"]),
            meeting_marks=self._marks(MEETINGS),
            satisfaction=self._marks(SATISFACTION),
        )

    def _meetings(self, planned: str) -> list[str]:
        return [row["Итог"] for row in self._sheets["Встречи"] if row["По плану"] == planned]

    def _asked(self, *, besides: bool = False) -> tuple[int, int]:
        """Answered and asked: of feedback about meetings, or of everything besides."""
        rows = [row for row in self._sheets["Кого спросили"] if (row["О чём"] == FEEDBACK) is not besides]
        return sum(row["Ответ есть"] == YES for row in rows), len(rows)

    def _marks(self, measure: str) -> Marks:
        scores = [row["Балл"] for row in self._sheets["Ответы"] if row["Для чего считается"] == measure]
        return Marks(sum(scores), len(scores))
