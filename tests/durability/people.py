"""People who answer a questionnaire as people do: each presses the button seen on the last screen, once."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from random import Random

from simulator.chats import Change, Person
from simulator.phones import Phone
from simulator.telegram import Telegram

QUESTIONS = 10
ACTIONS = QUESTIONS + 2
"""/surveys, the questionnaire's button, ten answers."""
PATIENCE = 90.0
"""Seconds a person waits for a screen: longer than any number of restarts on the way."""


class Gate:
    """How many more presses may be made now; a trial spreads them over the lives of the bot."""

    def __init__(self) -> None:
        self._allowed = asyncio.Semaphore(0)
        self._open = False

    def let(self, presses: int) -> None:
        """Allow some more."""
        for _ in range(presses):
            self._allowed.release()

    def open(self) -> None:
        """From now on as many as they like."""
        self._open = True
        self.let(1)

    async def passed(self) -> None:
        """Wait until a press may be made."""
        await self._allowed.acquire()
        if self._open:
            self.let(1)


class Respondent:
    """One person; `pressed` is what they answered."""

    def __init__(self, telegram: Telegram, number: int, gate: Gate, random: Random) -> None:
        telegram.add(Person(number, f"Person {number}"))
        telegram.chat(number).started = True
        self.phone = Phone(telegram, number)
        self.pressed: dict[str, str] = {}
        self._gate = gate
        self._random = random

    async def answer_all(self) -> None:
        """From `/surveys` to «Спасибо»; no button is pressed twice, whatever happens to the bot."""
        await self._gate.passed()
        await self.phone.says("/surveys")
        await self.phone.waits_for(seconds=PATIENCE)
        await self._gate.passed()
        await self.phone.taps(self.phone.screen.labels[0])
        for number in range(1, QUESTIONS + 1):
            await self.phone.waits_for(f"Вопрос {number} из {QUESTIONS}", seconds=PATIENCE)
            await self._gate.passed()
            digit = str(self._random.randint(1, 5))
            self.pressed[f"q{number}"] = digit
            await self.phone.taps(digit)
        await self.phone.waits_for("Спасибо", seconds=PATIENCE)


class Crowd:
    """Everybody, and a record of each new message the bot sent, with the life of the bot that sent it."""

    def __init__(self, telegram: Telegram, people: int, seed: int) -> None:
        self.gate = Gate()
        self.life = 0
        self.respondents = [Respondent(telegram, n, self.gate, Random(seed * 1000 + n)) for n in range(1, people + 1)]
        self._sent: list[tuple[int, int, str]] = []
        telegram.watch(self._note)

    @property
    def actions(self) -> int:
        """How many presses and texts it takes until all have answered."""
        return len(self.respondents) * ACTIONS

    async def answer_all(self) -> None:
        """All at once; raises the first disappointment."""
        await asyncio.gather(*(respondent.answer_all() for respondent in self.respondents))

    def _note(self, change: Change) -> None:
        if change.kind == "message" and change.value["from"]["is_bot"]:
            self._sent.append((change.chat, self.life, change.value["text"]))

    def repeated(self) -> Counter[tuple[int, int]]:
        """By chat and life: messages that the chat had been sent before in the same words."""
        seen: set[tuple[int, str]] = set()
        found: Counter[tuple[int, int]] = Counter()
        for chat, life, text in self._sent:
            if (chat, text) in seen:
                found[chat, life] += 1
            seen.add((chat, text))
        return found


def stored(database: Path) -> dict[int, dict[str, str]]:
    """Each person's answers, by the view that other programs read."""
    found: dict[int, dict[str, str]] = {}
    with sqlite3.connect(database) as connection:
        query = "SELECT telegram_id, question, value FROM answers_v WHERE questionnaire = 'sample'"
        for person, question, value in connection.execute(query):
            answers = found.setdefault(person, {})
            assert question not in answers, f"{person} has two answers to {question}"
            answers[question] = str(value)
    return found


def count_of(database: Path, table: str) -> int:
    """How many rows a table has."""
    with sqlite3.connect(database) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def pressed(respondents: Iterable[Respondent]) -> dict[int, dict[str, str]]:
    """Each person's answers, as they pressed them."""
    return {respondent.phone.id: respondent.pressed for respondent in respondents}
