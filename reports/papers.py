"""Official papers as .docx: orders, consent forms, statements. Data in, bytes out; they are always in Russian.

What people typed is escaped (docxtpl's `autoescape`), and what XML can't hold is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from io import BytesIO
from typing import Any

from babel.dates import format_date
from docxtpl import DocxTemplate

from locales import Wording
from mentoring.mentorships import Order
from mentoring.names import within
from mentoring.papers import (
    ConsentForms,
    FixedRow,
    FixingOrder,
    Issuer,
    Named,
    Paper,
    ReleaseOrder,
    Statement,
    Statements,
)
from reports.blank_docx import finished
from reports.paper_template import template
from reports.russian_names import cases
from reports.russian_organisations import genitive

RUSSIAN = "ru"
BLANK = "_" * 50
LINE = "_" * 20
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write(paper: Paper) -> bytes:
    """The paper as a .docx, ready to be signed, or to be edited first."""
    match paper:
        case FixingOrder():
            return _rendered("fixing", _fixing(paper))
        case ReleaseOrder():
            return _rendered("release", _release(paper))
        case Statements():
            return _rendered("statements", _statements(paper))
        case ConsentForms():
            return _rendered("consents", _consents(paper))


def _rendered(name: str, values: Mapping[str, Any]) -> bytes:
    document = DocxTemplate(BytesIO(template(name)))
    document.render(_clean(values), autoescape=True)
    return finished(document.docx)


def _clean(value: Any) -> Any:
    """The same without characters that XML has no place for."""
    match value:
        case str():
            return _UNPRINTABLE.sub("", value)
        case Mapping():
            return {key: _clean(each) for key, each in value.items()}
        case list() | tuple():
            return [_clean(each) for each in value]
    return value


# --- orders ----------------------------------------------------------------------------------------------------------


def _fixing(paper: FixingOrder) -> dict[str, Any]:
    first = paper.rows[0]
    simple = len(paper.rows) == 1 and len(first.mentors) == 1 and len(first.mentees) == 1
    adults = {name for row in paper.rows for name in row.responsible} if simple else set()
    readers = _each_once(one.name for row in paper.rows for one in (*row.mentors, *row.mentees))
    return {
        **_issued(paper.issuer),
        **_dated(paper.order),
        "rows": [_row(row) for row in paper.rows],
        "simple": simple,
        "planned": paper.planned,
        "people": sum(len(row.mentees) for row in paper.rows),
        "responsible": _joined(cases(name).acc for name in first.responsible),
        "consultants": _joined(cases(name).acc for name in first.consultants),
        "readers": [asdict(cases(name)) for name in (*readers, *sorted(adults))],
    }


def _release(paper: ReleaseOrder) -> dict[str, Any]:
    row = paper.row
    mentors = [cases(one.name) for one in row.mentors]
    mentees = [cases(one.name) for one in row.mentees]
    return {
        **_issued(paper.issuer),
        **_dated(paper.order),
        "row": _row(row),
        "reason": paper.reason.value,
        "words": paper.words,
        "ended_on": _day(paper.ended_on),
        "fixed_by": _named(paper.fixed_by),
        "acc_mentors": _joined(one.acc for one in mentors),
        "gen_mentors": _joined(one.gen for one in mentors),
        "ins_mentors": _joined(one.ins for one in mentors),
        "gen_mentees": _joined(one.gen for one in mentees),
        "successors": _joined(paper.successors),
        "readers": [asdict(one) for one in mentors],
    }


def _row(row: FixedRow) -> dict[str, Any]:
    return {
        "form": row.form,
        "mentors": [_person(one) for one in row.mentors],
        "mentees": [_person(one) for one in row.mentees],
        "mentors_listed": _listed(row.mentors),
        "mentees_listed": _listed(row.mentees),
        "adults_listed": _joined((*row.responsible, *row.consultants)),
        "starts": _day(row.starts),
        "ends": _day(row.ends),
    }


# --- statements and consents -----------------------------------------------------------------------------------------


def _statements(paper: Statements) -> dict[str, Any]:
    return {**_issued(paper.issuer), "blank": BLANK, "pages": [_statement(page) for page in paper.pages]}


def _statement(paper: Statement) -> dict[str, Any]:
    about = [cases(name) for name in paper.about]
    return {
        "kind": paper.kind.value,
        "writer": _person(paper.writer),
        "about": _joined(one.nom for one in about),
        "about_gen": _joined(one.gen for one in about),
        "about_acc": _joined(one.acc for one in about),
        "several": len(about) > 1,
        "female": any(one.female for one in about),
        "male": any(one.female is False for one in about),
        "fixed_by": _named(paper.fixed_by),
        "words": paper.words,
        "guardian_signs": paper.guardian_signs,
    }


def _consents(paper: ConsentForms) -> dict[str, Any]:
    forms = [
        {
            "title": form.title,
            "paragraphs": form.paragraphs,
            "signer": form.signer,
            "initials": cases(form.signer).initials if form.signer else None,
            "child": asdict(cases(form.child)) if form.child else None,
        }
        for form in paper.forms
    ]
    return {**_issued(paper.issuer), "forms": forms}


# --- what they share -------------------------------------------------------------------------------------------------


def _issued(issuer: Issuer) -> dict[str, str]:
    """The organisation, and who signs for it."""
    head = cases(issuer.head) if issuer.head else None
    return {
        "organisation": issuer.organisation,
        "organisation_gen": issuer.genitive or genitive(issuer.organisation),
        "programme": issuer.programme,
        "head": head.initials if head else LINE,
        "head_dat": head.dat if head else LINE,
        "head_title": _words("report-paper-head", kind=issuer.kind.value),
        "head_title_dat": _words("report-paper-head-dative", kind=issuer.kind.value),
    }


def _dated(order: Order | None) -> dict[str, str]:
    """Number and date, or room for them."""
    if order is None:
        return {"day": _words("report-paper-open-date"), "number": "_" * 10}
    return {"day": _day(order.date), "number": order.number}


def _named(order: Order | None) -> str:
    """An order as another paper names it."""
    day, number = (_day(order.date), order.number) if order else (_words("report-paper-open-date"), "_" * 10)
    return _words("report-paper-order", day=day, number=number)


def _day(day: date) -> str:
    """«1 сентября 2026 г.»"""
    return format_date(day, "long", locale=RUSSIAN)


def _person(one: Named) -> dict[str, Any]:
    return {**asdict(cases(one.name)), "about": within(one.about)}


def _listed(people: Iterable[Named]) -> str:
    return _joined(f"{one.name} ({within(one.about)})" if one.about else one.name for one in people)


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(parts)


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _words(key: str, **values: Any) -> str:
    return Wording.load().text(RUSSIAN, key, **values)
