"""Every button, command and document × everybody × own, another's and another school's things: as one table says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mentoring.access import Actor
from mentoring.errors import Refusal
from mentoring.roles import Role
from services.desk import Desk
from services.makers import MAKERS
from storage.jobs import Job
from tests.access.judging import may
from tests.access.municipality import ELSEWHERE, FORMER, OTHERS, OWN, STRANGER, Municipality
from tests.access.rows import COMMANDS, NOBODY, ROWS
from tests.access.rows_elsewhere import OTHER_PROGRAMMES
from tests.access.trial import Outcome, Trial
from tests.conversations.entries import WORDS, Button, buttons, commands
from tests.conversations.world import World


def _row_of(rows: Mapping[str, str]) -> dict[str, str]:
    return {name: row for row, names in rows.items() for name in names.split()}


ROW_OF, COMMAND = _row_of(ROWS), _row_of(COMMANDS)
ELSEWHERE_ALONE = {programme: _row_of(rows) for programme, rows in OTHER_PROGRAMMES.items()}
NEVER = frozenset(NOBODY.split()).union(*ELSEWHERE_ALONE.values())
WINTER = datetime(2026, 12, 15, 6, 0, tzinfo=UTC)
"""A period of indicators and the months of the self-audit."""
Cell = tuple[Button, str, str]
"""A button, who presses it, and whose things it points at."""
FURTHER = {
    Role.CURATOR: ("diary.file:{mentorship}:xlsx", "roadmap.file:{organisation}:png"),
    Role.COORDINATOR: ("final.make:0:docx",),
}
"""Buttons of other documents than those that the cells order; zero is the municipality."""
UNORDERED = {
    *("people-read", "people-mistakes", "questionnaire-read"),  # of a file that somebody sent in, for that chat alone
    *("board", "certificate", "erasure-act", "event-merits", "people-links"),  # there is nobody they could be about
    *("indicators-docx", "indicators-xlsx"),  # the programme has no indicators
}
"""Documents that nobody can order as things stand."""


@pytest.fixture
async def municipality(world: World) -> Municipality:
    return await Municipality.open(world)


async def actors(municipality: Municipality) -> dict[str, Actor]:
    async with municipality.world.work() as work:
        return {who: await work.chats.actor(chat) for who, chat in municipality.chats.items()}


def data(button: Button, ids: dict[str, object]) -> str:
    """Callback data: what the router's own argument means, else what any argument of that name does."""
    room = button.name.partition(".")[0]
    found = [button.name]
    for each in button.arguments:
        known = (ids.get(f"{button.name}.{each}"), ids.get(f"{room}.{each}"), ids.get(each), *WORDS.get(each, ("1",)))
        found.append(str(next(value for value in known if value is not None)))
    return ":".join(found)


def every_cell(municipality: Municipality) -> Iterator[Cell]:
    return ((button, who, whose) for button in buttons() for whose in municipality.pairs for who in municipality.chats)


def some_cells(municipality: Municipality, known: dict[str, Actor]) -> Iterator[Cell]:
    """Of every button: somebody who may, and two who take turns; a curator at another school's things among them."""
    everybody, own = [*known], municipality.pairs[OWN]
    for number, button in enumerate(buttons()):
        row, turn = ROW_OF.get(button.name), number % len(everybody)
        whoever = everybody[turn:] + everybody[:turn]
        granted = [who for who in whoever if row is not None and may(known[who], own, row)]
        yield from ((button, who, OWN) for who in granted[:1])
        if number % 2:
            yield button, whoever[0], (OTHERS, ELSEWHERE, OWN)[number % 3]
        else:
            yield (button, *((Role.CURATOR, ELSEWHERE), (FORMER, OWN), (Role.HEAD, ELSEWHERE))[number % 3])


class Judged:
    """What was otherwise than the table says, and the documents that were ordered on the way."""

    def __init__(self, municipality: Municipality, known: dict[str, Actor], rows: Mapping[str, str] = ROW_OF) -> None:
        self.municipality = municipality
        self.rows = rows
        self.known = known
        self.trial = Trial(municipality.world)
        self.wrong: list[str] = []
        self.ordered: dict[str, tuple[str, Job]] = {}

    async def judge(self, cell: Cell) -> None:
        button, who, whose = cell
        pair, chat = self.municipality.pairs[whose], self.municipality.chats[who]
        pressed = data(button, dict(pair.ids))
        outcome = await self.trial.presses(chat, pressed)
        row = self.rows.get(button.name)
        granted = row is not None and may(self.known[who], pair, row)
        known = row is not None or button.name not in NEVER
        where = f"{who} presses {pressed} ({whose})"
        if outcome.unknown or not outcome.replies:
            self.wrong.append(f"{where}: no button is like that")
        if outcome.refused is granted and known:
            self.wrong.append(f"{where}: {'refused' if granted else 'let in'} {sorted(outcome.keys)}")
        if outcome.refused and outcome.changed and known:
            self.wrong.append(f"{where}: refused, and yet something was written")
        self._hears_nothing_of_others(cell, outcome, where)
        if granted and row is not None:
            self.ordered.update({job.kind: (row, job) for job in outcome.ordered if whose == OWN})

    def _hears_nothing_of_others(self, cell: Cell, outcome: Outcome, where: str) -> None:
        """No word of another school reaches anybody but the coordinator, and no word at all whoever is refused."""
        _, who, whose = cell
        away = self.municipality.pairs[ELSEWHERE].secrets if who != Role.COORDINATOR else ()
        refused = self.municipality.pairs[whose].secrets if outcome.refused else ()
        shown = outcome.shown(self.municipality.chats[who])
        self.wrong += [f"{where}: sees {secret}" for secret in {*away, *refused} if secret in shown]

    async def order_further(self) -> None:
        """The documents that other arguments of the same buttons, or a command, order."""
        ids, rows = self.municipality.pairs[OWN].ids, {"final.make:0:docx": "make_report@municipality"}
        for who, presses in FURTHER.items():
            for each in presses:
                outcome = await self.trial.presses(self.municipality.chats[who], each.format(**ids))
                row = rows.get(each, ROW_OF[each.partition(":")[0]])
                self.ordered.update({job.kind: (row, job) for job in outcome.ordered})
        outcome = await self.trial.says(self.municipality.chats[Role.CURATOR], "/export")
        self.ordered.update({job.kind: (COMMAND["/export"], job) for job in outcome.ordered})

    async def documents(self, who: str) -> None:
        """Each document that was ordered, made for somebody else: rights are asked anew when it is made."""
        actor, pair = self.known[who], self.municipality.pairs[OWN]
        for kind, (row, job) in self.ordered.items():
            async with self.municipality.world.database.read(self.municipality.world.now) as work:
                desk = Desk(work, self.municipality.world.machine.house, actor, work.now)
                theirs = replace(job, chat_id=actor.chat_id, person_id=actor.person_id)
                try:
                    await MAKERS[kind](desk, theirs)
                    made = True
                except Refusal:
                    made = False
            if made and not may(actor, pair, row):
                self.wrong.append(f"{kind} is made for {who}, who may not order it ({row})")


def test_every_button_has_one_row() -> None:
    named = [*ROW_OF, *NOBODY.split(), *(name for rows in ELSEWHERE_ALONE.values() for name in rows)]
    assert sorted(named) == sorted(each.name for each in buttons())


async def test_some_of_the_matrix_and_every_button_once(municipality: Municipality) -> None:
    known = await actors(municipality)
    judged = Judged(municipality, known)
    for cell in some_cells(municipality, known):
        await judged.judge(cell)
    await judged.order_further()
    for who in (FORMER, STRANGER, Role.MENTEE):
        await judged.documents(who)
    assert judged.wrong == []


async def of_another_programme(world: World, name: str) -> list[str]:
    """What is otherwise than the table says of the buttons that only this programme has, for everybody."""
    municipality = await Municipality.open(world)
    judged = Judged(municipality, await actors(municipality), ELSEWHERE_ALONE[name])
    for cell in every_cell(municipality):
        if cell[0].name in ELSEWHERE_ALONE[name] and cell[2] != OTHERS:
            await judged.judge(cell)
    for who in (FORMER, STRANGER, Role.MENTEE):
        await judged.documents(who)
    return judged.wrong


@pytest.mark.programme("kavkazsky", WINTER)
async def test_indicators_and_self_audits(world: World) -> None:
    assert await of_another_programme(world, "kavkazsky") == []


@pytest.mark.programme("seversk", WINTER)
async def test_help_between_organisations(world: World) -> None:
    assert await of_another_programme(world, "seversk") == []


@pytest.mark.long
async def test_the_whole_matrix(municipality: Municipality) -> None:
    judged = Judged(municipality, await actors(municipality))
    for cell in every_cell(municipality):
        await judged.judge(cell)
    await judged.order_further()
    for who in municipality.chats:
        await judged.documents(who)
    assert judged.wrong == []
    assert set(MAKERS) - judged.ordered.keys() == UNORDERED


async def test_every_command(municipality: Municipality) -> None:
    known = await actors(municipality)
    trial, pair = Trial(municipality.world), municipality.pairs[OWN]
    wrong = []
    for command in (each for each in commands() if each != "/nothing"):
        for who, chat in municipality.chats.items():
            outcome = await trial.says(chat, command)
            granted = may(known[who], pair, COMMAND[command])
            if outcome.refused is granted or (outcome.refused and outcome.changed):
                wrong.append(f"{who} says {command}: {sorted(outcome.keys)}")
    assert wrong == []
