"""One row of the survey sheet, with its options, as a question of a definition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from pyxform.aliases import yes_no

from surveys.xlsform import own
from surveys.xlsform.errors import Place, Report
from surveys.xlsform.kinds import RowType
from surveys.xlsform.languages import Body
from surveys.xlsform.names import option_id
from surveys.xlsform.parse import ROW
from surveys.xlsform.sheets import Sheets
from surveys.xlsform.texts import END_MAX, LABEL_MAX, SHORT_MAX, Texts
from surveys.xlsform.translate import Asked, Scope
from surveys.xlsform.words import words

STEPS_LIMIT = 11
"""Steps of a scale; a longer range is asked as a number."""
OPTIONS_LIMIT = 200
"""Options of one question; more than a few pages of buttons nobody looks through."""
_NOT_SHOWN = ("media", "default", "guidance_hint", "trigger")


@dataclass(slots=True)
class Row:
    """A question on its way: where it stands, what pyxform read, and what it is to be."""

    number: int
    child: Mapping[str, Any]
    type: RowType
    id: str
    scope: Scope
    body: dict[str, Any] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        return str(self.body["kind"])


class Fields:
    """Reads questions. `lists` are pyxform's choice lists."""

    def __init__(self, sheets: Sheets, lists: Mapping[str, list[Mapping[str, Any]]], default: str, report: Report):
        self._sheets = sheets
        self._lists = lists
        self._report = report
        self._texts = Texts(sheets.survey, default, report)
        self._labels = Texts(sheets.choices, default, report)

    def question(self, row: Row) -> Asked:
        """Fill `row.body`; what later expressions may know of the question. Mistakes go to the report."""
        row.body = {"id": row.id, "kind": row.type.kind}
        self._text(row)
        options: dict[str, str] = {}
        if row.type.kind == "range":
            self._range(row)
        elif row.type.list_name:
            options = self._choice(row)
        if row.kind == "number" and not row.type.whole:
            row.body["decimals"] = self._whole(row, own.DECIMALS, own.DECIMALS_UNLESS_TOLD)
        if row.kind != "note":
            self._answer(row, Asked(row.id, row.kind, options))
        self._own(row)
        self._unsupported(row)
        return Asked(row.id, row.kind, options)

    def _cell(self, row: Row, *column: str) -> str:
        return self._sheets.survey.text(row.number, *column)

    def _place(self, row: Row, *column: str) -> Place:
        return self._sheets.survey.place(row.number, *column)

    def _text(self, row: Row) -> None:
        text = self._texts.read(row.number, "label", scope=row.scope)
        hint = self._texts.read(row.number, "hint", scope=row.scope)
        labelled = bool(self._sheets.survey.texts(row.number, "label"))
        if not labelled and hint is None and not self._sheets.survey.texts(row.number, "hint"):
            self._report.add(self._place(row, "label"), "no-label", name=self._cell(row, "name"))
        row.body["text"] = text if labelled else hint
        if labelled and hint is not None:
            row.body["hint"] = hint
        short = self._texts.read(row.number, own.SHORT, limit=SHORT_MAX)
        if short is not None:
            row.body["short"] = short

    def _range(self, row: Row) -> None:
        """A range of up to 11 whole steps is a scale, any other a number."""
        values = row.child.get("parameters") or {}
        start, end, step = (Decimal(values.get(key, "1")) for key in ("start", "end", "step"))
        low, high = min(start, end), max(start, end)
        whole = all(value == value.to_integral_value() for value in (start, end, step))
        if whole and abs(step) == 1 and high - low < STEPS_LIMIT:
            labels = {name: self._end(row, name) for name in (low, high)}
            row.body |= {"kind": "scale", "min": int(low), "max": int(high), "low": labels[low], "high": labels[high]}
            return
        digits = max(0, *(-int(value.normalize().as_tuple().exponent) for value in (start, end, step)))
        row.body |= {"kind": "number", "min": _figure(low), "max": _figure(high)}
        if digits:
            row.body["decimals"] = digits
        if abs(step) != 1:
            self._report.note(self._place(row, "parameters"), "step")

    def _end(self, row: Row, value: Decimal) -> Body:
        """How an end of a scale is labelled: by the list `tick_labelset` names, else by its number."""
        for choice in self._lists.get(str(row.child.get("itemset")), ()):
            if ROW in choice and Decimal(str(choice["name"])) == value:
                label = self._labels.read(int(choice[ROW]), "label", limit=END_MAX)
                if label is not None:
                    return label
        return {"ru": str(value), "en": str(value)}

    def _choice(self, row: Row) -> dict[str, str]:
        source = self._cell(row, own.FROM)
        if source:
            row.body["from"] = source
            return {}
        found: dict[str, str] = {}
        taken: set[str] = set()
        options = []
        choices = self._lists.get(row.type.list_name, [])
        if len(choices) > OPTIONS_LIMIT:
            self._report.add(self._place(row, "type"), "too-many-options", limit=OPTIONS_LIMIT)
            choices = choices[:OPTIONS_LIMIT]
        for choice in choices:
            name = str(choice.get("name", ""))
            if ROW not in choice and not row.type.or_other:
                continue  # pyxform adds «other» to the list itself, for every question that shares it
            made = self._option(choice, name, taken)
            found.setdefault(name, made["id"])
            options.append(made)
        row.body["options"] = options
        return found

    def _option(self, choice: Mapping[str, Any], name: str, taken: set[str]) -> dict[str, Any]:
        made: dict[str, Any] = {"id": option_id(name, taken)}
        if ROW not in choice:
            return made | {"label": words()["other"]}
        number = int(choice[ROW])
        sheet = self._sheets.choices
        label = self._labels.read(number, "label", limit=LABEL_MAX)
        made["label"] = label if label is not None else {"ru": name, "en": name}
        if self._flag(sheet.place(number, own.EXCLUSIVE), sheet.text(number, own.EXCLUSIVE)):
            made["exclusive"] = True
        return made

    def _answer(self, row: Row, asked: Asked) -> None:
        """Whether an answer is needed and what it must be."""
        required = self._cell(row, "bind", "required")
        if not self._flag(self._place(row, "bind", "required"), required, "required-condition"):
            row.body["optional"] = True
        constraint = self._cell(row, "bind", "constraint") or row.type.constraint
        scope = replace(row.scope, answer=asked)
        told = self._cell(row, own.VALID)
        found = self._report.attempt(
            self._place(row, "bind", "constraint"), lambda: own.read_valid(constraint, told, scope, row.type.whole)
        )
        if found is None:
            return
        row.body |= found[0]
        if found[1] is not None:
            message = self._texts.read(row.number, "bind", "jr:constraintMsg", scope=row.scope)
            row.body |= {"valid": found[1], "invalid": message or words()["invalid"]}

    def _own(self, row: Row) -> None:
        for column, key in own.WORDS.items():
            word = self._cell(row, column)
            if word:
                row.body[key] = word
        for column, key in own.FLAGS.items():
            if self._flag(self._place(row, column), self._cell(row, column)):
                row.body[key] = True
        quick = self._cell(row, own.QUICK)
        if quick:
            row.body["quick"] = [self._quick(choice) for choice in self._lists.get(quick, ()) if ROW in choice]

    def _quick(self, choice: Mapping[str, Any]) -> object:
        number = int(choice[ROW])
        value = self._sheets.choices.text(number, "name")
        label = self._labels.read(number, "label", limit=LABEL_MAX)
        return value if label is None else {"value": value, "label": label}

    def _unsupported(self, row: Row) -> None:
        if self._cell(row, "choice_filter"):
            self._report.add(self._place(row, "choice_filter"), "choice-filter")
        if "search(" in self._cell(row, "control", "appearance"):
            self._report.add(self._place(row, "control", "appearance"), "list-elsewhere", list=row.type.list_name)
        if self._cell(row, "bind", "calculate"):
            self._report.add(self._place(row, "bind", "calculate"), "calculate", type="calculation")
        if yes_no.get(self._cell(row, "bind", "readonly")) and row.kind != "note":
            self._report.add(self._place(row, "bind", "readonly"), "read-only")
        for column in _NOT_SHOWN:
            if column in row.child or self._cell(row, column):
                name = {"media": "image, audio, video"}.get(column, column)
                self._report.note(self._place(row, column), "not-shown", name=name)

    def _flag(self, place: Place, word: str, code: str = "yes-no") -> bool:
        """A cell of yes or no; an empty one is no."""
        if word and word not in yes_no and word.lower() not in _YES_NO:
            self._report.add(place, code, value=word[:60])
        return bool(word) and yes_no.get(word, _YES_NO.get(word.lower(), False))

    def _whole(self, row: Row, column: str, default: int) -> int:
        word = self._cell(row, column)
        if word and not word.isdigit():
            self._report.add(self._place(row, column), "number-expected", name=column, value=word[:60])
        return int(word) if word.isdigit() else default


_YES_NO = {"да": True, "нет": False, "1": True, "0": False}


def _figure(number: Decimal) -> int | str:
    return int(number) if number == number.to_integral_value() else str(number)
