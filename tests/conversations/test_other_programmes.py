"""Programmes other than School 14’s in conversation: their own kinds, forms, role models and meetings."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.training import sample
from mentoring.mentorships import Form
from storage.engine import Database
from tests.conversations.pair_school import School
from tests.conversations.world import World, house_of

_DOCS = Path(__file__).parents[2] / "docs" / "programmes.md"


async def opened(database: Database, programme: str) -> World:
    return await World.open(database, house=house_of(programme, "mentoring_bot", school_year=2026))


@pytest.mark.parametrize(
    ("programme", "kind", "form", "model"),
    [
        ("kumtorkala", "Реверсивное", "Педагог – педагог", "innovator-conservative"),
        ("kavkazsky", None, "Учитель – учитель", "leader-hindered"),
        ("seversk", "Флэш-наставничество", "Педагог – педагог", "newcomer"),
        ("kyzyl", "Новичок – мастер", "Учитель – учитель", "risk-group"),
    ],
)
async def test_a_pair_is_formed_by_the_programmes_own_lists(
    quick_database: Database, programme: str, kind: str | None, form: str, model: str
) -> None:
    world = await opened(quick_database, programme)
    known = world.machine.house.programme
    models = known.form(Form.TEACHER_TEACHER).role_models
    school = await School.open(world)
    curator = school.curator
    await curator.says("/pairs")
    await curator.taps("Новая пара")
    await curator.taps("Пару")
    if kind is not None:  # a programme with one kind for pairs asks nothing
        await curator.taps(kind)
    for name in ("Серова Нина Юрьевна", "Громов Олег Ильич", form):
        await curator.taps(name)
    names = [each.name.ru for each in models]
    assert all(name in curator.screen.text or name in curator.screen.labels for name in names)
    place = [each.id for each in models].index(model)
    await curator.taps(names[place] if names[place] in curator.screen.labels else str(place + 1))
    for answer in ("Сегодня", "Через полгода", "Всё верно"):
        await curator.taps(answer)
    made = await school.newest()
    assert (made.form, made.role_model) == (Form.TEACHER_TEACHER, model)
    assert known.kind(made.kind).name.ru == (kind or "Индивидуальное")


async def test_a_programme_written_from_the_docs_runs(quick_database: Database, tmp_path: Path) -> None:
    own = tmp_path / "lesnaya.yaml"
    own.write_text(
        _DOCS.read_text(encoding="utf-8").split("{ #smallest }\n")[1].split("```yaml\n")[1].split("```")[0],
        encoding="utf-8",
    )
    world = await opened(quick_database, str(own))
    async with world.work() as work:
        await sample(work, world.machine.house, 2)
        made = await work.mentorships.get(1)
    assert made is not None
    assert (made.form, made.role_model, made.kind) == (Form.PUPIL_PUPIL, "achiever-underachiever", "individual")
