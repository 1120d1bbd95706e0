"""The view `answers_v`, filled by a person through the real dialogue, as another program reads it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot import house as houses
from mentoring.roles import Role
from simulator.phones import Phone
from storage.engine import Database
from surveys.load import BUNDLED, load
from surveys.record import RecordState
from surveys.response import Draft
from tests.conversations.world import World

EVERY_KIND = """\
survey: every-kind
version: 1
title: {ru: Всё сразу, en: Everything}
ask:
- id: often
  kind: single
  text: {ru: Часто?, en: Often?}
  options:
  - {id: weekly, label: {ru: Раз в неделю, en: Weekly}}
  - {id: never, label: {ru: Никогда, en: Never}}
- {id: why, kind: text, when: often == never, text: {ru: Почему никогда?, en: Why never?}}
- id: mark
  kind: scale
  min: 1
  max: 10
  text: {ru: Оценка?, en: Mark?}
  low: &low {ru: плохо, en: bad}
  high: &high {ru: хорошо, en: good}
- {id: hours, kind: number, min: 0, max: 9, decimals: 1, text: {ru: Часов?, en: Hours?}}
- {id: day, kind: date, min: today - 1y, max: today, text: {ru: Когда?, en: When?}}
- id: areas
  kind: multi
  text: {ru: О чём?, en: What about?}
  options:
  - {id: sport, label: {ru: Спорт, en: Sport}}
  - {id: music, label: {ru: Музыка, en: Music}}
- {id: words, kind: text, text: {ru: Своими словами?, en: In your words?}}
- {id: last, kind: scale, min: 1, max: 5, text: {ru: Последнее?, en: The last?}, low: *low, high: *high}
"""


@pytest.fixture
async def school(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    """A world whose bot knows a questionnaire with every kind of question."""
    own = tmp_path / "own" / "definitions"
    own.mkdir(parents=True)
    (own / "every-kind.yaml").write_text(EVERY_KIND, encoding="utf-8")
    monkeypatch.setattr(houses, "library", lambda _consents: load(BUNDLED, own.parent))
    made = await World.open(database, house=houses.build("tver-school-14", "school_bot"))
    yield made
    await made.machine.jobs.close()
    await made.machine.bot.session.close()


async def asked(school: World) -> Phone:
    """A mentor before whom the questionnaire lies."""
    phone, person = await school.member("Петрова Анна Ивановна", Role.MENTOR, await school.organisation())
    async with school.work() as work:
        definition = school.machine.house.surveys.get("every-kind")
        await work.definitions.archive(definition)
        draft = Draft(definition.id, definition.version)
        await work.responses.add(draft, definition, state=RecordState.WAITING, chat_id=phone.id, person_id=person.id)
    await phone.says("/surveys")
    await phone.taps("Всё сразу")
    return phone


async def seen(school: World, phone: Phone) -> dict[str, Any]:
    """Question → value, of this person's response."""
    query = f"SELECT question, value FROM answers_v WHERE telegram_id = {phone.id} AND questionnaire = 'every-kind'"
    async with school.work() as work:
        rows = [tuple(row) for row in await work.connection.exec_driver_sql(query)]
    found: dict[str, Any] = dict(rows)
    assert len(found) == len(rows)
    return found


async def test_every_kind_of_answer_and_only_the_last_on_the_path(school: World) -> None:
    phone = await asked(school)
    assert await seen(school, phone) == {}
    await phone.taps("Никогда")
    await phone.says("Так вышло")
    assert await seen(school, phone) == {"often": "never", "why": None}
    await phone.taps("Назад")
    await phone.taps("Назад")
    await phone.taps("Раз в неделю")
    assert await seen(school, phone) == {"often": "weekly"}
    await phone.taps("7")
    await phone.says("4,5")
    await phone.says("31.08.2026")
    for label in ("Спорт", "Музыка", "Готово"):
        await phone.taps(label)
    await phone.says('"Кавычки" и <b>')
    found = await seen(school, phone)
    assert json.loads(found.pop("areas")) == ["sport", "music"]
    assert found == {"often": "weekly", "mark": "7", "hours": "4.5", "day": "2026-08-31", "words": None}
    await phone.taps("5")
    await phone.sees("Спасибо")
    assert (await seen(school, phone))["last"] == "5"
