"""Taking out what is kept about oneself or one's child: a zip with a page and JSON."""

from __future__ import annotations

import json
from datetime import date, timedelta
from io import BytesIO
from zipfile import ZipFile

from mentoring.roles import Category, Role
from tests.conversations import pairs
from tests.conversations.world import World


def opened(content: bytes) -> tuple[str, dict[str, list[dict[str, object]]]]:
    """The page and what programs read."""
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return archive.read("data.html").decode(), json.loads(archive.read("data.json"))["data"]


async def test_somebody_downloads_all_that_is_kept_and_nobody_elses(world: World) -> None:
    pair = await pairs.pair(world)
    third, _ = await world.member("Посторонний Яков Ильич", Role.MENTEE, pair.school)
    await pairs.meeting(world, pair, world.now + timedelta(days=2))
    async with world.work() as work:
        await work.tasks.add(pair.mentorship, [pair.mentee_person.id], "Прочитать <главу>", None, by=1)
    await pair.mentee.says("/privacy")
    await pair.mentee.taps("Скачать мои данные")
    await pair.mentee.sees("страница data.html для чтения")
    name, content = pair.mentee.documents[-1]
    assert name == "my-data-2026-09-01.zip"
    page, data = opened(content)
    assert data["card"][0]["name"] == "Сергеев Пётр Ильич"
    assert data["pairs"][0]["with"] == "Иванова Анна Петровна"
    assert data["tasks"][0]["task"] == "Прочитать <главу>"
    assert data["meetings"][0]["place"] == "Кабинет 12"
    assert {each["kind"] for each in data["consents"]} == {"processing", "participation"}
    assert "Прочитать &lt;главу&gt;" in page
    assert "<dt>Категория</dt><dd>педагог</dd>" in page
    assert "Посторонний" not in page
    await third.presses_old(third.screen.message_id, f"owndata.order:{pair.mentee_person.id}")
    await third.sees("недоступно")


async def test_a_guardian_takes_out_the_childs_and_the_head_sees_that(world: World) -> None:
    school = await world.organisation()
    head, _ = await world.member("Зимин Пётр Ильич", Role.HEAD, school)
    _, person = await world.member(
        "Орлов Петя Иванович", Role.MENTEE, school, category=Category.PUPIL, birth=date(2013, 5, 1)
    )
    mother, mother_person = await world.member("Орлова Вера Петровна", Role.GUARDIAN, school)
    async with world.work() as work:
        await work.guardianships.put(person.id, mother_person.id, "mother")
    await mother.presses_old(mother.screen.message_id, f"ward.consents:{person.id}")
    await mother.taps("Скачать данные ребёнка")
    page, data = opened(mother.documents[-1][1])
    assert data["family"] == [
        {"side": "guardian", "with": "Орлова Вера Петровна", "relation": "mother", "hears_of_meetings": True}
    ]
    assert "законный представитель" in page
    await head.says("/privacy")
    await head.taps("Реестры и журналы")
    await head.taps("Кто смотрел данные")
    await head.sees("Орлова Вера Петровна: выгрузка всех данных человека — Орлов Петя Иванович")
