"""Lets pyxform read the workbook, and turns what it complains of into places and sentences.

pyxform stops at its first mistake. So each one is told, the row or cell is made harmless, and pyxform reads again: that
way every mistake is found in one go, and the rules of XLSForm stay pyxform's.
"""

from __future__ import annotations

import re
from copy import deepcopy
from string import Formatter
from typing import Any

from pyxform.errors import ErrorCode, PyXFormError
from pyxform.xls2json import RE_SELECT, workbook_to_json
from pyxform.xls2json_backends import DefinitionData, get_xlsform

from surveys.xlsform.errors import FormErrors, Place, Problem, Report, refuse
from surveys.xlsform.kinds import RowType, row_type
from surveys.xlsform.sheets import SURVEY, Sheets

_MENDED = "_mended"
ROW = "bot_row"
"""The column given to every row before pyxform reads it, so that its JSON remembers where a question stood."""
_TRIES = 300
"""Mistakes that are told in one go; a file with more is told the rest when these are mended."""
Types = dict[int, RowType]
Found = tuple[str, str, int, dict[str, str]]
"""Our code, the sheet, the row (0: none), the values of the sentence."""

_PLAIN = {
    "no-type": r"Question with no type",
    "no-name": r"Question or group with no name",
    "no-list": r"List name not in (?:external )?choices sheet: (?P<list>.+)",
    "no-choices-sheet": r"There should be a choices sheet",
    "choice-spaces": r"Choice names with spaces cannot.*See \[(?P<value>.*)\] in \[(?P<list>.*)\]",
    "column-twice": r"Duplicate column header: (?P<value>.+)",
    "no-header": r"You must have a sheet named",
    "filter-other": r"Choice filter not supported with or_other",
}
_CODES = {
    "NAMES_001": "name-twice", "NAMES_005": "name-reserved", "NAMES_006": "choice-no-name",
    "NAMES_007": "choice-twice", "NAMES_008": "name-bad", "PYREF_001": "reference-bad",
    "PYREF_003": "reference-unknown", "PYREF_004": "reference-twice", "SURVEY_001": "group-no-begin",
    "SURVEY_002": "group-no-end", "SURVEY_004": "parameters-bad", "SURVEY_005": "parameters-bad",
    "HEADER_001": "no-header", "HEADER_002": "column-twice", "HEADER_003": "column-missing",
}  # fmt: skip
_COLUMN_OF = {
    "no-type": ("type",), "no-list": ("type",), "no-choices-sheet": ("type",), "no-name": ("name",),
    "name-twice": ("name",), "name-reserved": ("name",), "name-bad": ("name",), "choice-no-name": ("name",),
    "choice-twice": ("name",), "choice-spaces": ("name",), "parameters-bad": ("parameters",),
    "group-no-begin": ("type",), "group-no-end": ("type",), "filter-other": ("choice_filter",),
}  # fmt: skip


def _template(code: str) -> re.Pattern[str]:
    """pyxform's own sentence as an expression that gives its values back."""
    found: list[str] = []
    for text, name, _, _ in Formatter().parse(ErrorCode[code].value.msg):
        found.append(re.escape(text))
        if name:
            taken = f"(?P<{name}>" in "".join(found)
            found.append(".+?" if taken else f"(?P<{name}>.+?)")
    return re.compile("".join(found) + "$", re.DOTALL)


_PATTERNS = [(ours, _template(code)) for code, ours in _CODES.items()]
_PATTERNS += [("parameters-bad", _template(f"RANGE_{number:03}")) for number in range(1, 13)]
_PATTERNS += [(code, re.compile(words, re.DOTALL)) for code, words in _PLAIN.items()]


def parse(content: bytes, sheets: Sheets, report: Report) -> tuple[dict[str, Any], Types] | None:
    """pyxform's JSON of the workbook, each question with its row under ROW, and the type of each row.

    None if pyxform gets no further than what is in the report. Raises FormErrors for what it cannot read at all."""
    try:
        return _parsed(content, sheets, report)
    except FormErrors:
        raise
    except Exception:
        # pyxform takes many shapes of data for granted; a workbook that breaks it is no questionnaire
        if report.errors:
            return None
        raise refuse("broken") from None


def _parsed(content: bytes, sheets: Sheets, report: Report) -> tuple[dict[str, Any], Types] | None:
    try:
        data = get_xlsform(content, file_type=".xlsx")
    except PyXFormError as error:
        for found in _read_error(error):
            _tell(found, sheets, report)
        return None
    types = _prepare(data, sheets, report)
    for _ in range(_TRIES):
        try:
            return workbook_to_json(deepcopy(data), fallback_form_name="form"), types
        except PyXFormError as error:
            for found in _read_error(error):
                placed = _select_of(data, sheets, found) if found[0] == "no-choices-sheet" else found
                place = _tell(placed, sheets, report)
                if not _mend(data, placed, place, sheets):
                    return None
    return None


def _select_of(data: DefinitionData, sheets: Sheets, found: Found) -> Found:
    """The first question that still wants a list: pyxform does not say which one it is."""
    header = sheets.survey.header("type") or ""
    rows = enumerate(data.survey or (), start=2)
    row = next((number for number, cells in rows if RE_SELECT.search(cells.get(header, ""))), 0)
    return found[0], SURVEY, row, found[3]


def _prepare(data: DefinitionData, sheets: Sheets, report: Report) -> Types:
    """Number the rows, read their types, and take out what the bot passes over and pyxform might complain of."""
    data.external_choices = data.osm = data.entities = None
    types: Types = {}
    header = sheets.survey.header("type") or ""
    for number, row in enumerate(data.survey or (), start=2):
        word = sheets.survey.text(number, "type")
        if header in row and word:
            types[number] = _type(word, sheets.survey.place(number, "type"), report)
            _simplify(row, word, types[number], sheets)
    for rows, head in ((data.survey, data.survey_header), (data.choices, data.choices_header)):
        for number, row in enumerate(rows or (), start=2):
            if row:
                row[ROW] = str(number)
        if head:
            head[0][ROW] = None
    return types


def _type(word: str, place: Place, report: Report) -> RowType:
    try:
        return row_type(word)
    except Problem as problem:
        report.add(place, problem.code, **problem.values)
        return RowType("begin" if problem.code == "repeat" else "refused")


def _simplify(row: dict[str, Any], word: str, kind: RowType, sheets: Sheets) -> None:
    """Leave of a row what pyxform is to check; whatever the bot does not ask becomes the simplest thing there is."""
    cells = {name: sheets.survey.header(*column) or "" for name, column in _CELLS.items()}
    for column in _PASSED_OVER:
        row.pop(sheets.survey.header(*column) or "", None)
    if kind.kind != "range":
        row.pop(cells["parameters"], None)
    match kind.role:
        case "begin" if not word.lower().endswith("group"):
            row[cells["type"]] = "begin group"
        case "end" if not word.lower().endswith("group"):
            row[cells["type"]] = "end group"
        case "unasked" | "refused":
            name = row.get(cells["name"]) or f"{word}_{len(row)}".replace(" ", "_")
            row.clear()
            row |= {cells["type"]: "start", cells["name"] or "name": name}


_CELLS = {
    "type": ("type",), "name": ("name",), "parameters": ("parameters",),
}  # fmt: skip
_PASSED_OVER = (("default",), ("trigger",), ("bind", "entities:saveto"))
"""Columns that pyxform need not check, since the bot does nothing with them."""


def _read_error(error: PyXFormError) -> list[Found]:
    """What pyxform says, in our codes: several mistakes where it found several at once."""
    if error.code is not None:
        ours = _CODES.get(error.code.name, "parameters-bad" if error.code.name.startswith("RANGE") else "rejected")
        values = {key: str(value) for key, value in error.context.items()}
        return [_found(ours, values, str(error))]
    return [_read_words(line) for line in str(error).split("\n[row")] if str(error) else []


def _read_words(words: str) -> Found:
    if words.startswith(" : "):
        words = "[row" + words
    for ours, pattern in _PATTERNS:
        match = pattern.search(words)
        if match:
            return _found(ours, {key: value for key, value in match.groupdict().items() if value}, words)
    return _found("rejected", {}, words)


def _found(ours: str, values: dict[str, str], words: str) -> Found:
    row = values.get("row") or _first(r"\[row : (\d+)\]", words)
    sheet = values.get("sheet") or values.get("sheet_name") or _first(r"the '(\w+)' sheet", words) or SURVEY
    return ours, sheet, int(row) if row.isdigit() else 0, {**values, "words": words}


def _first(pattern: str, words: str) -> str:
    match = re.search(pattern, words)
    return match[1] if match is not None else ""


def _tell(found: Found, sheets: Sheets, report: Report) -> Place:
    """Put a mistake into the report, at its cell."""
    code, sheet_name, row, values = found
    sheet = sheets.named(sheet_name)
    if code == "choice-spaces":
        sheet = sheets.choices
        row = next((n for n in sheet.rows if _is_choice(sheets, n, values)), 0)
    if code in ("column-twice", "column-missing", "no-header"):
        named = values.get("header") or values.get("value") or values.get("missing") or ""
        place = sheet.under(named, 1)
        report.add(place, code, name=named.strip("'"))
        return place
    place = sheet.under(values["column"], row) if "column" in values else sheet.place(row, *_COLUMN_OF.get(code, ()))
    name = values.get("q") or values.get("list") or values.get("value") or values.get("name") or ""
    name = sheet.text(row, "name") if name.endswith(_MENDED) else name
    if code in ("name-bad", "choice-twice", "choice-spaces", "reference-bad"):
        name = sheet.text(row, "name") if code != "reference-bad" else values.get("column", "")
    if code == "rejected":
        report.add(place, code, words=re.sub(r"^\[row : \d+\]\s*", "", values["words"])[:300])
    else:
        report.add(place, code, name=name)
    return place


def _is_choice(sheets: Sheets, row: int, values: dict[str, str]) -> bool:
    named = sheets.choices.text(row, "name") == values.get("value")
    return named and sheets.choices.text(row, "list name") == values.get("list")


def _mend(data: DefinitionData, found: Found, place: Place, sheets: Sheets) -> bool:
    """Take what is wrong out of the data, so that pyxform gets further; False if there is nothing to take out."""
    code, _, row, values = found
    on_choices = place.sheet == sheets.choices.title and place.sheet != sheets.survey.title
    rows: Any = data.choices if on_choices else data.survey
    rows = data.settings if place.sheet == sheets.settings.title and rows is not data.survey else rows
    row = place.row or row
    if not rows or not 2 <= row <= len(rows) + 1 or not rows[row - 2]:
        return False
    cells = rows[row - 2]
    sheet = sheets.choices if rows is data.choices else sheets.survey
    header = values.get("column") or sheet.header(*_COLUMN_OF.get(code, ("type",))) or ""
    if code in ("no-name", "name-bad", "name-twice", "name-reserved", "choice-spaces"):
        cells[header or "name"] = f"row_{row}{_MENDED}"
    elif code in ("no-list", "no-choices-sheet"):
        cells[header] = "text"
    elif header in cells and code.startswith(("reference", "parameters", "filter")):
        del cells[header]
    else:
        cells.clear()
    return True
