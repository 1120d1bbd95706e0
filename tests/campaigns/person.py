"""Somebody who answers a questionnaire on their phone, and remembers what they answered last.

They know nothing of the bot but what their screen shows. The record is theirs alone: for each question the answer they
gave last, or that they skipped it.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from simulator.keyboards import buttons_of
from simulator.phones import Phone
from tests.campaigns.sheet import NOTES, QUESTIONS, TITLE, Question, asked

THANKS = "Спасибо! Ответы"
TICK = "✓ "
BACK, KEEP, SKIP, LATER, DONE, NEXT = "Назад", "Оставить как есть", "Пропустить", "Продолжить позже", "Готово", "Дальше"
MOST_BACKS = 8
_DAY = re.compile(r":(\d{4}-\d{2}-\d{2})$")
_NONSENSE = {
    "number": ("много", "-5", "9999", "3,5"),
    "decimal": ("пять с плюсом", "7", "1,9"),
    "date": ("31.02.2026", "когда-то", "01.01.1900 г. н. э."),
    "time": ("25:99", "вечером"),
}
_FORKED = frozenset({"visits", "why", "reason", "help_more", "again", "from_day", "minutes", "friends_many", "future"})
"""Questions that are asked because of the one before."""
_WORDS = (
    "Больше <b>встреч</b> & разговоров",
    "=СУММ(A1;A2)",
    "-5 минут опоздания",
    "Всё хорошо 🙂, спасибо",
    "«Кавычки», запятые; точки\nи вторая строка",
    "@наставник, приходите чаще",
    "Научиться не бояться класса",
)


@dataclass(frozen=True, slots=True)
class Manner:
    """How somebody answers; the numbers are chances at each question."""

    nonsense: float = 0.12
    back: float = 0.08
    stale: float = 0.08
    twice: float = 0.1
    types: float = 0.1


@dataclass(slots=True)
class Seen:
    """The message with the question that is being asked."""

    message_id: int
    text: str
    buttons: list[tuple[str, str]]

    def data(self, label: str) -> str | None:
        """What the button with exactly this label carries, ticked or not."""
        return next((data for name, data in self.buttons if name in (label, TICK + label)), None)

    @property
    def ticked(self) -> set[str]:
        return {name.removeprefix(TICK) for name, _ in self.buttons if name.startswith(TICK)}


@dataclass
class Somebody:
    """One person; `given` is their own record, `skipped` what they left out, `number` makes their words their own.

    did: how often they did what: gestures, answers, changes of an answer, switches (changes that ask other questions),
    backs, nonsense, old buttons, presses in twos, pauses.
    """

    phone: Phone
    name: str
    number: int
    chance: random.Random
    today: date
    manner: Manner = Manner()
    given: dict[str, Any] = field(default_factory=dict)
    skipped: set[str] = field(default_factory=set)
    wanted: list[str] | None = None
    changing: str | None = None
    silly: set[str] = field(default_factory=set)
    old: list[tuple[int, str, str]] = field(default_factory=list)
    did: Counter[str] = field(default_factory=Counter)

    # --- what they see ----------------------------------------------------------------------------------------------

    @property
    def finished(self) -> bool:
        """Whether the bot has thanked them."""
        return any(THANKS in message.get("text", "") for message in self.phone.messages if _of_bot(message))

    def seen(self) -> Seen | None:
        """The newest message that asks something and has buttons."""
        for message in reversed(self.phone.messages):
            text = message.get("text", "")
            buttons = [(one["text"], one.get("callback_data", "")) for one in buttons_of(message.get("reply_markup"))]
            if _of_bot(message) and buttons and (_question(text) or any(note in text for note in NOTES)):
                return Seen(message["message_id"], text, buttons)
        return None

    @property
    def counts(self) -> dict[str, Any]:
        """Their answers that count in the end."""
        return {one.name: self.given[one.name] for one in asked(self.given) if one.name in self.given}

    # --- what they do -----------------------------------------------------------------------------------------------

    async def opens(self) -> None:
        """From the newest message that offers it; the question may be there still."""
        if self.seen() is not None:
            return
        for label in ("Продолжить", "Ответить"):
            for message in reversed(self.phone.messages):
                found = [one for one in buttons_of(message.get("reply_markup")) if one["text"] == label]
                if _of_bot(message) and found:
                    await self._presses(message["message_id"], found[0]["callback_data"])
                    return
        raise AssertionError(f"{self.name} finds no way to answer")

    async def asks_for_it(self) -> None:
        """By the command; the list comes next."""
        await self.phone.says("/surveys")

    async def picks_it(self) -> None:
        """Out of the list."""
        await self.phone.taps(TITLE)

    async def puts_by(self) -> None:
        seen = self.seen()
        assert seen is not None, f"{self.name} has nothing to put by"
        self.wanted = None
        self.did["pauses"] += 1
        await self._presses(seen.message_id, seen.data(LATER) or "")

    async def steps(self) -> None:
        """One gesture at the question on the screen."""
        seen = self.seen()
        assert seen is not None, f"{self.name} sees no question"
        question = _question(seen.text)
        if question is None:
            await self._presses(seen.message_id, seen.data(NEXT) or "")
            return
        assert question in asked(self.given), f"{self.name} is asked «{question.name}» beside the path: {self.given}"
        self._remembers(question, seen)
        if self.wanted is not None:
            await self._ticks(question, seen)
        elif self._is(self.manner.nonsense) and question.name not in self.silly:
            await self._says_nonsense(question)
        elif self.old and self._is(self.manner.stale):
            await self._presses_old(question)
        elif self.did["backs"] < MOST_BACKS and self._is(self._doubt(question)) and (data := seen.data(BACK)):
            self.did["backs"] += 1
            await self._presses(seen.message_id, data)
        elif question.name in self.given and self._is(0.4) and (data := seen.data(KEEP)):
            await self._presses(seen.message_id, data)
        else:
            await self._answers(question, seen)

    async def _answers(self, question: Question, seen: Seen) -> None:
        if question.optional and self._is(0.3) and (data := seen.data(SKIP)):
            self.given.pop(question.name, None)
            self.skipped.add(question.name)
            await self._presses(seen.message_id, data)
            return
        match question.kind:
            case "single":
                await self._chooses(question, seen)
            case "multi":
                many = self.chance.randint(question.low, question.high)
                self.wanted = self.chance.sample(list(question.options or ()), many)
                await self._ticks(question, seen)
            case "scale":
                step = str(self.chance.randint(question.low, question.high))
                self._gave(question, int(step))
                await self._says_or_presses(seen, step, step)
            case "date":
                await self._names_a_day(question, seen)
            case _:
                value, words = self._typed(question)
                self._gave(question, value)
                self.did["gestures"] += 1
                await self.phone.says(words)

    async def _chooses(self, question: Question, seen: Seen) -> None:
        options = question.options or {}
        option = self.chance.choice(list(options))
        self._gave(question, option)
        await self._says_or_presses(seen, self._label(question, option, seen), options[option])

    async def _ticks(self, question: Question, seen: Seen) -> None:
        """One tick towards what they want, or «Готово»."""
        assert self.wanted is not None
        labels = {option: self._label(question, option, seen) for option in question.options or ()}
        ticked = {option for option, label in labels.items() if label in seen.ticked}
        wrong = sorted(ticked - set(self.wanted)) or sorted(set(self.wanted) - ticked)
        if wrong:
            await self._presses(seen.message_id, seen.data(labels[wrong[0]]) or "")
            return
        self._gave(question, [option for option in labels if option in self.wanted])
        self.wanted = None
        await self._presses(seen.message_id, seen.data(DONE) or "")

    async def _names_a_day(self, question: Question, seen: Seen) -> None:
        """On the calendar if a fitting day is there, or in words."""
        first, last = (self.today + timedelta(days=days) for days in (question.low, question.high))
        there = [(found[1], data) for _, data in seen.buttons if (found := _DAY.search(data))]
        fitting = [(day, data) for day, data in there if first <= date.fromisoformat(day) <= last]
        if fitting and self._is(0.5):
            day, data = self.chance.choice(fitting)
            self._gave(question, day)
            await self._presses(seen.message_id, data)
            return
        told = self.today + timedelta(days=self.chance.randint(question.low, question.high))
        self._gave(question, told.isoformat())
        self.did["gestures"] += 1
        await self.phone.says(told.strftime(self.chance.choice(("%d.%m.%Y", "%Y-%m-%d"))))

    def _typed(self, question: Question) -> tuple[Any, str]:
        """What they answer in words, as a value and as they type it."""
        match question.kind:
            case "number":
                high = min(question.high, self.given["visits"]) if question.name == "missed" else question.high
                number = self.chance.randint(min(question.low, high), high)
                return number, str(number)
            case "decimal":
                tenths = self.chance.randint(10 * question.low, 10 * question.high)
                whole, rest = divmod(tenths, 10)
                return (f"{whole}.{rest}", f"{whole},{rest}") if rest else (whole, str(whole))
            case "time":
                hour, minute = self.chance.randint(8, 20), self.chance.choice((0, 15, 30))
                return f"{hour:02d}:{minute:02d}", f"{hour}:{minute:02d}"
        words = f"{self.chance.choice(_WORDS)} {self.number}-{question.name}"
        return words, words

    async def _says_nonsense(self, question: Question) -> None:
        self.silly.add(question.name)
        self.did["gestures"] += 1
        self.did["nonsense"] += 1
        if question.kind in _NONSENSE:
            await self.phone.says(self.chance.choice(_NONSENSE[question.kind]))
        elif question.kind == "text" or self._is(0.5):
            await self.phone.sends_sticker()
        else:
            await self.phone.says("ыъь?")

    async def _presses_old(self, question: Question) -> None:
        """A button they saw before, under another question."""
        others = [one for one in self.old if one[2] != question.name]
        if others:
            message_id, data, _ = self.chance.choice(others)
            self.did["old"] += 1
            await self._presses(message_id, data)

    async def _says_or_presses(self, seen: Seen, label: str, words: str) -> None:
        if self._is(self.manner.types):
            self.did["gestures"] += 1
            await self.phone.says(words)
        else:
            await self._presses(seen.message_id, seen.data(label) or "")

    async def _presses(self, message_id: int, data: str) -> None:
        assert data, f"{self.name} sees no such button"
        self.did["gestures"] += 1
        await self.phone.presses_old(message_id, data)
        if self._is(self.manner.twice):
            self.did["twice"] += 1
            await self.phone.presses_old(message_id, data)

    def _gave(self, question: Question, value: Any) -> None:
        before = [one.name for one in asked(self.given)]
        again = question.name in self.given and self.given[question.name] != value
        self.given[question.name] = value
        self.did["answers"] += 1
        self.did["changes"] += again
        self.did["switches"] += again and before != [one.name for one in asked(self.given)]
        self.skipped.discard(question.name)

    def _label(self, question: Question, option: str, seen: Seen) -> str:
        """The option's button: its label, or its number where the labels stand in the text."""
        options = question.options or {}
        if seen.data(options[option]) is not None:
            return options[option]
        return str(list(options).index(option) + 1)

    def _remembers(self, question: Question, seen: Seen) -> None:
        """Buttons that answer, to be pressed again when they are old."""
        answering = [(seen.message_id, data, question.name) for _, data in seen.buttons if _answers(data)]
        if answering:
            self.old = [*self.old, self.chance.choice(answering)][-12:]

    def _doubt(self, question: Question) -> float:
        """The answers that other questions hang on are thought over more often."""
        return self.manner.back * (3 if question.name in _FORKED else 1)

    def _is(self, share: float) -> bool:
        return self.chance.random() < share


def _question(text: str) -> Question | None:
    return next((question for question in QUESTIONS if question.says in text), None)


def _answers(data: str) -> bool:
    """Whether a button gives or ticks an answer, rather than leads somewhere."""
    token = data.split(":", 3)[3] if data.startswith("a:") and data.count(":") >= 3 else ""
    return bool(token) and (token == ".done" or not token.startswith("."))


def _of_bot(message: dict[str, Any]) -> bool:
    return bool(message["from"]["is_bot"])
