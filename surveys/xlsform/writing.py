"""A definition as a workbook in the layout of XLSForm, which `read` takes back and other programmes open."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from surveys.condition_parser import parse
from surveys.definition import DateBound, Definition, Option, Question, Wording
from surveys.wording import places
from surveys.xlsform import own
from surveys.xlsform.bounds import bound_parts, day_text, read_constraint
from surveys.xlsform.errors import FormError, FormErrors, Place, Problem
from surveys.xlsform.expressing import expression
from surveys.xlsform.expressions import read_expression
from surveys.xlsform.languages import EN, EN_CHILD, RU, RU_CHILD
from surveys.xlsform.translate import Asked, Scope, condition

Cells = dict[str, str]
LayOut = Callable[[Worksheet, Sequence[float]], None]
"""Sets up the page on which a sheet is printed; told the widths of its columns, in characters."""
KINDS = frozenset({"single", "multi", "scale", "number", "text", "date", "time", "note"})
_TYPES = {"text": "text", "date": "date", "time": "time", "note": "note", "scale": "range"}
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 — the same file for the same definition, whenever it is made
_SURVEY = (
    "type", "name", "label", "hint", "required", "relevant", "constraint", "constraint_message", "parameters",
    "appearance", *own.COLUMNS,
)  # fmt: skip
_CHOICES = ("list_name", "name", "label", own.EXCLUSIVE)
_SETTINGS = (
    "form_title",
    "form_id",
    "version",
    "default_language",
    "anonymous",
    "bot_title",
    "bot_intro",
    "bot_thanks",
)
_WIDE = frozenset({"label", "hint", "constraint_message", "relevant", "constraint"})


def write(
    definition: Definition, options: Mapping[str, Sequence[Option]] | None = None, lay_out: LayOut | None = None
) -> bytes:
    """The workbook of a definition. `options` are those of the named sources it uses, for readers of the file.

    Raises FormErrors for a form, and for questions XLSForm does not know (consents, photos, cards, …)."""
    refused = [
        FormError.at(Place(), "form-only", name=question.id, kind=question.kind)
        for question in definition.questions
        if question.kind not in KINDS
    ]
    if definition.kind == "form" or refused:
        raise FormErrors(tuple(refused) or (FormError.at(Place(), "form-only", name=definition.id, kind="form"),))
    writer = _Writer(definition, options or {})
    sheets = [
        ("survey", _SURVEY, [writer.row(question) for question in definition.questions]),
        ("choices", _CHOICES, writer.choices),
        ("settings", (*_SETTINGS, "bot_form", "bot_role", "bot_stage"), [_settings(definition)]),
    ]
    return _workbook(sheets, lay_out)


def _texts(column: str, wording: Wording | str | None) -> Cells:
    """A wording in the columns of its languages."""
    if wording is None:
        return {}
    if isinstance(wording, str):
        return {f"{column}::{RU}": wording, f"{column}::{EN}": wording}
    texts = {RU: wording.ru, RU_CHILD: wording.ru_child, EN: wording.en, EN_CHILD: wording.en_child}
    return {f"{column}::{language}": text for language, text in texts.items() if text is not None}


def _naming(wording: Wording | None) -> Wording | None:
    """A wording whose places name questions as XLSForm does: `${name}`."""
    if wording is None:
        return None

    def named(text: str | None) -> str | None:
        for name in dict.fromkeys(places(text or "")):
            if not name.startswith("fact."):
                text = (text or "").replace(f"{{{name}}}", f"${{{name}}}")
        return text

    return Wording(named(wording.ru) or "", named(wording.en) or "", named(wording.ru_child), named(wording.en_child))


class _Writer:
    """Makes the rows of the sheets `survey` and `choices`; lists of the same choices are written once."""

    def __init__(self, definition: Definition, options: Mapping[str, Sequence[Option]]) -> None:
        self.choices: list[Cells] = []
        self._lists: dict[object, str] = {}
        self._options = options
        self._asked: dict[str, Asked] = {}
        asked = json.loads(definition.body)["ask"] if definition.body else []
        self._told: dict[str, dict[str, Any]] = {item["id"]: item for item in asked}

    def row(self, question: Question) -> Cells:
        """One question; those before it must have been written."""
        cells: Cells = {"name": question.id, **self._type(question)}
        cells |= _texts("label", _naming(question.text)) | _texts("hint", _naming(question.hint))
        cells |= _texts(own.SHORT, question.short) | self._conditions(question)
        if question.kind != "note" and not question.optional:
            cells["required"] = "yes"
        flags = {column: getattr(question, key) for column, key in own.FLAGS.items()}
        cells |= {column: "yes" for column, told in flags.items() if told}
        words = {"bot_measures": question.measures, "bot_must_be": question.must_be, own.FROM: question.source}
        cells |= {column: str(word) for column, word in words.items() if word is not None}
        if question.likely:
            cells["bot_likely"] = "first"
        if question.quick:
            cells[own.QUICK] = self._quick(question)
        if question.kind != "note":
            names = {option.id: option.id for option in question.options}
            self._asked[question.id] = Asked(question.id, question.kind, names)
        return cells

    def _type(self, question: Question) -> Cells:
        match question.kind:
            case "single" | "multi":
                command = "select_one" if question.kind == "single" else "select_multiple"
                return {"type": f"{command} {self._choice_list(question)}"}
            case "number" if not question.decimals:
                return {"type": "integer"}
            case "number":
                told = question.decimals != own.DECIMALS_UNLESS_TOLD
                return {"type": "decimal"} | ({own.DECIMALS: str(question.decimals)} if told else {})
            case "scale":
                bounds = f"start={question.minimum} end={question.maximum} step=1"
                parameters = f"{bounds} tick_labelset={self._ends(question)}"
                return {"type": "range", "parameters": parameters, "appearance": "no-ticks"}
        return {"type": _TYPES[question.kind]}

    def _choice_list(self, question: Question) -> str:
        options: Sequence[Option] = question.options
        if question.source is not None:
            options = self._options.get(question.source) or [Option(question.source, question.source)]
        rows = [
            {"name": option.id, **_texts("label", option.label)} | ({own.EXCLUSIVE: "yes"} if option.exclusive else {})
            for option in options
        ]
        return self._list(question.id, rows)

    def _ends(self, question: Question) -> str:
        ends = ((question.minimum, question.low), (question.maximum, question.high))
        return self._list(f"{question.id}_ends", [{"name": str(at), **_texts("label", label)} for at, label in ends])

    def _quick(self, question: Question) -> str:
        rows = [
            {"name": day_text(quick.value) if isinstance(quick.value, DateBound) else quick.value}
            | _texts("label", quick.label)
            for quick in question.quick
        ]
        return self._list(f"{question.id}_quick", rows)

    def _list(self, name: str, rows: list[Cells]) -> str:
        key = json.dumps(rows)
        if key not in self._lists:
            self._lists[key] = name
            self.choices += [{"list_name": name, **row} for row in rows]
        return self._lists[key]

    def _conditions(self, question: Question) -> Cells:
        """`relevant` and `constraint`, and beside them the exact words where those say it otherwise."""
        scope = Scope(self._asked)
        told = self._told.get(question.id, {})
        cells: Cells = {}
        if question.when is not None:
            said = expression(question.when)
            cells["relevant"] = said or ""
            if said is None or not _comes_back(said, scope, question):
                cells[own.WHEN] = str(told["when"])
        parts, beside = bound_parts(question)
        cells |= beside
        if question.valid is not None:
            said = expression(question.valid)
            whole = [*parts, *([f"({said})"] if said is not None else [])]
            if said is None or not _constraint_comes_back(" and ".join(whole), parts, scope, question):
                cells[own.VALID] = str(told["valid"])
            parts = whole
            cells |= _texts("constraint_message", _naming(question.invalid))
        cells["constraint"] = " and ".join(parts)
        return cells


def _comes_back(said: str, scope: Scope, question: Question) -> bool:
    """Whether an expression is read as the very condition it was made of."""
    try:
        return parse(condition(read_expression(said), scope), scope.kinds) == question.when
    except Problem:
        return False


def _constraint_comes_back(constraint: str, parts: list[str], scope: Scope, question: Question) -> bool:
    options = {option.id: option.id for option in question.options}
    inside = Scope(scope.earlier, Asked(question.id, question.kind, options))
    whole = not question.decimals
    try:
        bounds, valid = read_constraint(constraint, inside, whole)
        plain = read_constraint(" and ".join(parts), inside, whole)[0] if parts else {}
        return bounds == plain and valid is not None and parse(valid, inside.kinds) == question.valid
    except Problem:
        return False


def _settings(definition: Definition) -> Cells:
    title = _texts("bot_title", definition.title)
    cells = {
        "form_title": title.pop(f"bot_title::{RU}"), "form_id": definition.id, "version": str(definition.version),
        "default_language": RU, **title,
    }  # fmt: skip
    cells |= _texts("bot_intro", definition.intro) | _texts("bot_thanks", definition.thanks)
    audience = definition.audience
    told = {"bot_form": audience.form, "bot_role": audience.role, "bot_stage": audience.stage}
    cells |= {column: word for column, word in told.items() if word is not None}
    return cells | ({"anonymous": "yes"} if definition.anonymous else {})


def _headers(known: Sequence[str], rows: Sequence[Cells]) -> list[str]:
    """The columns that are used, in their order; a text's languages stand side by side."""
    used = dict.fromkeys(header for row in rows for header, text in row.items() if text)
    languages = [f"::{language}" for language in (RU, RU_CHILD, EN, EN_CHILD)]
    wanted = [f"{column}{language}" for column in known for language in ("", *languages)]
    return [header for header in wanted if header in used]


def _workbook(sheets: Sequence[tuple[str, Sequence[str], Sequence[Cells]]], lay_out: LayOut | None) -> bytes:
    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    book.set_properties({"created": _MADE})
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for title, known, rows in sheets:
        sheet = book.add_worksheet(title)
        headers = _headers(known, rows) or list(known[:3])
        widths = [40 if header.partition("::")[0] in _WIDE else 16 for header in headers]
        for column, header in enumerate(headers):
            sheet.write_string(0, column, header, bold)
            sheet.set_column(column, column, widths[column], wrapped)
            for number, row in enumerate(rows, start=1):
                if row.get(header):
                    sheet.write_string(number, column, row[header], wrapped)
        sheet.freeze_panes(1, 0)
        if lay_out is not None:
            lay_out(sheet, widths)
    book.close()
    return content.getvalue()
