"""A spreadsheet in the layout of XLSForm as a definition."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from pyxform.aliases import yes_no
from pyxform.parsing.expression import RE_PYXFORM_REF

from surveys.definition import Definition
from surveys.load import DefinitionErrors, from_body
from surveys.xlsform import own
from surveys.xlsform.errors import TOLD, FormError, Report, refuse
from surveys.xlsform.fields import Fields, Row
from surveys.xlsform.guard import check_file
from surveys.xlsform.kinds import RowType
from surveys.xlsform.names import question_id
from surveys.xlsform.parse import ROW, Types, parse
from surveys.xlsform.sheets import Sheets, read_sheets
from surveys.xlsform.texts import TITLE_MAX, Texts
from surveys.xlsform.translate import Asked, Scope
from surveys.xlsform.words import words

Child = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ReadForm:
    """What was read: the definition, remarks on what the bot leaves out, and the `form_id` of the file ("" without)."""

    definition: Definition
    notes: tuple[FormError, ...]
    form_id: str


def read(content: bytes, name: str, *, definition_id: str, version: int) -> ReadForm:
    """Read a workbook. `name` is the file's name; id and version are those of the definition to be made.

    Raises FormErrors: one that says why the file is refused as a whole, or every mistake in it."""
    check_file(content, name)
    sheets = read_sheets(content)
    report = Report()
    parsed = parse(content, sheets, report)
    if parsed is None:
        report.settle()
        raise refuse("broken")
    reader = _Reader(sheets, *parsed, report)
    tree = reader.tree(definition_id, version, PurePath(name).stem)
    report.settle()
    try:
        definition = from_body(json.dumps(tree, ensure_ascii=False))
    except DefinitionErrors as errors:
        reader.complain(errors)
        report.settle()
        raise
    settings = sheets.settings
    return ReadForm(definition, tuple(report.notes), settings.text(min(settings.rows, default=0), "id_string"))


@dataclass(frozen=True, slots=True)
class _Asking:
    """A question as it stands in the sheet, with the conditions of its groups: (row, expression, our own words)."""

    child: Child
    type: RowType
    groups: tuple[tuple[int, str], ...]

    @property
    def row(self) -> int:
        return int(self.child[ROW])

    @property
    def name(self) -> str:
        return str(self.child["name"])

    @property
    def group(self) -> bool:
        """Whether it is the title of a group, shown as a note."""
        return "children" in self.child


class _Reader:
    """Walks pyxform's JSON in the order of the sheet."""

    def __init__(self, sheets: Sheets, form: Child, types: Types, report: Report) -> None:
        self._sheets = sheets
        self._form = form
        self._types = types
        self._report = report
        settings = sheets.settings
        self._default = settings.text(min(settings.rows, default=0), "default_language")
        self._fields = Fields(sheets, form.get("choices", {}), self._default, report)
        self._texts = Texts(sheets.survey, self._default, report)
        self._asked: dict[str, Asked] = {}
        self._taken: set[str] = set()
        self._rows: dict[str, int] = {}
        self._others: dict[str, str] = {}
        self._ask: list[dict[str, Any]] = []

    def tree(self, definition_id: str, version: int, file_name: str) -> dict[str, Any]:
        """The definition as YAML would have it."""
        askings = self._flat(self._form.get("children", ()), ())
        self._others |= {asking.name: "reference-later" for asking in askings if not asking.group}
        needs = {asking.name: _references(asking) for asking in askings}
        for asking in askings:
            self._question(asking, needs)
        if all(body["kind"] == "note" for body in self._ask) and not self._report.errors:
            self._report.add(self._sheets.survey.place(0), "nothing-asked")
        return {"survey": definition_id, "version": version, **self._settings(file_name), "ask": self._ask}

    def complain(self, errors: DefinitionErrors) -> None:
        """What our own reader found and nothing here had foreseen, at the question's row."""
        for error in errors.errors:
            place = self._sheets.survey.place(self._rows.get(error.question, 0), "name")
            self._report.add(place, "rejected", words=f"{error.problem}; {error.remedy}")

    def _flat(self, children: list[Child], groups: tuple[tuple[int, str], ...]) -> list[_Asking]:
        found: list[_Asking] = []
        for child in children:
            if ROW not in child:
                continue  # what pyxform adds by itself
            row = int(child[ROW])
            if "children" in child:
                self._others[str(child["name"])] = "reference-group"
                relevant = self._sheets.survey.text(row, "bind", "relevant")
                inner = (*groups, (row, relevant)) if relevant else groups
                if self._sheets.survey.texts(row, "label"):
                    found.append(_Asking(child, RowType("question", "note"), inner))
                found += self._flat(child["children"], inner)
            elif self._types[row].role == "question":
                found.append(_Asking(child, self._types[row], groups))
            elif self._types[row].role == "refused":
                self._others[str(child["name"])] = TOLD
            else:
                self._others[str(child["name"])] = "reference-unasked"
                self._report.note(
                    self._sheets.survey.place(row, "type"), "unasked", type=self._sheets.survey.text(row, "type")
                )
        return found

    def _question(self, asking: _Asking, needs: Mapping[str, set[str]]) -> None:
        others = {**self._others, asking.name: "reference-self"}
        for name in needs[asking.name] - {asking.name, *self._asked}:
            if asking.name in _all_needs(name, needs):
                others[name] = "reference-cycle"
        scope = Scope(self._asked, None, others, asking.name)
        row = Row(asking.row, asking.child, asking.type, question_id(asking.name, self._taken), scope)
        self._rows[row.id] = asking.row
        when = self._when(asking, scope)
        asked = self._fields.question(row)
        if when is not None:
            row.body["when"] = when
        self._ask.append(row.body)
        if row.kind == "note":
            self._others[asking.name] = "reference-group" if asking.group else "reference-note"
            return
        self._asked[asking.name] = asked
        if asking.type.or_other:
            self._specify(asking, asked, when)

    def _specify(self, asking: _Asking, asked: Asked, when: str | None) -> None:
        """`or_other`: what it is is asked for after «Другое»."""
        sign = "has" if asked.kind == "multi" else "=="
        name = question_id(f"{asking.name}_other", self._taken)
        other = f"{asked.id} {sign} '{asked.options['other']}'"
        body = {"id": name, "kind": "text", "text": words()["specify"], "when": other, "optional": True}
        self._rows[name] = asking.row
        self._ask.append(body)
        self._asked.setdefault(f"{asking.name}_other", Asked(name, "text"))

    def _when(self, asking: _Asking, scope: Scope) -> str | None:
        """The condition of a question and of the groups it stands in."""
        sheet = self._sheets.survey
        found: list[str] = []
        for row, relevant in asking.groups:
            place = sheet.place(row, "bind", "relevant")
            said = self._report.attempt(place, lambda text=relevant: _unless_true(text, scope))  # type: ignore[misc]
            found += [said] if said else []
        if not asking.group:
            relevant, told = sheet.text(asking.row, "bind", "relevant"), sheet.text(asking.row, own.WHEN)
            place = sheet.place(asking.row, "bind", "relevant")
            said = self._report.attempt(place, lambda: _unless_true(relevant, scope, told))
            found += [said] if said else []
        if len(found) < 2:
            return found[0] if found else None
        return " and ".join(f"({part})" for part in found)

    def _settings(self, file_name: str) -> dict[str, Any]:
        sheet = self._sheets.settings
        row = min(sheet.rows, default=0)
        texts = Texts(sheet, self._default, self._report)
        found: dict[str, Any] = {}
        plain = sheet.text(row, "title") or sheet.text(row, "id_string") or file_name or "—"
        found["title"] = texts.read(row, "bot_title", limit=TITLE_MAX, plain=plain)
        for key in ("intro", "thanks"):
            said = texts.read(row, f"bot_{key}", scope=Scope({}))
            if said is not None:
                found[key] = said
        anonymous = sheet.text(row, "anonymous")
        known = {**yes_no, "да": True, "нет": False}
        if anonymous and anonymous not in known:
            self._report.add(sheet.place(row, "anonymous"), "yes-no", value=anonymous[:60])
        if known.get(anonymous):
            found["anonymous"] = True
        audience = {key: sheet.text(row, f"bot_{key}") for key in ("form", "role", "stage")}
        if any(audience.values()):
            found["for"] = {key: value for key, value in audience.items() if value}
        return found


def _unless_true(relevant: str, scope: Scope, told: str = "") -> str | None:
    """The condition of an expression; none where it is always true. Raises Problem."""
    if not told and yes_no.get(relevant) is True:
        return None
    return own.read_when(relevant, told, scope)


def _references(asking: _Asking) -> set[str]:
    """The names that decide whether a question is asked."""
    texts = [relevant for _, relevant in asking.groups]
    texts.append(str(asking.child.get("bind", {}).get("relevant", "")))
    return {match["ncname"] for text in texts for match in RE_PYXFORM_REF.finditer(text)}


def _all_needs(name: str, needs: Mapping[str, set[str]]) -> set[str]:
    """Every name that a question waits for, however far back."""
    found: set[str] = set()
    open_ = [name]
    while open_:
        for other in needs.get(open_.pop(), set()) - found:
            found.add(other)
            open_.append(other)
    return found
