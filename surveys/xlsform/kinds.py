"""Which of our kinds a `type` of the survey sheet is; pyxform's dictionary of types says what each one means."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from pyxform import aliases
from pyxform.question_type_dictionary import QUESTION_TYPE_DICT
from pyxform.xls2json import RE_BEGIN_CONTROL, RE_END_CONTROL, RE_SELECT

from surveys.xlsform.errors import Problem

Role = Literal["question", "begin", "end", "unasked", "setting", "refused"]
_SINGLE, _MULTI = "select one", "select all that apply"
_BY_BIND = {"string": "text", "int": "number", "decimal": "number", "date": "date", "time": "time"}
_REMEDIES: dict[str, str] = {
    "geopoint": "text", "geotrace": "text", "geoshape": "text", "gps": "text", "location": "text", "barcode": "text",
    "image": "text", "photo": "text", "audio": "text", "video": "text", "file": "text", "osm": "text",
    "datetime": "date", "rank": "select_multiple", "acknowledge": "select_one", "trigger": "select_one",
    "select_one_external": "select_one", "select_one_from_file": "select_one",
    "select_multiple_from_file": "select_multiple",
}  # fmt: skip
"""What to write instead of a type the bot does not ask."""
_GONE = frozenset({"calculate", "q calculate", "add calculate prompt", "hidden", "xml-external", "csv-external"})
_COMMON = ("select_one", "select_multiple", "integer", "decimal", "range", "text", "date", "time", "note")


@dataclass(frozen=True, slots=True)
class RowType:
    """What a row of the survey sheet is: a question of a kind, the begin or end of a group, or something never asked
    (`refused`: told as a mistake already).

    `constraint` belongs to the type itself (`phone number`, `percentage`); `whole`: a number without comma."""

    role: Role
    kind: str = ""
    list_name: str = ""
    or_other: bool = False
    whole: bool = True
    constraint: str = ""


def row_type(word: str) -> RowType:
    """Read a `type`. Raises Problem for one the bot does not ask, with what to write instead."""
    word = " ".join(word.split())
    if RE_END_CONTROL.search(word):
        return RowType("end")
    begin = RE_BEGIN_CONTROL.search(word)
    if begin:
        if aliases.control[begin["type"]] != "group":
            raise Problem("repeat", type=word)
        return RowType("begin")
    select = RE_SELECT.search(word)
    if select:
        return _select(word, select["select_command"], select["list_name"], select["specify_other"] is not None)
    if word in aliases.settings_header:
        return RowType("setting")
    return _plain(word)


def _select(word: str, command: str, list_name: str, or_other: bool) -> RowType:
    kind = aliases.select[command]
    if command in aliases.select_from_file or kind not in (_SINGLE, _MULTI):
        raise Problem("unknown-type", type=word, instead=_instead(command))
    if "${" in list_name or "." in list_name:
        raise Problem("list-elsewhere", list=list_name)
    return RowType("question", "single" if kind == _SINGLE else "multi", list_name, or_other)


def _plain(word: str) -> RowType:
    known = QUESTION_TYPE_DICT.get(word)
    if word == "range":
        return RowType("question", "range")
    if known is None:
        raise Problem("unknown-type", type=word, instead=_instead(word))
    bind, control = known.get("bind", {}), known.get("control", {})
    if "jr:preload" in bind or word in ("audit", "background-audio", "start-geopoint", "background-geopoint"):
        return RowType("unasked")
    kind = _BY_BIND.get(bind.get("type", ""))
    if word in _GONE:
        raise Problem("calculate", type=word)
    if kind is None or control.get("tag") != "input" or word == "select one external":
        raise Problem("unknown-type", type=word, instead=_instead(word))
    if "readonly" in bind:
        return RowType("question", "note")
    whole = bind["type"] != "decimal"
    return RowType("question", kind, whole=whole, constraint=bind.get("constraint", ""))


def _instead(word: str) -> str:
    """The nearest type there is: by what the word means, or by how it is spelt; "" without one."""
    named = _REMEDIES.get(word.lower().replace(" ", "")) or _REMEDIES.get(word.lower())
    first = word.split(" ", maxsplit=1)[0].lower()
    near = get_close_matches(first, _COMMON, n=1, cutoff=0.6)
    return named or (near[0] if near else "text")
