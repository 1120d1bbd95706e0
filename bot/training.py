"""`sample --people N`: what the training school is filled with; the rows are storage's business."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from mentoring.life import Gathering
from mentoring.mentorships import Form, Order
from programmes.programme import Programme
from services.desk import House
from storage.training import Training, fill
from storage.work import Work

_NAMES = Path(__file__).with_name("training.yaml")
_BIRTH = date(1985, 5, 12)


def names(count: int) -> list[str]:
    """So many full names, neutral and in a fixed order; they repeat after 3,072."""
    lists = yaml.safe_load(_NAMES.read_text(encoding="utf-8"))
    return [_name(lists["men" if number % 2 else "women"], number // 2) for number in range(count)]


def _name(of: dict[str, Sequence[str]], number: int) -> str:
    surnames, first, patronymics = of["surnames"], of["names"], of["patronymics"]
    return " ".join(
        (
            surnames[number % len(surnames)],
            first[number // len(surnames) % len(first)],
            patronymics[number // (len(surnames) * len(first)) % len(patronymics)],
        )
    )


def _training(house: House, people: int, today: date) -> Training:
    lists: dict[str, Any] = yaml.safe_load(_NAMES.read_text(encoding="utf-8"))
    programme: Programme = house.programme
    form = next((form for form in programme.forms if form.id is Form.TEACHER_TEACHER), programme.forms[0])
    return Training(
        organisation=lists["organisation"],
        zone=programme.zone,
        names=names(people + 2),
        form=form.id,
        role_model=form.role_models[0].id,
        kind=programme.kind_for(Gathering.PAIR),
        area=programme.areas[0].id,
        consent_versions={kind: programme.consents[kind] for kind in ("processing", "participation")},
        survey=house.surveys.get("sample"),
        yearly=[(one.id, autumn) for one in programme.questionnaires.calendar for autumn in programme.years.autumns],
        birth=_BIRTH,
        order=Order(lists["order"], today),
    )


async def sample(work: Work, house: House, people: int) -> None:
    """Fill a database without people with `people` adults in pairs (an even number, at least 2).

    Raises storage.training.NotEmptyError if anybody is registered already.
    """
    await fill(work, _training(house, people, work.now.date()))
