"""Files that are no questionnaire, and a bot that goes on answering whatever it is sent."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from time import monotonic

import pytest

from bot.machine import Machine
from mentoring.roles import Role
from reports.workshop import Workshop
from services.desk import House
from simulator.session import SimulatorSession
from storage.engine import Database
from tests.conversations import workbooks
from tests.conversations.failing_school import parked_bodies
from tests.conversations.own_questionnaires import FILE, asked, available, curator
from tests.conversations.world import START, World

MB = 1024 * 1024


class WithAChild(World):
    """The world in which documents are made by a child process, as in the bot that runs."""

    def _machine(self, house: House) -> Machine:
        session = SimulatorSession(self.telegram)
        return Machine(
            self.telegram.token, session, self.database, house, rate=0, clock=self._clock.now, workshop=Workshop
        )

    async def restart(self) -> None:
        """Another process over the same database."""
        await self.machine.jobs.close()
        await self.machine.bot.session.close()
        self.machine = self._machine(self.machine.house)

    async def talk(self) -> None:
        """Everything but the jobs."""
        while await self.machine.polling.step():
            await self.machine.sender.settle()
            await self.machine.answers.settle()
        await self.machine.sender.settle()


@pytest.fixture
async def busy(sqlite_database: Database) -> AsyncIterator[WithAChild]:
    made = await WithAChild.open(sqlite_database, START)
    yield made
    await made.machine.jobs.close()
    await made.machine.bot.session.close()


async def test_a_kill_loses_neither_the_file_nor_what_was_read(busy: WithAChild) -> None:
    school = await busy.organisation()
    phone = await curator(busy, school)
    phone.settle = busy.talk
    await phone.sends_document(FILE, workbooks.form())
    await phone.sees("Читаю файл")
    await busy.restart()
    await busy.machine.jobs.work_off()
    await phone.sees("Анкета прочитана")
    await busy.restart()
    await phone.taps("Сохранить")
    assert [each.version for each in await available(busy, school.id)] == [1]


async def test_mistakes_are_told_by_cell_eight_a_page(world: World) -> None:
    school = await world.organisation()
    phone = await curator(world, school)
    wrong = [("signature", f"q{number}", f"Вопрос {number}", "Question", "", "") for number in range(12)]
    await phone.sends_document(FILE, workbooks.form(*wrong))
    await phone.sees("нашлось 12 ошибок", "Лист survey, строка 2, столбец A", "signature", "строка 9")
    await phone.sees_no("строка 10")
    await phone.taps("›")
    await phone.sees("строка 10, столбец A", "строка 13", "2 / 2")
    await phone.taps("Пример анкеты (.xlsx)")
    assert phone.documents[-1][0] == "example-xlsform.xlsx"
    await phone.sends_document(FILE, workbooks.form())
    await phone.sees("Анкета прочитана")


BROKEN = {
    "a renamed zip": (FILE, workbooks.some_zip, "не таблица Excel"),
    "50 MB": (FILE, lambda: bytes(50 * MB), "до 5 МБ"),
    "macros by name": ("Анкета.xlsm", workbooks.form, "макросы"),
    "macros inside": (FILE, lambda: workbooks.with_part(workbooks.form(), "xl/vbaProject.bin", b"x"), "макросы"),
    "10,000 questions": (FILE, lambda: workbooks.many(10_000), "больше 300 вопросов"),
    "questions that wait for each other": (FILE, workbooks.cyclic, "ждут друг друга"),
    "formulas": (FILE, lambda: workbooks.form(("text", "q", "=1+1", "Why?", "", "")), "формула"),
    "a truncated file": (FILE, lambda: workbooks.form()[:3000], "повреждён"),
    "a password": (FILE, workbooks.locked, "паролем"),
    "an empty sheet": (FILE, lambda: workbooks.book(survey=()), "нет названий столбцов"),
    "no questions": (FILE, lambda: workbooks.book(survey=(workbooks.SURVEY,)), "ни одного вопроса"),
    "a zip bomb": (FILE, workbooks.bomb, "слишком большой"),
    "a pdf": ("Анкета.pdf", lambda: b"%PDF-1.7", "только из файла .xlsx"),
    "an old Excel": ("Анкета.xls", workbooks.locked, "только из файла .xlsx"),
    "a list that there is not": (FILE, lambda: workbooks.listed("nowhere"), "такого списка в программе нет"),
}


@pytest.mark.parametrize("kind", BROKEN)
async def test_a_broken_file_is_refused_in_a_sentence_and_others_go_on(world: World, kind: str) -> None:
    name, content, part = BROKEN[kind]
    school = await world.organisation()
    phone = await curator(world, school)
    mentor, person = await world.member("Иванова Анна Петровна", Role.MENTOR, school)
    await asked(world, mentor, person, school, "pulse")
    await phone.sends_document(name, content())
    await phone.sees(part)
    await phone.sees_no("Не получилось подготовить файл")
    await mentor.says("/surveys")
    await mentor.taps("Как идут дела?")
    await mentor.taps("8")
    await mentor.sees("Вопрос 2 из 2")
    assert await parked_bodies(world) == []
    async with world.work() as work:
        assert await work.jobs.states() == {}
    await phone.sends_document(FILE, workbooks.form())
    await phone.sees("Анкета прочитана")


async def test_nobody_waits_while_a_hostile_file_is_read(busy: WithAChild) -> None:
    """10,000 questions under conditions, read in the child: the other's presses are answered meanwhile."""
    school = await busy.organisation()
    phone = await curator(busy, school)
    mentor, person = await busy.member("Иванова Анна Петровна", Role.MENTOR, school)
    await asked(busy, mentor, person, school, "pulse")
    phone.settle = mentor.settle = busy.talk
    await phone.sends_document(FILE, workbooks.many(10_000))
    await phone.sees("Читаю файл")
    reading = asyncio.create_task(busy.machine.jobs.work_off())
    await asyncio.sleep(0)
    longest, gone = 0.0, 0
    while not reading.done() and gone < 500:
        begun = monotonic()
        await mentor.says("/surveys")
        await mentor.sees("Как идут дела?")
        longest, gone = max(longest, monotonic() - begun), gone + 1
    assert gone > 1, "the file was read before anybody else could say a word"
    assert longest < 1.5
    await reading
    await busy.talk()
    assert "больше 300 вопросов" in phone.screen.text
